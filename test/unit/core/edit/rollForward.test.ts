/** Last year's draft becomes this year's: what is carried over, what is emptied, what is marked, and that nothing is lost. */
import { describe, expect, it } from 'vitest';
import { checkReport, parseReport } from '../../../../server/src/core';
import { placeholders, REVIEW } from '../../../../server/src/core/edit/placeholder';
import { rollForward } from '../../../../server/src/core/edit/rollForward';
import { newDraft } from '../../../../server/src/core/edit/skeleton';
import { cellSpecs, tableSpec } from '../../../../server/src/core/forms';
import type { Report } from '../../../../server/src/core/model';
import { cellValues, type Form, fixture, LAYOUT_NAMES, TABLES } from '../fixtures/fixture';
import { type Edit, edit } from '../support/draft';

const COLUMNS = [...new Set([...cellSpecs(tableSpec('2021', 'requests')).values()].map((c) => c.column.id))];

function rolled(text: string): { text: string; report: Report; notes: string; year: number } {
  const result = rollForward(parseReport(text));
  if (!result) throw new Error('not rolled');
  return { ...result, report: parseReport(result.text), notes: result.notes.map((n) => n.zh).join('\n') };
}

const prose = (report: Report): string[] =>
  [...report.preface, ...report.sections.flatMap((s) => s.paragraphs)].map((p) => p.text);

const CASES = LAYOUT_NAMES.flatMap((name) => (['2019', '2021'] as const).map((form) => [name, form] as const));

describe.each(CASES)('%s, form of %s', (name, form: Form) => {
  const text = fixture(name, form);
  const before = parseReport(text);
  const last = before.year?.value as number;
  const { report, notes, year, text: after } = rolled(text);

  it('is of the next year, in title and period, and after its form', () => {
    expect(year).toBe(last + 1);
    expect(report.year?.value).toBe(last + 1);
    expect(report.period).toMatchObject({ from: [last + 1, 1, 1], to: [last + 1, 12, 31] });
    expect(report.organisation?.text).toBe(before.organisation?.text);
    expect(report.form).toBe('2021');
    for (const table of report.tables) expect(table.form === null || table.form === '2021', table.id).toBe(true);
    // 二〇二二 stays in Chinese numerals
    const written = (r: Report) => /^\d/.test(r.text.slice(r.year?.range.start, r.year?.range.end));
    expect(written(report)).toBe(written(before));
  });

  it('carries 四 into 二 and empties every other cell', () => {
    const old = cellValues(form, 'requests');
    for (const id of TABLES) {
      const table = report.tables.find((t) => t.id === id);
      expect(table?.gaps, id).toEqual([]);
      expect([...(table?.cells.keys() ?? [])], id).toEqual([...cellSpecs(tableSpec('2021', id)).keys()]);
      for (const [cell, { value, text: own }] of table?.cells ?? []) {
        const column = cell.split('.').pop();
        if (cell.startsWith('requests.carriedIn.'))
          expect(value, cell).toBe(old.get(`requests.carriedForward.${column}`));
        else expect(own, cell).toBe('');
      }
    }
    expect(notes).toContain(COLUMNS.map((c) => old.get(`requests.carriedForward.${c}`)).join('、'));
  });

  it('has no fault but that its tables are blank', () => {
    const found = checkReport(report).filter((f) => f.severity === 'error' || f.severity === 'warning');
    const old = checkReport(before).filter((f) => f.severity === 'error' || f.severity === 'warning');
    // the new form asks for a sentence on fees, which only the author can write
    const allowed = new Set([...old.map((f) => f.rule), 'table/blank', 'prose/fee']);
    expect(found.filter((f) => !allowed.has(f.rule)).map((f) => `${f.rule} ${f.message.zh}`)).toEqual([]);
    expect(found.filter((f) => f.rule === 'table/blank')).toHaveLength(3);
  });

  it('keeps the text, and marks what last year stated', () => {
    const year = (words: string): string =>
      words
        .replaceAll(`${last}年1月1日`, `${last + 1}年1月1日`)
        .replaceAll(`${last}年12月31日`, `${last + 1}年12月31日`);
    expect(prose(report).map((p) => p.replaceAll(REVIEW, ''))).toEqual(prose(before).map(year));
    for (const marked of [`${last}年`, `${last + 1}年`, '2019年', '近30批', '约651万次', '58万多人', '两次']) {
      expect(after, marked).toContain(`${marked}${REVIEW}`);
    }
    for (const kept of ['第711号', '第五十条', '一是', '（一）', '六个部分', '1月1日', '12月31日']) {
      expect(after, kept).not.toContain(`${kept}${REVIEW}`);
    }
    expect(after.includes(`〔2019〕60号${REVIEW}`)).toBe(form === '2019');
    expect(after).not.toContain(`〔2021〕30号${REVIEW}`);
    expect(placeholders(after).every((p) => p.kind === 'review')).toBe(true);
    expect(notes).toContain(`${placeholders(after).length} 处标了`);
  });
});

it('a cell that is there is kept where the layout allows it, labels and all', () => {
  const text = fixture('html', '2021');
  const after = rolled(text).text;
  expect(after.replace(/\d+/g, '').length).toBeGreaterThan(text.replace(/[\d,.]+/g, '').length - 40);
  expect(rolled(fixture('spaces', '2021')).report.tables.map((t) => t.layout)).toEqual(['pipes', 'pipes', 'pipes']);
  expect(rolled(fixture('lines', '2021')).report.tables.map((t) => t.layout)).toEqual(['pipes', 'pipes', 'pipes']);
  expect(rolled(fixture('cells', '2021')).report.tables.map((t) => t.layout)).toEqual(['cells', 'cells', 'cells']);
});

