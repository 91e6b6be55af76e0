import { tableOf } from '../../data';
import type { Report } from '../../model';
import { inside, numbersOf, passageOf, type Span, sentencesOf } from '../../prose/passage';
import type { Quantity } from '../../prose/quantities';
import type { Words } from '../../prose/words';
import type { Draft, Rule } from '../rule';

const UP = ['增长', '增幅', '上升', '提高了'];
const DOWN = ['下降', '降幅', '减少了', '降低'];
const TELLING = [...UP, ...DOWN, '占', '率'];
const BASE = /比|较|由|从|上年|去年|\d{4}\s*年的$/;
const DIFFERENCE = ['增加', '减少', '净增', '增长', '下降', '多出'];
/** Words near a rate by which it is not that of the numbers beside it. */
const OTHER = [
  '按时',
  '按期',
  '及时',
  '纠错',
  '百分点',
  '约',
  '近',
  '超',
  '以上',
  '同比',
  '环比',
  '权重',
  '左右',
  '分别',
  '由',
  '从',
];
const OUTCOMES = ['予以公开', '部分公开', '不予公开', '全部公开', '同意公开', '无法提供', '不予处理', '其他处理'];
const REACH = 40;

/** What a percentage is of, as far as the words tell. */
interface Quotient {
  /** Every value that would be right, in per cent; the first is told. */
  readonly exact: readonly number[];
  readonly zh: string;
  readonly places: readonly Quantity[];
}

export const rate: Rule = {
  name: 'prose/rate',
  severity: 'warning',
  description: {
    zh: '正文写的比率与同一句话里的数字对不上',
    en: 'A percentage is not that of the numbers in its sentence',
  },
  source: '国办公开办函〔2019〕60号、〔2021〕30号：数据准确、前后一致',
  check(report) {
    return report.sections.flatMap((section) =>
      section.paragraphs.flatMap((paragraph) => {
        const passage = passageOf(paragraph);
        return passage.words.once(rates).flatMap((rate): Draft[] => {
          const { rate: q } = rate;
          const found = quotient(report, rate);
          if (!found || found.exact.some((e) => fits(e, q))) return [];
          const shown = (found.exact[0] as number).toFixed(Math.min(Math.max(q.places, 1), 4));
          return [
            {
              range: passage.rangeOf(q.from, q.to),
              message: {
                zh: `${found.zh} = ${shown}%，正文写 ${q.value}%`,
                en: `${found.zh} = ${shown}%, the text has ${q.value}%`,
              },
              related: found.places.map((n) => ({
                range: passage.rangeOf(n.from, n.to),
                message: { zh: `正文：${n.value}`, en: `Text: ${n.value}` },
              })),
            },
          ];
        });
      }),
    );
  },
};

/** A percentage with the numbers before it in its sentence, of which it may be the quotient. */
interface Rate {
  readonly text: string;
  readonly rate: Quantity;
  /** The words before it, back to the number before. */
  readonly left: string;
  readonly counts: readonly Quantity[];
  readonly leftOf: (n: Quantity) => string;
}

function rates(words: Words): readonly Rate[] {
  const { quantities } = numbersOf(words);
  if (!quantities.some((q) => q.unit === '%')) return [];
  return sentencesOf(words).flatMap((sentence) => {
    const own = inside(quantities, sentence);
    return own.flatMap((q, i) =>
      q.unit === '%' && !q.approximate ? (rateOf(words.text, sentence, own, i) ?? []) : [],
    );
  });
}

/** @returns null where the words tell that the percentage is not of these numbers, or there are none */
function rateOf(text: string, sentence: Span, own: readonly Quantity[], at: number): Rate | null {
  const leftOf = (n: Quantity): string => wordsBefore(text, sentence, own, own.lastIndexOf(n, at));
  const rate = own[at] as Quantity;
  const left = leftOf(rate);
  if (!TELLING.some((w) => left.includes(w))) return null;
  const counts = own.slice(Math.max(0, at - 6), at).filter((n) => n.unit !== '%' && n.unit !== '月' && n.unit !== '日');
  if (counts.length === 0 || counts.some((n) => n.approximate) || OTHER.some((w) => left.includes(w))) return null;
  return { text, rate, left, counts, leftOf };
}

