import { trimRange } from '../../text/chars';
import { isValue } from '../cell';
import { isBlank, type Line } from '../lines';
import { plainWords, RawCell, type RawRow } from '../rawRow';

const TAB = 9;
const QUOTE = 0x22;

/** Lines that a quoted cell may run over. */
const QUOTED_LINES = 6;

/**
 * Where a cell that begins with a quote ends: spreadsheets quote a cell with line breaks in it.
 * @returns the offset behind the closing quote, or -1 where the quote is just a quote
 */
function quotedEnd(text: string, lines: readonly Line[], index: number, start: number): number {
  const limit = (lines[Math.min(index + QUOTED_LINES, lines.length) - 1] as Line).end;
  for (let at = text.indexOf('"', start + 1); at >= 0 && at < limit; at = text.indexOf('"', at + 1)) {
    const next = text.charCodeAt(at + 1);
    if (next === TAB || at + 1 >= text.length || next === 10 || next === 13) return at + 1;
  }
  return -1;
}

/** Whether a line without tabs begins a row whose first cell is quoted and goes on in the lines below. */
export function beginsQuoted(text: string, lines: readonly Line[], index: number): boolean {
  const line = lines[index] as Line;
  if (line.tab || text.charCodeAt(line.from) !== QUOTE) return false;
  const end = quotedEnd(text, lines, index, line.from);
  return end > line.end;
}

/** Cells of one line apart by tabs, as a spreadsheet or a browser copies a row; quoted cells may run over lines. */
export function readTabs(text: string, lines: readonly Line[], index: number): RawRow {
  const cells: RawCell[] = [];
  let at = index;
  let line = lines[at] as Line;
  let start = line.start;
  for (let i = line.start; i <= line.end; i++) {
    if (i === start && text.charCodeAt(i) === QUOTE) {
      const end = quotedEnd(text, lines, index, i);
      while (end > line.end && lines[at + 1]) {
        at++;
        line = lines[at] as Line;
      }
      if (end > 0) i = end;
    }
    if (i < line.end && text.charCodeAt(i) !== TAB) continue;
    const range = trimRange(text, start, i);
    const words = plainWords(text.slice(range.start, range.end));
    cells.push(new RawCell(words, range.start, range.end, cells.length, index));
    start = i + 1;
  }
  return { layout: 'tabs', cells, firstLine: index, lastLine: at, framed: true };
}

/** Whether the line is one cell behind one tab. A bare tab is a blank cell. */
export function isTabbedCell(text: string, line: Line): boolean {
  if (!line.tab || line.pipe) return false;
  let i = line.start;
  while (text.charCodeAt(i) === 32) i++;
  if (text.charCodeAt(i) !== TAB) return false;
  for (i++; i < line.end; i++) if (text.charCodeAt(i) === TAB) return false;
  return true;
}

/**
 * A row written as one cell a line, each behind a tab; an empty line ends it. A line without its tab goes on with
 * the cell above, even behind an empty line when the row goes on right after it.
 * @param continues whether the words of a line without a tab can be the rest of a cell
 */
export function readTabbedCells(
  text: string,
  lines: readonly Line[],
  first: number,
  continues: (words: string) => boolean,
): RawRow {
  const cells: RawCell[] = [];
  let at = first;
  let last = first;
  for (;;) {
    const line = lines[at];
    if (!line) break;
    if (isTabbedCell(text, line)) {
      const range = trimRange(text, line.start, line.end);
      const place = isBlank(line) ? { start: line.end, end: line.end } : range;
      cells.push(new RawCell(plainWords(text.slice(range.start, range.end)), place.start, place.end, cells.length, at));
      last = at;
      at++;
      continue;
    }
    // the rest of a broken label: this line, or the next one that is not blank, if the row goes on behind it
    let rest = at;
    while (lines[rest] && isBlank(lines[rest] as Line) && !(lines[rest] as Line).tab) rest++;
    const line2 = lines[rest];
    const previous = cells.at(-1);
    if (!line2 || line2.tab || line2.pipe || isBlank(line2) || !previous) break;
    const words = text.slice(line2.from, line2.to);
    // an empty line at the head of a cell leaves its number on a line of its own; only labels go on over lines
    if (previous.blank ? !isValue(words) : previous.value) break;
    if (!continues(words) || (rest > at && !goesOn(text, lines, rest + 1))) break;
    const start = previous.text === '' ? line2.from : previous.start;
    const joined = previous.text + plainWords(words);
    cells[cells.length - 1] = new RawCell(joined, start, line2.to, previous.col, previous.line);
    last = rest;
    at = rest + 1;
  }
  return { layout: 'cells', cells, firstLine: first, lastLine: last, framed: true };
}

function goesOn(text: string, lines: readonly Line[], at: number): boolean {
  const line = lines[at];
  return line !== undefined && isTabbedCell(text, line);
}
