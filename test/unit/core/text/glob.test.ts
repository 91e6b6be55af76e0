import { expect, test } from 'vitest';
import { expandBraces, fitsGlob, isPattern, steps } from '../../../../server/src/core/text/glob';

/** Whether a pattern for one name fits a name. */
function fits(pattern: string, name: string): boolean {
  const [step] = steps(pattern);
  return step instanceof RegExp ? step.test(name) : step === name;
}

test('names', () => {
  expect(fits('*.md', 'a.md')).toBe(true);
  expect(fits('*.md', 'a.md.bak')).toBe(false);
  expect(fits('*.md', '.md')).toBe(false);
  expect(fits('.*', '.git')).toBe(true);
  expect(fits('202?年.txt', '2023年.txt')).toBe(true);
  expect(fits('?.txt', '𠮷.txt')).toBe(true);
  expect(fits('[ab]*', 'b1')).toBe(true);
  expect(fits('[!a-c]x', 'dx')).toBe(true);
  expect(fits('[!a-c]x', 'bx')).toBe(false);
  expect(fits('a+(b)*.md', 'a+(b)1.md')).toBe(true);
  expect(fits('[.md', '[.md')).toBe(true);
  expect(fits('2023-*.md', '2023-a.md')).toBe(true);
  expect(fits('[z-a]', '-')).toBe(true);
  expect(fits('[z-a]', 'm')).toBe(false);
  expect(fits('[\\-]]', ']')).toBe(false);
});

test('folders', () => {
  expect(steps('/a//b')).toEqual(['', 'a', 'b']);
  expect(steps('a/**/b')).toEqual(['a', '**', 'b']);
});

test('braces', () => {
  expect(expandBraces('{a,b}/*.{md,txt}').sort()).toEqual(['a/*.md', 'a/*.txt', 'b/*.md', 'b/*.txt']);
  expect(expandBraces('{a,{b,c}}')).toEqual(['a', 'b', 'c']);
  expect(expandBraces('{a}')).toEqual(['{a}']);
});

test('what can be a pattern', () => {
  expect(isPattern('drafts/*.md')).toBe(true);
  expect(isPattern('drafts/a.md')).toBe(false);
});

test.each([
  ['旧稿', '旧稿/2022.md', true],
  ['旧稿/', '旧稿/2022.md', true],
  ['./旧稿/*.md', '旧稿/2022.md', true],
  ['旧稿/*.md', '旧稿/更旧/2022.md', false],
  ['旧稿/**', '旧稿/更旧/2022.md', true],
  ['**/*.txt', 'a.txt', true],
  ['**/*.txt', 'a/b/c.txt', true],
  ['a/**/b.md', 'a/b.md', true],
  ['a/**/b.md', 'a/c/d/b.md', true],
  ['a/**/b.md', 'c/a/b.md', false],
  ['*.md', 'a/b.md', false],
  ['**', 'a/b.md', true],
  ['', 'a.md', false],
])('%s fits %s: %s', (pattern, path, fitting) => {
  expect(fitsGlob(pattern, path)).toBe(fitting);
});

test('many ** cost no more than few', () => {
  expect(fitsGlob(`${'**/'.repeat(60)}b`, `${'a/'.repeat(60)}a`)).toBe(false);
});
