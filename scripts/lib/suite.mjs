import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './project.mjs';

const SOURCES = join(ROOT, 'test', 'vscode');
const MOCHA = join(ROOT, 'node_modules', 'mocha', 'mocha.js');

/**
 * Bundles test/vscode into one file for an extension host.
 * @param {'node' | 'browser'} platform where that host runs
 * @param {string} grep which tests are to be run; all where it is empty
 * @returns {Promise<string>} path of the file
 */
export async function bundleSuite(platform, grep = '') {
  const outfile = join(ROOT, 'out', 'vscode', platform, 'index.js');
  await rm(outfile, { force: true });
  await build({
    entryPoints: [join(SOURCES, 'index.ts')],
    outfile,
    bundle: true,
    platform,
    format: 'cjs',
    target: 'es2022',
    sourcemap: 'inline',
    define: { NIANBAO_GREP: JSON.stringify(grep) },
    external: ['vscode', ...(platform === 'node' ? ['mocha'] : [])],
    ...(platform === 'browser' && {
      alias: { mocha: MOCHA, 'node:assert': join(SOURCES, 'assert.ts') },
    }),
    plugins: [allTests, mochaOfBrowsers],
    logLevel: 'warning',
  });
  return outfile;
}

/** @type {import('esbuild').Plugin} */
const allTests = {
  name: 'all tests',
  setup(build) {
    build.onResolve({ filter: /^\.\/tests$/ }, () => ({ path: 'tests', namespace: 'suite' }));
    build.onLoad({ filter: /.*/, namespace: 'suite' }, async () => {
      const files = (await readdir(SOURCES)).filter((name) => name.endsWith('.test.ts')).sort();
      const contents = files.map((name) => `import './${name}';`).join('\n');
      return { contents, resolveDir: SOURCES };
    });
  },
};

/**
 * Mocha's file for browsers is no module to esbuild: it takes the exports of whoever includes it, unless it sees none,
 * and leaves its class in the global scope.
 * @type {import('esbuild').Plugin}
 */
const mochaOfBrowsers = {
  name: 'mocha of browsers',
  setup(build) {
    build.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, async ({ path }) => ({
      contents: `const exports = undefined;\n${await readFile(path, 'utf8')}\nexport default globalThis.Mocha;`,
    }));
  },
};
