/**
 * What every fix promises, over generated drafts with faults in all layouts and both forms.
 * More: `NIANBAO_FIXES=40 npx vitest run --project unit fixes.property`; from another seed: `NIANBAO_SEED=7`.
 */
import { afterAll, describe, expect, it } from 'vitest';
import { applyEdits, checkReport, fixesFor, parseReport, safeEdits } from '../../../../server/src/core';
import { FAULTS, faulty } from '../../../drafts/faults';
import type { Form } from '../../../drafts/forms';
import { type Draft, generateDraft, LAYOUTS } from '../../../drafts/generate';
import { judgeFix, numbers, serious, well } from '../../../properties/fixes';

const COUNT = Number(process.env.NIANBAO_FIXES ?? 2);
const SEED = Number(process.env.NIANBAO_SEED ?? 4000);
const FORMS: readonly Form[] = ['2019', '2021'];
const PATIENCE = 300_000;

/** How many findings of a rule there were, and how many of them had a fix. */
const tally = new Map<string, { found: number; mended: number; fixes: number }>();

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
      const verdict = judgeFix(report, finding, fix, findings);
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
  'prose/numbering': 0.99,
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
