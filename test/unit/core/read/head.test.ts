/** Title, organisation, year and period. */
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../../../server/src/core';
import { locate } from '../support/draft';

const BODY = '\n一、总体情况\n　　本年度工作平稳。\n';

/** Asserts what the head of a draft says; `null` for what it does not. */
function check(
  head: string,
  expected: { title: string | null; organisation: string | null; year: number | null; at?: string },
): void {
  it(JSON.stringify(head), () => {
    const text = `${head}\n${BODY}`;
    const { title, organisation, year } = parseReport(text);
    expect(title?.text ?? null).toBe(expected.title);
    expect(organisation?.text ?? null).toBe(expected.organisation);
    expect(year?.value ?? null).toBe(expected.year);
    if (title) expect(text.slice(title.range.start, title.range.end).replaceAll(/\s*\n\s*/g, '')).toBe(title.text);
    if (organisation) expect(text.slice(organisation.range.start, organisation.range.end)).toBe(organisation.text);
    if (expected.at) expect(year?.range).toEqual(locate(text, expected.at));
  });
}

describe('titles', () => {
  const title = '云泽市人民政府2022年政府信息公开工作年度报告';
  const organisation = '云泽市人民政府';
  check(title, { title, organisation, year: 2022, at: '⟨2022⟩年政府' });
  check(`# ${title}`, { title, organisation, year: 2022 });
  check(`# **${title}** #`, { title, organisation, year: 2022 });
  check(`<h1>${title}</h1>`, { title, organisation, year: 2022 });
  check(`　　　${title}　`, { title, organisation, year: 2022 });
  check(`\ufeff${title}`, { title, organisation, year: 2022 });
  check(`云泽市人民政府\n2022年政府信息公开工作年度报告`, { title, organisation, year: 2022 });
  check(`云泽市人民政府2022年\n政府信息公开工作年度报告`, { title, organisation, year: 2022 });
  check(`云泽市人民政府\r\n2022年政府信息公开工作年度报告`, { title, organisation, year: 2022 });
  check('2022年云泽市政府信息公开工作年度报告', {
    title: '2022年云泽市政府信息公开工作年度报告',
    organisation: '云泽市',
    year: 2022,
  });
  check('云泽市2022年度政府信息公开工作年度报告', {
    title: '云泽市2022年度政府信息公开工作年度报告',
    organisation: '云泽市',
    year: 2022,
  });
  check('二〇二三年云泽市政府信息公开工作年度报告', {
    title: '二〇二三年云泽市政府信息公开工作年度报告',
    organisation: '云泽市',
    year: 2023,
    at: '⟨二〇二三⟩年云泽',
  });
  check('云泽市二○二○年政府信息公开工作年度报告', {
    title: '云泽市二○二○年政府信息公开工作年度报告',
    organisation: '云泽市',
    year: 2020,
  });
  check('云泽市财政局政府信息公开工作年度报告（2022年度）', {
    title: '云泽市财政局政府信息公开工作年度报告（2022年度）',
    organisation: '云泽市财政局',
    year: 2022,
    at: '（⟨2022⟩年度）',
  });
  check('云泽市财政局政府信息公开工作年度报告\n（2022年）', {
    title: '云泽市财政局政府信息公开工作年度报告（2022年）',
    organisation: '云泽市财政局',
    year: 2022,
  });
  check('云泽市财政局 2022 年 政府信息公开工作年度报告', {
    title: '云泽市财政局 2022 年 政府信息公开工作年度报告',
    organisation: '云泽市财政局',
    year: 2022,
  });
  check('云泽市２０２２年政府信息公开工作年度报告', {
    title: '云泽市２０２２年政府信息公开工作年度报告',
    organisation: '云泽市',
    year: 2022,
    at: '２０２２',
  });
  check('云泽市2022年政务公开工作年度报告'.replace('政务公开', '政务信息公开'), {
    title: '云泽市2022年政务信息公开工作年度报告',
    organisation: '云泽市',
    year: 2022,
  });
  check('关于云泽市2022年政府信息公开工作的年度报告', {
    title: '关于云泽市2022年政府信息公开工作的年度报告',
    organisation: '云泽市',
    year: 2022,
  });
  check('云泽市2022年政府信息公开年度报告', {
    title: '云泽市2022年政府信息公开年度报告',
    organisation: '云泽市',
    year: 2022,
  });
  check('云泽市2022年政府信息公开工作年报', {
    title: '云泽市2022年政府信息公开工作年报',
    organisation: '云泽市',
    year: 2022,
  });
  check('2022年政府信息公开工作年度报告', {
    title: '2022年政府信息公开工作年度报告',
    organisation: null,
    year: 2022,
  });
  check('云泽市政府信息公开工作年度报告', {
    title: '云泽市政府信息公开工作年度报告',
    organisation: '云泽市',
    year: null,
  });
  // 政府 left out
  check('云泽市水务局2022年信息公开工作年度报告', {
    title: '云泽市水务局2022年信息公开工作年度报告',
    organisation: '云泽市水务局',
    year: 2022,
  });
  check('2022年度青禾镇信息公开工作报告', {
    title: '2022年度青禾镇信息公开工作报告',
    organisation: '青禾镇',
    year: 2022,
    at: '⟨2022⟩年度',
  });
  // broken in the middle of the name
  for (const [one, two] of [
    ['云泽市人民政府2022年政府信息', '公开工作年度报告'],
    ['云泽市人民政府2022年政府', '信息公开工作年度报告'],
    ['云泽市人民政府2022年政府信息公开工作', '年度报告'],
  ])
    check(`${one}\n${two}`, { title, organisation, year: 2022 });
  check('云泽市人民政府\n2022年政府信息\n公开工作年度报告', { title, organisation, year: 2022 });
  check('2022年政府信息\n公开工作年度报告', {
    title: '2022年政府信息公开工作年度报告',
    organisation: null,
    year: 2022,
  });
  check('云泽旗青禾苏木\n2022年政府信息公开工作年度报告', {
    title: '云泽旗青禾苏木2022年政府信息公开工作年度报告',
    organisation: '云泽旗青禾苏木',
    year: 2022,
  });
  // the one cell of its row
  check(`${title} | ||||||||||||||`, { title, organisation, year: 2022 });
  check(`| ${title} | | |\n| 来源：市政府办 | 时间：2023-01-12 | |`, { title, organisation, year: 2022 });
  // furniture of a web page before it
  check(`政府信息公开年报\n2022年政府信息公开年报\n${title}`, { title, organisation, year: 2022 });
  check(`• 2023-01-30导出${title}\n${title}`, { title, organisation, year: 2022 });
  check(`| 标题 | ${title} | |\n| 文号 | 无 | |\n${title}`, { title, organisation, year: 2022 });
  check(`首页 > 政务公开 > 年报\n打印 关闭\n发布时间：2023-01-30 来源：市政府办\n${title}`, {
    title,
    organisation,
    year: 2022,
  });
});

