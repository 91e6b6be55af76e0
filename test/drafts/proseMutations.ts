/** One number changed, in a sentence or in the cell that it is: is it caught, and with the right cell. */
import { checkReport, type Finding, parseReport } from '../../server/src/core';
import type { Draft } from './generate';
import { Random } from './random';
import type { Told, ToldNumber } from './sentences';

export interface ProseMutation {
  readonly kind: 'sentence' | 'cell';
  readonly text: string;
  readonly sentence: Told;
  readonly number: ToldNumber;
  /** The cells of which one has to be named. */
  readonly cells: readonly string[];
  readonly found: number;
}

/** Findings of the rules of text that somebody has to deal with. */
export function serious(text: string): Finding[] {
  return checkReport(parseReport(text)).filter((f) => f.severity === 'warning' || f.severity === 'error');
}

/** @returns null where the sentence does not stand in the draft in one piece, or the cell is blank */
export function mutateProse(draft: Draft, kind: ProseMutation['kind'], seed: number): ProseMutation | null {
  const rng = new Random(`prose ${draft.seed} ${kind} ${seed}`);
  const sentence = rng.pick(draft.told);
  const number = rng.pick(sentence.numbers);
  const step = rng.pick([1, -1, 2, 3, 10, 11]);
  if (kind === 'sentence') {
    const start = draft.text.indexOf(sentence.text);
    if (start < 0) return null;
    const found = other(number.value, step);
    const at = start + number.at;
    const text = draft.text.slice(0, at) + found + draft.text.slice(at + String(number.value).length);
    return { kind, text, sentence, number, cells: number.cells, found };
  }
  const cell = rng.pick(number.cells);
  const mark = draft.cells.get(cell);
  if (!mark) return null;
  const found = other(mark.value, step);
  const text = draft.text.slice(0, mark.start) + mark.rewrite(found) + draft.text.slice(mark.end);
  return { kind, text, sentence, number, cells: [cell], found };
}

function other(value: number, step: number): number {
  return value + step < 0 ? value - step : value + step;
}

/** Whether a mutation is caught with a right cell in its cells, or as the suspect. */
export function caught({ text, cells }: ProseMutation): boolean {
  return serious(text).some(
    (f) => (f.suspect && cells.includes(f.suspect.cell)) || f.cells?.some((c) => cells.includes(c)),
  );
}

export interface MutationScore {
  silent: number;
  drafts: number;
  readonly tried: Record<ProseMutation['kind'], number>;
  readonly caught: Record<ProseMutation['kind'], number>;
  readonly loud: string[];
  readonly missed: string[];
}

/** Judges drafts unchanged and with one number changed, twice in a sentence and once in a cell. */
export function scoreMutations(drafts: Iterable<Draft>): MutationScore {
  const score: MutationScore = {
    silent: 0,
    drafts: 0,
    tried: { sentence: 0, cell: 0 },
    caught: { sentence: 0, cell: 0 },
    loud: [],
    missed: [],
  };
  for (const draft of drafts) {
    score.drafts++;
    const before = serious(draft.text).filter((f) => f.rule.startsWith('prose/'));
    if (before.length === 0) score.silent++;
    else score.loud.push(`seed ${draft.seed}: ${before.map((f) => `${f.rule} ${f.message.zh}`).join(' | ')}`);
    for (const [kind, seed] of [
      ['sentence', 1],
      ['sentence', 2],
      ['cell', 1],
    ] as const) {
      const mutation = mutateProse(draft, kind, seed);
      if (!mutation) continue;
      score.tried[kind]++;
      if (caught(mutation)) score.caught[kind]++;
      else
        score.missed.push(
          `seed ${draft.seed} ${kind}: ${mutation.cells.join('+')} ${mutation.number.value} → ${mutation.found}: ${mutation.sentence.text}`,
        );
    }
  }
  return score;
}
