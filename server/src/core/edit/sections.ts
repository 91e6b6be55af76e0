import type { Form, SectionSpec } from '../forms';
import type { Paragraph, Range, Report, Section, SectionId } from '../model';
import { readNumbering } from '../text/numbering';
import { behindBreak, lineEnd, lineStart, tableSpan } from './place';
import { type DraftStyle, draftStyle } from './style';
import { headingTemplate, sectionTemplate, tableTemplate } from './template';
import { joinTouching, minimalEdit, type TextEdit } from './textEdit';

/** The first section of each kind, in document order. */
function firstOnes(report: Report): Section[] {
  return report.sections.filter((s, i) => report.sections.findIndex((p) => p.id === s.id) === i);
}

function specOf(form: Form, id: SectionId): SectionSpec | undefined {
  return form.sections.find((s) => s.id === id);
}

function ordinal(form: Form, id: SectionId): number {
  return form.sections.findIndex((s) => s.id === id) + 1;
}

/** Where a section stands with the line of its heading whole: up to the line of the next heading, or the end. */
export function sectionSpan(report: Report, section: Section): Range {
  const next = report.sections[report.sections.indexOf(section) + 1];
  return {
    start: lineStart(report.text, section.heading.range.start),
    end: next ? lineStart(report.text, next.heading.range.start) : report.text.length,
  };
}

/**
 * Edits that number sections as the form does, in the punctuation of the headings that are right.
 * @param only the sections that are looked at; all by default
 */
export function numberSections(
  report: Report,
  form: Form,
  only: readonly Section[] = firstOnes(report),
): readonly TextEdit[] {
  return only.flatMap((s): TextEdit[] => {
    const spec = specOf(form, s.id);
    if (!spec) return [];
    const { number, range } = s.heading;
    const written = numberLike(report, form, spec.number);
    if (!number) return [{ range: { start: range.start, end: range.start }, newText: written }];
    if (number.level === 1 && number.value === ordinal(form, s.id)) return [];
    return [minimalEdit(report.text, number.range, written)];
  });
}

/** The number of a section with the mark that the other sections have behind theirs. */
function numberLike(report: Report, form: Form, numeral: string): string {
  const right = report.sections.find(
    ({ heading, id }) => heading.number?.level === 1 && heading.number.value === ordinal(form, id),
  );
  const like = right?.heading.number?.text;
  return like === undefined ? `${numeral}、` : like.replace(/[一二三四五六七八九十]+/, numeral);
}

/** Edits that put sections which are not there in their place, each with its table, and number the others anew. */
export function insertSections(report: Report, form: Form, ids: readonly SectionId[]): readonly TextEdit[] {
  const style = draftStyle(report);
  const edits = new Map<number, string>();
  for (const spec of form.sections) {
    if (!ids.includes(spec.id)) continue;
    const { at, newText } = placed(report, form, spec, style);
    edits.set(at, (edits.get(at) ?? '') + newText);
  }
  const numbers = report.sections.some((s) => s.heading.number !== null) ? numberSections(report, form) : [];
  const put = [...edits].map(([at, newText]): TextEdit => ({ range: { start: at, end: at }, newText }));
  return joinTouching([...put, ...numbers]);
}

function placed(report: Report, form: Form, spec: SectionSpec, style: DraftStyle): { at: number; newText: string } {
  const { text } = report;
  const { eol } = style;
  const gap = style.apart ? eol + eol : eol;
  const table = report.tables.find((t) => t.id === spec.table);
  if (table) {
    const at = tableSpan(report, table).start;
    return { at, newText: before(text, at, style) + headingTemplate(spec, style) + gap };
  }
  const n = ordinal(form, spec.id);
  const own = sectionTemplate(form, spec.id, style);
  const next = firstOnes(report).find((s) => ordinal(form, s.id) > n);
  if (next) {
    const at = lineStart(text, next.heading.range.start);
    return { at, newText: `${before(text, at, style)}${own}${gap}` };
  }
  const at = bodyEnd(report);
  const rest = text.slice(at).trim() === '' ? eol : gap;
  return { at, newText: `${before(text, at, style)}${own}${rest}` };
}

/** What a heading needs before it: the end of the line before, and an empty line where the draft has them. */
function before(text: string, at: number, { eol, apart }: DraftStyle): string {
  const has = /(?:\r\n|\r|\n)*[ \t\u3000]*$/.exec(text.slice(Math.max(0, at - 40), at))?.[0] ?? '';
  const breaks = has.match(/\r\n|\r|\n/g)?.length ?? 0;
  if (text.slice(0, at).replace('\ufeff', '').trim() === '') return '';
  if (breaks === 0) return apart ? eol + eol : eol;
  return apart && breaks === 1 ? eol : '';
}

/** A line that is nothing but a date: the one below a signature. */
const DATE = /^[\s\u3000]*[12〇○零一二][\d〇○零一二三四五六七八九]{3}\s*年[^。，]{1,6}月[^。，]{1,6}日[\s\u3000]*$/;
const SIGNATURE = 40;

