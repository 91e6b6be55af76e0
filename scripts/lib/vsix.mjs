import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { ROOT } from './project.mjs';

/** Packs the VSIX as `npm run package` does, into a folder that git ignores, and gives its path. */
export async function packExtension() {
  const packagePath = join(ROOT, 'out', 'nianbao.vsix');
  await mkdir(join(ROOT, 'out'), { recursive: true });
  await rm(packagePath, { force: true });
  await createVSIX({ cwd: ROOT, packagePath, dependencies: false });
  return packagePath;
}
