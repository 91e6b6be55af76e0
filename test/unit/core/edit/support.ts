/** What a draft reads as, so that two drafts can be compared whatever their layout. */
import { checkReport, parseReport, type Report, type TableId } from '../../../../server/src/core';
import { generateDraft, LAYOUTS } from '../../../drafts/generate';

export { LAYOUTS };

/** Cells of a table: name, words, value. */
export function cellsOf(report: Report, id: TableId, nth = 0): unknown {
  const table = report.tables.filter((t) => t.id === id)[nth];
  return table && [...table.cells.values()].map((c) => [c.name, c.text, c.value, c.kind, c.unit]);
}

/** Everything that is read out of a draft but where it stands, and how wide the tables are that are not the form's. */
export function reading(text: string): unknown {
  const report = parseReport(text);
  return {
    form: report.form,
    year: report.year?.value,
    title: report.title?.text,
    sections: report.sections.map((s) => [
      s.id,
      s.heading.text,
      s.paragraphs.map((p) => (p.text.includes('|') ? p.text.replace(/[\s:-]/g, '') : p.text)),
    ]),
    tables: report.tables.map((t) => [
      t.id,
      t.form,
      t.layout,
      [...t.cells.values()].map((c) => [c.name, c.text, c.value, c.kind, c.unit]),
      t.rows.map((r) => [r.id, r.label?.text]),
      t.gaps.map((g) => [g.kind, g.cells]),
      t.labels.map((l) => [l.found, l.expected]),
      t.stray.map((s) => [s.id, s.kind]),
    ]),
    findings: checkReport(report).map((f) => [f.rule, f.severity, f.message.zh]),
  };
}

/** Drafts of all layouts and both forms, with noise of all kinds. */
export function* drafts(count: number, options: { readonly blanks?: boolean } = {}) {
  for (const layout of LAYOUTS) {
    for (const form of ['2019', '2021'] as const) {
      for (let i = 0; i < count; i++) yield generateDraft(4000 + i, { layout, form, ...options });
    }
  }
}
