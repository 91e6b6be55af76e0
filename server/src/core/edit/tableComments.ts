import type { Directive, Range, Report } from '../model';
import { findComments } from '../read/comments';

/*
 * A table that is written anew has no place for comments between its rows: Markdown would end it there, Word would show
 * them. They go before it, in their order, and those that turn rules on again behind it, so that what was turned off in
 * the table stays so. One for the next line becomes a region around the table, as the quick fix writes it.
 */

/** A range with the comments whole that reach into it. */
export function withWholeComments(text: string, range: Range): Range {
  const touched = findComments(text).filter((c) => c.start < range.end && range.start < c.end);
  return {
    start: Math.min(range.start, ...touched.slice(0, 1).map((c) => c.start)),
    end: Math.max(range.end, ...touched.slice(-1).map((c) => c.end)),
  };
}

/**
 * A table written anew with the comments of what it takes the place of around it.
 * @param range what it takes the place of, comments whole (`withWholeComments`)
 * @param written lines of the table, without a line end behind the last one
 * @param gap between comments and the table; line ends
 * @param eol line end between two comments
 */
export function withComments(report: Report, range: Range, written: string, gap: string, eol: string): string {
  const comments = findComments(report.text).filter((c) => range.start <= c.start && c.end <= range.end);
  if (comments.length === 0) return written;
  const before: string[] = [];
  const behind: string[] = [];
  for (const comment of comments) {
    const words = report.text.slice(comment.start, comment.end);
    const directive = report.directives.find((d) => d.range.start === comment.start);
    if (directive?.kind === 'enable') behind.push(words);
    else before.push(directive?.kind === 'next-line' ? asRegion(words) : words);
    if (directive?.kind === 'next-line') behind.push(endOfRegion(directive));
  }
  return [before.join(eol), written, behind.join(eol)].filter((part) => part !== '').join(gap);
}

function asRegion(comment: string): string {
  return comment.replace('nianbao-disable-next-line', 'nianbao-disable');
}

function endOfRegion({ rules }: Directive): string {
  return `<!-- ${['nianbao-enable', ...rules.map((r) => r.text)].join(' ')} -->`;
}

/** Whether every comment of a draft is still there in what was made of it. */
export function keepsComments(before: string, after: string): boolean {
  return findComments(before).every(({ start, end }) => {
    const words = before.slice(start, end);
    return after.includes(words) || after.includes(asRegion(words));
  });
}
