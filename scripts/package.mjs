/** `npm run package`: the VSIX for everybody, `nianbao-VERSION.vsix` in the root of the repository. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { install, ROOT } from './lib/project.mjs';

await install();
const { packExtension } = await import('./lib/vsix.mjs');
const { name, version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
await packExtension(join(ROOT, `${name}-${version}.vsix`));
