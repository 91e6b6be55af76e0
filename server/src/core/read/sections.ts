import { SECTION_TITLES } from '../forms';
import type { SectionHeading, SectionId } from '../model';
import { key } from '../text/chars';
import {
  beginsLikeHeading,
  exactTitle,
  type Fit,
  fitTitle,
  type HeadingParts,
  headingParts,
  isTitleStart,
  renamed,
  sectionOrdinal,
} from './headings';
import { BREAK, isBlank, type Line } from './lines';
import type { Zone } from './zones';

/** A heading of a section, and the lines that it takes (both inclusive). */
export interface FoundSection {
  readonly id: SectionId;
  readonly heading: SectionHeading;
  readonly first: number;
  readonly last: number;
}

/** A line (or two) that may be the heading of a section. */
interface Candidate {
  readonly id: SectionId | null;
  readonly fit: Fit | null;
  readonly parts: HeadingParts;
  readonly heading: SectionHeading;
  readonly first: number;
  readonly last: number;
  /** Nothing but spaces between this candidate and the one before. */
  readonly adjacent: boolean;
  /** The line of words before it. */
  readonly before: Line | null;
  /** Ends in dots and a page number, as lines of a table of contents do. */
  readonly listed: boolean;
}

/** Longest line that can begin with a heading and go on with text. */
const INLINE = 4000;
const LONGEST = 60;

/**
 * Finds the headings of the six sections: by their words first, by their number where the words say nothing.
 * @param taken lines that belong to tables, which are never headings
 * @param zones where the tables are
 */
export function findSections(
  text: string,
  lines: readonly Line[],
  taken: Uint8Array,
  zones: readonly Zone[],
): FoundSection[] {
  const all = withoutContents(text, collect(text, lines, taken));
  const chosen = new Map<Candidate, SectionId>();
  const has = (id: SectionId): boolean => [...chosen.values()].includes(id);

  // 1. headings of the first level that say which section they are
  const strong = all.filter((c) => c.id && c.fit !== 'keyword' && isTopLevel(c));
  for (const c of strong) {
    const id = c.id as SectionId;
    // the very words with the section's own number make another heading with them a sub-heading
    const numbered = (o: Candidate): boolean =>
      o.heading.number?.level === 1 && o.heading.number.value === sectionOrdinal(id);
    const rival = all.some((o) => o !== c && o.id === id && (o.fit === 'exact' || o.fit === 'accepted') && numbered(o));
    if (rival && c.heading.number !== null && !numbered(c)) continue;
    // a number, or a mark of a higher level, makes the better heading of two
    const bare = (o: Candidate): boolean => o.heading.number === null;
    const better = (o: Candidate): boolean =>
      bare(o) ? o.parts.hashes > 0 && (c.parts.hashes === 0 || o.parts.hashes < c.parts.hashes) : isTopLevel(o);
    if (bare(c) && all.some((o) => o !== c && o.id === id && (o.fit === 'exact' || o.fit === 'accepted') && better(o)))
      continue;
    chosen.set(c, id);
  }
  // a near miss beside the very words is another heading, not the section twice
  for (const [c, id] of [...chosen]) {
    if (c.fit !== 'near') continue;
    const rivals = [...chosen].filter(([o, other]) => o !== c && other === id);
    if (rivals.some(([o]) => o.fit === 'exact' || o.fit === 'accepted' || fitsBetter(o, c, id))) chosen.delete(c);
  }
  // 2. headings of the first level with a word that only one section has
  for (const c of all) {
    if (chosen.has(c) || !c.id || c.fit !== 'keyword' || !isNumberedTop(c)) continue;
    if (has(c.id) || !inOrder(c, c.id, chosen)) continue;
    const rivals = all.filter((o) => o.id === c.id && o.fit === 'keyword' && isNumberedTop(o) && o !== c);
    if (rivals.some((o) => fitsBetter(o, c, c.id as SectionId) && inOrder(o, c.id as SectionId, chosen))) continue;
    chosen.set(c, c.id);
  }
  // 3. exact words one level too deep
  for (const c of all) {
    if (chosen.has(c) || !c.id || (c.fit !== 'exact' && c.fit !== 'accepted') || isTopLevel(c) || has(c.id)) continue;
    const ordinal = sectionOrdinal(c.id);
    const common = c.id === 'overview' || c.id === 'proactive';
    if (common && c.heading.number?.value !== ordinal) continue;
    if (continuesList(text, lines, taken, c, chosen)) continue;
    const next = [...chosen.keys()].filter((o) => o.first > c.first).map((o) => o.first);
    const end = Math.min(lines.length, ...next);
    if (beginsList(text, lines, taken, c, end)) continue;
    // the words of section two are those of many a sub-heading: its table tells
    const tableBelow = zones.some(
      (z) => z.table === c.id && (z.rows[0]?.firstLine ?? -1) > c.last && (z.rows[0]?.firstLine ?? end) < end,
    );
    if (c.id === 'proactive' && zones.length > 0 && !tableBelow) continue;
    if (inOrder(c, c.id, chosen)) chosen.set(c, c.id);
  }
  // 4. a first-level heading whose number is the only one left between its neighbours
  for (const c of all) {
    if (chosen.has(c) || !isNumberedTop(c) || c.parts.name.length > 24) continue;
    const id = SECTION_TITLES[(c.heading.number?.value ?? 0) - 1]?.id;
    if (!id || has(id) || (c.id && c.id !== id && has(c.id) === false) || !inOrder(c, id, chosen)) continue;
    if (chosen.size < 2) continue;
    chosen.set(c, id);
  }
  return [...chosen]
    .sort(([a], [b]) => a.first - b.first)
    .map(([c, id]) => ({
      id,
      first: c.first,
      last: c.last,
      heading: { ...c.heading, wording: wordingOf(c, id) },
    }));
}

