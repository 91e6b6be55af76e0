import type { Range, Report, Section, Subheading, Table } from '../core';

/** A report as a reader sees it: what stands under what. Ranges are offsets and always lie within their parent's. */
export interface SectionBranch {
  readonly kind: 'section';
  readonly section: Section;
  readonly range: Range;
  readonly children: readonly Branch[];
}
export interface SubheadingBranch {
  readonly kind: 'subheading';
  readonly subheading: Subheading;
  /** From the heading to the end of what it heads. */
  readonly range: Range;
  readonly children: readonly Branch[];
}
export interface TableLeaf {
  readonly kind: 'table';
  readonly table: Table;
  readonly range: Range;
}
export type Branch = SubheadingBranch | TableLeaf;

/** The sections of a report in document order, and the tables that stand before all of them. */
export function reportTree(report: Report): readonly (SectionBranch | TableLeaf)[] {
  const housed = new Set(report.sections.flatMap((section) => section.tables));
  const strays = report.tables.filter((table) => !housed.has(table)).map(leaf);
  const sections = report.sections.map((section, i): SectionBranch => {
    const next = report.sections[i + 1];
    const end = next ? beforeMarks(report.text, section.range.end) : section.range.end;
    const range = trimEnd(report.text, { start: section.range.start, end });
    const items = [...section.subheadings, ...section.tables].sort((a, b) => a.range.start - b.range.start);
    return { kind: 'section', section, range, children: nest(report.text, items, range.end) };
  });
  return [...strays, ...sections].sort((a, b) => a.range.start - b.range.start);
}

/** @param end where the parent of the items ends */
function nest(text: string, items: readonly (Subheading | Table)[], end: number): readonly Branch[] {
  const branches: Branch[] = [];
  for (let i = 0; i < items.length; ) {
    const item = items[i++] as Subheading | Table;
    if (!('level' in item)) {
      branches.push(leaf(item));
      continue;
    }
    const first = i;
    while (i < items.length && !closes(items[i] as Subheading | Table, item)) i++;
    const next = items[i];
    const range = trimEnd(text, {
      start: item.range.start,
      end: next ? beforeMarks(text, next.range.start) : end,
    });
    branches.push({
      kind: 'subheading',
      subheading: item,
      range,
      children: nest(text, items.slice(first, i), range.end),
    });
  }
  return branches;
}

function closes(next: Subheading | Table, open: Subheading): boolean {
  return 'level' in next && next.level <= open.level;
}

function leaf(table: Table): TableLeaf {
  return { kind: 'table', table, range: table.range };
}

/** Where a heading's line begins, if only its marks (`## `, `**`) stand before it, so that they end nothing else. */
function beforeMarks(text: string, heading: number): number {
  let start = heading;
  while (start > 0 && !/[\p{L}\p{N}\r\n]/u.test(text.charAt(start - 1))) start--;
  return start === 0 || /[\r\n]/.test(text.charAt(start - 1)) ? start : heading;
}

/** The range without the white space at its end. */
export function trimEnd(text: string, range: Range): Range {
  const end = range.start + text.slice(range.start, range.end).trimEnd().length;
  return { start: range.start, end };
}
