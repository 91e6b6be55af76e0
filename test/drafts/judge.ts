/** What must hold of a generated draft. Each judge says what is wrong, or nothing. */
import { checkReport, parseReport, type Report, reportData } from '../../server/src/core';
import type { Finding } from '../../server/src/core/model';
import type { DataNode, Draft } from './generate';
import { dropRow, dropSection, dropTable, mutateCell, mutateTwoCells, prefix, truncateTable } from './mutate';

/** `null` where the property holds, else the first difference. */
export type Judge = (draft: Draft) => string | null;

/** The families that these drafts are about, where they demand something of the author. */
export function demands(findings: readonly Finding[]): Finding[] {
  return findings.filter(
    (finding) =>
      /^(section|table|balance)\//.test(finding.rule) &&
      (finding.severity === 'error' || finding.severity === 'warning'),
  );
}

const reports = new WeakMap<Draft, Report>();

/** The draft as it was read; several judges ask for it. */
function read(draft: Draft): Report {
  const report = reports.get(draft) ?? parseReport(draft.text);
  reports.set(draft, report);
  return report;
}

function check(text: string): readonly Finding[] {
  return checkReport(parseReport(text));
}

export function describeFinding(finding: Finding, text: string): string {
  const { rule, severity, range, suspect } = finding;
  const line = text.slice(0, range.start).split('\n').length;
  const words = JSON.stringify(text.slice(range.start, Math.min(range.end, range.start + 40)));
  const named = suspect ? ` suspect ${suspect.cell} found ${suspect.found} expected ${suspect.expected}` : '';
  return `${severity} ${rule} line ${line} ${words}${named}: ${finding.message.zh}`;
}

function list(findings: readonly Finding[], text: string): string {
  return findings.length === 0 ? 'nothing' : findings.map((f) => describeFinding(f, text)).join(' | ');
}

/** The first place where two data trees differ. */
export function firstDifference(expected: DataNode, actual: unknown, path = ''): string | null {
  if (expected === null || typeof expected === 'number') {
    return Object.is(expected, actual) ? null : `${path}: expected ${expected}, read ${JSON.stringify(actual)}`;
  }
  if (typeof actual !== 'object' || actual === null)
    return `${path || 'tables'}: expected a table, read ${String(actual)}`;
  const other = actual as Record<string, unknown>;
  for (const [key, value] of Object.entries(expected)) {
    const difference = firstDifference(value, other[key], path === '' ? key : `${path}.${key}`);
    if (difference !== null) return difference;
  }
  const extra = Object.keys(other).find((key) => !(key in expected));
  return extra === undefined ? null : `${path}.${extra}: not expected, read ${JSON.stringify(other[extra])}`;
}

/** Every number of every table, and at its place. */
export const recovered: Judge = (draft) => {
  const report = read(draft);
  const difference = firstDifference(draft.data, reportData(report).tables);
  if (difference !== null) return difference;
  for (const [name, mark] of draft.cells) {
    const cell = report.tables.find((table) => table.cells.has(name))?.cells.get(name);
    if (cell === undefined) return `${name}: in the data, but no cell of a table`;
    // Where merging repeats a number, any of its copies will do.
    const copies = / repeat /.test(`${draft.layouts.proactive} `) && name.startsWith('proactive.');
    if (copies && draft.text.slice(cell.range.start, cell.range.end) === mark.text) continue;
    if (cell.range.start !== mark.start || cell.range.end !== mark.end) {
      return `${name}: stands at ${mark.start}–${mark.end} (${JSON.stringify(mark.text)}), read at ${cell.range.start}–${cell.range.end} (${JSON.stringify(draft.text.slice(cell.range.start, cell.range.end))})`;
    }
  }
  return null;
};

