/** Sentences that agree with their tables are silent; with one number changed, in text or table, it is caught. */
import { describe, expect, it } from 'vitest';
import { generateDraft } from '../drafts/generate';
import { scoreMutations } from '../drafts/proseMutations';

const COUNT = Number(process.env.NIANBAO_DRAFTS ?? 100);

describe.each(['2019', '2021'] as const)('sentences of reports of the form of %s', (form) => {
  const score = scoreMutations(
    Array.from({ length: COUNT }, (_, i) => generateDraft(5000 + i, { form, sentences: true })),
  );
  const rate = (kind: 'sentence' | 'cell'): number => score.caught[kind] / score.tried[kind];

  it('are silent where they agree', () => expect(score.loud).toEqual([]));

  it.each(['sentence', 'cell'] as const)('are caught where one number is changed in a %s', (kind) => {
    expect(score.tried[kind]).toBeGreaterThan(COUNT / 2);
    expect(rate(kind), score.missed.join('\n')).toBeGreaterThanOrEqual(0.95);
  });
});
