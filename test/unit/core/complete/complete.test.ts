/** What is offered at a cursor, marked ‸ in the draft, and above all where nothing is. */
import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  checkReport,
  citedNumbers,
  complete,
  parseReport,
  type Suggestion,
} from '../../../../server/src/core';
import { newDraft } from '../../../../server/src/core/edit/skeleton';
import { fixture, LAYOUT_NAMES } from '../fixtures/fixture';
import { type Edit, edit } from '../support/draft';

const CURSOR = '‸';

/** What is offered at the cursor of a fixture that edits have put there. */
function at(edits: readonly Edit[], layout: (typeof LAYOUT_NAMES)[number] = 'gfm', base = fixture(layout, '2021')) {
  const marked = edit(base, edits);
  const offset = marked.indexOf(CURSOR);
  if (offset < 0 || marked.indexOf(CURSOR, offset + 1) >= 0) throw new Error('one cursor is needed');
  const text = marked.replace(CURSOR, '');
  const found = complete(parseReport(text), offset, () => citedNumbers([text]));
  return {
    text,
    found,
    labels: found.map((s) => s.label),
    /** The draft after one of them was taken. */
    take(label: string): string {
      const one = found.find((s) => s.label === label) as Suggestion;
      return applyEdits(text, [{ range: one.range, newText: one.text }]);
    },
  };
}

const ROW = '|  |  | 2.重复申请 | 15 | 25 | 10 | 13 | 0 | 14 | 77 |\n';
const LEAD = '　　2022年，本机关把信息公开与日常工作一同部署、一同检查，各项任务按期完成。';

describe('in prose', () => {
  it.each([
    '　　2022年，本机关‸把信息公开',
    '　　2022年，本机关把信息公开‸',
    '　　全‸',
    '　　县政府办公室‸',
    '　　一、‸本机关',
    '　　本机关在城乡、‸',
    '　　第#‸',
    '　　公开率（见|‸）',
    '　　上年',
  ])('%s: nothing', (words) => {
    expect(at([[LEAD, words.includes(CURSOR) ? words : `${words}${CURSOR}`]]).labels).toEqual([]);
  });

  it('every place of a whole draft outside of tables and line starts is left alone', () => {
    const { text } = newDraft({ organisation: '双桥镇人民政府', year: 2024, level: 'township' });
    const report = parseReport(text);
    for (const { range } of report.sections.flatMap((s) => s.paragraphs)) {
      for (let i = range.start + 1; i < range.end; i++)
        expect(complete(report, i), text.slice(range.start, i)).toEqual([]);
    }
  });

  it('offsets outside of the text give nothing', () => {
    const report = parseReport(fixture('gfm', '2021'));
    for (const offset of [-1, report.text.length + 1, Number.NaN]) expect(complete(report, offset)).toEqual([]);
  });
});

describe('headings', () => {
  const without = (heading: string, put: string): Edit[] => [[`## ${heading}`, put]];

  it('the next that is missing comes first, the others follow', () => {
    const { labels } = at([
      ['## 四、政府信息公开行政复议、行政诉讼情况', '‸'],
      ['## 六、其他需要报告的事项', ''],
    ]);
    expect(labels.filter((l) => /^.、/.test(l))).toEqual([
      '四、政府信息公开行政复议、行政诉讼情况',
      '四、政府信息公开行政复议、行政诉讼情况（含表格）',
      '六、其他需要报告的事项',
      '六、其他需要报告的事项（含提示）',
    ]);
  });

  it.each(['五', '五、', '五、存在', '#', '## ', '## 五、', '**五、'])('behind %s', (typed) => {
    const { found, take } = at(without('五、存在的主要问题及改进情况', `${typed}‸`));
    const [first] = found;
    expect(first?.label).toBe('五、存在的主要问题及改进情况');
    expect(first?.filter.startsWith(typed)).toBe(true);
    expect(take('五、存在的主要问题及改进情况')).toContain('\n## 五、存在的主要问题及改进情况\n');
  });

  it('a whole draft lacks none', () => {
    expect(at([[LEAD, '‸']]).found.filter((s) => s.kind === 'section')).toEqual([]);
    expect(at([[LEAD, '四、‸']]).found).toEqual([]);
  });

  it('in an empty document all six, the marks that were typed kept', () => {
    const report = parseReport('# ');
    const found = complete(report, 2);
    expect(found.filter((s) => s.kind === 'section').map((s) => s.text)).toEqual([
      '# 一、总体情况',
      '# 二、主动公开政府信息情况',
      '# 三、收到和处理政府信息公开申请情况',
      '# 四、政府信息公开行政复议、行政诉讼情况',
      '# 五、存在的主要问题及改进情况',
      '# 六、其他需要报告的事项',
    ]);
  });

  it('the table that a section lacks', () => {
    const base = fixture('gfm', '2021').replace(/\| 行政复议[\s\S]*?\n\n/, '‸\n\n');
    const { labels, take } = at([], 'gfm', base);
    expect(labels[0]).toBe('行政复议、行政诉讼情况表');
    const report = parseReport(take('行政复议、行政诉讼情况表'));
    expect(report.tables.find((t) => t.id === 'disputes')?.cells.size).toBe(15);
  });
});

