import { type BlockSpec, LABELS, labelName, type TableSpec } from '../forms';
import type { LabelSlip, Text } from '../model';
import { key } from '../text/chars';
import { distance } from '../text/distance';
import { readNumbering } from '../text/numbering';
import { cornerEnd } from './columns';
import { joinCells, type MatchedRow } from './match';
import type { RawCell } from './rawRow';
import type { TableRecord } from './records';

/** What the labels of a table look like beside those of the form. */
export interface LabelReading {
  readonly slips: readonly LabelSlip[];
  /** The header's words over a column, by column id. */
  readonly headers: ReadonlyMap<string, Text>;
}

/**
 * Compares the labels that were recognised with the form's. Width, spaces and punctuation never matter; a label
 * that is broken into pieces is compared as a whole, and where the pieces cannot be told apart nothing is said.
 */
export function readLabels(
  spec: TableSpec,
  matched: readonly MatchedRow[],
  records: readonly TableRecord[],
  rest: readonly RawCell[],
): LabelReading {
  const headers = new Map<string, Text>();
  const slips: LabelSlip[] = [];
  for (const m of matched) slips.push(...rowSlips(m));
  slips.push(...groupSlips(spec, matched));
  const ownHeader = spec.blocks.length > 1;
  if (ownHeader) {
    spec.blocks.forEach((block, b) => {
      const first = matched.find((m) => m.row.block === b);
      if (!first) return;
      slips.push(...headerSlips(block, first, headers));
      addUnits(block, first, headers);
    });
  } else slips.push(...headSlips(spec, records, rest));
  return { slips: distinct(slips), headers };
}

function distinct(slips: readonly LabelSlip[]): LabelSlip[] {
  return slips.filter((s, i) => slips.findIndex((t) => t.range.start === s.range.start) === i);
}

function slip(cells: readonly RawCell[], expected: string): LabelSlip[] {
  const [first] = cells;
  if (!first) return [];
  const last = cells.at(-1) as RawCell;
  return [
    {
      range: { start: Math.min(first.start, last.start), end: Math.max(first.end, last.end) },
      found: cells.map((c) => c.text).join(''),
      expected,
    },
  ];
}

function rowSlips({ record, row, match }: MatchedRow): LabelSlip[] {
  const expected = row.spec.label;
  const framed = record.row.framed;
  if (match === null) {
    // told by its place alone
    const cells = record.own.slice(-1);
    const whole = record.own.length === 1 && record.labels.length === 1 && (cells[0]?.text.length ?? 0) >= 4;
    return framed || whole ? slip(cells, expected) : [];
  }
  const { name, numbering } = joinCells(match.cells);
  if (match.exact) {
    // a label in one cell with those of its groups begins with their number
    const own = row.names.includes(name);
    const wrong = own && numbering !== null && row.number !== null && numbering.value !== row.number;
    return wrong && match.cells.length === 1 ? slip(match.cells, expected) : [];
  }
  const official = row.names[0] as string;
  // half of a label whose other half stands in another line or row
  const piece = official.startsWith(name) || official.endsWith(name);
  if (piece && (!framed || record.after.length > 0 || record.labels.length > record.own.length)) return [];
  if (!framed && match.cells.length > 1 && distance(name, official, 2) > 2) return [];
  return slip(match.cells, expected);
}

/** The labels of merged cells before the rows: （五） without 不予处理. Only a frame tells where such a cell ends. */
function groupSlips(spec: TableSpec, matched: readonly MatchedRow[]): LabelSlip[] {
  const groups = new Map<string, MatchedRow[]>();
  for (const m of matched) {
    for (const group of m.row.spec.groups) groups.set(group, [...(groups.get(group) ?? []), m]);
  }
  const slips: LabelSlip[] = [];
  for (const [group, rows] of groups) {
    const first = rows[0] as MatchedRow;
    // a group whose first row is missing may have lost its label with it
    const opener = spec.blocks.flatMap((b) => b.rows).find((r) => r.groups.includes(group));
    if (!first.record.row.framed || first.row.spec !== opener) continue;
    const number = readNumbering(group);
    const name = labelName(group);
    const leaf = first.match?.cells ?? [];
    const cells = first.record.labels.filter((c) => !leaf.includes(c));
    const at = cells.findIndex((c) => {
      const n = c.numbering;
      return n !== null && number !== null && n.value === number.value && n.level === number.level;
    });
    const cell = cells[at];
    if (!cell) continue;
    const own = cell.name;
    if (LABELS.has(own)) continue;
    const further = [
      ...cells.slice(at + 1),
      ...rows.slice(1).flatMap((m) => m.record.labels.slice(0, -1)),
      ...first.record.after,
    ];
    let words = own;
    const whole = further.some((c) => {
      words += key(c.text);
      return words.startsWith(name);
    });
    if (whole || further.some((c) => key(own + c.text) === name)) continue;
    if (
      name.length > own.length &&
      name.startsWith(own) &&
      further.some((c) => name.endsWith(key(c.text)) && c.text !== '')
    )
      continue;
    // the rest of the label went with the rows that the table lost
    const lost = first === matched.at(-1) && name.startsWith(own);
    if (own !== '' && (lost || distance(own, name, 3) > 3)) continue;
    slips.push(...slip([cell], group));
  }
  return slips;
}

