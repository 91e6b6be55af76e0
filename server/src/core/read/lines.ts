import { trimRange } from '../text/chars';

/** One physical line. All offsets are UTF-16 offsets into the text, ends exclusive. */
export interface Line {
  /** Position in the list of lines. */
  readonly index: number;
  /** Behind the marks of a block quote (`> `), if there are any. */
  readonly start: number;
  /** End without the line break. */
  readonly end: number;
  /** The line without white space at its ends; `from === to` for a blank line. */
  readonly from: number;
  readonly to: number;
  readonly tab: boolean;
  readonly pipe: boolean;
}

const QUOTE = 0x3e;

/** Where a line begins behind the marks of a block quote: `> `, `>`, `> > `. A tab behind them is the line's. */
function behindQuotes(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === QUOTE) {
    at++;
    if (text.charCodeAt(at) === 0x20) at++;
  }
  return at;
}

/** Line breaks inside words that run over lines, with the marks of a block quote at the start of the next one. */
export const BREAK = /\s*[\r\n][\s>]*/g;

/** Splits at LF, CRLF and lone CR, and notes on the way what tells layouts apart. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  // each mark is looked for from where it was last found, so that the text is gone through once for each
  const seek = (mark: string, from: number): number => {
    const at = text.indexOf(mark, from);
    return at < 0 ? Number.POSITIVE_INFINITY : at;
  };
  let lf = seek('\n', 0);
  let cr = seek('\r', 0);
  let tab = seek('\t', 0);
  let pipe = seek('|', 0);
  let fullPipe = seek('｜', 0);
  for (let start = 0; ; ) {
    const end = Math.min(lf, cr, text.length);
    if (tab < start) tab = seek('\t', start);
    if (pipe < start) pipe = seek('|', start);
    if (fullPipe < start) fullPipe = seek('｜', start);
    let first = start;
    let { start: from, end: to } = trimRange(text, start, end);
    if (text.charCodeAt(from) === QUOTE && from < end) {
      first = Math.min(behindQuotes(text, from), end);
      ({ start: from, end: to } = trimRange(text, first, end));
    }
    lines.push({
      index: lines.length,
      start: first,
      end,
      from,
      to,
      tab: tab < end,
      pipe: pipe < end || fullPipe < end,
    });
    if (end === text.length) return lines;
    start = cr === end && lf === end + 1 ? end + 2 : end + 1;
    if (lf < start) lf = seek('\n', start);
    if (cr < start) cr = seek('\r', start);
  }
}

export function isBlank(line: Line): boolean {
  return line.from === line.to;
}
