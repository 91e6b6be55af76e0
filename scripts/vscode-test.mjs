/**
 * Runs the suite of test/vscode inside a real VS Code and ends with its status.
 *
 * By default that is the workbench of code-server in a browser, which any machine with a Chromium can run. With
 * NIANBAO_DESKTOP=1 it is the desktop build that @vscode/test-electron downloads, or the one that VSCODE_PATH names.
 * NIANBAO_RESULTS names a file for the counts, NIANBAO_GREP the tests that are to be run.
 */
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { openBrowser, startHost } from './lib/host.mjs';
import { ROOT } from './lib/project.mjs';

/** The whole suite takes a minute or two; a workbench that hangs must not hold up a build machine. */
const PATIENCE = 12 * 60_000;

const suite = join(ROOT, 'out', 'vscode');
await rm(suite, { recursive: true, force: true });
const sources = (await readdir(join(ROOT, 'test', 'vscode'))).filter((name) => /^index\.ts$|\.test\.ts$/.test(name));
await build({
  entryPoints: sources.map((name) => join(ROOT, 'test', 'vscode', name)),
  outdir: suite,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  sourcemap: 'inline',
  external: ['vscode', 'mocha'],
  logLevel: 'warning',
});

const tests = join(suite, 'index.js');
const desktop = process.env.NIANBAO_DESKTOP === '1' || process.env.VSCODE_PATH !== undefined;
process.exitCode = await (desktop ? runOnDesktop() : runInBrowser());

async function runInBrowser() {
  const host = await startHost({ testing: true });
  const browser = await openBrowser().catch(async (error) => {
    await host.stop();
    throw error;
  });
  try {
    await cp(join(ROOT, 'samples'), host.workspace, { recursive: true });
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const status = new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`测试没有在 ${PATIENCE / 60_000} 分钟内结束`)), PATIENCE);
      timer.unref();
      host.ended.then(() => reject(new Error('VS Code 服务器中途退出')));
      page.on('crash', () => reject(new Error('浏览器页面崩溃')));
      page.exposeFunction('codeAutomationExit', resolve);
    });
    status.catch(() => {}); // what goes wrong before it is waited for is thrown there
    await page.exposeFunction('codeAutomationLog', (type, [first, ...rest]) => {
      // The suite marks its report; what else the workbench says is of interest only when something is wrong with it.
      if (typeof first === 'string' && first.startsWith('\u001f')) {
        console.log(first.slice(1));
      } else if (process.env.NIANBAO_VERBOSE) {
        console.error(`[${type}]`, first, ...rest);
      }
    });
    await page.goto(host.address(host.workspace, { extensionDevelopmentPath: ROOT, extensionTestsPath: tests }));
    return await status;
  } finally {
    await browser.close();
    await host.stop();
  }
}

async function runOnDesktop() {
  const { runTests } = await import('@vscode/test-electron');
  const workspace = await mkdtemp(join(tmpdir(), 'nianbao-workspace-'));
  try {
    await cp(join(ROOT, 'samples'), workspace, { recursive: true });
    return await runTests({
      ...(process.env.VSCODE_PATH ? { vscodeExecutablePath: process.env.VSCODE_PATH } : {}),
      extensionDevelopmentPath: ROOT,
      extensionTestsPath: tests,
      extensionTestsEnv: { NIANBAO_RESULTS: process.env.NIANBAO_RESULTS },
      launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust', '--no-sandbox'],
    });
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}
