/** What `nianbao.config.json` says, and what is wrong with it. */
import { describe, expect, it } from 'vitest';
import { type Config, isIgnored, readConfig, withConfig } from '../../../../server/src/core';

/** Problems as `⟨what stands there⟩ message`. */
function problems(text: string): string[] {
  return readConfig(text).problems.map(({ range, message }) => {
    expect(message.en).toMatch(/^[^\u4e00-\u9fff]+$/);
    return `⟨${text.slice(range.start, range.end)}⟩ ${message.zh}`;
  });
}

describe('a file', () => {
  it('says levels, and what is not to be checked', () => {
    const text = `\ufeff{
      "$schema": "https://example.com/schema.json",
      "severity": { "table/blank": "off", "section/title": "hint" },
      "ignore": ["旧稿", "**/*.txt"]
    }`;
    expect(readConfig(text)).toEqual({
      config: { severity: { 'table/blank': 'off', 'section/title': 'hint' }, ignore: ['旧稿', '**/*.txt'] },
      problems: [],
    });
  });

  it('may say nothing', () => {
    expect(readConfig(' {} \r\n')).toEqual({ config: { severity: {}, ignore: [] }, problems: [] });
  });

  it('keeps what is right beside what is wrong', () => {
    const text =
      '{ "severity": { "table/blanc": "off", "table/label": "of", "table/unit": "off" }, "ignore": ["a", 1] }';
    expect(readConfig(text).config).toEqual({ severity: { 'table/unit': 'off' }, ignore: ['a'] });
    expect(problems(text)).toEqual([
      '⟨"table/blanc"⟩ 没有这条规则：table/blanc，是否应为 table/blank',
      '⟨"of"⟩ table/label 的级别只能是 error、warning、information、hint、off、default',
      '⟨1⟩ ignore 中的每一项应为一个路径',
    ]);
  });

  it.each([
    ['{ "severity": ["off"] }', '⟨["off"]⟩ severity 应为 { "规则": "级别" }'],
    ['{ "severity": { "toString": "off" } }', '⟨"toString"⟩ 没有这条规则：toString'],
    [
      '{ "severity": { "table/blank": null } }',
      '⟨null⟩ table/blank 的级别只能是 error、warning、information、hint、off、default',
    ],
    ['{ "ignore": "a" }', '⟨"a"⟩ ignore 应为 [ "路径", … ]'],
    ['{ "severities": {} }', '⟨"severities"⟩ 没有这个配置项：severities'],
    ['["table/blank"]', '⟨["table/blank"]⟩ 文件内容应为一个 { } 对象'],
  ])('%s', (text, problem) => {
    expect(problems(text)).toEqual([problem]);
  });
});

describe('a text that is no JSON', () => {
  it.each([
    ['', '⟨⟩ 不是 JSON：这里应为一个值'],
    ['{', '⟨⟩ 不是 JSON：这里应为双引号括起的名称'],
    ['{ "severity": { "table/blank": off } }', '⟨off⟩ 不是 JSON：这里应为一个值'],
    ['{ "severity": { "table/blank": "off", } }', '⟨}⟩ 不是 JSON：这里应为双引号括起的名称'],
    ['{ "severity" { } }', '⟨{⟩ 不是 JSON：这里缺少冒号'],
    ['{ "severity": {} "ignore": [] }', '⟨"ignore"⟩ 不是 JSON：这里缺少逗号或右括号'],
    ['{ "ignore": ["a", "b }', '⟨"b }⟩ 不是 JSON：这里应为一个值'],
    ['{ "ignore": [01] }', '⟨01⟩ 不是 JSON：这里应为一个值'],
    ['{} x', '⟨x⟩ 不是 JSON：这里应当结束'],
    ['{ // 注释\n }', '⟨//⟩ 不是 JSON：这里应为双引号括起的名称'],
    ['[['.repeat(50), '⟨[⟩ 不是配置：嵌套过深'],
  ])('%s', (text, problem) => {
    expect(problems(text)).toEqual([problem]);
    expect(readConfig(text).config).toEqual({ severity: {}, ignore: [] });
  });

  it('is the same for JSON.parse', () => {
    for (const text of [
      '1',
      '-0.5e+3',
      '"\\u4e00\\n"',
      '"\u2028"',
      '[[],{"a":{}}]',
      '"\t"',
      '1.',
      '+1',
      "'a'",
      '"\\x"',
      'nul',
      '"',
    ]) {
      let valid = true;
      try {
        JSON.parse(text);
      } catch {
        valid = false;
      }
      expect(
        problems(text).some((p) => p.includes('不是 JSON')),
        text,
      ).toBe(!valid);
    }
  });
});

it('an own setting comes first, rule by rule', () => {
  const config: Config = { severity: { 'table/blank': 'off', 'table/label': 'off' }, ignore: [] };
  expect(withConfig({ severity: { 'table/label': 'default' }, handedIn: true }, config)).toEqual({
    severity: { 'table/blank': 'off', 'table/label': 'default' },
    handedIn: true,
  });
  expect(withConfig({ severity: {} }, null)).toEqual({ severity: {} });
});

it('what fits a pattern is left out', () => {
  const config: Config = { severity: {}, ignore: ['旧稿', '**/*草.md'] };
  expect(isIgnored(config, '旧稿/2022.md')).toBe(true);
  expect(isIgnored(config, 'a/b/草.md')).toBe(true);
  expect(isIgnored(config, '新稿/2022.md')).toBe(false);
});
