/** What is offered inside a comment, with the cursor at ‸. */
import { expect, it } from 'vitest';
import { applyEdits, complete, parseReport, RULES } from '../../../../server/src/core';
import { fixture } from '../fixtures/fixture';

const CURSOR = '‸';
const NAMES = RULES.map((rule) => rule.name);

function at(comment: string) {
  const marked = fixture('gfm', '2021').replace(/^(.*一、总体情况)/m, `${comment}\n$1`);
  const offset = marked.indexOf(CURSOR);
  const text = marked.replace(CURSOR, '');
  const found = complete(parseReport(text), offset);
  return {
    labels: found.map(({ label }) => label),
    take(label: string): string {
      const one = found.find((suggestion) => suggestion.label === label);
      const after = one ? applyEdits(text, [{ range: one.range, newText: one.text }]) : text;
      return after.slice(after.indexOf('<!--'), after.indexOf('\n', after.indexOf('<!--')));
    },
  };
}

it.each(['<!-- ‸ -->', '<!--‸', '<!-- nianbao-dis‸ -->', '<!-- nian‸bao-enable -->'])('%s: the words', (comment) => {
  expect(at(comment).labels.sort()).toEqual([
    'nianbao-disable',
    'nianbao-disable-file',
    'nianbao-disable-next-line',
    'nianbao-enable',
  ]);
});

it('a word takes the place of what is there of it', () => {
  expect(at('<!-- nian‸bao-enable -->').take('nianbao-disable')).toBe('<!-- nianbao-disable -->');
  expect(at('<!--‸-->').take('nianbao-disable')).toBe('<!--nianbao-disable-->');
});

it('behind a word stand the rules that are not named yet', () => {
  expect(at('<!-- nianbao-disable ‸-->').labels).toEqual(NAMES);
  const more = at('<!-- nianbao-disable-file table/blank, tab‸ -- 待补 -->');
  expect(more.labels).toEqual(NAMES.filter((name) => name !== 'table/blank'));
  expect(more.take('table/label')).toBe('<!-- nianbao-disable-file table/blank, table/label -- 待补 -->');
  expect(at('<!-- nianbao-enable table/‸bl-->').take('table/blank')).toBe('<!-- nianbao-enable table/blank-->');
});

it.each(['<!-- nianbao-disable table/blank -- 因‸ -->', '<!-- 说明 ‸ -->', '<!-- nianbao-disabled ‸ -->'])(
  '%s: nothing',
  (comment) => {
    expect(at(comment).labels).toEqual([]);
  },
);

it('behind a comment the draft goes on', () => {
  expect(at('<!-- nianbao-disable -->\n\n第‸').labels.filter((label) => NAMES.includes(label))).toEqual([]);
});
