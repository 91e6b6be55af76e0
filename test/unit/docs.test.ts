/**
 * The pages of `docs/rules/`: one a rule, true to the registry, with examples that behave as the page says.
 * How an example becomes a draft: `docs/example.ts`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkReport, type Finding, fixesFor, isDraft, parseReport, RULES } from '../../server/src/core';
import { ruleUrl } from '../../server/src/ruleUrl';
import { draftOf, type Example, examplesOf } from './docs/example';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PAGES = `${ROOT}docs/rules/`;
const HEADINGS = ['检查什么', '为什么', '不报的情形', '怎样改', '示例', 'English'];

/** How a page begins the sentence that says why something has no fix. */
const NO_FIX = /没有快速修复|不给修复/;

const pageOf = (rule: string): string => ruleUrl(rule).split('/').pop() as string;
const read = (file: string): string => (existsSync(PAGES + file) ? readFileSync(PAGES + file, 'utf8') : '');

function check(example: Example): readonly Finding[] {
  return checkReport(parseReport(draftOf(example)));
}

/** What a clerk would have to deal with: the rule, its level and words. */
function serious(findings: readonly Finding[]): string[] {
  return findings
    .filter((f) => f.severity === 'error' || f.severity === 'warning')
    .map((f) => `${f.severity} ${f.rule}: ${f.message.zh}`);
}

/** The words of a page below one of its headings. */
function below(page: string, heading: string): string {
  const [, rest = ''] = page.split(`\n## ${heading}\n`);
  return (rest.split(/^## /m)[0] ?? '').trim();
}

describe('pages of the rules', () => {
  it('are one a rule', () => {
    const pages = readdirSync(PAGES).filter((name) => name.endsWith('.md') && name !== 'README.md');
    expect(pages.sort()).toEqual(RULES.map((rule) => pageOf(rule.name)).sort());
  });

  it('and all that is generated agree with the registry', () => {
    const run = spawnSync(process.execPath, ['scripts/docs.mjs', '--check'], { cwd: ROOT, encoding: 'utf8' });
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
  });

  it.each(['report-2020.nianbao', 'report-2023.nianbao'])('complete their examples with a faultless %s', (file) => {
    const text = readFileSync(new URL(`docs/${file}`, import.meta.url), 'utf8');
    expect(checkReport(parseReport(text)).map((f) => f.message.zh)).toEqual([]);
  });
});

describe.each(RULES.map((rule) => rule.name))('%s', (rule) => {
  const page = read(pageOf(rule));
  const examples = examplesOf(page);

  it('has a page that says what it checks, why, what it does not flag and how to mend it', () => {
    for (const heading of HEADINGS) expect(below(page, heading), heading).not.toBe('');
  });

  it('says what its quick fixes do, or why there are none', () => {
    const has = RULES.find((r) => r.name === rule)?.fixes !== undefined;
    expect(below(page, '怎样改')).toMatch(has ? /快速修复/ : /没有快速修复：/);
  });

  it('has a fix for what the wrong examples show, or says why that has none', () => {
    const without = examples
      .filter((example) => example.kind === 'wrong')
      .flatMap((example) => {
        const report = parseReport(draftOf(example));
        return checkReport(report).filter((f) => f.rule === rule && fixesFor(report, f).length === 0);
      });
    if (without.length > 0) expect(below(page, '怎样改')).toMatch(NO_FIX);
  });

  it('has a page that is no draft itself', () => {
    expect(isDraft(page)).toBe(false);
  });

  it('flags the wrong example, and nothing else is to be flagged there', () => {
    const wrong = examples.filter((example) => example.kind === 'wrong');
    expect(wrong).not.toEqual([]);
    for (const example of wrong) {
      const findings = check(example);
      expect(findings.map((f) => f.rule)).toContain(rule);
      expect(serious(findings.filter((f) => f.rule !== rule))).toEqual([]);
    }
  });

  it('does not flag the right example', () => {
    const right = examples.filter((example) => example.kind === 'right');
    expect(right).not.toEqual([]);
    for (const example of right) {
      const findings = check(example);
      expect(findings.filter((f) => f.rule === rule).map((f) => f.message.zh)).toEqual([]);
      expect(serious(findings)).toEqual([]);
    }
  });
});
