/**
 * What one run of the command line costs beside a Node that does nothing: the whole process, the draft read, checked
 * and reported.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { longDraft } from './draft.mjs';
import { REPORT } from './lib/core.mjs';
import { raceProcesses } from './lib/processes.mjs';
import { atMost } from './lib/section.mjs';
import { count, duration, mib, ratio } from './lib/words.mjs';

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const SAMPLE = fileURLToPath(new URL('../samples/年报样例.md', import.meta.url));
const GOAL = 1.4;

/** @param {{ quick: boolean }} options @returns {Promise<import('./lib/section.mjs').Section>} */
export async function measure({ quick }) {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-start-'));
  try {
    const report = join(folder, 'report.md');
    await writeFile(report, longDraft(REPORT));
    const contenders = [
      { name: 'node -e 0', args: ['-e', '0'] },
      { name: 'nianbao --version', args: [CLI, '--version'] },
      { name: 'nianbao check，样例（3,000 个字符）', args: [CLI, 'check', SAMPLE] },
      { name: `nianbao check，一份年报（${count(REPORT)} 个字符）`, args: [CLI, 'check', report] },
    ];
    const results = await raceProcesses(contenders, quick ? 7 : 31);
    const [nothing] = results;
    const checked = results.at(-1);
    return {
      how: '整个进程，从启动到退出：读草稿、校核、写出结果。编译缓存是热的（Node 自己的编译缓存，第二次运行起都是这样）。',
      tables: [
        {
          title: '命令行的一次运行',
          head: ['', '耗时', '÷ node -e 0', 'CPU', '÷ node -e 0', '内存峰值'],
          rows: results.map(({ name, ms, cpu, peak }) => [
            name,
            duration(ms),
            ratio(ms / nothing.ms),
            duration(cpu),
            ratio(cpu / nothing.cpu),
            mib(peak),
          ]),
        },
      ],
      goals: [
        atMost({
          id: 'start',
          what: '命令行查一份年报，整个进程 ÷ node -e 0',
          figure: checked.ms / nothing.ms,
          most: GOAL,
          words: ratio,
        }),
      ],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
