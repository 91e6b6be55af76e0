/**
 * Everything that has to hold, in one run; its last line says how much of it does: `N passed, N failed`.
 * A step that counts no tests of its own (the build, the types) counts as one.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { install, ROOT, run } from './lib/project.mjs';

const RESULTS = join(ROOT, 'out', 'results');

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

await install();
await rm(RESULTS, { recursive: true, force: true });
await mkdir(RESULTS, { recursive: true });

/** @type {[name: string, run: () => Promise<Counts>][]} */
const steps = [
  ['build', () => step('build')],
  ['typecheck', () => step('typecheck')],
  ['lint', () => step('lint')],
  ['docs', () => (existsSync(join(ROOT, 'scripts', 'docs.mjs')) ? step('docs', '--', '--check') : skip())],
  ...['unit', 'protocol', 'grammar'].map((name) => /** @type {const} */ ([name, () => vitest(name)])),
  ['pack', pack],
  ['package', () => vitest('package')],
  // What users install, as they have it: on the desktop and on remote machines, and in the browser.
  ['vscode, installed', () => vscode('installed')],
  ['vscode, web', () => vscode('web')],
  ['vscode, first start', () => step('vscode:start')],
];

const total = { passed: 0, failed: 0, skipped: 0 };
const summary = [];
for (const [name, start] of steps) {
  console.log(`\n── ${name} ──`);
  const since = Date.now();
  const counts = await start();
  for (const key of Object.keys(total)) {
    total[key] += counts[key];
  }
  summary.push(
    `${counts.failed > 0 ? '✘' : '✔'} ${name}: ${words(counts)} (${Math.round((Date.now() - since) / 1000)} s)`,
  );
}
console.log(`\n${summary.join('\n')}\n\n${words(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;

function words({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** @returns {Promise<Counts>} */
async function step(script, ...args) {
  const { status } = await run('npm', ['run', '--silent', script, ...args]);
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
}

/** @returns {Promise<Counts>} */
async function skip() {
  return { passed: 0, failed: 0, skipped: 1 };
}

/** @returns {Promise<Counts>} */
async function vitest(project) {
  const file = join(RESULTS, `${project}.json`);
  const { status } = await run('vitest', [
    ...['run', '--project', project, '--reporter=default', '--reporter=json'],
    `--outputFile.json=${file}`,
  ]);
  return counted(status, file, ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) => ({
    passed: numPassedTests,
    // A file that could not be loaded has no tests to count, and is one failure.
    failed: numFailedTests + testResults.filter((f) => f.status === 'failed' && f.assertionResults.length === 0).length,
    skipped: numPendingTests + numTodoTests,
  }));
}

/** Packs the VSIX once for all steps behind this one. @returns {Promise<Counts>} */
async function pack() {
  const { packExtension } = await import('./lib/vsix.mjs');
  try {
    process.env.NIANBAO_VSIX = await packExtension();
    return { passed: 1, failed: 0, skipped: 0 };
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** @returns {Promise<Counts>} */
async function vscode(mode) {
  const file = join(RESULTS, `vscode-${mode}.json`);
  const { status } = await run('npm', ['run', '--silent', `vscode:${mode}`], { env: { NIANBAO_RESULTS: file } });
  return counted(status, file, (counts) => counts);
}

/** What a run wrote down. One that failed without counting a failure (it could not start, say) failed all the same. */
async function counted(status, file, read) {
  const written = await readFile(file, 'utf8').then(JSON.parse, () => null);
  const counts = written === null ? { passed: 0, failed: 0, skipped: 0 } : read(written);
  const silent = counts.failed === 0 && (status !== 0 || counts.passed === 0);
  return silent ? { ...counts, failed: 1 } : counts;
}
