/** The table/* rules: what each must mark, and what it must leave alone. */
import { describe, expect, it } from 'vitest';
import { checkReport, parseReport } from '../../../../server/src/core';
import { type Form, LAYOUT_NAMES, type LayoutName } from '../fixtures/fixture';
import { describeFinding, type Edit, type Expected, edited, expectFindings } from '../support/draft';

type Change = readonly Edit[] | ((text: string) => string);

/** Asserts the findings on a changed fixture: exactly these. */
function check(
  name: string,
  [layout, form]: readonly [LayoutName, Form],
  change: Change,
  expected: readonly Expected[],
): void {
  it(`${name} (${layout}-${form})`, () => {
    const text = typeof change === 'function' ? change(edited(layout, form, [])) : edited(layout, form, change);
    expectFindings(text, expected);
  });
}

function silent(name: string, draft: readonly [LayoutName, Form], change: Change): void {
  check(`says nothing: ${name}`, draft, change, []);
}

const GFM = ['gfm', '2021'] as const;
const OLD = ['gfm', '2019'] as const;

/** The whole table under a heading of the GFM drafts. */
const tableUnder = (numeral: string): RegExp => new RegExp(`(## ${numeral}、[^\\n]*\\n\\n)(?:\\|[^\\n]*\\n)+`);

