import {
  type BlockSpec,
  blockNames,
  cellName,
  FORMS,
  formById,
  LABELS,
  type LabelUse,
  type TableSpec,
  tableSpec,
} from '../forms';
import type { Cell, FormId, Gap, Range, Table, TableId, TableRow } from '../model';
import { mayBeginNumber } from '../text/numbering';
import { addCell, inFormOrder } from './cells';
import { type BlockColumns, deniesTotals, headColumn, headerCells, readColumns } from './columns';
import { ambiguousRows, missingColumns, missingRows, unclearColumns } from './gaps';
import { headerOrder } from './headerOrder';
import { readLabels } from './labels';
import { formRows, isExtra, joinCells, type MatchedRow } from './match';
import { matchRows, mergeStrayNumbers, withoutUnfinished } from './matchRows';
import type { RawCell, RawRow } from './rawRow';
import { recall } from './recall';
import { buildRecords, isRowLabel, type TableRecord } from './records';
import { joined, strayRow, tableRow } from './tableRow';
import { type Geometry, place, readGeometry } from './values';
import type { Zone } from './zones';

/**
 * Makes tables of the rows that were found.
 * @param headings lines that sections begin with, in order: no table goes on behind one
 * @param form the form of the report year, for tables whose labels fit several forms
 */
export function readTables(
  text: string,
  zones: readonly Zone[],
  headings: readonly number[],
  form: FormId | null,
): Table[] {
  return instances(zones, headings)
    .map(({ table, rows }) => recall(text, table, rows, form, () => readTable(text, table, rows, form)))
    .filter((t): t is Table => t !== null)
    .sort((a, b) => a.range.start - b.range.start);
}

/** Whether a label also stands before groups of rows, where a page break repeats it. */
function isGroup(cell: RawCell): boolean {
  return cell.uses?.some((u) => u.role === 'group') ?? false;
}

/**
 * Zones of one table put together: what a page break or a stray line tore apart goes on where it left off, up to the
 * end of the section.
 */
function instances(zones: readonly Zone[], headings: readonly number[]): readonly Zone[] {
  if (new Set(zones.map((z) => z.table)).size === zones.length) return zones;
  const result: { table: TableId; rows: RawRow[]; seen: Set<string>; data: boolean }[] = [];
  for (const zone of zones) {
    const labels = new Set<string>();
    let data = false;
    for (const row of zone.rows) {
      for (const cell of row.cells) if (isRowLabel(cell, zone.table) && !isGroup(cell)) labels.add(cell.name);
      if (row.cells.some((c) => c.reading.kind === 'number')) data = true;
    }
    const open = result.filter((r) => r.table === zone.table).pop();
    const from = open?.rows[0]?.firstLine ?? 0;
    const to = zone.rows[0]?.firstLine ?? 0;
    const divided = headings.some((line) => from < line && line <= to);
    const again = open && (zone.table === 'disputes' ? open.data && data : [...labels].some((l) => open.seen.has(l)));
    if (open && !again && !divided) {
      open.rows.push(...zone.rows);
      for (const l of labels) open.seen.add(l);
      open.data ||= data;
    } else result.push({ table: zone.table, rows: [...zone.rows], seen: labels, data });
  }
  return result;
}

/** What labels of forms begin with. */
const BEGINNINGS: ReadonlySet<string> = new Set(
  [...LABELS.keys()].flatMap((name) => Array.from(name, (_, i) => name.slice(0, i + 1))),
);

/** Whether a label may begin with a piece: half of a number shows only together with the other half what it is. */
function beginsLabel({ text, name, numbering }: RawCell): boolean {
  return name === '' || (numbering === null && mayBeginNumber(text)) || BEGINNINGS.has(name);
}

