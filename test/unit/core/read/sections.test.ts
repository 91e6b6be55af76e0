/** Which lines are the headings of the six sections, and what stands in them. */
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../../../server/src/core';
import { FORMS, fixture, LAYOUT_NAMES } from '../fixtures/fixture';
import { locate } from '../support/draft';

const LETTERS = { o: 'overview', p: 'proactive', r: 'requests', d: 'disputes', b: 'problems', s: 'others' } as const;
type Letter = keyof typeof LETTERS;

/**
 * Asserts the sections of a text, in its order: each a letter (o p r d b s) and its heading as the text has it, with
 * the number in ⟨⟩ where that is to be asserted, too.
 */
function check(name: string, text: string, expected: readonly (readonly [Letter, string])[]): void {
  it(name, () => {
    const { sections } = parseReport(text);
    expect(sections.map((s) => [s.id, text.slice(s.heading.range.start, s.heading.range.end)])).toEqual(
      expected.map(([letter, heading]) => [LETTERS[letter], heading]),
    );
  });
}

const TITLES = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
] as const;
/** The titles with other words for one. */
const put = (i: number, words: string): string[] => TITLES.map((t, k) => (k === i ? words : t));
const IDS = ['o', 'p', 'r', 'd', 'b', 's'] as const;

/** A draft of prose: a title, and under each heading a sentence. */
function draft(
  headings: readonly string[],
  { title = '云泽市2022年政府信息公开工作年度报告', preface = '' } = {},
): string {
  return `${title}\n\n${preface}${headings.map((h, i) => `${h}\n　　第${i + 1}段说的是本年度的工作。\n`).join('\n')}`;
}
const all = (headings: readonly string[]): (readonly [Letter, string])[] =>
  headings.map((h, i) => [IDS[i] ?? 'o', h] as const);

describe('headings as they are written', () => {
  check('plain', draft(TITLES), all(TITLES));
  check('Markdown', draft(TITLES.map((t) => `## ${t}`)), all(TITLES));
  check('Markdown, closed and bold', draft(TITLES.map((t) => `## **${t}** ##`)), all(TITLES));
  check('bold', draft(TITLES.map((t) => `**${t}**`)), all(TITLES));
  check('HTML', draft(TITLES.map((t) => `<h2>${t}</h2>`)), all(TITLES));
  check('indented', draft(TITLES.map((t) => `　　${t}　`)), all(TITLES));
  check('indented by NBSP and tabs', draft(TITLES.map((t) => `\u00a0\t${t}`)), all(TITLES));
  check('CRLF', draft(TITLES).replaceAll('\n', '\r\n'), all(TITLES));
  check('lone CR', draft(TITLES).replaceAll('\n', '\r'), all(TITLES));
  check('byte order mark', `\ufeff${draft(TITLES)}`, all(TITLES));
  check('astral characters before', `𠮷𠮷\n${draft(TITLES)}`, all(TITLES));
  const half = TITLES.map((t) => t.replaceAll('、', ','));
  check('half width', draft(half), all(half));
  const dots = TITLES.map((t) => t.replace('、', '．'));
  check('full-width dots', draft(dots), all(dots));
  const spaced = TITLES.map((t) => t.replace('、', '、 '));
  check('spaces behind the number', draft(spaced), all(spaced));
  const parts = TITLES.map((t, i) => `第${'一二三四五六'[i]}部分　${t.slice(2)}`);
  check('第一部分', draft(parts), all(parts));
  const bare = TITLES.map((t) => t.slice(2));
  check('without numbers', draft(bare), all(bare));
  const arabic = TITLES.map((t, i) => `${i + 1}、${t.slice(2)}`);
  check('Arabic numerals', draft(arabic), all(arabic));
  const split = put(3, '四、政府信息公开行政复议、\n行政诉讼情况');
  check('split over two lines', draft(split), all(split));
  const splitFar = put(2, '三、收到和处理政府\n\n信息公开申请情况');
  check('split over an empty line', draft(splitFar), all(splitFar));
  check('the number on a line of its own', draft(put(0, '一、\n总体情况')), all(put(0, '一、\n总体情况')));
});

