import { LABELS, type LabelUse, labelName } from '../forms';
import type { TableId } from '../model';
import { isSpace, key } from '../text/chars';
import { endsTable } from './headings';
import {
  beginsQuoted,
  findHtmlTable,
  isHeaded,
  isTabbedCell,
  linesOf,
  type PipeStyle,
  pipeStyles,
  readBarred,
  readHtmlTable,
  readPipes,
  readSpaces,
  readTabbedCells,
  readTabs,
} from './layouts';
import { isBlank, type Line } from './lines';
import { RawCell, type RawRow } from './rawRow';
import { isSubtotal } from './subtotal';

const TABLE_IDS: readonly TableId[] = ['proactive', 'requests', 'disputes'];

/** Rows that lie together and belong to one table. */
export interface Zone {
  readonly table: TableId;
  readonly rows: RawRow[];
}

/** Longest label fragment; longer lines are prose. */
const FRAGMENT = 45;
/** Longest line that is looked at outside a table. */
const LABEL_LINE = 90;
/** So many lines without a known label or number end a table. */
const PATIENCE = 80;
/** Labels of several tables, which tell none. */
const COMMON = new Set(['其他', '总计', '合计']);
/** What such a label counts for beside one that tells: they decide only among themselves. */
const FAINT = 0.1;
/** Words that stand in a table but prove none. */
const WEAK = new Set(['合计', '其他', '总计', '规章', '行政许可', '行政处罚', '行政强制', '行政复议', '行政诉讼']);

const PAGE =
  /^(?:[-—–－‐·•]\s*[0-9０-９]{1,3}\s*[-—–－‐·•]|第?\s*[0-9０-９]{1,3}\s*页\s*[,，/]?\s*(?:共?\s*[0-9０-９]{1,3}\s*页)?|[0-9０-９]{1,3}\s*[/／]\s*[0-9０-９]{1,3}|(?:Page|P)\.?\s*\d{1,3}(?:\s*(?:of|\/)\s*\d{1,3})?)$/i;

/** Whether a line is a page number and nothing else. A bare number is none: it may be a cell. */
export function isPageNumber(words: string): boolean {
  return words.length <= 16 && PAGE.test(words);
}

/** What a row says about the table that it belongs to. */
interface Evidence {
  /** Labels of forms that it has, by table; those of several tables count for little. */
  readonly votes: Readonly<Record<TableId, number>>;
  readonly known: number;
  /** Known labels that open a table by themselves. */
  readonly strong: number;
  /** Labels that tell which table it is. */
  readonly telling: number;
  readonly values: number;
  /** Cells with words that are no known label. */
  readonly unknown: number;
  readonly longest: number;
}

/**
 * Finds the rows of tables in the lines of a draft, whatever their layout, and the lines that they take.
 * A table is recognised by its labels alone; what lies between its rows (page numbers, fragments of labels,
 * empty lines) is taken with it, a heading or a sentence ends it.
 * @param taken is set, by line, where a line belongs to a table
 */