it('from 2019 to 2020 the form stays, and so do the words of the table', () => {
  const text = fixture('gfm', '2019').replaceAll('2020年', '2019年').replace('规范性文件 |', '规 范 性 文 件 |');
  const { report, text: after } = rolled(text);
  expect(report.year?.value).toBe(2020);
  expect(report.tables.map((t) => t.readAs)).toEqual(['2019', '2019', '2019']);
  expect(report.tables[1]?.cells.get('requests.carriedIn.total')?.value).toBe(112);
  expect(after).toContain('规 范 性 文 件 |');
  expect(after).not.toContain('〔2019〕60号【核】');
});

it('CRLF stays CRLF', () => {
  for (const name of LAYOUT_NAMES) {
    expect(rolled(fixture(name, '2019').replaceAll('\n', '\r\n')).text).not.toMatch(/(?<!\r)\n/);
  }
});

it('year after year: the second roll carries nothing, and says so', () => {
  const once = rolled(fixture('gfm', '2021'));
  const twice = rolled(once.text);
  expect(twice.year).toBe(once.year + 1);
  expect(twice.notes).toContain('没有读到去年的');
  expect(twice.report.tables.flatMap((t) => [...t.cells.values()]).every((c) => c.kind === 'blank')).toBe(true);
  expect(twice.text).not.toContain(`${REVIEW}${REVIEW}`);
});

describe('what is a figure of last year and what is not', () => {
  const LEAD = '　　2022年，本机关把信息公开与日常工作一同部署、一同检查，各项任务按期完成。';
  const with_ = (words: string, ...more: Edit[]): string =>
    rolled(edit(fixture('gfm', '2021'), [[LEAD, words], ...more])).text;

  it.each([
    ['公开4286条，占12.5%。', '公开4286条【核】，占12.5%【核】。'],
    ['５月１２日召开会议3场，投入1,200万元。', '５月１２日【核】召开会议3场【核】，投入1,200万元【核】。'],
    ['印发《2022年政务公开工作要点》（云政办〔2022〕8号）。', '印发《2022年政务公开工作要点》（云政办〔2022〕8号）。'],
    ['按第20条和国务院令第711号办理。', '按第20条和国务院令第711号办理。'],
    ['1.做好公开。（2）做好解读。', '1.做好公开。（2）做好解读。'],
    ['12345政务服务热线受理35件。', '12345政务服务热线受理35件【核】。'],
    ['咨询电话0512-12345678，邮编215000。', '咨询电话0512-12345678，邮编215000。'],
    ['访问www.abc123.gov.cn，5G覆盖。', '访问www.abc123.gov.cn，5G覆盖。'],
    ['第三人提出，三次延期，一次办结。', '第三人提出，三次【核】延期，一次办结。'],
    ['统计期限为2022年1月1日至12月31日。', '统计期限为2023年1月1日至12月31日。'],
    ['市人大四次会议期间办理三件。', '市人大四次会议期间办理三件【核】。'],
    ['二〇二二年五月二日发布。', '二〇二二年五月二日【核】发布。'],
    ['2022-05-02发布；2022年【核】度。', '2022-05-02【核】发布；2022年【核】度。'],
  ])('%s', (words, expected) => {
    expect(with_(`　　${words}`)).toContain(`　　${expected}\n`);
  });

  it('a date of another year in the preface is marked, its own year goes on', () => {
    const text = edit(fixture('gfm', '2021'), [
      ['编制本报告。', '编制2022年度报告，于2023年1月20日公布，电话：0512-12345678。'],
    ]);
    expect(rolled(text).text).toContain('编制2023年度报告，于2023年1月20日【核】公布，电话：0512-12345678。');
  });
});

describe('drafts that something is missing from', () => {
  it('without a year there is no next one', () => {
    expect(rollForward(parseReport('一、总体情况\n\n没有年度。'))).toBeNull();
    expect(rollForward(parseReport(''))).toBeNull();
    expect(rollForward(parseReport('双桥镇人民政府2010年政府信息公开工作年度报告'))).toBeNull();
  });

  it('without tables the author is told', () => {
    const { notes, report } = rolled(
      '双桥镇人民政府2022年政府信息公开工作年度报告\n\n一、总体情况\n\n公开信息30条。\n',
    );
    expect(report.year?.value).toBe(2023);
    expect(notes).toContain('草稿里没有主动公开政府信息情况表、');
    expect(notes).toContain('没有读到去年的');
  });

  it('a row that does not add up is carried as it is, and said', () => {
    const text = fixture('gfm', '2021').replace(/(四、结转下年度继续办理.*\| )177 \|/, '$1178 |');
    const { report, notes } = rolled(text);
    const table = report.tables.find((t) => t.id === 'requests');
    expect(table?.cells.get('requests.carriedIn.total')?.value).toBe(178);
    expect(notes).toContain('相加是 177，总计写的是 178');
  });

  it('blanks beside numbers in that row are none, an unreadable cell is left to the author', () => {
    const row = '| 10 | 13 | 38 | 15 | 57 | 44 | 177 |';
    const { report } = rolled(edit(fixture('gfm', '2021'), [[row, '| 10 |  | / | 若干 | 57 | 44 | 177 |']]));
    const table = report.tables.find((t) => t.id === 'requests');
    const cells = COLUMNS.map((c) => table?.cells.get(`requests.carriedIn.${c}`)?.text);
    expect(cells).toEqual(['10', '0', '0', '', '57', '44', '177']);
  });
});

it('a new draft, filled in or not, can be the base of the next', () => {
  const { text } = newDraft({ organisation: '双桥镇人民政府', year: 2020, level: 'township' });
  const { report } = rolled(text);
  expect(report.year?.value).toBe(2021);
  expect(report.tables.every((t) => t.form === null || t.form === '2021')).toBe(true);
});
