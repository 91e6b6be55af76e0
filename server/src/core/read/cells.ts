import { type ColumnSpec, cellSpecs, type TableSpec } from '../forms';
import type { Cell, Range } from '../model';
import { readCell } from './cell';
import type { RawCell } from './rawRow';

/**
 * Adds a cell to those of a table.
 * @param text the whole draft, for the place of the digits
 * @param name of the cell; `raw` is what stands there
 */
export function addCell(
  text: string,
  cells: Map<string, Cell>,
  name: string,
  row: string,
  column: ColumnSpec,
  raw: RawCell,
): void {
  const reading = column.kind === 'change' ? readCell(raw.text, 'change') : raw.reading;
  const range: Range = { start: raw.start, end: raw.end };
  // markup inside an HTML cell makes its words shorter than its range
  const plain = raw.end - raw.start === raw.text.length;
  let digits = range;
  if (reading.digits) {
    const [a, b] = reading.digits;
    const at = plain ? raw.start + a : text.indexOf(raw.text.slice(a, b), raw.start);
    if (at >= raw.start && at + b - a <= raw.end) digits = { start: at, end: at + b - a };
  }
  cells.set(name, {
    name,
    row,
    column: column.id,
    range,
    text: raw.text,
    value: reading.value,
    kind: reading.kind,
    digits,
    unit: reading.unit,
  });
}

/** The cells in the order of the form; the same map where they are in that order already. */
export function inFormOrder(cells: ReadonlyMap<string, Cell>, spec: TableSpec): ReadonlyMap<string, Cell> {
  const names = cellSpecs(spec).keys();
  let ordered = true;
  for (const name of cells.keys()) {
    let next = names.next();
    while (!next.done && next.value !== name) next = names.next();
    if (next.done) {
      ordered = false;
      break;
    }
  }
  if (ordered) return cells;
  const sorted = new Map<string, Cell>();
  for (const name of cellSpecs(spec).keys()) {
    const cell = cells.get(name);
    if (cell) sorted.set(name, cell);
  }
  return sorted;
}
