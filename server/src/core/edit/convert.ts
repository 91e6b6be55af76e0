import { cellSpecs, type TableSpec, tableSpec } from '../forms';
import type { Localised, Range, Report, Table } from '../model';
import { blankComments, findComments, withoutComments } from '../read/comments';
import { pipeCells, pipeStyles, readHtmlTable, readPipes, readTabs } from '../read/layouts';
import { isHeaded, type PipeStyle } from '../read/layouts/pipes';
import { type Line, splitLines } from '../read/lines';
import { parseReport } from '../read/report';
import { key } from '../text/chars';
import { type Alignment, alignedTable } from './align';
import { expandGrid, type GridCell, tableGrid } from './grid';
import { tableTags } from './place';
import { strangeWords } from './strangeWords';
import { draftStyle } from './style';
import { withComments, withWholeComments } from './tableComments';
import { applyEdits, type TextEdit } from './textEdit';
import { label } from './writeTable';

/** GFM, or cells apart by tabs, which is what Word and Excel take in. */
export type TargetLayout = 'pipes' | 'tabs';

/** A table as rows of cells, all of one length, whatever its layout was. */
export interface TableRows {
  readonly rows: readonly (readonly string[])[];
  /** Columns that hold numbers. */
  readonly numeric: readonly boolean[];
  /** What of the draft they stand for. */
  readonly range: Range;
}

/** Why something is not done; said to the author. */
export interface Refusal {
  readonly refused: Localised;
}

/**
 * The edit that rewrites a table in another layout, every cell as it is written.
 *
 * A table whose layout shows its frame keeps its rows, columns and labels, the author's own (小计) too. One that does
 * not, such as one cell a line out of a PDF, gets the frame and the labels of the form; where that would lose anything,
 * down to a word between the rows, the conversion is refused. What was read before is read after, or it is refused.
 * Comments that stand in the table come to stand around it.
 */
export function convertTable(
  report: Report,
  table: Table,
  to: TargetLayout,
  options: { readonly ambiguousWide: boolean },
): TextEdit | Refusal {
  const found = rowsToConvert(report, table, to);
  if ('refused' in found) return found;
  const { text } = report;
  const { eol } = draftStyle(report);
  const lines = to === 'tabs' ? tabLines(found) : pipeLines(found, options.ambiguousWide);
  const apart = to === 'pipes';
  const range = withWholeComments(text, found.range);
  const before = gapBefore(text, range.start, apart, eol);
  const after = gapAfter(text, range.end, apart, eol);
  const written = withComments(report, range, lines.join(eol), apart ? eol + eol : eol, eol);
  const edit: TextEdit = { range, newText: before + written + after };
  return readsTheSame(report, applyEdits(text, [edit]))
    ? edit
    : refuse('转换后读出的数会不同，请先按格式补全表格', 'The table would read differently; complete it first');
}

/** Whether `convertTable` is worth a try; that nothing is lost is only known when the draft is read again. */
export function mayConvert(report: Report, table: Table, to: TargetLayout): boolean {
  return !('refused' in rowsToConvert(report, table, to));
}

function rowsToConvert(report: Report, table: Table, to: TargetLayout): TableRows | Refusal {
  return to === table.layout && isAlready(report.text, table)
    ? refuse('这张表已经是这种排法', 'The table has this layout already')
    : tableRows(report, table);
}

/**
 * The rows of a table, as it is written where its layout shows its frame, else in that of the form.
 * @returns why not, where the table holds something that has no place in the form
 */
export function tableRows(report: Report, table: Table): TableRows | Refusal {
  return asWritten(report, table) ?? asForm(report, table);
}

/** Cells apart by tabs, rows by line ends. */
export function tabLines({ rows }: TableRows): string[] {
  return rows.map((row) => row.map((words) => words.replace(/[\t\r\n]+/g, ' ')).join('\t'));
}

function pipeLines({ rows, numeric }: TableRows, ambiguousWide: boolean): string[] {
  const escaped = rows.map((row) => row.map((words) => words.replace(/\\?\|/g, '\\|').replace(/[\r\n]+/g, ' ')));
  return alignedTable(
    escaped,
    numeric.map((n): Alignment => (n ? 'right' : 'none')),
    ambiguousWide,
  );
}

function refuse(zh: string, en: string): Refusal {
  return { refused: { zh, en } };
}

/** Whether the layout needs no change: any table with tabs, and one with pipes that has a separator row. */
function isAlready(text: string, table: Table): boolean {
  if (table.layout !== 'pipes') return true;
  const lines = pipeBlock(splitLines(text), table.range);
  const [head, second] = lines ?? [];
  return second !== undefined && head !== undefined && isSeparator(text, second) && lines !== null;
}

function isSeparator(text: string, line: Line): boolean {
  return /^\|?(?:\s*:?-+:?\s*\|)*\s*:?-+:?\s*\|?$/.test(text.slice(line.from, line.to));
}

// --- as it is written ----------------------------------------------------------------------------------------------

/** A cell with its words and the place that they have in the draft. */
interface Written {
  readonly words: string;
  readonly start: number;
}

