/** What the shipped code can do at most, read off the bundles themselves. */
import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { BUNDLES, SHIPPED } from '../../scripts/lib/bundles.mjs';

/**
 * The modules that a bundle may ask for. A new one has to be looked at and listed here. There is no `http`, `https`,
 * `tls`, `dns` or `vm` among them.
 */
const MODULES: Record<string, readonly string[]> = {
  'dist/client.js': ['./languageClient', 'vscode'],
  // The library starts the server by `child_process`; `net` is for servers behind a pipe or a port, which is not used.
  'dist/languageClient.js': ['child_process', 'crypto', 'fs', 'net', 'os', 'path', 'readline', 'util', 'vscode'],
  // `net`: --pipe and --socket, on the word of the editor. `child_process`: how the library finds modules of a
  // workspace, which is never called here.
  'dist/server.js': [
    ...['child_process', 'crypto', 'fs', 'net', 'node:fs/promises', 'node:util', 'os', 'path', 'url', 'util'],
  ],
  'dist/cli.js': ['node:module'],
  'dist/command.js': [
    ...[
      'node:buffer',
      'node:tty',
      'node:crypto',
      'node:fs',
      'node:fs/promises',
      'node:module',
      'node:os',
      'node:path',
      'node:tty',
      'node:url',
    ],
    'node:worker_threads',
  ],
  'dist/browser/client.js': ['vscode'],
  'dist/browser/server.js': [],
};

/** Hosts whose names stand in the code: links that a reader may click, and names of schemas. None is ever asked. */
const HOSTS = ['github.com', 'json.schemastore.org', 'www.gov.cn'];

const FORBIDDEN = {
  'code made from text':
    /\beval\s*\(|\bnew Function\b|[^.\w]Function\s*\(\s*["'`]|\bimportScripts\b|setTimeout\(\s*["'`]/,
  'a way to the network': /\bfetch\s*\(|XMLHttpRequest|new WebSocket|EventSource\(|sendBeacon|https?\.request/,
  telemetry: /TelemetryLogger|applicationinsights|sentry|createTelemetry/i,
};

test.each(BUNDLES.map(({ outfile }) => outfile))(
  '%s asks for no module but those it is known to need',
  async (file) => {
    const text = await readFile(file, 'utf8');
    const asked = [...text.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name);
    expect(asked.filter((name = '') => !MODULES[file]?.includes(name))).toEqual([]);
  },
);

test.each(BUNDLES.map(({ outfile }) => outfile))('%s makes no code and sends nothing', async (file) => {
  const text = await readFile(file, 'utf8');
  for (const [what, pattern] of Object.entries(FORBIDDEN)) expect(pattern.exec(text)?.[0], what).toBeUndefined();
  const hosts = [...text.matchAll(/https?:\/\/([\w.-]+)/g)].map(([, host = '']) => host);
  expect(hosts.filter((host) => !HOSTS.includes(host))).toEqual([]);
  expect(text).not.toContain('sourceMappingURL');
});

test('what runs for every plain text file takes from the core what recognises drafts, and no rules, fixes or forms of tables', async () => {
  const bundle = BUNDLES.find(({ outfile }) => outfile === 'dist/client.js');
  const { metafile } = await build({ ...SHIPPED, ...bundle, write: false, metafile: true, logLevel: 'silent' });
  const inputs = Object.keys(Object.values(metafile?.outputs ?? {})[0]?.inputs ?? {});
  expect(inputs).toContain('server/src/core/read/recognise.ts');
  expect(inputs.filter((path) => /core\/(?:rules|solve|complete|prose)\/|node_modules/.test(path))).toEqual([]);
});
