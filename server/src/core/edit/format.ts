import type { Range, Report, Table } from '../model';
import { isHeaded, type PipeStyle, pipeCells, pipeStyles, readPipes } from '../read/layouts';
import { type Line, splitLines } from '../read/lines';
import type { RawCell } from '../read/rawRow';
import { parseReport } from '../read/report';
import { type Alignment, alignmentMark, columnWidths, displayWidth, padding, readAlignment } from './align';
import { applyEdits, minimalEdit, type TextEdit } from './textEdit';

export interface FormatOptions {
  /** Whether characters of ambiguous East Asian width (“ ” … ①) take two columns, as in Chinese fonts, or one. */
  readonly ambiguousWide: boolean;
}

/** Lines with pipes, one right below the other. */
interface Block {
  readonly lines: readonly Line[];
  readonly rows: readonly (readonly RawCell[])[];
  /** The recognised table that it is (a part of); null for a table of the author's own. */
  readonly table: Table | null;
  /** Whether the second line is the separator row. */
  readonly separated: boolean;
}

/**
 * Lines up the columns of the tables with pipes. Nothing but the space between cells and the separator row changes,
 * so a reader of the table sees the same cells.
 *
 * Formatted are the tables of the form and the author's own, as far as they are well-formed: GFM with its separator
 * row (in tables of the form with or without outer pipes, which are then added), or, in tables of the form, rows
 * between outer pipes that all have as many cells. Rows of other lengths, as they come out of a PDF, have no columns
 * to line up, and are left as they are; so is everything that is no table. In tables of the form the columns of
 * numbers are set to the right; the author's own keep the alignment that they ask for.
 * @param within only tables that this range touches, each as a whole
 * @returns edits in the order of the text, each within one line
 */
export function formatTables(report: Report, options: FormatOptions, within: Range | null = null): TextEdit[] {
  const blocks = blocksOf(report).filter(({ lines }) => {
    const [first] = lines as readonly [Line];
    const last = lines[lines.length - 1] as Line;
    return !within || (last.end >= within.start && within.end >= first.start);
  });
  const edits = blocks.map((block) => formatBlock(report.text, block, options));
  if (readsTheSame(report, edits.flat())) return edits.flat();
  return edits.filter((own) => readsTheSame(report, own)).flat();
}

/** Whether the cells of all tables are what they were: in a wreck even the space between cells may tell what they are. */
function readsTheSame(report: Report, edits: readonly TextEdit[]): boolean {
  if (edits.length === 0) return true;
  const cells = ({ tables }: Report): string =>
    JSON.stringify(tables.map((t) => [t.id, [...t.cells.values()].map((c) => [c.name, c.text])]));
  return cells(report) === cells(parseReport(applyEdits(report.text, edits)));
}

