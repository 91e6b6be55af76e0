import type { Cell, Range, Report, Table } from '../model';
import { cellAt, tableAt } from '../read/place';
import { cellsInRow } from './cells';

/** The cells for numbers of a table as they stand: rows from top to bottom, in each the cells from left to right. */
export interface ValueGrid {
  readonly table: Table;
  readonly rows: readonly (readonly Cell[])[];
}

/** Where a cell stands in a grid. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/**
 * The grid of the table that an offset lies in; null where there is none. A blank cell of which the layout shows
 * nothing (between spaces, among lines, behind dropped tabs) has no place of its own and is not in it.
 */
export function valueGrid(report: Report, offset: number): ValueGrid | null {
  const table = tableAt(report, offset);
  if (!table) return null;
  const framed = table.layout !== 'lines' && table.layout !== 'spaces';
  const seen = new Set<number>();
  const rows: Cell[][] = [];
  for (const id of new Set([...table.cells.values()].map((c) => c.row))) {
    const row = cellsInRow(table, id).filter((cell) => {
      if (cell.range.start === cell.range.end && (!framed || seen.has(cell.range.start))) return false;
      seen.add(cell.range.start);
      return true;
    });
    if (row.length > 0) rows.push(row);
  }
  return rows.length === 0 ? null : { table, rows: rows.sort((a, b) => startOf(a) - startOf(b)) };
}

function startOf(row: readonly Cell[]): number {
  return Math.min(...row.map((c) => c.range.start));
}

/** The cell at an offset, and the first one behind it; null where there is none. */
export function placesAt(
  text: string,
  { table, rows }: ValueGrid,
  offset: number,
): { readonly current: GridPlace | null; readonly next: GridPlace | null } {
  const cell = cellAt(text, table, offset);
  let current: GridPlace | null = null;
  let next: GridPlace | null = null;
  rows.forEach((row, r) => {
    row.forEach((c, column) => {
      if (c === cell) current = { row: r, column };
      else if (!next && c.range.start > offset) next = { row: r, column };
    });
  });
  return { current, next };
}

/** What is selected where a cell is gone to: its words, or the place where a blank one is written. */
export function selectionOf(text: string, { range }: Cell): Range {
  // behind the pipe there is a space before the number
  const inside = range.start === range.end && text.charAt(range.start) === ' ' && text.charAt(range.start - 1) === '|';
  return inside ? { start: range.start + 1, end: range.start + 1 } : range;
}
