/** The section/* rules: what each must mark, and what it must leave alone. */
import { describe, expect, it } from 'vitest';
import { checkReport, parseReport } from '../../../../server/src/core';
import { type Form, LAYOUT_NAMES, type LayoutName } from '../fixtures/fixture';
import { type Edit, type Expected, edited, expectFindings } from '../support/draft';

const ONE = '一、总体情况';
const TWO = '二、主动公开政府信息情况';
const THREE = '三、收到和处理政府信息公开申请情况';
const FOUR = '四、政府信息公开行政复议、行政诉讼情况';
const FIVE = '五、存在的主要问题及改进情况';
const SIX = '六、其他需要报告的事项';
const TITLES = [ONE, TWO, THREE, FOUR, FIVE, SIX];

type Change = readonly Edit[] | ((text: string) => string);

/** Asserts the findings on a changed fixture (spaces, 2021 unless said otherwise): exactly these. */
function check(
  name: string,
  change: Change,
  expected: readonly Expected[],
  layout: LayoutName = 'gfm',
  form: Form = '2021',
): void {
  it(name, () => {
    const text = typeof change === 'function' ? change(edited(layout, form, [])) : edited(layout, form, change);
    expectFindings(text, expected);
  });
}

/** The same for changes that are no fault. */
function silent(name: string, change: Change, layout: LayoutName = 'gfm', form: Form = '2021'): void {
  check(`says nothing: ${name}`, change, [], layout, form);
}

/** Leaves out a section, heading to heading. */
function without(title: string): (text: string) => string {
  return (text) => {
    const { start, end } = sectionAt(text, title);
    return text.slice(0, start) + text.slice(end);
  };
}

/** A section with its Markdown marks, up to the next heading. */
function sectionAt(text: string, title: string): { start: number; end: number } {
  const mark = text.includes(`## ${title}`) ? '## ' : '';
  const start = text.indexOf(`\n${mark}${title}`) + 1;
  const ends = TITLES.map((t) => text.indexOf(`\n${mark}${t}`) + 1).filter((e) => e > start);
  return { start, end: Math.min(...ends, text.length) };
}

