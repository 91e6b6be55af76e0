/** Ways to mend a number of the text that is not that of the table. */
import { describe, expect, it } from 'vitest';
import { applyEdits, checkReport, fixesFor, parseReport } from '../../../../server/src/core';
import { edited, expectFindings } from '../support/draft';

const LEAD = '　　2022年，本机关把信息公开与日常工作一同部署、一同检查，各项任务按期完成。';
const with_ = (words: string): string => edited('gfm', '2021', [[LEAD, words]]);

describe('the number of a sentence for the table', () => {
  const cells = (text: string): Record<string, string> => {
    const report = parseReport(text);
    return Object.fromEntries(
      checkReport(report)
        .filter((f) => f.rule === 'prose/table')
        .flatMap((f) => fixesFor(report, f))
        .filter((f) => f.kind === 'prose/cell')
        .map((f) => [`${f.title.zh}${f.preferred ? '，首选' : ''}`, applyEdits(text, f.edits)]),
    );
  };

  it('a cell of no identity: in the unit of the cell, behind the number for the text', () => {
    const text = with_('全年行政事业性收费5608.35万元。');
    const after = text.replace('5068.35', '5608.35');
    expect(cells(text)).toEqual({ '把表格中“行政事业性收费”行“本年收费金额”列改为 5608.35': after });
    expectFindings(after, []);
    const report = parseReport(text);
    const [preferred, other] = checkReport(report).flatMap((f) => fixesFor(report, f));
    expect([preferred?.title.zh, preferred?.preferred]).toEqual(['正文改为表格的数：5068.35', true]);
    expect([other?.kind, other?.preferred]).toEqual(['prose/cell', false]);
    expect(cells(with_('全年行政事业性收费56083500元。'))).toEqual({
      '把表格中“行政事业性收费”行“本年收费金额”列改为 5608.35': expect.stringContaining('| 5608.35 |'),
    });
  });

  it('a cell that makes a table balance which two changes explain as well', () => {
    const right = with_('2022年，新收政府信息公开申请3458件。');
    const report = parseReport(right);
    const wrong = ['requests.newlyReceived.total', 'requests.carriedForward.company'].map((name) => {
      const cell = report.tables.find((t) => t.id === 'requests')?.cells.get(name);
      if (!cell) throw new Error(name);
      return { range: cell.digits, newText: String((cell.value ?? 0) + 1) };
    });
    const text = applyEdits(right, wrong);
    const [[title, after] = ['', '']] = Object.entries(cells(text));
    expect(title).toBe('把表格中“本年新收政府信息公开申请数量”行“总计”列改为 3458');
    expect(after).toBe(applyEdits(right, wrong.slice(1)));
  });

  it.each([
    ['the table balances as it is', '新收政府信息公开申请3485件。'],
    ['it is only about so much', '全年行政事业性收费约5800万元。'],
    ['a sum of several cells', '2022年，予以公开和部分公开政府信息公开申请共12件。'],
  ])('not where %s', (_, words) => {
    expect(checkReport(parseReport(with_(words))).map((f) => f.rule)).toEqual(['prose/table']);
    expect(cells(with_(words))).toEqual({});
  });
});
