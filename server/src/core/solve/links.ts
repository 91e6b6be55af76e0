import type { Cell, Table } from '../model';
import { sumsOf } from './sums';

/** The cells that a total adds up; none for a cell that is no total. */
export function partsOf(table: Table, cell: string): readonly Cell[] {
  return cells(
    table,
    sumsOf(table, cell).flatMap((sum) => (sum.total === cell ? sum.left.map((a) => a.cell) : [])),
  );
}

/** The totals that a cell goes into, that of its row first. */
export function totalsOf(table: Table, cell: string): readonly Cell[] {
  return cells(
    table,
    sumsOf(table, cell).flatMap(({ total }) => (total !== null && total !== cell ? [total] : [])),
  );
}

/** All cells of the identities that a cell stands in, in the order of the text, without the cell itself. */
export function linkedCells(table: Table, cell: string): readonly Cell[] {
  const names = sumsOf(table, cell).flatMap(({ left, right }) => [...left, ...right].map((a) => a.cell));
  const others = cells(
    table,
    names.filter((name) => name !== cell),
  );
  return [...others].sort((a, b) => a.range.start - b.range.start);
}

function cells(table: Table, names: readonly string[]): readonly Cell[] {
  return [...new Set(names)].flatMap((name) => table.cells.get(name) ?? []);
}