/** Title, office, year, form, sections. */
export const identified: Judge = (draft) => {
  const report = read(draft);
  const data = reportData(report);
  const bare = (words: string | null): string => (words ?? '').replace(/\s/g, '');
  if (bare(data.title) !== bare(draft.title)) return `title: expected ${draft.title}, read ${data.title}`;
  if (bare(data.organisation) !== bare(draft.organisation)) {
    return `organisation: expected ${draft.organisation}, read ${data.organisation}`;
  }
  if (data.year !== draft.year) return `year: expected ${draft.year}, read ${data.year}`;
  if (data.form !== draft.form) return `form: expected ${draft.form}, read ${data.form}`;
  const ids = data.sections.map((section) => section.id).join(' ');
  if (ids !== draft.sectionIds.join(' ')) return `sections: expected ${draft.sectionIds.join(' ')}, read ${ids}`;
  return sectionPlaces(draft, report);
};

function sectionPlaces(draft: Draft, report: Report): string | null {
  for (const [index, section] of draft.sections.entries()) {
    const start = report.sections[index]?.heading.range.start ?? -1;
    // A heading may be read from its number on, behind `## **`.
    if (start < section.start || start > section.start + 8) {
      return `section ${section.id}: starts at ${section.start}, read at ${start}`;
    }
  }
  return null;
}

/** A sound draft is left alone; blanks get one finding a table. */
export const silent: Judge = (draft) => {
  const findings = demands(checkReport(read(draft)));
  const blanks = findings.filter((finding) => finding.rule === 'table/blank');
  if (draft.options.blanks && new Set(blanks.map((finding) => finding.table)).size === blanks.length) {
    const others = findings.filter((finding) => finding.rule !== 'table/blank');
    return others.length === 0 ? null : `expected silence, got ${list(others, draft.text)}`;
  }
  return findings.length === 0 ? null : `expected silence, got ${list(findings, draft.text)}`;
};

/** Findings besides those that a draft with blanks has anyway. */
function faults(draft: Draft, text: string): Finding[] {
  return demands(check(text)).filter((finding) => !(draft.options.blanks && finding.rule === 'table/blank'));
}

/** How many numbers table 3 has; one that is blank throughout has none to get wrong. */
function numbersOf(draft: Draft): number {
  return [...draft.cells.keys()].filter((name) => name.startsWith('requests.')).length;
}

/** One wrong number of table 3: one error, which names it. */
export const oneWrong: Judge = (draft) => {
  if (numbersOf(draft) < 1) return null;
  const mutation = mutateCell(draft, 1);
  const findings = faults(draft, mutation.text);
  const what = `${mutation.cell} ${mutation.expected}→${mutation.found}`;
  const suspect = findings.find((finding) => finding.severity === 'error' && finding.suspect)?.suspect;
  if (!findings.some((finding) => finding.severity === 'error')) return `${what}: no error`;
  if (suspect?.cell !== mutation.cell || suspect.expected !== mutation.expected || suspect.found !== mutation.found) {
    return `${what}: not named; got ${list(findings, mutation.text)}`;
  }
  return findings.length === 1 ? null : `${what}: named, but there is more: ${list(findings, mutation.text)}`;
};

/** Two wrong numbers: each is named or among the cells of what is reported, and no third is named. */
export const twoWrong: Judge = (draft) => {
  if (numbersOf(draft) < 2) return null;
  const { text, changes } = mutateTwoCells(draft, 2);
  const errors = faults(draft, text).filter((finding) => finding.severity === 'error');
  const what = changes.map((change) => `${change.cell} ${change.expected}→${change.found}`).join(', ');
  for (const { suspect } of errors) {
    const change = changes.find((other) => other.cell === suspect?.cell);
    if (suspect && (change?.expected !== suspect.expected || change.found !== suspect.found)) {
      return `${what}: wrong suspect ${suspect.cell} expected ${suspect.expected}; got ${list(errors, text)}`;
    }
  }
  for (const change of changes) {
    const caught = errors.some((e) => e.suspect?.cell === change.cell || e.cells?.includes(change.cell));
    if (!caught) return `${what}: ${change.cell} is in no error; got ${list(errors, text)}`;
  }
  return null;
};

