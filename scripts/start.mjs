/**
 * Shows what Nianbao does, on the sample draft, with whatever the machine has: in VS Code, else in the same workbench
 * in the browser, else as the command line prints it. Runs on a fresh clone; NIANBAO_START=code|browser|print chooses.
 */
import { spawn } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { install, must, ROOT, run, which } from './lib/project.mjs';

const SAMPLE = '年报样例.md';

await install();
await must('npm', ['run', 'build', '--silent']);

const code = which('code', 'code-insiders', 'codium');
const opener = process.platform === 'darwin' ? 'open' : process.platform === 'win32' ? 'explorer' : which('xdg-open');
const graphical = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
const wanted = process.env.NIANBAO_START;

if (wanted === 'code' || (wanted === undefined && code !== undefined && graphical)) {
  await openDesktop();
} else if (wanted === 'browser' || (wanted === undefined && opener !== undefined && graphical)) {
  await openWorkbench();
} else {
  await print();
}

async function openDesktop() {
  const samples = join(ROOT, 'samples');
  console.log(`在 VS Code 中打开 samples/${SAMPLE}`);
  await must(code ?? 'code', ['--new-window', `--extensionDevelopmentPath=${ROOT}`, samples, join(samples, SAMPLE)]);
}

/** Serves the workbench on the loopback until Ctrl+C. */
async function openWorkbench() {
  const [{ startHost }, { packExtension }] = await Promise.all([import('./lib/host.mjs'), import('./lib/vsix.mjs')]);
  const host = await startHost({ vsix: await packExtension() });
  await cp(join(ROOT, 'samples'), host.workspace, { recursive: true });
  const address = host.address(host.workspace, { openFile: join(host.workspace, SAMPLE) });
  console.log(`在浏览器中打开 ${address}\n按 Ctrl+C 结束`);
  if (opener !== undefined && graphical) {
    spawn(opener, [address], { stdio: 'ignore', detached: true })
      .on('error', () => {}) // the address is printed, to be opened by hand
      .unref();
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => host.stop().then(() => process.exit(0)));
  }
  await host.ended;
}

async function print() {
  console.log(`nianbao check samples/${SAMPLE}\n`);
  const { status } = await run('node', [join('dist', 'cli.js'), 'check', join('samples', SAMPLE)]);
  // The sample has a fault on purpose: 1 is what a check that went well says of it.
  process.exitCode = status > 1 ? status : 0;
}
