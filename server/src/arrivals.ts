/**
 * What is asked about a draft is answered from its last text, so whatever has arrived is read before anything is
 * worked out: a newer text then makes the work on an older one needless, and a cancelled request costs nothing.
 */
export class Arrivals {
  #count = 0;
  #settled: Promise<void> | null = null;

  /** Is told of every change and every request. */
  note(): void {
    this.#count++;
  }

  /** Resolves when a turn has passed in which nothing came, or so many that somebody ought to be answered. */
  settled(): Promise<void> {
    this.#settled ??= this.#settle().finally(() => {
      this.#settled = null;
    });
    return this.#settled;
  }

  async #settle(): Promise<void> {
    for (let turn = 0; turn < MOST_TURNS; turn++) {
      const seen = this.#count;
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (this.#count === seen) return;
    }
  }
}

/** A turn is a millisecond or more: a burst that goes on for longer is answered in the middle of it. */
const MOST_TURNS = 200;
