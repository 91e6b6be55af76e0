import type { Period, Range, Report, Text } from '../model';
import { halfWidth, isSpace, key } from '../text/chars';
import { headingParts } from './headings';
import { isBlank, type Line } from './lines';

/** So far down (in lines that are not blank) a title may stand: a web page's furniture may come before it. */
const REACH = 25;
const LONGEST = 90;
/** Longest first line of a title that is broken in the middle of the report's name. */
const TORN = 40;

const YEAR = /((?:19|20)\d\d|[二一][〇○Ｏ零九０oO0][〇○Ｏ零一二三四五六七八九０oO0]{2})\s*年(?:\s*度)?/g;

/** 二〇二三 or 2023, in any width. @returns NaN for anything else */
export function readYear(text: string): number {
  let digits = '';
  for (const ch of halfWidth(text)) {
    const d = '〇一二三四五六七八九'.indexOf(ch);
    if (d >= 0) digits += d;
    else if ('○零OoＯ'.includes(ch)) digits += '0';
    else if (ch >= '0' && ch <= '9') digits += ch;
    else if (ch !== '年' && ch !== '度' && ch !== ' ') return Number.NaN;
  }
  return Number(digits);
}

interface Title {
  readonly title: Text;
  readonly organisation: Text | null;
  readonly year: Report['year'];
  /** Lines of the title, both inclusive. */
  readonly first: number;
  readonly last: number;
}

interface Piece {
  readonly line: Line;
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

/**
 * The title: a line (or two, or three) that ends in 政府信息公开工作年度报告 or an everyday variant of it.
 * @param taken lines that belong to tables
 * @param limit line of the first section heading, which the title stands before
 */
export function readTitle(text: string, lines: readonly Line[], taken: Uint8Array, limit: number): Title | null {
  const pieces: Piece[] = [];
  for (const line of lines) {
    if (line.index >= limit || pieces.length >= REACH) break;
    if (isBlank(line) || taken[line.index]) continue;
    const cell = line.pipe ? onlyCell(text, line) : line;
    if (!cell) continue;
    if (cell.to - cell.from > LONGEST) {
      pieces.push({ line, from: cell.from, to: cell.from, words: '' });
      continue;
    }
    const words = text.slice(cell.from, cell.to);
    const parts = headingParts(words);
    const from = cell.from + parts.numberAt;
    const to = cell.from + Math.max(parts.titleEnd, parts.numberAt);
    pieces.push({ line, from, to, words: text.slice(from, to) });
  }
  let best: Title | null = null;
  for (let i = 0; i < pieces.length; i++) {
    const group = titleGroup(pieces, i);
    if (!group) continue;
    const title = titleOf(text, group);
    if (title.year && title.organisation) return title;
    // an entry of a menu has the words of a title, but no office, and mostly no year
    if (!best || (title.year && !best.year)) best = title;
  }
  return best;
}

/** The words of the one cell of a row that has no others; null where there are more, or none. */
function onlyCell(text: string, line: Line): { from: number; to: number } | null {
  let { from, to } = line;
  while (from < to && isRule(text.charCodeAt(from))) from++;
  while (to > from && isRule(text.charCodeAt(to - 1))) to--;
  return from === to || /[|｜]/.test(text.slice(from, to)) ? null : { from, to };
}

function isRule(c: number): boolean {
  return c === 0x7c || c === 0xff5c || isSpace(c);
}

/** The pieces of a title whose name of the report ends in a piece; null where none does. */
function titleGroup(pieces: readonly Piece[], i: number): Piece[] | null {
  const piece = pieces[i] as Piece;
  let group = [piece];
  if (!isTitleEnd(piece.words)) {
    const start = above(pieces, i);
    if (!start || !isTorn(start.words, piece.words)) return null;
    group = [start, piece];
  }
  const before = above(pieces, i + 1 - group.length);
  if (before && completes(before.words, titleLead(group.map((p) => p.words).join('')))) group.unshift(before);
  const after = pieces[i + 1];
  if (after && /^[（(]\s*\d{4}\s*年?(?:\s*度)?\s*[）)]$/.test(halfWidth(after.words))) group.push(after);
  return group;
}

/** The piece before, if its words are on the line above or behind one empty line. */
function above(pieces: readonly Piece[], i: number): Piece | null {
  const before = pieces[i - 1];
  return before && before.words !== '' && (pieces[i] as Piece).line.index - before.line.index <= 2 ? before : null;
}

/** Whether the name of the report is broken in the middle: 云泽市2022年政府信息 and 公开工作年度报告. */
function isTorn(words: string, rest: string): boolean {
  return (
    words.length <= TORN &&
    /^(?:信息)?(?:公开)?(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)$/.test(key(rest)) &&
    !isTitleEnd(words) &&
    isTitleEnd(words + rest)
  );
}

/** Whether a line, with or without marks of Markdown, is the title of a report or its last line. */
export function isReportTitle(line: string): boolean {
  if (line.length > LONGEST) return false;
  const { numberAt, numbering, titleEnd } = headingParts(line);
  return numbering === null && isTitleEnd(line.slice(numberAt, titleEnd));
}

/** The words before 政府信息公开工作年度报告. */
function titleLead(words: string): string {
  const at = /(?:政府|政务)?信息公开/.exec(words)?.index ?? 0;
  return words.slice(0, at);
}

function isTitleEnd(words: string): boolean {
  // an entry of a list has the day of its publication before it
  if (words === '' || /[。；;，,：:>»|]|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/.test(words)) return false;
  const name = key(words.replace(/[（(][^（()）]*[）)]\s*$/, ''));
  if (/(?:政府|政务)信息公开(?:工作)?(?:情况)?(?:的)?(?:年度)?(?:工作)?(?:年度)?(?:总结)?(?:报告|年报)$/.test(name))
    return true;
  // beside a year 政府 is often left out
  return /\d年.{0,24}信息公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)$/.test(name);
}

