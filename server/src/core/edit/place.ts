import type { Layout, Range, Report, Table } from '../model';

/** Line end of a text: the one that most of its lines have. */
export function eolOf(text: string): string {
  const crlf = text.match(/\r\n/g)?.length ?? 0;
  const lf = (text.match(/\n/g)?.length ?? 0) - crlf;
  const cr = (text.match(/\r/g)?.length ?? 0) - crlf;
  return crlf > 0 && crlf >= lf && crlf >= cr ? '\r\n' : cr > lf ? '\r' : '\n';
}

/** Offset at which the line of an offset begins; a byte order mark stays before it. */
export function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isBreak(text.charCodeAt(at - 1))) at--;
  return at === 0 && text.charCodeAt(0) === 0xfeff ? 1 : at;
}

/** Offset at which the line of an offset ends, its line break not included. */
export function lineEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !isBreak(text.charCodeAt(at))) at++;
  return at;
}

/** Offset behind a line break at an offset; the same offset where there is none. */
export function behindBreak(text: string, offset: number): number {
  if (text.startsWith('\r\n', offset)) return offset + 2;
  return isBreak(text.charCodeAt(offset)) ? offset + 1 : offset;
}

function isBreak(c: number): boolean {
  return c === 10 || c === 13;
}

/** Offset of the last match of a pattern before an offset, -1 where there is none. */
export function lastMatch(text: string, pattern: RegExp, before: number): number {
  let at = -1;
  for (const match of text.slice(0, before).matchAll(pattern)) at = match.index ?? at;
  return at;
}

/** All of a row that stands in a range: its lines, or in HTML its tags. */
export function rowSpan(text: string, layout: Layout, { start, end }: Range): Range {
  if (layout !== 'html') return { start: lineStart(text, start), end: lineEnd(text, end) };
  const open = lastMatch(text, /<tr\b/gi, start);
  const close = /<\/tr\s*>/i.exec(text.slice(end));
  const from = open < 0 ? lineStart(text, start) : open;
  const line = lineStart(text, from);
  return {
    start: text.slice(line, from).trim() === '' ? line : from,
    end: close ? end + close.index + close[0].length : lineEnd(text, end),
  };
}

/** From the tag that opens a table to the one that closes it; null where one is missing, or is that of another table. */
export function tableTags(text: string, range: Range): Range | null {
  const open = lastMatch(text, /<table\b/gi, range.start);
  const close = /<\/table\s*>/i.exec(text.slice(range.end));
  if (open < 0 || !close) return null;
  const tag = /<\/?table\b/i;
  if (tag.test(text.slice(open + 1, range.start)) || tag.test(text.slice(range.end, range.end + close.index)))
    return null;
  return { start: open, end: range.end + close.index + close[0].length };
}

/** All of a table: its lines, or in HTML its tags. */
export function tableSpan({ text }: Report, { layout, range }: Table): Range {
  const tags = layout === 'html' ? tableTags(text, range) : null;
  return tags ?? { start: lineStart(text, range.start), end: lineEnd(text, range.end) };
}

/** What stands between two rows of a layout. */
export function rowBreak(text: string, table: Table): string {
  const eol = eolOf(text);
  if (table.layout === 'lines' || table.layout === 'cells') return eol + eol;
  const [first] = table.rows;
  if (table.layout === 'html' && first) {
    const end = rowSpan(text, 'html', first.range).end;
    return /^\s*?[\r\n]/.test(text.slice(end, end + 40)) ? eol : '';
  }
  return eol;
}
