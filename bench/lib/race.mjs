/**
 * Contenders that take turns in one process. What a text cost the last time is no measure of a fresh one: the core
 * remembers the paragraphs and tables that it read last. So every run of a contender gets the next of its texts, and
 * texts that are to be fresh have to be many.
 */
import { median } from './statistics.mjs';

/**
 * @typedef {object} Task
 * @property {(text: string) => number | Promise<number>} run
 * @property {readonly string[]} texts given to it one after the other, again and again
 */

/**
 * @typedef {object} Pace
 * @property {number} rounds in which every contender has its turn
 * @property {number} sampleMs a turn lasts about this long, so that the clock's grain does not matter
 * @property {number} warmUpMs a contender is run for as long at a time, until it gets no faster, before it is timed
 */

/** @param {boolean} quick @returns {Pace} */
export function paceOf(quick) {
  return quick ? { rounds: 5, sampleMs: 10, warmUpMs: 300 } : { rounds: 15, sampleMs: 30, warmUpMs: 500 };
}

/** Every result ends up here and is printed, so that no work can be optimised away. */
let checksum = 0;

/** @param {number} number */
export function keep(number) {
  checksum = (Math.imul(checksum, 31) + number) | 0;
}

/** Of all that was kept. */
export function kept() {
  return checksum >>> 0;
}

/**
 * Milliseconds of one run.
 * @template T
 * @param {(input: T) => number | Promise<number>} run
 * @param {T} input
 */
export async function once(run, input) {
  const start = performance.now();
  const result = run(input);
  keep(typeof result === 'number' ? result : await result);
  return performance.now() - start;
}

/**
 * Milliseconds of a run on each text, the best of three, all others in between: against chance pauses, and so that
 * nothing is remembered.
 * @template T
 * @param {(input: T) => number | Promise<number>} run
 * @param {readonly string[]} texts
 * @param {(text: string) => T} input what is made of the text before the clock runs
 */
export async function bestOfThree(run, texts, input) {
  const best = texts.map(() => Number.POSITIVE_INFINITY);
  for (let pass = 0; pass < 3; pass += 1) {
    for (const [i, text] of texts.entries()) best[i] = Math.min(best[i], await once(run, input(text)));
  }
  return best;
}

/**
 * The median milliseconds of a run of each task. All take a turn in every round, in an order that turns with it, so
 * that a slow moment of the machine falls on none of them alone.
 * @template {Task} T
 * @param {readonly T[]} tasks
 * @param {Pace} pace
 * @returns {Promise<(T & { ms: number })[]>}
 */
export async function race(tasks, pace) {
  const turns = tasks.map((task) => ({ task, next: 0, times: 1, samples: [] }));
  for (const turn of turns) turn.times = await repeats(turn, pace);
  for (let round = 0; round < pace.rounds; round += 1) {
    for (let i = 0; i < turns.length; i += 1) {
      const turn = turns[(i + round) % turns.length];
      turn.samples.push(await sample(turn, turn.times));
    }
  }
  return turns.map(({ task, samples }) => ({ ...task, ms: median(samples) }));
}

/** Milliseconds of a run, of so many. */
async function sample(turn, times) {
  const { run, texts } = turn.task;
  const start = performance.now();
  for (let i = 0; i < times; i += 1) {
    const result = run(texts[turn.next % texts.length]);
    turn.next += 1;
    keep(typeof result === 'number' ? result : await result);
  }
  return (performance.now() - start) / times;
}

/** So many windows without gain, and a contender is warm; and at last after so many. */
const NO_GAIN = 3;
const WINDOWS = 20;

/**
 * Runs something until it gets no faster: large programs are compiled bit by bit, and for longer than small ones.
 * @param {() => number | Promise<number>} run gives the milliseconds that it took
 * @param {number} windowMs
 * @returns {Promise<number>} the milliseconds of a run at last
 */
export async function warmUp(run, windowMs) {
  let best = Number.POSITIVE_INFINITY;
  let waiting = 0;
  let ms = best;
  for (let window = 0; window < WINDOWS && waiting < NO_GAIN; window += 1) {
    const times = [];
    const until = performance.now() + windowMs;
    do times.push(await run());
    while (performance.now() < until);
    ms = median(times);
    waiting = ms < best * 0.95 ? 0 : waiting + 1;
    best = Math.min(best, ms);
  }
  return ms;
}

/** How many runs fill a turn, of a contender that is warm by then. */
async function repeats(turn, { sampleMs, warmUpMs }) {
  const few = Math.min(100, Math.ceil(1 / (await sample(turn, 1))));
  const ms = await warmUp(() => sample(turn, few), warmUpMs);
  return Math.max(1, Math.min(20_000, Math.round(sampleMs / Math.max(ms, 0.0005))));
}
