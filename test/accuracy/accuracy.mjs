/** Bundles `main.ts` and runs it: `npm run accuracy -- --show`. */
import { rm } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const local = (path) => fileURLToPath(new URL(path, import.meta.url));
const outfile = local(`../../node_modules/.cache/nianbao/accuracy-${process.pid}.mjs`);
await build({
  entryPoints: [local('./main.ts')],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: 'inline',
});
process.setSourceMapsEnabled(true);
const { main } = await import(pathToFileURL(outfile).href);
process.exitCode = main(process.argv.slice(2), local('./recorded.json'));
await rm(outfile);
