/** Rows of fields: the ground that pipes, tabs and one-cell-a-line share. They differ in what merging leaves behind. */
import { expand, type Grid, type GridCell, type GridRow } from '../grid';
import { at } from '../random';

/**
 * What a converter makes of merged cells.
 * - `empty`: the whole grid, covered places empty (Excel)
 * - `repeat`: the whole grid, covered places filled with the same words (pandas and the like)
 * - `gone`: only the cells themselves (a browser's selection)
 * - `padded`: the same, every row filled up at its end
 * - `docx`: one field a cell, one empty field where a cell from above goes on
 * - `docxLabels`: so among the labels, while headers over numbers expand
 */
export type Merge = 'empty' | 'repeat' | 'gone' | 'padded' | 'docx' | 'docxLabels';

/** A field of a row; `null` is one without content. */
export type Field = { readonly cell: GridCell; readonly repeated?: boolean } | { readonly words: string } | null;

export interface FieldRow {
  readonly row: GridRow;
  readonly fields: readonly Field[];
}

export function fieldRows(grid: Grid, merge: Merge): FieldRow[] {
  const slots = expand(grid);
  return grid.rows.map((row, r) => {
    const line = at(slots, r);
    const fields: Field[] = [];
    for (const slot of line) {
      if (slot.origin) {
        fields.push({ cell: slot.cell });
        continue;
      }
      // The half of a header that a page break pushed into the next row.
      const slipped = slot.left && slot.depth === 1 && slot.cell.tail !== undefined;
      const covered: Field = slipped ? { words: slot.cell.tail ?? '' } : null;
      if (merge === 'empty') fields.push(covered);
      else if (merge === 'repeat') fields.push({ cell: slot.cell, repeated: true });
      else if (merge === 'docx') {
        if (slot.left) fields.push(covered);
      } else if (merge === 'docxLabels') {
        if (slot.left || slot.column >= grid.labelColumns) fields.push(covered);
      } else if (slipped) fields.push(covered);
    }
    if (merge === 'padded') while (fields.length < grid.width) fields.push(null);
    return { row, fields };
  });
}

/** Whether a field has nothing in it. */
export function isEmpty(field: Field): boolean {
  if (field === null) return true;
  if ('words' in field) return field.words === '';
  return field.cell.kind === 'value' ? !field.cell.written : field.cell.text === '';
}
