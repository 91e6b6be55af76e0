import { FORMS, LABELS, labelName, SECTION_TITLES } from '../forms';
import type { SectionId } from '../model';
import { charTable, isSpace, key } from '../text/chars';
import { distance } from '../text/distance';
import { isSingleNumber, type Numbering, readNumbering } from '../text/numbering';

/** How well words fit a section title. */
export type Fit = 'exact' | 'accepted' | 'near' | 'keyword';

interface TitleKey {
  readonly id: SectionId;
  readonly name: string;
  readonly wording: 'exact' | 'accepted';
}

const TITLES: readonly TitleKey[] = unique(
  FORMS.flatMap((form) =>
    form.sections.flatMap((s): TitleKey[] => [
      { id: s.id, name: key(s.title), wording: 'exact' },
      ...s.accepted.map((t): TitleKey => ({ id: s.id, name: key(t), wording: 'accepted' })),
    ]),
  ),
);
const BY_NAME = new Map(TITLES.map((t) => [t.name, t]));
const SHORTEST_TITLE = Math.min(...TITLES.map((t) => t.name.length));
const KEYWORDS = (FORMS.at(-1) as (typeof FORMS)[number]).sections.map((s) => ({
  id: s.id,
  sets: s.keywords,
}));

function unique(titles: readonly TitleKey[]): TitleKey[] {
  return titles.filter((t, i) => titles.findIndex((u) => u.name === t.name) === i);
}

/** The section that a title names word for word (or in an accepted long form). @param name a key */
export function exactTitle(name: string): TitleKey | undefined {
  return BY_NAME.get(name);
}

/** Whether words could go on to be a section title: a title that is broken over two lines. @param name a key */
export function isTitleStart(name: string): boolean {
  return name.length >= 2 && TITLES.some((t) => t.name.length > name.length && t.name.startsWith(name));
}

/** Longest heading that is compared with the titles; anything longer is a sentence. */
const LONGEST = 40;

/**
 * The section that a heading means: by its very words, else by words that differ a little, else by a word that only
 * this section has.
 * @param name a key
 */
export function fitTitle(name: string): { id: SectionId; fit: Fit } | null {
  const exact = BY_NAME.get(name);
  if (exact) return { id: exact.id, fit: exact.wording };
  if (name.length < 2 || name.length > LONGEST) return null;
  let best: { id: SectionId; ratio: number } | null = null;
  for (const title of TITLES) {
    const longest = Math.max(name.length, title.name.length);
    const limit = Math.floor(longest * 0.34);
    const d = distance(name, title.name, limit);
    if (d > limit) continue;
    const ratio = d / longest;
    if (!best || ratio < best.ratio) best = { id: title.id, ratio };
  }
  if (best) return { id: best.id, fit: 'near' };
  for (const { id, sets } of [...KEYWORDS.slice(1), ...KEYWORDS.slice(0, 1)]) {
    if (sets.some((set) => set.every((word) => name.includes(word)))) return { id, fit: 'keyword' };
  }
  return null;
}

/** A line taken apart as a heading would be. Lengths and offsets are UTF-16, relative to the line's words. */
export interface HeadingParts {
  /** Number of `#` before the words, 0 without. */
  readonly hashes: number;
  readonly numbering: Numbering | null;
  /** Where the number starts, behind `#`, `**` and spaces. */
  readonly numberAt: number;
  /** Where the words behind the number start and end (`**` and closing `#` left out). */
  readonly titleAt: number;
  readonly titleEnd: number;
  /** Key of the words behind the number. */
  readonly name: string;
}

class Parts implements HeadingParts {
  readonly hashes: number;
  readonly numbering: Numbering | null;
  readonly numberAt: number;
  readonly titleAt: number;
  readonly titleEnd: number;
  readonly #words: string;
  #name: string | null = null;

  constructor(
    words: string,
    hashes: number,
    numbering: Numbering | null,
    numberAt: number,
    titleAt: number,
    titleEnd: number,
  ) {
    this.#words = words;
    this.hashes = hashes;
    this.numbering = numbering;
    this.numberAt = numberAt;
    this.titleAt = titleAt;
    this.titleEnd = titleEnd;
  }

  // most lines that could be a heading are not asked for their name
  get name(): string {
    this.#name ??= key(this.#words.slice(this.titleAt, this.titleEnd));
    return this.#name;
  }
}

/** The same heading by another name, which ends elsewhere where that is said. */
export function renamed(parts: HeadingParts, name: string, titleEnd = parts.titleEnd): HeadingParts {
  const { hashes, numbering, numberAt, titleAt } = parts;
  return { hashes, numbering, numberAt, titleAt, titleEnd, name };
}