describe('no titles', () => {
  check('按照要求，现公布云泽市2022年政府信息公开工作年度报告。', { title: null, organisation: null, year: 2022 });
  check('云泽市水务局编制本单位2022年度政务公开工作年度报告。', { title: null, organisation: null, year: 2022 });
  check('现将我局2022年度政府信息公开工作报告如下：', { title: null, organisation: null, year: 2022 });
  check('根据《云泽市2022年政府信息公开工作年度报告》的安排，现公布有关情况。', {
    title: null,
    organisation: null,
    year: null,
  });
  check('按照2022年政务公开工作要点，现公布本局政府信息公开工作年度报告。', {
    title: null,
    organisation: null,
    year: null,
  });
  check('信息公开工作年度报告', { title: null, organisation: null, year: null });
  check('本市信息\n公开工作年度报告', { title: null, organisation: null, year: null });
  check('云泽市2022年工作总结', { title: null, organisation: null, year: null });
  check('', { title: null, organisation: null, year: null });
  it('a title below the first section is none', () => {
    expect(parseReport(`${BODY}\n云泽市2022年政府信息公开工作年度报告\n`).title).toBeNull();
  });
});

describe('the statistical period', () => {
  /** Asserts the period that a sentence of the preface states, and where. */
  function period(sentence: string, from: readonly number[] | null, to: readonly number[] = [], at = sentence): void {
    it(JSON.stringify(sentence), () => {
      const text = `云泽市政府信息公开工作年度报告\n\n　　本报告统计期限自${sentence}止。\n${BODY}`;
      const found = parseReport(text).period;
      if (!from) return expect(found).toBeNull();
      expect([found?.from, found?.to]).toEqual([from, to]);
      expect(found?.range).toEqual(locate(text, at));
      expect(parseReport(text).year?.value).toBe(from[0]);
    });
  }
  period('2022年1月1日至2022年12月31日', [2022, 1, 1], [2022, 12, 31]);
  period('2022年1月1日起至12月31日', [2022, 1, 1], [2022, 12, 31]);
  period('2022 年 1 月 1 日至 2022 年 12 月 31 日', [2022, 1, 1], [2022, 12, 31]);
  period('2022年1月1日—2022年12月31日', [2022, 1, 1], [2022, 12, 31]);
  period('２０２２年１月１日到２０２２年１２月３１日', [2022, 1, 1], [2022, 12, 31]);
  period('2022年1月1日至同年12月31日', [2022, 1, 1], [2022, 12, 31]);
  period('2022年1月1日始至2022年12月31日', [2022, 1, 1], [2022, 12, 31]);
  period('2022年1月1日', null);
  period('今年', null);

  it('is read in the first section where the preface has none', () => {
    const text = '一、总体情况\n报告中所列数据的统计期限自2022年1月1日起至2022年12月31日止。\n（一）主动公开。平稳。\n';
    expect(parseReport(text).period?.from).toEqual([2022, 1, 1]);
    expect(parseReport(text).year?.value).toBe(2022);
  });
  it('is not any span of days in the first section', () => {
    const text = '一、总体情况\n2022年3月1日至2022年4月30日开展专项检查，报送数据21条。\n';
    expect(parseReport(text).period).toBeNull();
  });
  it('is that of a school, which is no year', () => {
    const text = '青禾中学信息公开报告\n统计期限自2021年9月1日至2022年8月31日。\n一、总体情况\n平稳。\n';
    expect(parseReport(text).period?.from).toEqual([2021, 9, 1]);
    expect(parseReport(text).year).toBeNull();
  });

  it('is not the year where the title has another', () => {
    const text = `云泽市2022年政府信息公开工作年度报告\n\n　　统计期限自2021年1月1日至2021年12月31日。\n${BODY}`;
    expect(parseReport(text).year?.value).toBe(2022);
    expect(parseReport(text).period?.from).toEqual([2021, 1, 1]);
  });
});

describe('the form', () => {
  it.each([
    [2018, null],
    [2019, '2019'],
    [2020, '2019'],
    [2021, '2021'],
    [2025, '2021'],
  ])('of %i is %s', (year, form) => {
    expect(parseReport(`云泽市${year}年政府信息公开工作年度报告\n${BODY}`).form).toBe(form);
  });
  it('is not known without year and tables', () => expect(parseReport(BODY).form).toBeNull());
});
