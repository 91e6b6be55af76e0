/** The command line as it is installed: out of the tarball that goes to npm, by the action, by the hook. */
import { readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readArguments } from '../../server/src/cli/arguments';
import { execute, scratch } from './support/cli';
import { ONE_WRONG_CELL, README, sampleDraft } from './support/drafts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const WRONG = sampleDraft(ONE_WRONG_CELL);
const PACKED = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'dist/cli.js',
  'dist/command.js',
  'dist/server.js',
  'package.json',
  'schemas/check.json',
  'schemas/data.json',
  'schemas/nianbao.config.json',
];

const folder = await scratch();
const tarball = join(folder.path, `nianbao-${version}.tgz`);
/** npm as a machine without a network has it, with nothing of this one's own. */
const OFFLINE = {
  npm_config_offline: 'true',
  npm_config_cache: join(folder.path, 'cache'),
  npm_config_audit: 'false',
  npm_config_fund: 'false',
  npm_config_ignore_scripts: 'true',
  npm_config_update_notifier: 'false',
};
const npm = (cwd: string, ...args: string[]) => execute(cwd, ['npm', '--loglevel=error', ...args], { env: OFFLINE });

beforeAll(async () => {
  const packed = await execute('.', [process.execPath, 'scripts/package-cli.mjs', folder.path], { env: OFFLINE });
  expect(packed.status, packed.err).toBe(0);
  return () => folder[Symbol.asyncDispose]();
}, 60_000);

async function project(name: string): Promise<string> {
  const path = join(folder.path, name);
  await mkdir(path);
  await writeFile(join(path, 'package.json'), '{ "private": true }');
  await writeFile(join(path, 'a.md'), WRONG);
  await writeFile(join(path, 'README.md'), README);
  return path;
}

describe('the npm package', () => {
  test('has what is needed and nothing else', async () => {
    const { out } = await execute(folder.path, ['tar', 'tzf', tarball]);
    expect(out.trim().split('\n').sort()).toEqual(PACKED.map((path) => `package/${path}`).sort());
    const page = await readFile('out/npm/README.md', 'utf8');
    // nothing on its page leads to a place that is there in the repository only
    for (const [, link] of page.matchAll(/\]\(([^)]+)\)/g)) expect(link).toMatch(/^https:\/\//);
  });

  test('publint has nothing to say about it', async () => {
    const { messages, pkg = {} } = await publint({ pkgDir: resolve('out/npm'), level: 'suggestion', pack: false });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
    expect(pkg).not.toHaveProperty('private');
    expect(pkg).not.toHaveProperty('dependencies');
  });

  test('installed without a network, it checks, serves, and brings nothing else along', async () => {
    const path = await project('installed');
    const installed = await npm(path, 'install', tarball);
    expect(installed.status, installed.err).toBe(0);
    expect((await readdir(join(path, 'node_modules'))).filter((name) => !name.startsWith('.'))).toEqual(['nianbao']);
    const bin = join(path, 'node_modules/.bin/nianbao');
    expect(await execute(path, [bin, '--version'])).toEqual({ status: 0, out: `${version}\n`, err: '' });
    const { status, out, err } = await execute(path, [bin, 'check', '.']);
    expect({ status, err }).toEqual({ status: 1, err: '' });
    expect(out).toMatch(/^a\.md:\d+:\d+ {2}错误/);
    const exit = '{"jsonrpc":"2.0","method":"exit"}';
    const input = `Content-Length: ${exit.length}\r\n\r\n${exit}`;
    // told to go before it was told to shut down, the server ends with 1
    expect(await execute(path, [bin, 'lsp'], { input })).toEqual({ status: 1, out: '', err: '' });
  });

  test('npx runs it from the tarball', async () => {
    const path = await project('npx');
    const { status, out } = await npm(path, 'exec', '--yes', '--package', tarball, '--', 'nianbao', 'check', 'a.md');
    expect(status).toBe(1);
    expect(out).toContain('共检查 1 个文件：1 个错误');
  });
});

