import type { Range } from '../model';
import { isBlank, type Line, splitLines } from './lines';
import { apart } from './runOn';

const OPEN = '<!--';
const CLOSE = '-->';

/**
 * HTML comments, in the order of the text; in plain text they are comments too, and the same in every layout.
 * One that is not closed (yet) is none, also where another comment follows it.
 */
export function findComments(text: string): Range[] {
  const found: Range[] = [];
  for (let open = text.indexOf(OPEN); open >= 0; ) {
    const close = text.indexOf(CLOSE, open + 2);
    if (close < 0) break;
    const end = close + CLOSE.length;
    found.push({ start: text.lastIndexOf(OPEN, close), end });
    open = text.indexOf(OPEN, end);
  }
  return found;
}

/** The text with every comment blanked out, each other character at its place. */
export function blankComments(text: string, comments: readonly Range[]): string {
  let out = '';
  let at = 0;
  for (const { start, end } of comments) {
    out += text.slice(at, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ');
    at = end;
  }
  return out + text.slice(at);
}

/** What is read of a text: its words without the comments, and its lines without those that only hold one. */
export interface Readable {
  /** As long as the text, so that offsets into one are offsets into the other. */
  readonly words: string;
  readonly lines: readonly Line[];
  readonly comments: readonly Range[];
}

/**
 * Takes the comments out of a text. A line that only holds a comment is left out altogether and not just blank, so
 * that it can stand between the rows of a table in any layout and take nothing apart.
 */
export function withoutComments(text: string): Readable {
  const comments = findComments(text);
  if (comments.length === 0) return { words: text, lines: apart(text, splitLines(text)), comments };
  const words = blankComments(text, comments);
  const all = splitLines(words);
  let next = 0;
  const kept = all.filter((line) => {
    while (next < comments.length && (comments[next] as Range).end <= line.start) next++;
    const comment = comments[next];
    return !isBlank(line) || !comment || comment.start > line.end;
  });
  // there is a line in every text
  const lines = kept.length > 0 ? kept : all.slice(-1);
  return {
    words,
    lines: apart(
      words,
      lines.map((line, index) => ({ ...line, index })),
    ),
    comments,
  };
}
