import { readPassage } from '../../prose/claims';
import type { Passage } from '../../prose/passage';
import type { Quantity } from '../../prose/quantities';
import type { Draft, Rule } from '../rule';

const RECEIVED = ['收到', '受理', '接收', '新收', '接到', '共有'];
const ANSWERED = ['办结', '答复', '回复', '办理完毕', '完成'];
const RATES = ['办结率', '答复率', '回复率', '办理率', '完成率'];
const SHARE = ['占比', '占总数', '占总量', '占申请总数', '占申请总量', '占全部', '占申请', '占新收', '占'];
const COUNTS = new Set(['件', '宗', '条', '份', '起', '例', '件次']);
/** Words near a rate by which it is not that of the numbers beside it. */
const OTHER = [
  '同比',
  '较上年',
  '比上年',
  '增长',
  '上升',
  '下降',
  '提高',
  '按时',
  '按期',
  '及时',
  '满意',
  '群众',
  '以上',
  '近',
  '约',
  '超过',
  '合格',
  '开通',
  '准确',
];
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
    return report.sections.flatMap((section) =>
      section.paragraphs.flatMap((paragraph) => {
        const { passage, numbers } = readPassage(paragraph);
        return numbers.quantities.flatMap((q, i): Draft[] => {
          if (q.unit !== '%' || q.approximate) return [];
          const found = sides(passage, numbers.quantities, i);
          if (!found) return [];
          const exact = (found.part.value / found.whole.value) * 100;
          if (fits(exact, q)) return [];
          const shown = exact.toFixed(Math.min(Math.max(q.places, 1), 6));
          return [
            {
              range: passage.rangeOf(q.from, q.to),
              message: {
                zh: `${found.part.value} ÷ ${found.whole.value} = ${shown}%，正文写 ${q.value}%`,
                en: `${found.part.value} ÷ ${found.whole.value} = ${shown}%, the text has ${q.value}%`,
              },
              related: [found.part, found.whole].map((n) => ({
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

/** Rounded or cut off at the places that are written. */
function fits(exact: number, { value, places }: Quantity): boolean {
  return Math.abs(exact - value) < 1.0001 * 10 ** -places;
}

/** The two numbers that a rate is of, where the sentence leaves no doubt. */
function sides(
  passage: Passage,
  quantities: readonly Quantity[],
  at: number,
): { part: Quantity; whole: Quantity } | null {
  const q = quantities[at] as Quantity;
  const { text } = passage;
  const sentence = passage.sentences.find((s) => s.from <= q.from && q.from < s.to);
  if (!sentence) return null;
  const previous = quantities[at - 1];
  const left = text.slice(Math.max(sentence.from, q.from - REACH, previous?.to ?? 0), q.from);
  if (OTHER.some((w) => left.includes(w))) return null;
  const own: Quantity[] = [];
  for (let i = at - 1; i >= Math.max(0, at - 8) && (quantities[i] as Quantity).from >= sentence.from; i--)
    own.unshift(quantities[i] as Quantity);
  const counts = own.filter((n) => COUNTS.has(n.unit));
  if (counts.some((n) => n.approximate)) return null;
  const before = (n: Quantity): string => {
    const k = own.indexOf(n);
    return text.slice(Math.max(sentence.from, n.from - REACH, own[k - 1]?.to ?? 0), n.from);
  };
  if (RATES.some((w) => left.includes(w))) {
    const received = counts.filter(
      (n) => RECEIVED.some((w) => before(n).includes(w)) && !ANSWERED.some((w) => before(n).includes(w)),
    );
    const answered = counts.filter(
      (n) => ANSWERED.some((w) => before(n).includes(w)) && !RECEIVED.some((w) => before(n).includes(w)),
    );
    const [whole, more] = received;
    const [part, others] = answered;
    if (!whole || !part || more || others || counts.length !== 2 || whole.value === 0 || whole.unit !== part.unit)
      return null;
    return { part, whole };
  }
  if (SHARE.some((w) => left.includes(w)) && !left.includes('。')) {
    const part = counts[counts.length - 1];
    const whole = counts[0];
    // 占 of what: the one number that was named before
    if (!part || !whole || part === whole || counts.length !== 2 || whole.value === 0 || whole.unit !== part.unit)
      return null;
    if (!text.slice(whole.to, part.from).includes('其中')) return null;
    return { part, whole };
  }
  return null;
}
