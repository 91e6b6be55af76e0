import { writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';

/** So that whoever reads the console of VS Code can tell the report of the tests from all else that is said there. */
const MARK = '\u001f';

/** What VS Code calls in its extension host; the tests beside this file run there. */
export async function run(): Promise<void> {
  Mocha.reporters.Base.consoleLog = (...words: unknown[]) => console.log(`${MARK}${format(...words)}`);
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, slow: 1_000, color: false });
  const files = (await readdir(__dirname)).filter((name) => name.endsWith('.test.js')).sort();
  if (process.env.NIANBAO_GREP) {
    mocha.grep(process.env.NIANBAO_GREP);
  }
  for (const file of files) {
    mocha.addFile(join(__dirname, file));
  }
  const {
    passes = 0,
    failures = 0,
    pending = 0,
  } = await new Promise<Partial<Mocha.Stats>>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats ?? {}));
  });
  // Counted by whoever started VS Code; its own exit tells only whether all went well.
  const results = process.env.NIANBAO_RESULTS;
  if (results !== undefined) {
    writeFileSync(results, JSON.stringify({ passed: passes, failed: failures, skipped: pending }));
  }
  if (failures > 0 || passes === 0) {
    throw new Error(`${failures} failed`);
  }
}
