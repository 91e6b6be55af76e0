/**
 * Properties over generated drafts, and the generator's own sanity.
 * More drafts: `NIANBAO_DRAFTS=200 npx vitest run --project unit generated`, or `node test/drafts/report.mjs 500`.
 */
import { describe, expect, it } from 'vitest';
import { type Form, REQUEST_COLUMNS, requestLeaves, resultRows } from '../drafts/forms';
import { type Draft, type DraftOptions, generateDraft, LAYOUTS, NOISE } from '../drafts/generate';
import { describeDraft, JUDGES, judge, type Property } from '../drafts/judge';
import { dropRow, dropSection, dropTable, mutateCell, mutateTwoCells, truncateTable } from '../drafts/mutate';

const COUNT = Number(process.env.NIANBAO_DRAFTS ?? 25);
const FORMS: readonly Form[] = ['2019', '2021'];

const cache = new Map<string, Draft[]>();

/** Drafts of one layout in both forms; made once for all properties. */
function drafts(options: DraftOptions, count = COUNT): Draft[] {
  const key = JSON.stringify([options, count]);
  const made =
    cache.get(key) ??
    FORMS.flatMap((form) =>
      Array.from({ length: count }, (_, index) => generateDraft(1000 + index, { ...options, form })),
    );
  cache.set(key, made);
  return made;
}

/** Fails with the first failures in full, so that each can be made again. */
function expectAll(property: Property, made: readonly Draft[]): void {
  const failures: string[] = [];
  for (const draft of made) {
    const verdict = judge(property, draft);
    if (verdict !== null) failures.push(`${verdict.slice(0, 1200)}\n  ${describeDraft(draft)}`);
  }
  expect(failures.length, `${failures.length} of ${made.length} fail\n\n${failures.slice(0, 3).join('\n\n')}\n`).toBe(
    0,
  );
}

describe.each([...LAYOUTS, 'mixed'] as const)('drafts in %s', (layout) => {
  const options: DraftOptions = layout === 'mixed' ? {} : { layout };
  it.each(Object.keys(JUDGES) as Property[])('%s', (property) => expectAll(property, drafts(options)));
});

describe.each(LAYOUTS)('drafts in %s with blanks', (layout) => {
  it.each(['recovered', 'silent', 'oneWrong'] as const)('%s', (property) =>
    expectAll(property, drafts({ layout, blanks: true }, Math.ceil(COUNT / 2))),
  );
});

describe.each(LAYOUTS)('drafts in %s with columns in another order', (layout) => {
  it.each(['recovered', 'silent', 'oneWrong'] as const)('%s', (property) =>
    expectAll(property, drafts({ layout, moved: true, noise: false }, Math.ceil(COUNT / 2))),
  );
});

describe('the generator', () => {
  const all = LAYOUTS.flatMap((layout) => drafts({ layout }, 8));

  it('makes the same draft of the same seed, and another of another', () => {
    expect(generateDraft(7, { layout: 'gfm' }).text).toBe(generateDraft(7, { layout: 'gfm' }).text);
    expect(generateDraft(7, { layout: 'gfm' }).text).not.toBe(generateDraft(8, { layout: 'gfm' }).text);
  });

  it('makes balanced tables', () => {
    for (const { values, form, seed } of all) {
      const get = (row: string, column: string): number => values.get(`requests.${row}.${column}`) ?? 0;
      for (const { id: column } of REQUEST_COLUMNS) {
        const handled = resultRows(form).reduce((sum, row) => sum + get(row, column), 0);
        expect(get('handledTotal', column), `seed ${seed}`).toBe(handled);
        expect(get('newlyReceived', column) + get('carriedIn', column), `seed ${seed}`).toBe(
          handled + get('carriedForward', column),
        );
      }
      for (const { id: row } of requestLeaves(form)) {
        const applicants = REQUEST_COLUMNS.slice(0, 6).reduce((sum, column) => sum + get(row, column.id), 0);
        expect(get(row, 'total'), `seed ${seed}`).toBe(applicants);
      }
      for (const block of ['review', 'directSuit', 'suitAfterReview']) {
        const part = (column: string): number => values.get(`disputes.${block}.${column}`) ?? 0;
        expect(part('total')).toBe(part('upheld') + part('corrected') + part('other') + part('pending'));
      }
    }
  });

  it('knows where each number stands', () => {
    for (const draft of all) {
      expect(draft.cells.size).toBe([...draft.values.values()].filter((value) => value !== null).length);
      for (const mark of draft.cells.values()) expect(draft.text.slice(mark.start, mark.end)).toBe(mark.text);
      for (const section of draft.sections)
        expect(draft.text.slice(section.start, section.start + 8)).toMatch(/[一二三四五六]/);
    }
  });

  it('changes only the cells it says', () => {
    for (const draft of all) {
      const { text, cell, found, expected } = mutateCell(draft, 3);
      const mark = draft.cells.get(cell);
      expect(found).not.toBe(expected);
      expect(mark?.value).toBe(expected);
      expect(text.startsWith(draft.text.slice(0, mark?.start))).toBe(true);
      expect(text.endsWith(draft.text.slice(mark?.end))).toBe(true);
      expect(mutateTwoCells(draft, 3).changes).toHaveLength(2);
    }
  });

  it('leaves out only what it says', () => {
    for (const draft of all) {
      const lacks = (text: string): void => expect(text.length).toBeLessThan(draft.text.length);
      lacks(dropSection(draft, 3).text);
      lacks(dropTable(draft, 3).text);
      const cut = truncateTable(draft, 3);
      lacks(cut.text);
      for (const name of cut.draft.cells.keys()) {
        expect(cut.rows.some((row) => name.startsWith(`requests.${row}.`))).toBe(false);
      }
      const { row, draft: without } = dropRow(draft, 3);
      expect(draft.cells.size - without.cells.size).toBe(7);
      expect([...without.cells.keys()].some((name) => name.startsWith(`requests.${row}.`))).toBe(false);
    }
  });

  it('uses every kind of noise', () => {
    const used = new Set(all.flatMap((draft) => draft.noise));
    expect(NOISE.filter((name) => !used.has(name))).toEqual([]);
  });
});