/** So many lines are looked through for the heading that a number goes on from. */
const LIST = 120;

/** Whether a heading one level down goes on with the numbers of the sub-headings before it, and so is one of them. */
function continuesList(
  text: string,
  lines: readonly Line[],
  taken: Uint8Array,
  c: Candidate,
  chosen: ReadonlyMap<Candidate, SectionId>,
): boolean {
  const number = c.heading.number;
  const sections = new Set([...chosen.keys()].map((o) => o.first));
  if (!number || number.value < 2) return false;
  for (let i = c.first - 1; i >= Math.max(0, c.first - LIST); i--) {
    const line = lines[i] as Line;
    if (taken[i]) return false;
    if (isBlank(line) || !beginsLikeHeading(text, line.from)) continue;
    const { numbering } = headingParts(text.slice(line.from, Math.min(line.to, line.from + 60)));
    if (numbering?.level === 1) return false;
    // a section that is a level too deep, too
    if (sections.has(i)) return false;
    if (numbering?.level === number.level) return numbering.value === number.value - 1;
  }
  return false;
}

/** Whether the numbers of sub-headings go on from a heading one level down, other than with the next section. */
function beginsList(text: string, lines: readonly Line[], taken: Uint8Array, c: Candidate, end: number): boolean {
  const number = c.heading.number;
  if (!number) return false;
  for (let i = c.last + 1; i < end; i++) {
    const line = lines[i] as Line;
    if (taken[i] || isBlank(line) || !beginsLikeHeading(text, line.from)) continue;
    const { numbering, name } = headingParts(text.slice(line.from, Math.min(line.to, line.from + 60)));
    if (numbering?.level === number.level) return numbering.value === number.value + 1 && !exactTitle(name);
  }
  return false;
}

function wordingOf(c: Candidate, id: SectionId): SectionHeading['wording'] {
  const title = exactTitle(c.parts.name);
  return title?.id === id ? title.wording : 'other';
}

function isTopLevel(c: Candidate): boolean {
  const number = c.heading.number;
  if (number === null) return true;
  if (number.level === 1) return true;
  // 1. or 1、 before the very words of a section is a slip of the numeral, not of the level
  return (
    number.level === 3 &&
    (c.fit === 'exact' || c.fit === 'accepted') &&
    number.value === sectionOrdinal(c.id as SectionId)
  );
}

function isNumberedTop(c: Candidate): boolean {
  return c.heading.number !== null ? c.heading.number.level === 1 : c.parts.hashes > 0 && c.parts.hashes <= 2;
}