/** Rounded or cut off at the places that are written. */
function fits(exact: number, { value, places }: Quantity): boolean {
  return Math.abs(exact - value) < 1.0001 * 10 ** -places;
}

function quotient(report: Report, { text, left, counts, leftOf }: Rate): Quotient | null {
  return growth(left, counts, leftOf) ?? share(report, text, left, counts) ?? ratio(left, counts, leftOf);
}

/** The words before a number, back to the number before. */
function wordsBefore(text: string, sentence: Span, own: readonly Quantity[], index: number): string {
  const q = own[index] as Quantity;
  return text.slice(Math.max(sentence.from, q.from - REACH, own[index - 1]?.to ?? 0), q.from);
}

/** 892件，比上年的815件增长9.4% */
function growth(left: string, counts: readonly Quantity[], leftOf: (n: Quantity) => string): Quotient | null {
  const sign = UP.some((w) => left.includes(w)) ? 1 : DOWN.some((w) => left.includes(w)) ? -1 : 0;
  if (sign === 0) return null;
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

/** 其中自然人申请151件，占84.4%; 占办结总数的19.9% is of a number of the table. */
function share(report: Report, text: string, left: string, counts: readonly Quantity[]): Quotient | null {
  const at = left.lastIndexOf('占');
  const part = counts[counts.length - 1];
  if (at < 0 || !part || /[。；;]/.test(left) || left.slice(0, at).replace(/[，,\s]/g, '').length > 4) return null;
  const of = left.slice(at + 1);
  if (/全[市县区省国]|总人口|面积|同期/.test(of)) return null;
  const table = tableOf(report, 'requests');
  const sum = counts.reduce((n, c) => n + c.value, 0);
  const near = text.slice(Math.max(0, part.from - 60), part.to);
  const cell = (row: string): number => table?.cells.get(`requests.${row}.total`)?.value ?? 0;
  const named = /办结|答复/.test(of)
    ? [cell('handledTotal')]
    : /申请|新收|收到/.test(of)
      ? [cell('newlyReceived'), cell('newlyReceived') + cell('carriedIn'), cell('handledTotal')]
      : null;
  const asked =
    named ??
    (counts.length === 1 && of.trim() === '' && left.slice(0, at).replace(/[，,\s]/g, '') === ''
      ? [cell('handledTotal'), cell('newlyReceived'), cell('newlyReceived') + cell('carriedIn')]
      : null);
  if (asked && OUTCOMES.some((w) => near.includes(w))) {
    const wholes = asked.filter((n) => n > 0);
    if (wholes.length === 0) return null;
    // one part, or all that the sentence has named
    return {
      exact: wholes.flatMap((w) => [(part.value * 100) / w, (sum * 100) / w]),
      zh: `${part.value} ÷ ${wholes[0]}`,
      places: [part],
    };
  }
  const [whole] = counts;
  if (!whole || counts.length !== 2 || whole.value === 0 || whole.unit !== part.unit) return null;
  // what is a part of what: 其中, or 176件申请中
  const between = text.slice(whole.to, part.from);
  if (!between.includes('其中') && !/^[^，,。]{0,12}中[，,]/.test(between)) return null;
  return { exact: [(part.value * 100) / whole.value], zh: `${part.value} ÷ ${whole.value}`, places: [part, whole] };
}

/** 抽查50个，合格47个，合格率94%: the word before 率 says which number is the part. */
function ratio(left: string, counts: readonly Quantity[], leftOf: (n: Quantity) => string): Quotient | null {
  const at = left.lastIndexOf('率');
  if (at < 2 || left.length - at > 4) return null;
  // 负责人出庭应诉率 is not the rate of what was named before
  if (!/(?:^|[，,、；;])\s*[\u4e00-\u9fff]{2}$/.test(left.slice(0, at))) return null;
  const stem = left.slice(at - 2, at);
  const [whole, part] = counts;
  if (!whole || !part || counts.length !== 2 || whole.value === 0 || whole.unit !== part.unit) return null;
  const wholeWords = leftOf(whole).replace(`应${stem}`, '');
  if (wholeWords.includes(stem) || !leftOf(part).includes(stem)) return null;
  return { exact: [(part.value * 100) / whole.value], zh: `${part.value} ÷ ${whole.value}`, places: [part, whole] };
}