describe('headings with faults', () => {
  const misnumbered = put(4, '四、存在的主要问题及改进情况');
  check('misnumbered', draft(misnumbered), all(misnumbered));
  const shifted = TITLES.map((t, i) => `${'二三四五六七'[i]}${t.slice(1)}`);
  check('all misnumbered', draft(shifted), all(shifted));
  const deep = put(5, '（六）其他需要报告的事项');
  check('a level too deep', draft(deep), all(deep));
  const deepHalf = put(3, '(四)政府信息公开行政复议、行政诉讼情况');
  check('a level too deep, half width', draft(deepHalf), all(deepHalf));
  const long = put(3, '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况');
  check('the long form', draft(long), all(long));
  for (const [i, words] of [
    [0, '一、本年度政府信息公开工作情况'],
    [0, '一、概述'],
    [0, '一、工作总体开展情况'],
    [1, '二、政府信息主动公开情况'],
    [2, '三、依申请公开情况'],
    [2, '三、政府信息公开申请办理情况'],
    [3, '四、行政复议和诉讼情况'],
    [3, '四、复议诉讼'],
    [4, '五、存在问题和下一步打算'],
    [4, '五、主要不足及改进措施'],
    [5, '六、其他事项'],
    [5, '六、需要报告的其它情况'],
    [5, '六、其他须要报告的事项'],
  ] as const) {
    check(`misworded: ${words}`, draft(put(i, words)), all(put(i, words)));
  }
  const strange = put(4, '五、困难与展望');
  check('told by nothing but its number and its neighbours', draft(strange), all(strange));
  check('doubled', draft([...TITLES, TITLES[2]]), [...all(TITLES), ['r', TITLES[2]]]);
  check('out of order', draft([TITLES[1], TITLES[0], ...TITLES.slice(2)]), [
    ['p', TITLES[1]],
    ['o', TITLES[0]],
    ...all(TITLES).slice(2),
  ]);
  for (let i = 0; i < 6; i++) {
    check(
      `${TITLES[i]} missing`,
      draft(TITLES.filter((_, k) => k !== i)),
      all(TITLES).filter((_, k) => k !== i),
    );
  }
  check('one alone', '三、收到和处理政府信息公开申请情况\n', [['r', TITLES[2]]]);
});

