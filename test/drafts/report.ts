/**
 * How well the reader and the rules do on generated drafts:
 *   node test/drafts/report.mjs [count] [--layout L] [--form F] [--blanks] [--moved] [--only property] [--from seed] [--show n]
 *   node test/drafts/report.mjs --seed 17 [--layout L] [--form F] [--blanks] [--moved] [--print]
 */
import { type DraftOptions, type Form, generateDraft, LAYOUTS, type LayoutName, NOISE, type Noise } from './generate';
import { describeDraft, JUDGES, judge, type Property } from './judge';

interface Options {
  count: number;
  from: number;
  show: number;
  layout: LayoutName | undefined;
  form: Form | undefined;
  blanks: boolean;
  only: Property | undefined;
  seed: number | undefined;
  noise: readonly Noise[] | boolean;
  print: boolean;
  moved: boolean;
}

export function main(argv: readonly string[]): number {
  const options = parse(argv);
  return options.seed === undefined ? survey(options) : one(options, options.seed);
}

function parse(argv: readonly string[]): Options {
  const value = (name: string): string | undefined => {
    const index = argv.indexOf(`--${name}`);
    return index < 0 ? undefined : argv[index + 1];
  };
  const noise = value('noise');
  const seed = value('seed');
  return {
    count: Number(argv[0] !== undefined && /^\d+$/.test(argv[0]) ? argv[0] : 200),
    from: Number(value('from') ?? 1),
    show: Number(value('show') ?? 2),
    layout: value('layout') as LayoutName | undefined,
    form: value('form') as Form | undefined,
    blanks: argv.includes('--blanks'),
    only: value('only') as Property | undefined,
    seed: seed === undefined ? undefined : Number(seed),
    noise: noise === undefined ? true : noise === 'none' ? false : (noise.split(',') as Noise[]),
    print: argv.includes('--print'),
    moved: argv.includes('--moved'),
  };
}

function draftOptions(options: Options, layout: LayoutName | undefined): DraftOptions {
  return {
    noise: options.noise,
    blanks: options.blanks,
    moved: options.moved,
    ...(layout && { layout }),
    ...(options.form && { form: options.form }),
  };
}

function properties(options: Options): Property[] {
  return options.only ? [options.only] : (Object.keys(JUDGES) as Property[]);
}

/** One draft with all its verdicts. */
function one(options: Options, seed: number): number {
  const draft = generateDraft(seed, draftOptions(options, options.layout));
  if (options.print) console.log(draft.text);
  console.log(describeDraft(draft));
  let failures = 0;
  for (const property of properties(options)) {
    const verdict = judge(property, draft);
    if (verdict !== null) failures++;
    console.log(`  ${property}: ${verdict ?? 'ok'}`);
  }
  return failures === 0 ? 0 : 1;
}

interface Tally {
  tried: number;
  held: number;
}

/** Rates by layout and by noise, and the first failures of each layout and property. */
function survey(options: Options): number {
  const names = properties(options);
  const layouts: (LayoutName | 'mixed')[] = options.layout ? [options.layout] : [...LAYOUTS, 'mixed'];
  const byLayout = new Map<string, Map<Property, Tally>>();
  const byNoise = new Map<string, Map<Property, Tally>>();
  const samples: string[] = [];
  const begin = performance.now();
  let failures = 0;
  const count = (into: Map<string, Map<Property, Tally>>, key: string, property: Property, held: boolean): void => {
    const row = into.get(key) ?? new Map<Property, Tally>();
    into.set(key, row);
    const tally = row.get(property) ?? { tried: 0, held: 0 };
    row.set(property, tally);
    tally.tried++;
    if (held) tally.held++;
  };
  for (const layout of layouts) {
    const shown = new Map<Property, number>();
    for (let seed = options.from; seed < options.from + options.count; seed++) {
      const draft = generateDraft(seed, draftOptions(options, layout === 'mixed' ? undefined : layout));
      for (const property of names) {
        const verdict = judge(property, draft);
        count(byLayout, layout, property, verdict === null);
        for (const noise of draft.noise.length > 0 ? draft.noise : ['(none)']) {
          count(byNoise, noise, property, verdict === null);
        }
        if (verdict === null) continue;
        failures++;
        const already = shown.get(property) ?? 0;
        shown.set(property, already + 1);
        if (already < options.show) {
          samples.push(`[${layout}] ${property}: ${verdict.slice(0, 600)}\n  ${describeDraft(draft)}`);
        }
      }
    }
  }
  const took = performance.now() - begin;
  print('layout', byLayout, layouts, names);
  print('noise', byNoise, ['(none)', ...NOISE], names);
  if (samples.length > 0) console.log(`\n${samples.join('\n\n')}`);
  const drafts = options.count * layouts.length;
  console.log(
    `\n${drafts} drafts, ${drafts * names.length} judgements, ${failures} failed, ${(took / 1000).toFixed(1)} s`,
  );
  return failures === 0 ? 0 : 1;
}

function print(
  head: string,
  table: ReadonlyMap<string, ReadonlyMap<Property, Tally>>,
  keys: readonly string[],
  names: readonly Property[],
): void {
  console.log(`\n${head.padEnd(20)}${names.map((name) => name.padStart(15)).join('')}`);
  for (const key of keys) {
    const row = table.get(key);
    if (row === undefined) continue;
    const cells = names.map((name) => {
      const tally = row.get(name) ?? { tried: 0, held: 0 };
      const rate = tally.tried === 0 ? '' : `${((100 * tally.held) / tally.tried).toFixed(1)}%`;
      return (tally.held === tally.tried ? '·' : rate).padStart(15);
    });
    console.log(`${key.padEnd(20)}${cells.join('')}   of ${row.get(names[0] ?? 'recovered')?.tried ?? 0}`);
  }
}
