/** A new draft is a draft of its form from the first keystroke: it reads whole, and nothing in it is wrong yet. */
import { describe, expect, it } from 'vitest';
import { checkReport, isDraft, parseReport } from '../../../../server/src/core';
import { placeholders, snippetOf } from '../../../../server/src/core/edit/placeholder';
import { LEVELS, SENTENCES } from '../../../../server/src/core/edit/sentences';
import { newDraft } from '../../../../server/src/core/edit/skeleton';
import { cellSpecs, FORMS, formForYear, tableSpec } from '../../../../server/src/core/forms';
import { describeFinding } from '../support/draft';

const YEARS = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027];
const ORGANISATION = '双桥镇人民政府';

/** What an editor makes of a snippet whose tab stops are left as they are. */
function expand(snippet: string): string {
  let out = '';
  for (let i = 0; i < snippet.length; i++) {
    const rest = snippet.slice(i);
    const open = /^\$\{\d+:/.exec(rest);
    if (rest.startsWith('$0')) i += 1;
    else if (open) i += open[0].length - 1;
    else if (rest.startsWith('\\')) out += snippet.charAt(++i);
    else if (!rest.startsWith('}')) out += rest.charAt(0);
  }
  return out;
}

function stops(snippet: string): number[] {
  return [...snippet.matchAll(/(?<!\\)\$\{?(\d+)/g)].map((m) => Number(m[1]));
}

describe.each(LEVELS)('a new draft of a %s', (level) => {
  it.each(YEARS)('for %i is whole and has no finding of weight', (year) => {
    const { text, snippet } = newDraft({ organisation: ORGANISATION, year, level });
    const report = parseReport(text);
    expect(isDraft(text)).toBe(true);
    expect(report.title?.text).toBe(`${ORGANISATION}${year}年政府信息公开工作年度报告`);
    expect(report.organisation?.text).toBe(ORGANISATION);
    expect(report.year?.value).toBe(year);
    expect(report.period).toMatchObject({ from: [year, 1, 1], to: [year, 12, 31] });
    const form = formForYear(year);
    expect(report.sections.map((s) => s.heading.text)).toEqual(form?.sections.map((s) => `${s.number}、${s.title}`));
    for (const id of ['proactive', 'requests', 'disputes'] as const) {
      const table = report.tables.find((t) => t.id === id);
      expect([...(table?.cells ?? [])].map(([name, c]) => `${name} ${c.text}`)).toEqual(
        [...cellSpecs(tableSpec(form?.id ?? null, id)).keys()].map((name) => `${name} 0`),
      );
    }
    const weighty = checkReport(report).filter((f) => f.severity === 'error' || f.severity === 'warning');
    expect(weighty.map((f) => describeFinding(text, f))).toEqual([]);
    expect(expand(snippet)).toBe(text);
    expect(stops(snippet)).toHaveLength(new Set(stops(snippet)).size);
  });

  it('says what is to be written in this kind of report', () => {
    const { text } = newDraft({ organisation: ORGANISATION, year: 2024, level });
    expect(text.includes('社会评议')).toBe(level === 'government');
    expect(text.includes('村务公开')).toBe(level === 'township');
    expect(text).toContain('国办公开办函〔2021〕30号');
    expect(text).toContain('信息处理费');
  });
});

it('the form of 2019 cites its own notice and asks for no fee', () => {
  const { text } = newDraft({ organisation: ORGANISATION, year: 2020, level: 'department' });
  expect(text).toContain('国办公开办函〔2019〕60号');
  expect(text).not.toContain('信息处理费');
});

it('every figure but the totals is a tab stop, after those in the text', () => {
  const { snippet } = newDraft({ organisation: ORGANISATION, year: 2024, level: 'department' });
  const figures = [...snippet.matchAll(/\$\{(\d+):0\}/g)].map((m) => Number(m[1]));
  const words = [...snippet.matchAll(/\$\{(\d+):【/g)].map((m) => Number(m[1]));
  // 10 of table 2, six columns of 24 rows of table 3, four results of three blocks of table 4
  expect(figures).toHaveLength(10 + 6 * 24 + 12);
  expect(Math.max(...words)).toBe(words.length);
  expect(Math.min(...figures)).toBe(words.length + 1);
});

it('an office that would break the snippet or the title', () => {
  const odd = newDraft({ organisation: ' 甲$1}\\{局 ', year: 2024, level: 'department' });
  expect(odd.text).toContain('# 甲$1}\\{局2024年');
  expect(expand(odd.snippet)).toBe(odd.text);
  expect(newDraft({ organisation: '双桥 镇\n人民政府', year: 2024, level: 'township' }).text).toMatch(
    /^# 双桥镇人民政府2024/,
  );
  for (const organisation of ['', ' \n', '甲'.repeat(80), '甲，乙', '甲|乙', '\u0001甲局']) {
    expect(() => newDraft({ organisation, year: 2024, level: 'department' }), organisation).toThrow(RangeError);
  }
});

it('a year without a form', () => {
  for (const year of [2018, 0, Number.NaN, 2023.5, -1, 2100]) {
    expect(() => newDraft({ organisation: ORGANISATION, year, level: 'department' })).toThrow(RangeError);
  }
});

describe('places that wait for the author', () => {
  it('every 【…】 of the sentences and of the forms’ guidance is one', () => {
    const texts = [
      ...FORMS.flatMap((f) => f.sections.map((s) => s.guidance.zh)),
      ...FORMS.flatMap((form) =>
        LEVELS.flatMap((level) => SENTENCES.map((s) => s.text({ form, year: 2024, level }) ?? '')),
      ),
    ];
    for (const text of texts) expect(placeholders(text), text).toHaveLength(text.split('【').length - 1);
  });

  it('words that an author puts into such brackets are none', () => {
    expect(placeholders('【法规】【概述】【说明】【2023】【】【核对】【按语】')).toEqual([]);
    expect(placeholders('收到74件【核】。').map((p) => [p.kind, p.range])).toEqual([['review', { start: 5, end: 8 }]]);
  });

  it('are tab stops, whatever stands beside them', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a snippet of the protocol
    expect(snippetOf('$a}【填写金额】\\')).toBe('\\$a\\}${1:【填写金额】}\\\\');
  });
});
