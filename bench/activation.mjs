/**
 * How long VS Code waits for the extension to become active, by its own account: the start test opens the sample in a
 * fresh profile and reads what the list of running extensions says.
 */
import { ROOT, run } from '../scripts/lib/project.mjs';
import { packExtension } from '../scripts/lib/vsix.mjs';
import { median } from './lib/statistics.mjs';
import { duration } from './lib/words.mjs';

/** As the start test prints it, in VS Code's words: `Activation: 34ms`, `启动激活: 34 毫秒`. */
const TOLD = /启用用时：\D*(\d+)/;

const STARTS = 5;

/** @param {{ quick: boolean }} options @returns {Promise<import('./lib/section.mjs').Section>} */
export async function measure({ quick }) {
  const vsix = await packExtension();
  const times = [];
  for (let start = 0; start < (quick ? 1 : STARTS); start += 1) {
    const { ms, output } = await activation(vsix);
    if (ms !== null) times.push(ms);
    // on a busy machine a start may not be over before the start test loses its patience
    else console.error(`启动测试没有给出启用用时：\n${output}`);
  }
  if (times.length === 0) throw new Error('没有一次启动给出启用用时');
  return {
    how: '装好 VSIX、在新的用户配置里打开样例（`npm run vscode:start`），VS Code 自己在“正在运行的扩展”里显示的启用用时；语言服务器在另一个进程里，不在其中。',
    tables: [
      {
        title: 'VS Code 启用扩展的用时',
        head: ['', '中位数', '最短', '最长'],
        rows: [
          [
            `${times.length} 次启动`,
            duration(median(times)),
            duration(Math.min(...times)),
            duration(Math.max(...times)),
          ],
        ],
      },
    ],
    goals: [],
  };
}

/** Milliseconds, of a VS Code that is started for it; null where it did not come that far. */
async function activation(vsix) {
  const { status, output } = await run('node', ['scripts/vsix-start.mjs'], {
    cwd: ROOT,
    env: { NIANBAO_VSIX: vsix },
    quiet: true,
  });
  const [, ms] = TOLD.exec(output) ?? [];
  return { ms: status === 0 && ms !== undefined ? Number(ms) : null, output };
}
