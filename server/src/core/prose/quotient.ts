import { tableOf } from '../data';
import type { Report } from '../model';
import { anyOf } from '../text/words';
import { APPLICANTS, OTHER_THINGS, REQUESTS } from './lexicon';
import type { Quantity } from './quantities';

export const UP = ['增长', '增幅', '上升', '提高了'];
export const DOWN = ['下降', '降幅', '减少了', '降低'];
const BASE = /比|较|由|从|上年|去年|\d{4}\s*年的$/;
const DIFFERENCE = ['增加', '减少', '净增', '增长', '下降', '多出'];
/** What a difference is counted from. */
const SINCE = /同比|(?:比|较)(?:上年|去年|上一年|前一年|\d{4}\s*年)/;
const OUTCOMES = ['予以公开', '部分公开', '不予公开', '全部公开', '同意公开', '无法提供', '不予处理', '其他处理'];
const GROUPS = REQUESTS.filter((c) => c.kind === 'outcome');
const KINDS = [...new Set(APPLICANTS.flatMap((a) => a.words))];
/** What is found where something is looked at, and is not as it should be. */
const BAD = /不合格|不达标|不规范|不全|不符|问题|错误|差错|瑕疵|缺项/;
const GOOD = ['合格', '达标'];
const BADLY = ['差错', '错误', '问题'];

/** A percentage with the numbers before it in its sentence, of which it may be the quotient. */
export interface Rate {
  readonly text: string;
  readonly rate: Quantity;
  /** The words before it, back to the number before. */
  readonly left: string;
  /** What it is named by: 合格 of 合格率94%. */
  readonly name: string | null;
  readonly counts: readonly Quantity[];
  readonly leftOf: (n: Quantity) => string;
}

/** What a percentage is of, as far as the words tell. */
export interface Quotient {
  /** Every value that would be right, in per cent; the first is told. */
  readonly exact: readonly number[];
  readonly zh: string;
  readonly places: readonly Quantity[];
}

/** @returns null where the words do not tell what a percentage is of */
export function quotient(report: Report, rate: Rate): Quotient | null {
  const { left, name } = rate;
  const sign = signOf(left);
  return (
    bracketed(rate) ??
    (sign === 0 ? null : (growthFrom(rate, sign) ?? growth(rate, sign) ?? growthBy(rate, sign))) ??
    (left.includes('占') ? (shareOfTable(report, rate) ?? share(report, rate)) : null) ??
    (name === null ? null : (ratio(rate, name) ?? corrections(report, rate)))
  );
}

/** 纠错率12.5%（24件中纠正3件） */
export const BRACKET = /^\s*[（(]\s*(\d{1,9})\s*([件个条份宗])中[^（）()\d]{0,12}(\d{1,9})\s*\2\s*[）)]/;

function bracketed({ text, rate }: Rate): Quotient | null {
  const [, whole, , part] = BRACKET.exec(text.slice(rate.to, rate.to + 48)) ?? [];
  if (!Number(whole)) return null;
  return { exact: [(Number(part) * 100) / Number(whole)], zh: `${part} ÷ ${whole}`, places: [] };
}

/** 收到318件，同比下降9.4%（2019年为351件） */
export const BASE_BEHIND =
  /^\s*[（(]\s*(?:上年|去年|\d{4}\s*年)度?(?:同期)?(?:新收|收到)?[为是]?\s*(\d{1,9})\s*([件个条份宗])\s*[）)]/;

function growthFrom({ text, rate, counts }: Rate, sign: number): Quotient | null {
  const [, base, unit] = BASE_BEHIND.exec(text.slice(rate.to, rate.to + 48)) ?? [];
  const [current, others] = counts;
  if (!Number(base) || !current || others || current.unit !== unit) return null;
  return {
    exact: [(sign * (current.value - Number(base)) * 100) / Number(base)],
    zh: `由 ${base} 到 ${current.value} 的变化`,
    places: [current],
  };
}

const IS_UP = anyOf(UP);
const IS_DOWN = anyOf(DOWN);

/** 1 where words tell that a number grew, −1 where it fell, else 0. */
function signOf(left: string): 1 | -1 | 0 {
  return IS_UP.test(left) ? 1 : IS_DOWN.test(left) ? -1 : 0;
}

/** 892件，比上年的815件增长9.4% */
function growth({ counts, leftOf }: Rate, sign: number): Quotient | null {
  const sides = counts.filter((n) => !DIFFERENCE.some((w) => leftOf(n).includes(w)));
  const base = sides.filter((n) => BASE.test(leftOf(n)));
  const current = sides.filter((n) => !BASE.test(leftOf(n)));
  const [b, more] = base;
  const [c, others] = current;
  if (!b || !c || more || others || b.value === 0 || b.unit !== c.unit) return null;
  return {
    exact: [(sign * (c.value - b.value) * 100) / b.value],
    zh: `由 ${b.value} 到 ${c.value} 的变化`,
    places: [c, b],
  };
}

