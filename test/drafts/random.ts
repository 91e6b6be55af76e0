/**
 * Seeded randomness. A fork depends only on its key, never on how much was drawn before it,
 * so that leaving out one part of a draft leaves every other part as it was.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private d = 1;

  /** `bases` are the hashes of everything before the key, where this is a fork. */
  constructor(
    key: string,
    private readonly bases: readonly [number, number, number] = [0x811c9dc5, 0x9e3779b9, 0x2545f491],
  ) {
    // FNV-1a over the key with three bases seeds sfc32.
    const hash = (base: number): number => {
      let h = Math.imul(base ^ 0x2f, 0x01000193);
      for (let i = 0; i < key.length; i++) h = Math.imul(h ^ key.charCodeAt(i), 0x01000193);
      return h >>> 0;
    };
    this.bases = [hash(bases[0]), hash(bases[1]), hash(bases[2])];
    [this.a, this.b, this.c] = this.bases;
    for (let i = 0; i < 12; i++) this.next();
  }

  /** An independent stream for one part of the draft. */
  fork(part: string | number): Random {
    return new Random(String(part), this.bases);
  }

  /** 0 ≤ x < 1. */
  next(): number {
    const t = (((this.a + this.b) | 0) + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + t;
    return (t >>> 0) / 0x1_0000_0000;
  }

  /** An integer from `low` to `high`, both included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(items: readonly T[]): T {
    return at(items, this.int(0, items.length - 1));
  }

  /** All items in any order. */
  shuffle<T>(items: readonly T[]): T[] {
    const left = [...items];
    const result: T[] = [];
    while (left.length > 0) result.push(...left.splice(this.int(0, left.length - 1), 1));
    return result;
  }

  /** `count` different items, in their own order. */
  sample<T>(items: readonly T[], count: number): T[] {
    const left = items.map((_, index) => index);
    const chosen: number[] = [];
    while (chosen.length < count && left.length > 0) {
      chosen.push(...left.splice(this.int(0, left.length - 1), 1));
    }
    return chosen.sort((x, y) => x - y).map((index) => at(items, index));
  }
}

/** The item that has to be there. */
export function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`no item ${index} of ${items.length}`);
  return item;
}
