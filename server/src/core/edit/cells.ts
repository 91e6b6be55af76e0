import { cellSpecs, tableSpec } from '../forms';
import type { Cell, Finding, Range, Report, Table } from '../model';
import { eolOf } from './place';
import { minimalEdit, type TextEdit } from './textEdit';

/** A new value for a cell, by its name. */
export type CellValues = ReadonlyMap<string, number>;

/** What is to stand in a cell, by its name: a number, written as the draft writes numbers, or these very words. */
export type CellContents = ReadonlyMap<string, number | string>;

/** The table that a finding is about: of two with one name the one that it stands in. */
export function tableOfFinding(report: Report, finding: Finding): Table | null {
  const own = report.tables.filter((t) => t.id === finding.table);
  const at = finding.range.start;
  return own.find((t) => t.range.start <= at && at <= t.range.end) ?? own[0] ?? null;
}

/**
 * A number as a cell writes numbers: full-width digits stay full-width, thousands keep their commas.
 * @param like the digits that stood there
 */
export function writeLike(value: number, like: string): string {
  const full = /[０-９]/.test(like);
  const comma = /[,，]/.exec(like)?.[0];
  const [whole = '', fraction] = String(value).split('.');
  const grouped = comma ? whole.replace(/\B(?=(?:\d{3})+$)/g, comma) : whole;
  const plain = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return full ? plain.replace(/[0-9.]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)) : plain;
}

/**
 * Edits that set cells of a table; of a number that is there only its digits change, a blank gets its number where it
 * would stand in the layout.
 * @returns null where a cell has no place that could be written to
 */
export function setCells(report: Report, table: Table, values: CellContents): TextEdit[] | null {
  const { text } = report;
  const edits: TextEdit[] = [];
  const blanks: Cell[] = [];
  for (const [name, value] of values) {
    const cell = table.cells.get(name);
    if (!cell) return null;
    if (cell.kind === 'blank') blanks.push(cell);
    else if (typeof value === 'number' && cell.kind === 'number' && (cell.value ?? 0) >= 0) {
      edits.push(minimalEdit(text, cell.digits, writeLike(value, text.slice(cell.digits.start, cell.digits.end))));
    } else {
      const words = wordsOf(text, cell);
      if (!words) return null;
      edits.push(minimalEdit(text, words, String(value)));
    }
  }
  const filled = blanks.length > 0 ? fill(text, table, blanks, values) : [];
  if (!filled) return null;
  return [...edits, ...filled]
    .filter((e) => e.newText !== '' || e.range.end > e.range.start)
    .sort((a, b) => a.range.start - b.range.start);
}

/** Where the words of a cell stand, between the tags that a cell of HTML may have; null where they are in pieces. */
export function wordsOf(text: string, cell: Cell): Range | null {
  const inside = text.slice(cell.range.start, cell.range.end);
  const at = cell.text === '' ? -1 : inside.indexOf(cell.text);
  return at < 0 ? null : { start: cell.range.start + at, end: cell.range.start + at + cell.text.length };
}

/** The cells of a row as they stand side by side, which need not be the order of the form. */
export function cellsInRow(table: Table, row: string): Cell[] {
  const own = [...table.cells.values()].filter((c) => c.row === row);
  const order = columnsAcross(table, row);
  return own.sort((a, b) => order.indexOf(a.column) - order.indexOf(b.column));
}

/** The columns of the block of a row as the draft has them, told by a row without blanks. */
function columnsAcross(table: Table, row: string): readonly string[] {
  const specs = [...cellSpecs(tableSpec(table.readAs, table.id)).values()];
  const block = specs.find((s) => s.row.id === row)?.block;
  const columns = block?.columns.map((c) => c.id) ?? [];
  for (const { id } of block?.rows ?? []) {
    const cells = [...table.cells.values()].filter((c) => c.row === id);
    if (cells.length === 0 || cells.some((c) => c.range.end === c.range.start)) continue;
    return cells.sort((a, b) => a.range.start - b.range.start).map((c) => c.column);
  }
  return columns;
}

function fill(text: string, table: Table, blanks: readonly Cell[], values: CellContents): TextEdit[] | null {
  const write = (c: Cell): string => String(values.get(c.name) ?? 0);
  if (table.layout === 'lines' || table.layout === 'spaces') {
    const rows = new Set(blanks.map((c) => c.row));
    const edits = [...rows].map((row) => fillOpenRow(text, table, row, blanks, write));
    return edits.some((e) => e === null) ? null : edits.flatMap((e) => e ?? []);
  }
  const edits: TextEdit[] = [];
  const byPlace = new Map<number, Cell[]>();
  for (const cell of blanks) {
    for (const c of cellsInRow(table, cell.row)) {
      if (c.name !== cell.name) continue;
      byPlace.set(c.range.start, [...(byPlace.get(c.range.start) ?? []), c]);
    }
  }
  for (const [at, cells] of byPlace) {
    const across = cellsInRow(table, (cells[0] as Cell).row);
    const own = cells.sort((a, b) => across.indexOf(a) - across.indexOf(b));
    edits.push(fillFramed(text, table, at, own.map(write)));
  }
  return edits;
}

