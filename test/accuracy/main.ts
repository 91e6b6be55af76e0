/**
 * Precision and recall of the checks of text:
 *   npm run accuracy -- [--show] [--details] [--only words of an id] [--record]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { generateDraft } from '../drafts/generate';
import { type MutationScore, scoreMutations } from '../drafts/proseMutations';
import { drops, type Evaluation, evaluate, GOAL, type Recorded, type Score, toRecord } from './evaluate';
import { evaluateTexts, type TextScore } from './evaluateTexts';

/** So many generated drafts have their numbers changed. */
const MUTATED = 200;

/** @param recordPath where the recorded figures stand @param folder where the texts stand @returns the exit code */
export function main(argv: readonly string[], recordPath: string, folder: string): number {
  const only = argv.includes('--only') ? argv[argv.indexOf('--only') + 1] : undefined;
  const evaluation = evaluate((c) => only === undefined || c.id.includes(only));
  if (argv.includes('--show')) show(evaluation);
  if (argv.includes('--details')) for (const line of evaluation.details.lacking) console.log(line);
  print(evaluation);
  if (only !== undefined) return 0;
  printMutations(scoreMutations(Array.from({ length: MUTATED }, (_, i) => generateDraft(i + 1, { sentences: true }))));
  const texts = evaluateTexts(folder);
  if (argv.includes('--show')) for (const line of texts.told) console.log(line);
  printTexts(texts);
  if (argv.includes('--record')) {
    writeFileSync(recordPath, `${JSON.stringify(toRecord(evaluation, texts), null, 2)}\n`);
    return 0;
  }
  const dropped = drops(evaluation, texts, JSON.parse(readFileSync(recordPath, 'utf8')) as Recorded);
  for (const line of dropped) console.log(`dropped: ${line}`);
  return dropped.length === 0 ? 0 : 1;
}

function show({ failures }: Evaluation): void {
  for (const f of failures) {
    console.log(`${f.kind === 'missed' ? '漏' : '误'} ${f.case?.id ?? 'frame'} [${f.case?.frame ?? ''}] ${f.rule}`);
    console.log(`   ${f.told}`);
    if (f.case) console.log(`   ${f.case.text.replaceAll('\n', ' ⏎ ')}`);
  }
  if (failures.length > 0) console.log('');
}

function print({ rules, overall, cases, details }: Evaluation): void {
  const percent = (n: number | null): string => (n === null ? '–' : n.toFixed(3));
  const row = (name: string, s: Score): string =>
    name.padEnd(28) +
    [s.flags, s.found, s.flags - s.found, s.right, s.false].map((n) => String(n).padStart(8)).join('') +
    [s.precision, s.recall].map((n) => percent(n).padStart(11)).join('');
  const heads = ['flags', 'found', 'missed', 'right', 'false'].map((h) => h.padStart(8)).join('');
  console.log(`${'rule'.padEnd(28)}${heads}${'precision'.padStart(11)}${'recall'.padStart(11)}`);
  for (const [name, s] of rules) console.log(row(name, s));
  console.log(row('overall', overall));
  console.log(
    `cases: ${cases.wrong} to flag, ${cases.right + cases.doubt} not to flag (${cases.doubt} of them hints at most); ` +
      `cells and causes named: ${details.given} of ${details.asked}; ` +
      `goal: precision ${GOAL.precision}, recall ${GOAL.recall}`,
  );
}

/** Texts modelled on published reports: left in peace as they are, and caught when a number is changed. */
function printTexts({ texts, quiet, tried, caught }: TextScore): void {
  console.log(
    `texts as they stand on the web: ${quiet} of ${texts} without a false alarm; ` +
      `one number changed: caught ${caught} of ${tried} (${((100 * caught) / tried).toFixed(1)} %)`,
  );
}

/** What is caught of single numbers changed in generated drafts whose sentences agree with their tables. */
function printMutations({ drafts, silent, tried, caught }: MutationScore): void {
  const rate = (kind: 'sentence' | 'cell'): string =>
    `${caught[kind]} of ${tried[kind]} (${((100 * caught[kind]) / tried[kind]).toFixed(1)} %)`;
  console.log(
    `one number changed in generated drafts: caught in a sentence ${rate('sentence')}, in a cell ${rate('cell')}; ` +
      `unchanged and silent: ${silent} of ${drafts}`,
  );
}
