/** Table 3 in the form's order under headers drawn in other ways: every number stays in its column, nothing is said. */
import { describe, expect, it } from 'vitest';
import { checkReport, parseReport } from '../../../../server/src/core';
import { fixture } from '../fixtures/fixture';
import { describeFinding } from '../support/draft';

const DRAFT = fixture('gfm', '2021');
const IDS = [
  'naturalPerson',
  'company',
  'researchInstitution',
  'publicWelfareOrganisation',
  'legalServiceOrganisation',
  'otherOrganisation',
  'total',
] as const;
const KINDS = ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'];
const LABELS = ['自然人', ...KINDS, '总计'];
const CORNER = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';

interface Row {
  readonly id: string;
  readonly label: string;
  readonly values: readonly number[];
}

const ROWS: readonly Row[] = parseReport(DRAFT)
  .tables.filter((t) => t.id === 'requests')
  .flatMap((t) =>
    t.rows.map((r) => ({
      id: r.id,
      label: r.label?.text ?? '',
      values: IDS.map((c) => t.cells.get(`requests.${r.id}.${c}`)?.value ?? 0),
    })),
  );

/** How a layout draws rows of cells. */
const DRAW: Readonly<Record<string, (rows: readonly (readonly string[])[]) => string>> = {
  gfm: (rows) => {
    const width = Math.max(...rows.map((r) => r.length));
    const lines = rows.map((r) => `| ${[...r, ...Array(width - r.length).fill('')].join(' | ')} |`);
    return [lines[0], `|${' --- |'.repeat(width)}`, ...lines.slice(1)].join('\n');
  },
  pipes: (rows) => rows.map((r) => r.join(' | ')).join('\n'),
  tabs: (rows) => rows.map((r) => r.join('\t')).join('\n'),
  cells: (rows) => rows.map((r) => r.map((c) => `\t${c}`).join('\n')).join('\n\n'),
  lines: (rows) => rows.map((r) => r.filter((c) => c !== '').join('\n\n')).join('\n\n'),
  spaces: (rows) => rows.map((r) => r.filter((c) => c !== '').join('  ')).join('\n'),
  html: (rows) =>
    `<table>\n${rows.map((r) => `<tr>${r.map((c) => `<td>${c}</td>`).join('')}</tr>`).join('\n')}\n</table>`,
};

interface Head {
  readonly head: readonly (readonly string[])[];
  /** The cells of a row, where they are not label and numbers. */
  readonly row?: (row: Row, index: number) => readonly (string | number)[];
  /** The header comes again before this row. */
  readonly again?: number;
  /** Layouts in which this cannot be told apart. */
  readonly not?: readonly string[];
}

const organisations = ({ values }: Row): number => values.slice(1, 6).reduce((sum, n) => sum + n, 0);
const behind =
  (cell: (row: Row, index: number) => string | number) =>
  (row: Row, index: number): (string | number)[] => [row.label, ...row.values, cell(row, index)];
const flat = [['项目', ...LABELS]];
const tall = [
  [CORNER, '申请人情况', '', '', '', '', '', ''],
  ['', '自然人', '法人或其他组织', '', '', '', '', '总计'],
  ['', '', ...KINDS, ''],
];

