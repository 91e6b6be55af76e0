import { isSpace } from '../text/chars';

const DIGITS = '〇一二三四五六七八九';

/** The numeral of a small number as headings write it: 7 → 七, 12 → 十二. */
export function chineseNumeral(n: number): string {
  if (n < 10) return DIGITS.charAt(n);
  const tens = n < 20 ? '十' : `${DIGITS.charAt(Math.floor(n / 10))}十`;
  return n % 10 === 0 ? tens : tens + DIGITS.charAt(n % 10);
}

/** A number at the head of a label or heading. */
export interface Numbering {
  readonly value: number;
  /** 1: `一、`, 2: `（一）`, 3: `1.` or `(1)` */
  readonly level: 1 | 2 | 3;
  /** Length of the number with its brackets and mark, spaces behind it included. */
  readonly length: number;
  /** Length of the number with its brackets and mark, spaces behind it not included. */
  readonly mark: number;
}

/** Value of a run of Chinese numerals up to 九十九, and where it ends; value 0 where there is none. */
function readChinese(text: string, at: number): { value: number; end: number } {
  let value = 0;
  let unit = 0;
  let i = at;
  for (; i < text.length && i < at + 3; i++) {
    const ch = text.charAt(i);
    if (ch === '十') {
      value += (unit || 1) * 10;
      unit = 0;
      continue;
    }
    const d = DIGITS.indexOf(ch);
    if (d <= 0) break;
    unit = d;
  }
  return { value: value + unit, end: i };
}

/** What a number can begin with; most text does not. */
const HEADS = new Set([...'一二三四五六七八九十第（(0123456789０１２３４５６７８９'].map((c) => c.charCodeAt(0)));

/**
 * Reads `一、`, `（一）`, `(六)`, `1.`, `１、`, `(1)`, `第一部分`, `一.`, `一，` or `一 ` at `at`.
 * @param at UTF-16 offset of the first character of the number
 */
export function readNumbering(text: string, at = 0): Numbering | null {
  if (!HEADS.has(text.charCodeAt(at))) return null;
  let i = at;
  const first = text.charAt(i);
  const bracket = first === '（' || first === '(';
  const ordinal = first === '第';
  if (bracket || ordinal) {
    i++;
    while (isSpace(text.charCodeAt(i))) i++;
  }
  let value = 0;
  let arabic = false;
  const c = readChinese(text, i);
  if (c.value > 0) {
    value = c.value;
    i = c.end;
  } else {
    const from = i;
    for (; i < from + 2; i++) {
      const code = text.charCodeAt(i);
      const d = code >= 0xff10 ? code - 0xff10 : code - 0x30;
      if (!(d >= 0 && d <= 9)) break;
      value = value * 10 + d;
    }
    if (i === from || value === 0) return null;
    arabic = true;
  }
  const digitsEnd = i;
  while (isSpace(text.charCodeAt(i))) i++;
  let level: 1 | 2 | 3 = arabic ? 3 : 1;
  if (bracket) {
    const close = text.charAt(i);
    if (close !== '）' && close !== ')') return null;
    i++;
    if (!arabic) level = 2;
    // （一）、 is a slip that changes nothing
    if ('、.．，,'.includes(text.charAt(i)) && i < text.length) i++;
  } else if (ordinal) {
    if (!text.startsWith('部分', i)) return null;
    i += 2;
    level = 1;
    if ('、.．，,：:'.includes(text.charAt(i)) && i < text.length) i++;
  } else {
    // 1\\. is Markdown for a number that begins no list
    if (text.charAt(i) === '\\') i++;
    const mark = text.charAt(i);
    if (mark !== '' && '、.．，,·﹒'.includes(mark)) {
      // 1.5 is a number, not numbering
      if (arabic && /[0-9０-９]/.test(text.charAt(i + 1))) return null;
      i++;
    } else if (arabic || i === digitsEnd || i >= text.length) return null;
    // 六 其他需要报告的事项: a space stands for the mark
    else i = digitsEnd;
  }
  const mark = i - at;
  while (i < text.length && isSpace(text.charCodeAt(i))) i++;
  return { value, level, length: i - at, mark };
}
