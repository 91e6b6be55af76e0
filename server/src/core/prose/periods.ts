import { kept } from '../kept';
import type { Report } from '../model';
import type { Claim, Seen } from './claim';
import { OTHER_PERIODS } from './lexicon';
import { numbersOf, type Span, textOf } from './passage';
import type { Quantity, Year } from './quantities';

/** So far before a year the 《 of a title is looked for. */
const TITLE = 120;

/** The months named before a number in its sentence. */
export function monthsBefore(quantities: readonly Quantity[], index: number, sentence: Span): readonly number[] {
  const months: number[] = [];
  for (let i = index - 1; i >= Math.max(0, index - 12) && (quantities[i] as Quantity).from >= sentence.from; i--) {
    const { unit, value } = quantities[i] as Quantity;
    if (unit === '月') months.push(value);
  }
  return months;
}

/** Words before a year that only point to it: 结转至2024年, 比2022年的158件, 于2024年1月答复. */
const POINTING = [
  '结转',
  '结转至',
  '结转到',
  '转入',
  '转至',
  '转到',
  '比',
  '较',
  '于',
  '由',
  '同',
  '与',
  '到',
  '至',
  '在',
  '对',
  '截至',
  '截止',
  '截至到',
  '延至',
  '顺延至',
  '将于',
  '已于',
  '因',
  '就',
];
/** What follows a year that is only pointed to. */
const POINTED = /^\s*(?:度)?(?:结转|遗留|转|接转|未办|没办|留|提出|收到的|新收的|的\s*\d|前|底|初|\d{1,2}\s*月)/;

/** Whether a year says of what time the words behind it are, and is not merely named in them. */
export function setsPeriod(text: string, year: Year): boolean {
  if (inTitle(text, year.from)) return false;
  const before = text.slice(Math.max(0, year.from - 4), year.from).trimEnd();
  const behind = text.slice(year.to, year.to + 10);
  // the whole year as a period
  if (/^\s*(?:1\s*月\s*1\s*日|12\s*月\s*31\s*日)|以来|起/.test(behind)) return true;
  return !POINTING.some((w) => before.endsWith(w)) && !POINTED.test(behind);
}

/** 2008年以来: what the sentence goes on with is of all years since, what the next one says is not. */
export function isSince(text: string, year: Year): boolean {
  return /^\s*(?:度)?以来/.test(text.slice(year.to, year.to + 6));
}

/** Whether a place stands inside of 《》. */
function inTitle(text: string, at: number): boolean {
  const words = text.slice(Math.max(0, at - TITLE), at);
  return words.lastIndexOf('《') > words.lastIndexOf('》');
}

/** 去年结转, 目前已答复, 转至今年: words of another time that are said of this year's applications. */
function isOwnPeriod(word: string, words: string, left: string): boolean {
  if (word === '去年') return left.includes('结转');
  if (word === '目前') return /目前(?:均|已|全部)+(?:答复|办结|办理)/.test(words);
  return word === '至今' && !/至今(?!年)/.test(words);
}

/** Whether a sentence is about a part of the year, or about the year before in words. */
export function otherPeriod({
  before,
  left,
  right,
  months,
}: Pick<Seen, 'before' | 'left' | 'right' | 'months'>): boolean {
  const words = /12\s*月(?!\s*\d)|12\s*月\s*31\s*日|年底/.test(before) ? before.replace(/截[至止]/g, '') : before;
  if (OTHER_PERIODS.some((w) => words.includes(w) && !isOwnPeriod(w, words, left))) return true;
  const last = before.lastIndexOf('上年');
  if (
    last >= 0 &&
    !/^(?:度?(?:结转|转结|转入|转来|遗留|结余|接转)|一)/.test(before.slice(last + 2)) &&
    !before.slice(0, last).endsWith('结转') &&
    !/本年|今年|全年|当年/.test(before.slice(last))
  )
    return true;
  if (/个月/.test(left + right)) return true;
  return (
    months.some((m) => m !== 1 && m !== 12) ||
    (months.includes(12) && !/截[至止][^，,]{0,10}12\s*月(?!\s*\d)|12\s*月\s*31\s*日/.test(before))
  );
}

/**
 * The year that a report is about: what is copied from a web page often has neither title nor period, and then it is
 * the year that the text speaks of most, the later where two are even.
 */
export const spokenYear = kept((report: Report): number | null => {
  if (report.year !== null) return report.year.value;
  const { preface, sections } = textOf(report);
  const times = new Map<number, number>();
  // section five looks ahead
  for (const passage of [preface, ...sections.flatMap((s) => (s.section.id === 'problems' ? [] : [s.passages]))].flat())
    for (const year of numbersOf(passage.words).years)
      if (setsPeriod(passage.text, year)) times.set(year.value, (times.get(year.value) ?? 0) + 1);
  return [...times].sort(([a, m], [b, n]) => n - m || b - a)[0]?.[0] ?? null;
});

/** Whether a claim is about the year of the report, or says of what year it carries over. */
export function isOwnYear(report: Report, { year, words }: Claim): boolean {
  const own = spokenYear(report);
  if (year === null || own === null || year === own) return true;
  const step = year - own;
  return /转|顺延|继续办理/.test(words) && (step === 1 || step === -1);
}
