import { charTable, isSpace } from '../text/chars';
import { CLASSES, DIGIT, NUMERAL, SCALE } from './classes';
import { isDigit, type Span } from './passage';

/** A number in a sentence with what is counted in. Indexes are those of the text, ends exclusive. */
export interface Quantity extends Span {
  readonly value: number;
  /** Decimal places as written. */
  readonly places: number;
  /** What the last written digit counts: 1 in 36件, 100 in 0.58万件. */
  readonly step: number;
  /** `''` where none of the known ones follows. */
  readonly unit: string;
  /** The digits without unit and signs of approximation. */
  readonly digits: Span;
  /** 近30件 is `below`, 58万多人 and 三十余件 `above`, 约 and 左右 `about`; null for a number that is meant exactly. */
  readonly approximate: 'about' | 'above' | 'below' | null;
}

/** A year named in a sentence. */
export interface Year extends Span {
  readonly value: number;
}

export interface Numbers {
  readonly quantities: readonly Quantity[];
  readonly years: readonly Year[];
}

/** Longest first, so that 件次 is not 件. */
const UNITS = [
  '个百分点',
  '人次',
  '件次',
  '条次',
  '万元',
  '亿元',
  '平方米',
  '小时',
  '工作日',
  '分钟',
  '件',
  '宗',
  '条',
  '份',
  '次',
  '个',
  '起',
  '例',
  '项',
  '篇',
  '场',
  '期',
  '家',
  '名',
  '户',
  '批',
  '种',
  '类',
  '部',
  '页',
  '人',
  '元',
  '%',
  '％',
  '‰',
  '号',
  '月',
  '日',
  '天',
  '岁',
  '级',
  '届',
  '位',
  '分',
  '点',
  '倍',
  '处',
  '版',
  '门',
  '字',
  '张',
  '台',
  '册',
  '块',
  '套',
].sort((a, b) => b.length - a.length);
const UNITS_BY_FIRST = new Map<number, readonly string[]>();
for (const unit of UNITS)
  UNITS_BY_FIRST.set(
    unit.charCodeAt(0),
    UNITS.filter((u) => u[0] === unit[0]),
  );
/** More digits than that are no number that somebody counted. */
const DIGITS = 15;
/** Commas and a point between them. */
const MARKS = 5;
const YEAR = 0x5e74; // 年
/** What stands before the number of a thing, which counts nothing. */
const ORDINALS = charTable('第〔[');
/** Units that a number in Chinese numerals is read before; with others it is mostly no number (一个, 三项). */
const COUNTED = charTable('件宗条份起例%％');
type Vague = 'about' | 'above' | 'below';
const BEFORE: readonly (readonly [string, Vague])[] = [
  ...['近', '将近', '不足', '不到', '接近', '最多'].map((w) => [w, 'below'] as const),
  ...['超', '逾', '超过', '多达', '至少'].map((w) => [w, 'above'] as const),
  ...['约', '大约'].map((w) => [w, 'about'] as const),
];
const AFTER: readonly (readonly [string, Vague])[] = [
  ...['余', '多', '以上'].map((w) => [w, 'above'] as const),
  ...['左右', '上下'].map((w) => [w, 'about'] as const),
  ...['以内', '以下'].map((w) => [w, 'below'] as const),
];
/** What the words above end and begin with: beside most numbers stands none of them. */
const BEFORE_ENDS = charTable(BEFORE.map(([w]) => w.slice(-1)).join(''));
const AFTER_BEGINS = charTable(AFTER.map(([w]) => w.charAt(0)).join(''));
const NUMERALS = new Map(
  [...'〇零一二两三四五六七八九壹贰叁肆伍陆柒捌玖'].map((c, i) => [
    c.charCodeAt(0),
    [0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9][i] as number,
  ]),
);
const SCALES = new Map(
  [...'十拾百佰千仟万亿'].map((c, i) => [
    c.charCodeAt(0),
    [10, 10, 100, 100, 1000, 1000, 10_000, 100_000_000][i] as number,
  ]),
);
/** Those that stand behind digits, too. */
const MYRIADS = new Map([...SCALES].filter(([, scale]) => scale >= 10_000));
/** 廿 and 卅, which stand for two characters. */
const TENS = new Map([...'廿卅'].map((c, i) => [c.charCodeAt(0), [20, 30][i] as number]));

