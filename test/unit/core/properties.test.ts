/** What holds of any text at all, on texts that are odd in a way of their own; by chance: `test/properties/`. */
import { describe, expect, it } from 'vitest';
import { checkReport, parseReport, RULES } from '../../../server/src/core';
import { examine, sameForLineEnds } from '../../properties/examine';
import { FORMS, fixture, LAYOUT_NAMES } from './fixtures/fixture';

const DRAFTS = LAYOUT_NAMES.flatMap((layout) => FORMS.map((form) => fixture(layout, form)));

describe('odd texts', () => {
  it.each([
    '',
    '\n',
    '\r',
    '\ufeff',
    '|',
    '|\n|',
    '\t',
    '<table>',
    '<table><tr><td rowspan=1000000000 colspan=1000000000>1</td></tr></table>',
    '<table><tr><td rowspan=-1 colspan=x>规章</td><td>',
    `${'一、'.repeat(500)}总体情况`,
    '|'.repeat(3000),
    '\t'.repeat(3000),
    '（'.repeat(3000),
    '总计 '.repeat(800),
    `规章${' 0'.repeat(2000)}`,
    '```\n',
    '#'.repeat(500),
    '\u{1ab73}',
  ])('%j', (text) => examine(text));

  it('with a table that is torn by the heading of another section', () => {
    const text = fixture('gfm', '2021')
      .replace('第二十条第（一）项', '')
      .replace('一、总体情况', '一、总体情况\n\n第二十条第（一）项');
    examine(text);
  });
});

describe('line ends', () => {
  it.each(LAYOUT_NAMES.flatMap((layout) => FORMS.map((form) => [layout, form] as const)))(
    'say the same of %s-%s with LF, CRLF and CR',
    (layout, form) => sameForLineEnds(fixture(layout, form)),
  );

  it('and a byte order mark move nothing but the first line', () => {
    for (const text of DRAFTS) {
      const plain = parseReport(text);
      const marked = parseReport(`\ufeff${text}`);
      expect(marked.tables.flatMap((t) => [...t.cells.values()].map((c) => c.range.start - 1))).toEqual(
        plain.tables.flatMap((t) => [...t.cells.values()].map((c) => c.range.start)),
      );
      expect(marked.title?.text).toBe(plain.title?.text);
      expect(checkReport(marked)).toHaveLength(checkReport(plain).length);
    }
  });
});

describe('rules', () => {
  it('have a name of a family, a description in two languages and a source', () => {
    expect(new Set(RULES.map((r) => r.name)).size).toBe(RULES.length);
    for (const rule of RULES) {
      expect(rule.name).toMatch(/^(?:section|table|balance|prose)\/[a-z]+(?:-[a-z]+)*$/);
      expect(rule.description.zh).toMatch(/\p{Script=Han}/u);
      expect(rule.description.en).toMatch(/^[A-Z]/);
      expect(rule.source).not.toBe('');
    }
  });
  it.each([
    ...['missing', 'duplicate', 'order', 'number', 'title', 'empty'].map((n) => `section/${n}`),
    ...['missing', 'incomplete', 'label', 'blank', 'value', 'unit', 'form'].map((n) => `table/${n}`),
    ...['requests-identity', 'requests-handled', 'requests-row', 'disputes', 'proactive'].map((n) => `balance/${n}`),
  ])('%s exists', (name) => expect(RULES.map((r) => r.name)).toContain(name));
});
