/**
 * Looks for texts that the parser or a rule cannot cope with, led by what of them a text goes through: one that comes
 * where none has been is kept, and others are made of it. `--seconds` says how long, `--seed` which way.
 */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { at, Random } from '../drafts/random';
import { examine, sameForLineEnds } from '../properties/examine';
import { FOUND } from '../properties/found';
import { kindOf, smallest } from '../properties/properties';
import { anyText, words } from '../properties/texts';
import { Coverage } from './coverage';

const SECONDS = 600;
/** Longer texts are slow, and seldom go where shorter ones cannot. */
const LONGEST = 3000;
const FIRST = 200;
const BATCH = 16;
const REPORT_MS = 30_000;

/** @returns the exit status: 0 where nothing was found, 1 where something was, 2 for arguments that make no sense */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { seconds: { type: 'string' }, seed: { type: 'string' } } });
  const seconds = Number(values.seconds ?? SECONDS);
  const seed = Number(values.seed ?? Date.now() % 2 ** 31);
  if (!(seconds > 0) || !Number.isSafeInteger(seed)) {
    console.error('fuzz: --seconds N, --seed N');
    return 2;
  }
  console.log(`seed ${seed}, ${seconds} seconds`);
  const rng = new Random(`fuzz ${seed}`);
  const pieces = fc.sample(words, { seed, numRuns: 2000 });
  const coverage = new Coverage();
  const corpus: string[] = [];
  const found = new Map<string, string>();
  let runs = 0;
  const run = (text: string): void => {
    runs++;
    try {
      check(text);
    } catch (failure) {
      if (found.has(kindOf(failure))) return;
      const least = smallest(text, failure, check);
      found.set(kindOf(failure), least);
      console.log(
        `${failure instanceof Error ? failure.stack : failure}\nthe least text for it: ${JSON.stringify(least)}`,
      );
    }
  };
  /** To ask what was run costs more than to run it: most batches come by nothing new, and are asked about once. */
  const tryOut = (batch: readonly string[]): void => {
    if (coverage.fresh(() => batch.forEach(run)).length === 0) return;
    for (const text of batch) {
      const fresh = coverage.fresh(() => run(text));
      if (fresh.length > 0) corpus.push(text);
      coverage.keep(fresh);
    }
  };
  const told = (): void =>
    console.log(`${runs} texts, ${corpus.length} kept, ${coverage.size} places, ${found.size} failures`);

  tryOut([...FOUND, ...fc.sample(anyText, { seed, numRuns: FIRST })].map((text) => text.slice(0, LONGEST)));
  const end = Date.now() + seconds * 1000;
  let next = Date.now() + REPORT_MS;
  while (Date.now() < end) {
    tryOut(Array.from({ length: BATCH }, () => changed(corpus, pieces, rng)));
    if (Date.now() < next) continue;
    told();
    next += REPORT_MS;
  }
  told();
  return found.size === 0 ? 0 : 1;
}

function check(text: string): void {
  examine(text);
  sameForLineEnds(text);
}

/** One of the texts, the later ones more often, with a few changes. */
function changed(corpus: readonly string[], pieces: readonly string[], rng: Random): string {
  let text = one(corpus, rng);
  for (let left = rng.pick([1, 1, 2, 4, 8]); left > 0; left--) {
    const start = rng.int(0, text.length);
    const end = Math.min(text.length, start + rng.pick([0, 1, 2, 8, 40, 200]));
    const way = rng.int(0, 5);
    if (way === 0) text = text.slice(0, start) + text.slice(end);
    else if (way === 1) text = text.slice(0, end) + text.slice(start, end) + text.slice(end);
    else if (way === 2) {
      const other = one(corpus, rng);
      const from = rng.int(0, other.length);
      text = text.slice(0, start) + other.slice(from, from + rng.pick([2, 20, 200, 1000])) + text.slice(end);
    } else if (way === 3) {
      const to = rng.int(0, text.length);
      const rest = text.slice(0, start) + text.slice(end);
      text = rest.slice(0, to) + text.slice(start, end) + rest.slice(to);
    } else text = text.slice(0, start) + rng.pick(pieces) + text.slice(way === 4 ? start : end);
  }
  return text.slice(0, LONGEST);
}

function one(corpus: readonly string[], rng: Random): string {
  const half = rng.chance(0.5) ? corpus.length >> 1 : 0;
  return at(corpus, rng.int(half, corpus.length - 1));
}