function blocksOf({ text, tables }: Report): Block[] {
  if (!text.includes('|')) return [];
  const lines = splitLines(text);
  const styles = pipeStyles(text, lines);
  const blocks: Block[] = [];
  let fence: string | null = null;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    const mark = /^(?:`{3,}|~{3,})/.exec(text.slice(line.from, Math.min(line.to, line.from + 80)))?.[0];
    if (mark && fence === null) fence = mark;
    else if (mark && fence && mark.startsWith(fence) && line.to - line.from === mark.length) fence = null;
    if (!line.pipe) continue;
    let end = i;
    while (lines[end + 1]?.pipe) end++;
    const block = readBlock(text, lines, i, end, styles, tables);
    if (block && (block.table || fence === null)) blocks.push(block);
    i = end;
  }
  return blocks;
}

/** @returns null where the lines are no well-formed table */
function readBlock(
  text: string,
  all: readonly Line[],
  from: number,
  to: number,
  styles: ReadonlyMap<number, PipeStyle>,
  tables: readonly Table[],
): Block | null {
  const lines = all.slice(from, to + 1);
  const head = lines[0] as Line;
  const below = lines[1];
  const start = head.start;
  const end = (lines[lines.length - 1] as Line).end;
  const table = tables.find((t) => t.layout === 'pipes' && t.range.start < end && start < t.range.end) ?? null;
  const { leading } = styles.get(from) as PipeStyle;
  for (const line of lines) {
    // a line that begins without its pipe is the rest of a cell that a line break tore apart
    if ((text.charAt(line.from) === '|') !== leading && leading) return null;
    // Markdown does not part cells at a full-width pipe, the reader does
    if (text.slice(line.from, line.to).includes('｜')) return null;
    if (!table && !isClosed(text, line)) return null;
    if (!leading && /^[>*+-](?![-|])/.test(text.slice(line.from, line.to))) return null;
  }
  if (!table && (head.from - head.start > 3 || head.tab)) return null;
  const rows = lines.map((line) => pipeCells(text, line, styles.get(line.index) as PipeStyle));
  const width = (rows[0] as readonly RawCell[]).length;
  const marks = rows[1] ?? [];
  const separated =
    below !== undefined &&
    marks.length === width &&
    marks.every((c) => /^:?-+:?$/.test(written(text, c))) &&
    readPipes(text, below, styles.get(below.index) as PipeStyle, isHeaded(text, all[below.index + 1])) === null;
  if (!separated && !(table && leading && rows.length > 1 && rows.every((r) => r.length === width))) return null;
  return { lines, rows, table, separated };
}

/** Whether a line stands between outer pipes. */
function isClosed(text: string, { from, to }: Line): boolean {
  return to - from > 1 && text.charAt(from) === '|' && text.charAt(to - 1) === '|' && text.charAt(to - 2) !== '\\';
}

function written(text: string, cell: RawCell): string {
  return text.slice(cell.start, cell.end);
}

function formatBlock(text: string, block: Block, { ambiguousWide }: FormatOptions): TextEdit[] {
  const words = block.rows.map((row) => row.map((cell) => written(text, cell)));
  const widths = columnWidths(
    words.filter((_, i) => !(block.separated && i === 1)),
    ambiguousWide,
  );
  const alignments = alignmentsOf(text, block, widths.length);
  const indent = indentOf(text, block.lines[0] as Line);
  const edits: TextEdit[] = [];
  block.rows.forEach((row, r) => {
    const line = block.lines[r] as Line;
    // what stands between two contents is put together and compared with what is there
    let at = text.charCodeAt(line.start) === 0xfeff ? line.start + 1 : line.start;
    let gap = `${indent}|`;
    const flush = (end: number): void => {
      const edit = minimalEdit(text, { start: at, end }, gap);
      if (edit.newText !== '' || edit.range.start < edit.range.end) edits.push(edit);
    };
    row.forEach((cell, c) => {
      const width = widths[c] as number;
      const alignment = alignments[c] ?? 'none';
      const content = words[r]?.[c] as string;
      if (block.separated && r === 1) {
        gap += ` ${alignmentMark(width, alignment)} |`;
        return;
      }
      const [before, after] = padding(width - displayWidth(content, ambiguousWide), alignment);
      gap += ` ${' '.repeat(before)}`;
      if (content !== '') {
        flush(cell.start);
        at = cell.end;
        gap = '';
      }
      gap += `${' '.repeat(after)} |`;
    });
    flush(line.end);
  });
  return edits;
}

/** The columns that hold numbers are set to the right; else the separator row tells. */
function alignmentsOf(text: string, { rows, table, separated }: Block, columns: number): Alignment[] {
  const marks = separated ? (rows[1] as readonly RawCell[]) : [];
  const alignments = Array.from({ length: columns }, (_, i): Alignment => {
    const mark = marks[i];
    return mark ? readAlignment(written(text, mark)) : 'none';
  });
  if (!table) return alignments;
  const places = new Set<number>();
  for (const cell of table.cells.values()) places.add(cell.range.start);
  return alignments.map((own, i) => {
    let values = 0;
    let labels = 0;
    for (const row of rows) {
      if (!row.some((c) => places.has(c.start))) continue;
      const cell = row[i];
      if (cell && places.has(cell.start)) values++;
      else if (cell && !cell.blank) labels++;
    }
    return values > labels ? 'right' : own;
  });
}

/** The space before the first line, which the others get too. */
function indentOf(text: string, line: Line): string {
  return text.slice(line.start, line.from).replace('\ufeff', '');
}
