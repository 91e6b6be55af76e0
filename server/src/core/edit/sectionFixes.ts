import type { Form, SectionSpec } from '../forms';
import type { Finding, Report, Section } from '../model';
import { firstSections, misplaced } from '../rules/section/sequence';
import { fix } from './fix';
import { lineEnd } from './place';
import {
  insertSections,
  insertTable,
  moveSection,
  moveTable,
  numberSections,
  removeDoubled,
  titleEdit,
} from './sections';
import { draftStyle } from './style';
import type { Fix } from './textEdit';
import { label } from './writeTable';

interface Held {
  readonly form: Form | null;
}

/** The section whose heading a finding marks. */
function sectionAt(report: Report, { range }: Finding): Section | undefined {
  return report.sections.find((s) => s.heading.range.start <= range.start && range.start <= s.heading.range.end);
}

function heading(spec: SectionSpec): string {
  return `${spec.number}、${spec.title}`;
}

/** The form's words for a title; an accepted long form is left to the author. */
export function titleFixes(report: Report, finding: Finding, { form }: Held): Fix[] {
  const section = sectionAt(report, finding);
  const spec = form?.sections.find((s) => s.id === section?.id);
  const edit = form && section ? titleEdit(report, form, section) : null;
  if (!spec || !section || !edit) return [];
  const safe = section.heading.wording === 'other';
  const kind = safe ? 'section/title' : 'section/title-long';
  return fix(kind, `改为“${heading(spec)}”`, `Change to “${heading(spec)}”`, [edit], { preferred: true, safe });
}

/** The number of the section; of all sections where one rule broke with it. */
export function numberFixes(report: Report, finding: Finding, { form }: Held): Fix[] {
  if (!form) return [];
  const sections = firstSections(report);
  const section = sections.find((s) => s.id === finding.section);
  if (!section) return [];
  const none = sections.every((s) => s.heading.number === null) && sections.length > 3;
  const traits = { preferred: true, safe: true };
  const all = numberSections(report, form);
  if (none) return fix('section/number', '补上各部分的编号', 'Number the sections', all, traits);
  const [edit] = numberSections(report, form, [section]);
  const spec = form.sections.find((s) => s.id === section.id);
  if (!edit || !spec) return [];
  return [
    ...fix('section/number', `编号改为“${spec.number}、”`, `Number it “${spec.number}、”`, [edit], traits),
    ...(all.length > 1
      ? fix('section/renumber', `各部分重新编号（${all.length} 处）`, `Number all sections anew (${all.length})`, all)
      : []),
  ];
}

/** The sections that a finding misses, each in its place with its table. */
export function missingFixes(report: Report, finding: Finding, { form }: Held): Fix[] {
  if (!form || (!finding.section && report.sections.length > 0) || finding.range.end === finding.range.start) return [];
  if (finding.severity === 'information') return [];
  const lost = form.sections.filter((s) => !report.sections.some((p) => p.id === s.id));
  // one finding may be about several that are not written yet; its message names them
  const named = finding.section ? lost.filter((s) => finding.message.zh.includes(`“${heading(s)}”`)) : lost;
  const [first] = named;
  if (!first) return [];
  const there = report.tables.some((t) => t.id === first.table);
  const table = first.table && !there ? '及表格' : '';
  const zh = named.length === 1 ? `补上“${heading(first)}”${table}` : `补上缺的 ${named.length} 个部分及表格`;
  const en =
    named.length === 1
      ? `Add “${heading(first)}”${table === '' ? '' : ' and its table'}`
      : `Add the ${named.length} sections that are missing`;
  const edits = insertSections(
    report,
    form,
    named.map((s) => s.id),
  );
  return fix('section/missing', zh, en, edits, { preferred: true });
}

/** A section that comes again with nothing of its own is taken away. */
export function duplicateFixes(report: Report, finding: Finding): Fix[] {
  const section = sectionAt(report, finding);
  const edit = section && finding.section ? removeDoubled(report, section) : null;
  if (!section || !edit) return [];
  return fix(
    'section/duplicate',
    `删去重复的“${section.heading.text}”`,
    'Remove the section that is there twice',
    [edit],
    {
      preferred: true,
    },
  );
}

/** The whole section moves to its place. */
export function orderFixes(report: Report, finding: Finding, { form }: Held): Fix[] {
  const section = sectionAt(report, finding);
  if (!form || !section) return [];
  const edits = moveSection(report, form, section, misplaced(form, firstSections(report)));
  return fix('section/order', `把“${section.heading.text}”移到应在的位置`, 'Move the section to its place', edits, {
    preferred: true,
  });
}

/** The sentence that says that there is nothing else; everything else only the author can write. */
export function emptyFixes(report: Report, finding: Finding, { form }: Held): Fix[] {
  const section = sectionAt(report, finding);
  if (!form || section?.id !== 'others') return [];
  const style = draftStyle(report);
  // from the 2021 form on the section has to speak of fees
  const year = report.year?.value;
  const fees = year !== undefined && form.asksForFees ? `${year}年，本机关没有收取信息处理费，` : '';
  const words = label(`${fees}无其他需要报告的事项。`, style);
  const end = lineEnd(report.text, section.heading.range.end);
  const gap = style.apart ? style.eol + style.eol : style.eol;
  const edit = { range: { start: end, end }, newText: gap + style.indent + words };
  return fix('section/empty', `写上“${words}”`, `Write “${words}”`, [edit], { preferred: true });
}

/** The table of a section under its heading: new, or from where it stands. */
export function tableFixes(report: Report, finding: Finding, { form }: Held): Fix[] {
  const section = report.sections.find((s) => s.id === finding.section);
  if (!form || !section || !finding.table) return [];
  const { text } = section.heading;
  if (report.tables.some((t) => t.id === finding.table)) {
    const edits = moveTable(report, section, finding.table);
    return fix('table/move', `把表格移到“${text}”下面`, `Move the table below “${text}”`, edits, { preferred: true });
  }
  const edit = insertTable(report, form, section);
  return fix(
    'table/missing',
    `补上“${text}”的表格（填 0）`,
    `Add the table of “${text}”, filled with 0`,
    edit ? [edit] : [],
    {
      preferred: true,
    },
  );
}