export function findZones(text: string, lines: readonly Line[], taken: Uint8Array): Zone[] {
  const zones: Zone[] = [];
  let zone: Zone | null = null;
  let pending: RawRow[] = [];
  let previous: RawRow | null = null;
  const styles = pipeStyles(text, lines);
  let html = findHtmlTable(text, 0);
  let lineOfHtml = html ? linesOf(lines, html.start, html.end) : null;

  const take = (row: RawRow): void => {
    for (const r of [...pending, row]) {
      zone?.rows.push(r);
      taken.fill(1, r.firstLine, r.lastLine + 1);
    }
    pending = [];
  };
  const close = (): void => {
    // the second half of the last label, behind its numbers
    const last = zone?.rows.at(-1);
    for (let k = 1; last && k <= Math.min(2, pending.length); k++) {
      const rest = pending.slice(0, k);
      const label = last.cells.filter((c) => !c.blank && !c.value).slice(-1);
      if (!isLabel([...label, ...rest.flatMap((r) => r.cells)])) continue;
      const [row] = rest.slice(-1);
      pending = rest.slice(0, -1);
      if (row) take(row);
    }
    // a last row that is all blank, its label broken over lines
    for (let k = 1; zone && k <= Math.min(3, pending.length); k++) {
      const rows = pending.slice(0, k);
      if (!rows[k - 1]?.framed || !isLabel(rows.flatMap((r) => r.cells))) continue;
      pending = rows.slice(0, -1);
      take(rows[k - 1] as RawRow);
    }
    zone = null;
    pending = [];
  };
  /** @returns whether the row belongs to a table */
  const offer = (row: RawRow): boolean => {
    const before = previous;
    previous = row;
    const next = (): boolean => continues(text, lines, row.lastLine + 1);
    const evidence = weigh(row, before);
    const table = belongsTo(evidence, zone?.table ?? null);
    const switches = zone === null || evidence.strong > 0 || evidence.known > 1;
    if (table && (zone?.table === table || (switches && opens(row, evidence, next)))) {
      if (zone?.table !== table) {
        // what was waiting may be the head of this table: only frameless fragments of the old one would be lost
        zone = { table, rows: [] };
        zones.push(zone);
        if (!row.framed) pending = [];
      }
      take(row);
      return true;
    }
    if (!zone) return false;
    if (row.cells.every((c) => c.text === '') || (evidence.values > 0 && evidence.unknown === 0)) {
      take(row);
      return true;
    }
    // a row with numbers whose label is misworded past recognition, or began in the lines before
    const enough = row.framed ? 1 : 3;
    if (
      evidence.longest <= FRAGMENT &&
      evidence.values >= 1 &&
      (evidence.values >= enough || endsLabel(pending, row))
    ) {
      take(row);
      return true;
    }
    return false;
  };

  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    if (html && lineOfHtml && i >= lineOfHtml.first) {
      const { first, last } = lineOfHtml;
      for (const row of readHtmlTable(text, html.start, html.end, (o) => linesOf(lines, o, o + 1).first)) offer(row);
      taken.fill(1, first, last + 1);
      html = findHtmlTable(text, html.end);
      lineOfHtml = html ? linesOf(lines, html.start, html.end) : null;
      i = last;
      continue;
    }
    if (isBlank(line) && !line.tab) continue;
    const long = isLong(text, line);
    const words = text.slice(line.from, long ? Math.min(line.to, line.from + LABEL_LINE + 1) : line.to);
    if (zone && isPageNumber(words)) {
      taken[i] = 1;
      continue;
    }
    const style = styles.get(i);
    if (style?.barred) {
      for (const row of readBarred(text, lines, style.barred, isPageNumber)) {
        if (offer(row)) continue;
        if (zone && weigh(row).longest <= FRAGMENT) pending.push(row);
        else close();
      }
      i = style.barred.last;
      continue;
    }
    if (line.pipe) {
      const row = readPipes(text, line, style as PipeStyle, isHeaded(text, lines[i + 1]));
      if (row === null) {
        if (zone) taken[i] = 1;
        continue;
      }
      if (row.cells.length > 1 || (zone && row.cells.length === 1)) {
        if (offer(row)) continue;
        if (zone && weigh(row).longest <= FRAGMENT) {
          pending.push(row);
          continue;
        }
        close();
        continue;
      }
    }
    if (line.tab && inCellLayout(text, lines, i, zone)) {
      const row = readTabbedCells(
        text,
        lines,
        i,
        (words) => words.length <= FRAGMENT && !isPageNumber(words) && !endsTable(words),
      );
      if (!(row.cells.length === 1 && endsTable(words)) && offer(row)) {
        i = row.lastLine;
        continue;
      }
      if (isBlank(line)) continue;
    } else if ((line.tab && !isBlank(line)) || beginsQuoted(text, lines, i)) {
      const row = readTabs(text, lines, i);
      if (!endsTable(words)) {
        if (offer(row)) {
          i = row.lastLine;
          continue;
        }
        if (zone && row.cells.length > 1 && isFragment(row) && pending.length < PATIENCE) {
          pending.push(row);
          i = row.lastLine;
          continue;
        }
      }
    }
    if (isBlank(line)) continue;
    if (long) {
      // a label with a long note behind it
      if (!(zone && /[）)]$/.test(text.slice(line.to - 1, line.to)) && offer(wholeLine(text, line)))) close();
      continue;
    }
    if (zone && endsTable(words)) {
      close();
      continue;
    }
    const row = readSpaces(text, line);
    if (offer(row)) continue;
    if (!zone) continue;
    if (isFragment(row) && !/[。；;！？]$/.test(words) && pending.length < PATIENCE) pending.push(row);
    else close();
  }
  return zones;
}

