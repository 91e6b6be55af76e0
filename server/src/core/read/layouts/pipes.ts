import { isSpace, trimRange } from '../../text/chars';
import { endsTable } from '../headings';
import { isBlank, type Line } from '../lines';
import { plainWords, RawCell, type RawRow } from '../rawRow';
import { type BarredRun, barredRun } from './barredRun';
import { isPipe } from './pipe';

const BACKSLASH = 0x5c;

/** Whether the lines of a table begin and end with a pipe that parts no cells. */
export interface PipeStyle {
  readonly leading: boolean;
  readonly trailing: boolean;
  /** Whether pipes without a space between stand at the ends of lines only: they then fill short rows up. */
  readonly fills: boolean;
  /** The lines of the run where its cells stand one below the other; null where each line is a row. */
  readonly barred: BarredRun | null;
}

/** Lines without pipes that may stand between two lines of one table: a page break, a broken label. */
const APART = 4;
/** So much of a line tells whether it is a heading. */
const LONGEST_HEADING = 90;
/** Where no line begins with a pipe, those at the ends part off a blank cell unless nearly all lines have them. */
const NEARLY_ALL = 0.9;

/**
 * The style of each run of lines with pipes, by the lines that have some and by the first one. A run's first line
 * tells: it begins with words, so that a pipe before them is an outer one. In a table without outer pipes a pipe at an
 * end stands beside a blank cell.
 */
export function pipeStyles(text: string, lines: readonly Line[]): ReadonlyMap<number, PipeStyle> {
  const styles = new Map<number, PipeStyle>();
  let run: Line[] = [];
  const close = (): void => {
    const [first] = run;
    if (!first) return;
    const leading = isPipe(text.charCodeAt(first.from));
    const ending = run.filter((l) => isPipe(text.charCodeAt(l.to - 1))).length;
    const fills = run.some((l) => endsBare(text, l)) && !run.some((l) => hasBareInside(text, l));
    const barred = barredRun(text, lines, first.index, (run.at(-1) as Line).index);
    const style = { leading, trailing: leading || ending >= run.length * NEARLY_ALL, fills, barred };
    for (const l of run) styles.set(l.index, style);
    if (barred) styles.set(barred.first, style);
    run = [];
  };
  for (const line of lines) {
    const last = run.at(-1);
    if (last && line.index - last.index > APART) close();
    if (line.pipe) {
      run.push(line);
      continue;
    }
    if (run.length === 0 || isBlank(line)) continue;
    // the table behind a heading or a sentence is another one, which may be written otherwise
    const words = text.slice(line.from, Math.min(line.to, line.from + LONGEST_HEADING));
    if (line.to - line.from > LONGEST_HEADING || endsTable(words)) close();
  }
  close();
  return styles;
}

/** The cells of one line with `|` between them, with or without the outer ones; an escaped pipe parts none. */
export function pipeCells(text: string, line: Line, style: PipeStyle): RawCell[] {
  const cells: RawCell[] = [];
  let start = line.from;
  for (let i = line.from; i <= line.to; i++) {
    if (i < line.to && !isPipe(text.charCodeAt(i))) continue;
    if (i > line.from && text.charCodeAt(i - 1) === BACKSLASH && i < line.to) continue;
    const first = i === line.from && style.leading;
    const last = i === line.to && start === line.to && cells.length > 0 && style.trailing;
    if (!first && !last) {
      const range = trimRange(text, start, i);
      cells.push(
        new RawCell(plainWords(text.slice(range.start, range.end)), range.start, range.end, cells.length, line.index),
      );
    }
    start = i + 1;
  }
  return cells;
}

/**
 * One line of a table with `|` between its cells, with or without the outer ones.
 * @param headed whether words follow in the next line, so that single dashes must be GFM's separator
 * @returns null for the separator row of GFM (`| --- | :-: |`), which holds nothing
 */
export function readPipes(text: string, line: Line, style: PipeStyle, headed: boolean): RawRow | null {
  const all = pipeCells(text, line, style);
  if (isSeparator(all, headed)) return null;
  const cells = withoutCovered(text, line, all, style);
  return { layout: 'pipes', cells, firstLine: line.index, lastLine: line.index, framed: true };
}

/**
 * A row without the pipes that a web page's text fills it up with where merged or blank cells left it short:
 * `行政许可 | 5 | ||`. Such a row does not tell where a blank among its numbers was; behind nothing but a label, or but
 * zeros, it need not, and its blanks stay.
 */
function withoutCovered(text: string, line: Line, cells: readonly RawCell[], style: PipeStyle): readonly RawCell[] {
  let at = line.to;
  while (isPipe(text.charCodeAt(at - 1))) at--;
  const bare = line.to - at;
  if (bare < 2 || !style.fills || !isSpace(text.charCodeAt(at - 1))) return cells;
  while (isSpace(text.charCodeAt(at - 1))) at--;
  if (!isPipe(text.charCodeAt(at - 1)) || !cells.some((c) => c.reading.value)) return cells;
  return cells.slice(0, cells.length - (style.trailing ? bare : bare + 1));
}

function endsBare(text: string, line: Line): boolean {
  return isPipe(text.charCodeAt(line.to - 1)) && isPipe(text.charCodeAt(line.to - 2));
}

/** Whether a line has pipes side by side before its end. */
function hasBareInside(text: string, line: Line): boolean {
  let end = line.to;
  while (end > line.from && isPipe(text.charCodeAt(end - 1))) end--;
  for (let i = line.from + 1; i < end; i++) {
    if (isPipe(text.charCodeAt(i)) && isPipe(text.charCodeAt(i - 1))) return true;
  }
  return false;
}

/** Whether words follow below a line with pipes, so that single dashes in it part a head from the rows. */
export function isHeaded(text: string, next: Line | undefined): boolean {
  return next?.pipe === true && /\p{Script=Han}/u.test(text.slice(next.from, next.to));
}

/**
 * Two or more dashes in a cell, or colons, are GFM's separator wherever they stand; single dashes only where more
 * of the head follows, since an author may also mark with them that there is nothing to count.
 */
function isSeparator(cells: readonly RawCell[], headed: boolean): boolean {
  let long = headed;
  let dashes = 0;
  for (const { text } of cells) {
    if (text === '') continue;
    if (!/^:?-+:?$/.test(text)) return false;
    if (text.length > 1) long = true;
    dashes++;
  }
  return long && dashes > 0;
}
