import { LABELS, type LabelUse, labelName } from '../../forms';
import { trimRange } from '../../text/chars';
import { isBlank, type Line } from '../lines';
import { plainWords, RawCell, type RawRow } from '../rawRow';
import { isPipe } from './pipes';

/** Lines with one cell each, so many at least, make a table with one cell a line. */
const FEWEST = 3;
/** Lines with several cells, as labels may have them that hold no paragraph, come to so many for each with one. */
const BESIDE = 3;
/** A label takes so many lines at most, and none is longer. */
const PIECES = 3;
const LONGEST = 45;
/** With so many lines with several cells more than that a table has a row a line. */
const ROWS = 12;

/** Lines of a table with one cell a line: the indexes of the first and the last, both inclusive. */
export interface BarredRun {
  readonly first: number;
  readonly last: number;
}

/**
 * The lines of a table whose cells stand one below the other, as the text of a page has them whose cells hold
 * paragraphs.
 * @param first index of the first line with a pipe, `last` that of the last one
 * @returns null where each line is a row
 */
export function barredRun(text: string, lines: readonly Line[], first: number, last: number): BarredRun | null {
  return isBarred(text, lines, first, last) ? { first: withFirstCell(text, lines, first), last } : null;
}

/** Whether numbers have lines of their own, and so have the pipes of blank cells. */
function isBarred(text: string, lines: readonly Line[], first: number, last: number): boolean {
  let alone = 0;
  let beside = 0;
  for (let i = first; i <= last; i++) {
    const line = lines[i] as Line;
    if (isBlank(line)) continue;
    const count = cellsIn(text, line);
    if (count > 1) {
      beside++;
      // nearly every table has a row a line, which its first lines tell
      if (beside > ROWS + BESIDE * alone) return false;
    } else if (count === 0 ? isSolid(text, line) : isNumber(text, line)) alone++;
  }
  return alone >= FEWEST && beside <= BESIDE * alone;
}

/** Where the first cell begins, which can stand in the lines above the first pipe; a heading or a sentence is none. */
function withFirstCell(text: string, lines: readonly Line[], first: number): number {
  let words = '';
  for (let at = first - 1; at >= 0 && at >= first - PIECES && !isBlank(lines[at] as Line); at--) {
    const line = lines[at] as Line;
    if (line.to - line.from > LONGEST) break;
    words = text.slice(line.from, line.to) + words;
    if (LABELS.has(labelName(words))) return at;
  }
  return first;
}

/** How many cells of a line have words, up to two. */
function cellsIn(text: string, line: Line): number {
  let count = 0;
  let inside = false;
  for (let i = line.from; i < line.to && count < 2; i++) {
    const c = text.charCodeAt(i);
    if (isPipe(c)) inside = false;
    else if (!inside && c > 0x20 && c !== 0xa0 && c !== 0x3000) {
      inside = true;
      count++;
    }
  }
  return count;
}

/** Whether a line has pipes only, one or several without anything between: a blank cell, or what a merged cell covers. */
function isSolid(text: string, line: Line): boolean {
  for (let i = line.from; i < line.to; i++) if (!isPipe(text.charCodeAt(i))) return false;
  return true;
}

const PIPES = /^[|｜\s]+|[|｜\s]+$/g;

function isNumber(text: string, line: Line): boolean {
  if (line.to - line.from > 40) return false;
  const words = text.slice(line.from, line.to).replace(PIPES, '');
  return new RawCell(words, 0, 0, 0, 0).value;
}

/** A cell of the table, or a pipe that stands for a place that a merged cell covers. */
interface Barred {
  readonly cell: RawCell;
  readonly covered: boolean;
  /** Line of the pipe behind it. */
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
  const rows: RawRow[] = [];
  let row: Barred[] = [];
  const close = (): void => {
    const [begin] = row;
    if (!begin) return;
    const cells = withoutCovered(row).map(({ cell: c }, col) => new RawCell(c.text, c.start, c.end, col, c.line));
    const lastLine = (row.at(-1) as Barred).line;
    rows.push({ layout: 'barred', cells, firstLine: begin.cell.line, lastLine, framed: true });
    row = [];
  };
  const all = barredCells(text, lines, run, skips);
  all.forEach((next, i) => {
    const { cell } = next;
    if (row.length === 0 && cell.blank) return;
    const at = lastIndex(row, (b) => b.cell.words);
    const label = row[at]?.cell;
    if (cell.words ? at < row.length - 1 || opensRow(label, cell, all[i + 1]?.cell) : isHead(label) && !cell.blank) {
      // blanks between the head of a column and the first number are those of the numbers, but for what is covered
      const end = cell.words
        ? row.length
        : Math.max(
            at,
            lastIndex(row, (b) => b.covered),
          ) + 1;
      const blanks = row.splice(end);
      close();
      row = blanks;
    }
    row.push(next);
  });
  close();
  return rows;
}

function lastIndex<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let at = items.length - 1;
  while (at >= 0 && !holds(items[at] as T)) at--;
  return at;
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

/** Whether a label is that of a column and of no row: （七）总计 is one of a row. */
function isHead(cell: RawCell | undefined): boolean {
  const uses = cell?.uses;
  if (!cell || !uses) return false;
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
        cells.push({ cell: oneCell(pieces) ?? new RawCell('', i, i, 0, index), covered, line: index });
        pieces = [];
      }
      start = i + 1;
    }
  }
  const rest = oneCell(pieces);
  if (rest) cells.push({ cell: rest, covered: false, line: last });
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
