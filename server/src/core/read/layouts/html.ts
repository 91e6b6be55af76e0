import { trimRange } from '../../text/chars';
import { BREAK, type Line } from '../lines';
import { RawCell, type RawRow } from '../rawRow';

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  middot: '·',
  mdash: '—',
  ndash: '–',
  minus: '−',
};

/** Offsets of the next HTML table at or after `from`: from its first tag to the end of its last; null where there is none. */
export function findHtmlTable(text: string, from: number): { start: number; end: number } | null {
  const open = /<(?:table|thead|tbody|tr)\b/gi;
  open.lastIndex = from;
  const first = open.exec(text);
  if (!first) return null;
  const start = first.index;
  const close = /<\/table\s*>|<table\b/gi;
  close.lastIndex = start + 6;
  const end = close.exec(text);
  if (end?.[0].startsWith('</')) return { start, end: end.index + end[0].length };
  // the table is not closed (yet): it ends with the last tag of a table before the next one
  const limit = end ? end.index : text.length;
  const tag = /<\/?(?:tr|td|th|tbody|thead)\b[^>]*>/gi;
  tag.lastIndex = start;
  let last = start + first[0].length;
  for (let m = tag.exec(text); m && m.index < limit; m = tag.exec(text)) last = m.index + m[0].length;
  // words of a cell that is being typed stand behind its tag, on the same line
  const stop = text.slice(last, limit).search(/[\r\n]/);
  return { start, end: stop < 0 ? limit : last + stop };
}

interface OpenCell {
  col: number;
  colspan: number;
  rowspan: number;
  text: string;
  start: number;
  end: number;
}

/**
 * Rows of an HTML table with every cell at its column after rowspan and colspan. Tags inside cells are passed over,
 * entities decoded; cells and rows need not be closed.
 * @param lineAt the zero-based line of an offset
 */
export function readHtmlTable(text: string, start: number, end: number, lineAt: (offset: number) => number): RawRow[] {
  const rows: RawRow[] = [];
  let taken: number[] = []; // rows that a cell above still covers, by column
  let cells: RawCell[] | null = null;
  let cell: OpenCell | null = null;
  let rowStart = start;

  const closeCell = (at: number): void => {
    if (!cell || !cells) return;
    const blank = cell.start < 0;
    const place = blank ? { start: at, end: at } : trimRange(text, cell.start, cell.end);
    cells.push(new RawCell(cell.text.trim(), place.start, place.end, cell.col, lineAt(place.start)));
    for (let c = cell.col; c < cell.col + cell.colspan; c++) taken[c] = cell.rowspan;
    cell = null;
  };
  const closeRow = (at: number): void => {
    closeCell(at);
    if (cells && cells.length > 0) {
      rows.push({ layout: 'html', cells, firstLine: lineAt(rowStart), lastLine: lineAt(at), framed: true });
    }
    if (cells) taken = taken.map((n) => (n > 0 ? n - 1 : 0));
    cells = null;
  };
  const addText = (from: number, to: number): void => {
    if (!cell || from >= to) return;
    const range = withoutQuotes(text, from, to);
    if (range.start === range.end) {
      if (cell.text !== '') cell.text += ' ';
      return;
    }
    const raw = text.slice(from, to);
    const words = decode(raw.includes('>') ? raw.replace(BREAK, '\n') : raw).replace(/\s+/g, ' ');
    if (words.trim() === '') return;
    if (cell.start < 0) cell.start = range.start;
    cell.end = range.end;
    cell.text += words;
  };

  let i = start;
  while (i < end) {
    const lt = text.indexOf('<', i);
    if (lt < 0 || lt >= end) {
      addText(i, end);
      break;
    }
    addText(i, lt);
    if (text.startsWith('<!--', lt)) {
      const close = text.indexOf('-->', lt + 4);
      i = close < 0 ? end : close + 3;
      continue;
    }
    const gt = text.indexOf('>', lt);
    if (gt < 0 || gt >= end) break;
    const name = /^<(\/?[a-z0-9]+)/i.exec(text.slice(lt, Math.min(gt, lt + 12)))?.[1]?.toLowerCase();
    if (name === 'tr') {
      closeRow(lt);
      cells = [];
      rowStart = lt;
    } else if (name === '/tr' || name === '/table') closeRow(lt);
    else if (name === '/td' || name === '/th') closeCell(lt);
    else if (name === 'td' || name === 'th') {
      closeCell(lt);
      if (!cells) {
        cells = [];
        rowStart = lt;
      }
      let col = 0;
      for (const c of cells as RawCell[]) col = Math.max(col, c.col + 1);
      while ((taken[col] ?? 0) > 0) col++;
      const tag = text.slice(lt, gt);
      cell = { col, colspan: span(tag, 'colspan'), rowspan: span(tag, 'rowspan'), text: '', start: -1, end: -1 };
    }
    i = gt + 1;
  }
  closeRow(end);
  return rows;
}

/** Words without the space around them, the marks of a block quote at the start of lines counted as such. */
function withoutQuotes(text: string, from: number, to: number): { start: number; end: number } {
  let { start, end } = trimRange(text, from, to);
  const broken = (a: number, b: number): boolean => /[\r\n]/.test(text.slice(a, b));
  while (start < end && text.charAt(start) === '>' && broken(from, start))
    start = trimRange(text, start + 1, end).start;
  // a mark behind the words stands in the next line
  const mark = /[\r\n][\s>]*$/.exec(text.slice(start, end));
  if (mark) end = trimRange(text, start, start + mark.index).end;
  return start < end ? { start, end } : { start, end: start };
}

/** A span of more than a table can have is a typing error, not a reason to fill memory. */
const WIDEST = 64;

function span(tag: string, name: string): number {
  const match = new RegExp(`\\b${name}\\s*=\\s*["']?\\s*(\\d{1,4})`, 'i').exec(tag);
  return Math.min(WIDEST, Math.max(1, Number(match?.[1] ?? 1)));
}

function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));?/gi, (all, dec, hex, name) => {
    if (name) return ENTITIES[String(name).toLowerCase()] ?? all;
    const code = dec ? Number(dec) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}

/** Lines that an HTML table covers, both inclusive. */
export function linesOf(lines: readonly Line[], start: number, end: number): { first: number; last: number } {
  const at = (offset: number): number => {
    let low = 0;
    let high = lines.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((lines[middle] as Line).start <= offset) low = middle;
      else high = middle;
    }
    return low;
  };
  return { first: at(start), last: at(Math.max(start, end - 1)) };
}
