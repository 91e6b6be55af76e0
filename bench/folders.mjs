/**
 * What `nianbao check` costs over folders of drafts, as a user runs it: the whole process with its start, on one
 * thread and on all of them; quickly, without the largest folder.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keyPresses, longDraft } from './draft.mjs';
import { REPORT } from './lib/core.mjs';
import { runNode } from './lib/processes.mjs';
import { count, mib } from './lib/words.mjs';

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
/** Reports that a folder is made of; each stands in it again and again with another digit changed. */
const KINDS = 20;

/**
 * @typedef {object} Cost
 * @property {number} drafts
 * @property {number} threads
 * @property {number} ms of the whole process by the clock
 * @property {number} cpu milliseconds of all processors
 * @property {number} peak bytes of memory at the most
 * @property {number} checked drafts that the process says it checked
 */

/**
 * @param {readonly number[]} sizes how many drafts there are in each folder
 * @param {readonly number[]} threads to be tried on each
 * @returns {Promise<Cost[]>}
 */
async function measureFolders(sizes = [100, 1_000, 10_000], threads = [1, availableParallelism()]) {
  const root = await mkdtemp(join(tmpdir(), 'nianbao-folders-'));
  try {
    const costs = [];
    const folder = join(root, 'drafts');
    let written = 0;
    for (const size of [...sizes].sort((a, b) => a - b)) {
      await fill(folder, written, size);
      written = size;
      for (const count of new Set(threads)) costs.push({ drafts: size, threads: count, ...(await run(folder, count)) });
    }
    return costs;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** A hundred drafts to a folder below, most of them with one wrong digit. */
async function fill(folder, from, to) {
  const reports = Array.from({ length: KINDS }, (_, seed) => longDraft(REPORT, seed + 1));
  const changed = reports.map((text, seed) => keyPresses(text, Math.ceil(to / KINDS), seed));
  for (let i = from; i < to; i += 1) {
    const below = join(folder, String(Math.floor(i / 100)).padStart(3, '0'));
    if (i % 100 === 0) await mkdir(below, { recursive: true });
    await writeFile(join(below, `${i % 100}.md`), changed[i % KINDS][Math.floor(i / KINDS)]);
  }
}

async function run(folder, threads) {
  const { ms, cpu, peak, end } = await runNode([
    CLI,
    'check',
    folder,
    '--format',
    'json',
    '--threads',
    String(threads),
  ]);
  return { ms, cpu, peak, checked: Number(/"summary":\{"files":(\d+)/.exec(end)?.[1]) };
}

/** @param {{ quick: boolean }} options @returns {Promise<import('./lib/section.mjs').Section>} */
export async function measure({ quick }) {
  const costs = await measureFolders(quick ? [100, 1_000] : undefined);
  const wrong = costs.filter(({ checked, drafts }) => checked !== drafts);
  if (wrong.length > 0) throw new Error(`drafts were left out: ${JSON.stringify(wrong)}`);
  return {
    how: '`nianbao check 文件夹`，整个进程，一个线程和全部线程；多数草稿有一个数字是错的。',
    tables: [
      {
        title: `文件夹，每份 ${count(REPORT)} 个字符`,
        head: ['草稿', '线程', '秒', '每份 ms', '每份 CPU ms', '内存峰值'],
        rows: costs.map(({ drafts, threads, ms, cpu, peak }) => [
          count(drafts),
          String(threads),
          (ms / 1000).toFixed(1),
          (ms / drafts).toFixed(2),
          (cpu / drafts).toFixed(2),
          mib(peak),
        ]),
      },
    ],
    goals: [],
  };
}
