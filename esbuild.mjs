/**
 * Builds what is shipped: `dist/server.js`, `dist/cli.js`, `dist/client.js` and `dist/languageClient.js`, each a file of its own.
 * Client and server are never bundled together, because their libraries pin different protocol versions.
 */

import { chmod, rm } from 'node:fs/promises';
import { context } from 'esbuild';

const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minify: !watch,
  sourcemap: watch,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'info',
};

/** @type {import('esbuild').Plugin} */
const executable = {
  name: 'executable',
  setup(build) {
    build.onEnd(async ({ errors }) => {
      if (errors.length === 0) await chmod('dist/cli.js', 0o755);
    });
  },
};

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  { entryPoints: ['server/src/node.ts'], outfile: 'dist/server.js' },
  {
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
    plugins: [executable],
  },
  {
    entryPoints: ['client/src/node.ts'],
    outfile: 'dist/client.js',
    // It requires languageClient.js when the first draft is seen.
    external: ['vscode', './languageClient'],
    supported: { 'dynamic-import': false },
  },
  { entryPoints: ['client/src/languageClient.ts'], outfile: 'dist/languageClient.js', external: ['vscode'] },
];

// Maps of a watch would be out of date, and would be packed.
if (!watch) await Promise.all(bundles.map(({ outfile }) => rm(`${outfile}.map`, { force: true })));

const contexts = await Promise.all(bundles.map((bundle) => context({ ...common, ...bundle })));
try {
  await Promise.all(contexts.map((bundle) => (watch ? bundle.watch() : bundle.rebuild())));
} catch {
  process.exitCode = 1; // esbuild has printed the errors
} finally {
  if (!watch) await Promise.all(contexts.map((bundle) => bundle.dispose()));
}
