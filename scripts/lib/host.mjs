/**
 * A real VS Code without a desktop: the workbench inside the npm package code-server, in a browser.
 * The tests, the screenshots and `npm start` where there is no VS Code use it.
 */
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { must, ROOT, run, which } from './project.mjs';

/** code-server 4.139 is VS Code 1.139. */
const VERSION = '4.139.1';
const FOLDER = join(ROOT, '.vscode-test');

/**
 * Installs the host once, into a folder that git ignores, and gives the path of its server.
 * Without install scripts: they would compile native modules for minutes, which this use does not need.
 */
export async function installHost() {
  const home = join(FOLDER, `code-server-${VERSION}`);
  const vscode = join('node_modules', 'code-server', 'lib', 'vscode');
  const server = join(home, vscode, 'out', 'server-main.js');
  if (!existsSync(server)) {
    console.log(`安装 VS Code 测试环境：code-server@${VERSION}`);
    const partial = `${home}.partial`;
    await rm(partial, { recursive: true, force: true });
    await mkdir(partial, { recursive: true });
    await writeFile(join(partial, 'package.json'), '{ "private": true }');
    const options = ['--ignore-scripts', '--no-package-lock', '--no-fund', '--no-audit', '--loglevel=error'];
    await must('npm', ['install', ...options, `code-server@${VERSION}`], { cwd: partial });
    await must('npm', ['install', ...options, '--omit=dev'], { cwd: join(partial, vscode) });
    await rename(partial, home);
  }
  return server;
}

/** A quiet workbench: nothing to be seen but the draft and what is said about it. */
const SETTINGS = {
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'window.commandCenter': false,
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.layoutControl.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * Installs a VSIX into a folder of extensions, as a user does from the menu.
 * @returns {Promise<string>} the folder that the extension lies in now
 */
export async function installVsix(vsix, extensions) {
  const scratch = await mkdtemp(join(tmpdir(), 'nianbao-install-'));
  try {
    const { status, output } = await run(
      'node',
      [
        await installHost(),
        ...['--install-extension', vsix, '--extensions-dir', extensions, '--server-data-dir', join(scratch, 'data')],
        '--accept-server-license-terms',
      ],
      { env: { HOME: scratch }, quiet: true },
    );
    const installed = (await readdir(extensions).catch(() => [])).filter((name) => name.startsWith('nianbao.'));
    if (status !== 0 || installed.length !== 1) {
      throw new Error(`VSIX 未能安装（${status}）：\n${output}`);
    }
    return join(extensions, installed[0]);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/**
 * Starts the server on a free loopback port, with its data and its HOME in a scratch folder.
 * @param {object} [options]
 * @param {string} [options.vsix] a package to install
 * @param {object} [options.settings] of the user, beside those that keep the workbench quiet
 * @param {boolean} [options.testing] lets the page name an extension under test
 * @param {boolean} [options.trust] asks whether a folder is trusted; until somebody says so it is not
 * @param {NodeJS.ProcessEnv} [options.env]
 */
export async function startHost({ vsix, settings = {}, testing = false, trust = false, env = {} } = {}) {
  const server = await installHost();
  const scratch = await mkdtemp(join(tmpdir(), 'nianbao-vscode-'));
  const installed = vsix === undefined ? undefined : await installVsix(vsix, join(scratch, 'extensions'));
  await mkdir(join(scratch, 'home'));
  await mkdir(join(scratch, 'workspace'));
  await mkdir(join(scratch, 'data', 'data', 'User'), { recursive: true });
  await writeFile(join(scratch, 'data', 'data', 'User', 'settings.json'), JSON.stringify({ ...SETTINGS, ...settings }));
  const log = join(FOLDER, 'server.log');
  const child = spawn(
    join(ROOT, 'node_modules', '.bin', 'node'),
    [
      server,
      ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms'],
      ...['--server-data-dir', join(scratch, 'data'), '--extensions-dir', join(scratch, 'extensions')],
      ...['--disable-telemetry', ...(trust ? [] : ['--disable-workspace-trust'])],
      ...(testing ? ['--enable-smoke-test-driver'] : []),
    ],
    { env: { ...process.env, HOME: join(scratch, 'home'), ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const output = createWriteStream(log);
  child.stderr.pipe(output);
  const port = await new Promise((resolve, reject) => {
    child.on('exit', (status) => reject(new Error(`VS Code 服务器未能启动（${status}），详见 ${log}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      output.write(`${line}\n`);
      const listening = /listening on (\d+)/.exec(line);
      if (listening) {
        resolve(Number(listening[1]));
      }
    });
  });
  return {
    port,
    log,
    /** Where the package was installed. */
    installed,
    /** For what has to be gone with the server. */
    scratch,
    /** An empty folder to open. */
    workspace: join(scratch, 'workspace'),
    /**
     * The address of the workbench with a folder open, or with those that a `.code-workspace` names.
     * @param {Record<string, string>} [payload] what the workbench is told about a run of tests
     */
    address(folder, payload = {}) {
      const remote = (path) => `vscode-remote://127.0.0.1:${port}${path.replaceAll('\\', '/')}`;
      const entries = Object.entries(payload).map(([key, path]) => [key, remote(path)]);
      const query = new URLSearchParams({ [folder.endsWith('.code-workspace') ? 'workspace' : 'folder']: folder });
      if (entries.length > 0) {
        query.set('payload', JSON.stringify(entries));
      }
      return `http://127.0.0.1:${port}/?${query}`;
    },
    /** Ends when the server does. */
    ended: new Promise((resolve) => child.on('exit', resolve)),
    async stop() {
      const ended = new Promise((resolve) => child.on('exit', resolve));
      if (child.exitCode === null && child.signalCode === null) {
        child.kill();
        await ended;
      }
      await rm(scratch, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Starts the browser of the machine, unseen, in Chinese. */
export async function openBrowser() {
  const { chromium } = await import('playwright-core');
  const executablePath = process.env.CHROMIUM_PATH ?? which('chromium', 'chromium-browser', 'google-chrome', 'chrome');
  if (executablePath === undefined) {
    throw new Error('没有找到 Chromium：请安装，或用环境变量 CHROMIUM_PATH 指明');
  }
  return chromium.launch({
    executablePath,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
      ...['--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'],
    ],
  });
}
