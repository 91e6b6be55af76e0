import { LABELS, labelName } from '../forms';
import type { TableId } from '../model';
import { RawCell, type RawRow } from './rawRow';
import { isSubtotal } from './subtotal';
import { labelCells } from './zones';

/** A label and the numbers behind it, put together from as many lines as the layout spread them over. */
export interface TableRecord {
  /** Label cells since the record before, those of header lines and broken labels included. */
  readonly labels: RawCell[];
  /** The label cells that stand in the same row as the values. */
  readonly own: readonly RawCell[];
  /** Label cells between this record and the next: the second half of a label may be among them. */
  after: readonly RawCell[];
  /** Blank cells included where the layout shows them. */
  readonly values: RawCell[];
  readonly row: RawRow;
  /** Line of the first label behind this record, or null: what lies between tells of blank cells that have vanished. */
  nextLine: number | null;
  lastLine: number;
}

/** Row labels that are also column labels: without their number they do not make a record of a row without values. */
const AMBIGUOUS_ROWS = new Set(
  [...LABELS]
    .filter(([, uses]) => uses.some((u) => u.role === 'row') && uses.some((u) => u.role === 'column'))
    .map(([n]) => n),
);

/** Whether the words are the label of a row of the table. */
export function isRowLabel(cell: RawCell, table: TableId): boolean {
  if (cell.reading.kind === 'number') return false;
  const { uses, name } = cell;
  if (!uses) return false;
  const clear = !AMBIGUOUS_ROWS.has(name);
  return uses.some(
    (u) =>
      u.role === 'row' && u.table === table && (clear || (u.number !== null && u.number === cell.numbering?.value)),
  );
}

/** The last of the pieces that wait for a label which, with it behind them, are the label of a row; none where none are. */
function piecesBefore(waiting: readonly RawCell[], label: RawCell, table: TableId): readonly RawCell[] {
  let words = label.text;
  const last = waiting.slice(-3);
  for (let first = last.length - 1; first >= 0; first--) {
    words = (last[first] as RawCell).text + words;
    const whole = new RawCell(words, label.start, label.end, label.col, label.line);
    if (isRowLabel(whole, table)) return last.slice(first);
  }
  return [];
}

/** Label cells in their columns: a line that a broken label begins stands as far right as that label. */
function continued(waiting: readonly RawCell[], own: readonly RawCell[]): readonly RawCell[] {
  const last = waiting.at(-1);
  const [first] = own;
  if (!last || !first || first.col > 0 || last.col === 0 || !LABELS.has(labelName(last.text + first.text))) return own;
  return own.map((c) => new RawCell(c.text, c.start, c.end, c.col + last.col, c.line));
}

/** Where the labels of a framed row end and its values begin. */
function splitFramed(cells: readonly RawCell[], table: TableId, width: number): number {
  let end = 0;
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] as RawCell;
    if (cell.words) end = i + 1;
    else if (cell.text !== '') break;
  }
  const label = (cell: RawCell): boolean => isRowLabel(cell, table) || isSubtotal(cell.name);
  let known = cells.length;
  while (known > 0 && !label(cells[known - 1] as RawCell)) known--;
  // words behind a known label are a value that cannot be read, unless there is one cell too many for that
  // a broken label goes on in words, a guessed number (约615) has digits
  const strange = cells.slice(known, end).filter((c) => c.words && !(/\d/.test(c.text) && !c.numbering));
  const words = strange.length;
  const numbers = cells.slice(end).some((c) => c.text !== '');
  // blanks behind the label are what a merged cell left
  let first = known;
  while (first < end && cells.length - first > width && cells[first]?.blank) first++;
  if (known > 0 && (words === 0 || (numbers && cells.length - first <= width))) return known;
  // the labels of table 2 are short: nothing goes on with them, and some rows have one number only
  if (known > 0 && table === 'proactive' && strange.every((c) => !c.uses)) return known;
  return end;
}

/**
 * Puts rows together into records: labels gather until values come; values without a label go on with the record
 * before them.
 * @param width the most values that a row of the table has
 * @returns the records, and the label cells behind the last one
 */
export function buildRecords(
  rows: readonly RawRow[],
  table: TableId,
  width: number,
): { records: TableRecord[]; rest: RawCell[] } {
  const records: TableRecord[] = [];
  let waiting: RawCell[] = [];
  // pieces of lines without a frame, which spaces part, and not columns
  const loose = new Set<RawCell>();
  // an author's own column of subtotals makes a row one longer
  const most = width >= 7 ? width + 1 : width;
  const push = (row: RawRow, own: readonly RawCell[], values: readonly RawCell[]): void => {
    const previous = records.at(-1);
    if (previous) {
      previous.after = waiting;
      previous.nextLine = (waiting[0] ?? own[0] ?? values[0])?.line ?? null;
    }
    records.push({
      labels: [...waiting, ...own],
      own,
      after: [],
      values: [...values],
      nextLine: null,
      row,
      lastLine: row.lastLine,
    });
    waiting = [];
  };
  for (const row of rows) {
    const previous = records.at(-1);
    if (!row.framed) {
      const labels = labelCells(row.cells);
      const values = row.cells.slice(labels.length);
      if (values.length === 0) {
        waiting.push(...labels);
        for (const piece of labels) loose.add(piece);
        continue;
      }
      if (labels.length > 0 || waiting.length > 0 || !previous) {
        push(row, labels, values);
      } else if (previous.row.framed) {
        // a bare number between the rows of a framed table is a page number
        if (values.length > 1) push(row, labels, values);
      } else {
        previous.values.push(...values);
        previous.lastLine = row.lastLine;
      }
      continue;
    }
    const end = splitFramed(row.cells, table, width);
    const own = row.cells.slice(0, end).filter((c) => c.text !== '');
    const values = row.cells.slice(end);
    const filled = values.some((c) => c.text !== '');
    const label = own.at(-1);
    // the second half of a label in a row of its own: （六） and, below it, 其他处理
    const half = !filled && label && previous?.own.some((c) => LABELS.has(labelName(c.text + label.text)));
    const whole = label !== undefined && isRowLabel(label, table);
    // the end of a broken label before nothing but blanks
    const ends = label !== undefined && values.length >= 3 && piecesBefore(waiting, label, table).length > 0;
    const blankRow = values.length > 0 && !half && (whole || ends);
    if (!filled && !blankRow) {
      if (own.length === 0 && values.length >= Math.min(width, 10)) push(row, own, values);
      else waiting.push(...continued(waiting, own));
      continue;
    }
    if (
      own.length === 0 &&
      waiting.length === 0 &&
      previous?.row.framed &&
      previous.values.length + values.length <= most
    ) {
      previous.values.push(...values);
      previous.lastLine = row.lastLine;
      continue;
    }
    // a row that a broken label pushed to the start of a line: its cells stand further right
    const torn = own.length === 1 && label?.col === 0 ? piecesBefore(waiting, label, table) : [];
    const pieces = torn.length === 0 && continued(waiting, own) !== own ? waiting.slice(-1) : torn;
    // each line goes on in the column in which the one before it broke off
    const by = pieces.reduce((columns, piece) => columns + (loose.has(piece) ? 0 : piece.col), 0);
    push(row, own, by > 0 ? values.map((c) => new RawCell(c.text, c.start, c.end, c.col + by, c.line)) : values);
  }
  const last = records.at(-1);
  if (last) last.after = waiting;
  return { records, rest: waiting };
}
