import { type Form, type SectionSpec, tableSpec } from '../forms';
import type { Localised, Range, Report, SectionId, TableId } from '../model';
import { plainOf, snippetOf } from './placeholder';
import { beginsApart, endsApart, wholeTable } from './retable';
import { type Template, tableWithStops } from './skeleton';
import { type DraftStyle, draftStyle, WRITABLE } from './style';
import { formOf, headingTemplate, sectionTemplate } from './template';

/** A part of the form that can be put into a draft as a template. */
export interface Insertable {
  /** `section.disputes`, `table.disputes`. */
  readonly id: string;
  readonly section: SectionId;
  /** Null for a whole section. */
  readonly table: TableId | null;
  /** `“四、政府信息公开行政复议、行政诉讼情况”及表格`, `主动公开政府信息情况表` */
  readonly name: Localised;
  /** Whether the draft does not have it yet. */
  readonly missing: boolean;
  /** With tab stops; made when it is asked for. */
  readonly template: () => Template;
}

/** Every section and table of the form of a report, in its order, written as the rest of the draft is. */
export function insertables(report: Report): readonly Insertable[] {
  const form = formOf(report);
  const style = offered(draftStyle(report));
  return [
    ...form.sections.map((s) => sectionPart(report, form, s, style)),
    ...form.sections.flatMap((s) => (s.table === null ? [] : [tablePart(report, form, s, s.table, style)])),
  ];
}

function offered(style: DraftStyle): DraftStyle {
  return WRITABLE.includes(style.layout) ? style : { ...style, layout: 'pipes' };
}

function sectionPart(report: Report, form: Form, spec: SectionSpec, style: DraftStyle): Insertable {
  const heading = `${spec.number}、${spec.title}`;
  return {
    id: `section.${spec.id}`,
    section: spec.id,
    table: null,
    name: {
      zh: `“${heading}”${spec.table ? '及表格' : ''}`,
      en: `“${heading}”${spec.table ? ' and its table' : ''}`,
    },
    missing: !report.sections.some((s) => s.id === spec.id),
    template: () =>
      made(
        spec.table === null
          ? sectionTemplate(form, spec.id, style)
          : `${headingTemplate(spec, style)}${style.apart ? style.eol : ''}${style.eol}${tableWithStops(form, spec.table, style)}`,
      ),
  };
}

function tablePart(report: Report, form: Form, spec: SectionSpec, table: TableId, style: DraftStyle): Insertable {
  return {
    id: `table.${table}`,
    section: spec.id,
    table,
    name: tableSpec(form.id, table).name,
    missing: !report.tables.some((t) => t.id === table),
    template: () => made(tableWithStops(form, table, style)),
  };
}

function made(marked: string): Template {
  return { text: plainOf(marked), snippet: snippetOf(marked) };
}

/** A place for a template of its own lines, and the line ends that set it apart there. */
export interface Opening {
  readonly range: Range;
  readonly before: string;
  readonly after: string;
}

/**
 * Where a template goes that is asked for at an offset: in the place of an empty line, else behind the line, and
 * never into the middle of a table.
 */
export function openingAt(report: Report, offset: number): Opening {
  const { text } = report;
  const style = draftStyle(report);
  const inside = report.tables.map((t) => wholeTable(text, t)).find((r) => r.start <= offset && offset <= r.end);
  const line = lineAt(text, inside ? inside.end : offset);
  const blank = !inside && text.slice(line.start, line.end).trim() === '';
  const range = blank ? line : { start: line.end, end: line.end };
  const gap = style.apart || style.layout === 'pipes';
  const head = text.slice(0, range.start);
  const tail = text.slice(range.end);
  const before = !blank ? style.eol + (gap ? style.eol : '') : gap && !endsApart(head) ? style.eol : '';
  return { range, before, after: gap && !beginsApart(tail) ? style.eol : '' };
}

/** The line of an offset without its line end. */
export function lineAt(text: string, offset: number): Range {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const rest = text.slice(offset).search(/[\r\n]/);
  return { start: offset === 0 ? 0 : start, end: rest < 0 ? text.length : offset + rest };
}
