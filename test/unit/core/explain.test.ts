/** What is said about a place of a draft: words, meaning, identities with the numbers that are there. */
import { describe, expect, test } from 'vitest';
import {
  type Explanation,
  equation,
  explainPlace,
  findCitations,
  parseReport,
  placeAt,
  sumsOf,
  tableSums,
} from '../../../server/src/core';
import { cellValues, FORMS, fixture, LAYOUT_NAMES } from './fixtures/fixture';
import { locate } from './support/draft';

function explain(text: string, pattern: string | RegExp): Explanation {
  const report = parseReport(text);
  const place = placeAt(report, locate(text, pattern).start);
  if (!place) throw new Error(`nothing stands at ${pattern}`);
  return explainPlace(report, place);
}

function requests(text: string) {
  const table = parseReport(text).tables.find(({ id }) => id === 'requests');
  if (!table) throw new Error('no table of requests');
  return table;
}

describe.each(FORMS)('form of %s', (form) => {
  test.each(LAYOUT_NAMES)('%s: all identities hold, parts on the left of their total', (layout) => {
    const values = new Map([...cellValues(form, 'requests'), ...cellValues(form, 'disputes')]);
    const sums = parseReport(fixture(layout, form)).tables.flatMap(tableSums);
    // two a column of table 3, one a row of it, three of table 4
    expect(sums).toHaveLength(7 * 2 + (form === '2019' ? 23 : 25) + 3);
    for (const sum of sums) {
      const side = (addends: typeof sum.left): number =>
        addends.reduce((n, { cell }) => n + (values.get(cell) ?? 0), 0);
      expect(side(sum.left)).toBe(side(sum.right));
      expect(sum.amount).toBe(side(sum.left));
      expect(sum.off).toBe(0);
      if (sum.total !== null) expect(sum.right.map(({ cell }) => cell)).toEqual([sum.total]);
    }
  });
});

test('a wrong cell: its identities in numbers, and what it should be', () => {
  const text = fixture('gfm', '2021');
  const row = locate(text, /^.*（一）予以公开.*$/);
  const cells = text.slice(row.start, row.end).split('|');
  const was = Number(cells[4]);
  cells[4] = ` ${was + 3} `;
  const wrong = text.slice(0, row.start) + cells.join('|') + text.slice(row.end);
  const table = requests(wrong);
  const [byRow, byColumn] = sumsOf(table, 'requests.granted.naturalPerson');
  expect(byRow?.off).toBe(3);
  expect(equation(byRow as NonNullable<typeof byRow>)).toMatch(new RegExp(`^${was + 3} \\+ .* ≠ \\d+$`));
  expect(byColumn).toMatchObject({
    rule: 'balance/requests-handled',
    off: 3,
    total: 'requests.handledTotal.naturalPerson',
  });
  const report = parseReport(wrong);
  const place = placeAt(report, table.cells.get('requests.granted.naturalPerson')?.range.start ?? -1);
  expect(place && explainPlace(report, place)).toMatchObject({
    title: { zh: '“予以公开”行“自然人”列', en: 'row “予以公开”, column “自然人”' },
    expected: was,
    meanings: [{ source: { zh: '《政府信息公开条例》第三十六条第（一）、（二）项' } }],
  });
});

test('what cannot be summed up makes no sum; what is not there makes a bound', () => {
  const truncated = fixture('gfm', '2021')
    .split('\n')
    .filter((line) => !/（七）总计|四、结转下年度/.test(line))
    .join('\n');
  const kinds = new Set(tableSums(requests(truncated)).map(({ kind, per }) => `${per} ${kind}`));
  expect(kinds).toEqual(new Set(['row equal', 'column atLeast']));
  const bound = tableSums(requests(truncated)).find(({ kind }) => kind === 'atLeast');
  expect(bound && equation(bound)).toContain('≥');
});

test('long sums leave out what counts for nothing', () => {
  const sum = tableSums(requests(fixture('gfm', '2021'))).find(({ rule }) => rule === 'balance/requests-handled');
  expect(sum?.left.length).toBeGreaterThan(20);
  expect(sum && equation(sum)).not.toMatch(/(^| )0( |$)/);
});

test('row labels, columns and groups', () => {
  const text = fixture('gfm', '2021');
  expect(explain(text, /1\.属于国家秘密/)).toMatchObject({
    title: { zh: '“不予公开·属于国家秘密”行' },
    meanings: [{ source: { zh: '《政府信息公开条例》第十四条' } }],
    sums: [{ per: 'row', of: 'refused.stateSecret' }],
  });
  const column = explain(text, /商业企业/);
  expect(column.title.zh).toBe('“商业企业”列');
  expect(column.sums.map(({ rule }) => rule)).toEqual(['balance/requests-identity', 'balance/requests-handled']);
  expect(explain(text, /未经复议直接起诉/).title.zh).toBe('“未经复议直接起诉”');
  expect(explain(text, /第二十条第（一）项/).meanings).toHaveLength(1);
});

test('sections: as the form has them, what they must contain, the notice', () => {
  expect(explain(fixture('gfm', '2021'), '## ⟨六⟩、其他需要报告的事项')).toMatchObject({
    title: { zh: '六、其他需要报告的事项' },
    notice: '国办公开办函〔2021〕30号',
    meanings: [{ text: { zh: expect.stringContaining('信息处理费') } }],
  });
  const older = explain(fixture('gfm', '2019'), '## ⟨六⟩、其他需要报告的事项');
  expect(older.notice).toBe('国办公开办函〔2019〕60号');
  expect(older.meanings[0]?.text.zh).not.toContain('信息处理费');
});

test('citations, in any width, and none in what only sounds like one', () => {
  const text =
    '根据《中华人民共和国政府信息公开条例》（国务院令第７１１号），参照《政府信息公开条例》解读，依《条例》和国务院令第492号。';
  expect(findCitations(text).map(({ range }) => text.slice(range.start, range.end))).toEqual([
    '《中华人民共和国政府信息公开条例》',
    '国务院令第７１１号',
    '《政府信息公开条例》',
  ]);
});
