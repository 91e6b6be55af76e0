/** The balance/* rules as a reader sees them: which cell, which words, and no finding twice. */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../../server/src/core';
import type { Form, LayoutName } from '../fixtures/fixture';
import { type Edit, type Expected, edited, expectFindings } from '../support/draft';

/** Asserts the findings on a changed fixture: exactly these. `more` asserts what else is known of the first. */
function check(
  name: string,
  [layout, form]: readonly [LayoutName, Form],
  edits: readonly Edit[],
  expected: readonly Expected[],
  more?: (first: Finding | undefined) => void,
): void {
  it(`${name} (${layout}-${form})`, () => {
    const found = expectFindings(edited(layout, form, edits), expected);
    more?.(found[0]);
  });
}

const GFM = ['gfm', '2021'] as const;
const OLD = ['gfm', '2019'] as const;

describe('balance/requests-row', () => {
  check(
    'a result',
    GFM,
    [['| 2167 |', '| 2176 |']],
    [['balance/requests-row', 'error', '| ⟨2176⟩ |', '予以公开', '自然人', '2176', '2167']],
    (first) => {
      expect(first?.suspect).toEqual({ cell: 'requests.granted.naturalPerson', found: 2176, expected: 2167 });
      expect(first?.table).toBe('requests');
      expect(first?.cells).toHaveLength(7);
      expect(first?.cells).toContain('requests.granted.total');
      expect(first?.related?.length).toBeGreaterThan(3);
    },
  );
  check(
    'a row total',
    OLD,
    [['| 2784 |', '| 2748 |']],
    [['balance/requests-row', 'error', '| ⟨2748⟩ |', '本年新收政府信息公开申请数量', '总计', '2748', '2784']],
  );
  check(
    'the total of all',
    GFM,
    [['| 3409 |', '| 3490 |']],
    [['balance/requests-row', 'error', '| ⟨3490⟩ |', '3490', '3409', '总计']],
  );
  check(
    'one in every layout',
    ['lines', '2021'],
    [['2742', '2724']],
    [['balance/requests-row', 'error', '2724', '2724', '2742', '自然人']],
  );
  check('in tabs', ['tabs', '2019'], [['2267', '2276']], [['balance/requests-row', 'error', '2276', '2267']]);
  check('in cells', ['cells', '2021'], [['2426', '2462']], [['balance/requests-row', 'error', '2462', '2426']]);
  check('in HTML', ['html', '2019'], [['1218', '1281']], [['balance/requests-row', 'error', '1281', '1218']]);
  check('in a PDF', ['spaces', '2019'], [['2846', '2864']], [['balance/requests-row', 'error', '2864', '2846']]);
  check(
    'without outer pipes',
    ['pipes', '2021'],
    [['3458', '3485']],
    [['balance/requests-row', 'error', '3485', '3458']],
  );
  check('in full width', GFM, [['| 2167 |', '| ２１７６ |']], [['balance/requests-row', 'error', '２１７６', '2167']]);
  check(
    'two wrong cells, two findings',
    GFM,
    [
      ['| 2167 |', '| 2176 |'],
      ['| 3458 |', '| 3457 |'],
    ],
    [
      ['balance/requests-row', 'error', '| ⟨3457⟩ |', '3457', '3458'],
      ['balance/requests-row', 'error', '| ⟨2176⟩ |', '2176', '2167'],
    ],
  );
  check(
    'says nothing of sums: blanks are zero',
    GFM,
    [['| 7 | 0 | 0 | 0 | 6 | 0 | 13 |', '| 7 |  | / |  | 6 |  | 13 |']],
    [['table/blank', 'warning', '⟨2742⟩', '3 个空格']],
  );
  check(
    'says nothing: the same number written otherwise',
    GFM,
    [
      ['| 2742 |', '| 2,742件 |'],
      ['| 3458 |', '| ３４５８ |'],
    ],
    [],
  );
  check('says nothing: a note in brackets', GFM, [['| 2742 |', '| 2742（含网上 1800 件） |']], []);
});

describe('balance/requests-identity', () => {
  // one column and the totals moved alike: rows hold, so nobody can tell which of 一, 二, 四 is wrong
  check(
    'two columns of 一 moved against each other',
    GFM,
    [['| 2742 | 249 |', '| 2743 | 248 |']],
    [
      ['balance/requests-identity', 'error', '⟨2782⟩', '自然人', '2793', '2792'],
      ['balance/requests-identity', 'error', '| 2782 | ⟨237⟩ |', '商业企业', '249', '250'],
    ],
  );
  check(
    'a number moved with its total',
    OLD,
    [['| 49 | 9 | 18 | 25 | 24 | 49 | 174 |', '| 50 | 9 | 18 | 25 | 24 | 49 | 175 |']],
    [['balance/requests-identity', 'error', '⟨2315⟩', '自然人', '2317', '2316']],
  );
  check(
    'says nothing: the identity of the corner holds by column',
    GFM,
    [
      ['| 2742 | 249 | 73 | 99 | 176 | 119 | 3458 |', '| 2743 | 249 | 73 | 99 | 176 | 119 | 3459 |'],
      ['| 10 | 13 | 38 | 15 | 57 | 44 | 177 |', '| 11 | 13 | 38 | 15 | 57 | 44 | 178 |'],
    ],
    [],
  );
  check('says nothing: table 4 is no part of it', GFM, [['| 24 | 8 | 5 | 3 | 40 |', '| 0 | 0 | 0 | 0 | 0 |']], []);
  check(
    'says nothing: 58 requests in the text are somebody else’s',
    GFM,
    [['申请渠道畅通，', '全县共收到申请58件，申请渠道畅通，']],
    [],
  );
});