/**
 * Whether a row begins a table: a label that stands nowhere else does, a word of everyday language only
 * in the company of another.
 */
function opens(row: RawRow, { strong, telling, known, values, unknown }: Evidence, next: () => boolean): boolean {
  if (telling === 0) return false;
  if (!row.framed && unknown > 0) return false;
  if (strong > 0) return true;
  if (known > 1 || values > (row.framed ? 0 : 1)) return true;
  return next();
}

/** Whether the next line that is not blank is a known label. */
function continues(text: string, lines: readonly Line[], from: number): boolean {
  let i = from;
  while (lines[i] && isBlank(lines[i] as Line)) i++;
  const line = lines[i];
  return (
    line !== undefined && line.to - line.from <= LABEL_LINE && LABELS.has(labelName(text.slice(line.from, line.to)))
  );
}

/** A line as one cell. */
function wholeLine(text: string, { from, to, index }: Line): RawRow {
  const cells = [new RawCell(text.slice(from, to), from, to, 0, index)];
  return { layout: 'lines', cells, firstLine: index, lastLine: index, framed: false };
}

/** Whether a line holds more words than labels and numbers do; the spaces that set columns apart do not count. */
function isLong(text: string, line: Line): boolean {
  if (line.to - line.from <= LABEL_LINE) return false;
  let words = 0;
  for (let i = line.from; i < line.to; i++) if (!isSpace(text.charCodeAt(i)) && ++words > LABEL_LINE) return true;
  return false;
}

/** Whether a line is short enough for a part of a label, not counting the spaces that set columns apart. */
function isFragment(row: RawRow): boolean {
  return row.cells.reduce((n, c) => n + c.text.length, 0) <= FRAGMENT;
}

/** Whether a line behind a tab is a cell of the layout with one cell a line, and not an indented paragraph. */
function inCellLayout(text: string, lines: readonly Line[], at: number, zone: Zone | null): boolean {
  const line = lines[at] as Line;
  if (!isTabbedCell(text, line)) return false;
  if (line.to - line.from > LABEL_LINE) return false;
  if (zone && zone.rows.at(-1)?.layout === 'cells') return true;
  for (let i = at + 1; i < lines.length; i++) {
    const next = lines[i] as Line;
    if (isTabbedCell(text, next)) return true;
    if (!isBlank(next)) return false;
  }
  return false;
}