/** A section left out: that one, once, and nothing else. For 2019 the form was only encouraged, so any severity does. */
export const sectionMissing: Judge = (draft) => {
  const { text, section, renumbered } = dropSection(draft, 1);
  const all = check(text);
  const what = `without ${section}${renumbered ? ', renumbered' : ''}`;
  const missing = all.filter((finding) => finding.rule === 'section/missing');
  if (missing.length !== 1 || missing[0]?.section !== section) {
    return `${what}: expected one section/missing, got ${list(missing.length > 0 ? missing : demands(all), text)}`;
  }
  const soft = draft.year === 2019;
  const others = faults(draft, text).filter((finding) => finding.rule !== 'section/missing');
  if (!soft && missing[0].severity !== 'error') return `${what}: only ${missing[0].severity}`;
  return others.length === 0 ? null : `${what}: and more: ${list(others, text)}`;
};

function incomplete(draft: Draft, text: string, what: string): string | null {
  const all = check(text);
  const found = all.filter((finding) => finding.rule === 'table/incomplete');
  if (found.length !== 1) {
    return `${what}: expected one table/incomplete, got ${list(found.length > 0 ? found : demands(all), text)}`;
  }
  const others = faults(draft, text).filter((finding) => finding.rule !== 'table/incomplete');
  return others.length === 0 ? null : `${what}: and more: ${list(others, text)}`;
}

/** A row of table 3 left out: one finding about the row, none about sums. */
export const rowMissing: Judge = (draft) => {
  const { text, row } = dropRow(draft, 1);
  return incomplete(draft, text, `without row ${row}`);
};

/** Table 3 cut off: one finding, none about sums. */
export const tableCut: Judge = (draft) => {
  const { text, rows } = truncateTable(draft, 1);
  return incomplete(draft, text, `cut before ${rows[0]}`);
};

/** A table left out of its section: one finding. */
export const tableMissing: Judge = (draft) => {
  const { text, table } = dropTable(draft, 1);
  const all = check(text);
  const missing = all.filter((finding) => finding.rule === 'table/missing');
  if (missing.length !== 1 || (missing[0]?.section ?? missing[0]?.table) !== table) {
    return `without table ${table}: expected one table/missing, got ${list(missing.length > 0 ? missing : demands(all), text)}`;
  }
  const others = faults(draft, text).filter((finding) => finding.rule !== 'table/missing');
  return others.length === 0 ? null : `without table ${table}: and more: ${list(others, text)}`;
};

/** A draft that is being typed: it is read, and beside sections that are not there yet there is little to say. */
export const halfTyped: Judge = (draft) => {
  for (const seed of [1, 2, 3]) {
    const { text, length } = prefix(draft, seed);
    const findings = faults(draft, text);
    const missing = findings.filter((finding) => finding.rule === 'section/missing');
    if (missing.length > 6 || findings.length - missing.length > 4) {
      return `first ${length} characters: ${findings.length} findings: ${list(findings, text)}`;
    }
  }
  return null;
};

export const JUDGES = {
  recovered,
  identified,
  silent,
  oneWrong,
  twoWrong,
  sectionMissing,
  rowMissing,
  tableCut,
  tableMissing,
  halfTyped,
} as const satisfies Record<string, Judge>;

export type Property = keyof typeof JUDGES;

/** Runs a judge; an exception is a verdict too. */
export function judge(property: Property, draft: Draft): string | null {
  try {
    return JUDGES[property](draft);
  } catch (error) {
    return `throws ${error instanceof Error ? error.stack?.split('\n').slice(0, 3).join(' ') : String(error)}`;
  }
}

/** All that is needed to make the draft again. */
export function describeDraft(draft: Draft): string {
  const { layout, form, blanks } = draft.options;
  const options = JSON.stringify({ ...(layout && { layout }), ...(form && { form }), ...(blanks && { blanks }) });
  const layouts = Object.entries(draft.layouts).map(([table, variant]) => `${table}: ${variant}`);
  return `seed ${draft.seed} ${options} ${draft.year}\n  ${layouts.join('; ')}\n  noise: ${draft.noise.join(' ') || 'none'}`;
}
