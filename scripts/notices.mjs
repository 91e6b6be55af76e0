/** Writes THIRD-PARTY-NOTICES.txt anew: `npm run notices`. A test says when that is to be done. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { notices } from './lib/licences.mjs';
import { ROOT } from './lib/project.mjs';

await writeFile(join(ROOT, 'THIRD-PARTY-NOTICES.txt'), await notices());