function weigh(row: RawRow, before: RawRow | null = null): Evidence {
  const votes: Record<TableId, number> = { proactive: 0, requests: 0, disputes: 0 };
  let known = 0;
  let strong = 0;
  let telling = 0;
  let values = 0;
  let unknown = 0;
  let longest = 0;
  const add = (uses: readonly LabelUse[], name: string): void => {
    known++;
    if (!WEAK.has(name)) strong++;
    if (!COMMON.has(name)) telling++;
    for (const t of TABLE_IDS) if (uses.some((u) => u.table === t)) votes[t] += COMMON.has(name) ? FAINT : 1;
  };
  const labels = row.framed ? row.cells : labelCells(row.cells);
  for (const cell of labels) {
    if (cell.text === '') continue;
    if (cell.text.length > longest) longest = cell.text.length;
    if (cell.reading.kind === 'number') {
      values++;
      continue;
    }
    const { uses, name } = cell;
    if (uses) add(uses, name);
    else if (isSubtotal(name)) continue;
    else if (!cell.words) values++;
    else unknown++;
  }
  if (!row.framed) values = row.cells.length - labels.length;
  if (
    known === 0 &&
    unknown > 0 &&
    before &&
    before.framed === row.framed &&
    row.firstLine - before.lastLine <= (row.framed ? 1 : 2)
  ) {
    // a label that a line break tore apart between the last cell above and the first one here
    const end = before.cells.filter((c) => !c.blank).pop();
    const [start] = row.cells;
    const pairs: (readonly [RawCell | undefined, RawCell | undefined])[] = [[end, start]];
    // or between a cell and the one below it
    if (row.framed) for (const c of row.cells) if (!c.blank) pairs.push([before.cells.find((b) => b.col === c.col), c]);
    for (const [first, second] of pairs) {
      const name = first && second && !first.blank ? labelName(first.text + second.text) : '';
      const uses = LABELS.get(name);
      if (!uses) continue;
      add(uses, name);
      unknown--;
    }
  }
  // a sentence that ends in the words of a label is none: …另有2件作出其他处理。
  const sentence = !row.framed && /[。！？；]$/.test(row.cells.at(-1)?.text ?? '');
  if (unknown > 0 && !sentence) {
    const whole = wholeLabel(labels);
    if (whole) {
      add(whole.uses, whole.name);
      unknown = 0;
    }
  }
  return { votes, known, strong, telling, values, unknown, longest };
}

/** Whether pieces put together are a label, word for word. */
function isLabel(cells: readonly RawCell[]): boolean {
  return LABELS.has(labelName(cells.map((c) => c.text).join('')));
}

/** Whether the words of a row, put behind those of the lines before, are a label. */
function endsLabel(pending: readonly RawRow[], row: RawRow): boolean {
  const cells = [...pending.slice(-4).flatMap((r) => r.cells), ...labelCells(row.cells)];
  if (wholeLabel(cells.slice(-6)) !== null) return true;
  const name = cells.at(-1)?.name ?? '';
  return name.length >= 4 && ENDINGS.some(([label]) => label.startsWith(name));
}

/** Row labels long enough to be recognised at the end of other words. */
const ENDINGS: readonly (readonly [string, readonly LabelUse[]])[] = [...LABELS].filter(
  ([name, uses]) => name.length >= 4 && uses.some((u) => u.role === 'row'),
);

/** A label that its layout took apart, or that stands in one cell with the labels of its groups. */
function wholeLabel(cells: readonly RawCell[]): { name: string; uses: readonly LabelUse[] } | null {
  if (cells.length > 8) return null;
  let words = '';
  for (let i = cells.length - 1; i >= 0; i--) {
    words = (cells[i] as RawCell).text + words;
    const name = labelName(words);
    const uses = LABELS.get(name);
    if (uses) return { name, uses };
  }
  if (words.length > LABEL_LINE) return null;
  const all = key(words);
  for (const [name, uses] of ENDINGS) if (all.endsWith(name)) return { name, uses };
  return null;
}

/** The table that a row's labels speak for; the open one where they speak for several. */
function belongsTo({ votes }: Evidence, open: TableId | null): TableId | null {
  const most = Math.max(votes.proactive, votes.requests, votes.disputes);
  if (most === 0) return null;
  if (open && votes[open] === most) return open;
  return TABLE_IDS.find((t) => votes[t] === most) ?? null;
}

/** Behind so many values in a line a word that is no label is a remark on the row. */
const REMARKED = 6;
const REMARK = 12;

/** The cells before the trailing run of values; a remark behind them counts as one. */
export function labelCells(cells: readonly RawCell[]): readonly RawCell[] {
  let end = cells.length;
  const last = cells[end - 1];
  if (end > REMARKED && last && !last.value && !last.uses && !last.numbering && last.text.length <= REMARK) {
    if (cells.slice(end - 1 - REMARKED, end - 1).every((c) => c.value)) end--;
  }
  while (end > 0 && (cells[end - 1] as RawCell).value) end--;
  return cells.slice(0, end);
}
