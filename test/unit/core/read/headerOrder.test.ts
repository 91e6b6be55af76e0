/** Columns go by the labels over them: in another order, with columns of the author's own, or not to be told apart. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkReport, parseReport } from '../../../../server/src/core';

const DRAFT = readFileSync(new URL('../fixtures/gfm-2021.txt', import.meta.url), 'utf8');
const VALUES = values(DRAFT);

function values(text: string): Record<string, number | null> {
  const tables = parseReport(text).tables;
  return Object.fromEntries(tables.flatMap((t) => [...t.cells].map(([name, cell]) => [name, cell.value])));
}

function serious(text: string): string[] {
  return checkReport(parseReport(text))
    .filter((f) => f.severity === 'error' || f.severity === 'warning')
    .map((f) => `${f.rule} ${f.message.zh}`);
}

/** The draft with the cells of every row of a table put in another order. */
function rows(heading: string, change: (cells: string[], row: number) => string[]): string {
  const from = DRAFT.indexOf(heading);
  const to = DRAFT.indexOf('\n## ', from);
  let row = 0;
  const table = DRAFT.slice(from, to).replace(/^\|(.*)\|$/gm, (_, cells: string) => {
    return `|${change(cells.split('|'), row++).join('|')}|`;
  });
  return DRAFT.slice(0, from) + table + DRAFT.slice(to);
}

const swap = (cells: string[], a: number, b: number): string[] => {
  const all = [...cells];
  [all[a], all[b]] = [all[b] as string, all[a] as string];
  return all;
};

describe('columns in another order', () => {
  const last = (cells: string[]): number => cells.length - 1;

  it('table 3, the total first', () => {
    const text = rows('## 三、', (cells) => {
      const at = last(cells) - 6;
      return [...cells.slice(0, at), cells[last(cells)] as string, ...cells.slice(at, -1)];
    });
    expect(values(text)).toEqual(VALUES);
    expect(serious(text)).toEqual([]);
  });

  it('table 3, two kinds of organisations', () => {
    const text = rows('## 三、', (cells) => swap(cells, last(cells) - 4, last(cells) - 1));
    expect(text).not.toBe(DRAFT);
    expect(values(text)).toEqual(VALUES);
  });

  it('table 4, suits before reviews', () => {
    const text = rows('## 四、', (cells) => [...cells.slice(5), ...cells.slice(0, 5)]);
    expect(text).not.toBe(DRAFT);
    expect(values(text)).toEqual(VALUES);
    expect(serious(text)).toEqual([]);
  });

  it('table 4, the total before its parts in each group', () => {
    const text = rows('## 四、', (cells, row) =>
      row < 4 ? cells : [0, 5, 10].flatMap((at) => [cells[at + 4] as string, ...cells.slice(at, at + 4)]),
    ).replace(/(\| 结果维持 \| 结果纠正 \| 其他结果 \| 尚未审结 )(\| 总计 )/g, '$2$1');
    expect(text).not.toBe(DRAFT);
    expect(values(text)).toEqual(VALUES);
  });

  it('table 2, within a block', () => {
    const text = DRAFT.replace(/本年制发件数(\s*)\|(\s*)本年废止件数/, '本年废止件数$1|$2本年制发件数');
    expect(text).not.toBe(DRAFT);
    const read = values(text);
    expect(read['proactive.rules.issued']).toBe(VALUES['proactive.rules.repealed']);
    expect(read['proactive.rules.repealed']).toBe(VALUES['proactive.rules.issued']);
  });
});

describe('columns that the form does not have', () => {
  it.each(['同比下降', '若干'])('remarks behind the total, with words in some rows: %s', (words) => {
    const text = rows('## 三、', (cells, row) => [
      ...cells,
      row === 0 ? ' 备注 ' : row === 1 ? ' --- ' : row === 6 ? ` ${words} ` : ' ',
    ]);
    expect(values(text)).toEqual(VALUES);
    expect(serious(text)).toEqual([]);
  });
});

describe('columns that cannot be told apart', () => {
  it('is said, and no number is guessed', () => {
    const text = DRAFT.replace('科研机构', '甲类')
      .replace('社会公益组织', '乙类')
      .replace(/(商业企业)(.*)(其他)(?= \|)/, '$3$2$1');
    expect(text).not.toBe(DRAFT);
    const found = serious(text);
    expect(found.filter((f) => f.startsWith('table/incomplete'))).toEqual([expect.stringContaining('写全列名')]);
    expect(found.filter((f) => f.startsWith('balance/requests'))).toEqual([]);
    expect(Object.keys(values(text)).some((name) => name.startsWith('requests.'))).toBe(false);
  });
});

describe('labels that say nothing against the form’s order', () => {
  const spaced = readFileSync(new URL('../fixtures/spaces-2021.txt', import.meta.url), 'utf8');
  const head = /^.*自然人.*$/m;

  it('a header drawn over several lines, the label over others first', () => {
    const text = spaced.replace(head, '法人或其他组织\n总计\n自然人');
    expect(values(text)).toEqual(values(spaced));
  });

  it('a label in pieces of which one is a label itself', () => {
    const lines = readFileSync(new URL('../fixtures/lines-2021.txt', import.meta.url), 'utf8');
    const text = lines.replace(/法人或其他组织/, '法人或\n\n其他\n\n组织');
    expect(text).not.toBe(lines);
    expect(values(text)).toEqual(values(lines));
  });
});
