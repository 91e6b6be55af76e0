import { trimRange } from '../../text/chars';
import type { Line } from '../lines';
import { plainWords, RawCell, type RawRow } from '../rawRow';

const PIPE = 0x7c;
const FULL_PIPE = 0xff5c;
const BACKSLASH = 0x5c;

/**
 * One line of a table with `|` between its cells, with or without the outer ones.
 * @param headed whether words follow in the next line, so that single dashes must be GFM's separator
 * @returns null for the separator row of GFM (`| --- | :-: |`), which holds nothing
 */
export function readPipes(text: string, line: Line, headed: boolean): RawRow | null {
  const cells: RawCell[] = [];
  let start = line.from;
  for (let i = line.from; i <= line.to; i++) {
    const c = i < line.to ? text.charCodeAt(i) : PIPE;
    if (c !== PIPE && c !== FULL_PIPE) continue;
    if (i > line.from && text.charCodeAt(i - 1) === BACKSLASH && i < line.to) continue;
    const outer = (i === line.from && start === line.from) || (i === line.to && start === line.to && cells.length > 0);
    if (!outer) {
      const range = trimRange(text, start, i);
      cells.push(
        new RawCell(plainWords(text.slice(range.start, range.end)), range.start, range.end, cells.length, line.index),
      );
    }
    start = i + 1;
  }
  if (isSeparator(cells, headed)) return null;
  return { layout: 'pipes', cells, firstLine: line.index, lastLine: line.index, framed: true };
}

/**
 * Two or more dashes in a cell, or colons, are GFM's separator wherever they stand; single dashes only where more
 * of the head follows, since an author may also mark with them that there is nothing to count.
 */
function isSeparator(cells: readonly RawCell[], headed: boolean): boolean {
  let long = headed;
  for (const { text } of cells) {
    if (!/^:?-+:?$/.test(text)) return false;
    if (text.length > 1) long = true;
  }
  return long && cells.length > 0;
}
