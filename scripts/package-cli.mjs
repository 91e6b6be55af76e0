/**
 * Packs the command line for npm: `out/npm` with its own manifest, for that of the repository is the extension's, and
 * the tarball beside it. `node scripts/package-cli.mjs [folder for the tarball]`, after a build.
 */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, run } from './lib/project.mjs';

const FOLDER = join(ROOT, 'out', 'npm');
/** Copied as they are. */
const FILES = [
  ...['cli', 'command', 'server'].map((name) => `dist/${name}.js`),
  ...['check', 'data', 'nianbao.config'].map((name) => `schemas/${name}.json`),
  'CHANGELOG.md',
  'LICENSE',
];
/** Taken over into the manifest. */
const FIELDS = ['name', 'version', 'license', 'homepage', 'bugs', 'keywords', 'bin'];

/**
 * Lays out what is packed.
 * @returns {Promise<string>} the folder
 */
export async function layOut() {
  await rm(FOLDER, { recursive: true, force: true });
  for (const file of FILES) {
    await mkdir(join(FOLDER, file, '..'), { recursive: true });
    await cp(join(ROOT, file), join(FOLDER, file));
  }
  const manifest = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  const own = {
    ...Object.fromEntries(FIELDS.map((field) => [field, manifest[field]])),
    description: '检查政府信息公开工作年度报告草稿的命令行程序和语言服务器',
    repository: { ...manifest.repository, url: `git+${manifest.repository.url}` },
    type: 'commonjs',
    engines: { node: manifest.engines.node },
    exports: { './schemas/*.json': './schemas/*.json', './package.json': './package.json' },
    files: ['dist', 'schemas', 'CHANGELOG.md'],
  };
  await writeFile(join(FOLDER, 'package.json'), `${JSON.stringify(own, null, 2)}\n`);
  const page = await readFile(join(ROOT, 'docs', 'cli.md'), 'utf8');
  await writeFile(join(FOLDER, 'README.md'), absolute(page, `${manifest.homepage}/blob/main/docs/`));
  return FOLDER;
}

/** Links between the pages of the repository lead there from elsewhere, too. */
function absolute(page, base) {
  return page.replace(/\]\((?!https?:|#)([^)]+)\)/g, (_, link) => `](${new URL(link, base).href})`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await layOut();
  const { status } = await run(
    'npm',
    ['pack', '--ignore-scripts', '--pack-destination', resolve(process.argv[2] ?? ROOT)],
    {
      cwd: FOLDER,
    },
  );
  process.exitCode = status ?? 1;
}
