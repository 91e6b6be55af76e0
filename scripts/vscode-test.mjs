/**
 * Runs the suite of test/vscode inside a real VS Code and ends with its status.
 *
 *   node scripts/vscode-test.mjs [--installed | --web]
 *
 * Without a word the extension is the source tree as it was built last, which is quick to try. With `--installed` it is
 * packed and installed from its VSIX into a profile of its own. With `--web` what is in the VSIX is served as a store of
 * web extensions does, and extension and suite run in the web worker of the browser.
 *
 * VS Code is the workbench of code-server in a browser, which any machine with a Chromium can run. With
 * NIANBAO_DESKTOP=1 it is the desktop build that @vscode/test-electron downloads, or the one that VSCODE_PATH names.
 * NIANBAO_RESULTS names a file for the counts, NIANBAO_GREP the tests that are to be run, NIANBAO_VSIX a VSIX that
 * need not be packed again.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { format, parseArgs } from 'node:util';
import { installVsix, openBrowser, startHost } from './lib/host.mjs';
import { ROOT } from './lib/project.mjs';
import { bundleSuite } from './lib/suite.mjs';
import { packExtension } from './lib/vsix.mjs';

/** The whole suite takes a minute or two; a workbench that hangs must not hold up a build machine. */
const PATIENCE = 12 * 60_000;

/** A name that no network has: what is asked of it is answered from the disk. */
const STORE = 'extensions.invalid';

const { values: asked } = parseArgs({ options: { installed: { type: 'boolean' }, web: { type: 'boolean' } } });
const desktop = process.env.NIANBAO_DESKTOP === '1' || process.env.VSCODE_PATH !== undefined;
const suite = await bundleSuite(asked.web ? 'browser' : 'node', process.env.NIANBAO_GREP);
const vsix = asked.installed || asked.web ? (process.env.NIANBAO_VSIX ?? (await packExtension())) : undefined;

process.exitCode = await (desktop ? runOnDesktop() : asked.web ? runInWorker() : runInBrowser());

/** In the extension host for Node. */
async function runInBrowser() {
  const host = await startHost({ testing: true, vsix });
  try {
    const extensionDevelopmentPath = vsix === undefined ? ROOT : await emptyExtension(host.scratch);
    const address = host.address(host.workspace, { extensionDevelopmentPath, extensionTestsPath: suite });
    return await runPage(host, (page) => page.goto(address));
  } finally {
    await host.stop();
  }
}

/** In the extension host in the browser: the page is told where the extension is as vscode.dev is. */
async function runInWorker() {
  const unpacked = await mkdtemp(join(tmpdir(), 'nianbao-web-'));
  const host = await startHost({ testing: true });
  try {
    const extension = await installVsix(vsix, unpacked);
    // VS Code looks for the host of a suite by the extension that it lies in.
    await cp(suite, join(extension, 'suite.js'));
    const at = (path) => ({ scheme: 'https', authority: STORE, path });
    return await runPage(host, async (page) => {
      await page.context().route(`https://${STORE}/**`, (route) => fulfil(route, extension));
      await page.addInitScript(addDevelopmentOptions, {
        extensions: [at('/nianbao')],
        extensionTestsPath: at('/nianbao/suite.js'),
      });
      await page.goto(host.address(await twoFolders(host)));
    });
  } finally {
    await host.stop();
    await rm(unpacked, { recursive: true, force: true });
  }
}

/** A workspace of several folders; the first is the one that the other runs open alone. */
async function twoFolders({ scratch, workspace }) {
  const second = join(scratch, 'second');
  await mkdir(second);
  const path = join(scratch, 'nianbao.code-workspace');
  await writeFile(path, JSON.stringify({ folders: [{ path: workspace }, { path: second }] }));
  return path;
}

/** Answers for a store of web extensions, which is asked from other origins. */
async function fulfil(route, extension) {
  const path = join(extension, decodeURIComponent(new URL(route.request().url()).pathname).replace('/nianbao/', ''));
  const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
  await route.fulfill(existsSync(path) ? { path, headers } : { status: 404, headers });
}