describe('rows of a table', () => {
  it.each(['', '|', '| ', '|  |  | ', '|  |  | 2.重', '| 2.重复'])('the missing row behind “%s”', (typed) => {
    const { found, take } = at([[ROW, `${typed}‸\n`]]);
    expect(found[0]).toMatchObject({ kind: 'row', label: '2.重复申请' });
    expect(found[0]?.filter.startsWith(typed)).toBe(true);
    const report = parseReport(take('2.重复申请'));
    const table = report.tables.find((t) => t.id === 'requests');
    expect(table?.gaps).toEqual([]);
    expect(table?.cells.size).toBe(175);
    expect(table?.cells.get('requests.notProcessed.repeated.total')?.value).toBe(0);
  });

  it('in columns by tabs, below the last row', () => {
    const base = fixture('tabs', '2021');
    const { found, take } = at([['四、结转下年度继续办理\t10\t13\t38\t15\t57\t44\t177', '‸']], 'tabs', base);
    expect(found.map((s) => s.label)).toContain('四、结转下年度继续办理');
    const table = parseReport(take('四、结转下年度继续办理')).tables.find((t) => t.id === 'requests');
    expect(table?.cells.get('requests.carriedForward.total')?.value).toBe(0);
    expect(table?.cells.size).toBe(175);
  });

  it('a block brings its header with it', () => {
    const base = fixture('gfm', '2021').replace(/\| 第二十条第（八）项[\s\S]*?5068\.35.*\n/, '‸\n');
    const { take } = at([], 'gfm', base);
    const report = parseReport(take('行政事业性收费'));
    expect(report.tables[0]?.gaps).toEqual([]);
    expect(report.text).toContain('本年收费金额（单位：万元）');
  });

  it('a whole table lacks none, and below it a heading can begin', () => {
    expect(at([[ROW, `${ROW}‸`]]).found.filter((s) => s.kind === 'row')).toEqual([]);
    const below = at([['\n\n## 三、收到和处理政府信息公开申请情况', '\n‸\n']]);
    expect(below.labels[0]).toBe('三、收到和处理政府信息公开申请情况');
  });

  it('the label of a column that the header lacks', () => {
    const { labels } = at([
      ['| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |', '| 信息内容 | 本年制发件数 | ‸ | 现行有效件数 |'],
    ]);
    expect(labels).toEqual(['本年废止件数']);
  });
});