/** 收到318件，同比增加47件，增长17.3%: what it was before is told by the difference. */
function growthBy({ left, counts, leftOf }: Rate, sign: number): Quotient | null {
  const difference = counts[counts.length - 1];
  if (!difference || difference.value === 0) return null;
  // nothing else than the word of growth stands between the two
  if (left.replace(/[，,、（(\s]/g, '').replace(/[为达约]$/, '').length > 3) return null;
  const words = leftOf(difference);
  const by = sign > 0 ? /(?:增加|增长|上升|多)了?$/ : /(?:减少|下降|降低|少)了?$/;
  if (!by.test(words.trim()) || !SINCE.test(words)) return null;
  // of several that could have grown, any
  const sides = counts.slice(0, -1).filter((n) => n.unit === difference.unit);
  if (sides.length === 0 || sides.some((n) => BASE.test(leftOf(n)))) return null;
  const before = sides.map((n) => n.value - sign * difference.value);
  if (before.some((n) => n <= 0)) return null;
  return {
    exact: before.map((n) => (difference.value * 100) / n),
    zh: `${difference.value} ÷ ${before[before.length - 1]}`,
    places: [sides[sides.length - 1] as Quantity, difference],
  };
}

/** 予以公开和部分公开占比47.9%: of numbers that stand in the table alone. */
function shareOfTable(report: Report, { left }: Rate): Quotient | null {
  const at = left.indexOf('占');
  const named = /^(?:[，,。；;]?其中[，,：:]?)?([^，,。；;：:]{4,30})$/.exec(left.slice(0, at).trim())?.[1];
  if (
    !named ||
    !/^占比?(?:办结|答复|办理|申请)?(?:件)?(?:总数|总量|数)?(?:的|为|达|达到)?$/.test(left.slice(at).trim())
  )
    return null;
  const rows = named.split(/[、和及与]/).map((words) => {
    const plain = words.trim().replace(/(?:的|类|申请|件)+$/, '');
    return GROUPS.find((g) => g.words.includes(plain))?.readings[0];
  });
  const table = tableOf(report, 'requests');
  if (!table || rows.some((r) => !r)) return null;
  const cell = (row: string): number => table.cells.get(`requests.${row}.total`)?.value ?? 0;
  const part = rows.flatMap((r) => r ?? []).reduce((sum, row) => sum + cell(row), 0);
  const wholes = wholesOf(report);
  if (wholes.length === 0) return null;
  return { exact: wholes.map((w) => (part * 100) / w), zh: `表格里 ${part} ÷ ${wholes[0]}`, places: [] };
}

/** All that was handled; none where the table has nothing handled. */
function handledOf(report: Report): number[] {
  const handled = tableOf(report, 'requests')?.cells.get('requests.handledTotal.total')?.value ?? 0;
  return handled > 0 ? [handled] : [];
}

/** What a share may be of: all that was handled, that came, that was to be handled. */
export function wholesOf(report: Report): number[] {
  const table = tableOf(report, 'requests');
  const cell = (row: string): number => table?.cells.get(`requests.${row}.total`)?.value ?? 0;
  const came = cell('newlyReceived');
  return [cell('handledTotal'), came, came + cell('carriedIn')].filter((n) => n > 0);
}

/** 其中自然人申请151件，占84.4%; 占办结总数的19.9% is of a number of the table. */
function share(report: Report, { text, left, counts, leftOf }: Rate): Quotient | null {
  const at = left.lastIndexOf('占');
  const part = counts[counts.length - 1];
  if (!part || /[。；;]/.test(left)) return null;
  const between = left.slice(0, at).replace(/[，,\s]/g, '');
  // 两者合计占: of the last numbers together
  const together = /^(?:[两二三四][者项类]?)?(?:合计|共计|之和|共)$/.test(between);
  const of = left.slice(at + 1);
  const own = leftOf(part);
  // 占办结总数的: of all that were handled, whatever the part is
  const total =
    counts.length === 1 &&
    /总[数量]/.test(of) &&
    ((own + left).includes('申请') || /公开.*答复/.test(own)) &&
    !OTHER_THINGS.some((w) => (own + left).includes(w));
  if (!together && between.length > 4 && !(total && between.startsWith('申请'))) return null;
  if (/全[市县区省国]|总人口|面积|同期/.test(of)) return null;
  const sum = counts.reduce((n, c) => n + c.value, 0);
  const near = text.slice(Math.max(0, part.from - 60), part.to);
  const named = /办结|答复/.test(of) ? handledOf(report) : /申请|新收|收到/.test(of) ? wholesOf(report) : null;
  const bare = counts.length === 1 && of.trim() === '' && between === '';
  const wholes = named ?? (bare ? wholesOf(report) : null);
  if (wholes && ((named && total) || OUTCOMES.some((w) => near.includes(w)))) {
    const [whole] = wholes;
    if (whole === undefined) return null;
    // one part, or all that the sentence has named
    const parts = together ? lastTogether(counts) : [part.value, sum];
    return {
      exact: wholes.flatMap((w) => parts.map((n) => (n * 100) / w)),
      zh: `${parts[0] ?? part.value} ÷ ${whole}`,
      places: [part],
    };
  }
  if (together) return null;
  // 自然人143件，占新收总量的79.4%
  const listed =
    of.trim() === '' &&
    between === '' &&
    /[件份宗条]/.test(part.unit) &&
    text.slice(Math.max(0, part.from - 120), part.from).includes('申请');
  if (
    (listed || (named && /新收|收到|申请/.test(of))) &&
    KINDS.some((w) => own.includes(w)) &&
    !/中|涉|办结|答复/.test(own)
  ) {
    const [handled, ...came] = wholesOf(report);
    return came.length > 0
      ? {
          exact: [...came, handled ?? 0].map((w) => (part.value * 100) / w),
          zh: `${part.value} ÷ ${came[0]}`,
          places: [part],
        }
      : null;
  }
  const [whole] = counts;
  if (!whole || counts.length !== 2 || whole.value === 0 || whole.unit !== part.unit) return null;
  // what is a part of what: 其中, or 176件申请中
  const way = text.slice(whole.to, part.from);
  if (
    !way.includes('其中') &&
    !/^[^，,。]{0,12}中[，,]/.test(way) &&
    !/^[^，,。、]{1,10}中(?![心央小等学国共])/.test(way)
  )
    return null;
  return { exact: [(part.value * 100) / whole.value], zh: `${part.value} ÷ ${whole.value}`, places: [part, whole] };
}

/** The last two numbers together, the last three and so on. */
function lastTogether(counts: readonly Quantity[]): number[] {
  const sums: number[] = [];
  let sum = 0;
  for (let i = counts.length - 1; i >= 0; i--) {
    sum += (counts[i] as Quantity).value;
    sums.push(sum);
  }
  return sums.slice(1);
}

/** The word that a rate is named by: 合格 of 合格率94%, 按期办结 of 按期办结率99%. */
export function rateName(left: string): string | null {
  if (!left.includes('率')) return null;
  return /(?:^|[，,、；;])\s*([\u4e00-\u9fff]{2,6})率[\u4e00-\u9fff]{0,3}$/.exec(left.trimEnd())?.[1] ?? null;
}

/** 抽查50个，合格47个，合格率94%: the word before 率 says which number is the part. */
function ratio({ counts, leftOf }: Rate, name: string): Quotient | null {
  // 负责人出庭应诉率 is not the rate of what was named before
  const [whole, part] = counts.slice(-2);
  if (!whole || !part || whole.value === 0 || whole.unit !== part.unit) return null;
  const quotient = (n: number): Quotient => ({
    exact: [(n * 100) / whole.value],
    zh: `${n} ÷ ${whole.value}`,
    places: [part, whole],
  });
  const wholeWords = leftOf(whole).replace(`应${name}`, '').replace(`${name}度`, '');
  if (wholeWords.includes(name)) return null;
  if (name.length === 2 ? leftOf(part).includes(name) : leftOf(part).trimEnd().endsWith(name))
    return quotient(part.value);
  // 抽查120份，发现不规范的9份，合格率92.5%
  if (!BAD.test(leftOf(part))) return null;
  return GOOD.includes(name) ? quotient(whole.value - part.value) : BADLY.includes(name) ? quotient(part.value) : null;
}

/** 复议206件，审结191件，纠正27件，纠错率14.1%: of all cases, or of those that are decided. */
function corrections(report: Report, { text, name, counts, leftOf }: Rate): Quotient | null {
  if (name !== '纠错') return null;
  const says = (n: Quantity): boolean =>
    CORRECTED.test(leftOf(n)) || CORRECTED_BEHIND.test(text.slice(n.to, n.to + 16));
  const parts = counts.filter(says);
  const [part] = parts;
  const wholes = counts.filter((n) => part && n.from < part.from && n.value > 0 && n.unit === part.unit);
  const [whole] = wholes;
  if (!part || !whole) return null;
  const sum = parts.reduce((all, p) => all + p.value, 0);
  return {
    exact: [...wholes.map((w) => w.value), ...decided(report, /复议(?!.*诉)/.test(leftOf(whole)))].flatMap((n) => [
      (sum * 100) / n,
      (part.value * 100) / n,
    ]),
    zh: `${sum} ÷ ${whole.value}`,
    places: [...parts, whole],
  };
}

/** Results by which an office was wrong, before their number or behind it. */
const CORRECTED = /(?:纠正|纠错|撤销)[^，,、；;]{0,4}$/;
const CORRECTED_BEHIND = /^[^，,、；;。]{0,10}(?:纠正|撤销)/;

/** How many reviews, suits, and both are decided, as the table has them; of reviews alone where only they are named. */
function decided(report: Report, reviews: boolean): number[] {
  const table = tableOf(report, 'disputes');
  const cell = (name: string): number => table?.cells.get(`disputes.${name}`)?.value ?? 0;
  const own = (block: string): number => cell(`${block}.total`) - cell(`${block}.pending`);
  const suits = own('directSuit') + own('suitAfterReview');
  return (reviews ? [own('review')] : [own('review'), suits, own('review') + suits]).filter((n) => n > 0);
}
