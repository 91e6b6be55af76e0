import { describe, expect, it } from 'vitest';
import { applyEdits, checkReport, type Finding, fixesFor, parseReport } from '../../../../server/src/core';
import { edited, expectFindings } from '../support/draft';

const LEAD = '　　2022年，本机关把信息公开与日常工作一同部署、一同检查，各项任务按期完成。';
const FEE = '　　本年度未收取信息处理费，没有其他需要报告的事项。';
const with_ = (words: string): string => edited('gfm', '2021', [[LEAD, words]]);
const first = (text: string): Finding => {
  const [finding, ...others] = checkReport(parseReport(text));
  if (!finding || others.length > 0) throw new Error(`${others.length + 1} findings`);
  return finding;
};
/** The text with the first fix of its one finding. */
const mended = (text: string): string => {
  const report = parseReport(text);
  const [fix] = fixesFor(report, first(text));
  if (!fix) throw new Error('no fix');
  return applyEdits(text, fix.edits);
};

describe('what is flagged, and is gone once it is mended', () => {
  it.each([
    ['prose/table', '收到政府信息公开申请⟨3485件⟩。', '3458', '收到政府信息公开申请3458件。'],
    ['prose/table', '收到政府信息公开申请⟨３４８５件⟩。', '3458', '收到政府信息公开申请３４５８件。'],
    ['prose/table', '全年行政事业性收费⟨5608.35万元⟩。', '5068.35万元', '全年行政事业性收费5068.35万元。'],
    [
      'prose/sum',
      '发布信息⟨1.2万条，其中动态8000条，其余3000条⟩为公告。',
      '11000',
      '发布信息1.1万条，其中动态8000条，其余3000条为公告。',
    ],
    [
      'prose/sum',
      '发布信息⟨90条，其中动态30条，其余50条⟩为公告。',
      '80',
      '发布信息80条，其中动态30条，其余50条为公告。',
    ],
    ['prose/numbering', '任务：一是公开；二是解读；⟨四是⟩回应。', '三是', '任务：一是公开；二是解读；三是回应。'],
    ['prose/repeated-word', '对⟨关于关于⟩答复的培训。', '关于', '对关于答复的培训。'],
    ['prose/repeated-word', '对⟨关于关于关于⟩答复的培训。', '关于', '对关于答复的培训。'],
    ['prose/repeated-word', '推进⟨规范规范⟩化建设。', '规范', '推进规范化建设。'],
    ['prose/repeated-word', '各部门做好⟨工作工作⟩。', '工作', '各部门做好工作。'],
    [
      'prose/year',
      '⟨2021年⟩，本机关把信息公开与日常工作一同部署。',
      '2021',
      '2022年，本机关把信息公开与日常工作一同部署。',
    ],
  ])('%s: %s', (rule, marked, mention, right) => {
    const text = with_(marked.replace(/[⟨⟩]/g, ''));
    expectFindings(text, [[rule, 'warning', marked, mention]]);
    expect(mended(text)).toBe(with_(right));
    expectFindings(with_(right), []);
  });

  it.each([
    ['prose/rate', '抽查栏目50个，合格47个，合格率⟨92%⟩。', '94'],
    ['prose/contradiction', '全年新收政府信息公开申请3458件，⟨均已办结⟩。', '177'],
  ])('%s has no fix: %s', (rule, marked, mention) => {
    const text = with_(marked.replace(/[⟨⟩]/g, ''));
    expectFindings(text, [[rule, 'warning', marked, mention]]);
    expect(fixesFor(parseReport(text), first(text))).toEqual([]);
  });

  it('prose/fee, with a sentence to add', () => {
    const text = edited('gfm', '2021', [[FEE, '　　没有其他需要报告的事项。']]);
    const finding = first(text);
    expect([finding.rule, finding.severity, finding.section]).toEqual(['prose/fee', 'warning', 'others']);
    expect(mended(text)).toContain('没有收取信息处理费');
    expectFindings(mended(text), []);
  });

  it('numbers of one sentence are one finding with the cells that they are', () => {
    const text = with_('新收政府信息公开申请3485件，办结3490件，结转下年度继续办理177件。');
    const finding = first(text);
    expect(finding.cells).toEqual(['requests.newlyReceived.total', 'requests.handledTotal.total']);
    const places = finding.related?.map((r) => text.slice(r.range.start, r.range.end));
    expect(places).toEqual(expect.arrayContaining(['3490件', '3458', '3409']));
    expect(mended(text)).toBe(with_('新收政府信息公开申请3458件，办结3409件，结转下年度继续办理177件。'));
  });
});

describe('what is not flagged', () => {
  it.each([
    '收到政府信息公开申请3586件（含上年结转128件）。',
    '收到政府信息公开申请3400余件。',
    '2021年收到政府信息公开申请12件。',
    '市教育局收到政府信息公开申请12件。',
    '上半年收到政府信息公开申请12件。',
    '收到行政许可申请12件。',
    '发布信息90条，其中动态30条、公告50条。',
    '抽查栏目30个，合格20个，合格率66.67%。',
    '抽查栏目30个，合格20个，合格率66.6%。',
    '常常开展研究研究，逐项逐项核对，为了了解目的的需要。',
    '一是公开；二是解读。一是回应；二是监督。',
    '载体有：一是网站公开职能信息二是电子屏公开便民信息。三是新媒体。四是发布会。',
    '健全信息公开工作工作机制，组织工作工作人员培训。',
    '进一步规范规范性文件的公开。',
    '社会组织组织开展培训，各部门部门预算按时公开。',
    '对惠企政策政策解读材料逐一核对。',
    '与2021年相比，公开更加及时；2021年以来的栏目继续保留。',
    '行政复议40件，其中结果维持24件、结果纠正8件。',
  ])('%s', (words) => {
    expectFindings(with_(words), []);
  });
});

