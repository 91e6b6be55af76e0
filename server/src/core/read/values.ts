import { RawCell } from './rawRow';
import type { TableRecord } from './records';

/**
 * The values of a record, one for each column; `null` where the draft does not tell which column is which.
 */
export type Placement = readonly RawCell[] | null;

/** What the rows of one table have in common, for placing values in columns. */
export interface Geometry {
  /** First value column of a table whose merged labels are kept as blank cells; null for any other. */
  readonly firstColumn: number | null;
  /** Display columns of the ends of the values, by column, in a table whose values are aligned with spaces. */
  readonly ends: readonly number[] | null;
  /** Empty lines between two cells of a table with one cell a line. */
  readonly lineGap: number | null;
}

/** Columns that the header of a block gives its labels: from `from` up to, not including, `to`. */
export interface HeaderSpan {
  readonly from: number;
  readonly to: number;
}

/**
 * @param n number of columns that the table's rows have
 * @param head column of the first column's label in the head of the table, if known
 */
export function readGeometry(
  text: string,
  records: readonly TableRecord[],
  n: (record: TableRecord) => number,
  head: number | null,
): Geometry {
  const framed = records.filter((r) => r.row.framed);
  const open = records.filter((r) => !r.row.framed);
  return { firstColumn: firstColumn(framed, n, head), ends: alignedEnds(text, open, n), lineGap: lineGap(open) };
}