/** Blank cells of a frame that stand at one place: one that is there, and those whose tabs were dropped behind it. */
function fillFramed(text: string, table: Table, at: number, numbers: readonly string[]): TextEdit {
  const [first = '', ...rest] = numbers;
  if (table.layout === 'pipes') return fillPipes(text, at, first);
  if (table.layout === 'html') return insert(at, first);
  if (table.layout === 'barred') return insert(at, numbers.map((n) => n + beforeBar(text, table)).join(''));
  const eol = eolOf(text);
  const next = table.layout === 'cells' ? `${eol}\t` : '\t';
  // spaces may stand where the content would
  const there = /\t[ \u00a0\u3000]*$/.test(text.slice(Math.max(0, at - 40), at));
  return insert(at, (there ? first : next + first) + rest.map((n) => next + n).join(''));
}

/** What stands between a number and its pipe where each cell has a line: a space, or the pipe has a line of its own. */
function beforeBar(text: string, table: Table): string {
  const written = [...table.cells.values()].find((c) => c.kind !== 'blank');
  const way = written && /^\s*(?=[|｜])/.exec(text.slice(written.range.end, written.range.end + 20))?.[0];
  return way && /[\r\n]/.test(way) ? eolOf(text) : ' ';
}

/** Between the pipes the number takes the place of a space, so that columns that are in line stay so. */
function fillPipes(text: string, at: number, number: string): TextEdit {
  let end = at;
  while (text.charAt(end) === ' ' || text.charAt(end) === '\u00a0') end++;
  const room = end - at;
  if (room < 2) return { range: { start: at, end }, newText: ` ${number} ` };
  if (room === 2 || room < number.length + 2) return insert(at + 1, number);
  return { range: { start: end - 1 - number.length, end: end - 1 }, newText: number };
}

/** Without a frame a blank is a longer way between two cells, or nothing: the numbers are put on that way. */
function fillOpenRow(
  text: string,
  table: Table,
  row: string,
  blanks: readonly Cell[],
  write: (cell: Cell) => string,
): TextEdit[] | null {
  const own = table.rows.find((r) => r.id === row);
  const across = cellsInRow(table, row);
  const label = own?.label?.range;
  const after = nextStart(table, own?.range.end ?? table.range.end);
  const edits: TextEdit[] = [];
  let from = label?.end ?? own?.range.start ?? null;
  let waiting: Cell[] = [];
  const close = (to: number | null): void => {
    if (from !== null && waiting.length > 0) edits.push(bridge(text, table, from, to, waiting.map(write)));
    waiting = [];
  };
  for (const cell of across) {
    if (blanks.includes(cell)) {
      waiting.push(cell);
      continue;
    }
    // a blank that is left blank would be a hole among those that are filled
    if (cell.kind === 'blank') return null;
    if (label && cell.range.start < label.end) return null;
    close(cell.range.start);
    from = cell.range.end;
  }
  close(table.layout === 'lines' ? after : null);
  return edits;
}

/** Where the next label or row behind an offset begins. */
function nextStart(table: Table, offset: number): number | null {
  const starts = [...table.rows.map((r) => r.range.start), ...table.heads.map((h) => h.start)];
  const later = starts.filter((s) => s >= offset);
  return later.length > 0 ? Math.min(...later) : null;
}

/** Numbers on the way from one cell to the next; `to` is null where nothing comes behind. */
function bridge(text: string, table: Table, from: number, to: number | null, numbers: readonly string[]): TextEdit {
  if (table.layout === 'lines') {
    const eol = eolOf(text);
    const way = to === null ? '' : text.slice(from, to);
    const breaks = [...way.matchAll(/\r\n|\r|\n/g)];
    const step = breaks.length / (numbers.length + 1);
    if (way.trim() === '' && Number.isInteger(step) && step >= 1) {
      let out = '';
      let at = 0;
      numbers.forEach((n, i) => {
        const b = breaks[step * (i + 1) - 1] as RegExpMatchArray;
        const end = (b.index ?? 0) + b[0].length;
        out += way.slice(at, end) + n;
        at = end;
      });
      return { range: { start: from, end: from + way.length }, newText: out + way.slice(at) };
    }
    return insert(from, numbers.map((n) => eol + eol + n).join(''));
  }
  if (to === null) return insert(from, numbers.map((n) => `  ${n}`).join(''));
  const way = text.slice(from, to);
  const words = numbers.join('').length;
  if (way.trim() !== '' || /[\r\n\t]/.test(way) || way.length < words + numbers.length + 1) {
    return insert(from, numbers.map((n) => ` ${n}`).join(''));
  }
  // as long as it was, so that what stands in line below still does
  const spaces = way.length - words;
  let out = '';
  let left = spaces;
  numbers.forEach((n, i) => {
    const share = Math.floor(left / (numbers.length + 1 - i));
    out += ' '.repeat(share) + n;
    left -= share;
  });
  return { range: { start: from, end: to }, newText: out + ' '.repeat(left) };
}

function insert(at: number, newText: string): TextEdit {
  return { range: { start: at, end: at }, newText };
}
