/** Bundles `nightly.ts` and runs it: `npm run nightly`, or `npm run nightly -- --cases 20000 --seed 7`. */
import { bundled } from '../drafts/bundled.mjs';

const { main } = await bundled(new URL('./nightly.ts', import.meta.url), 'nightly');
process.exitCode = main(process.argv.slice(2));
