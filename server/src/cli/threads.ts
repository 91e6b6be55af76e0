import type { Worker } from 'node:worker_threads';
import { type Job, type Outcome, type Task, work } from './job';
import { readFile } from './read';

/** So many files are done before threads are thought of: those of a single office should not pay for any. */
const ALONE = 64;
/** A thread takes as long to get going as so many drafts take: with fewer for each it is not worth it. */
const WORTH = 48;
/** Tasks at a time for each thread, so that it need not wait for the next; what is more would wait in vain. */
const AT_A_TIME = 2;
/** Results that may wait for their turn, for each thread: one long draft must not keep the others idle. */
const ROOM = 32;

type Settle = (outcome: Outcome | Promise<Outcome>) => void;

interface Thread {
  readonly worker: Worker;
  /** Who waits for a task that it has, by the task's number. */
  readonly tasks: Map<number, Settle>;
}

/** What goes to a thread and comes back. */
export type Request = readonly [number: number, task: Task];
export type Reply = 'ready' | readonly [number: number, outcome: Outcome];

/** Threads that do tasks of one job. They start beside the first files, which meanwhile are done where they are asked for. */
export class Threads {
  readonly #ready = new Set<Thread>();
  readonly #started = new Set<Worker>();
  readonly #queue: (readonly [Task, Settle])[] = [];
  #asked = 0;
  #number = 0;
  #closed = false;

  /**
   * @param atMost with less than two everything is done where it is asked for
   * @param total how many tasks there will be, as far as that can be known
   */
  constructor(
    private readonly job: Job,
    private readonly atMost: number,
    private readonly total: () => number,
  ) {}

  /** How many results may wait for their turn. */
  get room(): number {
    return this.#ready.size * ROOM;
  }

  /** What becomes of a task; null where no thread is ready, and it is to be done by whoever asks. Never rejects. */
  async run(task: Task): Promise<Outcome | null> {
    this.#asked++;
    if (this.#asked === ALONE) await this.#grow();
    // one that is ready says so as soon as it is listened to
    if (this.#started.size > 0 && this.#ready.size === 0) await new Promise((resolve) => setImmediate(resolve));
    if (this.#ready.size === 0) return null;
    return new Promise((resolve) => {
      this.#queue.push([task, resolve]);
      this.#deal();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#started].map((worker) => worker.terminate()));
  }

  async #grow(): Promise<void> {
    const count = Math.min(this.atMost, Math.floor((this.total() - ALONE) / WORTH));
    // one alone would win nothing: who asks has little to do while it works
    for (let i = 0; i < count && count > 1; i++) await this.#start();
  }

  async #start(): Promise<void> {
    const { Worker } = await import('node:worker_threads');
    // this very file, which is in memory already, by what it exports for that
    const code = `require('node:module').enableCompileCache?.();require(${JSON.stringify(__filename)}).serve()`;
    const worker = new Worker(code, { eval: true, workerData: this.job });
    const thread: Thread = { worker, tasks: new Map() };
    this.#started.add(worker);
    worker.on('message', (reply: Reply) => {
      if (reply === 'ready') this.#ready.add(thread);
      else {
        const [number, outcome] = reply;
        thread.tasks.get(number)?.(outcome);
        thread.tasks.delete(number);
      }
      this.#deal();
    });
    worker.on('error', (error) => this.#lose(thread, `${error.stack ?? error}`));
    worker.on('exit', () => this.#lose(thread, 'thread ended'));
  }

  #deal(): void {
    for (const thread of this.#ready) {
      while (thread.tasks.size < AT_A_TIME) {
        const next = this.#queue.shift();
        if (!next) return;
        const [task, settle] = next;
        const number = ++this.#number;
        thread.tasks.set(number, settle);
        thread.worker.postMessage([number, task] satisfies Request);
      }
    }
  }

  /** What a thread was at when it broke down may be what broke it; the rest is done without it. */
  #lose(thread: Thread, detail: string): void {
    this.#ready.delete(thread);
    for (const settle of thread.tasks.values()) settle({ kind: 'crashed', detail });
    thread.tasks.clear();
    this.#deal();
    if (this.#closed || this.#ready.size > 0) return;
    for (const [task, settle] of this.#queue.splice(0)) settle(work(this.job, task, readFile(task.path)));
  }
}
