import { indexFrom, numbersOf } from './passage';
import type { Quantity } from './quantities';
import { reader } from './words';

/** One of a list of parts with what share of their whole each is: 信函申请118件，占83.1%. */
export interface Share {
  readonly part: Quantity;
  readonly rate: Quantity;
}

/** A list of shares that its paragraph gives one behind the other. */
export interface Shares {
  readonly list: readonly Share[];
  /** What they may be of: the numbers in their unit that the paragraph names near them, and their sum. */
  readonly wholes: readonly number[];
}

/** Between a part and its share, and between a share and the next part. */
const NEAR = /^[，,、（(\s]*占(?:比|总数|总量)?(?:的|为|达)?[：:]?\s*$/;
const NEXT = /^[）)]?[，,、；;][^。！？；;]{0,24}$/;

/** So many numbers before a list its whole is looked for. */
const BEFORE = 20;
/** A list of more shares is a whole text without stops. */
const MOST = 30;

/** The lists of shares in the words of a paragraph. */
export const shareLists = reader((words): readonly Shares[] => {
  const { text } = words;
  const { quantities } = numbersOf(words);
  const lists: Share[][] = [];
  let last: Quantity | undefined;
  for (let i = 1; i < quantities.length; i++) {
    const part = quantities[i - 1] as Quantity;
    const rate = quantities[i] as Quantity;
    if (rate.unit !== '%' || part.unit === '%' || !NEAR.test(text.slice(part.to, rate.from))) continue;
    const list = lists[lists.length - 1];
    const unit = list?.[0]?.part.unit;
    if (list && last === quantities[i - 2] && unit === part.unit && NEXT.test(text.slice(last?.to ?? 0, part.from)))
      list.push({ part, rate });
    else lists.push([{ part, rate }]);
    last = rate;
  }
  return lists.flatMap((list) => {
    if (
      list.length < 2 ||
      list.length > MOST ||
      (list.length === 2 && !areAll(list)) ||
      list.some(({ part, rate }) => part.approximate || rate.approximate)
    )
      return [];
    const { unit, from } = (list[0] as Share).part;
    const first = indexFrom(quantities, from);
    const near = quantities.slice(Math.max(0, first - BEFORE), first + 2 * list.length);
    const named = near.filter((q) => q.unit === unit && q.value > 0).map((q) => q.value);
    const sum = list.reduce((n, { part }) => n + part.value, 0);
    return [{ list, wholes: [...new Set([...named, sum])] }];
  });
});

/** Whether two shares look like all there are, also where one of them is written wrong. */
function areAll(list: readonly Share[]): boolean {
  const sum = list.reduce((n, { rate }) => n + rate.value, 0);
  return sum > 85 && sum < 115;
}

/** A share that is not what the others of its list are shares of. */
export interface WrongShare extends Share {
  readonly whole: number;
}

/**
 * The one share of a list that fits no whole, where all the others are of one.
 * @param more wholes that the tables have
 * @param fits whether a share in per cent can be written as a rate
 * @returns null where all fit, or several do not
 */
export function wrongShare(
  { list, wholes }: Shares,
  more: readonly number[],
  fits: (exact: number, rate: Quantity) => boolean,
): WrongShare | null {
  const all = [...wholes, ...more];
  const isOf = ({ part, rate }: Share, whole: number): boolean => fits((part.value * 100) / whole, rate);
  for (const whole of all) {
    const others = list.filter((share) => !isOf(share, whole));
    const [wrong] = others;
    if (others.length !== 1 || !wrong || all.some((w) => isOf(wrong, w))) continue;
    return { ...wrong, whole };
  }
  return null;
}
