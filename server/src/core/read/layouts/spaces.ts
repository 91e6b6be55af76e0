import { LABELS, labelName } from '../../forms';
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
      for (const { text: piece, at } of unglued(words, end - i))
        cells.push(
          new RawCell(
            piece,
            i + at,
            at === 0 && piece === words ? end : i + at + piece.length,
            cells.length,
            line.index,
          ),
        );
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

const ROW_LABELS = [...LABELS].filter(([, uses]) => uses.some((u) => u.role === 'row')).map(([name]) => name);
const YUAN = 0x5143;
const GLUED = /^(.*[^\d.,])(\d+(?:\.\d+)?(?:万?元)?)$/su;

/**
 * The label and the numbers of a row that a page put together without anything between: `规章000`. Zeros are one number
 * each; where other digits part, nothing tells.
 * @param length of the words in the text, which may have marks between
 * @returns the pieces with their offsets; the words themselves where they are nothing of the kind
 */
function unglued(words: string, length: number): readonly { text: string; at: number }[] {
  const whole = [{ text: words, at: 0 }];
  const last = words.charCodeAt(words.length - 1);
  if ((last < 0x30 || last > 0x39) && last !== YUAN) return whole;
  const [, label = '', digits = ''] = (length === words.length && GLUED.exec(words)) || [];
  if (label === '' || !isRowLabel(labelName(label))) return whole;
  const numbers = /^0+$/.test(digits) ? [...digits] : [digits];
  return [{ text: label, at: 0 }, ...numbers.map((n, i) => ({ text: n, at: label.length + i }))];
}

/** Whether words are the label of a row, or that of its group with it behind. */
function isRowLabel(name: string): boolean {
  const group = (words: string): boolean => words === '' || LABELS.has(words.replace(/[一二三四五六七\d.、]+$/, ''));
  return ROW_LABELS.some((row) => name.endsWith(row) && group(name.slice(0, -row.length)));
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