/** Opens the workbench in a page and waits until the suite says that it is done. */
async function runPage(host, open) {
  await cp(join(ROOT, 'samples'), host.workspace, { recursive: true });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    // a user is asked for it once
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const status = new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`测试没有在 ${PATIENCE / 60_000} 分钟内结束`)), PATIENCE);
      timer.unref();
      host.ended.then(() => reject(new Error('VS Code 服务器中途退出')));
      page.on('crash', () => reject(new Error('浏览器页面崩溃')));
      page.exposeFunction('codeAutomationExit', resolve);
    });
    status.catch(() => {}); // what goes wrong before it is waited for is thrown there
    await page.exposeFunction('codeAutomationLog', (type, words) => {
      const line = format(...words);
      return line.startsWith('\u001d') ? pasteInto(page, JSON.parse(line.slice(1))) : hear(line, type);
    });
    await open(page);
    return await status;
  } finally {
    await browser.close();
  }
}

/** Presses Ctrl+V, which the suite asks for: what a browser does at it, no command of VS Code does. */
async function pasteInto(page, { text, html }) {
  // in tests VS Code has a clipboard of its own, which the key does not know
  await page.evaluate(
    (types) => {
      const blobs = Object.entries(types).map(([type, words]) => [type, new Blob([words], { type })]);
      return navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    },
    { 'text/plain': text, ...(html === undefined ? {} : { 'text/html': html }) },
  );
  await page.keyboard.press('Control+V');
}

async function runOnDesktop() {
  const { runTests } = await import('@vscode/test-electron');
  const scratch = await mkdtemp(join(tmpdir(), 'nianbao-workspace-'));
  const workspace = join(scratch, 'workspace');
  const extensions = join(scratch, 'extensions');
  const stdout = new PassThrough({ encoding: 'utf8' });
  let rest = '';
  stdout.on('data', (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      hear(line, 'log');
    }
  });
  try {
    await cp(join(ROOT, 'samples'), workspace, { recursive: true });
    if (vsix !== undefined) {
      await installVsix(vsix, extensions);
    }
    return await runTests({
      ...(process.env.VSCODE_PATH ? { vscodeExecutablePath: process.env.VSCODE_PATH } : {}),
      extensionDevelopmentPath: vsix === undefined ? ROOT : await emptyExtension(scratch),
      extensionTestsPath: suite,
      stdout,
      launchArgs: [workspace, '--disable-workspace-trust', '--no-sandbox', '--extensions-dir', extensions],
    });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** The suite marks what it has to say; what else the workbench says is of interest only when something is wrong. */
function hear(line, type) {
  if (line.startsWith('\u001e')) {
    if (process.env.NIANBAO_RESULTS !== undefined) {
      writeFileSync(process.env.NIANBAO_RESULTS, line.slice(1));
    }
  } else if (line.startsWith('\u001f')) {
    console.log(line.slice(1));
  } else if (process.env.NIANBAO_VERBOSE) {
    console.error(`[${type}] ${line}`);
  }
}

/** VS Code runs tests only beside an extension under development; with one that is installed, that is an empty one. */
async function emptyExtension(folder) {
  const path = join(folder, 'empty');
  await mkdir(path);
  const manifest = { name: 'empty', publisher: 'nianbao-test', version: '0.0.0', engines: { vscode: '*' } };
  await writeFile(join(path, 'package.json'), JSON.stringify(manifest));
  return path;
}

/** Runs in the page, before the workbench reads what its server wrote into the page for it. */
function addDevelopmentOptions(options) {
  document.addEventListener(
    'readystatechange',
    () => {
      const element = document.getElementById('vscode-workbench-web-configuration');
      const settings = JSON.parse(element?.getAttribute('data-settings') ?? '{}');
      settings.developmentOptions = { ...settings.developmentOptions, ...options };
      element?.setAttribute('data-settings', JSON.stringify(settings));
    },
    { once: true },
  );
}
