import { insertables, lineAt } from '../edit/insertable';
import { snippetOf } from '../edit/placeholder';
import { type Level, type Occasion, SENTENCES } from '../edit/sentences';
import { draftStyle } from '../edit/style';
import { formOf, headingTemplate } from '../edit/template';
import { formById, formForYear } from '../forms';
import type { Report, Section } from '../model';
import type { Suggestion } from './suggestion';

/** What a heading of a section begins with: nothing yet, marks of Markdown, a number, the first words of a title. */
const HEADING = /^[ \t\u3000]*(#{1,6}[ \t]*)?(\*\*)?(?:[一二三四五六](?:[、.．，][^。；\r\n]{0,14})?)?$/;
/** So much of a standard sentence must be typed before it is offered. */
const ENOUGH = 2;

/** On an empty line, or behind the first characters of one: headings, templates and standard sentences that fit there. */
export function suggestLineStarts(report: Report, offset: number): Suggestion[] {
  const { text } = report;
  const line = lineAt(text, offset);
  if (text.slice(offset, line.end).trim() !== '') return [];
  const before = text.slice(line.start, offset);
  const heading = HEADING.exec(before);
  return [
    ...(heading ? headings(report, line.start, offset, heading) : []),
    ...(heading && before.trim() === '' ? tables(report, offset) : []),
    ...sentences(report, line.start, offset),
  ];
}

/** The section around an offset; a heading on the same line is not counted, for it may be the one that is typed. */
function sectionBefore(report: Report, at: number): Section | null {
  return report.sections.filter((s) => s.heading.range.end < at).at(-1) ?? null;
}

/** Sections that are not there, the next one in the form's order first: their headings, and each with its template. */
function headings(report: Report, start: number, offset: number, match: RegExpExecArray): Suggestion[] {
  const form = formOf(report);
  const style = draftStyle(report);
  const others = report.sections.filter((s) => s.heading.range.end < start || s.heading.range.start > offset);
  const last = sectionBefore({ ...report, sections: others }, start);
  const after = form.sections.findIndex((s) => s.id === last?.id) + 1;
  const missing = [...form.sections.slice(after), ...form.sections.slice(0, after)].filter(
    (s) => !others.some((p) => p.id === s.id),
  );
  const parts = insertables({ ...report, sections: others });
  const typed = match[0];
  const marks = /^[ \t\u3000#*]*/.exec(typed)?.[0] ?? '';
  const range = { start, end: offset };
  // hashes that the author typed are the level that he wants
  const own =
    others.length === 0 && marks.trim() !== ''
      ? { headingPrefix: marks, headingSuffix: marks.endsWith('**') ? '**' : '' }
      : {};
  return missing.flatMap((section, i): Suggestion[] => {
    const words = `${section.number}、${section.title}`;
    const part = parts.find((p) => p.id === `section.${section.id}`);
    const template = part?.template();
    const filter = `${marks}${words}`;
    const heading: Suggestion = {
      kind: 'section',
      label: words,
      detail: i === 0 ? { zh: '下一个部分', en: 'The next section' } : { zh: '还没有的部分', en: 'Not there yet' },
      filter,
      range,
      text: headingTemplate(section, { ...style, ...own }),
      snippet: null,
    };
    if (!template || marks.trim() !== '') return [heading];
    return [
      heading,
      {
        kind: 'template',
        label: `${words}${section.table ? '（含表格）' : '（含提示）'}`,
        detail: { zh: '标题和模板', en: 'Heading and template' },
        filter,
        range,
        text: template.text,
        snippet: template.snippet,
      },
    ];
  });
}

/** The table that the section around the cursor lacks. */
function tables(report: Report, offset: number): Suggestion[] {
  const section = sectionBefore(report, offset);
  const part = insertables(report).find((p) => p.table !== null && p.section === section?.id && p.missing);
  if (!part) return [];
  const line = lineAt(report.text, offset);
  const { text, snippet } = part.template();
  return [
    {
      kind: 'template',
      label: part.name.zh,
      detail: { zh: '这一部分的表格', en: 'The table of this section' },
      filter: report.text.slice(line.start, offset) + part.name.zh,
      range: { start: line.start, end: offset },
      text,
      snippet,
    },
  ];
}

/** Standard sentences of the section around the cursor that it does not have yet. */
function sentences(report: Report, start: number, offset: number): Suggestion[] {
  const { text } = report;
  const before = text.slice(start, offset);
  const typed = before.trim();
  if (typed !== '' && typed.length < ENOUGH) return [];
  const section = sectionBefore(report, start);
  // before the first heading stands the preface, if there is a title that it can follow
  if (!section && !(report.title && report.title.range.end <= offset)) return [];
  const place = section?.id ?? 'preface';
  const end = report.sections.find((s) => s.heading.range.start >= offset)?.heading.range.start ?? text.length;
  const around = text.slice(section?.heading.range.end ?? 0, start) + text.slice(offset, end);
  const occasion = occasionOf(report);
  const indent = /^[ \t\u3000]*/.exec(before)?.[0] ?? '';
  return SENTENCES.filter((s) => s.section === place && (report.year !== null || !s.yearly)).flatMap(
    (s): Suggestion[] => {
      const words = s.text(occasion);
      if (words === null || !words.startsWith(typed) || around.includes(opening(words))) return [];
      return [
        {
          kind: 'sentence',
          label: typed === '' ? s.name.zh : words,
          detail: typed === '' ? { zh: words, en: `${s.name.en}: ${words}` } : s.name,
          filter: indent + (typed === '' ? s.name.zh : words),
          range: { start: start + indent.length, end: offset },
          text: words,
          snippet: words.includes('【') ? snippetOf(words) : null,
        },
      ];
    },
  );
}

/** What a sentence begins with, by which it is told whether it is there already. */
function opening(words: string): string {
  const fixed = words.split('【').sort((a, b) => b.length - a.length)[0] ?? words;
  return words.startsWith('【')
    ? fixed.slice(0, 12)
    : words.slice(0, Math.min(14, words.indexOf('【') < 6 ? 14 : words.indexOf('【')));
}

/** The report that sentences are put into; its level is what the name of the office says. */
function occasionOf(report: Report): Occasion {
  const year = report.year?.value ?? 0;
  return { form: formForYear(year) ?? formById(report.form), year, level: levelOf(report.organisation?.text ?? '') };
}

function levelOf(organisation: string): Level {
  if (/(?:[镇乡]人民政府|街道办事处)$/.test(organisation)) return 'township';
  return /人民政府$/.test(organisation) ? 'government' : 'department';
}
