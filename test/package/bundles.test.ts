/** What the shipped code can do at most, read off the bundles themselves. */
import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { BUNDLES, SHIPPED } from '../../scripts/lib/bundles.mjs';

/** Modules that reach the network, start programs or make code. */
const DENIED = /^(?:node:)?(?:http2?|https|net|tls|dns|dgram|child_process|cluster|inspector|repl|vm|wasi)(?:\/|$)/;

/** Where one is asked for all the same, by a library. */
const EXCEPTIONS: Record<string, readonly string[]> = {
  // The library starts the server by `child_process`; `net` is for servers behind a pipe or a port, which is not used.
  'dist/languageClient.js': ['child_process', 'net'],
  // `net`: --pipe and --socket, on the word of the editor. `child_process`: how the library finds modules of a
  // workspace, which is never called here.
  'dist/server.js': ['child_process', 'net'],
};

/** A browser has no modules of Node. */
const IN_BROWSER: Record<string, readonly string[]> = {
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

test.each(BUNDLES.map(({ outfile }) => outfile))('%s asks for no module that it must not have', async (file) => {
  const text = await readFile(file, 'utf8');
  const asked = [...text.matchAll(/\b(?:require|import)\(["'`]([^"'`]+)["'`]\)/g)].map(([, name = '']) => name);
  const bad = (name: string) => IN_BROWSER[file]?.includes(name) === false || DENIED.test(name);
  expect([...new Set(asked.filter(bad))].sort()).toEqual(EXCEPTIONS[file] ?? []);
});

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
