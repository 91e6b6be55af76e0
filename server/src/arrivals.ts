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

  /** Resolves when some turns have passed in which nothing came, or so many that somebody ought to be answered. */
  settled(): Promise<void> {
    this.#settled ??= this.#settle().finally(() => {
      this.#settled = null;
    });
    return this.#settled;
  }

  async #settle(): Promise<void> {
    let quiet = 0;
    for (let turn = 0; turn < MOST_TURNS && quiet < QUIET_TURNS; turn++) {
      const seen = this.#count;
      await nextTurn();
      quiet = this.#count === seen ? quiet + 1 : 0;
    }
  }
}

/** In a turn one message is read at most, and not each is one that counts: an answer or a cancellation is none. */
const QUIET_TURNS = 4;
/** A burst that goes on for longer is answered in the middle of it. */
const MOST_TURNS = 10_000;

/** Lets whatever waits have its turn. A timer would do that too, but would take a millisecond for it. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
