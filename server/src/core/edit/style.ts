import { kept } from '../kept';
import type { Layout, Report, Section } from '../model';
import { eolOf } from './place';
import type { TableStyle } from './writeTable';

/** How a draft is written, so that what is put into it looks like the rest. */
export interface DraftStyle extends TableStyle {
  /** What stands before the number of a section's heading: `## `, spaces, nothing. */
  readonly headingPrefix: string;
  /** What stands behind it: the second `**` of a bold heading. */
  readonly headingSuffix: string;
  /** Space before a paragraph: two ideographic spaces, as a rule, or nothing. */
  readonly indent: string;
  /** Empty lines between a heading and what follows. */
  readonly apart: boolean;
}

/**
 * The style of a draft, from its headings, paragraphs and tables; of an empty one, Markdown with GFM tables.
 * @param report a parsed draft
 */
export const draftStyle = kept((report: Report): DraftStyle => {
  const { text, sections } = report;
  const markdown = sections.length === 0 || sections.some((s) => lineBefore(text, s).includes('#'));
  const plain = sections.find((s) => s.heading.number !== null) ?? sections[0];
  const paragraphs = [...report.preface, ...sections.flatMap((s) => s.paragraphs)];
  const indents = paragraphs.map(
    (p) => /[ \t\u3000\u00a0]*$/.exec(text.slice(Math.max(0, p.range.start - 8), p.range.start))?.[0] ?? '',
  );
  return {
    layout: mostOf(report.tables.map((t) => t.layout)) ?? (markdown ? 'pipes' : 'tabs'),
    eol: eolOf(text),
    halfWidth: (text.match(/[(),:]/g)?.length ?? 0) > (text.match(/[（），：]/g)?.length ?? 0) * 2,
    headingPrefix: plain ? lineBefore(text, plain) : '## ',
    headingSuffix: plain ? lineAfter(text, plain) : '',
    indent: mostOf(indents.filter((i) => !i.includes('\t'))) ?? '',
    apart:
      markdown ||
      sections.some((s) => /^[^\n]*\n[ \t\r]*\n/.test(text.slice(s.heading.range.end, s.heading.range.end + 200))),
  };
});

/** What stands on the line of a heading before it. */
function lineBefore(text: string, { heading }: Section): string {
  const from =
    Math.max(text.lastIndexOf('\n', heading.range.start - 1), text.lastIndexOf('\r', heading.range.start - 1)) + 1;
  const before = text.slice(from, heading.range.start).replace('\ufeff', '');
  return /^(?:[\s#*_\u3000]|<[a-z][^<>]*>)*$/i.test(before) ? before : '';
}

function lineAfter(text: string, { heading }: Section): string {
  return /^(?:[*_]+|<\/[a-z][^<>]*>)+/i.exec(text.slice(heading.range.end, heading.range.end + 40))?.[0] ?? '';
}

function mostOf<T>(items: readonly T[]): T | null {
  const count = new Map<T, number>();
  for (const item of items) count.set(item, (count.get(item) ?? 0) + 1);
  return [...count].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** A layout that tables are offered in. */
export const WRITABLE: readonly Layout[] = ['pipes', 'tabs', 'cells', 'lines', 'spaces', 'html'];