describe('the value that balances', () => {
  const with_ = (cell: string) => at([[ROW, ROW.replace('| 77 |', cell)]]);

  it.each([['| 76‸ |'], ['| ‸76 |'], ['| 7‸6 |']])('of a wrong total: %s', (cell) => {
    const { found, take } = with_(cell);
    expect(found.map((s) => s.label)).toEqual(['77']);
    expect(found[0]?.detail.zh).toContain('与其余各格都相符');
    expect(found[0]?.detail.zh).toContain('15 + 25 + 10 + 13 + 0 + 14 = 77');
    expect(found[0]?.filter).toBe('76');
    expect(checkReport(parseReport(take('77'))).filter((f) => f.rule.startsWith('balance'))).toEqual([]);
  });

  it.each([['|  ‸|'], ['| ‸ |'], ['|‸|']])('of a blank total: %s', (cell) => {
    const { labels, take } = with_(cell);
    expect(labels[0]).toBe('77');
    expect(take('77')).toMatch(/2\.重复申请 .*\|\s*77\s*\|/);
  });

  it('in the other layouts', () => {
    expect(
      at([['2.重复申请\t15\t25\t10\t13\t0\t14\t77', '2.重复申请\t15\t25\t10\t13\t0\t14\t7‸']], 'tabs').labels,
    ).toEqual(['77']);
    expect(
      at([['2.重复申请   15   25   10   13   0   14   77', '2.重复申请   15   25   10   13   0   14   7‸']], 'spaces')
        .labels,
    ).toEqual(['77']);
  });

  it('nothing where the number is right, or nothing is known of it', () => {
    expect(with_('| 77‸ |').labels).toEqual([]);
    expect(at([['| 规章 | 2 |', '| 规章 | ‸ |']]).labels).toEqual([]);
  });

  it('a table that was not begun has nothing to balance', () => {
    const blank = fixture('gfm', '2021').replace(/(?<=\| )[\d,.]+(?= \|)/g, '');
    const marked = blank.replace('2.重复申请 |', '2.重复申请 |‸');
    const offset = marked.indexOf(CURSOR);
    expect(complete(parseReport(marked.replace(CURSOR, '')), offset)).toEqual([]);
  });
});

describe('standard sentences', () => {
  it('of the section on an empty line, those that are there left out', () => {
    const { found } = at([['　　本年度未收取信息处理费，没有其他需要报告的事项。', '‸']]);
    expect(found.map((s) => s.kind)).toEqual(found.map(() => 'sentence'));
    expect(found[0]?.text).toContain('信息处理费');
    expect(found[0]?.snippet).toMatch(/\$\{1:【/);
    const again = at([['　　本年度未收取信息处理费，没有其他需要报告的事项。', `${found[1]?.text}\n\n　　‸`]]);
    expect(again.labels).not.toContain(found[1]?.label);
  });

  it('behind its first characters, the indent kept', () => {
    const { found, take } = at([[LEAD, '　　全年主动‸']]);
    expect(found).toHaveLength(1);
    expect(take(found[0]?.label ?? '')).toContain('\n　　全年主动公开政府信息【填写数量】条');
  });

  it('with the year and the form of the report', () => {
    const { found } = at([['本报告数据统计期限为2022年1月1日至2022年12月31日。', '\n\n本报告所列‸']]);
    expect(found[0]?.text).toContain('自2022年1月1日起');
    const old = at([['　　无。', '‸']], 'gfm', fixture('gfm', '2019'));
    expect(old.found.some((s) => s.text.includes('信息处理费'))).toBe(false);
  });
});

describe('document numbers', () => {
  it('behind 〔, those that drafts cite', () => {
    const { labels } = at([[LEAD, `${LEAD}按照云政办〔2022〕8号，‸`.replace('，‸', '和〔‸〕')]]);
    expect(labels).toEqual(
      expect.arrayContaining(['云政办〔2022〕8号', '国办公开办函〔2021〕30号', '国办公开办函〔2019〕60号']),
    );
  });

  it('where the issuer is written, its numbers alone, and the closing bracket is taken along', () => {
    const { labels, take } = at([[LEAD, '按照国办公开办函〔20‸〕执行。']]);
    expect(labels.sort()).toEqual(['国办公开办函〔2019〕60号', '国办公开办函〔2021〕30号']);
    expect(take('国办公开办函〔2021〕30号')).toContain('按照国办公开办函〔2021〕30号执行。');
  });

  it('a bracket that is closed is none', () => {
    expect(at([[LEAD, '按照国办公开办函〔2021〕‸30号']]).found).toEqual([]);
  });
});

it('answers anywhere in any draft, in time', () => {
  for (const name of LAYOUT_NAMES) {
    const report = parseReport(fixture(name, '2021'));
    complete(report, 0);
    const start = performance.now();
    let count = 0;
    for (let offset = 0; offset <= report.text.length; offset += 7) {
      for (const s of complete(report, offset)) {
        expect(s.range.start).toBeLessThanOrEqual(offset);
        expect(s.range.end).toBeGreaterThanOrEqual(offset);
      }
      count++;
    }
    expect((performance.now() - start) / count, name).toBeLessThan(5);
  }
});