/** Whether `a` is the better heading for a section than `b`: its number is the section's and the other's is not. */
function fitsBetter(a: Candidate, b: Candidate, id: SectionId): boolean {
  const n = sectionOrdinal(id);
  const fits = (c: Candidate): boolean => c.heading.number?.value === n;
  if (fits(a) !== fits(b)) return fits(a);
  return a.first < b.first;
}

/** Whether a candidate stands where the section belongs among those that are sure. */
function inOrder(c: Candidate, id: SectionId, chosen: ReadonlyMap<Candidate, SectionId>): boolean {
  const n = sectionOrdinal(id);
  for (const [other, otherId] of chosen) {
    const m = sectionOrdinal(otherId);
    if (other.first < c.first && m > n) return false;
    if (other.first > c.first && m < n) return false;
  }
  return true;
}

function collect(text: string, lines: readonly Line[], taken: Uint8Array): Candidate[] {
  const found: Candidate[] = [];
  let lastEnd = -1;
  let content = true;
  let before: Line | null = null;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    if (isBlank(line)) continue;
    const c = taken[i] ? null : candidate(text, lines, taken, line, !content && lastEnd >= 0);
    if (!c) {
      content = true;
      before = line;
      continue;
    }
    found.push({ ...c, before });
    lastEnd = c.last;
    content = false;
    i = c.last;
  }
  return found;
}

function candidate(
  text: string,
  lines: readonly Line[],
  taken: Uint8Array,
  line: Line,
  adjacent: boolean,
): Candidate | null {
  // a long line that does not begin like a heading is the usual case: nothing is cut out of it
  if (line.to - line.from > LONGEST && !beginsLikeHeading(text, line.from)) return null;
  const raw = text.slice(line.from, Math.min(line.to, line.from + 400));
  // tags are not words
  const length = line.to - line.from - (raw.includes('<') ? raw.length - raw.replace(/<[^<>]*>/g, '').length : 0);
  if (length > INLINE || (length > LONGEST && !beginsLikeHeading(text, line.from))) return null;
  const full = raw.includes('<') ? raw : raw.slice(0, 120);
  if (!beginsLikeHeading(text, line.from)) {
    // without a number or a mark only the words of a title are a heading
    const name = key(full);
    if (!exactTitle(name) && !isTitleStart(name)) return null;
  }
  const parts = headingParts(full);
  if (parts.numbering === null && parts.hashes === 0 && length > LONGEST) return null;

  const last = full.charCodeAt(full.length - 1);
  const numbered = last >= 0x30 && last <= 0x39;
  const contents = numbered ? /(?:[.．。…·\s]{2,}|\t)\s*\d{1,3}$/.exec(full) : null;
  const listed = length <= LONGEST * 2 && contents !== null && /[.．…·]{2,}/.test(contents[0]);
  if (listed) {
    const cut = headingParts(full.slice(0, contents.index).trimEnd());
    const fit = fitTitle(cut.name);
    if (fit) return make(cut, fit, line, line, line.from + cut.titleEnd, true);
  }

  // words on the next line that complete a title
  const next = followingLine(lines, taken, line.index);
  if (next && length <= LONGEST && parts.name.length <= LONGEST && !exactTitle(parts.name)) {
    const numberOnly = parts.name === '' && (parts.numbering !== null || /^[一二三四五六]、?$/.test(full));
    if (numberOnly || isTitleStart(parts.name)) {
      const more = headingParts(text.slice(next.from, Math.min(next.to, next.from + 60)));
      if (!more.numbering || numberOnly === false) {
        const joined = parts.name + (more.numbering ? key(text.slice(next.from, next.to)) : more.name);
        const title = exactTitle(joined);
        if (title) {
          const whole = renamed(parts, joined);
          return make(whole, { id: title.id, fit: title.wording }, line, next, next.from + more.titleEnd, false);
        }
      }
    }
  }

  if (length <= LONGEST) {
    // one level down only the very words are a section, and most lines are one level down
    const deep = parts.hashes === 0 && parts.numbering !== null && parts.numbering.level > 1;
    const exact = exactTitle(parts.name);
    const fit = exact
      ? { id: exact.id, fit: exact.wording }
      : deep || !(parts.numbering || parts.hashes)
        ? null
        : fitTitle(parts.name);
    if (deep && !fit) return null;
    // without a number or a # only the very words are a heading
    if (
      parts.numbering === null &&
      parts.hashes === 0 &&
      (fit === null || (fit.fit !== 'exact' && fit.fit !== 'accepted'))
    ) {
      return inline(parts);
    }
    if (parts.numbering === null && fit === null) return null;
    if (/[。；;]$/.test(full) && fit?.fit !== 'exact' && fit?.fit !== 'accepted') return inline(parts);
    if (parts.name === '') return null;
    if (fit?.fit !== 'exact' && fit?.fit !== 'accepted') {
      const cut = inline(parts);
      if (cut) return cut;
      if (/[。；;，,]/.test(full.slice(parts.titleAt))) return null;
    }
    return make(parts, fit, line, line, line.from + parts.titleEnd, false);
  }
  return inline(parts);

  /** A numbered title with text behind it on the same line: 六、其他需要报告的事项：无。 */
  function inline(p: HeadingParts): Candidate | null {
    if (p.numbering?.level !== 1) return null;
    const rest = full.slice(p.titleAt);
    const stop = /[。：:；;\s]/.exec(rest);
    if (!stop || stop.index === 0) return null;
    const words = rest.slice(0, stop.index);
    const title = exactTitle(key(words));
    if (!title) return null;
    const cut = renamed(p, key(words), p.titleAt + stop.index);
    return make(cut, { id: title.id, fit: title.wording }, line, line, line.from + cut.titleEnd, false);
  }

  function make(
    p: HeadingParts,
    fit: { id: SectionId; fit: Fit } | null,
    first: Line,
    last: Line,
    end: number,
    isListed: boolean,
  ): Candidate {
    const start = first.from + p.numberAt;
    const numbering = p.numbering;
    const titleStart = first.from + p.titleAt;
    const plain = (from: number, to: number): string => text.slice(from, to).replace(BREAK, '').trim();
    return {
      id: fit?.id ?? null,
      fit: fit?.fit ?? null,
      parts: p,
      first: first.index,
      last: last.index,
      adjacent,
      before: null,
      listed: isListed,
      heading: {
        text: plain(start, end),
        range: { start, end },
        number: numbering
          ? {
              text: text.slice(start, start + numbering.mark),
              value: numbering.value,
              level: numbering.level,
              range: { start, end: start + numbering.mark },
            }
          : null,
        title: { text: plain(titleStart, end), range: { start: Math.min(titleStart, end), end } },
        wording: 'other',
      },
    };
  }
}

