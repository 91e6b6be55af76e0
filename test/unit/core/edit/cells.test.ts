/** Numbers put into cells: as the cell writes numbers, at the place where its layout has it, and nothing else. */
import { describe, expect, it } from 'vitest';
import { applyEdits, parseReport, type Table, type TableId } from '../../../../server/src/core';
import { setCells, writeLike } from '../../../../server/src/core/edit/cells';
import { Composition } from '../../../../server/src/core/edit/compose';
import { numberMeant } from '../../../../server/src/core/edit/tableFixes';
import { FORMS, fixture, LAYOUT_NAMES } from '../fixtures/fixture';

function tableIn(text: string, id: TableId = 'requests'): { report: ReturnType<typeof parseReport>; table: Table } {
  const report = parseReport(text);
  return { report, table: report.tables.find((t) => t.id === id) as Table };
}

function set(text: string, values: Readonly<Record<string, number>>, id: TableId = 'requests'): string {
  const { report, table } = tableIn(text, id);
  const edits = setCells(report, table, new Map(Object.entries(values)));
  return applyEdits(text, edits ?? []);
}

describe('a number is written as the one before', () => {
  it.each([
    [17, '16', '17'],
    [17, '１６', '１７'],
    [12345, '1,234', '12,345'],
    [999, '1,000', '999'],
    [1234, '12', '1234'],
    [1234, '１，０００', '１，２３４'],
    [2.5, '３．１', '２．５'],
  ])('%d like %s is %s', (value, like, expected) => expect(writeLike(value, like)).toBe(expected));
});

describe.each(LAYOUT_NAMES.flatMap((layout) => FORMS.map((form) => [layout, form] as const)))(
  '%s %s',
  (layout, form) => {
    const text = fixture(layout, form);

    it('changes the digits of a number only', () => {
      const { report, table } = tableIn(text);
      for (const cell of table.cells.values()) {
        const changed = applyEdits(text, setCells(report, table, new Map([[cell.name, 987654]])) ?? []);
        expect(changed).toBe(`${text.slice(0, cell.digits.start)}987654${text.slice(cell.digits.end)}`);
      }
    });
  },
);

// without a frame a blank cannot be told in every row, and a test of fixes sees to the rows where it can
describe.each(['gfm', 'tabs', 'cells', 'html', 'padded', 'barred'] as const)('%s', (layout) => {
  it('fills a blank so that everything is read where it was', () => {
    const text = fixture(layout, '2021');
    const { table } = tableIn(text);
    const all = [...table.cells].map(([name, { value }]) => [name, value] as const);
    for (const column of ['company', 'otherOrganisation']) {
      const name = `requests.refused.stateSecret.${column}`;
      const { range } = table.cells.get(name) as { range: { start: number; end: number } };
      const blank = text.slice(0, range.start) + text.slice(range.end);
      expect(tableIn(blank).table.cells.get(name)?.kind).toBe('blank');
      const after = tableIn(set(blank, { [name]: 41 })).table.cells;
      expect([...after].map(([n, { value }]) => [n, value])).toEqual(all.map(([n, v]) => [n, n === name ? 41 : v]));
    }
  });
});