describe.skipIf(process.platform === 'win32')('the GitHub action', () => {
  const action = parse(readFileSync('action.yml', 'utf8'));
  const [step] = action.runs.steps;

  /** Runs its script as the runner does, with the inputs where it says. */
  async function run(path: string, inputs: Record<string, string>) {
    const env: Record<string, string> = { ...OFFLINE, GITHUB_OUTPUT: join(path, 'output') };
    for (const [name, value] of Object.entries<string>(step.env)) {
      const input = /^\$\{\{ inputs\.(\w+) \}\}$/.exec(value)?.[1] ?? '';
      expect(action.inputs, name).toHaveProperty(input);
      env[name] = inputs[input] ?? action.inputs[input].default;
    }
    const ended = await execute(path, ['bash', '--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], { env });
    return { ...ended, output: await readFile(join(path, 'output'), 'utf8') };
  }

  test('notes findings beside their lines, writes SARIF, and fails where there are errors', async () => {
    const path = await project('action');
    await writeFile(join(path, 'with space.md'), sampleDraft());
    const inputs = { package: tarball, paths: 'a.md\nwith space.md\n*.txt\n', sarif: 'out.sarif' };
    const { status, out, err, output } = await run(path, inputs);
    expect({ status, err, output }).toEqual({ status: 2, err: expect.stringContaining('*.txt'), output: 'status=2\n' });
    expect(out).toMatch(/^::error file=a\.md,line=\d+,.*title=balance\//);
    const [{ results }] = JSON.parse(await readFile(join(path, 'out.sarif'), 'utf8')).runs;
    expect(results).toHaveLength(1);
  });

  test('by default everything in the folder; levels can be changed; inputs are no script', async () => {
    const path = await project('default');
    expect(await run(path, { package: tarball })).toMatchObject({ status: 1, output: 'status=1\n' });
    await writeFile(join(path, 'output'), '');
    const [found] = /balance\/[a-z-]+/.exec((await run(path, { package: tarball, language: 'en' })).out) ?? [''];
    await writeFile(join(path, 'output'), '');
    expect((await run(path, { package: tarball, severity: `${found}=hint\nsection/title=off` })).status).toBe(0);
    await writeFile(join(path, 'output'), '');
    await run(path, { package: tarball, paths: '$(touch evil)\n`touch evil`\n"; touch evil; "' });
    expect(await readdir(path)).not.toContain('evil');
  });

  test('takes this version of the package, and is no part of the extension', () => {
    expect(action.inputs.package.default).toBe(`nianbao@${version}`);
    expect(readFileSync('docs/cli.md', 'utf8').match(/nianbao@v[\d.]+|rev: v[\d.]+/g)).toEqual([
      `nianbao@v${version}`,
      `rev: v${version}`,
    ]);
    expect(readFileSync('.vscodeignore', 'utf8')).not.toMatch(/action|pre-commit/);
  });
});

describe('the pre-commit hooks', () => {
  const hooks: { id: string; entry: string; files: string; language: string; require_serial: boolean }[] = parse(
    readFileSync('.pre-commit-hooks.yaml', 'utf8'),
  );

  test('are commands that there are, for files that can be drafts', () => {
    expect(hooks.map(({ id }) => id)).toEqual(['nianbao', 'nianbao-fix']);
    for (const { entry, files, language } of hooks) {
      expect(language).toBe('node');
      const { command } = readArguments([...entry.split(' ').slice(1), '-odd.md']);
      expect(command).toMatchObject({ name: 'check', recognise: true, paths: ['-odd.md'] });
      for (const name of ['年报.md', 'a/b.markdown', '2023.txt', 'x.nianbao']) expect(name).toMatch(new RegExp(files));
      for (const name of ['a.mdx', 'md', 'a.ts']) expect(name).not.toMatch(new RegExp(files));
    }
  });

  test('are installed by npm from the repository itself, and pass over what is no draft', async () => {
    const packed = await npm('.', 'pack', '--ignore-scripts', '--pack-destination', join(folder.path, 'cache'));
    expect(packed.status, packed.err).toBe(0);
    const path = await project('hook');
    const installed = await npm(path, 'install', '--omit=dev', join(folder.path, 'cache', `nianbao-${version}.tgz`));
    expect(installed.status, installed.err).toBe(0);
    const [program = '', ...args] = (hooks[0]?.entry ?? '').split(' ');
    const bin = join(path, 'node_modules/.bin', program);
    expect(await execute(path, [bin, ...args, 'README.md'])).toMatchObject({ status: 0, err: '' });
    expect(await execute(path, [bin, ...args, 'README.md', 'a.md'])).toMatchObject({
      status: 1,
      out: expect.stringContaining('共检查 1 个文件：1 个错误'),
    });
  });
});