const HEADS: Readonly<Record<string, Head>> = {
  'as printed': { head: tall },
  'in one line': { head: flat },
  'not at all': { head: [] },
  'with merged cells gone': { head: [[CORNER, '申请人情况'], ['自然人', '法人或其他组织', '总计'], KINDS] },
  'with merged cells repeated': {
    head: [
      ['项目', ...Array(7).fill('申请人情况')],
      ['项目', '自然人', ...Array(5).fill('法人或其他组织'), '总计'],
      ['项目', ...LABELS],
    ],
  },
  'with the total beside all': {
    head: [
      ['项目', '申请人情况', '', '', '', '', '', '总计'],
      ['', '自然人', '法人或其他组织', '', '', '', '', ''],
      tall[2] ?? [],
    ],
  },
  'with the groups below': {
    head: [
      ['', ...LABELS],
      ['申请人情况', '', '法人或其他组织', '', '', '', '', ''],
    ],
  },
  'without the kinds of organisations': { head: [['项目', ...(tall[1]?.slice(1) ?? [])]] },
  'with nothing but those': { head: [tall[2] ?? []] },
  'again in the middle': { head: flat, again: 10 },
  'again in the middle, as printed': { head: tall, again: 20 },
  '合计 for the total': { head: [['项目', ...LABELS.slice(0, 6), '合计']] },
  '小计 for the total': { head: [['项目', ...LABELS.slice(0, 6), '小计']] },
  'a number over each column': { head: [...flat, ['栏次', '1', '2', '3', '4', '5', '6', '7']] },
  'a unit below': { head: [...flat, ['单位：件', '', '', '', '', '', '', '']] },
  'units behind': { head: [['项目', ...LABELS.map((l) => `${l}（件）`)]] },
  'two labels in one': { head: [['项目', '自然人', ...KINDS.map((k) => `法人或其他组织（${k}）`), '总计']] },
  'a group that is misspelt': {
    head: [tall[0] ?? [], ['', '自然人', '法人和其它机构', '', '', '', '', '总计'], tall[2] ?? []],
  },
  // serial numbers on lines of their own are numbers like any other
  'serial numbers': {
    head: [['序号', '项目', ...LABELS]],
    row: (r, i) => [i + 1, r.label, ...r.values],
    not: ['lines'],
  },
  remarks: { head: [['项目', ...LABELS, '备注']], row: behind((_, i) => (i === 4 ? '同比略增' : '')) },
  'remarks, blank': { head: [['项目', ...LABELS, '备注']], row: behind(() => '') },
  'remarks before the numbers': { head: [['项目', '备注', ...LABELS]], row: (r) => [r.label, '', ...r.values] },
  subtotals: {
    head: [['项目', '自然人', ...KINDS, '小计', '总计']],
    row: (r) => [r.label, ...r.values.slice(0, 6), organisations(r), r.values[6] ?? 0],
  },
  'subtotals called totals': {
    head: [['项目', '自然人', ...KINDS, '合计', '总计']],
    row: (r) => [r.label, ...r.values.slice(0, 6), organisations(r), r.values[6] ?? 0],
  },
  'subtotals first': {
    head: [['项目', '自然人', '小计', ...KINDS, '总计']],
    row: (r) => [r.label, r.values[0] ?? 0, organisations(r), ...r.values.slice(1)],
  },
  'last year behind': { head: [['项目', ...LABELS, '上年数']], row: behind((r) => (r.values[6] ?? 0) + 3) },
  'shares behind': { head: [['项目', ...LABELS, '同比']], row: behind((_, i) => `${i}.5%`) },
};

const from = DRAFT.indexOf('\n', DRAFT.indexOf('## 三、')) + 1;
const to = DRAFT.indexOf('## 四、');

describe.each(Object.keys(DRAW))('%s', (layout) => {
  it.each(Object.entries(HEADS).filter(([, h]) => !h.not?.includes(layout)))('%s', (_, { head, row, again }) => {
    const body = ROWS.map((r, i) => (row?.(r, i) ?? [r.label, ...r.values]).map(String));
    const rows = again ? [...head, ...body.slice(0, again), ...head, ...body.slice(again)] : [...head, ...body];
    const text = `${DRAFT.slice(0, from)}\n${DRAW[layout]?.(rows)}\n\n${DRAFT.slice(to)}`;
    const report = parseReport(text);
    const table = report.tables.find((t) => t.id === 'requests');
    const read = ROWS.map((r) => [r.id, IDS.map((c) => table?.cells.get(`requests.${r.id}.${c}`)?.value)]);
    expect(read).toEqual(ROWS.map((r) => [r.id, r.values]));
    const label = /^(?:“小计”|“法人和其它机构”)/;
    const found = checkReport(report).filter((f) => !(f.rule === 'table/label' && label.test(f.message.zh)));
    expect(found.map((f) => describeFinding(text, f))).toEqual([]);
  });
});

it('a label over disputes that is half of another one tells nothing', () => {
  const text = fixture('cells', '2021')
    .replace('\n\t行政复议\n', '\n\t复议\n')
    .replace('\n\t复议后起诉\n', '\n\t复议后\n');
  expect(text).not.toContain('\t复议后起诉');
  const values = (t: string): unknown =>
    parseReport(t)
      .tables.filter((x) => x.id === 'disputes')
      .map((x) => [...x.cells].map(([name, c]) => [name, c.value]));
  expect(values(text)).toEqual(values(fixture('cells', '2021')));
});