/** Whether a line before can be the first half of a title that lacks its year or its office. */
function completes(words: string, lead: string): boolean {
  YEAR.lastIndex = 0;
  // spaces around a year are typography, spaces between words a menu
  if (words.length > 40 || /[。；;，,：:|>〔[【]/.test(words) || /\S\s+\S/.test(words.replace(YEAR, '').trim()))
    return false;
  YEAR.lastIndex = 0;
  const hasYear = YEAR.test(lead);
  const office = key(lead.replace(YEAR, '')).length > 0;
  YEAR.lastIndex = 0;
  if (!hasYear && YEAR.test(words)) return true;
  if (office) return false;
  return /(?:省|市|县|区|旗|州|盟|镇|乡|苏木|街道|政府|办公室|办公厅|局|委|会|厅|部|院|署|处|办事处|中心|分局|支队|大队|所|站|馆|系统|公司|大学|学院|学校)(?:关于)?$/.test(
    words,
  );
}

function titleOf(text: string, group: readonly Piece[]): Title {
  const first = group[0] as Piece;
  const last = group.at(-1) as Piece;
  const words = group.map((p) => p.words).join('');
  const title: Text = { text: words, range: { start: first.from, end: last.to } };
  let year: Report['year'] = null;
  for (const piece of group) {
    YEAR.lastIndex = 0;
    const m = YEAR.exec(halfWidth(piece.words)) ?? /[（(]\s*(\d{4})\s*[）)]/.exec(halfWidth(piece.words));
    if (!m) continue;
    const start = piece.from + m.index + m[0].indexOf(m[1] as string);
    const value = readYear(m[1] as string);
    if (Number.isNaN(value)) continue;
    year = { value, range: { start, end: start + (m[1] as string).length } };
    break;
  }
  return { title, organisation: organisationOf(text, group), year, first: first.line.index, last: last.line.index };
}

/** The office in the title: what is left without the year, 关于 and the name of the report. */
function organisationOf(text: string, group: readonly Piece[]): Text | null {
  // the name of the report may begin on one line and end on the next
  const all = halfWidth(group.map((p) => p.words).join(''));
  let report = all.search(/(?:政府|政务)?信息公开/);
  if (report < 0) report = all.length;
  // 人民政府信息公开: the 政府 belongs to the office
  if (all.slice(0, report).endsWith('人民') && all.startsWith('政府', report)) report += 2;
  let at = 0;
  for (const piece of group) {
    const words = halfWidth(piece.words);
    const end = Math.max(0, Math.min(words.length, report - at));
    at += words.length;
    let start = 0;
    const spans: Range[] = [];
    YEAR.lastIndex = 0;
    for (let m = YEAR.exec(words); m && m.index < end; m = YEAR.exec(words)) {
      spans.push({ start, end: m.index });
      start = m.index + m[0].length;
    }
    spans.push({ start, end });
    for (const span of spans) {
      let a = span.start;
      let b = span.end;
      const trim = (): void => {
        while (a < b && /[\s\u200b"“”《》]/.test(words.charAt(a))) a++;
        while (b > a && /[\s\u200b"“”《》]/.test(words.charAt(b - 1))) b--;
      };
      trim();
      if (words.startsWith('关于', a)) a += 2;
      if (b - a >= 2 && words.slice(a, b).endsWith('关于')) b -= 2;
      if (words.slice(a, b).endsWith('的')) b -= 1;
      trim();
      if (b - a < 2) continue;
      const range = { start: piece.from + a, end: piece.from + b };
      return { text: text.slice(range.start, range.end), range };
    }
  }
  return null;
}

/** Digits of either width, so that a section need not be written anew to look for one. */
const PERIOD =
  /([\d０-９]{4})\s*年\s*([\d０-９]{1,2})\s*月\s*([\d０-９]{1,2})\s*日\s{0,4}(?:起|开始|始)?\s{0,4}(?:至|到|—|－|-|~|～|–)+\s{0,4}(?:([\d０-９]{4})\s*年|同年)?\s{0,4}([\d０-９]{1,2})\s*月\s*([\d０-９]{1,2})\s*日/g;
/** What a sentence with the statistical period of a report speaks of. */
const STATED = /(?:统计|数据|报告)[^。；]{0,12}(?:期限|时限|期间|时间|日期|区间|范围)[^。；]{0,8}$/;
const BEFORE = 40;

/**
 * The statistical period: the first that the preface states, else the first that the first section calls so.
 * @param preface offset where the preface ends
 * @param end offset before which it is looked for
 */
export function readPeriod(text: string, preface: number, end = preface): Period | null {
  const head = text.slice(0, end);
  if (!head.includes('月')) return null;
  for (const m of head.matchAll(PERIOD)) {
    if (m.index >= preface && !STATED.test(halfWidth(head.slice(Math.max(0, m.index - BEFORE), m.index)))) continue;
    const all = m[0];
    const [y1, m1, d1, y2, m2, d2] = m.slice(1).map((digits) => digits && halfWidth(digits));
    const from = [Number(y1), Number(m1), Number(d1)] as const;
    const to = [Number(y2 ?? y1), Number(m2), Number(d2)] as const;
    return { from, to, range: { start: m.index, end: m.index + all.length } };
  }
  return null;
}

/** The school year, which the reports of schools are about: of neither of its years alone. */
export function isSchoolYear({ from, to }: Period): boolean {
  return from[1] === 9 && from[2] === 1 && to[1] === 8 && to[2] === 31 && to[0] === from[0] + 1;
}

/** One character, or a line end, which counts as one whichever it is, so that all drafts are read alike. */
const any = (but: string): string => `(?:\\r\\n|\\r(?!\\n)|[^\\r。；，,《》${but}])`;
const NAMED = new RegExp(
  `(?:现|特|将|公布|公开|发布|编制|撰写|形成)${any('')}{0,40}?((?:19|20)\\d\\d)\\s*年(?:度)?` +
    `${any('、\\d')}{0,30}?(?:信息|政务)公开${any('、')}{0,6}(?:报告|年报)`,
);

/**
 * The year that the preface gives the report where it says that it is published: 现公布青禾县2022年政府信息公开工作年度报告.
 * @param end offset where the preface ends
 */
export function readNamedYear(text: string, end: number): Report['year'] {
  const words = halfWidth(text.slice(0, end));
  if (!/(?:信息|政务)公开/.test(words)) return null;
  const m = NAMED.exec(words);
  if (!m) return null;
  const start = m.index + m[0].indexOf(m[1] as string);
  return { value: Number(m[1]), range: { start, end: start + 4 } };
}
