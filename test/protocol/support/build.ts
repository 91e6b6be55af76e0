import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What is tested is what is shipped: the bundles, built once for all test files. */
export default async function build(): Promise<void> {
  await promisify(execFile)(process.execPath, ['esbuild.mjs']);
}
