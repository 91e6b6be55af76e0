import { type Form, formById, type SectionSpec, tableSpec } from '../forms';
import type { FormId, Report, SectionId, TableId } from '../model';
import type { DraftStyle } from './style';
import { label, type TableStyle, writeTable } from './writeTable';

/** The form that a draft is written after: its year's, else its tables', else the one in force. */
export function formOf(report: Report): Form {
  return formById(report.form);
}

/** An empty table of a form: every cell 0, in the layout of the style. */
export function tableTemplate(form: FormId | null, table: TableId, style: TableStyle): string {
  return writeTable(tableSpec(form, table), () => '0', style);
}

/** The heading of a section as the form words it, with the marks that the draft puts around headings. */
export function headingTemplate(section: SectionSpec, style: DraftStyle): string {
  return `${style.headingPrefix}${section.number}、${section.title}${style.headingSuffix}`;
}

/** A section of a form with its heading, its table, and for a section of text one line that says what to write. */
export function sectionTemplate(form: Form, id: SectionId, style: DraftStyle): string {
  const section = form.sections.find((s) => s.id === id) as SectionSpec;
  const gap = style.apart ? style.eol + style.eol : style.eol;
  const body =
    section.table === null
      ? `${style.indent}${label(section.guidance.zh, style)}`
      : tableTemplate(form.id, section.table, style);
  return `${headingTemplate(section, style)}${gap}${body}`;
}