describe('what is no heading', () => {
  it.each(LAYOUT_NAMES.flatMap((layout) => FORMS.map((form) => [layout, form] as const)))(
    'rows of the tables in %s, form %s',
    (layout, form) => {
      const text = fixture(layout, form);
      const { sections, tables } = parseReport(text);
      expect(sections).toHaveLength(6);
      for (const s of sections) {
        for (const t of tables) {
          const apart = s.heading.range.end <= t.range.start || s.heading.range.start >= t.range.end;
          expect(apart, `${s.id} in ${t.id}`).toBe(true);
        }
      }
    },
  );
  check(
    'the six names in a sentence',
    draft(TITLES, { preface: `　　本报告分${TITLES.join('；')}六个部分。\n\n` }),
    all(TITLES),
  );
  check(
    'the six names on lines of a preface',
    draft(TITLES, {
      preface: `　　全文由总体情况、主动公开政府信息情况、\n收到和处理政府信息公开申请情况、\n政府信息公开行政复议、行政诉讼情况等组成。\n\n`,
    }),
    all(TITLES),
  );
  check(
    'a table of contents',
    draft(TITLES, { preface: `目录\n${TITLES.map((t, i) => `${t}................${i + 1}\n`).join('')}\n` }),
    all(TITLES),
  );
  check(
    'a table of contents without numbers of pages',
    draft(TITLES, { preface: `目  录\n${TITLES.join('\n')}\n\n` }),
    all(TITLES),
  );
  check(
    'a table of contents with links',
    draft(
      TITLES.map((t) => `## ${t}`),
      { preface: `${TITLES.map((t) => `- [${t}](#${t})\n`).join('')}\n` },
    ),
    all(TITLES),
  );
  check(
    'sub-headings',
    draft(TITLES).replace(
      TITLES[1],
      '（一）主动公开政府信息情况\n　　已经公开。\n（二）收到和处理政府信息公开申请情况\n　　已经办理。\n二、主动公开政府信息情况',
    ),
    all(TITLES),
  );
  check(
    'numbered sentences',
    draft(TITLES).replace('第1段', '一、抓总体情况的把握，强化统筹协调，落实各项公开任务，完善机制。第1段'),
    all(TITLES),
  );
  check('references', draft(TITLES).replace('第5段', '详见“三、收到和处理政府信息公开申请情况”。第5段'), all(TITLES));
  check(
    'a lone 一、 in a list of tasks',
    draft(TITLES).replace('　　第5段', '一、加强培训\n二、完善制度\n　　第5段'),
    all(TITLES),
  );
  check('nothing at all', '', []);
  check('any prose', '春天来了。\n一、出门\n二、回家\n', []);
});

describe('what is in a section', () => {
  const text = [
    '# 云泽市2022年政府信息公开工作年度报告',
    '',
    '　　本报告根据条例编制。',
    '',
    '一、总体情况',
    '（一）主动公开。全年公开信息12条。',
    '（二）依申请公开',
    '1.收件情况：共收到申请3件，',
    '均已办结。',
    '2. 办理情况',
    '　　这是一个很长的段落，它在页尾处被分页符从中间截成了两行，前一行没有句号而且足够长',
    '— 2 —',
    '后一行接着说完。',
    '六、其他需要报告的事项：无。',
    '',
    '云泽市人民政府',
    '2023年1月30日',
  ].join('\n');
  const report = parseReport(text);
  const [one, six] = report.sections;

  it('headings come apart', () => {
    expect(one?.heading).toEqual({
      text: '一、总体情况',
      range: locate(text, '一、总体情况'),
      number: { text: '一、', value: 1, level: 1, range: locate(text, '⟨一、⟩总体情况') },
      title: { text: '总体情况', range: locate(text, '一、⟨总体情况⟩') },
      wording: 'exact',
    });
  });
  it('sections reach to the next', () => {
    expect(one?.range).toEqual({ start: text.indexOf('一、总体'), end: text.indexOf('六、其他') });
    expect(six?.range).toEqual({ start: text.indexOf('六、其他'), end: text.length });
  });
  it('sub-headings, with the level and up to the first stop', () => {
    expect(one?.subheadings).toEqual([
      { level: 2, number: 1, text: '（一）主动公开', range: locate(text, '⟨（一）主动公开⟩。') },
      { level: 2, number: 2, text: '（二）依申请公开', range: locate(text, '（二）依申请公开') },
      { level: 3, number: 1, text: '1.收件情况', range: locate(text, '1.收件情况') },
      { level: 3, number: 2, text: '2. 办理情况', range: locate(text, '2. 办理情况') },
    ]);
  });
  it('a paragraph that a page break split is one', () => {
    const last = one?.paragraphs.at(-1);
    expect(last?.text).toBe(
      '这是一个很长的段落，它在页尾处被分页符从中间截成了两行，前一行没有句号而且足够长后一行接着说完。',
    );
    expect(last?.range).toEqual({ start: text.indexOf('这是一个'), end: text.indexOf('接着说完。') + 5 });
  });
  it('text behind a heading on its line', () => {
    expect(six?.heading.text).toBe('六、其他需要报告的事项');
    const range = locate(text, '无。');
    expect(six?.paragraphs[0]).toEqual({ text: '无。', range, parts: [range] });
  });
  it('the preface stands between title and first section', () => {
    const range = locate(text, '本报告根据条例编制。');
    expect(report.preface).toEqual([{ text: '本报告根据条例编制。', range, parts: [range] }]);
  });
});

describe('lines that lost their breaks', () => {
  const title = '云泽市2022年政府信息公开工作年度报告\n';
  const outline = (text: string): readonly string[] =>
    parseReport(text).sections.flatMap((s) => [s.heading.text, ...s.subheadings.map((h) => h.text)]);

  check(
    'a heading behind the preface',
    `${title}本报告根据条例编制，数据截至年底。 一、总体情况 （一）主动公开。平稳有序。 （二）依申请公开。全年没有收到申请。\n二、主动公开政府信息情况\n略。\n`,
    [
      ['o', '一、总体情况'],
      ['p', '二、主动公开政府信息情况'],
    ],
  );
  check(
    'a heading behind an address in brackets',
    `${title}本报告在云泽市政府网站上公布，可以查阅下载。（www.example.cn） 一、总体情况 工作平稳有序。\n二、主动公开政府信息情况\n略。\n`,
    [
      ['o', '一、总体情况'],
      ['p', '二、主动公开政府信息情况'],
    ],
  );
  it('a heading behind what announces the report', () => {
    const text = `${title}现将2022年工作情况报告如下： 一、总体情况 1、主动公开：40条，涉及公告、预算。 2、依申请公开：无。 二、主动公开政府信息情况\n略。\n`;
    expect(outline(text)).toEqual(['一、总体情况', '1、主动公开', '2、依申请公开', '二、主动公开政府信息情况']);
  });
  it('sub-headings of a section that begins its line', () => {
    const text = `${title}一、总体情况 2022年，各项工作平稳有序，任务按期完成。 （一）主动公开。网站更新及时。 1、数量：25条。 2、类别：公告。 （二）依申请公开。没有收到申请。\n`;
    expect(outline(text)).toEqual(['一、总体情况', '（一）主动公开', '1、数量', '2、类别', '（二）依申请公开']);
    const [section] = parseReport(text).sections;
    const [first] = section?.subheadings ?? [];
    expect(first?.range).toEqual(locate(text, '（一）主动公开'));
  });
  it('a sub-heading right behind the title', () => {
    const text = `${title}一、总体情况（一）主动公开。网站更新及时，公众号每周发布，栏目按月巡查。 （二）依申请公开。没有收到申请。\n`;
    expect(outline(text)).toEqual(['一、总体情况', '（一）主动公开', '（二）依申请公开']);
  });
  check(
    'all sections on one line',
    `${title}${TITLES.map((t, i) => `${t} 第${i + 1}段说的是本年度的工作，平稳有序。`).join(' ')}\n`,
    all(TITLES),
  );
  check(
    'headings with nothing between them',
    `${title}${TITLES[0]} 工作平稳有序，各项任务按期完成，没有遗漏。 ${TITLES.slice(1).join(' ')} 无。\n`,
    all(TITLES),
  );
  it('the period goes before the heading', () => {
    const text = `${title}统计期限自2022年1月1日至2022年12月31日，电子版可以下载。 一、总体情况 （一）主动公开。平稳。\n`;
    expect(parseReport(text).preface.map((p) => p.text)).toEqual([
      '统计期限自2022年1月1日至2022年12月31日，电子版可以下载。',
    ]);
  });
});

describe('lines that only name the titles', () => {
  const list = TITLES.join('；');
  check('a list in the preface', draft(TITLES, { preface: `全文包括：${list}。\n` }), all(TITLES));
  check('a list behind a sentence', draft(TITLES, { preface: `本报告分六个部分。${list}。\n` }), all(TITLES));
  check(
    'a list with spaces, of a draft that was only just begun',
    `云泽市2022年政府信息公开工作年度报告\n本报告根据条例的要求编制而成，全文包括 ${TITLES.join(' ')} 六个部分。\n一、总体情况\n平稳。\n`,
    [['o', '一、总体情况']],
  );
  check(
    'a sentence that points to a section',
    draft([TITLES[0]], { preface: '各项数字的说明见后文。有关情况详见“二、主动公开政府信息情况”和所附的表格。\n' }),
    [['o', '一、总体情况']],
  );
});

describe('sub-headings among long numbered lines', () => {
  const words = (body: string): readonly string[] =>
    (parseReport(`一、总体情况\n${body}\n`).sections[0]?.subheadings ?? []).map((h) => h.text);
  const long = '本机关坚持把信息公开与业务工作同部署、同检查、同考核，逐项核对公开目录和办理流程并按季度通报完成情况';

  it('a long one between headings is one of them', () => {
    expect(words(`（一）加强领导，${long}。\n（二）主动公开。平稳。\n（三）2022年，${long}。`)).toEqual([
      '（一）加强领导',
      '（二）主动公开',
      '（三）2022年，本机关坚持把信息公开与业务工作同部署、同检查、同考核',
    ]);
  });
  it('a year right behind the number', () => {
    expect(words('1.主动公开。平稳。\n2.2022年，没有收到申请。\n3、2022年度无复议。\n4.5万条信息已经更新。')).toEqual([
      '1.主动公开',
      '2.2022年，没有收到申请',
      '3、2022年度无复议',
    ]);
  });
  it('a list of long sentences is none', () => {
    expect(words(`（一）我局${long}。\n（二）我局${long}。`)).toEqual([]);
  });
  it('not one with a number that does not go on', () => {
    expect(words(`（一）主动公开。平稳。\n（五）我局${long}。`)).toEqual(['（一）主动公开']);
  });
  it('not one of another level', () => {
    expect(words(`（一）主动公开。平稳。\n2.我局${long}。`)).toEqual(['（一）主动公开']);
  });
});
