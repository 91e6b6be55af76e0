import { resolve } from 'node:path';
import type { Language } from '../words';
import { Configs, type TeamSettings } from './configs';
import { type Found, findFiles } from './files';
import { type Done, type Job, type Outcome, work } from './job';
import { isStream, readFile, readStream } from './read';
import type { Io } from './terminal';
import { Threads } from './threads';
import { refused } from './words';

/** Which drafts a job is done on, and how. */
export interface Selection {
  readonly paths: readonly string[];
  readonly language: Language;
  /** Pass over what is no draft even where it is named. */
  readonly recognise: boolean;
  /** How many threads may work at a time. */
  readonly threads: number;
}

interface Started {
  readonly path: string;
  readonly key: string;
  readonly outcome: Outcome | Promise<Outcome>;
  readonly team?: TeamSettings;
}

/**
 * Does a job on every draft that paths stand for, on several at a time where there are many, and hands the results on
 * in the order of the paths, each as soon as those before it are done. What cannot be read is named on the error
 * stream, makes the exit status 2, and the rest goes on. No text is kept, and of the results only some wait for their
 * turn.
 * @param take a draft's result
 * @returns the lines about what could not be read
 */
export async function overDrafts(
  job: Job,
  selection: Selection,
  io: Io,
  take: (done: Done) => Promise<void>,
): Promise<readonly string[]> {
  const walk = new Walk(job, selection, io, take);
  try {
    for (const found of allFiles(selection.paths)) await walk.begin(found);
    await walk.finish();
  } finally {
    await walk.end();
  }
  return walk.refusals;
}

class Walk {
  readonly refusals: string[] = [];
  readonly #configs: Configs;
  readonly #threads: Threads;
  readonly #waiting: Started[] = [];
  /** Whether a path was begun as one to be taken for a draft in any case: once more could then give nothing else. */
  readonly #begun = new Map<string, boolean>();
  readonly #finished = new Set<string>();
  #seen = 0;
  #total: number | null = null;

  constructor(
    private readonly job: Job,
    private readonly selection: Selection,
    private readonly io: Io,
    private readonly take: (done: Done) => Promise<void>,
  ) {
    this.#configs = new Configs(selection.language);
    this.#threads = new Threads(job, selection.threads, () => this.#count());
  }

  async begin(found: Found): Promise<void> {
    const started = await this.#start(found);
    if (started) this.#waiting.push(started);
    await this.finish(this.#threads.room);
    this.#seen++;
    await this.io.progress?.show(this.#seen - this.#waiting.length, () => this.#count());
  }

  /** @param but how many results may go on waiting for their turn */
  async finish(but = 0): Promise<void> {
    while (this.#waiting.length > but) {
      const started = this.#waiting.shift();
      if (started) await this.#give(started);
    }
  }

  async end(): Promise<void> {
    await this.io.progress?.clear();
    await this.#threads.close();
  }

  async #start(found: Found): Promise<Started | null> {
    const { path } = found;
    const key = isStream(path) ? path : resolve(path);
    if ('refused' in found) return { path, key, outcome: { kind: 'refused', reason: found.refused } };
    const named = found.named && !this.selection.recognise;
    const before = this.#begun.get(key);
    if (before || before === named) return null;
    this.#begun.set(key, named);
    const team = this.#configs.of(path);
    if (team.ignored && !named) return null;
    const task = { path, named, config: team.config };
    const start = async () => {
      if (isStream(path)) return work(this.job, task, await readStream(path, () => this.io.stdin));
      return (await this.#threads.run(task)) ?? work(this.job, task, readFile(path));
    };
    return { path, key, team, outcome: start() };
  }

  async #give({ path, key, team, outcome }: Started): Promise<void> {
    const result = await outcome;
    if (result.kind === 'other' || this.#finished.has(key)) return;
    this.#finished.add(key);
    const { language } = this.selection;
    if (result.kind === 'refused') return this.#refuse(refused(path, result.reason, language));
    if (result.kind === 'crashed') return this.#refuse(refused(path, 'crashed', language), result.detail);
    for (const line of team?.takeProblems() ?? []) await this.#refuse(line);
    if (result.unwritten) await this.#refuse(refused(path, result.unwritten, language));
    if (result.notes.length > 0) await this.io.progress?.clear();
    for (const line of result.notes) await this.io.err.write(line);
    if (result.text !== '') await this.io.progress?.makeWay();
    await this.take(result);
  }

  async #refuse(line: string, detail = ''): Promise<void> {
    this.io.status = 2;
    this.refusals.push(line.trimEnd());
    await this.io.progress?.clear();
    await this.io.err.write(detail === '' ? line : `${line}${detail}\n`);
  }

  /** The folders are gone through once more for it, which is little beside reading the files. */
  #count(): number {
    this.#total ??= [...allFiles(this.selection.paths)].length;
    return this.#total;
  }
}

function* allFiles(paths: readonly string[]): Generator<Found> {
  for (const operand of paths) yield* findFiles(operand);
}