describe('balance/requests-handled', () => {
  check(
    'a result moved with its total',
    GFM,
    [['| 2167 | 154 | 9 | 22 | 61 | 13 | 2426 |', '| 2168 | 154 | 9 | 22 | 61 | 13 | 2427 |']],
    [['balance/requests-handled', 'error', '⟨2782⟩', '自然人', '2783', '2782']],
  );
  check(
    'results that compensate are nobody’s fault',
    OLD,
    [
      ['| 1043 | 86 | 17 | 5 | 38 | 29 | 1218 |', '| 1044 | 86 | 17 | 5 | 38 | 29 | 1219 |'],
      ['| 338 | 0 | 20 | 0 | 0 | 0 | 358 |', '| 337 | 0 | 20 | 0 | 0 | 0 | 357 |'],
    ],
    [],
  );
  check(
    'says nothing: 小计 is not counted twice',
    GFM,
    [['|  | （四）无法提供 |', '|  |  | 小计 | 507 | 26 | 18 | 21 | 26 | 26 | 624 |\n|  | （四）无法提供 |']],
    [],
  );
});

describe('balance/disputes', () => {
  check(
    'a block',
    GFM,
    [['| 24 | 8 | 5 | 3 | 40 |', '| 24 | 8 | 5 | 3 | 41 |']],
    [['balance/disputes', 'error', '| ⟨41⟩ |', '行政复议', '40', '41']],
    (first) => expect(first?.cells).toHaveLength(5),
  );
  check(
    'the last block',
    OLD,
    [['| 6 | 0 | 1 | 9 | 16 |', '| 6 | 0 | 1 | 9 | 61 |']],
    [['balance/disputes', 'error', '| ⟨61⟩ |', '复议后起诉', '16', '61']],
  );
  check(
    'two blocks, two findings',
    OLD,
    [
      ['| 11 | 4 | 3 | 2 | 20 |', '| 11 | 4 | 3 | 2 | 21 |'],
      ['| 6 | 0 | 1 | 9 | 16 |', '| 6 | 0 | 1 | 9 | 61 |'],
    ],
    [
      ['balance/disputes', 'error', '| ⟨21⟩ |', '行政复议', '20', '21'],
      ['balance/disputes', 'error', '| ⟨61⟩ |', '复议后起诉', '16'],
    ],
  );
  check(
    'says nothing: suits after reviews need not be reviews',
    GFM,
    [['| 24 | 8 | 5 | 3 | 40 |', '| 0 | 0 | 0 | 0 | 0 |']],
    [],
  );
  check(
    'says nothing: more disputes than requests',
    GFM,
    [['| 24 | 8 | 5 | 3 | 40 |', '| 9024 | 8 | 5 | 3 | 9040 |']],
    [],
  );
});

describe('balance/proactive', () => {
  check(
    'fewer in all than new',
    OLD,
    [['| 217 | 208 |  | 1904 |', '| 217 | 208 |  | 190 |']],
    [['balance/proactive', 'warning', '| ⟨190⟩ |', '规范性文件', '190', '208']],
  );
  check(
    'more struck off than there were',
    OLD,
    [['| 减4 |', '| 减58 |']],
    [['balance/proactive', 'warning', '| ⟨减58⟩ |', '58', '57']],
  );
  check('says nothing: as many', OLD, [['| 217 | 208 |  | 1904 |', '| 217 | 208 |  | 208 |']], []);
  check('says nothing: more disclosed than made', OLD, [['| 217 | 208 |  | 1904 |', '| 17 | 208 |  | 1904 |']], []);
  check('says nothing: all struck off', OLD, [['| 减4 |', '| 减57 |']], []);
  check('says nothing: more repealed than issued (2021)', GFM, [['| 129 | 83 | 1571 |', '| 1 | 83 | 1571 |']], []);
  check('says nothing: fewer in force than issued (2021)', GFM, [['| 129 | 83 | 1571 |', '| 129 | 83 | 46 |']], []);
  check('says nothing: fees are no information fees', GFM, [['| 5068.35 |', '| 0 |']], []);
});

describe('settings', () => {
  it('are told by name', async () => {
    const { checkReport, parseReport } = await import('../../../../server/src/core');
    const report = parseReport(edited('gfm', '2021', [['| 2167 |', '| 2176 |']]));
    const severity = (wish: 'off' | 'hint' | 'default'): string[] =>
      checkReport(report, { severity: { 'balance/requests-row': wish, 'no/such': 'error' } }).map((f) => f.severity);
    expect(severity('off')).toEqual([]);
    expect(severity('hint')).toEqual(['hint']);
    expect(severity('default')).toEqual(['error']);
  });
});
