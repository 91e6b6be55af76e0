import { charTable, isSpace } from '../text/chars';

const DIGITS = '〇一二三四五六七八九';

/** The numeral of a small number as headings write it: 7 → 七, 12 → 十二. */
export function chineseNumeral(n: number): string {
  if (n < 10) return DIGITS.charAt(n);
  const tens = n < 20 ? '十' : `${DIGITS.charAt(Math.floor(n / 10))}十`;
  return n % 10 === 0 ? tens : tens + DIGITS.charAt(n % 10);
}

/**
 * A number in its brackets and marks as an author wrote it, with another value: `（四）` → `（三）`, `４．` → `３．`,
 * `④` → `③`. A circle that no character has is written in brackets.
 * @param mark what `readNumbering` reads as a number, or the number of a link (`四是`, `第四`)
 */
export function renumbered(mark: string, value: number): string {
  const single = SINGLE.find(([first, count]) => {
    const c = mark.charCodeAt(0);
    return c >= first && c < first + count;
  });
  if (single) {
    const [first, count] = single;
    return (value <= count ? String.fromCharCode(first + value - 1) : `（${value}）`) + mark.slice(1);
  }
  return mark.replace(/[一二三四五六七八九十〇]+|[0-9]+|[０-９]+/, (numeral) => {
    if (/[0-9]/.test(numeral)) return String(value);
    if (!/[０-９]/.test(numeral)) return chineseNumeral(value);
    return String(value).replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
  });
}

/** A number at the head of a label or heading. */
export interface Numbering {
  readonly value: number;
  /** 1: `一、`, 2: `（一）`, 3: `1.`, `(1)` or `①` */
  readonly level: 1 | 2 | 3;
  /** Length of the number with its brackets and mark, spaces behind it included. */
  readonly length: number;
  /** Length of the number with its brackets and mark, spaces behind it not included. */
  readonly mark: number;
}

const NUMERALS = new Map([...'一二三四五六七八九十'].map((c, i) => [c.charCodeAt(0), i + 1]));

/** Value of a run of Chinese numerals up to 九十九, and where it ends; value 0 where there is none. */
function readChinese(text: string, at: number): { value: number; end: number } {
  let value = 0;
  let unit = 0;
  let i = at;
  for (; i < text.length && i < at + 3; i++) {
    const d = NUMERALS.get(text.charCodeAt(i));
    if (d === undefined) break;
    if (d === 10) {
      value += (unit || 1) * 10;
      unit = 0;
    } else unit = d;
  }
  return { value: value + unit, end: i };
}

/** Dashes that are typed, or scanned, for 一. */
const DASHES = '—―－–─━ー';
const IS_DASH = charTable(DASHES);

/** What a number can begin with; most text does not. */
const HEADS = charTable(`一二三四五六七八九十第（(0123456789０１２３４５６７８９${DASHES}`);

/** Whether the first character of a text can be that of a number, which may then be one or none. */
export function mayBeginNumber(text: string): boolean {
  const c = text.charCodeAt(0);
  return HEADS[c] === 1 || isSingleNumber(c);
}

/** Numbers that are one character, by the first of a run: ① ⑴ ⒈ ㈠ ㊀, how many there are, and the level that they mark. */
const SINGLE: readonly (readonly [first: number, count: number, level: 2 | 3])[] = [
  [0x2460, 20, 3],
  [0x2474, 20, 3],
  [0x2488, 20, 3],
  [0x2776, 10, 3],
  [0x3220, 10, 2],
  [0x3280, 10, 2],
];

/** Whether a character is a number with its brackets, circle or stop: ①, ⑴, ⒈, ㈠. */
export function isSingleNumber(c: number): boolean {
  return c >= 0x2460 && c <= 0x3289 && SINGLE.some(([first, count]) => c >= first && c < first + count);
}

/** A number that is one character, with a mark and spaces behind it. */
function readSingle(text: string, at: number): Numbering | null {
  const c = text.charCodeAt(at);
  const run = SINGLE.find(([first, count]) => c >= first && c < first + count);
  if (!run) return null;
  let i = at + 1;
  if (MARKS.has(text.charCodeAt(i))) i++;
  const mark = i - at;
  while (i < text.length && isSpace(text.charCodeAt(i))) i++;
  return { value: c - run[0] + 1, level: run[2], length: i - at, mark };
}

