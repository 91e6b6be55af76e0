/** Which parts of this program a run goes through, as V8 counts them. */
import { type Profiler, Session } from 'node:inspector';

/** Counts that tell as much: many times, a few times, once. */
const BUCKETS = [128, 4, 1];

export class Coverage {
  readonly #session = new Session();
  readonly #seen = new Set<string>();

  constructor() {
    this.#session.connect();
    this.#post('Profiler.enable');
    this.#post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** How many places have been come by, each once for every bucket of counts. */
  get size(): number {
    return this.#seen.size;
  }

  /** Runs a function. @returns the places that nothing has come by before, for `keep` */
  fresh(run: () => void): readonly string[] {
    run();
    const places = new Set<string>();
    for (const { scriptId, functions } of this.#take()) {
      for (const { ranges } of functions) {
        for (const { startOffset, endOffset, count } of ranges) {
          if (count === 0) continue;
          const place = `${scriptId} ${startOffset} ${endOffset} ${BUCKETS.find((least) => count >= least)}`;
          if (!this.#seen.has(place)) places.add(place);
        }
      }
    }
    return [...places];
  }

  keep(places: readonly string[]): void {
    for (const place of places) this.#seen.add(place);
  }

  #take(): Profiler.ScriptCoverage[] {
    const { result } = this.#post('Profiler.takePreciseCoverage') as Profiler.TakePreciseCoverageReturnType;
    return result.filter(({ url }) => url.includes('/nianbao/fuzz-'));
  }

  #post(method: string, params: object = {}): unknown {
    let answer: unknown;
    this.#session.post(method, params, (error, result) => {
      if (error) throw error;
      answer = result;
    });
    return answer;
  }
}
