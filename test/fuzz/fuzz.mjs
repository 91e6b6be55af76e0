/** Bundles `fuzz.ts` and runs it: `npm run fuzz`, or `npm run fuzz -- --seconds 60 --seed 7`. */
import { bundled } from '../drafts/bundled.mjs';

const { main } = await bundled(new URL('./fuzz.ts', import.meta.url), 'fuzz');
process.exitCode = await main(process.argv.slice(2));
