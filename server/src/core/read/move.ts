import type { Cell, Range, Table, Text } from '../model';

/**
 * The same table as it stands in a text with so many characters more before it.
 * @param by UTF-16 code units; negative where there are fewer
 */
export function movedTable(table: Table, by: number): Table {
  if (by === 0) return table;
  const range = ({ start, end }: Range): Range => ({ start: start + by, end: end + by });
  const ranged = <T extends { readonly range: Range }>(of: T): T => ({ ...of, range: range(of.range) });
  const cells = new Map<string, Cell>();
  for (const [name, cell] of table.cells) {
    const own = range(cell.range);
    cells.set(name, { ...cell, range: own, digits: cell.digits === cell.range ? own : range(cell.digits) });
  }
  return {
    ...table,
    range: range(table.range),
    cells,
    rows: table.rows.map((row) => ({ ...ranged(row), label: row.label && ranged(row.label) })),
    gaps: table.gaps.map(ranged),
    labels: table.labels.map(ranged),
    stray: table.stray.map(ranged),
    heads: table.heads.map(range),
    headers: new Map([...table.headers].map(([column, text]): [string, Text] => [column, ranged(text)])),
  };
}
