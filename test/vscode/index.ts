import Mocha from 'mocha';

/** Set by the script that bundles the suite: which tests to run; all where it is empty. */
declare const NIANBAO_GREP: string;

/** So that whoever reads the console of VS Code can tell the report of the tests from all else that is said there. */
const MARK = '\u001f';
const COUNTS = '\u001e';

/** What VS Code calls in its extension host, in Node or in a web worker; the tests beside this file run there. */
export async function run(): Promise<void> {
  Mocha.reporters.Base.consoleLog = (words: string = '', ...more: unknown[]) => console.log(`${MARK}${words}`, ...more);
  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', timeout: 30_000, slow: 1_000, color: false });
  if (NIANBAO_GREP !== '') {
    mocha.grep(NIANBAO_GREP);
  }
  // The tests are in this bundle too; `describe` has to be there before they are.
  mocha.suite.emit('pre-require', globalThis as never, '', mocha);
  await import('./tests');
  const {
    passes = 0,
    failures = 0,
    pending = 0,
  } = await new Promise<Partial<Mocha.Stats>>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats ?? {}));
  });
  // Counted by whoever started VS Code; its own exit tells only whether all went well.
  console.log(`${COUNTS}${JSON.stringify({ passed: passes, failed: failures, skipped: pending })}`);
  if (failures > 0 || passes === 0) {
    throw new Error(`${failures} failed`);
  }
}
