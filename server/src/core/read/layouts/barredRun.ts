import { LABELS, labelName } from '../../forms';
import { isBlank, type Line } from '../lines';
import { RawCell } from '../rawRow';
import { isPipe } from './pipe';

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
  if (!isBarred(text, lines, first, last)) return null;
  const next = lines[last + 1];
  // the cell that is being typed has no pipe behind it
  const typed = next !== undefined && !isBlank(next) && isNumber(text, next);
  return { first: withFirstCell(text, lines, first), last: typed ? last + 1 : last };
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
