/**
 * What a draft costs: parse and check, beside the least that reading a text can cost (one split into lines, one
 * look at every character) and beside what a Markdown parser takes for it. Times depend on the machine, the
 * ratios within one run much less; nothing here fails because something is slow.
 *
 * `npm run bench`, or `npm run bench -- --quick` for fewer rounds.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import MarkdownIt from 'markdown-it';
import { keyPresses, longDraft, manyTables } from './draft.mjs';
import { loadRequests } from './requests.mjs';
import { WALLS, wall } from './walls.mjs';

const QUICK = process.argv.includes('--quick');
const ROUNDS = QUICK ? 5 : 15;
/** A sample repeats its work until it takes about this long, so that the clock's grain does not matter. */
const SAMPLE_MS = QUICK ? 10 : 30;
const WARM_UP_MS = QUICK ? 200 : 600;
const UNIT = 12_000;
const KEY_GOAL_MS = 2;
const REQUEST_GOAL_MS = 5;

/** The core as it stands in the sources, bundled in memory: no build before, no file after. */
async function loadCore() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../server/src/core/index.ts', import.meta.url))],
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    charset: 'utf8',
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

const { parseReport, checkReport } = await loadCore();
const markdown = new MarkdownIt();

/** Every result ends up here and is printed, so that no work can be optimised away. */
let checksum = 0;
const keep = (number) => {
  checksum = (Math.imul(checksum, 31) + number) | 0;
};

function scan(text) {
  let hash = 0;
  for (let i = 0; i < text.length; i += 1) hash = (hash + text.charCodeAt(i)) | 0;
  return hash;
}

const weigh = (report) => report.sections.length + report.tables.reduce((cells, table) => cells + table.cells.size, 0);

/** Name of each contender and one run of it. The first is the one that the others are held against. */
const CONTENDERS = {
  'parse + check': (text) => {
    const report = parseReport(text);
    return weigh(report) + checkReport(report).length;
  },
  'parse alone': (text) => weigh(parseReport(text)),
  'split into lines': (text) => text.split(/\r?\n/).length,
  'charCodeAt scan': scan,
  'markdown-it parse': (text) => markdown.parse(text, {}).length,
};
const [OURS] = Object.keys(CONTENDERS);

const median = (numbers) => quantile(numbers, 0.5);
function quantile(numbers, part) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}

/** Milliseconds of one run, out of `times` runs. */
function sample(run, texts, times) {
  const start = performance.now();
  for (let i = 0; i < times; i += 1) keep(run(texts[i % texts.length]));
  return (performance.now() - start) / times;
}

/** How many runs fill a sample. */
function repeats(run, texts) {
  sample(run, texts, 1);
  const once = sample(run, texts, Math.min(texts.length, 3));
  return Math.max(1, Math.min(20_000, Math.round(SAMPLE_MS / Math.max(once, 0.0005))));
}

/**
 * The median milliseconds of each task. All take a turn in every round, in an order that turns with it, so that
 * a slow moment of the machine falls on none of them alone.
 */
function race(tasks) {
  const entries = tasks.map((task) => ({ ...task, times: repeats(task.run, task.texts), samples: [] }));
  for (const { run, texts, times } of entries) sample(run, texts, times); // warm-up
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let i = 0; i < entries.length; i += 1) {
      const entry = entries[(i + round) % entries.length];
      entry.samples.push(sample(entry.run, entry.texts, entry.times));
    }
  }
  return entries.map((entry) => ({ ...entry, ms: median(entry.samples) }));
}

const duration = (ms) => (ms < 1 ? `${(ms * 1000).toFixed(1)} µs` : `${ms.toFixed(ms < 10 ? 2 : 1)} ms`);
const ratio = (number) => (number < 0.01 ? '<0.01×' : `${number.toFixed(number < 10 ? 2 : 0)}×`);

function print(title, head, rows) {
  const lines = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const text = (line) =>
    line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  ');
  console.log(`\n${title}`);
  console.log(`  ${text(head)}\n  ${widths.map((width) => '-'.repeat(width)).join('  ')}`);
  for (const row of rows) console.log(`  ${text(row)}`);
}

function describe(text) {
  const report = parseReport(text);
  const findings = checkReport(report).length;
  const cells = report.tables.reduce((sum, table) => sum + table.cells.size, 0);
  return [text.length, text.split('\n').length, report.sections.length, report.tables.length, cells, findings].map(
    (number) => number.toLocaleString('en'),
  );
}

const DRAFTS = [
  { name: '1×', size: 1, text: longDraft(UNIT) },
  { name: '10×, more prose', size: 10, text: longDraft(UNIT * 10) },
  { name: '100×, more prose', size: 100, text: longDraft(UNIT * 100) },
  { name: '10×, more tables', size: 10, text: manyTables(UNIT * 10) },
  { name: '100×, more tables', size: 100, text: manyTables(UNIT * 100) },
];

console.log(`Node ${process.version}, ${ROUNDS} rounds, medians`);
print(
  'Drafts',
  ['draft', 'characters', 'lines', 'sections', 'tables', 'cells', 'findings'],
  DRAFTS.map(({ name, text }) => [name, ...describe(text)]),
);

