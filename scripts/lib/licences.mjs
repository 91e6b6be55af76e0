/** The packages of others whose code is in our bundles, and what their licences want to be said with them. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { BUNDLES, SHIPPED } from './bundles.mjs';
import { ROOT } from './project.mjs';

/** Licences that ask for nothing but their own text. */
const PERMISSIVE = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', '0BSD']);

/**
 * @returns {Promise<{ name: string, version: string, licence: string, text: string, bundles: string[] }[]>} one entry a
 *   version of a package, by name
 */
export async function bundledPackages() {
  const folders = new Map();
  for (const bundle of BUNDLES) {
    const options = { ...SHIPPED, ...bundle, absWorkingDir: ROOT, write: false, metafile: true };
    const { metafile } = await build({ ...options, logLevel: 'silent' });
    for (const input of Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs))) {
      const [folder] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? [];
      if (folder !== undefined) {
        folders.set(folder, (folders.get(folder) ?? new Set()).add(bundle.outfile));
      }
    }
  }
  const packages = new Map();
  for (const [folder, bundles] of folders) {
    const { name, version, license } = JSON.parse(await readFile(join(ROOT, folder, 'package.json'), 'utf8'));
    const known = packages.get(`${name}@${version}`);
    const all = new Set([...(known?.bundles ?? []), ...bundles]);
    const text = known?.text ?? (await licenceText(join(ROOT, folder)));
    packages.set(`${name}@${version}`, { name, version, licence: license, text, bundles: [...all].sort() });
  }
  return [...packages.keys()].sort().map((key) => packages.get(key));
}

/** The text of THIRD-PARTY-NOTICES.txt. Throws where a package has a licence that nobody has looked at yet. */
export async function notices() {
  const packages = await bundledPackages();
  const strange = packages.filter(({ licence, text }) => !PERMISSIVE.has(licence) || text === '');
  if (strange.length > 0) {
    throw new Error(strange.map(({ name, licence }) => `${name}: ${licence}`).join(', '));
  }
  const parts = packages.map(
    ({ name, version, licence, text, bundles }) => `${name} ${version}（${licence}）\n${bundles.join('、')}\n\n${text}`,
  );
  const head = '年报校核的打包文件（dist/）中含有以下软件。由 npm run notices 生成。';
  return `${[head, ...parts].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

async function licenceText(folder) {
  const file = (await readdir(folder)).find((name) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(name));
  const text = file === undefined ? '' : await readFile(join(folder, file), 'utf8');
  return text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}
