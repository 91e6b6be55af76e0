import { readDirectives } from '../control/directives';
import { formForYear } from '../forms';
import type { FormId, Paragraph, Period, Range, Report, Section, Table, TableId } from '../model';
import { isSingleNumber } from '../text/numbering';
import { withoutComments } from './comments';
import { isSchoolYear, readNamedYear, readPeriod, readTitle } from './head';
import { isBlank, type Line } from './lines';
import { type FoundSection, findSections } from './sections';
import { readSubheadings } from './subheadings';
import { readTables } from './tables';
import { findZones, isPageNumber } from './zones';

/**
 * Reads a draft, finished or not, plain text or Markdown. It never throws, whatever the text.
 * Comments are no part of the report: only those that turn rules off are read.
 * @param given may hold any line ends and a byte order mark
 * @returns the report with UTF-16 offsets into the text as it was given
 */
export function parseReport(given: string): Report {
  const { words: text, lines, comments } = withoutComments(given);
  const taken = new Uint8Array(lines.length);
  const zones = findZones(text, lines, taken);
  const found = findSections(text, lines, taken, zones);
  const firstSection = found[0]?.first ?? lines.length;
  const head = readTitle(text, lines, taken, firstSection);
  const afterHead = lines[Math.min(firstSection, lines.length - 1)]?.start ?? text.length;
  const prefaceEnd = found.length > 0 ? afterHead : Math.min(text.length, 5000);
  const overviewEnd = found[0]?.id === 'overview' ? (found[1]?.heading.range.start ?? text.length) : prefaceEnd;
  const period = readPeriod(text, prefaceEnd, Math.max(prefaceEnd, overviewEnd));
  const year = head?.year ?? readNamedYear(text, prefaceEnd) ?? yearOf(period);
  const yearForm = year ? formForYear(year.value) : null;
  const headings = found.map((s) => s.first);
  const tables = keep(readTables(text, zones, headings, yearForm?.id ?? null), lines, found);
  const form = yearForm?.id ?? (year ? null : formOfTables(tables)) ?? formOfTables(tables);
  const titleEnd = head ? head.last : -1;
  return {
    text: given,
    title: head?.title ?? null,
    organisation: head?.organisation ?? null,
    year,
    period,
    form,
    preface: paragraphs(text, lines, taken, titleEnd + 1, firstSection),
    sections: sections(text, lines, taken, found, tables),
    tables,
    directives: readDirectives(given, comments, lines),
  };
}

function yearOf(period: Period | null): Report['year'] {
  return period && !isSchoolYear(period) ? { value: period.from[0], range: period.range } : null;
}

function formOfTables(tables: readonly Table[]): FormId | null {
  const forms = tables.map((t) => t.form).filter((f): f is FormId => f !== null);
  return forms.sort((a, b) => forms.filter((f) => f === b).length - forms.filter((f) => f === a).length)[0] ?? null;
}

/** So much of a table (cells of all) must be there for words in another section to be that table. */
const ENOUGH = 0.6;
const AS_GOOD = 0.9;

/** Leaves out what only looks like a table of the form: a few of its labels in a table of the author's own. */
function keep(tables: readonly Table[], lines: readonly Line[], found: readonly FoundSection[]): Table[] {
  // both in the order of the text
  let next = 0;
  const judged = tables.map((table) => {
    while (next < found.length && (lines[(found[next] as FoundSection).first] as Line).start <= table.range.start)
      next++;
    const missing = table.gaps.filter((g) => g.kind === 'missing').reduce((n, g) => n + g.cells.length, 0);
    const whole = table.cells.size === 0 ? 0 : table.cells.size / (table.cells.size + missing);
    return { table, home: found[next - 1]?.id === table.id, whole };
  });
  const best = (id: TableId, home: boolean): number =>
    Math.max(0, ...judged.filter((j) => j.table.id === id && j.home === home).map((j) => j.whole));
  const bests = new Map(
    [...new Set(tables.map((t) => t.id))].map((id) => [id, { home: best(id, true), away: best(id, false) }]),
  );
  return judged
    .filter(({ table, home, whole }) => {
      const of = bests.get(table.id) as { home: number; away: number };
      // beside the table itself only a second one that is as good as whole is a table of the form
      if (home ? of.home > whole : of.home > 0 || of.away > whole) return whole >= AS_GOOD;
      // only labels: half a table where it belongs, stray words anywhere else
      return home || whole >= ENOUGH;
    })
    .map(({ table }) => table);
}

function sections(
  text: string,
  lines: readonly Line[],
  taken: Uint8Array,
  found: readonly FoundSection[],
  tables: readonly Table[],
): Section[] {
  return found.map((s, i) => {
    const next = found[i + 1];
    const range = { start: s.heading.range.start, end: next ? next.heading.range.start : text.length };
    const inside = tables.filter((t) => t.range.start >= range.start && t.range.start < range.end);
    const last = next ? next.first : lines.length;
    return {
      id: s.id,
      heading: s.heading,
      range,
      subheadings: readSubheadings(text, lines, taken, s.last + 1, last),
      paragraphs: [...inlineText(text, lines, s), ...paragraphs(text, lines, taken, s.last + 1, last)],
      tables: inside,
    };
  });
}

/** What stands behind a heading on its own line. */
function inlineText(text: string, lines: readonly Line[], s: FoundSection): Paragraph[] {
  const line = lines[s.last] as Line;
  const rest = text.slice(s.heading.range.end, line.to).replace(/^[\s*_#。：:]+/, '');
  if (rest === '' || /^<[^>]*>$/.test(rest)) return [];
  const range = { start: line.to - rest.length, end: line.to };
  return [{ text: rest, range, parts: [range] }];
}

/** Lines of text, each a paragraph; one that stops in the middle of a sentence goes on with the next. */
function paragraphs(text: string, lines: readonly Line[], taken: Uint8Array, from: number, to: number): Paragraph[] {
  const result: { text: string; range: { start: number; end: number }; parts: Range[] }[] = [];
  let open = false;
  for (let i = from; i < to; i++) {
    const line = lines[i] as Line;
    if (isBlank(line)) continue;
    if (taken[i]) {
      open = false;
      continue;
    }
    const words = text.slice(line.from, line.to);
    if (isPageNumber(words)) continue;
    const last = result.at(-1);
    // a row of a table of the author's own is neither the end of a sentence nor the start of one
    const numbered = /^[（(#*一二三四五六七八九十\d]/.test(words) || isSingleNumber(words.charCodeAt(0));
    const indented = line.pipe || line.from > line.start || numbered;
    if (last && open && !indented) {
      last.text += words;
      last.range.end = line.to;
      last.parts.push({ start: line.from, end: line.to });
    } else {
      const range = { start: line.from, end: line.to };
      result.push({ text: words, range, parts: [{ ...range }] });
    }
    // a short line without a stop is a heading or a signature, a long one a sentence that goes on
    open = !line.pipe && words.length > 30 && !/[。！？!?；;：:.”"）)》]$/.test(words);
  }
  return result;
}