/** The forms that the labels of a table speak for, the likeliest first; none where they fit all. */
function formsOf(records: readonly TableRecord[], rest: readonly RawCell[], table: TableId): readonly FormVote[] {
  const votes = new Map<FormId, number>();
  const vote = (uses: readonly LabelUse[], hasValues: boolean): void => {
    // a label that one form prints as a row and another as the head of a group: the numbers tell
    const rows = hasValues ? uses.filter((u) => u.role === 'row') : [];
    const forms = new Set((rows.length > 0 ? rows : uses).map((u) => u.form));
    if (forms.size < FORMS.length) for (const f of forms) votes.set(f, (votes.get(f) ?? 0) + 1);
  };
  // the longest label that pieces make counts: 行政 and 规范性文件 are not the 规范性文件 of another form
  const read = (cells: readonly RawCell[], hasValues: boolean): void => {
    for (let at = 0; at < cells.length; at++) {
      const most = beginsLabel(cells[at] as RawCell) ? 3 : 1;
      for (let pieces = Math.min(most, cells.length - at); pieces > 0; pieces--) {
        const { name, numbering } = joinCells(cells.slice(at, at + pieces));
        const uses = LABELS.get(name)?.filter((u) => u.table === table && (!numbering || u.number === numbering.value));
        if (!uses || uses.length === 0) continue;
        at += pieces - 1;
        vote(uses, hasValues && at === cells.length - 1);
        break;
      }
    }
  };
  for (const { labels } of records) read(labels, true);
  read(rest, false);
  return [...votes].map(([form, count]) => ({ form, votes: count })).sort((a, b) => b.votes - a.votes);
}

interface FormVote {
  readonly form: FormId;
  readonly votes: number;
}

/** The most values that a row of a table has in any form. */
function widest(id: TableId): number {
  return Math.max(...FORMS.flatMap((f) => tableSpec(f.id, id).blocks.map((b) => b.columns.length)));
}

function readTable(text: string, id: TableId, rows: readonly RawRow[], fallback: FormId | null): Table | null {
  const { records, rest } = buildRecords(rows, id, widest(id));
  const all = rows.flatMap((r) => r.cells);
  const marks: readonly Range[] = [...all, ...rows.flatMap((r) => r.bars ?? [])];
  const range = rangeOf(marks);
  const base = { id, layout: mainLayout(rows), range, heads: headsOf(all, id) };
  const readAs = (form: FormId | null): Table => {
    const spec = tableSpec(form ?? fallback, id);
    const read = formRows(spec).rows.every((r) => r.spec.label === '') ? readUnlabelled : readLabelled;
    return { ...base, form, readAs: formById(form ?? fallback).id, ...read(text, spec, records, rest, range) };
  };
  const forms = formsOf(records, rest, id);
  const [first, second] = forms;
  // half of a table may be that of another form; where nothing is filled in, only the rows that are there tell
  if (second || (!first && !all.some((c) => c.value))) {
    const open = second ? forms : FORMS.map((f) => ({ form: f.id }));
    const [best, next] = open.map(({ form }) => readAs(form)).sort((a, b) => lost(a) - lost(b));
    const whole = best && (second || lost(best) === 0);
    if (whole && next && lost(best) < lost(next)) return best;
  }
  return readAs(first && first.votes > (second?.votes ?? 0) ? first.form : null);
}

function rangeOf(marks: readonly Range[]): Range {
  let start = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  for (const mark of marks) {
    start = Math.min(start, mark.start);
    end = Math.max(end, mark.end);
  }
  return { start, end };
}

/** How many cells a table lacks, read as it was. */
function lost({ gaps }: Table): number {
  return gaps.reduce((n, g) => n + g.cells.length, 0);
}

/** The cells that hold a label which is not that of a row. */
function headsOf(cells: readonly RawCell[], id: TableId): Range[] {
  return cells
    .filter((c) => !c.blank && !c.value && c.uses?.some((u) => u.table === id && u.role !== 'row'))
    .map(({ start, end }) => ({ start, end }));
}

function mainLayout(rows: readonly RawRow[]): Table['layout'] {
  const count = new Map<Table['layout'], number>();
  for (const r of rows) count.set(r.layout, (count.get(r.layout) ?? 0) + r.cells.length);
  return [...count].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'lines';
}

type Content = Pick<Table, 'cells' | 'rows' | 'gaps' | 'labels' | 'headers' | 'stray'>;

// --- tables whose rows have labels ---------------------------------------------------------------------------------

