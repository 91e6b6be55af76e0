import type { Claim } from './claim';
import type { Compared } from './compare';
import { indexFrom, numbersOf, type Passage } from './passage';
import type { Quantity } from './quantities';

/**
 * Numbers that one cell is told in: 网站受理11件；当面受理6件；邮寄受理18件 are one row of the table, by something that it
 * does not ask for. Where they amount to the cell they agree with it; where one of them is the cell, or none is, the
 * others are of a part of it, and not surely wrong.
 */
export function shareCells(all: readonly Compared[]): readonly Compared[] {
  if (all.every((c) => c.agrees)) return all;
  const groups = groupsOf(all);
  const claimed = new Set(all.map((c) => c.claim.quantity));
  return all.map((c) => {
    if (c.agrees) return c;
    const group = groups.get(c.claim.passage)?.get(keyOf(c)) as Group;
    const { value } = c.claim.quantity;
    if (group.count > 1 && is(c, group.sum)) return { ...c, agrees: true };
    if (!isCome(c) && runs(c.claim, claimed).some((n) => is(c, n))) return { ...c, agrees: true };
    const others = group.values.size > (group.values.has(value) ? 1 : 0);
    const partial = others && (group.told.has(c.claim.sentence.from) || c.sums.some((s) => value < s.value));
    return partial ? { ...c, partial } : c;
  });
}

/** The numbers of one paragraph that are of the same thing. */
interface Group {
  count: number;
  sum: number;
  /** What they are, where they do not say the whole again. */
  readonly values: Set<number>;
  /** Where the sentences begin that have the number of the table, said in passing left out. */
  readonly told: Set<number>;
}

function groupsOf(all: readonly Compared[]): ReadonlyMap<Passage, ReadonlyMap<string, Group>> {
  const groups = new Map<Passage, Map<string, Group>>();
  for (const c of all) {
    const own = groups.get(c.claim.passage) ?? new Map<string, Group>();
    groups.set(c.claim.passage, own);
    const group = own.get(keyOf(c)) ?? { count: 0, sum: 0, values: new Set(), told: new Set() };
    own.set(keyOf(c), group);
    const { value } = c.claim.quantity;
    group.count++;
    group.sum += value;
    if (saysAgain(c)) continue;
    group.values.add(value);
    if (c.agrees && value > 0) group.told.add(c.claim.sentence.from);
  }
  return groups;
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

/** What nothing beside it adds to: how many came and how many are left, and the cases of table 4. */
const COME = /^requests\.(?:newlyReceived|carriedIn|carriedForward)\./;

function isCome({ claim }: Compared): boolean {
  return claim.readings.some((r) => r.cells.some((cell) => cell.startsWith('disputes.') || COME.test(cell)));
}

/** A run of more numbers is a list of something else. */
const MOST = 8;

/** 同意公开的20件，已主动公开的2件: what a number is together with those beside it that are of no cell of their own. */
function runs({ passage, sentence, quantity }: Claim, claimed: ReadonlySet<Quantity>): number[] {
  const { quantities } = numbersOf(passage.words);
  const at = indexFrom(quantities, quantity.from);
  const sums: number[] = [];
  for (const step of [1, -1]) {
    let sum = quantity.value;
    for (let i = 1; i <= MOST; i++) {
      const next = quantities[at + step * i];
      if (!next || next.from < sentence.from || next.from >= sentence.to) break;
      if (claimed.has(next) || next.unit !== quantity.unit) break;
      sum += next.value;
      sums.push(sum);
    }
  }
  return sums;
}
