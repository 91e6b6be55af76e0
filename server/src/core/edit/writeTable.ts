import type { TableSpec } from '../forms';
import type { Layout } from '../model';
import { expandGrid, type Grid, type GridCell, tableGrid } from './grid';

/** How a table is put into a draft. */
export interface TableStyle {
  readonly layout: Layout;
  /** Line end of the draft. */
  readonly eol: string;
  /** Whether brackets and the like are written in half width, as the rest of the draft has them. */
  readonly halfWidth: boolean;
}

/** What stands in a cell, by its name; `''` for a blank one. */
export type CellText = (name: string) => string;

/**
 * A whole table of a form in any layout, its labels as the form prints them.
 * @returns lines without a line end behind the last one
 */
export function writeTable(spec: TableSpec, text: CellText, style: TableStyle): string {
  const grid = tableGrid(spec);
  const words = (cell: GridCell): string => (cell.name === null ? label(cell.text, style) : text(cell.name));
  return WRITERS[style.layout](grid, words).join(style.eol);
}

type Words = (cell: GridCell) => string;

const WRITERS: Readonly<Record<Layout, (grid: Grid, words: Words) => string[]>> = {
  pipes,
  tabs,
  cells,
  lines,
  spaces,
  html,
  barred,
};

/** Brackets, commas and colons of a label as the draft writes them. */
export function label(text: string, { halfWidth }: Pick<TableStyle, 'halfWidth'>): string {
  const half: Readonly<Record<string, string>> = { '（': '(', '）': ')', '，': ',', '：': ':' };
  return halfWidth ? text.replace(/[（），：]/g, (c) => half[c] ?? c) : text;
}

/** Rows with a place for every column; merged cells leave blanks, as Word and Excel copy them. */
function framed(grid: Grid, words: Words): string[][] {
  return expandGrid(grid).map((row) => row.map(({ cell, origin }) => (origin ? words(cell) : '')));
}

/** GitHub's tables: the first row is the head. */
function pipes(grid: Grid, words: Words): string[] {
  const rows = framed(grid, words).map((row) => `| ${row.map((w) => w.replaceAll('|', '\\|')).join(' | ')} |`);
  const marks = Array.from({ length: grid.width }, (_, i) => (i < grid.labelColumns ? '---' : '---:'));
  return [rows[0] as string, `| ${marks.join(' | ')} |`, ...rows.slice(1)];
}

/** One cell a line with a pipe behind it; a blank one is the pipe alone. */
function barred(grid: Grid, words: Words): string[] {
  return grid.rows.flatMap((row) => row.cells.map((c) => `${words(c).replaceAll('|', '\\|')} |`.trimStart()));
}

function tabs(grid: Grid, words: Words): string[] {
  return framed(grid, words).map((row) => row.join('\t'));
}

function cells(grid: Grid, words: Words): string[] {
  return grid.rows.flatMap((row, r) => [...(r > 0 ? [''] : []), ...row.cells.map((c) => `\t${words(c)}`)]);
}

/** One cell a line with an empty line between; what is blank would vanish and is written 0. */
function lines(grid: Grid, words: Words): string[] {
  return grid.rows.flatMap((row) => row.cells.map((c) => filled(c, words))).flatMap((w, i) => (i > 0 ? ['', w] : [w]));
}

function spaces(grid: Grid, words: Words): string[] {
  return grid.rows.map((row) => row.cells.map((c) => filled(c, words)).join(' '));
}

/** Where blank cells vanish, one that is blank shows as nothing to count. */
function filled(cell: GridCell, words: Words): string {
  return words(cell) || (cell.kind === 'value' ? '0' : '');
}

function html(grid: Grid, words: Words): string[] {
  const escaped = (w: string): string =>
    w.replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c] ?? c);
  const open = (c: GridCell): string =>
    `<td${c.rowspan > 1 ? ` rowspan="${c.rowspan}"` : ''}${c.colspan > 1 ? ` colspan="${c.colspan}"` : ''}>`;
  const rows = grid.rows.map(
    (row) => `<tr>${row.cells.map((c) => `${open(c)}${escaped(words(c))}</td>`).join('')}</tr>`,
  );
  return ['<table>', ...rows, '</table>'];
}
