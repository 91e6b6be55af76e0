/** Bundles `report.ts` and runs it: `node test/drafts/report.mjs 500`. */
import { bundled } from './bundled.mjs';

const { main } = await bundled(new URL('./report.ts', import.meta.url), 'report');
process.exitCode = main(process.argv.slice(2));
