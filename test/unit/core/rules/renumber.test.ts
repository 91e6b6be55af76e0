/** One action that numbers a list anew from a broken number on. */
import { describe, expect, it } from 'vitest';
import { applyEdits, checkReport, fixesFor, parseReport } from '../../../../server/src/core';
import { renumbered } from '../../../../server/src/core/text/numbering';
import { edited } from '../support/draft';

const LEAD = '　　2022年，本机关把信息公开与日常工作一同部署、一同检查，各项任务按期完成。';
const with_ = (words: string): string => edited('gfm', '2021', [[LEAD, words]]);

describe('renumbering from a broken number on', () => {
  const PROBLEMS = '　　一是部分文件解读不够通俗，二是基层公开的力量不足。';
  const NEXT = '　　2023年将一是充实解读形式，二是加强业务培训，三是完善检查办法。';
  /** A draft with sub-headings of its own in a section that has none. */
  const asked = (words: string): string =>
    words.includes('\n')
      ? edited('gfm', '2021', [
          [PROBLEMS, words.replaceAll('\n', '\n\n')],
          [NEXT, '今后还将一是充实解读形式，二是加强业务培训。'],
        ])
      : with_(words);

  /** The titles of the fixes of the first finding, and the draft as the preferred one makes it. */
  const renumberedDraft = (words: string): { titles: string[]; text: string; left: number } => {
    const report = parseReport(asked(words));
    const finding = checkReport(report).find((f) => f.rule === 'prose/numbering');
    const fixes = finding ? fixesFor(report, finding) : [];
    expect(fixes.filter((f) => f.preferred)).toHaveLength(1);
    const [fix] = fixes.filter((f) => f.preferred);
    for (const { range, newText } of fix?.edits ?? []) {
      // a number changes its own characters and no others
      expect(range.end - range.start).toBeLessThanOrEqual(2);
      expect(newText.length).toBeLessThanOrEqual(3);
    }
    const text = applyEdits(report.text, fix?.edits ?? []);
    return { titles: fixes.map((f) => f.title.zh), text, left: checkReport(parseReport(text)).length };
  };

  it.each([
    [
      'a chain',
      '任务：一是公开；二是解读；四是回应；五是培训；六是考核。',
      '任务：一是公开；二是解读；三是回应；四是培训；五是考核。',
      '从这里起重新编号：“三是”至“五是”（3 处）',
    ],
    [
      'a chain with a number doubled, whose next list stays',
      '做法：一是公开；二是解读；二是回应；三是培训。打算：一是充实；二是考核。',
      '做法：一是公开；二是解读；三是回应；四是培训。打算：一是充实；二是考核。',
      '从这里起重新编号：“三是”至“四是”（2 处）',
    ],
    [
      'a chain that breaks twice',
      '任务：一是公开；二是解读；四是回应；五是培训；七是考核。',
      '任务：一是公开；二是解读；三是回应；四是培训；五是考核。',
      '从这里起重新编号：“三是”至“五是”（3 处）',
    ],
    [
      'sub-headings with their brackets, those below them untouched',
      '(一)公开\n内容准确。\n(三)解读\n1.图解\n形式多样。\n2.视频\n通俗易懂。\n(四)回应\n及时答复。',
      '(一)公开\n内容准确。\n(二)解读\n1.图解\n形式多样。\n2.视频\n通俗易懂。\n(三)回应\n及时答复。',
      '从这里起重新编号：“(二)”至“(三)”（2 处）',
    ],
    [
      'sub-headings of one parent',
      '（一）公开\n1、目录\n逐项核对。\n1、栏目\n逐项充实。\n2、检索\n逐项试用。\n（二）回应\n1、登记\n专人负责。\n2、答复\n格式统一。',
      '（一）公开\n1、目录\n逐项核对。\n2、栏目\n逐项充实。\n3、检索\n逐项试用。\n（二）回应\n1、登记\n专人负责。\n2、答复\n格式统一。',
      '从这里起重新编号：“2、”至“3、”（2 处）',
    ],
    [
      'a list that begins at two',
      '（二）公开\n内容准确。\n（三）解读\n形式多样。\n（四）回应\n及时答复。',
      '（一）公开\n内容准确。\n（二）解读\n形式多样。\n（三）回应\n及时答复。',
      '从这里起重新编号：“（一）”至“（三）”（3 处）',
    ],
    [
      'links without their 是',
      '任务：一是公开；二是解读；四是回应；五培训；六是考核。',
      '任务：一是公开；二是解读；三是回应；四是培训；五是考核。',
      '从这里起重新编号：“三是”至“五是”（3 处）',
    ],
    [
      'numbers of ten and more',
      `任务：${['一', '二', '三', '四', '五', '六', '七', '八', '九', '九', '十'].map((n) => `${n}是做好工作`).join('；')}。`,
      `任务：${['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一'].map((n) => `${n}是做好工作`).join('；')}。`,
      '从这里起重新编号：“十是”至“十一是”（2 处）',
    ],
  ])('%s', (_, wrong, right, title) => {
    const { titles, text, left } = renumberedDraft(wrong);
    expect(titles).toContain(title);
    expect(text).toBe(asked(right));
    expect(left).toBe(0);
  });

  it('is not offered where one number is all that is wrong', () => {
    const { titles, text } = renumberedDraft('任务：一是公开；二是解读；二是回应；四是培训。');
    expect(titles).toEqual(['改为“三是”']);
    expect(text).toBe(with_('任务：一是公开；二是解读；三是回应；四是培训。'));
  });

  it.each([
    ['（四）', 3, '（三）'],
    ['(四)、', 12, '(十二)、'],
    ['4．', 10, '10．'],
    ['４、', 3, '３、'],
    ['④', 3, '③'],
    ['⒋', 3, '⒊'],
    ['㈣', 11, '（11）'],
    ['第十一', 9, '第九'],
  ])('%s as %d is %s', (mark, value, expected) => expect(renumbered(mark, value)).toBe(expected));
});