/** The optimising compiler has seen every contender before the first is timed, or the first drafts would look dear. */
for (const run of Object.values(CONTENDERS)) {
  const until = performance.now() + WARM_UP_MS;
  while (performance.now() < until) keep(run(DRAFTS[0].text));
}

const results = new Map(DRAFTS.map(({ name }) => [name, {}]));
for (const { name, key, ms } of race(
  DRAFTS.flatMap(({ name, text }) =>
    Object.entries(CONTENDERS).map(([key, run]) => ({ name, key, run, texts: [text] })),
  ),
)) {
  results.get(name)[key] = ms;
}
for (const { name, text } of DRAFTS) {
  const ms = results.get(name);
  print(
    `${name}: ${text.length.toLocaleString('en')} characters`,
    ['', 'a report', 'a character', `${OURS} ÷ this`],
    Object.entries(ms).map(([key, time]) => [
      key,
      duration(time),
      `${((time * 1e6) / text.length).toFixed(2)} ns`,
      ratio(ms[OURS] / time),
    ]),
  );
}

const perCharacter = (draft, key) => results.get(draft.name)[key] / draft.text.length;
print(
  'Growth: cost of a character, held against the draft of 1× (1.00× is linear)',
  ['draft', ...Object.keys(CONTENDERS)],
  DRAFTS.slice(1).map((draft) => [
    draft.name,
    ...Object.keys(CONTENDERS).map((key) => ratio(perCharacter(draft, key) / perCharacter(DRAFTS[0], key))),
  ]),
);

/** One digit changed at a time; each of the texts is scanned once, so that none pays for being put together. */
const presses = keyPresses(DRAFTS[0].text, 200);
for (const text of presses) keep(scan(text));
const keyed = race([OURS, 'markdown-it parse'].map((key) => ({ key, run: CONTENDERS[key], texts: presses })));
/** The slow ones matter to whoever types: each press by itself, the best of three runs against chance pauses. */
const slowest = (run) =>
  quantile(
    presses.map((text) => Math.min(...[0, 1, 2].map(() => sample(run, [text], 1)))),
    0.95,
  );
print(
  `A key press: one digit changed in ${presses[0].length.toLocaleString('en')} characters (goal for ${OURS}: under ${KEY_GOAL_MS} ms)`,
  ['', 'median', '95 of 100 under', 'findings'],
  keyed.map(({ key, run, ms }) => [
    key,
    duration(ms),
    duration(slowest(run)),
    key === OURS
      ? (presses.reduce((sum, text) => sum + checkReport(parseReport(text)).length, 0) / presses.length).toFixed(1)
      : '',
  ]),
);
const press = Object.fromEntries(keyed.map(({ key, ms }) => [key, ms]));
console.log(
  `  ${ratio(press[OURS] / press['markdown-it parse'])} of markdown-it; goal ${press[OURS] < KEY_GOAL_MS ? 'met' : 'missed'}`,
);

/** What is asked about a draft with one wrong digit in a table, which is when there is most to answer. */
const { fresh, readBefore, requests } = await loadRequests();
const tables = parseReport(DRAFTS[0].text).tables.map(({ range }) => range);
const wrong = keyPresses(DRAFTS[0].text, 100, 2, tables);
for (const run of Object.values(requests)) for (const text of wrong.slice(0, 20)) keep(run(fresh(text)));

/** Milliseconds of each answer, the best of three against chance pauses; nothing of it is known before. */
const answers = (run, view) =>
  wrong.map((text) =>
    Math.min(
      ...[0, 1, 2].map(() => {
        const asked = view(text);
        const start = performance.now();
        keep(run(asked));
        return performance.now() - start;
      }),
    ),
  );
const answered = Object.entries(requests).map(([key, run]) => ({
  key,
  first: answers(run, fresh),
  later: answers(run, readBefore),
}));
print(
  `Requests on ${wrong[0].length.toLocaleString('en')} characters with a wrong digit in a table (goal: under ${REQUEST_GOAL_MS} ms)`,
  ['', 'draft not read yet', '95 of 100 under', 'read and checked', '95 of 100 under'],
  answered.map(({ key, first, later }) => [
    key,
    ...[first, later].flatMap((times) => [duration(median(times)), duration(quantile(times, 0.95))]),
  ]),
);
const late = answered.filter(({ first }) => quantile(first, 0.95) >= REQUEST_GOAL_MS).map(({ key }) => key);
console.log(`  goal ${late.length === 0 ? 'met' : `missed by ${late.join(', ')}`}`);
/** One line of the same again and again: four times the length should cost four times as much. */
const [SHORT, LONG] = QUICK ? [32_000, 128_000] : [256_000, 1_024_000];
const once = (text) => Math.min(...[0, 1].map(() => sample(CONTENDERS[OURS], [text], 1)));
print(
  `Walls: a line of ${SHORT.toLocaleString('en')} and of ${LONG.toLocaleString('en')} characters (${LONG / SHORT}× is linear)`,
  ['', 'short', 'long', 'long ÷ short'],
  Object.entries(WALLS).map(([name, words]) => {
    const [a, b] = [SHORT, LONG].map((size) => once(wall(words, size)));
    return [name, duration(a), duration(b), ratio(b / a)];
  }),
);
console.log(`\nchecksum ${checksum >>> 0}`);