describe('blanks', () => {
  const row = (line: string): string => fixture('gfm', '2021').replace(/\|.*2\.其他法律行政法规禁止公开.*\|/, line);
  const names = (...columns: string[]): Record<string, number> =>
    Object.fromEntries(columns.map((c) => [`requests.refused.otherLaw.${c}`, 0]));

  it.each([
    ['|  |  | 2.其他法律行政法规禁止公开 | 38 |  | 0 | 0 | 0 | 0 | 38 |', ' 38 | 0 | 0 |'],
    ['|  |  | 2.其他法律行政法规禁止公开 | 38 || 0 | 0 | 0 | 0 | 38 |', ' 38 | 0 | 0 |'],
    ['|  |  | 2.其他法律行政法规禁止公开 | 38 | | 0 | 0 | 0 | 0 | 38 |', ' 38 | 0 | 0 |'],
    ['|  |  | 2.其他法律行政法规禁止公开 | 38 |      | 0 | 0 | 0 | 0 | 38 |', ' 38 |    0 | 0 |'],
  ])('%s', (line, expected) => expect(set(row(line), names('company'))).toContain(expected));

  it('whose tabs an editor took from the end of a line come back with them', () => {
    const text = fixture('tabs', '2021');
    const label = '6.属于四类过程性信息';
    const cut = text.replace(new RegExp(`(${label})(\\t0){7}`), '$1');
    expect(cut).not.toBe(text);
    const { table } = tableIn(cut);
    const blank = [...table.cells.keys()].filter((name) => name.startsWith('requests.refused.processInformation.'));
    expect(blank).toHaveLength(7);
    expect(set(cut, Object.fromEntries(blank.map((name) => [name, 0])))).toBe(text);
  });

  it('of cells with a line each, too', () => {
    const text = fixture('cells', '2021');
    const cut = text.replace(/(\t2\.其他法律行政法规禁止公开\n\t38\n\t0\n)\t0\n/, '$1\t  \n');
    expect(cut).not.toBe(text);
    expect(set(cut, names('researchInstitution'))).toBe(
      text.replace(/(\t2\.其他法律行政法规禁止公开\n\t38\n\t0\n)\t0\n/, '$1\t  0\n'),
    );
  });
});

describe('a blank that is a pipe with a line of its own', () => {
  it.each([
    ['behind its number', '2021', 'proactive.rules.repealed'],
    ['on a line behind it', '2019', 'proactive.rules.disclosed'],
  ] as const)('%s', (_, form, name) => {
    const text = fixture('barred', form);
    const cell = tableIn(text, 'proactive').table.cells.get(name);
    if (!cell) throw new Error('no cell');
    const blank = text.slice(0, cell.range.start) + text.slice(text.indexOf('|', cell.range.end));
    expect(tableIn(blank, 'proactive').table.cells.get(name)?.kind).toBe('blank');
    const filled = set(blank, { [name]: cell.value ?? 0 }, 'proactive');
    expect(filled.replace(/ +$/gm, '')).toBe(text.replace(/ +$/gm, ''));
  });
});

describe('words that can only mean one number', () => {
  it.each([
    ['1O', 10],
    ['l2', 12],
    ['2〇', 20],
    ['十二', 12],
    ['二十', 20],
    ['一百零五', 105],
    ['两件', 2],
    ['三千二百', 3200],
    ['一万二千', 12000],
  ])('%s is %d', (words, value) => expect(numberMeant(words)).toBe(value));

  it.each(['若干', '约30', '30余', '数十', '二三十', '不详', '十几', '一百百', 'O', '-3', '合计'])(
    '%s is none',
    (words) => expect(numberMeant(words)).toBeNull(),
  );
});

describe('changes one after the other', () => {
  it('are one set of edits of the first text, and touch nothing else', () => {
    let text = '一二三四五六七八九十';
    const first = text;
    const all = new Composition(text.length);
    const steps = [
      [{ range: { start: 2, end: 4 }, newText: 'ABCDE' }],
      [
        { range: { start: 3, end: 5 }, newText: '' },
        { range: { start: 9, end: 9 }, newText: '-' },
      ],
      [
        { range: { start: 0, end: 1 }, newText: '' },
        { range: { start: 1, end: 2 }, newText: 'xy' },
      ],
      [{ range: { start: 12, end: 12 }, newText: '!' }],
    ];
    for (const edits of steps) {
      all.add(edits);
      text = applyEdits(text, edits);
    }
    expect(applyEdits(first, all.edits())).toBe(text);
    expect(all.edits().reduce((n, { range }) => n + range.end - range.start, 0)).toBeLessThan(5);
    expect(new Composition(5).edits()).toEqual([]);
  });
});
