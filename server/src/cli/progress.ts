/** Columns of the bar. */
const WIDTH = 24;
/** Milliseconds between two pictures of it, and before the first: what is done sooner needs none. */
const PAUSE = 100;
const PATIENCE = 500;
const CLEAR = '\r\u001b[2K';

/** One line on a terminal that says how far the work is, rewritten in place and gone when it ends. */
export class Progress {
  readonly #write: (text: string) => Promise<void>;
  readonly #inTheWay: boolean;
  readonly #clock: () => number;
  readonly #since: number;
  #next: number;
  #shown = false;

  /**
   * @param inTheWay whether results are shown on the same terminal
   * @param clock milliseconds from any point
   */
  constructor(
    write: (text: string) => Promise<void>,
    inTheWay: boolean,
    clock: () => number = () => performance.now(),
  ) {
    this.#write = write;
    this.#inTheWay = inTheWay;
    this.#clock = clock;
    this.#since = clock();
    this.#next = this.#since + PATIENCE;
  }

  /** @param total asked for only where something is shown */
  async show(done: number, total: () => number): Promise<void> {
    const now = this.#clock();
    if (now < this.#next) return;
    this.#next = now + PAUSE;
    this.#shown = true;
    await this.#write(`${CLEAR}${bar(done, total())}`);
  }

  /** Makes room for results. */
  async makeWay(): Promise<void> {
    if (this.#inTheWay) await this.clear();
  }

  /** Makes room for a line that stays. */
  async clear(): Promise<void> {
    if (!this.#shown) return;
    this.#shown = false;
    await this.#write(CLEAR);
  }
}

function bar(done: number, total: number): string {
  const part = total === 0 ? 1 : Math.min(1, done / total);
  const full = Math.floor(part * WIDTH);
  return `[${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}] ${done}/${total} ${Math.floor(part * 100)}%`;
}
