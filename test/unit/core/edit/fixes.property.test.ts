/**
 * What every fix promises, over generated drafts with faults in all layouts and both forms.
 * More: `NIANBAO_FIXES=40 npx vitest run --project unit fixes.property`; from another seed: `NIANBAO_SEED=7`.
 */
import { afterAll, describe, expect, it } from 'vitest';
import {
  applyEdits,
  checkReport,
  type Finding,
  type Fix,
  fixesFor,
  parseReport,
  type Report,
  safeEdits,
  type TextEdit,
} from '../../../../server/src/core';
import { FAULTS, faulty } from '../../../drafts/faults';
import type { Form } from '../../../drafts/forms';
import { type Draft, generateDraft, LAYOUTS } from '../../../drafts/generate';

const COUNT = Number(process.env.NIANBAO_FIXES ?? 2);
const SEED = Number(process.env.NIANBAO_SEED ?? 4000);
const FORMS: readonly Form[] = ['2019', '2021'];
const PATIENCE = 300_000;

/** How many findings of a rule there were, and how many of them had a fix. */
const tally = new Map<string, { found: number; mended: number; fixes: number }>();

function serious({ severity }: Finding): boolean {
  return severity === 'error' || severity === 'warning';
}

/** What tells a finding from others, wherever a change moved it. Told otherwise than the core tells it. */
function name(f: Finding): string {
  const words = f.message.zh.replace(/\d+/g, '#').slice(0, 40);
  const about = f.section ? '' : f.cells && f.rule !== 'table/blank' ? f.cells.join() : words;
  return [f.rule, f.section, f.table, f.suspect?.cell, about].join(' ');
}

function well(text: string, edits: readonly TextEdit[]): string | null {
  let at = 0;
  for (const { range, newText } of edits) {
    if (range.start < at || range.end < range.start || range.end > text.length)
      return `edit ${range.start}-${range.end}`;
    if (text.slice(range.start, range.end) === newText) return `an edit that changes nothing at ${range.start}`;
    at = range.end;
  }
  return null;
}

/** Cells by name with what stands in them, doubled tables told apart. */
function numbers(report: Report): Map<string, string> {
  const seen = new Map<string, number>();
  return new Map(
    report.tables.flatMap((table) => {
      const n = (seen.get(table.id) ?? 0) + 1;
      seen.set(table.id, n);
      return [...table.cells].map(([cell, { text }]) => [`${cell} ${n}`, text] as const);
    }),
  );
}

/** Says what is wrong with a fix, or nothing. */
function judge(report: Report, finding: Finding, fix: Fix, before: readonly Finding[]): string | null {
  const { text } = report;
  const bad = well(text, fix.edits);
  if (bad) return bad;
  const changed = applyEdits(text, fix.edits);
  const after = parseReport(changed);
  const found = checkReport(after);
  const same = (f: Finding): boolean => name(f) === name(finding);
  if (found.filter(same).length >= before.filter(same).length) return 'the finding is still there';
  const balance = (f: Finding): boolean => f.rule.startsWith('balance/');
  const named = new Set(
    before.flatMap((f) => (balance(f) || f.rule === 'table/incomplete' ? [...(f.cells ?? []), f.suspect?.cell] : [])),
  );
  for (const f of found.filter(serious)) {
    if (before.some((b) => name(b) === name(f))) continue;
    // what the text says of a table that was just put in is for the author to bring together
    if (f.rule.startsWith('prose/')) continue;
    // what is left of broken sums may be told by other cells of them
    if ((balance(f) || f.rule === 'table/incomplete') && f.cells?.every((c) => named.has(c))) continue;
    if (balance(f) && f.suspect && named.has(f.suspect.cell)) continue;
    if (fix.opens && (balance(f) || f.rule === 'table/blank') && f.table === finding.table) continue;
    return `it brought ${f.rule}: ${f.message.zh}`;
  }
  const [was, is] = [numbers(report), numbers(after)];
  const meant = new Set([...(finding.cells ?? []), finding.suspect?.cell ?? '']);
  const whole = /^balance\//.test(finding.rule) || finding.rule === 'section/duplicate';
  for (const [cell, words] of was) {
    const id = cell.split(' ')[0] as string;
    if (meant.has(id) || (whole && fix.kind !== 'balance/suspect')) continue;
    // another form has other cells; which of them are kept is tried in migrate.test.ts
    if (fix.kind === 'table/migrate') continue;
    if (is.get(cell) !== words) return `${cell} was ${JSON.stringify(words)} and is ${JSON.stringify(is.get(cell))}`;
  }
  const kept = (r: Report): string[] => r.sections.map((s) => s.id);
  if (!finding.rule.startsWith('section/') && kept(after).join() !== kept(report).join()) return 'sections changed';
  if ((changed.match(/\r\n/g) ?? []).length > 0 !== /\r\n/.test(text)) return 'line ends changed';
  if (/\r\n/.test(text) && /[^\r]\n/.test(changed) && !/[^\r]\n/.test(text)) return 'mixed line ends';
  return null;
}

