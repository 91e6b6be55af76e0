/** Title, preface and signature of different offices. */
import { describe, expect, it } from 'vitest';
import { applyEdits, checkReport, type Finding, fixesFor, parseReport } from '../../../../server/src/core';
import { frameById, type Insert, renderDraft } from '../../../accuracy/frames';

const at = (place: Insert['place'], text: string): Insert => ({ place, text, alone: false, after: false });
const draft = (place: Insert['place'], text: string): string =>
  renderDraft(frameById('county-2023'), at(place, text)).text;
const found = (text: string): Finding[] =>
  checkReport(parseReport(text)).filter((f) => f.rule === 'prose/organisation');
const told = (text: string): string[] => found(text).map((f) => text.slice(f.range.start, f.range.end));
const mended = (text: string): string[] => {
  const report = parseReport(text);
  return found(text).flatMap((f) => fixesFor(report, f).map((fix) => applyEdits(text, fix.edits)));
};

describe('prose/organisation', () => {
  it.each([
    ['signature', '石鼓县人民政府\n2024年1月20日', '石鼓县人民政府', '青岑县人民政府\n\n2024年1月20日'],
    ['signature', '石鼓县人民政府办公室2024年1月20日', '石鼓县人民政府办公室', '青岑县人民政府办公室2024年1月20日'],
    [
      'preface',
      '现编制并公布《石鼓县2023年政府信息公开工作年度报告》，请予审议。',
      '石鼓县',
      '《青岑县2023年政府信息公开工作年度报告》',
    ],
    [
      'preface',
      '根据条例，现公布石鼓县人民政府2023年政府信息公开工作年度报告。',
      '石鼓县人民政府',
      '现公布青岑县人民政府2023年',
    ],
    [
      'preface',
      '如对本报告有疑问，请与石鼓县人民政府办公室联系（电话：1234567）。',
      '石鼓县人民政府办公室',
      '请与青岑县人民政府办公室联系',
    ],
    [
      'preface',
      '根据条例，由石鼓县人民政府办公室编制本年度报告。',
      '石鼓县人民政府办公室',
      '由青岑县人民政府办公室编制',
    ],
  ] as const)('%s: %s', (place, words, name, right) => {
    const text = draft(place, words);
    expect(found(text).map((f) => f.severity)).toEqual(['hint']);
    expect(told(text)).toEqual([name]);
    expect(found(text)[0]?.message.zh).toContain('青岑县人民政府');
    const [after = ''] = mended(text);
    expect(after).toContain(right);
    expect(told(after)).toEqual([]);
  });

  it('is told of the title where preface and signature agree', () => {
    const text = draft('signature', '青岑县人民政府\n2024年1月20日').replace(
      '青岑县人民政府2023年',
      '石鼓县人民政府2023年',
    );
    expect(told(text)).toEqual(['石鼓县人民政府']);
    expect(found(text)[0]?.range.start).toBeLessThan(10);
    const report = parseReport(text);
    const fixes = found(text).flatMap((f) => fixesFor(report, f));
    expect(fixes.map((f) => [f.title.zh, f.preferred])).toEqual([['改为“青岑县”', true]]);
    expect(applyEdits(text, fixes[0]?.edits ?? [])).toContain('# 青岑县人民政府2023年');
  });

  it('has no fix where it is not told which county is meant', () => {
    const text = renderDraft(frameById('town-2020'), at('signature', '石鼓县桃源镇人民政府\n2021年1月8日')).text;
    expect(told(text)).toEqual(['石鼓县桃源镇人民政府']);
    expect(mended(text)).toEqual([]);
  });

  it.each([
    ['signature', '青岑县人民政府办公室\n2024年1月20日'],
    ['signature', '青岑县政务服务和数据管理局\n2024年1月20日\n（此件公开发布）'],
    // not signed: no date with it
    ['signature', '石鼓县人民政府'],
    ['signature', '联系地址：石鼓县青年路1号石鼓县人民政府。'],
    ['preface', '根据《石鼓县2023年政府信息公开工作年度报告》编制要求，形成本报告。'],
    ['preface', '参照石鼓县人民政府办公室编制的模板，我县编制本报告。'],
    ['preface', '本报告由县政府办公室会同各乡镇编制。'],
    ['preface', '本报告由青岑县政务公开办公室汇总各乡镇情况编制。'],
    ['preface', '国务院办公厅政府信息与政务公开办公室编制了新的格式。'],
    ['preface', '根据条例，特向社会公布2023年度我县信息公开年度报告。'],
    ['preface', '如有疑问，请与省政务服务中心联系，或者请与青岑县数据局联系。'],
    ['preface', '为方便查询，石鼓县等邻县的报告可在省政府网站查阅。'],
  ] as const)('%s: not %s', (place, words) => {
    expect(told(draft(place, words))).toEqual([]);
  });

  it('says nothing where the title names no office', () => {
    const text = draft('signature', '石鼓县人民政府\n2024年1月20日').replace('# 青岑县人民政府2023年', '# 2023年');
    expect(told(text)).toEqual([]);
  });
});
