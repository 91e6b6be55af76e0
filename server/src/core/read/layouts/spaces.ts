import { isSpace } from '../../text/chars';
import { UNIT } from '../cell';
import type { Line } from '../lines';
import { plainWords, RawCell, type RawRow } from '../rawRow';

const LT = 0x3c;
const ONLY_UNIT = new RegExp(`^${UNIT}$`);

/**
 * A line without any frame: cells apart by spaces, as a PDF viewer copies them, or just one cell.
 * A unit or a note in brackets belongs to the number before it.
 */
export function readSpaces(text: string, line: Line): RawRow {
  const cells: RawCell[] = [];
  let i = line.from;
  while (i < line.to) {
    let end = i;
    while (end < line.to && !isSpace(text.charCodeAt(end)))
      end = text.charCodeAt(end) === LT ? tagEnd(text, end, line.to) : end + 1;
    const previous = cells.at(-1);
    const words = plainWords(text.slice(i, end));
    if (previous && belongsToNumber(previous, words)) {
      const joined = text.slice(previous.start, end);
      cells[cells.length - 1] = new RawCell(joined, previous.start, end, previous.col, previous.line);
    } else {
      cells.push(new RawCell(words, i, end, cells.length, line.index));
    }
    i = end;
    while (i < line.to && isSpace(text.charCodeAt(i))) i++;
  }
  return {
    layout: cells.length > 1 ? 'spaces' : 'lines',
    cells,
    firstLine: line.index,
    lastLine: line.index,
    framed: false,
  };
}

/** A tag is no place to part words at: `<br />`. */
function tagEnd(text: string, at: number, limit: number): number {
  const close = text.indexOf('>', at);
  return close > 0 && close < Math.min(limit, at + 12) ? close + 1 : at + 1;
}

function belongsToNumber(cell: RawCell, words: string): boolean {
  const previous = cell.text;
  const open = /[（(][^）)]*$/.test(previous);
  if (open && /^[（(]?\d|^[+\-增减]?\d/.test(previous)) return true;
  if (!cell.value) return false;
  if (ONLY_UNIT.test(words)) return cell.reading.unit === null;
  // 252 （减18）, but not a label such as （一）予以公开
  return /^[（(](?:增|减|\+|-|其中|含|单位)/.test(words);
}
