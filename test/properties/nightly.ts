/**
 * The properties on as many texts as a night has time for. What it prints is enough to run the same again:
 * `npm run nightly -- --seed N --cases N`, of one property `--only words-of-its-name`.
 */
import { parseArgs } from 'node:util';
import { PROPERTIES, tryOut } from './properties';

const CASES = 100_000;

/** @returns the exit status: 0 where all properties hold, 1 where one does not, 2 for arguments that make no sense */
export function main(args: readonly string[]): number {
  const { values } = parseArgs({
    args: [...args],
    options: { cases: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' } },
  });
  const cases = Number(values.cases ?? CASES);
  const seed = Number(values.seed ?? Date.now() % 2 ** 31);
  const chosen = PROPERTIES.filter(({ name }) => name.includes(values.only ?? ''));
  if (!Number.isSafeInteger(cases) || cases < 1 || !Number.isSafeInteger(seed) || chosen.length === 0) {
    console.error('nightly: --cases N, --seed N, --only words of the name of a property');
    return 2;
  }
  const shares = chosen.reduce((sum, { share }) => sum + share, 0);
  console.log(`seed ${seed}, ${cases} cases`);
  let run = 0;
  let failed = 0;
  for (const property of chosen) {
    const since = Date.now();
    const outcome = tryOut(property, seed, Math.ceil((cases * property.share) / shares));
    run += outcome.cases;
    const seconds = Math.round((Date.now() - since) / 1000);
    console.log(`${outcome.failure ? '✘' : '✔'} ${property.name}: ${outcome.cases} cases (${seconds} s)`);
    if (!outcome.failure) continue;
    failed++;
    const { error, text, places } = outcome.failure;
    console.log(error instanceof Error ? error.stack : error);
    console.log(`the least text for it, with places ${JSON.stringify(places)}:\n${JSON.stringify(text)}`);
  }
  const verdict = failed === 0 ? 'all hold' : `${failed} of ${chosen.length} properties fail`;
  console.log(`${run} cases of seed ${seed}: ${verdict}`);
  return failed === 0 ? 0 : 1;
}
