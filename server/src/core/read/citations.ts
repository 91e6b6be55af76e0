import { SOURCES, type Source } from '../forms/citations';
import type { Range } from '../model';
import { halfWidth } from '../text/chars';

/** A place where a draft cites a document that is public. */
export interface Citation {
  readonly range: Range;
  readonly source: Source;
}

/** The citations of a text, in its order. */
export function findCitations(text: string): readonly Citation[] {
  const plain = halfWidth(text);
  return SOURCES.flatMap((source) =>
    [...plain.matchAll(source.cited)].map(({ 0: words, index }) => ({
      range: { start: index, end: index + words.length },
      source,
    })),
  ).sort((a, b) => a.range.start - b.range.start);
}
