import type { FoldingRange } from 'vscode-languageserver';
import type { Range } from '../core';
import type { Draft, View } from '../drafts';
import type { Words } from '../words';
import { tableState } from './tableState';
import { type Branch, reportTree, type SectionBranch, trimEnd } from './tree';

/**
 * Whole lines: the preface, sections, what subheadings head, tables. The line that names a range stays in sight.
 * @param summaries what to say in place of what is folded, for clients that show it
 */
export function foldingRanges(
  draft: Draft,
  summaries: { readonly view: View; readonly words: Words } | null = null,
): FoldingRange[] {
  const { report, lines } = draft;
  const ranges: FoldingRange[] = [];
  /** @param head what stays in sight, which may itself be broken over lines */
  const fold = (range: Range, head: Range, collapsedText?: string) => {
    const startLine = lines.positionAt(head.end).line;
    const endLine = lines.positionAt(range.end).line;
    if (startLine < endLine) ranges.push({ startLine, endLine, ...(collapsedText && { collapsedText }) });
  };
  /** A table by its name and how it stands, a section by its title and how many findings it has. */
  const summary = (node: SectionBranch | Branch): string | undefined => {
    if (!summaries || node.kind === 'subheading') return undefined;
    const { view, words } = summaries;
    if (node.kind === 'table') {
      return `${words.tables[node.table.id]}${words.colon}${tableState(node.table, words).detail}`;
    }
    const { start, end } = node.section.range;
    const count = draft.findings(view.settings).filter(({ range }) => start <= range.start && range.start < end).length;
    const { text } = node.section.heading;
    return count > 0 ? `${text}${words.colon}${words.findings(count)}` : text;
  };
  const walk = (node: SectionBranch | Branch) => {
    if (node.kind === 'table') {
      return fold(node.range, { start: node.range.start, end: node.range.start }, summary(node));
    }
    fold(node.range, node.kind === 'section' ? node.section.heading.range : node.subheading.range, summary(node));
    node.children.forEach(walk);
  };
  const [first, last] = [report.preface[0], report.preface.at(-1)];
  if (first && last) {
    const start = first.range.start;
    fold(trimEnd(report.text, { start, end: last.range.end }), { start, end: start });
  }
  reportTree(report).forEach(walk);
  return ranges;
}
