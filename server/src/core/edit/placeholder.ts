import type { Range } from '../model';

/** Stands behind a number or a date of last year's that the author has to look at again. */
export const REVIEW = '【核】';

/** What the sentences in the author's place begin with: 【填写件数】, 【写明……】. Other words in 【】 are the author's own. */
const ASKS = ['填写', '概述', '写明', '说明', '按《'] as const;

const PLACEHOLDER = new RegExp(`【(?:核|(?:${ASKS.join('|')})[^【】\\r\\n]{2,200})】`, 'g');

/** A place that waits for the author: `fill` asks for words, `review` marks what was taken over from last year. */
export interface Placeholder {
  readonly kind: 'fill' | 'review';
  /** With its brackets. */
  readonly text: string;
  readonly range: Range;
}

/**
 * The places of a text that wait for the author, in its order.
 * @param within UTF-16 offsets, end exclusive; the whole text without it
 */
export function placeholders(text: string, within: Range = { start: 0, end: text.length }): readonly Placeholder[] {
  return [...text.slice(within.start, within.end).matchAll(PLACEHOLDER)].map((m) => {
    const start = within.start + m.index;
    return { kind: m[0] === REVIEW ? 'review' : 'fill', text: m[0], range: { start, end: start + m[0].length } };
  });
}

/** Text as a snippet shows it as it stands: `$`, `}` and `\` mean something there. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** Marks a figure that is a tab stop while a text with figures is put together; no text that is written has it. */
export const FIGURE = '\u0001';

/**
 * A text as a snippet of the Language Server Protocol: a tab stop on each place that waits for the author, then on
 * each marked figure, so that the words can be written through before the tables.
 * @param text with `FIGURE` before figures that are tab stops
 */
export function snippetOf(text: string): string {
  let stop = 0;
  let out = '';
  let at = 0;
  const words = placeholders(text);
  for (const { range, text: own } of words) {
    out += `${escapeSnippet(text.slice(at, range.start))}\${${++stop}:${escapeSnippet(own)}}`;
    at = range.end;
  }
  out += escapeSnippet(text.slice(at));
  return out.replace(FIGURES, (_, digits: string) => `\${${++stop}:${digits}}`);
}

/** The same text as it stands in a draft. */
export function plainOf(text: string): string {
  return text.replaceAll(FIGURE, '');
}

const FIGURES = new RegExp(`${FIGURE}(\\d+)`, 'g');
