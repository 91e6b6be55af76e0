import { describe, expect, it } from 'vitest';
import { applyEdits, checkReport, fixesFor, parseReport } from '../../../../server/src/core';
import { newDraft } from '../../../../server/src/core/edit/skeleton';
import { edited, expectFindings } from '../support/draft';

const LEAD = '　　2022年，本机关把信息公开与日常工作一同部署、一同检查，各项任务按期完成。';
const with_ = (words: string): string => edited('gfm', '2021', [[LEAD, words]]);

describe('section/placeholder', () => {
  it('one finding a line, the others related', () => {
    const text = with_('公开【填写数量】条，其中【填写重点领域和条数】。\n\n去年30条【核】，前年20条【核】。');
    const [first] = expectFindings(text, [
      ['section/placeholder', 'information', '【填写数量】', '待填写 2 处：【填写数量】【填写重点领域和条数】'],
      ['section/placeholder', 'information', '30条⟨【核】⟩', '待核对 2 处'],
    ]);
    expect(first?.related?.map((r) => text.slice(r.range.start, r.range.end))).toEqual(['【填写重点领域和条数】']);
  });

  it('brackets of the author’s own are none', () => {
    expectFindings(with_('【法规】【2022】【说明】按【核心指标】公开，【填写\n数量】。'), []);
  });

  it('every line of a new draft that waits for the author is found', () => {
    const { text } = newDraft({ organisation: '双桥镇人民政府', year: 2024, level: 'township' });
    const lines = new Set(
      checkReport(parseReport(text)).map((f) => text.slice(0, f.range.start).split('\n').length - 1),
    );
    expect([...lines]).toEqual(text.split('\n').flatMap((line, i) => (line.includes('【') ? [i] : [])));
  });

  it('marks of a line go together once they are checked, what is to be written stays', () => {
    const text = with_('30条【核】、20条【核】、【填写数量】条。');
    const [finding] = checkReport(parseReport(text));
    if (!finding) throw new Error('nothing found');
    const [fix, ...others] = fixesFor(parseReport(text), finding);
    expect(others).toEqual([]);
    expect(fix).toMatchObject({ title: { zh: '已核对，删去这一行的“【核】”' }, preferred: false, safe: false });
    expect(applyEdits(text, fix?.edits ?? [])).toBe(with_('30条、20条、【填写数量】条。'));
    const blank = with_('【填写数量】条。');
    const [open] = checkReport(parseReport(blank));
    expect(open && fixesFor(parseReport(blank), open)).toEqual([]);
  });
});