/** The header of a block that has its own: 信息内容 and the columns behind it. */
function headerSlips(block: BlockSpec, first: MatchedRow, headers: Map<string, Text>): LabelSlip[] {
  const labels = first.record.labels;
  const leaf = first.match?.cells ?? [];
  const corner = cornerEnd(labels, key(block.corner ?? ''));
  const slips: LabelSlip[] = [];
  const heading = labels.filter((c) => key(c.text).startsWith('第二十条'));
  if (block.heading && heading.length === 1 && key((heading[0] as RawCell).text) !== key(block.heading)) {
    const name = key((heading[0] as RawCell).text);
    // a heading that goes on in the next line is whole
    if (!key(block.heading).startsWith(name)) slips.push(...slip(heading, block.heading));
  }
  if (corner < 0) return slips;
  const cells = labels.slice(corner + 1).filter((c) => !leaf.includes(c));
  const names = cells.map((c) => (c.uses ? c.name : key(c.text)));
  const official = block.columns.map((c) => [c.label, ...c.accepted].map(key));
  const sorted = (words: readonly string[]): string => [...words.join('')].sort().join('');
  const scattered =
    cells.length > block.columns.length && sorted(names) === sorted(official.map((o) => o[0] as string));
  const between = labels
    .slice(0, corner)
    .filter((c) => !heading.includes(c) && key(c.text) !== key(block.corner ?? ''));
  const open = !first.record.row.framed;
  let at = 0;
  block.columns.forEach((column, k) => {
    const accepted = official[k] as string[];
    const note = (used: readonly RawCell[]): void => {
      const [text] = used;
      if (!text) return;
      const last = used.at(-1) as RawCell;
      headers.set(column.id, { text: used.map((c) => c.text).join(''), range: { start: text.start, end: last.end } });
    };
    for (let pieces = Math.min(4, cells.length - at); pieces >= 1; pieces--) {
      if (accepted.includes(names.slice(at, at + pieces).join(''))) {
        note(cells.slice(at, at + pieces));
        at += pieces;
        return;
      }
    }
    // pieces above and below each other cannot be told apart without a frame
    if (scattered || (open && between.length > 0)) return;
    const elsewhere = names.findIndex((n) => accepted.includes(n));
    if (elsewhere >= 0) {
      note(cells.slice(elsewhere, elsewhere + 1));
      return;
    }
    const cell = cells[at];
    const name = names[at];
    if (!cell || name === undefined) return;
    const best = Math.min(...accepted.map((a) => distance(name, a, Math.floor(a.length * 0.5))));
    const near = best <= Math.floor((accepted[0] as string).length * 0.5);
    if (near || cells.length === block.columns.length) {
      note([cell]);
      slips.push(...slip([cell], column.label));
      at++;
    }
  });
  return slips;
}

/** A unit that a line break or a frame put apart from the label over a column of money still is its unit. */
function addUnits(block: BlockSpec, first: MatchedRow, headers: Map<string, Text>): void {
  for (const column of block.columns) {
    if (column.kind !== 'amount') continue;
    const own = headers.get(column.id);
    const piece = first.record.labels.find((c) => c.text.includes('元'));
    if (!piece || own?.text.includes('元')) continue;
    const range = own?.range ?? { start: piece.start, end: piece.end };
    const unit = first.record.labels
      .map((c) => c.text)
      .join('')
      .includes('万元')
      ? '（万元）'
      : piece.text;
    headers.set(column.id, { text: (own?.text ?? '') + unit, range });
  }
}

/** Shorter labels differ from each other by as little as a slip would make them differ. */
const SHORTEST = 3;

/** The head of a table with one header: labels of columns and of the groups above them. */
function headSlips(spec: TableSpec, records: readonly TableRecord[], rest: readonly RawCell[]): LabelSlip[] {
  const block = spec.blocks[0] as BlockSpec;
  const official = [...new Set(block.columns.flatMap((c) => [c.label, ...c.groups]))];
  const rowNames = new Set(block.rows.map((r) => labelName(r.label)));
  const cells = [...(records[0]?.labels ?? rest)].filter((c) => !LABELS.has(c.name));
  const names = cells.map((c) => key(c.text));
  const all = (records[0]?.labels ?? rest).map((c) => key(c.text)).join('');
  const framed = records[0]?.row.framed ?? false;
  const slips: LabelSlip[] = [];
  cells.forEach((cell, i) => {
    const name = names[i] as string;
    if (name.length < SHORTEST || rowNames.has(name) || cell.numbering) return;
    for (const label of official) {
      const full = key(label);
      // 法人或其他组织（商业企业）: two labels in one
      if (name.startsWith(full) && LABELS.has(name.slice(full.length))) return;
      const limit = Math.max(1, Math.floor(full.length * 0.34));
      if (full.length < SHORTEST || distance(name, full, limit) > limit) continue;
      // half of a label that a line break tore apart; the other half may stand anywhere in the head
      const ends = full.endsWith(name);
      if (ends || full.startsWith(name)) {
        const other = ends ? full.slice(0, full.length - name.length) : full.slice(name.length);
        if (!framed || other.length < 2 || all.includes(other)) return;
      }
      slips.push(...slip([cell], label));
      return;
    }
  });
  return slips;
}
