/** Bundles `main.ts` and runs it: `npm run accuracy -- --show`. */
import { fileURLToPath } from 'node:url';
import { bundled } from '../drafts/bundled.mjs';

const { main } = await bundled(new URL('./main.ts', import.meta.url), 'accuracy');
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
process.exitCode = main(process.argv.slice(2), here('./recorded.json'), here('./texts'));
