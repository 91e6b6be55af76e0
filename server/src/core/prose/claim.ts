import type { Report } from '../model';
import type { Passage, Span } from './passage';
import type { Quantity } from './quantities';
import type { Topic } from './topics';

/** Cells that are added up, as a sentence may mean them. */
export interface Reading {
  readonly cells: readonly string[];
}

/** A number of a sentence that is said of the report's own year and office, and the cells that it may be. */
export interface Claim {
  readonly passage: Passage;
  readonly sentence: Span;
  readonly quantity: Quantity;
  /** What is counted, in the words of the sentence. */
  readonly words: string;
  readonly readings: readonly Reading[];
  /** Whether the sentence itself says what it is about. */
  readonly certain: boolean;
  /** Whether words stand between what is counted and the number that may make another thing of it: 答复结果为公开类55件. */
  readonly loose: boolean;
  /** The year that the text named last before it. */
  readonly year: number | null;
}

/** A number of a sentence with what stands around it, which a claim is read from. */
export interface Seen {
  readonly report: Report;
  readonly passage: Passage;
  readonly sentence: Span;
  readonly quantity: Quantity;
  readonly left: string;
  readonly right: string;
  readonly topic: Topic;
  readonly year: number | null;
  /** The sentence up to the number. */
  readonly before: string;
  readonly anchored: boolean;
  readonly months: readonly number[];
}

export const REQUEST_UNITS = new Set(['件', '宗', '条', '份', '起', '例', '件次', '条次', '']);
/** So much of a sentence before a number is looked at for its subject and its period. */
export const SENTENCE = 240;
