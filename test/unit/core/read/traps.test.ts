/** What stands around and inside real drafts and must not be taken for the form's: each case once misled the reader. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkReport, isDraft, parseReport } from '../../../../server/src/core';

const DRAFT = readFileSync(new URL('../fixtures/gfm-2021.txt', import.meta.url), 'utf8');

function serious(text: string): string[] {
  return checkReport(parseReport(text))
    .filter((f) => f.severity === 'error' || f.severity === 'warning')
    .map((f) => `${f.rule} ${f.message.zh}`);
}

const OWN_TABLE =
  '| 事项 | 数量 |\n| --- | --- |\n| 规范性文件 | 3 |\n| 行政许可 | 12 |\n| 行政处罚 | 4 |\n| 其他 | 1 |\n| 总计 | 20 |\n';

describe('nothing to flag', () => {
  const cases: readonly (readonly [string, (text: string) => string])[] = [
    ['as it is', (t) => t],
    ['a table of the author’s own in the overview', (t) => t.replace('### （二）', `${OWN_TABLE}\n### （二）`)],
    ['one behind table 3', (t) => t.replace('## 四、', `${OWN_TABLE}\n## 四、`)],
    ['one behind table 4', (t) => t.replace('## 五、', `${OWN_TABLE}\n## 五、`)],
    ['合计 for 总计', (t) => t.replaceAll('总计', '合计')],
    ['numbers that Markdown escapes', (t) => t.replace(/\| (\d)\.(?=\D)/g, '| $1\\.')],
    ['a menu before the title', (t) => `首页 > 政务公开 > 政府信息公开年报\n政府信息公开年报\n\n${t}`],
    [
      'a sub-heading in the words of a section',
      (t) => t.replace('### （一）主动公开', '### （一）主动公开政府信息情况'),
    ],
    ['headings in links', (t) => t.replace(/^## (.*)$/gm, '## [$1](#x)')],
    ['headings in tags', (t) => t.replace(/^## (.*)$/gm, '<p><strong><span style="color:red">$1</span></strong></p>')],
    ['anchors before headings', (t) => t.replace(/^## (.*)$/gm, '<a name="_Toc1"></a>**$1**')],
  ];
  for (const [written, one, level] of [
    ['①', 0x2460, 3],
    ['⑴', 0x2474, 3],
    ['⒈', 0x2488, 3],
    ['㈠', 0x3220, 2],
  ] as const) {
    const number = level === 3 ? /(?<=\| )(\d)\.(?=\D)/g : /（([一二三四五六七])）(?!项)/g;
    const digits = level === 3 ? '123456789' : '一二三四五六七';
    it(`numbers of one character before rows and sub-headings: ${written}`, () => {
      const text = DRAFT.replace(number, (_, n: string) => String.fromCharCode(one + digits.indexOf(n)));
      expect(text).toContain(written);
      expect(serious(text)).toEqual([]);
      const values = (t: string): unknown =>
        parseReport(t).tables.map((x) => [...x.cells].map(([n, c]) => [n, c.value]));
      expect(values(text)).toEqual(values(DRAFT));
      const heads = (t: string): unknown =>
        parseReport(t).sections.map((s) => s.subheadings.map((h) => [h.level, h.number]));
      expect(heads(text)).toEqual(heads(DRAFT));
    });
  }
  it('a circled number that is wrong is a label that is wrong', () => {
    expect(serious(DRAFT.replace('3.危及', '④危及'))).toEqual([expect.stringMatching(/^table\/label .*④危及/)]);
  });

  it.each(cases)('%s', (_, change) => {
    const text = change(DRAFT);
    expect(serious(text)).toEqual([]);
    expect(parseReport(text).year?.value).toBe(2022);
  });
});

describe('one finding for one cause', () => {
  it('a column of totals that is not filled in yet', () => {
    const lines = DRAFT.split('\n').map((l) =>
      /^\|.*\d \|$/.test(l) && /一、|二、|（一）|（七）|四、/.test(l) ? l.replace(/\d+ \|$/, ' |') : l,
    );
    const sums = serious(lines.join('\n')).filter((f) => f.startsWith('balance/'));
    expect(sums).toHaveLength(1);
    expect(sums[0]).toMatch(/总计没有填/);
  });

  it('a section that only a sub-heading of the same words is left of', () => {
    const cut = DRAFT.slice(0, DRAFT.indexOf('## 六、'));
    const text = `${cut}### （一）问题\n\n解读形式不多。\n\n### （二）改进\n\n增加图解。\n\n### （三）其他需要报告的事项\n\n没有收取信息处理费。\n`;
    expect(serious(text)).toEqual([expect.stringMatching(/^section\/missing .*其他需要报告的事项/)]);
  });

  it('headings without any number', () => {
    const found = serious(DRAFT.replace(/^## [一二三四五六]、/gm, '## '));
    expect(found).toEqual([expect.stringMatching(/^section\/number 6 个部分/)]);
  });
});

describe('no draft', () => {
  it.each([
    [
      'a notice about reports',
      '关于做好2023年度报告编制工作的通知\n\n各单位：\n\n一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n请按上述内容编制。\n',
    ],
    ['a page that lists reports', '政府信息公开年报\n2023年\n2022年\n2021年\n'],
  ])('%s', (_, text) => {
    expect(isDraft(text)).toBe(false);
  });
});
