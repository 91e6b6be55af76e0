import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { createVSIX } from '@vscode/vsce';
import yauzl from 'yauzl';
import { must, ROOT } from './project.mjs';

/** Folders that vsce would walk through for half a minute to find that nothing in them is to be packed. */
const LARGE = new Set(['.git', '.vscode-test', 'node_modules', 'out']);

/** What only those who work on the project need in a manifest. */
const FOR_DEVELOPERS = ['scripts', 'devDependencies', 'allowScripts', 'private'];

/**
 * Builds and packs the VSIX; what is in it is said by `.vscodeignore`.
 * @param {string} [packagePath] where it is to be written; by default into a folder that git ignores
 * @returns {Promise<string>} its path
 */
export async function packExtension(packagePath = join(ROOT, 'out', 'nianbao.vsix')) {
  await must('npm', ['run', 'build', '--silent']);
  const staged = await mkdtemp(join(tmpdir(), 'nianbao-package-'));
  try {
    for (const name of (await readdir(ROOT)).filter((name) => !LARGE.has(name) && !name.endsWith('.vsix'))) {
      await cp(join(ROOT, name), join(staged, name), { recursive: true });
    }
    const manifest = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
    for (const key of FOR_DEVELOPERS) {
      delete manifest[key];
    }
    await writeFile(join(staged, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    await mkdir(dirname(packagePath), { recursive: true });
    await rm(packagePath, { force: true });
    await createVSIX({ cwd: staged, packagePath, dependencies: false });
    return packagePath;
  } finally {
    await rm(staged, { recursive: true, force: true });
  }
}

/** The names of the files in a VSIX, in no order. */
export async function listVsix(path) {
  const zip = await promisify(yauzl.open)(path, { autoClose: true });
  const names = [];
  zip.on('entry', ({ fileName }) => names.push(fileName));
  await once(zip, 'end');
  return names;
}