function firstColumn(
  records: readonly TableRecord[],
  n: (record: TableRecord) => number,
  head: number | null,
): number | null {
  // between cells with a line each a blank may also be what fills up the row before
  if (records.some((r) => r.row.layout === 'barred')) return null;
  // kept merged cells make rows with short labels longer; only dropped ends of lines can hide that
  const longer = records.some((r) => r.values.length > n(r));
  if (!longer && records.some((r) => r.row.layout !== 'tabs')) return null;
  const votes = new Map<number, number>();
  for (const r of records) {
    const filled = withoutBlankEnds(r.values);
    if (filled.length === 0) continue;
    const col = r.values.length === n(r) ? r.values[0]?.col : filled.length === n(r) ? filled[0]?.col : undefined;
    if (col !== undefined) votes.set(col, (votes.get(col) ?? 0) + 1);
  }
  const column = [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? head;
  if (column === null) return null;
  // merged cells are kept only if every row keeps them; one row may be in the middle of being typed
  const inside = (r: TableRecord, c: RawCell): boolean => c.blank || (c.col >= column && c.col < column + n(r));
  const misfits = records.filter((r) => !r.values.every((c) => inside(r, c))).length;
  return misfits === 0 || (misfits === 1 && records.length >= 3) ? column : null;
}

/** Values without the blanks before and behind them. */
export function withoutBlankEnds(values: readonly RawCell[]): readonly RawCell[] {
  let start = 0;
  let end = values.length;
  while (end > 0 && values[end - 1]?.blank) end--;
  while (start < end && values[start]?.blank) start++;
  return values.slice(start, end);
}

/** The n values from a column on, if no written value lies outside of them. */
function window(values: readonly RawCell[], column: number, n: number): readonly RawCell[] | null {
  const from = values.findIndex((c) => c.col === column);
  if (from < 0) return null;
  const inside = values.slice(from, from + n);
  if (inside.length < n) return null;
  return values.every((c) => c.text === '' || inside.includes(c)) ? inside : null;
}

/** Two columns for every East Asian wide character, as terminals and PDF viewers set them. */
function displayEnd(text: string, cell: RawCell): number {
  let start = cell.start;
  while (start > 0 && text.charCodeAt(start - 1) !== 10 && text.charCodeAt(start - 1) !== 13) start--;
  let width = 0;
  for (let i = start; i < cell.end; i++) {
    const c = text.charCodeAt(i);
    width += (c >= 0x2e80 && c <= 0xd7af) || (c >= 0xf900 && c <= 0xfaff) || (c >= 0xff01 && c <= 0xff5e) ? 2 : 1;
  }
  return width;
}

function isGap(c: number): boolean {
  return c === 32 || c === 0xa0 || c === 0x3000;
}

/** Whether the values of a line are set apart by more than one space, so that their place says something. */
function spread(text: string, record: TableRecord): boolean {
  const values = record.values;
  return values.some((c, i) => {
    const before = values[i - 1];
    if (!before) return i === 0 && isGap(text.charCodeAt(c.start - 1)) && isGap(text.charCodeAt(c.start - 2));
    return c.line === before.line && c.start - before.end > 1;
  });
}

function alignedEnds(
  text: string,
  records: readonly TableRecord[],
  n: (record: TableRecord) => number,
): number[] | null {
  const columns = Math.max(0, ...records.map(n));
  const full = records.filter((r) => r.values.length === columns && n(r) === columns && columns > 1 && spread(text, r));
  if (full.length < 2) return null;
  const ends: number[] = [];
  for (let c = 0; c < columns; c++) {
    const all = full.map((r) => displayEnd(text, r.values[c] as RawCell)).sort((a, b) => a - b);
    const low = all[0] as number;
    const high = all.at(-1) as number;
    if (high - low > 3) return null;
    ends.push(all[all.length >> 1] as number);
  }
  return ends;
}

function lineGap(records: readonly TableRecord[]): number | null {
  const gaps = new Map<number, number>();
  for (const r of records) {
    for (let i = 1; i < r.values.length; i++) {
      const gap = (r.values[i] as RawCell).line - (r.values[i - 1] as RawCell).line - 1;
      if (gap >= 0) gaps.set(gap, (gaps.get(gap) ?? 0) + 1);
    }
  }
  return [...gaps].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function blankAt(offset: number, line: number): RawCell {
  return new RawCell('', offset, offset, -1, line);
}

/**
 * Puts the values of a record into its columns.
 * @param n how many columns the row has
 * @param header where the labels over the columns stand, in a table whose blocks have their own
 */
export function place(
  text: string,
  record: TableRecord,
  n: number,
  geometry: Geometry,
  header: readonly HeaderSpan[] | null = null,
): Placement {
  const values = record.values;
  const { firstColumn } = geometry;
  const first = values[0];
  const written = values.some((c) => !c.blank);
  if (record.row.framed && firstColumn !== null && first && written && first.blank && first.col < firstColumn) {
    return window(values, firstColumn, n) ?? placeFramed(record, n, geometry);
  }
  if (values.length === n) return values;
  if (!record.row.framed) return placeOpen(text, record, n, geometry);
  if (header && values.length > n) {
    const under = placeUnder(values, header);
    if (under) return under;
  }
  return placeFramed(record, n, geometry);
}

/** Values under the labels of their header, where merged cells were kept as blanks or as copies. */
function placeUnder(values: readonly RawCell[], header: readonly HeaderSpan[]): Placement {
  const filled = values.filter((c) => c.text !== '');
  const cells = header.map(({ from, to }) => {
    const own = values.filter((c) => c.col >= from && c.col < to);
    const written = own.filter((c) => c.text !== '');
    return written.every((c) => c.text === written[0]?.text) ? (written[0] ?? own[0] ?? null) : null;
  });
  const placed = cells.filter((c): c is RawCell => c !== null);
  // the label of an author's own row among those of a merged cell; as many numbers as there are columns stand behind it
  if (placed[0]?.words && filled.length > header.length && filled.slice(1).every((c) => !c.words)) return null;
  const all = filled.every((c) => header.some((h) => c.col >= h.from && c.col < h.to));
  if (placed.length === header.length && all) return placed;
  // copies of a merged cell that the header above it does not have
  const single = values.filter((c, i) => c.text !== '' && c.text !== values[i - 1]?.text);
  return single.length === header.length ? single : null;
}

function placeFramed(record: TableRecord, n: number, { firstColumn }: Geometry): Placement {
  const values = record.values;
  const filled = values.filter((c) => !c.blank);
  // an editor takes the blanks at the end of a line away with the tabs between them
  const dropped = record.row.layout === 'tabs' || record.row.layout === 'cells';
  const last = values.at(-1) ?? record.own.at(-1);
  const pad = (cells: readonly RawCell[]): RawCell[] => {
    const padded = [...cells];
    while (padded.length < n) padded.push(blankAt(last ? last.end : 0, last ? last.line : record.lastLine));
    return padded;
  };
  if (firstColumn !== null) {
    const own = values.filter((c) => c.col >= firstColumn && c.col < firstColumn + n);
    const all = filled.every((c) => own.includes(c));
    if (all && own[0]?.col === firstColumn && (own.length === n || (dropped && addsUp(own, n)))) return pad(own);
    // merged cells are kept, and yet a cell is missing: which one, nobody can tell
    if (filled.length > 0 && values[0]?.blank && (values[0]?.col ?? 0) < firstColumn) return null;
  }
  if (values.length > n) return squeeze(values, filled, n);
  // a row of nothing but its label is not typed yet
  if (filled.length === 0) return dropped ? pad(values) : null;
  if (!dropped || firstColumn !== null) return null;
  return addsUp(values, n) ? pad(values) : null;
}

/** Whether numbers that are fewer than the columns can be taken from the left: their sum is the total, blank or not. */
function addsUp(values: readonly RawCell[], n: number): boolean {
  if (n <= SHORT) return true;
  const numbers = Array.from({ length: n }, (_, i) => values[i]?.reading.value ?? 0);
  const total = numbers.pop();
  return total === numbers.reduce((a, b) => a + b, 0);
}

/** Rows that end in a tab or pipe too many, merged labels that left blanks before the values, copies of merged values. */
function squeeze(values: readonly RawCell[], filled: readonly RawCell[], n: number): Placement {
  let end = values.length;
  while (end > n && values[end - 1]?.blank) end--;
  let start = 0;
  while (end - start > n && values[start]?.blank) start++;
  if (end - start === n) return values.slice(start, end);
  if (filled.length === n) return filled;
  // in rows of many numbers some are next to their like without being copies
  const single = filled.filter((c, i) => c.text !== filled[i - 1]?.text);
  if (single.length === n && n <= SHORT) return single;
  // copies of one number: any of them is as good
  return single.length === 1 && filled.length >= n ? filled.slice(0, n) : null;
}

/** Rows of so few columns are not totals of their parts. */
const SHORT = 3;

function placeOpen(text: string, record: TableRecord, n: number, geometry: Geometry): Placement {
  const values = record.values;
  const next = record.nextLine;
  const last = values.at(-1) ?? record.labels.at(-1);
  const blank = (): RawCell => blankAt(last?.end ?? 0, last?.line ?? record.lastLine);
  if (values.length === 0) return Array.from({ length: n }, blank);
  if (values.length > n) {
    // a page number that stands alone on its line has slipped in
    return values.slice(0, n);
  }
  if (geometry.ends && geometry.ends.length === n && spread(text, record)) {
    const cells: RawCell[] = Array.from({ length: n }, blank);
    let from = 0;
    for (const value of values) {
      const end = displayEnd(text, value);
      let best = -1;
      for (let c = from; c < n; c++) {
        const off = Math.abs((geometry.ends[c] as number) - end);
        if (best < 0 || off < Math.abs((geometry.ends[best] as number) - end)) best = c;
      }
      if (best < 0) return null;
      cells[best] = value;
      from = best + 1;
    }
    return cells;
  }
  const gap = geometry.lineGap;
  if (record.row.layout === 'lines' && gap !== null && gap >= 1) {
    const step = gap + 1;
    const label = record.labels.at(-1);
    const cells: RawCell[] = [];
    let line = label ? label.line : (values[0] as RawCell).line - step;
    for (const value of values) {
      const away = value.line - line;
      if (away <= 0 || away % step !== 0) return null;
      for (let b = 1; b < away / step; b++) cells.push(blank());
      cells.push(value);
      line = value.line;
    }
    if (next !== null) {
      const away = next - line;
      if (away % step !== 0) return null;
      for (let b = 1; b < away / step; b++) cells.push(blank());
    }
    return cells.length === n ? cells : null;
  }
  return null;
}