/**
 * Another value in the digits of a quantity: in its width, and counted in the 万 or 亿 behind it.
 * @param text that the quantity was read from
 */
export function digitsFor(text: string, { digits, step, places }: Quantity, value: number): string {
  const scale = Math.round(step * 10 ** places);
  const plain = String(Number((value / scale).toFixed(8)));
  const full = /[０-９]/.test(text.slice(digits.from, digits.to));
  return full ? plain.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)) : plain;
}

/** Every number of a text, read from left to right in one pass. */
export function readNumbers(text: string): Numbers {
  const quantities: Quantity[] = [];
  const years: Year[] = [];
  let i = 0;
  while (i < text.length) {
    const c = text.charCodeAt(i);
    const is = CLASSES[c] as number;
    if (!(is & (DIGIT | NUMERAL))) i++;
    else if (is & DIGIT) i = readArabic(text, i, quantities, years);
    else if (c === 0x4e8c && /^二[〇○零Ｏ0][一二三四五六七八九〇○零]{2}年/.test(text.slice(i, i + 5)))
      i = chineseYear(text, i, years);
    else i = readChinese(text, i, quantities);
  }
  return { quantities, years };
}

function digit(c: number): number {
  return c >= 0xff10 ? c - 0xff10 : c - 0x30;
}

function isLatin(c: number): boolean {
  return (c >= 0x41 && c <= 0x5a) || (c >= 0x61 && c <= 0x7a);
}

function skipSpace(text: string, at: number): number {
  let i = at;
  while (i < text.length && i < at + 4 && isSpace(text.charCodeAt(i))) i++;
  return i;
}

/** 二〇二〇年 */
function chineseYear(text: string, at: number, years: Year[]): number {
  const digits = [...text.slice(at, at + 4)].map((c) => Math.max(0, '〇一二三四五六七八九'.indexOf(c)));
  years.push({ from: at, to: text.charAt(at + 5) === '度' ? at + 6 : at + 5, value: Number(digits.join('')) });
  return at + 5;
}

/** Whether a number beside such a character is part of an address, a phone number, a code. */
function isJoined(c: number): boolean {
  return isLatin(c) || c === 0x2d || c === 0x2f || c === 0x5f || c === 0x40 || c === 0x7e;
}

/** Where the digits end that begin at a place. */
function endOfDigits(text: string, at: number): number {
  let i = at;
  while (isDigit(text.charCodeAt(i))) i++;
  return i;
}

/** The value of digits in a row, which follow others. */
function readDigits(text: string, from: number, to: number, before: number): number {
  let value = before;
  for (let i = from; i < to; i++) value = value * 10 + digit(text.charCodeAt(i));
  return value;
}

/** @returns where to go on */
function readArabic(text: string, at: number, quantities: Quantity[], years: Year[]): number {
  let i = endOfDigits(text, at);
  let whole = readDigits(text, at, i, 0);
  // 1,234: a comma is part of a number only before exactly three digits
  if (i - at <= 3) {
    for (; text.charCodeAt(i) === 0x2c && endOfDigits(text, i + 1) === i + 4; i += 4)
      whole = readDigits(text, i + 1, i + 4, whole);
  }
  let places = 0;
  let value = whole;
  const dot = text.charCodeAt(i);
  if ((dot === 0x2e || dot === 0xff0e) && isDigit(text.charCodeAt(i + 1))) {
    i++;
    while (isDigit(text.charCodeAt(i))) {
      places++;
      value += digit(text.charCodeAt(i)) / 10 ** places;
      i++;
    }
    value = Number(value.toFixed(Math.min(places, 12)));
  }
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(i);
  if (isJoined(before) || isJoined(after) || before === 0x2e || (after === 0x3a && isDigit(text.charCodeAt(i + 1))))
    return i;
  const end = skipSpace(text, i);
  if (text.charCodeAt(end) === YEAR) {
    if (i - at === 4 && whole >= 1900 && whole <= 2100) {
      years.push({ from: at, to: text.charAt(end + 1) === '度' ? end + 2 : end + 1, value: whole });
    }
    return end + 1;
  }
  if (ORDINALS[before] === 1 || i - at > DIGITS + MARKS) return i;
  return Math.max(i, push(text, at, i, end, value, places, quantities));
}

