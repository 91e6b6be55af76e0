/** A process by itself, with what it takes of the clock, the processors and the memory. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * @typedef {object} Usage
 * @property {number} ms by the clock, from the start to the end of the process
 * @property {number} cpu milliseconds of all processors
 * @property {number} peak bytes of memory at the most
 * @property {number | null} status
 * @property {string} end of what it wrote to standard output
 */

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
    const note = `require('node:fs').writeFileSync(${JSON.stringify(usage)}, JSON.stringify(process.resourceUsage()))`;
    await writeFile(watch, `process.on('exit', () => ${note});`);
    const start = performance.now();
    const child = spawn(process.execPath, ['--require', watch, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    let end = '';
    child.stdout.on('data', (chunk) => {
      end = (end + chunk).slice(-400);
    });
    const [status] = await once(child, 'close');
    const ms = performance.now() - start;
    const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(await readFile(usage, 'utf8'));
    return { ms, cpu: (userCPUTime + systemCPUTime) / 1000, peak: maxRSS * 1024, status, end };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {readonly number[]} numbers */
export function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

/** @param {readonly (readonly string[])[]} table the head first */
export function printTable(table) {
  const widths = table[0].map((_, i) => Math.max(...table.map((row) => row[i].length)));
  for (const row of table) {
    console.log(row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '));
  }
}

/** Whether a module is what Node was started with. */
export function isMain(url) {
  return process.argv[1] !== undefined && url.endsWith(`/bench/${process.argv[1].split(/[\\/]/).pop()}`);
}