/** @returns null where the rows are not all of one length, or something stands between them */
function asWritten(report: Report, table: Table): TableRows | null {
  // comments are no words of a cell, and a line with nothing else is no line between rows
  const { words: text, lines } = withoutComments(report.text);
  const found =
    table.layout === 'pipes'
      ? writtenPipes(text, lines, table)
      : table.layout === 'tabs'
        ? writtenTabs(text, lines, table)
        : table.layout === 'html'
          ? writtenHtml(text, table)
          : null;
  if (!found) return null;
  const { rows, range } = found;
  const width = rows[0]?.length ?? 0;
  if (width < 2 || rows.some((row) => row.length !== width)) return null;
  const places = new Set<number>();
  for (const cell of table.cells.values()) places.add(cell.range.start);
  const numeric = Array.from({ length: width }, (_, i) => {
    const own = rows.filter((row) => row.some((c) => places.has(c.start))).map((row) => row[i] as Written);
    const values = own.filter((c) => places.has(c.start)).length;
    return values > own.filter((c) => c.words !== '' && !places.has(c.start)).length;
  });
  return { rows: rows.map((row) => row.map((c) => c.words)), numeric, range };
}

interface WrittenRows {
  readonly rows: readonly (readonly Written[])[];
  readonly range: Range;
}

/** The lines with pipes around a range; null where others stand between them. */
function pipeBlock(lines: readonly Line[], { start, end }: Range): readonly Line[] | null {
  let first = lines.findIndex((l) => l.end >= start);
  let last = first;
  while (lines[last + 1] && (lines[last + 1] as Line).start < end) last++;
  if (lines.slice(first, last + 1).some((l) => !l.pipe)) return null;
  while (lines[first - 1]?.pipe) first--;
  while (lines[last + 1]?.pipe) last++;
  return lines.slice(first, last + 1);
}

function spanOf(text: string, lines: readonly Line[]): Range {
  const { start } = lines[0] as Line;
  const { end } = lines[lines.length - 1] as Line;
  return { start: text.charCodeAt(start) === 0xfeff ? start + 1 : start, end };
}

function writtenPipes(text: string, lines: readonly Line[], table: Table): WrittenRows | null {
  const block = pipeBlock(lines, table.range);
  if (!block) return null;
  const styles = pipeStyles(text, lines);
  const rows = block
    .filter((l) => readPipes(text, l, styles.get(l.index) as PipeStyle, isHeaded(text, lines[l.index + 1])) !== null)
    .map((l) => pipeCells(text, l, styles.get(l.index) as PipeStyle))
    .map((cells) => cells.map((c) => ({ words: unescaped(text.slice(c.start, c.end)), start: c.start })));
  return { rows, range: spanOf(text, block) };
}

function unescaped(words: string): string {
  return words.replaceAll('\\|', '|');
}

function writtenTabs(text: string, lines: readonly Line[], { range }: Table): WrittenRows | null {
  const first = lines.findIndex((l) => l.end >= range.start);
  const rows: Written[][] = [];
  let at = first;
  for (; lines[at] && (lines[at] as Line).start < range.end; at++) {
    const row = readTabs(text, lines, at);
    if (row.cells.length === 1) return null;
    rows.push(row.cells.map((c) => ({ words: c.text, start: c.start })));
    at = row.lastLine;
  }
  return { rows, range: spanOf(text, lines.slice(first, at)) };
}

/** Merged cells leave blanks, as when they are copied into a spreadsheet. */
function writtenHtml(text: string, table: Table): WrittenRows | null {
  const range = tableTags(text, table.range);
  if (!range || /<\/?table/i.test(text.slice(range.start + 6, range.end - 8))) return null;
  const read = readHtmlTable(text, range.start, range.end, () => 0);
  const inside = read.flatMap((r) => r.cells);
  // words outside of the cells: a caption, a line between two rows
  let outside = '';
  let at = range.start;
  for (const cell of [...inside].sort((a, b) => a.start - b.start)) {
    outside += text.slice(at, Math.max(at, cell.start));
    at = Math.max(at, cell.end);
  }
  outside += text.slice(at, range.end);
  if (/\S/.test(outside.replace(/<[^>]*>/g, '').replace(/&nbsp;|\u00a0|\u3000/g, ''))) return null;
  const width = Math.max(0, ...inside.map((c) => c.col + 1), ...read.map((r) => r.cells.length));
  const rows = read.map((row) =>
    Array.from({ length: width }, (_, col): Written => {
      const cell = row.cells.find((c) => c.col === col);
      return { words: cell?.text ?? '', start: cell?.start ?? -1 };
    }),
  );
  return { rows, range };
}

// --- in the frame of the form --------------------------------------------------------------------------------------