describe('prose/year in the head', () => {
  const head = (title: string, preface: string): string =>
    `${title}\n\n${preface}\n\n一、总体情况\n　　工作平稳有序。\n`;
  const years = (text: string): readonly string[] =>
    checkReport(parseReport(text))
      .filter((f) => f.rule === 'prose/year')
      .map((f) => text.slice(f.range.start, f.range.end));

  it('the title again with another year', () => {
    const again = '云泽市水务局2021年政府信息公开工作年度报告';
    expect(years(head('云泽市水务局2022年政府信息公开工作年度报告', again))).toEqual(['2021年']);
  });
  it.each([
    '现公布2021年云泽市水务局信息公开年度报告。',
    '现将我局2021年政府信息公开报告公布如下。',
    '结合云泽市水务局2021年政府信息公开工作实际，编制本报告。',
  ])('the year in %s', (preface) => {
    expect(years(head('云泽市水务局2022年政府信息公开工作年度报告', preface))).toEqual(['2021年']);
  });
  const later = '一、总体情况\n2023年，我局认真落实条例要求。\n（一）主动公开。2023年，通过网站发布信息63条。\n';
  it('the title, where the text is of the year after', () => {
    const text = `云泽市水务局2022年政府信息公开工作年度报告\n${later}`;
    expect(years(text)).toEqual(['2022']);
    const report = parseReport(text);
    const [fix] = fixesFor(report, checkReport(report).find((f) => f.rule === 'prose/year') as Finding);
    expect(applyEdits(text, fix?.edits ?? [])).toBe(text.replace('2022', '2023'));
  });
  it('the period, where the preface names the year after', () => {
    const preface = '云泽市水务局编制了2023年政府信息公开年度报告。统计期限自2022年1月1日至2022年12月31日。';
    expect(years(`${preface}\n${later}`)).toEqual(['2022年1月1日至2022年12月31日']);
  });
  it('the period, where there is no title and the text is of the year after', () => {
    expect(years(`统计期限自2022年1月1日至2022年12月31日。\n${later}`)).toEqual(['2022年1月1日至2022年12月31日']);
  });
  it('not the title where one sentence is of its year', () => {
    const text = `云泽市水务局2022年政府信息公开工作年度报告\n${later}（二）依申请公开。2022年没有收到申请。\n`;
    expect(years(text)).toEqual([]);
  });
  it('not the title where the text looks ahead', () => {
    const plans = '一、总体情况\n工作平稳。2023年，我局将继续完善制度。2023年1月31日前公布报告。\n';
    expect(years(`云泽市水务局2022年政府信息公开工作年度报告\n${plans}`)).toEqual([]);
  });
  it.each([
    ['2021年，通过部门网站公开信息363条。', true],
    ['（一）主动公开情况。2021年，按照上级要求，及时更新目录。', true],
    ['2021年未收到政府信息公开申请。', true],
    ['2021年，按照《云泽市2022年政务公开工作要点》（云政发〔2022〕3号）的要求，及时更新目录。', true],
    ['2021年，按照要求及时更新目录，2022年继续更新。', false],
    ['2021年以前的文件全部标注有效性。', false],
    ['2021年，县水务局在全省测评中被评为优秀单位。2022年，县水务局继续努力。', false],
    ['2021年，按照评选结果被评为优秀单位。', false],
    ['2021年4月，按照上级部署，开展培训。', false],
    ['工作有序推进，任务按期完成，各项要求逐一落实到位。2021年，通过网站公开信息363条。', false],
  ])('%s', (sentence, told) => {
    const text = `云泽市水务局2022年政府信息公开工作年度报告\n一、总体情况\n${sentence}\n2022年，我局落实条例。\n`;
    expect(years(text)).toEqual(told ? ['2021年'] : []);
  });
  it('the period that only the first section states', () => {
    const text =
      '云泽市水务局2022年政府信息公开工作年度报告\n一、总体情况\n统计期限自2021年1月1日起至2021年12月31日止。\n';
    expect(years(text)).toEqual(['2021年1月1日起至2021年12月31日']);
  });
  it.each([
    ['云泽市水务局2022年政府信息公开工作年度报告', '云泽市水务局2022年度政府信息公开工作年度报告'],
    // other reports in the menu of the page
    ['云泽市水务局2022年政府信息公开工作年度报告', '2021年政府信息公开年报'],
    ['青禾中学2022年信息公开工作年度报告', '统计期限自2021年9月1日至2022年8月31日。'],
  ])('not in %s: %s', (title, preface) => expect(years(head(title, preface))).toEqual([]));
});

describe('prose/repeated-word in the title', () => {
  const found = (title: string): readonly string[] => {
    const text = `${title}\n\n一、总体情况\n　　平稳。\n`;
    return checkReport(parseReport(text))
      .filter((f) => f.rule === 'prose/repeated-word')
      .map((f) => text.slice(f.range.start, f.range.end));
  };
  it('a word twice', () => expect(found('云泽市水务局2022年政府信息公开工作工作年度报告')).toEqual(['工作工作']));
  it('on the second line', () => {
    expect(found('云泽市水务局\n2022年政府信息公开工作工作年度报告')).toEqual(['工作工作']);
  });
  it('nothing twice', () => expect(found('云泽市水务局2022年政府信息公开工作年度报告')).toEqual([]));
});