/** Where the words of the last section end: before the signature with its date, else behind the last words. */
export function bodyEnd(report: Report): number {
  const { text } = report;
  const last = report.sections[report.sections.length - 1];
  const paragraphs: readonly Paragraph[] = last?.paragraphs ?? report.preface;
  const dated = paragraphs.findIndex((p) => DATE.test(p.text));
  if (dated > 0 || (dated === 0 && last)) {
    const signed = paragraphs[dated - 1];
    const by =
      signed && signed.text.length <= SIGNATURE && !/[。；：，]/.test(signed.text) ? signed : paragraphs[dated];
    const tables = (last?.tables ?? []).every((t) => t.range.end <= (by as Paragraph).range.start);
    if (by && tables) return lineStart(text, by.range.start);
  }
  let end = text.length;
  while (end > 0 && /\s/.test(text.charAt(end - 1))) end--;
  return behindBreak(text, lineEnd(text, end));
}

/** Edits that move a section, heading and all, to where the form has it; null where it stands there. */
export function moveSection(
  report: Report,
  form: Form,
  section: Section,
  moved: readonly Section[],
): TextEdit[] | null {
  const { text } = report;
  const style = draftStyle(report);
  const n = ordinal(form, section.id);
  const others = firstOnes(report).filter((s) => !moved.includes(s));
  const next = others.find((s) => ordinal(form, s.id) > n);
  const span = sectionSpan(report, section);
  const isLast = span.end === text.length;
  const end = isLast ? Math.max(span.start, bodyEnd(report)) : span.end;
  const own = { start: span.start, end };
  const at = next ? lineStart(text, next.heading.range.start) : bodyEnd(report);
  if (at >= own.start && at <= own.end) return null;
  let words = text.slice(own.start, own.end);
  const [number] = numberSections(report, form, [section]);
  if (number) {
    const from = number.range.start - own.start;
    words = words.slice(0, from) + number.newText + words.slice(number.range.end - own.start);
  }
  if (!/[\r\n]$/.test(words)) words += style.eol;
  if (style.apart && !/(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)$/.test(words)) words += style.eol;
  const numbers = numberSections(report, form, others);
  return joinTouching([
    { range: own, newText: '' },
    { range: { start: at, end: at }, newText: before(text, at, style) + words },
    ...numbers,
  ]);
}

/** The edit that takes a section away which says nothing that the first of its kind does not; null for any other. */
export function removeDoubled(report: Report, section: Section): TextEdit | null {
  const first = report.sections.find((s) => s.id === section.id);
  if (!first || first === section) return null;
  const empty = section.paragraphs.length === 0 && section.tables.length === 0;
  const words = (s: Section): string =>
    report.text.slice(s.heading.title.range.end, sectionSpan(report, s).end).replace(/\s+/g, '');
  if (!empty && words(first) !== words(section)) return null;
  const span = sectionSpan(report, section);
  return { range: span.end === report.text.length ? { start: span.start, end: bodyEnd(report) } : span, newText: '' };
}

/** The edit that puts the table of a section under its heading, every cell 0. */
export function insertTable(report: Report, form: Form, section: Section): TextEdit | null {
  const spec = specOf(form, section.id);
  if (!spec?.table) return null;
  const { text } = report;
  const style = draftStyle(report);
  const end = lineEnd(text, section.heading.range.end);
  const gap = style.apart ? style.eol + style.eol : style.eol;
  const rest = text.slice(end);
  const tail =
    rest.trim() === ''
      ? rest === ''
        ? style.eol
        : ''
      : /^(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)/.test(rest)
        ? ''
        : style.eol;
  return { range: { start: end, end }, newText: gap + tableTemplate(form.id, spec.table, style) + tail };
}

/** Edits that move a table under the heading of its section. */
export function moveTable(report: Report, section: Section, id: string): TextEdit[] | null {
  const { text } = report;
  const table = report.tables.find((t) => t.id === id);
  if (!table) return null;
  const style = draftStyle(report);
  const span = tableSpan(report, table);
  const own = { start: span.start, end: behindBreak(text, span.end) };
  const at = lineEnd(text, section.heading.range.end);
  if (at >= own.start && at <= own.end) return null;
  const gap = style.apart ? style.eol + style.eol : style.eol;
  return [
    { range: own, newText: '' },
    { range: { start: at, end: at }, newText: gap + text.slice(span.start, span.end) + (style.apart ? '' : style.eol) },
  ].sort((a, b) => a.range.start - b.range.start);
}

/** The edit that words a title as the form does, its number untouched. */
export function titleEdit(report: Report, form: Form, section: Section): TextEdit | null {
  const spec = specOf(form, section.id);
  if (!spec) return null;
  const { title } = section.heading;
  const inside = report.text.slice(title.range.start, title.range.end);
  // words that are no title keep nothing of themselves
  return readNumbering(inside)
    ? { range: title.range, newText: spec.title }
    : minimalEdit(report.text, title.range, spec.title);
}