function readLabelled(
  text: string,
  spec: TableSpec,
  allRecords: readonly TableRecord[],
  rest: readonly RawCell[],
  tableRange: Range,
): Content {
  const { rows: form } = formRows(spec);
  const records = mergeStrayNumbers(
    allRecords.filter((r) => !isExtra(r, spec)),
    spec,
  );
  const { matched: found, doubles } = matchRows(records, spec, form, rest);
  const matched = withoutUnfinished(found, form, spec);
  const columns = readColumns(spec, matched, allRecords);
  const n = (m: MatchedRow): number => (columns[m.row.block] as BlockColumns).order.length;
  const count = new Map(matched.map((m) => [m.record, n(m)]));
  const geometry = new Map(
    spec.blocks.map((_, b) => [
      b,
      readGeometry(
        text,
        matched.filter((m) => m.row.block === b || spec.blocks.length > 1).map((m) => m.record),
        (r) => count.get(r) ?? 0,
        spec.blocks.length === 1 ? headColumn((columns[0] as BlockColumns).order, allRecords) : null,
      ),
    ]),
  );

  const cells = new Map<string, Cell>();
  const tableRows: TableRow[] = [];
  const ambiguous: MatchedRow[] = [];
  for (const m of matched) {
    const order = (columns[m.row.block] as BlockColumns).order;
    const header = (columns[m.row.block] as BlockColumns).header;
    tableRows.push(tableRow(m));
    if ((columns[m.row.block] as BlockColumns).unclear) continue;
    // a row may stop before a last column that the form does not have
    const short = order.at(-1) === null && m.record.values.length === order.length - 1;
    const width = short ? order.length - 1 : order.length;
    const placed = place(text, m.record, width, geometry.get(m.row.block) as Geometry, header);
    if (!placed) {
      ambiguous.push(m);
      continue;
    }
    const block = spec.blocks[m.row.block] as BlockSpec;
    const names = blockNames(spec, block).get(m.row.spec.id) as ReadonlyMap<string, string>;
    order.forEach((column, i) => {
      if (column) addCell(text, cells, names.get(column.id) as string, m.row.spec.id, column, placed[i] as RawCell);
    });
  }
  const present = new Set(matched.map((m) => m.row.index));
  const labels = readLabels(spec, matched, allRecords, rest);
  return {
    cells: inFormOrder(cells, spec),
    rows: tableRows,
    gaps: [
      ...missingRows(spec, form, present, matched, tableRange),
      ...missingColumns(spec, columns, matched),
      ...unclearColumns(spec, columns, matched),
      ...ambiguousRows(spec, columns, ambiguous),
    ],
    labels: labels.slips,
    stray: [...matched.filter((m) => m.moved), ...doubles].map(strayRow(doubles)),
    headers: labels.headers,
  };
}

// --- the table of one unlabelled row -------------------------------------------------------------------------------

function readUnlabelled(
  text: string,
  spec: TableSpec,
  records: readonly TableRecord[],
  rest: readonly RawCell[],
  tableRange: Range,
): Content {
  const block = spec.blocks[0] as BlockSpec;
  const n = block.columns.length;
  const [first] = records;
  const cells = new Map<string, Cell>();
  const { slips: labels, headers } = readLabels(spec, [], records, rest);
  if (!first) {
    const gap: Gap = {
      kind: 'missing',
      cells: block.columns.map((c) => cellName(spec.id, '', c.id)),
      rows: [],
      columns: [],
      range: tableRange,
    };
    return { cells, rows: [], gaps: [gap], labels, headers, stray: [] };
  }
  // the row of numbers, or as many rows as it was torn into; what comes behind is not the form's
  const whole = records.find((r) => r.values.length >= n);
  const values: RawCell[] = [];
  for (const r of whole ? [whole] : records) if (values.length < n) values.push(...r.values);
  const record: TableRecord = {
    ...first,
    values,
    own: [],
    lastLine: records.at(-1)?.lastLine ?? first.lastLine,
  };
  const geometry = readGeometry(text, [record], () => n, null);
  const placed = place(text, { ...record, nextLine: null }, n, geometry);
  const row: TableRow = {
    id: '',
    label: null,
    range: { start: (values[0] as RawCell).start, end: (values.at(-1) as RawCell).end },
  };
  const head = headerCells(block, first, true);
  const told = headerOrder(block, head, first.row.layout);
  const denied =
    told && told !== 'unclear' && placed && deniesTotals(spec, block, told, [{ ...record, values: [...placed] }]);
  const order = denied ? null : told;
  if (!placed || order === 'unclear') {
    const gap: Gap = {
      kind: 'ambiguous',
      cells: block.columns.map((c) => cellName(spec.id, '', c.id)),
      rows: [],
      columns: placed ? block.columns.map((c) => c.id) : [],
      range: placed ? (joined(head)?.range ?? row.range) : row.range,
    };
    return { cells, rows: [row], gaps: [gap], labels, headers, stray: [] };
  }
  (order ?? block.columns).forEach((c, i) => {
    if (c) addCell(text, cells, cellName(spec.id, '', c.id), '', c, placed[i] as RawCell);
  });
  return { cells: inFormOrder(cells, spec), rows: [row], gaps: [], labels, headers, stray: [] };
}
