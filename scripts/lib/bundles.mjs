/**
 * What is shipped, bundle by bundle. The build makes them, and the licence list and the sizes are taken from them.
 * Client and server are never bundled together, because their libraries pin different protocol versions.
 */
import { chmod } from 'node:fs/promises';

/** @typedef {import('esbuild').BuildOptions & { outfile: string }} Bundle */

/** @type {import('esbuild').BuildOptions} */
export const SHIPPED = {
  bundle: true,
  format: 'cjs',
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
};

/** @type {import('esbuild').BuildOptions} */
export const NODE = { platform: 'node', target: 'node20' };

/** For the browsers that VS Code for the Web supports. */
/** @type {import('esbuild').BuildOptions} */
export const BROWSER = { platform: 'browser', target: 'es2022' };

/** @type {import('esbuild').Plugin} */
const executable = {
  name: 'executable',
  setup(build) {
    build.onEnd(async ({ errors }) => {
      if (errors.length === 0 && build.initialOptions.write !== false) await chmod('dist/cli.js', 0o755);
    });
  },
};

/** @type {readonly Bundle[]} */
export const BUNDLES = [
  { ...NODE, entryPoints: ['server/src/node.ts'], outfile: 'dist/server.js' },
  {
    ...NODE,
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
    plugins: [executable],
  },
  { ...NODE, entryPoints: ['server/src/cli/command.ts'], outfile: 'dist/command.js' },
  {
    ...NODE,
    entryPoints: ['client/src/node.ts'],
    outfile: 'dist/client.js',
    // It requires languageClient.js when the first draft is seen.
    external: ['vscode', './languageClient'],
    supported: { 'dynamic-import': false },
  },
  { ...NODE, entryPoints: ['client/src/languageClient.ts'], outfile: 'dist/languageClient.js', external: ['vscode'] },
  {
    ...BROWSER,
    entryPoints: ['client/src/browser.ts'],
    outfile: 'dist/browser/client.js',
    // A web worker can require nothing but vscode: the language client lies in the same file, run with the first draft.
    external: ['vscode'],
  },
  { ...BROWSER, entryPoints: ['server/src/browser.ts'], outfile: 'dist/browser/server.js', format: 'iife' },
];
