import { describe, expect, it } from 'vitest';
import { applyEdits, parseReport } from '../../../../server/src/core';
import { type Block, pasteBlock, readBlock } from '../../../../server/src/core/edit/pasteBlock';
import { placesAt, selectionOf, valueGrid } from '../../../../server/src/core/edit/valueGrid';
import { FORMS, fixture, LAYOUT_NAMES } from '../fixtures/fixture';
import { locate } from '../support/draft';
import { drafts } from './support';

/** The text with a block pasted at a cell, by the name of the cell. */
function paste(text: string, name: string, block: Block): string | null {
  const report = parseReport(text);
  const cell = report.tables.find((t) => t.cells.has(name))?.cells.get(name);
  if (!cell) throw new Error(name);
  const edits = pasteBlock(report, cell.range.start, block);
  return edits && applyEdits(text, edits);
}

/** What cells of a text hold, by name. */
function cells(text: string | null, ...names: string[]): (string | undefined)[] {
  if (text === null) throw new Error('not pasted');
  const { tables } = parseReport(text);
  return names.map((name) => tables.find((t) => t.cells.has(name))?.cells.get(name)?.text);
}

const all = (text: string) =>
  new Map(parseReport(text).tables.flatMap((t) => [...t.cells].map(([n, c]) => [n, c.text])));
const BLOCK = [
  ['901', '902'],
  ['903', '904'],
];
const CASES = LAYOUT_NAMES.flatMap((layout) => FORMS.map((form) => [layout, form] as const));

describe.each(CASES)('into %s %s', (layout, form) => {
  const text = fixture(layout, form);

  it('fills the cells to the right and down, and changes no other', () => {
    const out = paste(text, 'requests.newlyReceived.company', BLOCK);
    const expected = all(text);
    expected.set('requests.newlyReceived.company', '901').set('requests.newlyReceived.researchInstitution', '902');
    expected.set('requests.carriedIn.company', '903').set('requests.carriedIn.researchInstitution', '904');
    expect(all(out ?? '')).toEqual(expected);
  });

  it('with the whole of a table fills the whole of it', () => {
    const grid = valueGrid(parseReport(text), parseReport(text).tables[1]?.range.start ?? 0);
    const numbers = grid?.rows.map((row, r) => row.map((_, c) => String(1000 + r * 10 + c))) ?? [];
    const out = paste(text, 'requests.newlyReceived.naturalPerson', numbers);
    const read = parseReport(out ?? '').tables[1];
    expect([...(read?.cells.values() ?? [])].map((c) => c.text)).toEqual(numbers.flat());
  });

  it('fits nothing that is wider or longer than the table', () => {
    expect(paste(text, 'requests.newlyReceived.total', BLOCK)).toBeNull();
    expect(paste(text, 'requests.carriedForward.naturalPerson', BLOCK)).toBeNull();
  });
});

describe('a block', () => {
  const text = fixture('gfm', '2021');

  it('with header and labels fills the rows of its labels, from their first cell', () => {
    const block = [
      ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
      ['规章', '5', '6', '1,234'],
      ['行政规范性文件', '7', '8', '52 件'],
      ['第二十条第（五）项', '', '', ''],
      ['信息内容', '本年处理决定数量', '', ''],
      ['行政许可', '9', '', ''],
    ];
    const names = ['rules.inForce', 'normativeDocuments.issued', 'normativeDocuments.inForce', 'licences.decisions'];
    const out = paste(text, 'proactive.rules.repealed', block);
    expect(cells(out, ...names.map((n) => `proactive.${n}`))).toEqual(['1,234', '7', '52 件', '9']);
    expect(out).toContain('| 第二十条第（五）项 |');
  });

  it('with labels of other rows fits nowhere', () => {
    const block = [['行政规范性文件', '7', '8', '9']];
    expect(paste(text, 'proactive.rules.issued', block)).toBeNull();
    expect(
      cells(paste(text, 'proactive.normativeDocuments.issued', block), 'proactive.normativeDocuments.repealed'),
    ).toEqual(['8']);
  });

  it('with words where a number stands fits nowhere', () => {
    expect(paste(text, 'proactive.rules.issued', [['5', '若干']])).toBeNull();
    expect(paste(text, 'proactive.rules.issued', [['甲', '乙']])).toBeNull();
  });

  it('empties cells only where a blank cell leaves a trace', () => {
    const block = [['5', '', '6']];
    expect(cells(paste(text, 'proactive.rules.issued', block), 'proactive.rules.repealed')).toEqual(['']);
    expect(paste(fixture('lines', '2021'), 'proactive.rules.issued', block)).toBeNull();
  });

  it('pasted outside of any table fits nowhere', () => {
    expect(pasteBlock(parseReport(text), 3, BLOCK)).toBeNull();
    expect(pasteBlock(parseReport(text), text.length + 5, BLOCK)).toBeNull();
  });

  it('pasted on the label of a row begins at its first cell', () => {
    const at = locate(text, '二、上年结转政府信息公开申请数量').start + 2;
    const edits = pasteBlock(parseReport(text), at, [['41', '42']]) ?? [];
    expect(cells(applyEdits(text, edits), 'requests.carriedIn.naturalPerson', 'requests.carriedIn.company')).toEqual([
      '41',
      '42',
    ]);
  });

  it('that is the same changes nothing', () => {
    expect(paste(text, 'proactive.rules.issued', [['2', '1', '34']])).toBe(text);
  });
});

