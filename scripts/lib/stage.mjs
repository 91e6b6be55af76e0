import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listFiles } from '@vscode/vsce';
import { ROOT } from './project.mjs';

/** Copies what the VSIX would hold into a scratch folder, which can be installed as it is. */
export async function stageExtension() {
  const staged = await mkdtemp(join(tmpdir(), 'nianbao-extension-'));
  for (const file of await listFiles({ cwd: ROOT, dependencies: false })) {
    await cp(join(ROOT, file), join(staged, file), { recursive: true });
  }
  return staged;
}