/** All fixes of all findings of a text; fails with the first that do not keep what they promise. */
function examine(text: string, what: string, failures: string[]): number {
  const report = parseReport(text);
  const findings = checkReport(report);
  let applied = 0;
  for (const finding of findings) {
    const fixes = fixesFor(report, finding);
    const count = tally.get(finding.rule) ?? { found: 0, mended: 0, fixes: 0 };
    tally.set(finding.rule, count);
    count.found++;
    count.fixes += fixes.length;
    if (fixes.length > 0) count.mended++;
    if (fixes.filter((f) => f.preferred).length > 1)
      failures.push(`${what}\n  ${finding.message.zh}: several preferred`);
    for (const fix of fixes) {
      applied++;
      const verdict = judge(report, finding, fix, findings);
      if (verdict)
        failures.push(`${what}\n  ${finding.rule} ${finding.message.zh}\n  ${fix.kind} ${fix.title.zh}\n  ${verdict}`);
    }
    if (
      fixes.length === 0 &&
      process.env.NIANBAO_WITHOUT &&
      serious(finding) &&
      new RegExp(process.env.NIANBAO_WITHOUT).test(finding.rule)
    )
      console.log(`no fix: ${what} ${finding.rule} ${finding.message.zh}`);
  }
  const safe = safeEdits(report);
  const bad = well(text, safe);
  if (bad) failures.push(`${what}\n  fixAll: ${bad}`);
  else {
    const once = applyEdits(text, safe);
    const again = parseReport(once);
    if (safeEdits(again).length > 0) failures.push(`${what}\n  fixAll is not idempotent`);
    if (JSON.stringify([...numbers(again)]) !== JSON.stringify([...numbers(report)]))
      failures.push(`${what}\n  fixAll changed a figure`);
    const left = checkReport(again).filter(serious).length;
    if (left > findings.filter(serious).length) failures.push(`${what}\n  fixAll left more than there was`);
  }
  return applied;
}

function draftOf(layout: (typeof LAYOUTS)[number], form: Form, index: number): Draft {
  return generateDraft(SEED + index, { layout, form, noise: index % 2 === 1 });
}

describe.each(LAYOUTS)('fixes of drafts in %s', (layout) => {
  it.each(Object.keys(FAULTS))(
    '%s',
    (fault) => {
      const failures: string[] = [];
      for (const form of FORMS) {
        for (let index = 0; index < COUNT; index++) {
          const draft = draftOf(layout, form, index);
          const text = faulty(draft, fault, index);
          if (text !== null) examine(text, `${fault} ${layout} ${form} seed ${draft.seed}`, failures);
        }
      }
      expect(failures.length, `${failures.length} failures\n\n${failures.slice(0, 4).join('\n\n')}\n`).toBe(0);
    },
    PATIENCE,
  );
});

/** Shares of findings that must have a fix; the others are those that only their author can mend. */
const MENDED: Readonly<Record<string, number>> = {
  'section/missing': 0.85,
  'section/duplicate': 0.95,
  'section/order': 0.95,
  'section/number': 0.99,
  'section/title': 0.99,
  'section/empty': 0.4,
  'table/missing': 0.95,
  'table/incomplete': 0.8,
  'table/order': 0.9,
  'table/label': 0.99,
  'table/blank': 0.9,
  'table/value': 0.5,
  'table/unit': 0.99,
  'balance/requests-row': 0.95,
  'balance/disputes': 0.99,
};

describe('of the findings of', () => {
  it.each(Object.entries(MENDED))('%s a share of %d at least has a fix', (rule, share) => {
    const { found, mended } = tally.get(rule) ?? { found: 0, mended: 0 };
    // a run of some of the tests above has not seen all rules
    if (tally.size < Object.keys(MENDED).length) return;
    expect(mended / found, `${mended} of ${found}`).toBeGreaterThanOrEqual(share);
  });
});

afterAll(() => {
  const rows = [...tally]
    .sort()
    .map(([rule, { found, mended, fixes }]) => `${rule}: ${mended} of ${found}, ${fixes} fixes`);
  if (process.env.NIANBAO_TALLY) console.log(rows.join('\n'));
});
