import { LABELS, type LabelUse, labelName } from '../forms';
import { kept } from '../kept';
import type { Cell, Range, Report, Section, Table, TableRow } from '../model';

/** What stands at an offset of a draft, the innermost thing that has a meaning of its own. */
export type Place =
  | { readonly kind: 'cell'; readonly table: Table; readonly cell: Cell; readonly range: Range }
  | { readonly kind: 'rowLabel'; readonly table: Table; readonly row: TableRow; readonly range: Range }
  | {
      readonly kind: 'head';
      readonly table: Table;
      readonly label: string;
      readonly uses: readonly LabelUse[];
      readonly range: Range;
    }
  | { readonly kind: 'heading'; readonly section: Section; readonly range: Range };

interface Lookup {
  readonly cells: readonly Cell[];
  readonly rows: readonly { readonly range: Range; readonly row: TableRow }[];
  readonly heads: readonly { readonly range: Range }[];
}

/** Cells and labels of a table in the order of the text, sorted once a table. */
const lookup = kept((table: Table): Lookup => {
  const heads = [...table.heads, ...[...table.headers.values()].map((header) => header.range)];
  return {
    cells: [...table.cells.values()].sort(byStart),
    rows: table.rows.flatMap((row) => (row.label ? [{ range: row.label.range, row }] : [])).sort(byStart),
    heads: heads.map((range) => ({ range })).sort(byStart),
  };
});

/** The table that an offset lies in or touches. */
export function tableAt(report: Report, offset: number): Table | null {
  return report.tables.find(({ range }) => range.start <= offset && offset <= range.end) ?? null;
}

/**
 * The cell of a table at an offset: the one that it touches, or the one with nothing but space between, since a
 * reader who points at the blank around a number means that number.
 * @param text of the whole draft
 */
export function cellAt(text: string, table: Table, offset: number): Cell | null {
  const { cells } = lookup(table);
  const next = firstAfter(cells, offset);
  const [before, after] = [cells[next - 1], cells[next]];
  if (before && offset <= before.range.end) return before;
  // of two that are as near, as in a run of spaces, the one that the space stands behind
  if (before && isSpace(text, before.range.end, offset)) return before;
  return after && isSpace(text, offset, after.range.start) ? after : null;
}

/**
 * What an offset of a draft points at.
 * @returns null in prose, between the cells of a table, and outside of the text
 */
export function placeAt(report: Report, offset: number): Place | null {
  const { text } = report;
  if (offset < 0 || offset > text.length) return null;
  const table = tableAt(report, offset);
  if (!table) {
    const section = report.sections.find((s) => touches(s.heading.range, offset));
    return section ? { kind: 'heading', section, range: section.heading.range } : null;
  }
  const { rows, heads } = lookup(table);
  const cell = cellAt(text, table, offset);
  // a label that is broken over lines can have the cells of its row within it
  const within = cell !== null && touches(cell.range, offset);
  const row = within ? undefined : touched(rows, offset);
  if (row) return { kind: 'rowLabel', table, row: row.row, range: row.range };
  const head = within ? undefined : touched(heads, offset);
  if (head) {
    const label = text.slice(head.range.start, head.range.end).replace(/\s+/g, '');
    const uses = usesOf(table, label);
    if (uses.length > 0) return { kind: 'head', table, label, uses, range: head.range };
  }
  return cell ? { kind: 'cell', table, cell, range: cell.range } : null;
}

/** What a label of the form that the table follows can stand for in it. */
function usesOf(table: Table, label: string): readonly LabelUse[] {
  const uses = (LABELS.get(labelName(label)) ?? []).filter((use) => use.table === table.id && use.role !== 'row');
  const own = uses.filter((use) => use.form === table.readAs);
  return own.length > 0 ? own : uses;
}

/** Index of the first range that begins behind an offset. */
function firstAfter(items: readonly { readonly range: Range }[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle] as { readonly range: Range }).range.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function touched<T extends { readonly range: Range }>(items: readonly T[], offset: number): T | undefined {
  const item = items[firstAfter(items, offset) - 1];
  return item && offset <= item.range.end ? item : undefined;
}

function byStart(a: { readonly range: Range }, b: { readonly range: Range }): number {
  return a.range.start - b.range.start || a.range.end - b.range.end;
}

function touches({ start, end }: Range, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** Whether nothing but space lies between two offsets; a tab separates cells and is none. */
function isSpace(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!' \u00a0\u3000'.includes(text.charAt(i))) return false;
  return true;
}
