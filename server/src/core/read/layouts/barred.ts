import type { LabelUse } from '../../forms';
import { trimRange } from '../../text/chars';
import { isBlank, type Line } from '../lines';
import { plainWords, RawCell, type RawRow } from '../rawRow';
import { isSubtotal } from '../subtotal';
import type { BarredRun } from './barredRun';
import { isPipe } from './pipe';

/** A cell of the table, or a pipe that stands for a place that a merged cell covers. */
interface Barred {
  readonly cell: RawCell;
  readonly covered: boolean;
  /** Behind the pipe behind it, and the line of that. */
  readonly end: number;
  readonly line: number;
}

/**
 * The rows of lines with one cell each and pipes behind, before or around it. Where a row ends is told by its labels:
 * behind the numbers another label begins another row, and so does the first one behind the labels of columns.
 * @param skips whether a line is furniture of a page
 */
export function readBarred(
  text: string,
  lines: readonly Line[],
  run: BarredRun,
  skips: (words: string) => boolean,
): RawRow[] {
  const all = barredCells(text, lines, run, skips);
  let firstLine = run.first;
  let start = all[0]?.cell.start ?? 0;
  return withUnreadable(rowsOf(all)).map((row) => {
    const cells = withoutCovered(row).map(({ cell: c }, col) => new RawCell(c.text, c.start, c.end, col, c.line));
    const last = row.at(-1) as Barred;
    const own = { firstLine: Math.min(firstLine, last.line), lastLine: last.line, bars: { start, end: last.end } };
    firstLine = last.line + 1;
    start = last.end;
    return { layout: 'barred', cells, framed: true, ...own };
  });
}

function rowsOf(all: readonly Barred[]): Barred[][] {
  const rows: Barred[][] = [];
  let row: Barred[] = [];
  // where the last label and the last covered place of the row stand in it
  let label = -1;
  let covered = -1;
  const close = (rest: Barred[]): void => {
    rows.push(row);
    row = rest;
    label = -1;
    covered = -1;
  };
  // where a pipe stands before the first cell of each row, it closes no blank one
  const leading = all[0]?.cell.blank ?? false;
  all.forEach((next, i) => {
    const { cell } = next;
    if (row.length === 0 && cell.blank) return;
    const before = row[label]?.cell;
    if (cell.words && row.length > 0 && (label < row.length - 1 || opensRow(before, cell, all[i + 1]?.cell))) {
      // furniture of a page takes the pipe of the row behind it
      const own = cell.uses !== null || !all[i + 1]?.cell.words;
      if (leading && own && row.at(-1)?.cell.blank) row.pop();
      close([]);
    } else if (!cell.words && !cell.blank && isHead(before)) {
      // blanks between the label of a column and the first number are those of the numbers, but for what is covered
      const blanks = row.splice(Math.max(label, covered) + 1);
      if (leading) blanks.shift();
      close(blanks);
    }
    if (cell.words) label = row.length;
    if (next.covered) covered = row.length;
    row.push(next);
  });
  return row.length > 0 ? [...rows, row] : rows;
}

/** Rows with what stands behind words that are no label, but are in the place of a number: 见附件. */
function withUnreadable(rows: readonly Barred[][]): Barred[][] {
  const cells = (row: readonly Barred[]): number => row.filter((b) => !b.covered).length;
  // one bare pipe at the end may fill the row up
  const filled = (row: readonly Barred[]): number => cells(row) - (row.length > 1 && row.at(-1)?.cell.blank ? 1 : 0);
  const labels = (row: readonly Barred[]): number => row.findIndex((b) => !b.cell.words);
  const counts = rows.map((row) => filled(row) - labels(row)).sort((a, b) => a - b);
  // what more than half of the rows have stands in the middle
  const middle = counts[counts.length >> 1] ?? 0;
  const usual = 2 * counts.filter((n) => n === middle).length > counts.length ? middle : 0;
  const result: Barred[][] = [];
  for (const row of rows) {
    const before = result.at(-1);
    const first = row[0]?.cell;
    const goesOn = before !== undefined && first !== undefined && !first.uses && !first.numbering;
    const lacks = goesOn && usual > 1 ? usual - cells(before) + labels(before) : 0;
    if (lacks > 0 && lacks === filled(row)) before?.push(...row);
    else result.push(row);
  }
  return result;
}

