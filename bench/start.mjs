/**
 * What one run of the command line costs beside a Node that does nothing: the whole process, the draft read, checked
 * and reported. `node bench/start.mjs` after a build.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { longDraft } from './draft.mjs';
import { isMain, median, printTable, runNode } from './processes.mjs';

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const GOAL = 1.4;

/**
 * Every contender has its turn in every round, so that a slow moment of the machine falls on none of them alone.
 * @returns {Promise<readonly { name: string, ms: number, cpu: number, peak: number, ratio: number, cpuRatio: number }[]>}
 * medians; ratios to Node that does nothing
 */
export async function measureStart(rounds = 21) {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-start-'));
  try {
    const long = join(folder, 'long.md');
    const short = fileURLToPath(new URL('../samples/年报样例.md', import.meta.url));
    await writeFile(long, longDraft(12_000));
    const contenders = [
      { name: 'node -e 0', args: ['-e', '0'] },
      { name: 'nianbao --version', args: [CLI, '--version'] },
      { name: 'nianbao check, the sample (3,000 characters)', args: [CLI, 'check', short] },
      { name: 'nianbao check, a report (12,000 characters)', args: [CLI, 'check', long] },
    ].map((contender) => ({ ...contender, runs: [] }));
    // the first fills the cache of compiled code
    for (const { args } of contenders) await runNode(args);
    for (let round = 0; round < rounds; round += 1) {
      for (const { args, runs } of contenders) runs.push(await runNode(args));
    }
    const results = contenders.map(({ name, runs }) => ({
      name,
      ms: median(runs.map(({ ms }) => ms)),
      cpu: median(runs.map(({ cpu }) => cpu)),
      peak: median(runs.map(({ peak }) => peak)),
    }));
    const [floor] = results;
    return results.map((result) => ({ ...result, ratio: result.ms / floor.ms, cpuRatio: result.cpu / floor.cpu }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (isMain(import.meta.url)) {
  const results = await measureStart();
  console.log(`The whole process, Node ${process.version}, medians (goal for a check: ${GOAL}× of node -e 0)`);
  printTable([
    ['', 'ms', '÷ node -e 0', 'CPU ms', '÷ node -e 0', 'peak MiB'],
    ...results.map(({ name, ms, cpu, peak, ratio, cpuRatio }) => [
      name,
      ms.toFixed(0),
      `${ratio.toFixed(2)}×`,
      cpu.toFixed(0),
      `${cpuRatio.toFixed(2)}×`,
      (peak / 1024 / 1024).toFixed(0),
    ]),
  ]);
  const { ratio } = results.at(-1);
  console.log(`goal ${ratio <= GOAL ? 'met' : 'missed'}`);
}
