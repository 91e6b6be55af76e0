/** Tables as the text of web pages has them: what is read, and what nobody could read and is said to be so. */
import { describe, expect, it } from 'vitest';
import { checkReport, parseReport, type Table, type TableId } from '../../../../server/src/core';
import { cellValues, fixture, LAYOUT_NAMES } from '../fixtures/fixture';

const HEAD = '某市某局2023年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n';

function tableOf(text: string, id: TableId): Table {
  const table = parseReport(text).tables.find((t) => t.id === id);
  if (!table) throw new Error(`no ${id}`);
  return table;
}

/** What the cells of some rows of table 2 read as. */
function read(text: string, ...rows: readonly string[]): (number | null)[] {
  const { cells } = tableOf(text, 'proactive');
  return [...cells.values()].filter((c) => rows.includes(c.row)).map((c) => c.value);
}

const findings = (text: string, family = 'table/'): string[] =>
  checkReport(parseReport(text))
    .filter((f) => f.rule.startsWith(family))
    .map((f) => `${f.rule} ${f.message.zh}`);

/** Table 2 of 2021 with pipes behind the cells; short rows are filled up. */
const ROWS = `第二十条第（一）项 | |||
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
规章 | 0 | 0 | 0 |
行政规范性文件 | 2 | 1 | 8 |
第二十条第（五）项 | |||
信息内容 | 本年处理决定数量 | ||
行政许可 | 5 | ||
第二十条第（六）项 | |||
信息内容 | 本年处理决定数量 | ||
行政处罚 | 3 | ||
行政强制 | 0 | ||
第二十条第（八）项 | |||
信息内容 | 本年收费金额（单位：万元） | ||
行政事业性收费 | 1.5 |
`;
/** The same with one cell a line. */
const CELLS = ROWS.replace(/ \| ?/g, ' |\n').replace(/\n\n/g, '\n');

describe('bare pipes at the end of a row', () => {
  it.each([
    ['in rows', ROWS],
    ['one cell a line', CELLS],
  ])('fill it up and are no cells, %s', (_, table) => {
    expect(tableOf(HEAD + table, 'proactive').gaps).toEqual([]);
    expect(read(HEAD + table, 'rules', 'normativeDocuments', 'licences')).toEqual([0, 0, 0, 2, 1, 8, 5]);
    expect(findings(HEAD + table)).toEqual([]);
  });

  it.each([
    ['in rows', ROWS.replace('| 2 | 1 | 8 |', '| 2 | ||')],
    ['one cell a line', CELLS.replace('2 |\n1 |\n8 |', '2 |\n||')],
  ])('do not tell which of the numbers before them is missing, %s', (_, table) => {
    expect(tableOf(HEAD + table, 'proactive').gaps).toMatchObject([
      { kind: 'ambiguous', rows: ['normativeDocuments'] },
    ]);
    expect(findings(HEAD + table, 'table/incomplete')).toEqual([
      expect.stringContaining('“行政规范性文件”的数字个数与列数不符，分不清哪个数在哪一列'),
    ]);
  });

  it.each([
    ['in rows', ROWS.replace('| 2 | 1 | 8 |', '| |||')],
    ['one cell a line', CELLS.replace('2 |\n1 |\n8 |', '|||')],
  ])('are the blanks of a row that has no number, %s', (_, table) => {
    expect(tableOf(HEAD + table, 'proactive').gaps).toEqual([]);
    expect(read(HEAD + table, 'normativeDocuments')).toEqual([null, null, null]);
  });

  it('are blank cells where they also stand between numbers', () => {
    const table = ROWS.replace('| 2 | 1 | 8 |', '| 2 ||8|').replace('| 0 | 0 | 0 |', '| 4 | ||');
    expect(read(HEAD + table, 'rules', 'normativeDocuments')).toEqual([4, null, null, 2, null, 8]);
  });
});

describe('one cell a line with pipes', () => {
  it('a blank cell is its pipe', () => {
    const table = CELLS.replace('2 |\n1 |\n8 |', '2 |\n|\n8 |');
    const { cells } = tableOf(HEAD + table, 'proactive');
    const blank = cells.get('proactive.normativeDocuments.repealed');
    expect(read(HEAD + table, 'normativeDocuments')).toEqual([2, null, 8]);
    expect((HEAD + table).slice(blank?.range.start).startsWith('|\n8 |')).toBe(true);
  });

  it('furniture of a page between the cells is no part of them', () => {
    const text = fixture('barred', '2021').replace(
      '行政处罚 |',
      '— 3 —\n某市某局2021年政府信息公开工作年度报告\n行政处罚 |',
    );
    for (const [name, value] of cellValues('2021', 'proactive'))
      expect(tableOf(text, 'proactive').cells.get(name)?.value, name).toBe(value);
  });

  it.each([
    ['the first cell stands above the first pipe', '|\n'],
    ['or over two lines', '\n|\n'],
  ])('%s', (_, behind) => {
    const table = ROWS.replace(/ \| ?/g, '\n|\n').replace(/\n\n/g, '\n');
    const text =
      HEAD + table.replace('第二十条第（一）项\n|\n', `第二十条${behind === '|\n' ? '' : '\n'}第（一）项\n|\n`);
    const { range, layout } = tableOf(text, 'proactive');
    expect(layout).toBe('barred');
    expect(range.start).toBe(HEAD.length);
    expect(text.slice(range.end)).toBe('\n');
  });

  it('rows with some lone numbers are rows', () => {
    const table = `${ROWS}\n3\n\n4\n\n|\n`;
    expect(tableOf(HEAD + table, 'proactive').layout).toBe('pipes');
  });

  it('a heading ends it, and what stands behind is another table', () => {
    const text = fixture('barred', '2019');
    expect(parseReport(text).tables.map((t) => [t.id, t.layout])).toEqual([
      ['proactive', 'barred'],
      ['requests', 'barred'],
      ['disputes', 'barred'],
    ]);
  });
});

