import type { Position, SelectionRange } from 'vscode-languageserver';
import { cellAt, type Range, type Table, tableAt } from '../core';
import type { Draft } from '../drafts';
import { offsetOf } from './places';
import { type Branch, reportTree, type SectionBranch } from './tree';

/** What a selection grows to at each position: digits, cell, row, table, or paragraph, then headings' parts, section, draft. */
export function selectionRanges(draft: Draft, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => {
    // a position outside of the text must have an answer too, or the others would be taken for it
    const offset = offsetOf(draft, position);
    const at = draft.lines.rangeAt.bind(draft.lines);
    if (offset === null) {
      const nearest = draft.lines.offsetAt(position);
      return { range: at({ start: nearest, end: nearest }) };
    }
    let selection: SelectionRange | undefined;
    for (const range of nested(draft, offset).reverse()) {
      selection = { range: at(range), ...(selection && { parent: selection }) };
    }
    return selection ?? { range: at({ start: offset, end: offset }) };
  });
}

/** From the innermost to the whole draft, each larger than the one before and around it. */
function nested(draft: Draft, offset: number): Range[] {
  const { report, text } = draft;
  const table = tableAt(report, offset);
  const paragraphs = [report.preface, ...report.sections.map((section) => section.paragraphs)].flat();
  const ranges = [
    ...(table ? inTable(text, table, offset) : []),
    ...paragraphs.map(({ range }) => range),
    ...report.sections.flatMap(({ heading }) => [heading.title.range, heading.range]),
    ...reportTree(report).flatMap(branches),
    { start: 0, end: text.length },
  ].filter(({ start, end }) => start <= offset && offset <= end);
  const chain: Range[] = [];
  for (const range of ranges.sort((a, b) => length(a) - length(b))) {
    const last = chain.at(-1);
    if (!last || (range.start <= last.start && last.end <= range.end && length(range) > length(last))) {
      chain.push(range);
    }
  }
  return chain;
}

function inTable(text: string, table: Table, offset: number): Range[] {
  const cell = cellAt(text, table, offset);
  const rows = table.rows.filter(({ id, range }) => id === cell?.row || (range.start <= offset && offset <= range.end));
  return [
    ...(cell ? [cell.digits, cell.range] : []),
    ...rows.flatMap(({ label, range }) => (label ? [label.range, range] : [range])),
    ...table.heads,
    table.range,
  ];
}

function branches(branch: SectionBranch | Branch): Range[] {
  return [branch.range, ...('children' in branch ? branch.children.flatMap(branches) : [])];
}

function length({ start, end }: Range): number {
  return end - start;
}
