import { isSpace } from '../text/chars';

/** One physical line. All offsets are UTF-16 offsets into the text, ends exclusive. */
export interface Line {
  /** Position in the list of lines. */
  readonly index: number;
  readonly start: number;
  /** End without the line break. */
  readonly end: number;
  /** The line without white space at its ends; `from === to` for a blank line. */
  readonly from: number;
  readonly to: number;
  readonly tab: boolean;
  readonly pipe: boolean;
}

const PIPE = 0x7c;
const FULL_PIPE = 0xff5c;

/** Splits at LF, CRLF and lone CR, and notes on the way what tells layouts apart. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  const length = text.length;
  let start = 0;
  let tab = false;
  let pipe = false;
  let from = -1;
  let to = 0;
  for (let i = 0; i <= length; i++) {
    const c = i < length ? text.charCodeAt(i) : 10;
    if (c === 10 || c === 13) {
      lines.push({
        index: lines.length,
        start,
        end: i,
        from: from < 0 ? start : from,
        to: from < 0 ? start : to,
        tab,
        pipe,
      });
      if (c === 13 && text.charCodeAt(i + 1) === 10) i++;
      start = i + 1;
      tab = false;
      pipe = false;
      from = -1;
    } else if (c === 9) tab = true;
    else {
      if (c === PIPE || c === FULL_PIPE) pipe = true;
      // Chinese text is almost all of a draft: one comparison settles it
      if ((c > 0x3000 && c < 0xfe00) || !isSpace(c)) {
        if (from < 0) from = i;
        to = i + 1;
      }
    }
  }
  return lines;
}

export function isBlank(line: Line): boolean {
  return line.from === line.to;
}
