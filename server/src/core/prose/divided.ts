import type { Claim } from './claim';
import type { Compared } from './compare';
import { inside, numbersOf, type Passage } from './passage';

/**
 * Numbers that one cell is told in: 网站受理11件；当面受理6件；邮寄受理18件 are one row of the table, by something that it
 * does not ask for. Where they amount to the cell they agree with it; where one of them is the cell, or none is, the
 * others are of a part of it, and not surely wrong.
 */
export function shareCells(all: readonly Compared[]): readonly Compared[] {
  if (all.every((c) => c.agrees)) return all;
  const groups = new Map<Passage, Map<string, Compared[]>>();
  for (const c of all) {
    const own = groups.get(c.claim.passage) ?? new Map<string, Compared[]>();
    groups.set(c.claim.passage, own);
    own.set(keyOf(c), [...(own.get(keyOf(c)) ?? []), c]);
  }
  const claimed = new Set(all.map((c) => c.claim.quantity));
  return all.map((c) => {
    if (c.agrees) return c;
    const group = groups.get(c.claim.passage)?.get(keyOf(c)) ?? [];
    if (amountsTo(c, group) || (!isCome(c) && runs(c.claim, claimed).some((n) => is(c, n))))
      return { ...c, agrees: true };
    const { value } = c.claim.quantity;
    const others = group.some((o) => o.claim.quantity.value !== value && !saysAgain(o));
    return others && c.sums.some((s) => value < s.value) ? { ...c, partial: true } : c;
  });
}

/** Numbers with the same readings are of the same thing. */
function keyOf({ claim }: Compared): string {
  return claim.readings.map(({ cells }) => cells.join('+')).join();
}

/** 在176件答复中: the whole once more, whose parts follow. */
function saysAgain({ claim: { passage, quantity } }: Compared): boolean {
  return /^[^，,。；\d]{0,8}中/.test(passage.text.slice(quantity.to, quantity.to + 10));
}

function is(c: Compared, value: number): boolean {
  return value > 0 && c.sums.some((s) => s.value === value);
}

function amountsTo(c: Compared, group: readonly Compared[]): boolean {
  return (
    group.length > 1 &&
    is(
      c,
      group.reduce((sum, o) => sum + o.claim.quantity.value, 0),
    )
  );
}

/** What nothing beside it adds to: how many came and how many are left, and the cases of table 4. */
const COME = /^requests\.(?:newlyReceived|carriedIn|carriedForward)\./;

function isCome({ claim }: Compared): boolean {
  return claim.readings.some((r) => r.cells.some((cell) => cell.startsWith('disputes.') || COME.test(cell)));
}

/** 同意公开的20件，已主动公开的2件: what a number is together with those beside it that are of no cell of their own. */
function runs({ passage, sentence, quantity }: Claim, claimed: ReadonlySet<Claim['quantity']>): number[] {
  const list = inside(numbersOf(passage.words).quantities, sentence);
  const at = list.indexOf(quantity);
  const sums: number[] = [];
  for (const step of [1, -1]) {
    let sum = quantity.value;
    for (let i = at + step; ; i += step) {
      const next = list[i];
      if (!next || claimed.has(next) || next.unit !== quantity.unit) break;
      sum += next.value;
      sums.push(sum);
    }
  }
  return sums;
}