/** The draft with what stands under one section at the end of another. */
function put(text: string, from: number, to: number): string {
  const heads = [
    ...text.matchAll(/^(?:## |<h2>)?[一二三四五六]、(?:总体|主动公开政|收到和|政府信息公开行|存在的|其他需).*$/gm),
  ];
  const at = (i: number): number => heads[i]?.index ?? text.length;
  const parts = [0, 1, 2, 3, 4, 5].map((i) => {
    const head = heads[i]?.[0] ?? '';
    return { head, body: text.slice(at(i) + head.length, at(i + 1)) };
  });
  const [source, target] = [parts[from - 1], parts[to - 1]];
  if (!source || !target) throw new Error('no such section');
  target.body += source.body;
  source.body = '\n\n';
  return text.slice(0, at(0)) + parts.map((p) => p.head + p.body).join('');
}

describe('table/missing', () => {
  check('table 2', GFM, (t) => t.replace(tableUnder('二'), '$1本年度情况见网站。\n'), [
    ['table/missing', 'error', '二、主动公开政府信息情况', '主动公开政府信息情况'],
  ]);
  check('table 3', GFM, (t) => t.replace(tableUnder('三'), '$1本年度没有收到申请。\n'), [
    ['table/missing', 'error', '三、收到和处理政府信息公开申请情况', '表格'],
  ]);
  check('table 4', OLD, (t) => t.replace(tableUnder('四'), '$1无。\n'), [
    ['table/missing', 'error', '四、政府信息公开行政复议、行政诉讼情况', '表格'],
  ]);
  check('softer for report year 2019', OLD, (t) => t.replaceAll('2020', '2019').replace(tableUnder('四'), '$1无。\n'), [
    ['table/missing', 'warning', '四、政府信息公开行政复议、行政诉讼情况'],
  ]);
  check('nothing under the heading at all', GFM, (t) => t.replace(tableUnder('四'), '$1'), [
    ['table/missing', 'error', '四、政府信息公开行政复议、行政诉讼情况'],
  ]);
  silent('words before the table', GFM, (t) => t.replace(/(## 三、[^\n]*\n)/, '$1\n　　本年度申请办理情况如下表：\n'));
  silent('words behind the table', GFM, (t) => t.replace(/\n## 四/, '\n　　注：表中数据均以件计。\n\n## 四'));
  silent('a caption over the table', GFM, (t) =>
    t.replace(/(## 四、[^\n]*\n)/, '$1\n表4 复议诉讼情况统计表（单位：件）\n'),
  );
  const THREE = '三、收到和处理政府信息公开申请情况';
  for (const layout of LAYOUT_NAMES) {
    const draft = [layout, '2021'] as const;
    const heading = `⟨${THREE}⟩`;
    check('in the next section', draft, (t) => put(t, 3, 4), [
      ['table/missing', 'error', heading, '的表格在“四、政府信息公开行政复议、行政诉讼情况”下面'],
    ]);
    check('in another section', draft, (t) => put(t, 3, 6), [
      ['table/missing', 'error', heading, '的表格在“六、其他需要报告的事项”下面'],
    ]);
    check('before its heading', draft, (t) => put(t, 3, 2), [['table/missing', 'error', heading, '在标题的前面']]);
    check('all in one place', draft, (t) => put(put(put(t, 2, 6), 3, 6), 4, 6), [
      ['table/missing', 'error', '二、主动公开政府信息情况', THREE, '都在“六、其他需要报告的事项”下面'],
    ]);
    check('under a heading in other words', draft, (t) => t.replace(THREE, '三、申请的情况'), [
      ['section/title', 'warning', '申请的情况'],
    ]);
    check('with its heading lost', draft, (t) => t.replace(THREE, '').replace('<h2></h2>', ''), [
      ['section/missing', 'error', /一、\s*本年新收政府信息公开申请数量/, THREE],
    ]);
    check(
      'left behind by headings that changed places',
      draft,
      (t) =>
        t
          .replace(THREE, '@')
          .replace('四、政府信息公开行政复议、行政诉讼情况', THREE)
          .replace('@', '四、政府信息公开行政复议、行政诉讼情况'),
      [['section/order', 'error', THREE]],
    );
  }
  silent('a second time in another section', GFM, (t) => `${t}\n${t.match(tableUnder('三'))?.[0].split('\n\n')[1]}`);
  check(
    'a section that is missing with its table is one finding',
    GFM,
    (t) => t.replace(/## 四、[\s\S]*?(?=## 五)/, ''),
    [['section/missing', 'error', '五、存在的主要问题及改进情况']],
  );
});

/** Leaves out the row of a table that has these words. */
const withoutRow =
  (words: string) =>
  (text: string): string =>
    text.replace(new RegExp(`^[^\\n]*${words}[^\\n]*\\n`, 'm'), '');

describe('table/incomplete', () => {
  // The row holds 0s or numbers: either way the sums that it breaks are not told again.
  check('a row with numbers', GFM, withoutRow('4\\.保护第三方合法权益'), [
    ['table/incomplete', 'error', /3\.危及.* 13(?= \|$)/, '保护第三方合法权益', '1 行'],
  ]);
  check('a total row', OLD, withoutRow('（七）总计'), [
    ['table/incomplete', 'error', /（六）其他处理.* 19(?= \|$)/, '（七）总计', '1 行'],
  ]);
  check('the last row', GFM, withoutRow('四、结转下年度继续办理'), [
    ['table/incomplete', 'error', /（七）总计.* 3409(?= \|$)/, '四、结转下年度继续办理'],
  ]);
  check(
    'two neighbours are one finding',
    GFM,
    (t) => withoutRow('6\\.属于四类过程性信息')(withoutRow('5\\.属于三类内部事务信息')(t)),
    [['table/incomplete', 'error', /4\.保护.* 116(?= \|$)/, '2 行', '属于三类内部事务信息', '属于四类过程性信息']],
  );
  check(
    'a table that is cut off is one finding',
    OLD,
    (t) => t.replace(/\n\|[^\n]*2\.重复申请[\s\S]*?\n(?=\n)/, '\n'),
    [['table/incomplete', 'error', /（五）不予处理.* 18(?= \|$)/, '重复申请', '7 行']],
  );
  check('a row of table 2', OLD, withoutRow('行政强制'), [
    ['table/incomplete', 'error', /行政处罚.* 9417(?= \|$)/, '行政强制'],
  ]);
  check('table 4 without its numbers', GFM, withoutRow('24 \\| 8 \\| 5'), [
    ['table/incomplete', 'error', /行政复议 \|[^#]*总计(?= \|\n)/, '没有数据行'],
  ]);
  check('softer for report year 2019', OLD, (t) => withoutRow('（七）总计')(t.replaceAll('2020', '2019')), [
    ['table/incomplete', 'warning', /（六）其他处理.* 19(?= \|$)/, '（七）总计'],
  ]);
  check('a row in another layout', ['tabs', '2021'], withoutRow('8\\.属于行政查询事项'), [
    ['table/incomplete', 'error', /7\.属于行政执法案卷.*\t27$/, '属于行政查询事项'],
  ]);
  check(
    'a row in HTML',
    ['html', '2019'],
    (t) => t.replace(/ {2}<tr>(?:(?!<\/tr>)[\s\S])*2\.重复申请[\s\S]*?<\/tr>\n/, ''),
    [['table/incomplete', 'error', /（五）不予处理<.*>18(?=<\/td><\/tr>)/, '重复申请']],
  );
  check('a row out of a PDF', ['spaces', '2019'], withoutRow('2\\.重复申请'), [
    ['table/incomplete', 'error', /（五）不予处理.* 18$/, '重复申请'],
  ]);
  check(
    'a number too few in a PDF: which is missing cannot be told',
    ['spaces', '2021'],
    [['2.没有现成信息需要另行制作 8 0 0 0 0 0 8', '2.没有现成信息需要另行制作 8 0 0 0 0 8']],
    [['table/incomplete', 'error', '⟨2.没有现成信息需要另行制作 8 0 0 0 0 8⟩', '没有现成信息需要另行制作', '列数不符']],
  );

  silent('the row of 小计 that some offices print', GFM, (t) =>
    t.replace(/(\|[^\n]*（四）无法提供[^\n]*\n)/, '|  |  | 小计 | 507 | 26 | 18 | 21 | 26 | 26 | 624 |\n$1'),
  );
  silent('a header that is repeated', GFM, (t) => {
    const header = t.match(/\|[^\n]*自然人[^\n]*\n\|[^\n]*商业企业[^\n]*\n/)?.[0] ?? '';
    return t.replace(/(\|[^\n]*（四）无法提供)/, `${header}$1`);
  });
  silent('an empty line and a page number between rows', ['tabs', '2019'], (t) =>
    t.replace(/(\n[^\n]*（五）不予处理)/, '\n\n— 7 —\n$1'),
  );
  silent('the rows of the 2021 form are not asked of a 2019 one', OLD, (t) => t);
});

describe('table/label', () => {
  check(
    'a word for another',
    GFM,
    [['3.补正后申请内容仍不明确', '3.补证后申请内容仍不明确']],
    [['table/label', 'warning', '3.补证后申请内容仍不明确', '补证后', '补正后']],
  );
  check(
    'words left out',
    GFM,
    [['2.其他法律行政法规禁止公开', '2.其他法律法规禁止公开']],
    [['table/label', 'warning', '2.其他法律法规禁止公开', '2.其他法律行政法规禁止公开']],
  );
  check(
    'a column',
    OLD,
    [['对外公开总数量', '对外公开总数']],
    [['table/label', 'warning', '⟨对外公开总数⟩ |', '对外公开总数量']],
  );
  check(
    'a column of applicants',
    GFM,
    [['| 社会公益组织 |', '| 公益组织 |']],
    [['table/label', 'warning', '| ⟨公益组织⟩ |', '社会公益组织']],
  );
  check(
    'two rows are two findings',
    OLD,
    [
      ['6.属于四类过程性信息', '6.属于四类过程类信息'],
      ['8.属于行政查询事项', '8.属于行政咨询事项'],
    ],
    [
      ['table/label', 'warning', '6.属于四类过程类信息', '过程性'],
      ['table/label', 'warning', '8.属于行政咨询事项', '行政查询'],
    ],
  );
  check(
    'a row of table 2',
    ['tabs', '2021'],
    [['行政事业性收费\t', '行政事业收费\t']],
    [['table/label', 'warning', '⟨行政事业收费⟩\t', '行政事业性收费']],
  );
  silent('width and spaces', GFM, [
    ['（一）予以公开', '(一) 予以公开'],
    ['1.属于国家秘密', '１．属于国家秘密'],
    ['2.重复申请', '2、重复申请'],
    ['四、结转下年度继续办理', '四、 结转下年度继续办理'],
  ]);
  silent('quotation marks', GFM, [['3.危及“三安全一稳定”', '3.危及"三安全一稳定"']]);
  silent('其它 for 其他', OLD, [['（六）其他处理', '（六）其它处理']]);
  silent('a label that is broken', GFM, [
    ['法律服务机构', '法律服<br>务机构'],
    ['（七）总计', '（七）<br/>总计'],
  ]);
  silent('the short form of 部分公开', GFM, (t) =>
    t.replace(/（二）部分公开<br>（区分处理的，只计这一情形，不计其他情形）/, '（二）部分公开'),
  );
  silent('the note over the labels left out', GFM, (t) => t.replace(/（本列数据的勾稽关系为[^|]*?） /, ' '));
});

describe('table/blank', () => {
  check(
    'one blank',
    GFM,
    [['| 2 | 1 | 34 |', '| 2 |  | 34 |']],
    [['table/blank', 'warning', '规章 | ⟨2⟩ |  | 34', '1 个空格', '填 0']],
  );
  check('many are one finding a table', OLD, (t) => t.replaceAll(/\| 0 (?=\|)/g, '|  '), [
    ['table/blank', 'warning', '规章 | ⟨3⟩ |', '1 个空格'],
    ['table/blank', 'warning', '⟨2267⟩', '个空格'],
    ['table/blank', 'warning', '\n| ⟨11⟩ | 4', '2 个空格'],
  ]);
  check(
    'dashes are no more than a hint',
    GFM,
    [['| 2 | 1 | 34 |', '| 2 | / | 34 |']],
    [['table/blank', 'hint', '规章 | ⟨2⟩ | / | 34', '1 格']],
  );
  check('a blank that is not zero is named by the balance, too', GFM, (t) => t.replace('| 2167 |', '|  |'), [
    ['table/blank', 'warning', '⟨2742⟩', '1 个空格'],
    ['balance/requests-row', 'error', '（一）予以公开', '2167'],
  ]);
  silent('cells that are merged away', ['lines', '2021'], (t) => t);
  silent('zeros', GFM, [['| 2 | 1 | 34 |', '| 0 | 0 | 0 |']]);
  silent('numbers in full width', GFM, [['| 2 | 1 | 34 |', '| ２ | １ | ３４ |']]);
});

describe('table/value', () => {
  check(
    'a letter for a digit',
    GFM,
    [['| 59,204 |', '| 59,2O4 |']],
    [['table/value', 'error', '| ⟨59,2O4⟩ |', '59,2O4', '行政许可']],
  );
  check('a guess', GFM, [['| 615 |', '| 约615 |']], [['table/value', 'error', '| ⟨约615⟩ |', '约615', '行政强制']]);
  check(
    'a fraction of a document',
    GFM,
    [['| 2 | 1 | 34 |', '| 2.5 | 1 | 34 |']],
    [['table/value', 'error', '| ⟨2.5⟩ |', '2.5', '规章', '整数']],
  );
  check(
    'a negative count',
    GFM,
    [['| 2 | 1 | 34 |', '| 2 | -1 | 34 |']],
    [['table/value', 'error', '| ⟨-1⟩ |', '-1', '规章']],
  );
  check(
    'a negative amount',
    GFM,
    [['| 5068.35 |', '| -5068.35 |']],
    [['table/value', 'error', '| ⟨-5068.35⟩ |', '-5068.35', '行政事业性收费']],
  );
  check(
    'a change with what it changes',
    OLD,
    [['| 增3 |', '| 434（增3） |']],
    [['table/value', 'information', '| ⟨434（增3）⟩ |', '434（增3）', '本年增/减']],
  );
  check('an unreadable cell breaks no sum', GFM, (t) => t.replace('| 2167 |', '| 2l67 |'), [
    ['table/value', 'error', '| ⟨2l67⟩ |', '2l67', '予以公开'],
  ]);
  silent('changes', OLD, [
    ['| 增3 |', '| 增加3项 |'],
    ['| 减4 |', '| －4 |'],
    ['| +27 |', '| ＋27 |'],
  ]);
  silent('a note behind', GFM, [['| 129 |', '| 129（其中修订 16 件） |']]);
  silent('a thousand', GFM, (t) => t.replace('| 2167 |', '| 2,167 |').replace('| 2426 |', '| ２，４２６ |'));
  silent('units', GFM, [
    ['| 615 |', '| 615件 |'],
    ['| 8736 |', '| 8736 宗 |'],
  ]);
  silent('bold', GFM, [['| 615 |', '| **615** |']]);
});

describe('table/unit', () => {
  check(
    'no unit',
    OLD,
    [['27415.86万元', '27415.86']],
    [['table/unit', 'warning', '| ⟨27415.86⟩ |', '27415.86', '万元', '采购总金额']],
  );
  check(
    'a unit that is not the header’s',
    GFM,
    [['| 5068.35 |', '| 5068.35元 |']],
    [['table/unit', 'warning', '| ⟨5068.35元⟩ |', '5068.35元', '万元']],
  );
  check(
    'header and cell apart',
    OLD,
    [
      ['| 采购总金额 |', '| 采购总金额（单位：元） |'],
      ['27415.86万元', '27415.86万元'],
    ],
    [['table/unit', 'warning', '| ⟨27415.86万元⟩ |', '万元', '元']],
  );
  silent('元', OLD, [['27415.86万元', '274158600元']]);
  silent('in the header', OLD, [
    ['| 采购总金额 |', '| 采购总金额（单位：万元） |'],
    ['27415.86万元', '27415.86'],
  ]);
  silent('in both', OLD, [['| 采购总金额 |', '| 采购总金额（万元） |']]);
  silent('nothing was bought', OLD, [['27415.86万元', '0']]);
  silent('万元 is printed in the 2021 form', GFM, (t) => t);
  silent('万元 in the cell as well', GFM, [['| 5068.35 |', '| 5068.35万元 |']]);
});

describe('table/form', () => {
  /** A draft of another year, with its own form or the other’s. */
  const inYear = (form: Form, year: number): string => {
    const own = form === '2019' ? 2020 : 2022;
    return edited('gfm', form, []).replaceAll(`${own}年`, `${year}年`);
  };
  it('the old form in 2021: table 2 and table 3, each once', () => {
    expectFindings(inYear('2019', 2021), [
      ['table/form', 'error', '⟨规章⟩ |', '2019年格式', '2021'],
      ['table/form', 'error', '一、本年新收政府信息公开申请数量', '2019年格式', '2021'],
      ['prose/fee', 'warning', '六、其他需要报告的事项', '信息处理费'],
    ]);
  });
  it('the new form in 2020 is more likely the year of the title', () => {
    expectFindings(inYear('2021', 2020), [
      ['table/form', 'warning', '⟨规章⟩ |', '2021年格式'],
      ['table/form', 'warning', '一、本年新收政府信息公开申请数量', '2021年格式'],
    ]);
  });
  it('a new table 2 with an old table 3', () => {
    const old = edited('gfm', '2019', []).match(tableUnder('三'))?.[0] ?? '';
    const text = edited('gfm', '2021', []).replace(tableUnder('三'), () => old);
    expectFindings(text, [['table/form', 'error', '一、本年新收政府信息公开申请数量', '2019年格式', '2022']]);
  });
  it.each([
    ['2019', 2019],
    ['2019', 2020],
    ['2021', 2021],
    ['2021', 2023],
    ['2021', 2025],
  ] as const)('says nothing: form %s for %i', (form, year) => {
    expectFindings(inYear(form, year), []);
  });
  it('says nothing without a year', () => {
    const text = edited('gfm', '2019', []).replaceAll(/2020年(?:\d+月\d+日)?/g, '');
    expectFindings(text, []);
  });
});

/** Table 3 of a GFM draft with every row's fields changed. */
function fields(text: string, change: (fields: readonly string[]) => readonly string[]): string {
  return text.replace(tableUnder('三'), (all, heading: string) => {
    const rows = all.slice(heading.length).trimEnd().split('\n');
    return `${heading}${rows.map((row) => `|${change(row.split('|').slice(1, -1)).join('|')}|\n`).join('')}`;
  });
}

/** Asserts what is found in a text as rule and words of the message alone, where the place is a matter of taste. */
function rough(name: string, text: () => string, expected: readonly (readonly [rule: RegExp, says: RegExp])[]): void {
  it(name, () => {
    const found = checkReport(parseReport(text()));
    const told = found.map((f) => describeFinding(text(), f)).join('\n');
    expect(found, told).toHaveLength(expected.length);
    expected.forEach(([rule, says], i) => {
      expect(found[i]?.rule, told).toMatch(rule);
      expect(found[i]?.message.zh).toMatch(says);
    });
  });
}

describe('a column', () => {
  const text = (): string => edited('gfm', '2021', []);
  rough('that is missing is one finding', () => fields(text(), (f) => [...f.slice(0, 5), ...f.slice(6)]), [
    [/^table\/incomplete$/, /科研机构/],
  ]);
  rough('of totals that is missing is one finding', () => fields(text(), (f) => f.slice(0, 9)), [
    [/^table\/incomplete$/, /总计/],
  ]);
  it('of 小计 is tolerated', () => {
    let row = -1;
    const draft = fields(text(), (f) => {
      row++;
      const organisations = f.slice(4, 9).reduce((sum, n) => sum + Number(n), 0);
      const words = [' ', ' ---: ', ' ', ' 小计 '][row] ?? ` ${organisations} `;
      return [...f.slice(0, 9), words, ...f.slice(9)];
    });
    expectFindings(draft, []);
  });
});

describe('rows', () => {
  const row = /\|[^\n]*2\.重复申请[^\n]*\n/;
  const next = /\|[^\n]*3\.要求提供公开出版物[^\n]*\n/;
  const text = (): string => edited('gfm', '2021', []);
  const line = (pattern: RegExp): string => text().match(pattern)?.[0] ?? '';
  rough(
    'out of order',
    () =>
      text()
        .replace(row, '')
        .replace(next, () => line(next) + line(row)),
    [[/^table\//, /重复申请|公开出版物/]],
  );
  rough('doubled', () => text().replace(row, () => line(row) + line(row)), [[/^table\//, /重复申请/]]);
  rough('misnumbered', () => text().replace('3.危及', '4.危及'), [[/^table\//, /3.*三安全一稳定/]]);
});

describe('one cause, one finding', () => {
  rough('a negative number', () => edited('gfm', '2021', [['| 2167 |', '| -2167 |']]), [
    [/^(?:table|balance)\//, /-2167/],
  ]);
  rough('a fraction', () => edited('gfm', '2021', [['| 2167 |', '| 2167.5 |']]), [[/^(?:table|balance)\//, /2167\.5/]]);
});

describe.each(LAYOUT_NAMES)('one slip in %s', (layout) => {
  const slip = (words: RegExp | string, by: string, rules: readonly string[]): void => {
    it(`${words} → ${by}`, () => {
      const text = edited(layout, '2021', []).replace(words, by);
      const found = checkReport(parseReport(text));
      expect(
        found.map((f) => f.rule),
        found.map((f) => describeFinding(text, f)).join('\n'),
      ).toEqual(rules);
    });
  };
  // where nothing frames a cell, words that are no number cannot be told from a label
  const unframed = layout === 'lines' || layout === 'spaces';
  slip(/属于行政执法案卷/, '属于行政执法卷宗', ['table/label']);
  slip('2167', '2l67', ['table/value']);
  slip('2167', '约2167', ['table/value']);
  for (const words of ['若干', '十二', '三件', '数十', '不详']) slip('2167', words, ['table/value']);
  slip('2426', '若干', ['table/value']);
  slip('59,204', '若干', ['table/value']);
  // any other words: only a frame tells that they stand in a cell of their own
  if (!unframed) for (const number of ['2167', '2426', '59,204']) slip(number, '见附件', ['table/value']);
  slip('2167', '—', ['table/blank', 'balance/requests-row']);
  slip('2167', '2,167件', []);
  slip(
    layout === 'lines' ? '2167\n\n' : '2167',
    '',
    unframed ? ['table/incomplete'] : ['table/blank', 'balance/requests-row'],
  );
});
