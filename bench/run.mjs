/**
 * Measures what Nianbao costs and, with all rounds of everything, writes down what came out. Nothing fails because
 * something is slow: goals are met or missed in print.
 *
 *   npm run bench                      everything, to docs/benchmarks.md
 *   npm run bench -- peers start       these alone, to the terminal
 *   npm run bench -- --quick           fewer rounds, to the terminal
 *   npm run bench -- peers --write     these alone, to the document too, where the others stay as they are
 *   npm run bench -- --document        the document again from what was measured last, as after a new reason
 */
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { must, ROOT } from '../scripts/lib/project.mjs';
import { benchmarks } from './lib/document.mjs';
import { kept } from './lib/race.mjs';
import { print } from './lib/section.mjs';
import { TITLES } from './lib/titles.mjs';

/** What measures the bundles as they lie on the disk. */
const BUILT = ['peers', 'folders', 'start', 'server'];

const RESULTS = new URL('results.json', import.meta.url);
const REASONS = new URL('reasons.json', import.meta.url);
const DOCUMENT = new URL('../docs/benchmarks.md', import.meta.url);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean' }, write: { type: 'boolean' }, document: { type: 'boolean' } },
});
const quick = values.quick ?? false;
const names = values.document ? [] : positionals.length > 0 ? positionals : Object.keys(TITLES);
const unknown = names.filter((name) => !(name in TITLES));
if (unknown.length > 0) {
  console.error(`没有 ${unknown.join('、')}；有 ${Object.keys(TITLES).join('、')}`);
  process.exit(2);
}

if (names.some((name) => BUILT.includes(name))) await must('npm', ['run', '--silent', 'build']);
const results = {};
for (const name of names) {
  const { measure } = await import(`./${name}.mjs`);
  results[name] = { ...surroundings(), ...(await measure({ quick })) };
  print(TITLES[name], results[name]);
}
if (names.length > 0) console.log(`\n校验和 ${kept()}`);
if (values.document || values.write || (positionals.length === 0 && !quick)) await writeDown();

function surroundings() {
  return {
    date: new Date().toISOString().slice(0, 10),
    node: process.version,
    cores: availableParallelism(),
    processor: cpus()[0].model.trim(),
    quick,
  };
}

async function writeDown() {
  const all = { ...(await json(RESULTS)), ...results };
  await writeFile(RESULTS, JSON.stringify(all, null, 2));
  await writeFile(DOCUMENT, benchmarks(TITLES, all, await json(REASONS)));
  await must('biome', ['format', '--write', 'bench/results.json', 'docs/benchmarks.md'], { cwd: ROOT, quiet: true });
  console.log('\n写入 docs/benchmarks.md');
}

async function json(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return {};
    throw error;
  }
}
