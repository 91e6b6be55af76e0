import { isSpace, key } from '../text/chars';
import { readNumbering } from '../text/numbering';
import { exactTitle, headingParts, sectionOrdinal } from './headings';
import type { Line } from './lines';

/** A line that lost its breaks is at least so long. */
const LONG = 40;
/** Longest title of a section. */
const TITLE = 30;

/** What the number of a section is looked for by. */
const NUMBER = /[一二三四五六]\s{0,2}[、.．]/g;
/** What ends a sentence, and so can stand before a heading. */
const STOP = /[。！？!?]/;
/** What the report begins behind: 现将有关情况报告如下： */
const ANNOUNCED = /如下[：:]$/;
/** What leads over to words that belong to the same sentence. */
const LEADS = /[：:、，,；;《“"（(]/;
/** A sub-heading behind the end of a sentence and a space, where the break was. */
const SUBHEADING = /[。；;！？!?][ \t\u3000\u00a0]+(?=(?:[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[、.．](?!\d)))/g;
/** The first sub-heading, right behind the title of a section. */
const FIRST = /^\s*(?:[（(]一[）)]|1[、.．](?!\d))/;

/**
 * Takes lines apart that lost their breaks on the way from a web page: 工作平稳。 一、总体情况 （一）主动公开。…
 * Where a line holds the heading of a section that no line begins with, it is cut before it, and before its
 * sub-headings. A list of the titles in a sentence is left alone.
 * @returns the lines as they were where there is nothing to cut
 */
export function apart(text: string, lines: readonly Line[]): readonly Line[] {
  const found = new Map<Line, readonly Cut[]>();
  for (const line of lines) {
    const cuts = line.to - line.from < LONG || line.tab || line.pipe ? [] : cutsOf(text, line);
    if (cuts.length > 0) found.set(line, cuts);
  }
  if (found.size === 0) return lines;
  const begun = sectionsBegun(text, lines);
  return lines
    .flatMap((line) => {
      const cuts = (found.get(line) ?? []).filter(({ id }) => id === null || !begun.has(id));
      return cuts.some((c) => c.id !== null) || beginsWithSection(text, line) ? pieces(text, line, cuts) : [line];
    })
    .map((line, index) => ({ ...line, index }));
}

/** A place to cut a line at; `id` is the section whose heading begins there, null for a sub-heading. */
interface Cut {
  readonly at: number;
  readonly id: string | null;
}

function cutsOf(text: string, line: Line): readonly Cut[] {
  const words = text.slice(line.from, line.to);
  const begins = beginsWithSection(text, line);
  const cuts: Cut[] = [];
  NUMBER.lastIndex = 1;
  for (let m = NUMBER.exec(words); m; m = NUMBER.exec(words)) {
    const id = sectionAt(words, m.index);
    if (id && follows(words, m.index, begins || cuts.length > 0)) cuts.push({ at: line.from + m.index, id });
  }
  if (!begins && cuts.length === 0) return cuts;
  for (const m of words.matchAll(SUBHEADING)) cuts.push({ at: line.from + m.index + m[0].length, id: null });
  for (const at of [0, ...cuts.map((c) => c.at - line.from)]) {
    const end = titleEnd(words, at);
    if (end !== null && FIRST.test(words.slice(end, end + 8))) {
      const gap = /^\s*/.exec(words.slice(end))?.[0].length ?? 0;
      cuts.push({ at: line.from + end + gap, id: null });
    }
  }
  return cuts.sort((a, b) => a.at - b.at);
}

/** Whether a heading can begin here: behind a sentence, or, once there was a heading, behind a space. */
function follows(words: string, at: number, after: boolean): boolean {
  let i = at;
  while (i > 0 && isSpace(words.charCodeAt(i - 1))) i--;
  const before = words.charAt(i - 1);
  // an address in brackets may end the preface
  if (
    STOP.test(before) ||
    (i < at && /[）)]/.test(before)) ||
    (i < at && ANNOUNCED.test(words.slice(Math.max(0, i - 3), i)))
  )
    return true;
  return after && i < at && !LEADS.test(before);
}

/** Where the title ends of the section whose heading, with its own number, begins here; null where none does. */
function titleEnd(words: string, at: number): number | null {
  const numbering = readNumbering(words, at);
  if (numbering?.level !== 1) return null;
  const from = at + numbering.length;
  const stop = /[。：:；;（(\s]|$/.exec(words.slice(from, from + TITLE));
  const end = from + (stop?.index ?? 0);
  const title = exactTitle(key(words.slice(from, end)));
  return title && sectionOrdinal(title.id) === numbering.value ? end : null;
}

function sectionAt(words: string, at: number): string | null {
  const end = titleEnd(words, at);
  if (end === null || /[；;]/.test(words.charAt(end))) return null;
  const from = at + (readNumbering(words, at)?.length ?? 0);
  return exactTitle(key(words.slice(from, end)))?.id ?? null;
}

function beginsWithSection(text: string, line: Line): boolean {
  return titleEnd(text.slice(line.from, Math.min(line.to, line.from + TITLE * 2)), 0) !== null;
}

/** The sections whose very titles lines begin with. */
function sectionsBegun(text: string, lines: readonly Line[]): ReadonlySet<string> {
  return new Set(
    lines.flatMap((line) => {
      const words = text.slice(line.from, Math.min(line.to, line.from + TITLE * 2));
      const id = sectionAt(words, 0) ?? exactTitle(headingParts(words).name)?.id;
      return id ? [id] : [];
    }),
  );
}

function pieces(text: string, line: Line, cuts: readonly Cut[]): Line[] {
  const ends = [...cuts.map((c) => c.at), line.end];
  return ends.map((end, i): Line => {
    const start = i === 0 ? line.start : (ends[i - 1] as number);
    let to = i === cuts.length ? line.to : end;
    while (to > start && isSpace(text.charCodeAt(to - 1))) to--;
    return { ...line, start, end, from: i === 0 ? line.from : start, to };
  });
}