/** @returns where to go on */
function readChinese(text: string, at: number, quantities: Quantity[]): number {
  let i = at;
  let total = 0;
  let section = 0;
  let unit = 0;
  for (; i < text.length && i < at + 12; i++) {
    const c = text.charCodeAt(i);
    if (!((CLASSES[c] as number) & (NUMERAL | SCALE))) break;
    const d = NUMERALS.get(c);
    const s = SCALES.get(c);
    const tens = TENS.get(c);
    if (tens !== undefined) {
      section += tens;
      continue;
    }
    if (d !== undefined) unit = (i > at && NUMERALS.has(text.charCodeAt(i - 1)) ? unit * 10 : 0) + d;
    else if (s !== undefined && s < 10_000) {
      section += (unit || (s === 10 ? 1 : 0)) * s;
      unit = 0;
    } else if (s !== undefined && i > at) {
      total += (section + unit) * s;
      section = 0;
      unit = 0;
    } else break;
  }
  const value = total + section + unit;
  const end = skipSpace(text, i);
  if (text.charAt(at - 1) === '第') return i;
  const more = AFTER_BEGINS[text.charCodeAt(end)] === 1 && AFTER.some(([w]) => w === text.charAt(end));
  if (COUNTED[text.charCodeAt(more ? end + 1 : end)] !== 1) return i;
  return Math.max(i, push(text, at, i, end, value, 0, quantities));
}

/** The unit that begins at a place, or nothing. */
function unitAt(text: string, at: number): string {
  for (const unit of UNITS_BY_FIRST.get(text.charCodeAt(at)) ?? [])
    if (unit.length === 1 || text.startsWith(unit, at)) return unit;
  return '';
}

/** The words of approximation behind a number. */
function vagueAt(text: string, at: number): (typeof AFTER)[number] | undefined {
  return AFTER_BEGINS[text.charCodeAt(at)] === 1 ? AFTER.find(([w]) => text.startsWith(w, at)) : undefined;
}

/**
 * Reads scale, unit and signs of approximation around digits and adds the quantity.
 * @returns where it ends
 */
function push(
  text: string,
  at: number,
  digitsEnd: number,
  from: number,
  digits: number,
  places: number,
  quantities: Quantity[],
): number {
  let i = from;
  let value = digits;
  let step = places === 0 ? 1 : 10 ** -places;
  const before =
    BEFORE_ENDS[text.charCodeAt(at - 1)] === 1
      ? (BEFORE.find(([w]) => at >= w.length && text.startsWith(w, at - w.length))?.[1] ?? null)
      : null;
  const scale = MYRIADS.get(text.charCodeAt(i));
  if (scale !== undefined) {
    value = Math.round(value * scale * 1e4) / 1e4;
    step *= scale;
    i++;
  }
  const more = vagueAt(text, i);
  if (more) i += more[0].length;
  i = skipSpace(text, i);
  const unit = unitAt(text, i);
  i += unit.length;
  const behind = unit ? vagueAt(text, i) : undefined;
  if (behind) i += behind[0].length;
  const end = unit || i > from ? i : digitsEnd;
  quantities.push({
    from: at,
    to: end,
    value,
    places,
    step,
    unit: unit === '％' ? '%' : unit,
    digits: { from: at, to: digitsEnd },
    approximate: (behind ?? more)?.[1] ?? before,
  });
  return end;
}