describe('labels and numbers with nothing between them', () => {
  const glued = ROWS.replace(/[ |]/g, '');

  it('zeros and single numbers are read, others are not guessed', () => {
    expect(read(HEAD + glued, 'rules', 'licences', 'penalties', 'fees')).toEqual([0, 0, 0, 5, 3, 1.5]);
    expect(findings(HEAD + glued)).toEqual([
      'table/incomplete “行政规范性文件”的数字个数与列数不符，分不清哪个数在哪一列；空格请填 0',
    ]);
  });

  it('a sentence that ends in a number is none', () => {
    expect(parseReport(`${HEAD}全年制定行政规范性文件2\n公开行政许可15\n`).tables).toEqual([]);
  });
});

describe('a table of both forms', () => {
  it('is read by the form that leaves the least out', () => {
    const text = fixture('padded', '2021')
      .replace('本年制发件数', '本年新制作数量')
      .replace('本年废止件数', '本年新公开数量')
      .replace('现行有效件数', '对外公开总数量')
      .replace('行政规范性文件', '规范性文件')
      .replace('行政强制 |', '行政强制措施 |');
    const table = tableOf(text, 'proactive');
    expect([table.form, table.gaps]).toEqual(['2021', []]);
    expect(findings(text, 'table/form')).toEqual([]);
  });

  it('that is all blank is of the form whose rows it has', () => {
    const blank = (t: string): string => t.replace(/(?<=[|\n]\s*)[\d,.]+(?=\s*(?:万?元)?\s*\|)/g, '');
    const text = blank(fixture('padded', '2019').replaceAll('2020年', '2022年'));
    expect(tableOf(text, 'requests')).toMatchObject({ form: '2019', gaps: [] });
    const without = blank(fixture('padded', '2021')).replace(/^.*2\.重复申请.*\n/m, '');
    expect(tableOf(without, 'requests')).toMatchObject({ form: '2021', gaps: [{ rows: ['notProcessed.repeated'] }] });
  });
});

it('a row that its author divided is said to be unclear, and its label no number', () => {
  const text = fixture('padded', '2019').replace(
    /^(\| 其他对外管理服务事项) \|(.*)$/m,
    '$1 | 行政检查 |$2\n| 行政确认 |$2',
  );
  expect(tableOf(text, 'proactive').gaps).toMatchObject([{ kind: 'ambiguous', rows: ['otherManagement'] }]);
  expect(findings(text, 'table/value')).toEqual([]);
});

describe('a note in brackets behind a label', () => {
  const NOTE =
    '（含行政确认、行政奖励、行政裁决、行政给付、行政检查、行政征收和其他类，以及公共服务事项，不含行政许可、行政处罚、行政强制，按事项数填写，没有的填0，数字由业务科室提供）';
  const noted = (text: string, note: string): string =>
    text
      .replace(/其他对外管理服务事项/, `$&${note}`)
      .replace(/^(.*)规章/m, '$1规章(设区的市填写)')
      .replaceAll('上一年项目数量', '上一年项目数量（指2019年）')
      .replace('1.属于国家秘密', '1.属于国家秘密（由保密部门审核）');

  it.each(LAYOUT_NAMES)('is no fault, and hides no row: %s', (layout) => {
    // a page breaks a label that long
    const note = layout === 'spaces' ? '（含行政确认）' : NOTE;
    const text = noted(fixture(layout, '2019'), note);
    expect(text).toContain(note);
    for (const id of ['proactive', 'requests'] as const) {
      const { cells, gaps } = tableOf(text, id);
      expect([...cells].map(([name, { value }]) => [name, value])).toEqual([...cellValues('2019', id)]);
      expect(gaps).toEqual([]);
    }
    expect(findings(text)).toEqual(findings(fixture(layout, '2019')));
  });

  it('a sentence that ends in brackets is no label, and ends the table', () => {
    const text = `${HEAD}${ROWS}\n行政许可（不含备案）的办理依法公开，行政处罚（含简易程序）全部公开，${'公开的内容包括处罚的依据、种类、结果和日期，'.repeat(3)}行政强制（全年）\n行政许可 | 9 | ||\n`;
    expect(read(text, 'licences')).toEqual([5]);
  });
});
