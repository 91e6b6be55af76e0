/** What a user reads is there in both languages, and each text is in the language that it is for. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../server/src/core';
import { ruleUrl } from '../../server/src/ruleUrl';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');
const EN: Record<string, string> = JSON.parse(read('package.nls.json'));
const ZH: Record<string, string> = JSON.parse(read('package.nls.zh-cn.json'));

/** Words of the forms and names of the tool, which have no translation, are short; Chinese sentences are not. */
const LONGEST_TERM = '政府信息公开工作年度报告'.length;

/** Chinese in an English text that is more than a term. */
function chinese(text: string): string[] {
  const quoted = text.replace(/`[^`]*`/g, '');
  return (
    quoted.match(new RegExp(`[\\p{Script=Han}]{${LONGEST_TERM + 1},}|[\\p{Script=Han}][，。；、？！]`, 'gu')) ?? []
  );
}

/** English in a Chinese text that is more than a name: two words of small letters beside each other. */
function english(text: string): string[] {
  const plain = text.replace(/`[^`]*`|\]\([^)]*\)|\$\{[^}]*\}|^ +--.*$/gm, '');
  return (plain.match(/\b[a-z]+ [a-z]+(?: [a-z]+)*\b/g) ?? []).filter(
    (words) => !/^nianbao |^error warning /.test(words),
  );
}

describe('the manifest', () => {
  it('has the same texts in both languages', () => {
    expect(Object.keys(ZH)).toEqual(Object.keys(EN));
  });

  it('has no text that is not translated, and no translation that is not used', () => {
    const { contributes, displayName, description } = JSON.parse(read('package.json'));
    const used = new Set<string>();
    const untranslated: string[] = [];
    const look = (value: unknown, path: string): void => {
      if (typeof value === 'string') {
        const [, key] = /^%(.+)%$/.exec(value) ?? [];
        if (key) used.add(key);
        else if (/(?:^|\.)(?:title|name|label|description|markdownDescription|altText|contents|category)$/.test(path))
          untranslated.push(`${path}: ${value}`);
        // a list of words for people stands beside a list of values for the machine
        else if (/enumDescriptions\.\d+$/.test(path)) untranslated.push(`${path}: ${value}`);
      } else if (value && typeof value === 'object') {
        for (const [key, inner] of Object.entries(value)) look(inner, `${path}.${key}`);
      }
    };
    look({ contributes, displayName, description }, '');
    expect(untranslated).toEqual([]);
    expect(Object.keys(EN).filter((key) => !used.has(key))).toEqual([]);
    expect([...used].filter((key) => !(key in EN))).toEqual([]);
  });

  it.each(Object.keys(EN))('%s', (key) => {
    expect(chinese(EN[key] ?? '')).toEqual([]);
    expect(english(ZH[key] ?? '')).toEqual([]);
    expect(ZH[key]).toMatch(/\p{Script=Han}/u);
    const commands = (text = '') => text.match(/command:[\w.]+/g)?.sort();
    expect(commands(ZH[key]), 'the same links').toEqual(commands(EN[key]));
  });
});

/** The texts of one language in a file of words, which the compiler holds to the same keys. */
function words(path: string, language: 'zh' | 'en'): string {
  const begin = language === 'en' ? /^ {2}en: \{$/m : /^ {2}(?:zh|'zh-cn'): \{$/m;
  const [, rest = ''] = read(path).split(begin);
  const texts = rest.split(/^ {2}\},$/m)[0] ?? '';
  expect(texts.length).toBeGreaterThan(100);
  // what stands in quotes, without comments and names
  return [...texts.matchAll(/'((?:[^'\\\n]|\\.)*)'|"([^"\n]*)"|`((?:[^`\\]|\\.)*)`/g)]
    .map(([, a, b, c]) => a ?? b ?? c)
    .join('\n');
}

describe.each(['client/src/words.ts', 'server/src/words.ts', 'server/src/cli/words.ts'])('%s', (path) => {
  it('speaks English where it says so', () => {
    expect(chinese(words(path, 'en'))).toEqual([]);
  });

  it('speaks Chinese where it says so', () => {
    expect(english(words(path, 'zh'))).toEqual([]);
  });
});

describe('pages of the rules', () => {
  const pages = readdirSync(new URL('docs/rules/', ROOT)).filter((name) => name.endsWith('.md'));

  it.each(pages)('%s ends in English', (page) => {
    const [chinesePart = '', englishPart = ''] = read(`docs/rules/${page}`).split('\n## English\n');
    expect(englishPart.match(/[A-Za-z]+/g)?.length).toBeGreaterThan(15);
    expect(chinese(englishPart)).toEqual([]);
    expect(chinesePart).toMatch(/\p{Script=Han}/u);
  });

  it('are linked to at the part that the reader can read', () => {
    for (const { name } of RULES) {
      const page = ruleUrl(name).split('/main/')[1] ?? '';
      expect(existsSync(new URL(page, ROOT))).toBe(true);
      expect(ruleUrl(name, 'en')).toBe(`${ruleUrl(name)}#english`);
    }
  });

  it.each(RULES.map((rule) => [rule.name, rule] as const))('%s is described in both languages', (_, rule) => {
    expect(chinese(rule.description.en)).toEqual([]);
    expect(english(rule.description.zh)).toEqual([]);
  });
});