/** Leaves out all headings of sections but two. */
function onlyHeadings(first: string, second: string): (text: string) => string {
  return (text) =>
    text.replace(/^## ([一二三四五六]、.*)\n/gm, (all, title) => (title === first || title === second ? all : ''));
}

function moved(title: string, before: string): (text: string) => string {
  return (text) => {
    const { start, end } = sectionAt(text, title);
    const part = text.slice(start, end);
    const rest = text.slice(0, start) + text.slice(end);
    const to = sectionAt(rest, before).start;
    return `${rest.slice(0, to)}${part.trimEnd()}\n\n${rest.slice(to)}`;
  };
}

describe('section/missing', () => {
  check('the first', without(ONE), [['section/missing', 'error', TWO, ONE]]);
  check('with its table', without(TWO), [['section/missing', 'error', THREE, TWO, '表格']]);
  check('the requests', without(THREE), [['section/missing', 'error', FOUR, THREE]]);
  check('the disputes', without(FOUR), [['section/missing', 'error', FIVE, FOUR]]);
  check('the problems', without(FIVE), [['section/missing', 'error', SIX, FIVE]]);
  check('the last', without(SIX), [['section/missing', 'error', '三是完善检查办法⟨。⟩', SIX]]);
  check('two of them', (t) => without(FIVE)(without(ONE)(t)), [
    ['section/missing', 'error', TWO, ONE],
    ['section/missing', 'error', SIX, FIVE],
  ]);
  for (const layout of ['pipes', 'tabs', 'cells', 'lines', 'spaces'] as const) {
    check(`one finding in ${layout}`, without(FIVE), [['section/missing', 'error', SIX, FIVE]], layout, '2019');
    check(`with its table in ${layout}`, without(FOUR), [['section/missing', 'error', FIVE, FOUR]], layout, '2021');
  }
  check(
    'heading gone, table still there',
    [[`## ${THREE}\n`, '']],
    [['section/missing', 'error', '⟨一、本年新收政府信息公开申请数量⟩ |', THREE]],
  );
  check(
    'softer in the year in which the form was only encouraged',
    (t) => without(SIX)(t.replaceAll('2020', '2019')),
    [['section/missing', 'warning', '三是完善检查办法⟨。⟩', SIX]],
    'gfm',
    '2019',
  );
  check('a draft with a title alone', () => '云泽市人民政府2023年政府信息公开工作年度报告\n', [
    ['section/missing', 'error', '云泽市人民政府2023年政府信息公开工作年度报告', '六个部分'],
  ]);

  check('heading gone, table still there, and no more sections than a beginning has', onlyHeadings(ONE, SIX), [
    ['section/missing', 'error', '| ⟨规章⟩ |', TWO, '没有这个部分的标题'],
    ['section/missing', 'error', '⟨一、本年新收政府信息公开申请数量⟩ |', THREE],
    ['section/missing', 'error', '⟨行政复议⟩ |  |', FOUR],
    ['section/missing', 'error', SIX, FIVE],
  ]);
  check('the last two', (t) => without(SIX)(without(FIVE)(t)), [
    ['section/missing', 'error', /\|(?=\s*$(?![\s\S]))/, FIVE],
    ['section/missing', 'error', /\|(?=\s*$(?![\s\S]))/],
  ]);
  it('a draft that is being written from the top is one finding, at the last heading', () => {
    const text = edited('gfm', '2021', []);
    for (const [next, count, last] of [
      [TWO, 5, ONE],
      [THREE, 4, TWO],
      [FOUR, 3, THREE],
    ] as const) {
      const found = expectFindings(text.slice(0, text.indexOf(`## ${next}`)), [
        ['section/missing', 'error', last, `还缺 ${count} 个部分`, next, FIVE, SIX],
      ]);
      expect(found[0]?.section).toBe({ [TWO]: 'proactive', [THREE]: 'requests', [FOUR]: 'disputes' }[next]);
    }
  });
  check('a section by itself', () => `云泽市2022年政府信息公开工作年度报告\n\n${FIVE}\n　　还有不足。\n`, [
    ['section/missing', 'error', FIVE, '还缺 5 个部分', ONE, SIX],
  ]);
  it('an empty text that is handed in', () => {
    for (const text of ['', ' \r\n\u3000']) {
      const found = checkReport(parseReport(text), { handedIn: true });
      expect(found.map((f) => [f.rule, f.severity, f.range])).toEqual([
        ['section/missing', 'error', { start: 0, end: 0 }],
      ]);
    }
  });

  silent('nothing in nothing', () => '');
  silent('nothing in white space', () => '\n\n  \n');
  silent('split over two lines', [[`## ${FOUR}`, '## 四、政府信息公开\n行政复议、行政诉讼情况']]);
  silent('half width', [[`## ${FOUR}`, '## 四、政府信息公开行政复议,行政诉讼情况']]);
  silent('without Markdown', (t) => t.replaceAll('## ', '').replaceAll('### ', ''));
  silent('bold instead of Markdown', (t) => t.replaceAll(/^## (.*)$/gm, '**$1**'));
  silent('indented by full-width spaces', (t) => t.replaceAll(/^### /gm, '').replaceAll(/^## /gm, '　　'));
  silent('all of them under one # each', (t) => t.replaceAll(/^## /gm, '# '));
  silent('spaces in the heading', [[`## ${ONE}`, '##  一、 总体情况  ']]);
  silent('a colon behind the heading', [[`## ${SIX}`, `## ${SIX}：`]]);
  silent('text on the line of the heading', [[`## ${SIX}\n\n　　`, `${SIX}：`]]);
});

describe('a report for the year in which the form was only encouraged', () => {
  const draft = (year: number, headings: readonly string[], behind = ''): string =>
    `云泽市${year}年政府信息公开工作年度报告\n\n${headings.map((h) => `${h}\n　　公开信息12条，收到申请3件。\n`).join('\n')}${behind}`;
  const older = ['一、概述', '二、主动公开情况', '三、依申请公开情况', '四、复议、诉讼情况', '五、存在问题和改进措施'];
  const fees = ['一、概述', TWO, '三、依申请公开情况', '四、政府信息公开收费及减免情况', FIVE];
  const statistics =
    '附表\n\n政府信息公开情况统计表\n\n指标\t单位\t数量\n一、主动公开情况\t\t\n二、回应解读情况\t\t\n（一）收到申请数\t件\t3\n';
  const title = '云泽市2019年政府信息公开工作年度报告';
  for (const [name, text] of [
    ['headings in other words', draft(2019, older)],
    ['fees', draft(2019, fees)],
    ['the statistics of earlier years', draft(2019, ['一、工作推进情况', '二、主动公开情况'], statistics)],
  ] as const) {
    check(`the older structure is one remark: ${name}`, () => text, [
      ['section/missing', 'information', title, '以前的结构', '〔2019〕60号'],
    ]);
  }
  it('the year after has no such excuse', () => {
    const found = checkReport(parseReport(draft(2020, older)));
    expect(found.filter((f) => f.severity === 'error').length).toBeGreaterThan(3);
  });
  check('the form begun is the form', () => draft(2019, [ONE]), [['section/missing', 'warning', ONE, '还缺 5 个部分']]);
  check('the form without its tables is the form', () => draft(2019, TITLES), [
    ['table/missing', 'warning', TWO],
    ['table/missing', 'warning', THREE],
    ['table/missing', 'warning', FOUR],
    ['section/empty', 'warning', FIVE, '既没有写问题'],
  ]);
});

describe('section/duplicate', () => {
  it.each(LAYOUT_NAMES)('a second report in the same file, in %s: one finding', (layout) => {
    const text = edited(layout, '2021', []);
    const all = `${text}\n${text}`;
    const found = checkReport(parseReport(all));
    expect(found.map((f) => f.rule)).toEqual(['section/duplicate']);
    expect(found[0]?.message.zh).toContain('两份年度报告');
    expect(found[0]?.range.start).toBeGreaterThanOrEqual(text.length);
    expect(found[0]?.range.end).toBeLessThan(text.length + text.indexOf('一、总体情况'));
  });
  it('all sections again without a title are that many findings', () => {
    const text = edited('gfm', '2021', []);
    const found = checkReport(parseReport(`${text}\n${text.slice(text.indexOf(`## ${ONE}`))}`));
    expect(found.map((f) => f.rule)).toEqual(TITLES.map(() => 'section/duplicate'));
  });
  silent('the title again as a signature', (t) => `${t}\n云泽市人民政府2022年政府信息公开工作年度报告\n`);
  check(
    'one section again, and a title behind it',
    (t) => `${t}\n## ${ONE}\n\n　　又及。\n\n云泽市人民政府2022年政府信息公开工作年度报告\n`,
    [['section/duplicate', 'error', '报告的事项。\n\n## ⟨一、总体情况⟩', ONE]],
  );
  check(
    'a heading twice',
    [[`## ${SIX}`, `## ${FIVE}\n\n　　还有不足。\n\n## ${SIX}`]],
    [['section/duplicate', 'error', '三是完善检查办法。\n\n## ⟨五、存在的主要问题及改进情况⟩', FIVE]],
  );
  check('at the end', (t) => `${t}\n## ${ONE}\n\n　　又及。\n`, [
    ['section/duplicate', 'error', '报告的事项。\n\n## ⟨一、总体情况⟩', ONE],
  ]);
  check(
    'without words between',
    [[`## ${SIX}`, `## ${SIX}\n\n## ${SIX}`]],
    [['section/duplicate', 'error', `## ${SIX}\n\n## ⟨${SIX}⟩`, SIX]],
  );
  silent('a table of contents with page numbers', (t) =>
    t.replace(`## ${ONE}`, `目录\n\n${TITLES.map((x, i) => `${x}……${i + 1}`).join('\n')}\n\n## ${ONE}`),
  );
  silent('a table of contents without', (t) => t.replace(`## ${ONE}`, `目  录\n\n${TITLES.join('\n')}\n\n## ${ONE}`));
  silent('titles named in a sentence', [
    ['　　本年度未收取', '　　“五、存在的主要问题及改进情况”已经说明。本年度未收取'],
  ]);
  silent('a reference to another section', [
    ['　　本年度未收取', '　　见第三部分“收到和处理政府信息公开申请情况”。本年度未收取'],
  ]);
  silent('a sub-heading with the words of a section', [['### （一）主动公开\n', '### （一）主动公开政府信息情况\n']]);
  silent('another sub-heading with the words of a section', [
    ['### （二）依申请公开\n', '### （二）收到和处理政府信息公开申请情况\n'],
  ]);
});

describe('section/order', () => {
  // of two neighbours either can be said to be misplaced: it is the later one
  check('six before five', moved(SIX, FIVE), [['section/order', 'error', FIVE, FIVE, SIX]]);
  check('six before three', moved(SIX, THREE), [['section/order', 'error', SIX, SIX]]);
  check('one at the end', (t) => `${without(ONE)(t)}\n## ${ONE}\n\n　　各项任务完成。\n`, [
    ['section/order', 'error', ONE, ONE],
  ]);
  check('four before two, table and all', moved(FOUR, TWO), [['section/order', 'error', FOUR, FOUR]]);
  check(
    'renumbered by place, still one finding',
    (t) => moved(SIX, FIVE)(t).replace(SIX, '五、其他需要报告的事项').replace(FIVE, '六、存在的主要问题及改进情况'),
    [['section/order', 'error', '六、存在的主要问题及改进情况']],
  );
  check(
    'in the year in which the form was only encouraged',
    (t) => moved(SIX, FIVE)(t.replaceAll('2020', '2019')),
    [['section/order', 'warning', FIVE, FIVE]],
    'spaces',
    '2019',
  );
  for (const title of [TWO, THREE, FIVE]) {
    it(`says nothing of order when ${title} is missing`, () => {
      const text = without(title)(edited('gfm', '2021', []));
      const found = expectFindings(text, [
        ['section/missing', 'error', TITLES[TITLES.indexOf(title) + 1] ?? '', title],
      ]);
      expect(found).toHaveLength(1);
    });
  }
});

describe('section/number', () => {
  check(
    'level: （六） for 六、',
    [[SIX, '（六）其他需要报告的事项']],
    [['section/number', 'error', '## ⟨（六）⟩其他需要', '六、其他需要报告的事项']],
  );
  check(
    'a dash for the numeral',
    [[ONE, '—、总体情况']],
    [['section/number', 'warning', '⟨—、⟩总体情况', '一、总体情况']],
  );
  for (const layout of LAYOUT_NAMES) {
    const deep = (title: string) => `（${title.slice(0, 1)}）${title.slice(2)}`;
    check(
      `level of one in ${layout}`,
      (t) => t.replace(TWO, deep(TWO)),
      [['section/number', 'error', `⟨（二）⟩${TWO.slice(2)}`, TWO]],
      layout,
    );
    check(
      `level of the last two in ${layout}`,
      (t) => t.replace(FIVE, deep(FIVE)).replace(SIX, deep(SIX)),
      [
        ['section/number', 'error', `⟨（五）⟩${FIVE.slice(2)}`],
        ['section/number', 'error', `⟨（六）⟩${SIX.slice(2)}`],
      ],
      layout,
    );
    check(
      `level of all in ${layout}`,
      (t) => TITLES.reduce((all, title) => all.replace(title, deep(title)), t),
      [['section/number', 'error', `⟨（一）⟩${ONE.slice(2)}`, '6 个部分']],
      layout,
    );
    // the first sub-heading with a number, in the words of a section that is not there
    for (const [name, more] of [
      ['alone', ''],
      ['and others behind it', '（三）平台建设\n\n　　维护网站。\n\n'],
    ] as const) {
      check(
        `a sub-heading for section two, ${name}, in ${layout}`,
        (t) => {
          const body = without(TWO)(t.replaceAll(/<\/?h2>/g, '').replaceAll('## ', ''));
          const [from, to] = [body.indexOf(ONE) + ONE.length, body.indexOf(THREE)];
          return `${body.slice(0, from)}\n\n（二）${TWO.slice(2)}\n\n　　公开信息12条。\n\n${more}${body.slice(to)}`;
        },
        [
          ['section/missing', 'error', THREE, TWO],
          // and a list of sub-headings that begins at two
          ...(more === '' ? [] : [['prose/numbering', 'warning', `⟨（二）⟩${TWO.slice(2)}`, '（一）'] as const]),
        ],
        layout,
      );
    }
  }
  check(
    'another style throughout is one warning',
    (t) => TITLES.reduce((all, title, i) => all.replace(title, `${i + 1}、${title.slice(2)}`), t),
    [['section/number', 'warning', '⟨1、⟩总体情况', '6 个部分']],
  );
  check(
    'level, half width, without Markdown',
    [[`## ${SIX}`, '(六)其他需要报告的事项']],
    [['section/number', 'error', '⟨(六)⟩其他需要', '六、']],
  );
  check(
    'wrong number',
    [[FIVE, '四、存在的主要问题及改进情况']],
    [['section/number', 'error', '⟨四、⟩存在', '五、存在的主要问题及改进情况']],
  );
  check(
    'number of the next',
    [[THREE, '四、收到和处理政府信息公开申请情况']],
    [['section/number', 'error', '⟨四、⟩收到', '三、']],
  );
  check(
    'two of them',
    [
      [FIVE, '六、存在的主要问题及改进情况'],
      [SIX, '七、其他需要报告的事项'],
    ],
    [
      ['section/number', 'error', '⟨六、⟩存在', '五、'],
      ['section/number', 'error', '⟨七、⟩其他', '六、'],
    ],
  );
  check(
    'another style is no more than a warning',
    [[ONE, '1、总体情况']],
    [['section/number', 'warning', '⟨1、⟩总体情况', '一、']],
  );
  check('no number', [[ONE, '总体情况']], [['section/number', 'warning', '## ⟨总体情况⟩\n', '一、总体情况']]);
  silent('half-width mark', [[ONE, '一.总体情况']]);
  silent('第一部分', (t) =>
    TITLES.reduce((all, x, i) => all.replace(`## ${x}`, `## 第${'一二三四五六'[i]}部分 ${x.slice(2)}`), t),
  );
  silent('a space inside', [[ONE, '一 、总体情况']]);
  silent('numbers of table rows', (t) => t, 'lines', '2019');
  check(
    'a missing section shifts the numbers behind it: one finding',
    (t) => without(FOUR)(t).replace(FIVE, '四、存在的主要问题及改进情况').replace(SIX, '五、其他需要报告的事项'),
    [['section/missing', 'error', '四、存在的主要问题及改进情况', FOUR]],
  );
});

describe('section/title', () => {
  check(
    'other words',
    [[ONE, '一、本年度政府信息公开工作情况']],
    [['section/title', 'warning', '一、⟨本年度政府信息公开工作情况⟩', '总体情况']],
  );
  check(
    'a word off',
    [[FIVE, '五、存在的主要问题及改进措施']],
    [['section/title', 'warning', '⟨存在的主要问题及改进措施⟩', '存在的主要问题及改进情况']],
  );
  check(
    'a word short',
    [[TWO, '二、主动公开政府信息']],
    [['section/title', 'warning', '## 二、⟨主动公开政府信息⟩\n', '主动公开政府信息情况']],
  );
  check(
    'a slip of the pen',
    [[SIX, '六、其他须要报告的事项']],
    [['section/title', 'warning', '⟨其他须要报告的事项⟩', '其他需要报告的事项']],
  );
  check(
    'an accepted long form is a hint',
    [[FOUR, '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况']],
    [
      [
        'section/title',
        'hint',
        '⟨因政府信息公开工作被申请行政复议、提起行政诉讼情况⟩',
        '政府信息公开行政复议、行政诉讼情况',
      ],
    ],
  );
  check(
    'the other accepted long form too',
    [[FIVE, '五、政府信息公开工作存在的主要问题及改进情况']],
    [['section/title', 'hint', '⟨政府信息公开工作存在的主要问题及改进情况⟩', '存在的主要问题及改进情况']],
  );
  check(
    'the words of article 50 for section two',
    [[TWO, '二、行政机关主动公开政府信息的情况']],
    [['section/title', 'hint', '⟨行政机关主动公开政府信息的情况⟩', '主动公开政府信息情况']],
  );
  check(
    'the same prefix before the first title',
    [[ONE, '一、政府信息公开工作总体情况']],
    [['section/title', 'hint', '⟨政府信息公开工作总体情况⟩', '总体情况']],
  );
  check(
    'number and words: two faults',
    [[FIVE, '四、存在问题及改进措施']],
    [
      ['section/number', 'error', '⟨四、⟩存在'],
      ['section/title', 'warning', '⟨存在问题及改进措施⟩'],
    ],
  );
  silent('其它 for 其他', [[SIX, '六、其它需要报告的事项']]);
  silent('a comma for 、', [[FOUR, '四、政府信息公开行政复议，行政诉讼情况']]);
  silent('a full stop behind', [[ONE, '一、总体情况。']]);
  silent('spaces between the words', [[ONE, '一、总 体 情 况']]);
});

describe('section/empty', () => {
  check(
    'the last',
    [['　　本年度未收取信息处理费，没有其他需要报告的事项。\n', '']],
    [['section/empty', 'warning', SIX, SIX]],
  );
  check('the problems', (t) => t.replace(/(## 五、[^\n]*\n)[\s\S]*?(?=## 六)/, '$1\n'), [
    ['section/empty', 'warning', FIVE, FIVE],
  ]);
  check('two of them', (t) => t.replace(/(## 五、[^\n]*\n)[\s\S]*?(## 六[^\n]*)[\s\S]*$/, '$1\n$2\n'), [
    ['section/empty', 'warning', FIVE, FIVE],
    ['section/empty', 'warning', SIX, SIX],
  ]);
  silent('无 in the 2019 form', (t) => t, 'gfm', '2019');
  silent(
    'text on the line of the heading',
    [[`## ${SIX}\n\n　　本年度未收取信息处理费，没有其他需要报告的事项。`, `${SIX}：没有收取信息处理费。`]],
    'gfm',
    '2021',
  );
  silent('sections that are a table', (t) => t, 'html', '2019');
  silent('a list', [['　　本年度未收取信息处理费，没有其他需要报告的事项。', '- 未收取信息处理费。\n- 无其他。']]);
});
