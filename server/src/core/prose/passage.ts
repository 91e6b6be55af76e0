import { kept } from '../kept';
import type { Paragraph, Range, Report, Section } from '../model';
import { CLASSES, COMMA, DIGIT, STOP } from './classes';
import { type Numbers, readNumbers } from './quantities';
import { reader, type Words, wordsOf } from './words';

/** Stretch of a passage: indexes into its text, `to` exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A paragraph as sentences and clauses, with the way back to the draft. */
export interface Passage {
  readonly paragraph: Paragraph;
  readonly text: string;
  readonly words: Words;
  readonly sentences: readonly Span[];
  /** The place in the draft of a stretch of the text: UTF-16 offsets, end exclusive. */
  rangeOf(from: number, to: number): Range;
}

/** Whether a sentence ends at a character. */
export function isStop(c: number): boolean {
  return ((CLASSES[c] as number) & STOP) !== 0;
}

/** Whether a clause ends at a character; a comma between digits belongs to a number. */
export function isComma(text: string, i: number): boolean {
  const c = text.charCodeAt(i);
  if (!((CLASSES[c] as number) & COMMA)) return false;
  return !(c === 0x2c && isDigit(text.charCodeAt(i - 1)) && isDigit(text.charCodeAt(i + 1)));
}

/** A digit of either width. */
export function isDigit(c: number): boolean {
  return ((CLASSES[c] as number) & DIGIT) !== 0;
}

/** Those of spans in order that begin in a stretch; found without walking over the others. */
export function inside<T extends Span>(spans: readonly T[], { from, to }: Span): readonly T[] {
  const start = (span: T): number => span.from;
  const first = firstFrom(spans, start, from);
  return first < spans.length && start(spans[first] as T) < to ? spans.slice(first, firstFrom(spans, start, to)) : [];
}

/** The index of the first of spans in order that begins at a place or behind it. */
export function indexFrom(spans: readonly Span[], from: number): number {
  return firstFrom(spans, (span) => span.from, from);
}

/** The index of the first of items in order whose key is not less than a limit. */
function firstFrom<T>(items: readonly T[], key: (item: T) => number, limit: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (key(items[middle] as T) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

const sentences = reader(({ text }): readonly Span[] => readSentences(text));

function readSentences(text: string): Span[] {
  const sentences: Span[] = [];
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    if (!isStop(text.charCodeAt(i))) continue;
    if (i > from) sentences.push({ from, to: i });
    from = i + 1;
  }
  if (from < text.length) sentences.push({ from, to: text.length });
  return sentences;
}

/** Things that are said in sentences, by the place where a sentence begins in its passage. */
export class BySentence<T> {
  readonly #groups = new Map<Passage, Map<number, T[]>>();

  add(passage: Passage, sentence: Span, item: T): void {
    let own = this.#groups.get(passage);
    if (!own) {
      own = new Map();
      this.#groups.set(passage, own);
    }
    const group = own.get(sentence.from);
    if (group) group.push(item);
    else own.set(sentence.from, [item]);
  }

  get(passage: Passage, sentence: Span): readonly T[] {
    return this.#groups.get(passage)?.get(sentence.from) ?? [];
  }

  /** One list a sentence, in the order in which the first of each was added. */
  all(): T[][] {
    return [...this.#groups.values()].flatMap((own) => [...own.values()]);
  }
}

/** The sentences in the words of a paragraph. */
export function sentencesOf(words: Words): readonly Span[] {
  return words.once(sentences);
}

const allNumbers = reader(({ text }): Numbers => readNumbers(text));

/** The numbers and years in the words of a paragraph. */
export function numbersOf(words: Words): Numbers {
  return words.once(allNumbers);
}

class Place implements Passage {
  readonly paragraph: Paragraph;
  readonly text: string;
  readonly words: Words;
  /** The index at which each part begins, so that a paragraph of thousands of lines is not walked for every number. */
  #begins: readonly number[] | null = null;

  constructor(paragraph: Paragraph, among: number) {
    this.paragraph = paragraph;
    this.words = wordsOf(paragraph.text, among);
    this.text = this.words.text;
  }

  get sentences(): readonly Span[] {
    return sentencesOf(this.words);
  }

  rangeOf(from: number, to: number): Range {
    return { start: this.#offset(from, false), end: this.#offset(to, true) };
  }

  #offset(index: number, end: boolean): number {
    const { parts, range } = this.paragraph;
    if (!this.#begins) {
      let length = 0;
      this.#begins = parts.map((part) => {
        length += part.end - part.start;
        return length - (part.end - part.start);
      });
    }
    const at = Math.max(0, firstFrom(this.#begins, (begin) => begin, end ? index : index + 1) - 1);
    const part = parts[at];
    if (!part || index > this.text.length) return parts[parts.length - 1]?.end ?? range.end;
    return part.start + index - (this.#begins[at] ?? 0);
  }
}

/** The text of a section, paragraph by paragraph. */
export interface SectionText {
  readonly section: Section;
  readonly passages: readonly Passage[];
}

/** What a report says in sentences. */
export interface ReportText {
  readonly preface: readonly Passage[];
  readonly sections: readonly SectionText[];
}

/** The text of a report as sentences; always the same objects for the same report. */
export const textOf = kept((report: Report): ReportText => {
  const among = report.sections.reduce((n, s) => n + s.paragraphs.length, report.preface.length);
  const passages = (paragraphs: readonly Paragraph[]): Passage[] => paragraphs.map((p) => new Place(p, among));
  return {
    preface: passages(report.preface),
    sections: report.sections.map((section) => ({ section, passages: passages(section.paragraphs) })),
  };
});