function asForm(report: Report, table: Table): TableRows | Refusal {
  if (table.gaps.some((g) => g.kind === 'ambiguous')) {
    return refuse('有的行看不出哪个数属于哪一列，请先补全', 'It is not clear which number belongs to which column');
  }
  if (table.stray.length > 0) {
    return refuse('有的行次序不对或重复，请先改正', 'Rows are out of order or doubled; mend them first');
  }
  const text = blankComments(report.text, findComments(report.text));
  const range = table.layout === 'html' ? tableTags(text, table.range) : linesAround(text, table);
  if (!range) return refuse('表格的 <table> 标签不完整', 'The tags of the table are not complete');
  const spec = tableSpec(table.readAs, table.id);
  const grid = tableGrid(spec);
  const { halfWidth } = draftStyle(report);
  const headers = writtenHeaders(table, spec);
  const printed = (cell: GridCell): string =>
    (cell.kind === 'head' && headers.get(cell.text)) || label(cell.text, { halfWidth });
  const labels = grid.rows.flatMap((row) => row.cells.filter((c) => c.name === null).map(printed));
  const strange = strangeWords(text, table, range, labels);
  if (strange !== null) {
    return refuse(`表中的“${strange}”不属于格式，转换会丢失它`, `“${strange}” is not of the form and would be lost`);
  }
  const absent = new Set(table.gaps.filter((g) => g.columns.length === 0).flatMap((g) => g.rows));
  const present = [...cellSpecs(spec).values()].filter((c) => table.cells.has(c.name)).map((c) => c.row.id);
  const written = new Set<GridCell>();
  const rows = expandGrid(grid)
    .filter((_, r) => {
      const id = grid.rows[r]?.id ?? null;
      return id === null || !absent.has(id) || present.includes(id);
    })
    .map((row) =>
      row.map(({ cell }) => {
        // a merged cell shows in the first row of it that is there
        if (written.has(cell)) return '';
        written.add(cell);
        return cell.name === null ? printed(cell) : (table.cells.get(cell.name)?.text ?? '');
      }),
    );
  const numeric = Array.from({ length: grid.width }, (_, i) => i >= grid.labelColumns);
  return { rows, numeric, range };
}

/** Labels of columns that say more than the form's, such as a unit that the form does not print, by the form's. */
function writtenHeaders(table: Table, spec: TableSpec): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const column of spec.blocks.flatMap((b) => b.columns)) {
    const words = table.headers.get(column.id)?.text.replace(/\s+/g, '');
    if (words && key(words).length > key(column.label).length && key(words).startsWith(key(column.label))) {
      headers.set(column.label, words);
    }
  }
  return headers;
}

function linesAround(text: string, { range }: Table): Range {
  const lines = splitLines(text);
  const first = lines.find((l) => l.end >= range.start) as Line;
  const last = lines.find((l) => l.end >= range.end) as Line;
  return spanOf(text, [first, last]);
}

// --- around it -----------------------------------------------------------------------------------------------------

/** Markdown sees a table best behind an empty line; anything needs a line of its own. */
function gapBefore(text: string, at: number, apart: boolean, eol: string): string {
  const before = text.slice(Math.max(0, at - 400), at).replace('\ufeff', '');
  const line = /[^\r\n]*$/.exec(before)?.[0] ?? '';
  if (line.trim() !== '') return apart ? eol + eol : eol;
  const above = before.slice(0, before.length - line.length).replace(/(?:\r\n|\n|\r)$/, '');
  return apart && above !== '' && !/(?:^|[\r\n])[ \t\u3000]*$/.test(above) ? eol : '';
}

function gapAfter(text: string, at: number, apart: boolean, eol: string): string {
  const after = text.slice(at, at + 400);
  const line = /^[^\r\n]*/.exec(after)?.[0] ?? '';
  if (line.trim() !== '') return apart ? eol + eol : eol;
  const below = after.slice(line.length).replace(/^(?:\r\n|\n|\r)/, '');
  return apart && below !== '' && !/^[ \t\u3000]*(?:[\r\n]|$)/.test(below) ? eol : '';
}

/** Whether a draft with a table written anew has the same tables in the same sections, and the same text around them. */
function readsTheSame(before: Report, changed: string): boolean {
  const after = parseReport(changed);
  return (
    wordsAround(before) === wordsAround(after) &&
    before.tables.length === after.tables.length &&
    before.tables.every((table, i) => sameCells(table, after.tables[i] as Table))
  );
}

/** Headings and paragraphs, but for the rows of tables of the author's own, which are paragraphs to the reader. */
function wordsAround({ sections }: Report): string {
  const words = sections.flatMap((s) => [
    s.heading.text,
    ...s.subheadings.map((h) => h.text),
    ...s.paragraphs.map((p) => p.text).filter((text) => !/[|\t]/.test(text)),
  ]);
  return words.join('\n');
}

function sameCells(a: Table, b: Table): boolean {
  if (a.id !== b.id || a.readAs !== b.readAs || a.cells.size !== b.cells.size) return false;
  const frame = (t: Table): string => JSON.stringify([t.rows.map((r) => r.id), t.gaps.map((g) => [g.kind, g.cells])]);
  if (frame(a) !== frame(b)) return false;
  for (const [name, cell] of a.cells) {
    const other = b.cells.get(name);
    if (!other || other.text !== cell.text || other.kind !== cell.kind || other.value !== cell.value) return false;
  }
  return true;
}
