import { rm } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/**
 * A TypeScript module of the tests, bundled and loaded.
 * @param {URL} entry where it stands
 * @param {string} name of its bundle, which is gone once it is loaded
 */
export async function bundled(entry, name) {
  const outfile = fileURLToPath(
    new URL(`../../node_modules/.cache/nianbao/${name}-${process.pid}.mjs`, import.meta.url),
  );
  await build({
    entryPoints: [fileURLToPath(entry)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: 'inline',
  });
  process.setSourceMapsEnabled(true);
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(outfile);
  }
}