const codes = (chars: string): ReadonlySet<number> => new Set([...chars].map((c) => c.charCodeAt(0)));
const OPEN = 0x28;
const CLOSE = 0x29;
const FULL_OPEN = 0xff08;
const FULL_CLOSE = 0xff09;
const ORDINAL = 0x7b2c; // 第
const BACKSLASH = 0x5c;
/** What may stand behind the number. */
const MARKS = codes('、.．，,');
const DOTS = codes('·﹒');
const COLONS = codes('：:');

/** Value of a digit of either width, −1 for anything else. */
function digit(c: number): number {
  const d = c >= 0xff10 ? c - 0xff10 : c - 0x30;
  return d >= 0 && d <= 9 ? d : -1;
}

/** —、 for 一、: a numeral of another style, so that it is no level-one number. */
function readDash(text: string, at: number): Numbering | null {
  if (text.charAt(at + 1) !== '、') return null;
  let i = at + 2;
  while (i < text.length && isSpace(text.charCodeAt(i))) i++;
  return { value: 1, level: 3, length: i - at, mark: 2 };
}

/** Whether a year begins here: 2023年. */
function isYear(text: string, at: number): boolean {
  for (let i = at; i < at + 4; i++) if (digit(text.charCodeAt(i)) < 0) return false;
  let end = at + 4;
  while (isSpace(text.charCodeAt(end))) end++;
  return text.charAt(end) === '年';
}

/**
 * Reads `一、`, `（一）`, `(六)`, `1.`, `１、`, `(1)`, `一)`, `第一部分`, `一.`, `一，`, `一 `, or a number of one
 * character (`①`, `⑴`, `⒈`, `㈠`), or a dash for 一 (`—、`), at `at`.
 * @param at UTF-16 offset of the first character of the number
 */
export function readNumbering(text: string, at = 0): Numbering | null {
  if (HEADS[text.charCodeAt(at)] !== 1) return isSingleNumber(text.charCodeAt(at)) ? readSingle(text, at) : null;
  let i = at;
  const first = text.charCodeAt(i);
  if (IS_DASH[first] === 1) return readDash(text, at);
  const bracket = first === OPEN || first === FULL_OPEN;
  const ordinal = first === ORDINAL;
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
      const d = digit(text.charCodeAt(i));
      if (d < 0) break;
      value = value * 10 + d;
    }
    if (i === from || value === 0) return null;
    arabic = true;
  }
  const digitsEnd = i;
  while (isSpace(text.charCodeAt(i))) i++;
  let level: 1 | 2 | 3 = arabic ? 3 : 1;
  if (bracket) {
    const close = text.charCodeAt(i);
    if (close !== CLOSE && close !== FULL_CLOSE) return null;
    i++;
    if (!arabic) level = 2;
    // （一）、 is a slip that changes nothing
    if (MARKS.has(text.charCodeAt(i))) i++;
  } else if (ordinal) {
    if (!text.startsWith('部分', i)) return null;
    i += 2;
    level = 1;
    if (MARKS.has(text.charCodeAt(i)) || COLONS.has(text.charCodeAt(i))) i++;
  } else {
    // 1\\. is Markdown for a number that begins no list
    if (text.charCodeAt(i) === BACKSLASH) i++;
    const mark = text.charCodeAt(i);
    if (MARKS.has(mark) || DOTS.has(mark)) {
      // 1.5 is a number, not numbering; 1.2023年 is
      if (arabic && digit(text.charCodeAt(i + 1)) >= 0 && !isYear(text, i + 1)) return null;
      i++;
    } else if (!arabic && (mark === CLOSE || mark === FULL_CLOSE)) {
      // 一) has lost its first bracket on the way
      level = 2;
      i++;
    } else if (arabic || i === digitsEnd || i >= text.length) return null;
    // 六 其他需要报告的事项: a space stands for the mark
    else i = digitsEnd;
  }
  const mark = i - at;
  while (i < text.length && isSpace(text.charCodeAt(i))) i++;
  return { value, level, length: i - at, mark };
}
