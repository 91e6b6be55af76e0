/** What every change that is offered promises, whatever the draft: what was read before is read after. */
import {
  applyEdits,
  canMigrate,
  checkReport,
  convertTable,
  type Finding,
  fixesFor,
  formatTables,
  mendTable,
  migrate,
  parseReport,
  type Report,
  rollForward,
  safeEdits,
  type Table,
  type TextEdit,
} from '../../server/src/core';
import { difference, must } from './examine';
import { judgeFix, numbers, serious, well } from './fixes';

/** The text after edits that are in order. */
function edit(text: string, edits: readonly TextEdit[], what: string): string {
  const bad = well(text, edits);
  must(bad === null, () => `${what}: ${bad}`);
  return applyEdits(text, edits);
}

/** Everything that is read of a table but where it stands and how its labels are spelt. */
function tableReading(t: Table): unknown {
  return [
    t.id,
    t.readAs,
    [...t.cells.values()].map((c) => [c.name, c.text, c.value, c.kind, c.unit]),
    t.rows.map((r) => r.id),
    t.gaps.map((g) => [g.kind, g.cells]),
    t.stray.map((s) => [s.id, s.kind]),
  ];
}

/**
 * Everything that is read of a draft but its form (a table written anew has one form, also where its few labels fitted
 * several), where it stands, how wide its tables are, and how their labels are spelt.
 */
function reading(report: Report): unknown {
  return {
    year: report.year?.value,
    title: report.title?.text,
    sections: report.sections.map((s) => [
      s.id,
      s.heading.text,
      s.subheadings.map((h) => h.text),
      s.paragraphs.map((p) => p.text).filter((words) => !/[|\t]/.test(words)),
    ]),
    tables: report.tables.map(tableReading),
  };
}

function same(before: unknown, after: unknown, what: string): void {
  const [a, b] = [JSON.stringify(before), JSON.stringify(after)];
  must(a === b, () => `${what} reads otherwise: ${difference(a, b)}`);
}

const told = (findings: readonly Finding[]): string[] => findings.map((f) => `${f.rule} ${f.severity} ${f.message.zh}`);

/** The formatter changes nothing that is read or found, and has nothing left to do. */
export function formats(text: string): void {
  const report = parseReport(text);
  for (const ambiguousWide of [false, true]) {
    const formatted = edit(text, formatTables(report, { ambiguousWide }), 'format');
    const after = parseReport(formatted);
    same(reading(report), reading(after), 'the formatted draft');
    same(told(checkReport(report)), told(checkReport(after)), 'what is found in the formatted draft');
    must(formatTables(after, { ambiguousWide }).length === 0, 'the formatter is not idempotent');
  }
}

/** A table that is converted, and all around it, reads as before; or the conversion is refused. */
export function converts(text: string): void {
  const report = parseReport(text);
  for (const [index, table] of report.tables.entries()) {
    for (const to of ['pipes', 'tabs'] as const) {
      const done = convertTable(report, table, to, { ambiguousWide: false });
      if ('refused' in done) continue;
      const after = parseReport(applyEdits(text, [done]));
      const what = `the draft with ${table.id} as ${to}`;
      same(reading(report), reading(after), what);
      must(after.tables[index]?.layout === to, `${what} is in ${after.tables[index]?.layout}`);
    }
  }
}

/** Each fix mends its finding and nothing else. */
export function fixes(text: string, places: readonly number[]): void {
  const report = parseReport(text);
  const findings = checkReport(report);
  for (const place of places) {
    const finding = findings[place % Math.max(1, findings.length)];
    if (!finding) return;
    for (const fix of fixesFor(report, finding)) {
      const verdict = judgeFix(report, finding, fix, findings);
      must(
        verdict === null,
        () => `${finding.rule} ${finding.message.zh}\n  ${fix.kind} ${fix.title.zh}\n  ${verdict}`,
      );
    }
  }
}

/** All that may be mended unseen: what is left has nothing to be mended unseen, and no more faults than there were. */
export function mendsUnseen(text: string): void {
  const report = parseReport(text);
  const after = parseReport(edit(text, safeEdits(report), 'fixAll'));
  must(safeEdits(after).length === 0, 'fixAll is not idempotent');
  // a label put right may make a row out of what was none
  const now = numbers(after);
  for (const [cell, words] of numbers(report)) must(now.get(cell) === words, () => `${cell} is no longer ${words}`);
  const [had, has] = [report, after].map((r) => checkReport(r).filter(serious).length) as [number, number];
  must(has <= had, `fixAll left ${has} faults of ${had}`);
}

/** Mending a table as a whole, another form and the draft of the next year can all be read. */
export function rewrites(text: string): void {
  const report = parseReport(text);
  for (const table of report.tables) {
    edit(text, mendTable(report, table), `mend ${table.id}`);
    if (!canMigrate(table)) continue;
    const { edits } = migrate(report, [table]);
    const after = parseReport(edit(text, edits, `migrate ${table.id}`));
    must(
      edits.length === 0 ||
        !after.tables.some((t) => t.id === table.id && t.range.start === table.range.start && canMigrate(t)),
      `${table.id} is still of the old form`,
    );
  }
  const next = rollForward(report);
  if (next) {
    const after = parseReport(next.text);
    // a year that stood in a table is gone with its figures
    const { start = 0 } = report.year?.range ?? {};
    const inTable = report.tables.some(({ range }) => range.start <= start && start <= range.end);
    must(inTable || after.year?.value === next.year, `the next draft is of ${after.year?.value}, not of ${next.year}`);
    checkReport(after);
  }
}
