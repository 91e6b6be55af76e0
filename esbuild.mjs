/** Builds what is shipped into `dist/`: the bundles of `scripts/lib/bundles.mjs`, each a file of its own. */

import { rm } from 'node:fs/promises';
import { context } from 'esbuild';
import { BUNDLES, SHIPPED } from './scripts/lib/bundles.mjs';

const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const common = { ...SHIPPED, minify: !watch, sourcemap: watch, logLevel: 'info' };

// Maps of a watch would be out of date, and would be packed.
if (!watch) await Promise.all(BUNDLES.map(({ outfile }) => rm(`${outfile}.map`, { force: true })));

const contexts = await Promise.all(BUNDLES.map((bundle) => context({ ...common, ...bundle })));
try {
  await Promise.all(contexts.map((bundle) => (watch ? bundle.watch() : bundle.rebuild())));
} catch {
  process.exitCode = 1; // esbuild has printed the errors
} finally {
  if (!watch) await Promise.all(contexts.map((bundle) => bundle.dispose()));
}