/** What the number of a heading, a Markdown mark or a tag begins with. */
const HEADS = charTable('一二三四五六七八九十第（(#*_<[0123456789０１２３４５６７８９—―－–─━ー');

/** Whether a line can be a heading with a number or a mark, by its first character alone. */
export function beginsLikeHeading(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  return HEADS[c] === 1 || isSingleNumber(c);
}

/** A tag, an empty anchor of a converter, or the opening bracket of a link. */
const MARKUP = /^(?:<\/?[a-z][^<>]*>|\[\]\{[^}]*\}|\[(?=[^\]]*\]\([^)]*\)\s*$))/i;

const HASH = 0x23;
const LT = 0x3c;
const BRACKET = 0x5b;
const CLOSE = 0x29;

/** Space, or a mark of emphasis. */
function isMark(c: number): boolean {
  return c === 0x2a || c === 0x5f || isSpace(c);
}

/** @param words a line without white space at its ends */
export function headingParts(words: string): HeadingParts {
  let i = 0;
  let hashes = 0;
  while (words.charCodeAt(i) === HASH) {
    hashes++;
    i++;
  }
  const skip = (): void => {
    while (i < words.length && isMark(words.charCodeAt(i))) i++;
  };
  // marks, tags and anchors that a clipboard or a converter put before the words, in any order
  const strip = (): void => {
    for (let from = -1; from !== i; ) {
      from = i;
      skip();
      const c = words.charCodeAt(i);
      const markup = c === LT || c === BRACKET ? MARKUP.exec(words.slice(i)) : null;
      if (markup) i += markup[0].length;
    }
  };
  strip();
  const numberAt = i;
  const numbering = readNumbering(words, i);
  if (numbering) i += numbering.length;
  if (numbering) strip();
  const titleAt = i;
  let titleEnd = words.length;
  while (titleEnd > titleAt && (isMark(words.charCodeAt(titleEnd - 1)) || words.charCodeAt(titleEnd - 1) === HASH))
    titleEnd--;
  const linked = words.charCodeAt(titleEnd - 1) === CLOSE;
  const link = linked ? /\]\([^)]*\)$/.exec(words.slice(titleAt, titleEnd)) : null;
  if (link) titleEnd = titleAt + link.index;
  if (words.charAt(titleEnd - 1) === '>') {
    const tail = /(?:\s*<\/?[a-z][^<>]*>)+$/i.exec(words.slice(titleAt, titleEnd));
    if (tail) titleEnd = titleAt + tail.index;
  }
  return new Parts(words, hashes, numbering, numberAt, titleAt, titleEnd);
}

/** Labels of table rows that carry 一、…四、, which nothing but a look at their words tells from headings. */
const NUMBERED_ROWS: readonly string[] = [...LABELS.entries()]
  .filter(([, uses]) => uses.some((u) => u.number !== null))
  .map(([name]) => name);

/** Whether words are, or could go on to be, the label of a numbered table row. @param name a key */
export function isRowLabelStart(name: string): boolean {
  return NUMBERED_ROWS.some((row) => row.startsWith(name) || (row.length >= 4 && name.startsWith(row)));
}

/**
 * Whether a line inside or behind a table can only be the heading of a section, so that the table ends before it.
 * @param words a line without white space at its ends
 */
export function endsTable(words: string): boolean {
  const bare = words.includes('<') ? words.replace(/<[^<>]*>/g, '') : words;
  if (bare.length > 60) return false;
  if (!beginsLikeHeading(words, 0)) return bare.length >= SHORTEST_TITLE && BY_NAME.has(key(words));
  const parts = headingParts(words);
  if (exactTitle(parts.name)) return true;
  if (parts.hashes > 0) return !isRowLabelStart(parts.name);
  if (parts.numbering?.level !== 1 || parts.name === '') return false;
  if (isRowLabelStart(parts.name)) return false;
  // a piece of a merged cell and a label side by side: 三、本年度 1.本机关不掌握相关政府信
  const pieces = words.slice(parts.titleAt).split(/\s+/).map(labelName);
  return pieces.length === 1 || !pieces.some((p, i) => p.length >= (i === 0 ? 2 : 3) && isRowLabelStart(p));
}

/** 一 … 六 of a section. */
export function sectionOrdinal(id: SectionId): number {
  return SECTION_TITLES.findIndex((s) => s.id === id) + 1;
}