/** Whether a label behind another one begins a row. @param next what stands behind it */
function opensRow(before: RawCell | undefined, cell: RawCell, next: RawCell | undefined): boolean {
  if (!before) return false;
  const is = (label: RawCell, ...roles: readonly LabelUse['role'][]): boolean =>
    label.uses?.some((u) => roles.includes(u.role)) ?? false;
  if (is(cell, 'heading', 'corner')) return true;
  if (isHead(cell)) return false;
  if (is(cell, 'row', 'group')) return !is(before, 'group');
  // a label that is misworded
  return isHead(before) && !next?.words;
}

/** Whether a label is that of a column and of no row: （七）总计 is one of a row. An author's own 小计 may be one. */
function isHead(cell: RawCell | undefined): boolean {
  if (!cell) return false;
  const { uses } = cell;
  if (!uses) return isSubtotal(cell.name);
  const column = uses.some((u) => u.role === 'column' || u.role === 'columnGroup');
  return column && (cell.numbering === null || !uses.some((u) => u.role === 'row'));
}

/**
 * A row without the pipes that fill it up; they are kept where only they show that there are blank cells: behind
 * nothing but its label, or but zeros, of which it does not matter in which column they are.
 */
function withoutCovered(row: readonly Barred[]): readonly Barred[] {
  return row.some(({ cell }) => cell.reading.value) ? row.filter((b) => !b.covered) : row;
}

/** All cells of the lines in the order of the text. */
function barredCells(
  text: string,
  lines: readonly Line[],
  { first, last }: BarredRun,
  skips: (words: string) => boolean,
): Barred[] {
  const cells: Barred[] = [];
  let pieces: RawCell[] = [];
  for (let index = first; index <= last; index++) {
    const line = lines[index] as Line;
    if (isBlank(line) || skips(text.slice(line.from, line.to))) continue;
    let start = line.from;
    for (let i = line.from; i <= line.to; i++) {
      const bar = i < line.to && isPipe(text.charCodeAt(i));
      if (i < line.to && !bar) continue;
      const range = trimRange(text, start, i);
      if (range.start < range.end)
        pieces.push(new RawCell(plainWords(text.slice(range.start, range.end)), range.start, range.end, 0, index));
      if (bar) {
        const covered = pieces.length === 0 && isCovered(text, i);
        cells.push({ cell: oneCell(pieces) ?? new RawCell('', i, i, 0, index), covered, end: i + 1, line: index });
        pieces = [];
      }
      start = i + 1;
    }
  }
  const rest = oneCell(pieces);
  if (rest) cells.push({ cell: rest, covered: false, end: rest.end, line: last });
  return cells;
}

/** Whether a pipe stands right beside another one. */
function isCovered(text: string, at: number): boolean {
  return isPipe(text.charCodeAt(at - 1)) || isPipe(text.charCodeAt(at + 1));
}

/** The lines of a cell as one: those that are a label or a number, else all; furniture of a page may be among them. */
function oneCell(pieces: readonly RawCell[]): RawCell | null {
  const [only] = pieces;
  if (!only || pieces.length === 1) return only ?? null;
  for (let count = pieces.length; count > 0; count--) {
    for (let from = pieces.length - count; from >= 0; from--) {
      const cell = joinPieces(pieces.slice(from, from + count));
      if (cell.uses || cell.value) return cell;
    }
  }
  return joinPieces(pieces);
}

function joinPieces(pieces: readonly RawCell[]): RawCell {
  const first = pieces[0] as RawCell;
  const last = pieces.at(-1) as RawCell;
  return new RawCell(pieces.map((p) => p.text).join(''), first.start, last.end, 0, first.line);
}
