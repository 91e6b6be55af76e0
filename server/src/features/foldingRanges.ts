import type { FoldingRange } from 'vscode-languageserver';
import type { Range } from '../core';
import type { Draft } from '../drafts';
import { type Branch, reportTree, type SectionBranch, trimEnd } from './tree';

/** Whole lines: the preface, sections, what subheadings head, tables. The line that names a range stays in sight. */
export function foldingRanges(draft: Draft): FoldingRange[] {
  const { report, lines } = draft;
  const ranges: FoldingRange[] = [];
  /** @param head what stays in sight, which may itself be broken over lines */
  const fold = (range: Range, head: Range) => {
    const startLine = lines.positionAt(head.end).line;
    const endLine = lines.positionAt(range.end).line;
    if (startLine < endLine) ranges.push({ startLine, endLine });
  };
  const walk = (node: SectionBranch | Branch) => {
    if (node.kind === 'table') return fold(node.range, { start: node.range.start, end: node.range.start });
    fold(node.range, node.kind === 'section' ? node.section.heading.range : node.subheading.range);
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