/** The next line with words, behind one empty line at most. */
function followingLine(lines: readonly Line[], taken: Uint8Array, index: number): Line | null {
  for (let i = index + 1; i <= index + 2; i++) {
    const line = lines[i];
    if (!line || taken[i]) return null;
    if (!isBlank(line)) return line;
  }
  return null;
}

/** Leaves out a table of contents: a run of headings with nothing between them, some of which come again. */
function withoutContents(text: string, all: readonly Candidate[]): Candidate[] {
  const drop = new Set<Candidate>();
  let i = 0;
  while (i < all.length) {
    let end = i + 1;
    while (end < all.length && (all[end] as Candidate).adjacent) end++;
    const run = all.slice(i, end).filter((c) => c.id !== null);
    const ids = new Set(run.map((c) => c.id));
    // the list may run straight into the first section: what comes a second time in it is a heading
    const twice = run.filter((c, k) => run.findIndex((o) => o.id === c.id) < k);
    const later = [...twice, ...all.slice(end)].filter((c) => c.id !== null && !c.listed);
    const before = run[0]?.before;
    const named = before ? /^[#*\s]*目\s*[录次][*\s]*$/.test(text.slice(before.from, before.to)) : false;
    if (ids.size >= 3 && (named || later.some((c) => ids.has(c.id)))) {
      for (const c of run) if (!twice.includes(c)) drop.add(c);
    }
    i = end;
  }
  return all.filter((c) => !drop.has(c) && !c.listed);
}
