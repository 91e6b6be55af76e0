import { type Claim, REQUEST_UNITS, SENTENCE, type Seen } from './claim';
import { RESULTS } from './lexicon';
import { AGAINST_ANSWER } from './topics';

const SUITS = ['directSuit', 'suitAfterReview'];

/** Words of what a reviewing office does that say something else: not yet heard, or applications that were received. */
const ELSEWHERE = /尚未审理|未受理|(?:受理|答复)[^，,；;。]{0,20}申请(?!人)[^，,；;。]*/g;

/** What a number says of table 4; null where it is none of its numbers, or may be. */
export function disputeClaim(seen: Seen): Claim | null {
  const { left, right, quantity, before } = seen;
  // 表4 复议诉讼情况: a number without a unit is a count only at the end of its clause
  if (quantity.unit === '' && !/^[，,、；;。）)\s]?$/.test(right)) return null;
  const counts = REQUEST_UNITS.has(quantity.unit) || (quantity.unit === '项' && left.endsWith('事项'));
  if (quantity.unit !== '' && !counts) return null;
  // 受理行政复议 is what a reviewing office does; the table is about reviews of what the office itself did
  if (
    /受理|审理|代理|应诉|化解|调解|答复|申诉/.test(before.replace(ELSEWHERE, '')) &&
    !/被(?:申请(?!人)|提起|复议|诉讼|起诉)/.test(before) &&
    !AGAINST_ANSWER.test(before)
  )
    return null;
  // of those that are decided, the table has only the results
  if (/审结|办结|结案/.test((left + right).replace(/未审结|待审结|未结案|未办结/g, '')) || right.startsWith('中'))
    return null;
  if (
    left.includes('各') ||
    right.startsWith('各') ||
    left.startsWith('对') ||
    /法院(?:审结|受理|一审|二审)|复议机[关构]受理|作为复议|各类|许可类|处罚类|行政案件|具体行政行为|无关|非信息公开/.test(
      before + right,
    )
  )
    return null;
  const whole = seen.passage.text.slice(seen.sentence.from, Math.min(seen.sentence.to, quantity.to + SENTENCE));
  if (/无关|不属于/.test(whole)) return null;
  // 15件复议案件、21件诉讼案件尚未审结: what is said of both stands behind them
  if (/^(?:行政)?(?:复议|诉讼)/.test(right)) return null;
  const result =
    RESULTS.find((r) => r.words.some((w) => left.includes(w))) ??
    RESULTS.find((r) => r.words.some((w) => right.includes(w)));
  const names =
    left.includes('复议') ||
    left.includes('诉讼') ||
    left.includes('起诉') ||
    right.includes('复议') ||
    right.includes('诉讼');
  if (!result && !names) return null;
  const column = result?.column ?? 'total';
  // a court decides on suits alone
  const topic = seen.topic === 'suit' || !(left + right).includes('法院') ? seen.topic : 'suit';
  const near = left.includes('诉') ? left + right : before + right;
  const named = {
    direct: /未经复议|直接起诉|直接(?:提起)?(?:行政)?诉讼|直接向/.test(near),
    after: near.includes('复议后'),
  };
  // where both are named, what comes behind may be of either or of both
  const direct = named.direct && !named.after;
  const after = named.after && !named.direct;
  const sums: string[][] = direct
    ? [['directSuit']]
    : after
      ? [['suitAfterReview']]
      : topic === 'review'
        ? [['review']]
        : topic === 'suit'
          ? [SUITS, ['directSuit'], ['suitAfterReview']]
          : [['review', ...SUITS], ['review'], SUITS];
  return {
    passage: seen.passage,
    sentence: seen.sentence,
    quantity,
    words: topic === 'suit' ? '行政诉讼' : topic === 'review' ? '行政复议' : '复议、诉讼',
    // 6件诉讼案件中，维持4件
    certain: /复议|诉讼/.test(left + right) || /(?:复议|诉讼)(?:案件)?中[，,：:]/.test(before),
    loose: false,
    year: seen.year,
    readings: sums.map((blocks) => ({ cells: blocks.map((b) => `disputes.${b}.${column}`) })),
  };
}
