/** Drafts as changes of a fixture, and places in them by the words around. */
import { expect } from 'vitest';
import { checkReport, type Finding, parseReport, type Range, type Severity } from '../../../../server/src/core';
import { type Form, fixture, type LayoutName } from '../fixtures/fixture';

/** `[words, what takes their place]`; the words stand in the draft once. */
export type Edit = readonly [find: string, replace: string];

export function edit(text: string, edits: readonly Edit[]): string {
  let all = text;
  for (const [find, replace] of edits) {
    const at = only(all, find);
    all = all.slice(0, at) + replace + all.slice(at + find.length);
  }
  return all;
}

export function edited(layout: LayoutName, form: Form, edits: readonly Edit[]): string {
  return edit(fixture(layout, form), edits);
}

/** The one place where words stand. */
function only(text: string, words: string): number {
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`not in the draft: ${JSON.stringify(words)}`);
  if (text.indexOf(words, at + 1) >= 0) throw new Error(`more than once in the draft: ${JSON.stringify(words)}`);
  return at;
}

/** The range of words that stand in a text once, or of what stands between ⟨ and ⟩ in them; or of the one match. */
export function locate(text: string, pattern: string | RegExp): Range {
  if (typeof pattern !== 'string') {
    const matches = [...text.matchAll(new RegExp(pattern, 'gm'))];
    const [match] = matches;
    if (!match || matches.length > 1) throw new Error(`${matches.length} times in the draft: ${pattern}`);
    return { start: match.index, end: match.index + match[0].length };
  }
  const open = pattern.indexOf('⟨');
  if (open < 0) {
    const start = only(text, pattern);
    return { start, end: start + pattern.length };
  }
  const close = pattern.indexOf('⟩');
  const start = only(text, pattern.replace(/[⟨⟩]/g, '')) + open;
  return { start, end: start + close - open - 1 };
}

/** A finding as tests write it: rule, severity, where (see `locate`), and what its Chinese message must mention. */
export type Expected = readonly [
  rule: string,
  severity: Severity,
  at: string | RegExp,
  ...mentions: (string | RegExp)[],
];

/** Words of a text at a range with a little around, so that a failure can be read. */
function around(text: string, { start, end }: Range): string {
  return `${text.slice(Math.max(0, start - 8), start)}⟨${text.slice(start, end)}⟩${text.slice(end, end + 8)}`;
}

export function describeFinding(text: string, { rule, severity, range, message }: Finding): string {
  return `${severity} ${rule} ${JSON.stringify(around(text, range))} ${message.zh}`;
}

/** Asserts the findings on a text: these, in the order of the text, and no other. @returns them */
export function expectFindings(text: string, expected: readonly Expected[]): readonly Finding[] {
  const found = checkReport(parseReport(text));
  const told = found.map((f) => describeFinding(text, f)).join('\n');
  const short = (rule: string, severity: Severity, range: Range): string =>
    `${severity} ${rule} ${range.start}-${range.end} ${JSON.stringify(around(text, range))}`;
  expect(found.map((f) => short(f.rule, f.severity, f.range)).sort(), told).toEqual(
    expected.map(([rule, severity, at]) => short(rule, severity, locate(text, at))).sort(),
  );
  for (const [rule, , at, ...mentions] of expected) {
    const range = locate(text, at);
    const finding = found.find((f) => f.rule === rule && f.range.start === range.start);
    for (const words of mentions) {
      if (typeof words === 'string') expect(finding?.message.zh).toContain(words);
      else expect(finding?.message.zh).toMatch(words);
    }
    expect(finding?.message.en, told).toMatch(/[A-Za-z]{3}/);
  }
  return found;
}