describe('what is on the clipboard', () => {
  it.each<[string, string | null, string, Block | null]>([
    [
      'tabs',
      null,
      '1\t2\r\n3\t4\r\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'a blank at the end',
      null,
      '1\t\n2\t3',
      [
        ['1', ''],
        ['2', '3'],
      ],
    ],
    ['a column', null, '1\n2\n', [['1'], ['2']]],
    ['quoted line breaks', null, '"规\n章"\t"a""b"\n', [['规章', 'a"b']]],
    ['one cell', null, '12', null],
    ['nothing', null, '', null],
    [
      'Excel',
      '<html><head><style>td{color:#000}</style></head><body><table><!--StartFragment--><col width=72><tr height=19><td class=xl65 align=right>1,234</td><td>&nbsp;</td></tr><tr><td>3</td><td x:num>4</td></tr><!--EndFragment--></table></body></html>',
      '1,234\t\n3\t4',
      [
        ['1,234', ''],
        ['3', '4'],
      ],
    ],
    [
      'Word and WPS',
      '<table border=0><tbody><tr><td rowspan=2><p class=MsoNormal><span lang=EN-US>行政<o:p></o:p></span></p></td><td colspan="2"><p>5</p></td></tr><tr><td><p>6</p></td><td><p>7</p></td></tr></tbody></table>',
      '',
      [
        ['行政', '5', ''],
        ['', '6', '7'],
      ],
    ],
    ['HTML without a table', '<p>1</p>', '1\t2', [['1', '2']]],
    ['broken HTML', '<table><tr><td>1<td>2', '', [['1', '2']]],
    ['more than a table of the form can have', null, '1\t'.repeat(6000), null],
  ])('%s', (_, html, text, expected) => expect(readBlock(html, text)).toEqual(expected));
});

describe('the grid of a table', () => {
  it.each(CASES)('%s %s: every cell at its place', (layout, form) => {
    const report = parseReport(fixture(layout, form));
    for (const table of report.tables) {
      const grid = valueGrid(report, table.range.start);
      expect(grid?.rows.flat().length).toBe(table.cells.size);
      grid?.rows.forEach((row, r) => {
        row.forEach((cell, column) => {
          expect(placesAt(report.text, grid, cell.range.end).current).toEqual({ row: r, column });
        });
      });
    }
  });

  it('of drafts of every kind has each place once, in the order of the text within a row', () => {
    for (const draft of drafts(3, { blanks: true })) {
      const report = parseReport(draft.text);
      for (const table of report.tables) {
        const places = valueGrid(report, table.range.start)?.rows.map((row) => row.map((c) => c.range.start)) ?? [];
        expect(new Set(places.flat()).size).toBe(places.flat().length);
        for (const row of places) expect([...row].sort((a, b) => a - b)).toEqual(row);
      }
    }
  }, 60_000);

  it('goes to the next cell from a label, and to the place of a number between pipes', () => {
    const text = fixture('gfm', '2021').replace('| 规章 | 2 |', '| 规章 |  |');
    const report = parseReport(text);
    const grid = valueGrid(report, locate(text, '| 规章 ').start);
    if (!grid) throw new Error('no grid');
    expect(placesAt(text, grid, locate(text, '| ⟨规⟩章 ').start)).toEqual({
      current: null,
      next: { row: 0, column: 0 },
    });
    const cell = grid.rows[0]?.[0];
    const at = locate(text, '| 规章 |⟨⟩  |').start;
    expect(cell && selectionOf(text, cell)).toEqual({ start: at + 1, end: at + 1 });
  });
});
