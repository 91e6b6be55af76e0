import type { Range } from '../model';
import { readYear } from '../read/head';
import { isPageNumber } from '../read/zones';
import { halfWidth } from '../text/chars';
import { readNumbering } from '../text/numbering';
import { REVIEW } from './placeholder';

/** A year as it is written, and how the one after it is written alike. */
export interface WrittenYear {
  readonly value: number;
  readonly range: Range;
  readonly next: string;
}

const YEAR = /(?<!\d)(?:19|20)\d\d(?=\s*年|\s*[）)])|[二一][〇○零九oO0][〇○零一二三四五六七八九oO0]{2}(?=\s*年)/g;

/**
 * The years that a part of a text names, those in citations left out.
 * @param within UTF-16 offsets, end exclusive
 */
export function years(text: string, within: Range): WrittenYear[] {
  const words = halfWidth(text.slice(within.start, within.end));
  const quoted = fixed(words);
  return [...words.matchAll(YEAR)]
    .filter((m) => !covers(quoted, m.index))
    .map((m) => {
      const start = within.start + m.index;
      const range = { start, end: start + m[0].length };
      const value = readYear(m[0]);
      return { value, range, next: nextYear(text.slice(range.start, range.end), value) };
    });
}

/** The year after, digit for digit in the characters of this one. */
function nextYear(written: string, value: number): string {
  const zero = /[○零〇]/.exec(written)?.[0] ?? '〇';
  const before = String(value);
  return [...String(value + 1)]
    .map((digit, i) => {
      const own = written.charAt(i);
      if (digit === before.charAt(i)) return own;
      if (/[0-9]/.test(own)) return digit;
      if (/[０-９]/.test(own)) return String.fromCharCode(digit.charCodeAt(0) + 0xfee0);
      return digit === '0' ? zero : '〇一二三四五六七八九'.charAt(Number(digit));
    })
    .join('');
}

/** What stays as it is from year to year: titles, numbers of documents, addresses, and what is marked already. */
const FIXED = [
  /《[^《》]{0,120}》/g,
  /〈[^〈〉]{0,120}〉/g,
  /【[^【】\r\n]{0,200}】/g,
  /[〔[【(]\s*(?:19|20)\d\d\s*年?\s*[〕\]】)]\s*第?\s*\d+\s*号/g,
  /第\s*\d+\s*[号条款项章]/g,
  /(?:电话|传真|邮编|邮政编码|地址|邮箱|网址)[^，。；;、\r\n]*/g,
  /\d{3,4}\s?[-—－]\s?\d{7,8}|(?<!\d)1\d{10}(?!\d)/g,
  /[A-Za-z][\w.@:/?=&%+~#-]*|\d+(?=[A-Za-z])|[\w.-]+@[\w.-]+/g,
  /(?<!\d)12\d{3}(?=[”"’]?(?:政务|便民|热线|市民|服务|平台))/g,
  // numbering in a sentence
  /\(\s*\d{1,2}\s*\)|(?:^|[。；;：:\s])\d{1,2}[.、](?!\d)/gm,
];

function fixed(words: string): Range[] {
  return FIXED.flatMap((pattern) =>
    [...words.matchAll(pattern)].map((m) => ({ start: m.index, end: m.index + m[0].length })),
  );
}

function covers(ranges: readonly Range[], at: number): boolean {
  return ranges.some((r) => r.start <= at && at < r.end);
}

const UNIT =
  '个百分点|个工作日|人次|万元|亿元|平方米|小时|分钟|[件条份宗次个篇场家人元期批项部起户名种类天页册幅处例卷岁倍]|%';
const FIGURE = new RegExp(
  [
    String.raw`(?<!\d)(?:19|20)\d\d\s*年(?:度)?(?:\s*\d{1,2}\s*月)?(?:\s*\d{1,2}\s*日)?`,
    String.raw`(?<!\d)(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}`,
    '[二一][〇○零九oO0][〇○零一二三四五六七八九oO0]{2}年(?:度)?(?:[一二三四五六七八九十]{1,2}月)?(?:[一二三四五六七八九十]{1,3}日)?',
    String.raw`\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?`,
    String.raw`\d+(?:,\d{3})*(?:\.\d+)?\s*[千百万亿]*\s*[余多]?(?:${UNIT})?`,
    '(?<![第一二三四五六七八九十百])(?:两|[二三四五六七八九十百]{1,4})[余多]?(?:人次|[次场期件条份宗批篇人家])(?!民|会议|全会)',
  ].join('|'),
  'g',
);

/**
 * The figures and dates that a part of a text states, with their units: what a report of another year states anew.
 * @param within UTF-16 offsets, end exclusive
 */
export function figures(text: string, within: Range): Range[] {
  const words = halfWidth(text.slice(within.start, within.end));
  const stays = [...fixed(words), ...lineStarts(words)];
  return [...words.matchAll(FIGURE)].flatMap((m) => {
    const end = m.index + m[0].trimEnd().length;
    if (covers(stays, m.index) || words.startsWith(REVIEW, end)) return [];
    return [{ start: within.start + m.index, end: within.start + end }];
  });
}

/** The numbers that number a line, and lines that number a page. */
function lineStarts(words: string): Range[] {
  return [...words.matchAll(/[^\r\n]+/g)].flatMap((line) => {
    const at = line.index + line[0].search(/[^\s#*_]|$/);
    if (isPageNumber(line[0].trim())) return [{ start: line.index, end: line.index + line[0].length }];
    const numbering = readNumbering(words, at);
    return numbering ? [{ start: at, end: at + numbering.mark }] : [];
  });
}
