import { inside, numbersOf, type Passage, type Span, sentencesOf, textOf } from '../../prose/passage';
import type { Quantity } from '../../prose/quantities';
import { BASE_BEHIND, BRACKET, DOWN, quotient, type Rate, rateName, UP, wholesOf } from '../../prose/quotient';
import { shareLists, type WrongShare, wrongShare } from '../../prose/shares';
import { reader } from '../../prose/words';
import { anyOf } from '../../text/words';
import type { Draft, Rule } from '../rule';

const TELLING = anyOf([...UP, ...DOWN, '占', '率']);
/** Words near a rate by which it is not that of the numbers beside it. */
const OTHER = anyOf([
  '按时',
  '按期',
  '及时',
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
]);
const REACH = 40;

export const rate: Rule = {
  name: 'prose/rate',
  severity: 'warning',
  description: {
    zh: '正文写的比率与同一句话里的数字对不上',
    en: 'A percentage is not that of the numbers in its sentence',
  },
  source: '国办公开办函〔2019〕60号、〔2021〕30号：数据准确、前后一致',
  check(report) {
    return textOf(report).sections.flatMap(({ passages }) =>
      passages.flatMap((passage) => {
        const told = new Set<Quantity>();
        const alone = passage.words.once(rates).flatMap((rate): Draft[] => {
          const { rate: q } = rate;
          const found = quotient(report, rate);
          if (found) told.add(q);
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
        const listed = passage.words.once(shareLists).flatMap((list): Draft[] => {
          const wrong = wrongShare(list, wholesOf(report), fits);
          return wrong && !told.has(wrong.rate) ? [inList(passage, wrong)] : [];
        });
        return listed.length === 0 ? alone : [...alone, ...listed];
      }),
    );
  },
};

/** 信函申请118件，占83.1%；网络申请24件，占18.9%: the others of the list tell what each is a share of. */
function inList(passage: Passage, { part, rate, whole }: WrongShare): Draft {
  const share = ((part.value * 100) / whole).toFixed(Math.min(Math.max(rate.places, 1), 4));
  return {
    range: passage.rangeOf(rate.from, rate.to),
    message: {
      zh: `${part.value} ÷ ${whole} = ${share}%，正文写 ${rate.value}%（其余各项占 ${whole} 的比例都对）`,
      en: `${part.value} ÷ ${whole} = ${share}%, the text has ${rate.value}% (the others are right shares of ${whole})`,
    },
    related: [
      {
        range: passage.rangeOf(part.from, part.to),
        message: { zh: `正文：${part.value}`, en: `Text: ${part.value}` },
      },
    ],
  };
}

const rates = reader((words): readonly Rate[] => {
  const { quantities } = numbersOf(words);
  if (!quantities.some((q) => q.unit === '%')) return [];
  return sentencesOf(words).flatMap((sentence) => {
    const own = inside(quantities, sentence);
    return own.flatMap((q, i) =>
      q.unit === '%' && !q.approximate ? (rateOf(words.text, sentence, own, i) ?? []) : [],
    );
  });
});

/** @returns null where the words tell that the percentage is not of these numbers, or there are none */
function rateOf(text: string, sentence: Span, own: readonly Quantity[], at: number): Rate | null {
  const leftOf = (n: Quantity): string => wordsBefore(text, sentence, own, own.lastIndexOf(n, at));
  const rate = own[at] as Quantity;
  const left = leftOf(rate);
  if (!TELLING.test(left)) return null;
  const counts = own.slice(Math.max(0, at - 6), at).filter((n) => n.unit !== '%' && n.unit !== '月' && n.unit !== '日');
  // 予以公开占47.9% is of numbers that the table alone has
  const last = counts[counts.length - 1];
  const told = BRACKET.test(text.slice(rate.to, rate.to + 48));
  if ((!last && !left.includes('占') && !told) || counts.some((n) => n.approximate)) return null;
  // 按期办结98件，按期办结率99%: the rate is called what was counted
  const name = rateName(left);
  const same = name !== null && last !== undefined && leftOf(last).trimEnd().endsWith(name);
  if (!same && OTHER.test(left) && !BASE_BEHIND.test(text.slice(rate.to, rate.to + 48))) return null;
  return { text, rate, left, name, counts, leftOf };
}

/** Rounded or cut off at the places that are written. */
function fits(exact: number, { value, places }: Quantity): boolean {
  return Math.abs(exact - value) < 1.0001 * 10 ** -places;
}

/** The words before a number, back to the number before. */
function wordsBefore(text: string, sentence: Span, own: readonly Quantity[], index: number): string {
  const q = own[index] as Quantity;
  return text.slice(Math.max(sentence.from, q.from - REACH, own[index - 1]?.to ?? 0), q.from);
}
