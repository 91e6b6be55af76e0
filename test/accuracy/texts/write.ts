/** How a text as it stands on the web is written down. */
import type { Frame } from '../frames';

/**
 * The beginning of a report up to the end of section one, modelled on one that is published: its sentences and marks,
 * with names and figures of our own. The tables that its office would have filled in go with it.
 */
export interface WebText {
  readonly form: Frame['form'];
  readonly year: number;
  readonly proactive?: Frame['proactive'];
  readonly requests?: Frame['requests'];
  readonly disputes?: Frame['disputes'];
  /**
   * Lines; ⟦51 requests.newlyReceived.total⟧ is a number that is surely that cell's, ⟦51⟧ one of a sum. Changed, each has
   * to be flagged.
   */
  readonly lines: readonly string[];
  /** Rules that have something to say of the text as it stands, since it is wrong. */
  readonly expected?: readonly string[];
}

/** A number that has to be flagged when it is changed. */
export interface Stated {
  /** Offset in the text. */
  readonly at: number;
  readonly number: string;
  readonly cell: string | null;
}

const MARK = /⟦([^⟦⟧\s]+)(?: ([\w.]+))?⟧/g;

/** The text without its marks, and what they say. */
export function readText({ lines }: WebText): { text: string; stated: Stated[] } {
  const marked = `${lines.join('\n')}\n`;
  const stated: Stated[] = [];
  let text = '';
  let from = 0;
  for (const match of marked.matchAll(MARK)) {
    text += marked.slice(from, match.index);
    stated.push({ at: text.length, number: match[1] as string, cell: match[2] ?? null });
    text += match[1];
    from = match.index + match[0].length;
  }
  return { text: text + marked.slice(from), stated };
}
