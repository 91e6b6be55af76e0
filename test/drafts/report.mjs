/** Bundles `report.ts` and runs it: `node test/drafts/report.mjs 500`. */
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const local = (path) => fileURLToPath(new URL(path, import.meta.url));
const outfile = local(`../../node_modules/.cache/nianbao/report-${process.pid}.mjs`);
await build({
  entryPoints: [local('./report.ts')],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: 'inline',
});
process.setSourceMapsEnabled(true);
const { main } = await import(pathToFileURL(outfile).href);
process.exitCode = main(process.argv.slice(2));
await import('node:fs/promises').then((fs) => fs.rm(outfile));
