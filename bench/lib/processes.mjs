/** A process by itself, with what it takes of the clock, the processors and the memory. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './statistics.mjs';

/**
 * @typedef {object} Usage
 * @property {number} ms by the clock, from the start to the end of the process
 * @property {number} cpu milliseconds of all processors
 * @property {number} peak bytes of memory at the most
 * @property {number | null} status
 * @property {string} end of what it wrote to standard output
 */

/** Notes what the process used. On Linux `maxRSS` begins with the memory of the process that started it; `VmHWM` does not. */
const WATCH = `
  const { readFileSync, writeFileSync } = require('node:fs');
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    let peak = maxRSS;
    try {
      peak = Number(/VmHWM:\\s*(\\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
    } catch {}
    writeFileSync(process.env.NIANBAO_USAGE, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1000, peak: peak * 1024 }));
  });
`;

/**
 * Runs Node with these arguments. What it used it writes down itself as it ends, which costs every contender the same.
 * @param {readonly string[]} args
 * @returns {Promise<Usage>}
 */
export async function runNode(args) {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-bench-'));
  try {
    const usage = join(folder, 'usage.json');
    const watch = join(folder, 'watch.cjs');
    await writeFile(watch, WATCH);
    const start = performance.now();
    const child = spawn(process.execPath, ['--require', watch, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NIANBAO_USAGE: usage },
    });
    let end = '';
    child.stdout.on('data', (chunk) => {
      end = (end + chunk).slice(-400);
    });
    const [status] = await once(child, 'close');
    const ms = performance.now() - start;
    return { ...JSON.parse(await readFile(usage, 'utf8')), ms, status, end };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * The median run of each contender. Every contender has its turn in every round, so that a slow moment of the machine
 * falls on none of them alone; one round before fills the caches of files and of compiled code.
 * @template {{ args: readonly string[] }} T
 * @param {readonly T[]} contenders
 * @param {number} rounds
 * @returns {Promise<(T & Pick<Usage, 'ms' | 'cpu' | 'peak'>)[]>}
 */
export async function raceProcesses(contenders, rounds) {
  const runs = contenders.map(() => []);
  for (let round = -1; round < rounds; round += 1) {
    for (const [i, { args }] of contenders.entries()) {
      const usage = await runNode(args);
      if (round >= 0) runs[i].push(usage);
    }
  }
  const middle = (i, key) => median(runs[i].map((usage) => usage[key]));
  return contenders.map((contender, i) => ({
    ...contender,
    ms: middle(i, 'ms'),
    cpu: middle(i, 'cpu'),
    peak: middle(i, 'peak'),
  }));
}
