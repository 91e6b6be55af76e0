import { LABELS, labelName } from '../forms';
import type { Cell, Report } from '../model';
import { readCell } from '../read/cell';
import { findHtmlTable, readHtmlTable } from '../read/layouts';
import { setCells } from './cells';
import type { TextEdit } from './textEdit';
import { placesAt, type ValueGrid, valueGrid } from './valueGrid';

/** Rows of cells as a spreadsheet or a word processor copies them; merged cells leave blanks. */
export type Block = readonly (readonly string[])[];

/** Nobody copies more of a table of the form. */
const LARGEST = 5000;

/**
 * Reads what a spreadsheet, Word or WPS has put on the clipboard.
 * @param html the first table of it counts; without one, `text` is read
 * @param text cells apart by tabs, those with line breaks in quotes
 * @returns null where there are not several cells
 */
export function readBlock(html: string | null, text: string): Block | null {
  const block = (html === null ? null : readHtmlBlock(html)) ?? readTextBlock(text);
  const cells = block.reduce((n, row) => n + row.length, 0);
  return cells > 1 && cells <= LARGEST ? block : null;
}

function readHtmlBlock(html: string): Block | null {
  const place = findHtmlTable(html, 0);
  if (!place) return null;
  const rows = readHtmlTable(html, place.start, place.end, () => 0);
  if (rows.length === 0) return null;
  const width = Math.max(...rows.flatMap((r) => r.cells.map((c) => c.col + 1)));
  return rows.map((row) =>
    Array.from({ length: width }, (_, col) => row.cells.find((c) => c.col === col)?.text.trim() ?? ''),
  );
}

function readTextBlock(text: string): Block {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/y;
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text);
    if (!match) break;
    const [, quoted, plain = '', end] = match;
    row.push((quoted?.replaceAll('""', '"').replace(/\s*[\r\n]+\s*/g, '') ?? plain).trim());
    if (end !== '\t') {
      rows.push(row);
      row = [];
    }
  }
  if (row.length > 0) rows.push([...row, '']);
  while (rows.length > 0 && rows[rows.length - 1]?.every((words) => words === '')) rows.pop();
  return rows;
}

/**
 * Edits that fill the cells of a table with a block, from the cell at an offset to the right and down.
 *
 * Only cells for numbers are filled. Rows of the block that hold no numbers (its header) and columns of labels at its
 * left are passed over; where it has labels of rows, they must be those of the rows that are filled, and a row begins at
 * its first cell. Numbers stay as they are written.
 * @returns null where the block does not fit: the offset is in no table, a number has no cell, a cell would get words
 */
export function pasteBlock(report: Report, offset: number, block: Block): TextEdit[] | null {
  const grid = valueGrid(report, offset);
  if (!grid) return null;
  const labels = labelColumns(block);
  const rows = block.filter((row) => isValueRow(row, labels));
  if (rows.length === 0) return null;
  const start = startPlace(report.text, grid, offset, labels > 0);
  if (!start) return null;
  const framed = grid.table.layout !== 'lines' && grid.table.layout !== 'spaces';
  const values = new Map<string, string>();
  for (const [i, row] of rows.entries()) {
    const cells = grid.rows[start.row + i];
    if (!cells || (labels > 0 && !sameLabel(row.slice(0, labels), grid, cells))) return null;
    for (const [j, words] of row.slice(labels).entries()) {
      const cell = cells[start.column + j];
      if (!cell && words === '') continue;
      // where blanks leave no trace, a cell that became one would take its neighbours with it
      if (!cell || (words === '' && !framed) || readCell(words).kind === 'unreadable') return null;
      if (words !== cell.text) values.set(cell.name, words);
    }
  }
  return setCells(report, grid.table, values);
}

/** How many columns at the left hold words and no numbers. */
function labelColumns(block: Block): number {
  const width = Math.max(...block.map((row) => row.length));
  let count = 0;
  for (let i = 0; i < width; i++) {
    const kinds = block.map((row) => readCell(row[i] ?? '').kind);
    if (kinds.includes('number') || !kinds.includes('unreadable')) break;
    count = i + 1;
  }
  // what is nothing but words is no block of numbers
  return count === width ? 0 : count;
}

/** A row with numbers, or a blank one that no label says to be something else. */
function isValueRow(row: readonly string[], labels: number): boolean {
  const values = row.slice(labels);
  if (values.some((words) => readCell(words).kind === 'number' || readCell(words).kind === 'dash')) return true;
  if (values.some((words) => words !== '')) return false;
  if (labels === 0) return true;
  return rowLabel(row.slice(0, labels)) !== null;
}

/** The last words of labels, as a key, if they are those of a row. */
function rowLabel(labels: readonly string[]): string | null {
  const words = labels.filter((l) => l !== '').pop();
  const name = words === undefined ? '' : labelName(words);
  return LABELS.get(name)?.some((u) => u.role === 'row') ? name : null;
}

/** Whether the labels of a row of the block speak for a row of the table; those that no form has say nothing. */
function sameLabel(labels: readonly string[], { table }: ValueGrid, cells: readonly Cell[]): boolean {
  const name = rowLabel(labels);
  const own = table.rows.find((r) => r.id === cells[0]?.row)?.label?.text;
  if (name === null || own === undefined) return true;
  const known = LABELS.get(labelName(own));
  return !known || labelName(own) === name;
}

function startPlace(
  text: string,
  grid: ValueGrid,
  offset: number,
  labelled: boolean,
): { row: number; column: number } | null {
  const { current, next } = placesAt(text, grid, offset);
  const from = current ?? next;
  return from && labelled ? { row: from.row, column: 0 } : from;
}
