import { type BlockSpec, type ColumnSpec, cellName, type TableSpec } from '../forms';

/** A cell of a table as a word processor holds it, before any layout. */
export interface GridCell {
  readonly kind: 'head' | 'label' | 'value';
  /** Words of a label; a value is asked for by its name. */
  readonly text: string;
  /** Name of the cell (`requests.granted.total`), for values. */
  readonly name: string | null;
  readonly rowspan: number;
  readonly colspan: number;
}

export interface GridRow {
  /** Row id; null for rows of the header. */
  readonly id: string | null;
  /** The cells that begin in this row; those that reach into it from above are not listed. */
  readonly cells: readonly GridCell[];
}

/** A table of a form, its merged cells as the official form has them. */
export interface Grid {
  readonly rows: readonly GridRow[];
  readonly width: number;
  /** How many columns at the left hold labels of rows. */
  readonly labelColumns: number;
}

const grids = new Map<TableSpec, Grid>();

/** The table of a form as rows of cells, made once a form. */
export function tableGrid(spec: TableSpec): Grid {
  let grid = grids.get(spec);
  if (!grid) {
    grid = buildGrid(spec);
    grids.set(spec, grid);
  }
  return grid;
}

function buildGrid(spec: TableSpec): Grid {
  const labelColumns = Math.max(...spec.blocks.map(labelDepth));
  const width = labelColumns + Math.max(...spec.blocks.map((b) => b.columns.length));
  const rows = spec.blocks.flatMap((block) => [
    ...headerRows(block, labelColumns, width),
    ...valueRows(spec, block, labelColumns, width),
  ]);
  return { rows, width, labelColumns };
}

/** How many cells side by side the labels of the rows of a block take; 0 for rows without labels. */
function labelDepth(block: BlockSpec): number {
  return Math.max(...block.rows.map((r) => (r.label === '' ? 0 : r.groups.length + 1)));
}

function cell(
  kind: GridCell['kind'],
  text: string,
  colspan: number,
  rowspan = 1,
  name: string | null = null,
): GridCell {
  return { kind, text, name, rowspan, colspan };
}

function headerRows(block: BlockSpec, labelColumns: number, width: number): GridRow[] {
  const rows: GridCell[][] = [];
  const depth = Math.max(...block.columns.map((c) => c.groups.length)) + 1;
  for (let level = 0; level < depth; level++) {
    const cells: GridCell[] = [];
    if (level === 0 && block.corner !== null) cells.push(cell('head', block.corner, labelColumns, depth));
    let last = 0;
    for (let i = 0; i < block.columns.length; ) {
      const column = block.columns[i] as ColumnSpec;
      const run = sameGroups(block.columns, i, level);
      const group = column.groups[level];
      if (group !== undefined) cells.push(cell('head', group, run));
      else if (column.groups.length === level) cells.push(cell('head', column.label, 1, depth - level));
      last = i + (group !== undefined ? run : 1);
      i = last;
    }
    // the last column of a narrow block reaches to the edge of the table
    if (cells.length > 0) rows.push(widened(cells, labelColumns, block.columns.length, width));
  }
  const heading = block.heading === null ? [] : [[cell('head', block.heading, width)]];
  return [...heading, ...rows].map((cells) => ({ id: null, cells }));
}

/** How many columns from one on stand under the same label of a level. */
function sameGroups(columns: readonly ColumnSpec[], from: number, level: number): number {
  const path = (c: ColumnSpec): string => c.groups.slice(0, level + 1).join('\n');
  const own = columns[from] as ColumnSpec;
  let run = 1;
  while (columns[from + run] && own.groups.length > level && path(columns[from + run] as ColumnSpec) === path(own))
    run++;
  return run;
}

function widened(cells: GridCell[], labelColumns: number, columns: number, width: number): GridCell[] {
  const missing = width - labelColumns - columns;
  const last = cells[cells.length - 1];
  if (missing > 0 && last) cells[cells.length - 1] = { ...last, colspan: last.colspan + missing };
  return cells;
}

function valueRows(spec: TableSpec, block: BlockSpec, labelColumns: number, width: number): GridRow[] {
  return block.rows.map((row, r): GridRow => {
    const before = block.rows[r - 1];
    const cells: GridCell[] = [];
    row.groups.forEach((group, depth) => {
      const opened =
        before?.groups[depth] === group && row.groups.slice(0, depth).every((g, i) => before.groups[i] === g);
      if (opened) return;
      let run = 1;
      while (block.rows[r + run]?.groups[depth] === group) run++;
      cells.push(cell('label', group, 1, run));
    });
    if (row.label !== '') cells.push(cell('label', row.label, labelColumns - row.groups.length));
    for (const column of block.columns) cells.push(cell('value', '', 1, 1, cellName(spec.id, row.id, column.id)));
    return { id: row.id, cells: widened(cells, labelColumns, block.columns.length, width) };
  });
}

/** Every row with one place a column: the cell that covers it, and whether it begins there. */
export function expandGrid(grid: Grid): { readonly cell: GridCell; readonly origin: boolean }[][] {
  const places: { cell: GridCell; origin: boolean }[][] = grid.rows.map(() => []);
  grid.rows.forEach((row, r) => {
    let column = 0;
    for (const own of row.cells) {
      while (places[r]?.[column]) column++;
      for (let down = 0; down < own.rowspan; down++) {
        for (let right = 0; right < own.colspan; right++) {
          const target = places[r + down];
          if (target) target[column + right] = { cell: own, origin: down === 0 && right === 0 };
        }
      }
    }
  });
  return places;
}
