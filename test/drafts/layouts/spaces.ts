/** (g) Text out of a PDF: what stood on one line of the page, cells apart by spaces. */
import { expand, type Grid, type GridCell } from '../grid';
import type { Random } from '../random';
import { cellText, displayWidth, type Piece } from '../writer';
import { furnitureText, type LayoutContext, type LayoutPlan } from './layout';

interface PdfStyle {
  /** One space between cells, a few, or columns under each other. */
  readonly gap: 'single' | 'some' | 'aligned';
  /** Widths of the label columns and of a number column; labels wrap there. */
  readonly labels: readonly number[];
  readonly number: number;
  /** Widths of table 2, label column and others. */
  readonly plain: readonly [number, number];
  /** Where the numbers stand beside a label of several lines. */
  readonly values: 'top' | 'middle' | 'bottom';
  /** Labels merged over rows wrap and stand in the middle of their rows, as on the page. */
  readonly scatter: boolean;
}

export function spaces(rng: Random, noise: ReadonlySet<string>): LayoutPlan {
  const narrow = noise.has('brokenLabels');
  const style: PdfStyle = {
    gap: rng.pick(['single', 'single', 'some', 'aligned', 'aligned']),
    labels: narrow ? [rng.int(8, 12), rng.int(10, 16), rng.int(16, 30)] : [24, 24, 90],
    number: narrow ? rng.int(4, 8) : 14,
    plain: narrow ? [rng.int(10, 20), rng.int(8, 14)] : [22, 16],
    values: rng.pick(['top', 'middle', 'middle', 'bottom', 'bottom']),
    scatter: noise.has('pdfScatter'),
  };
  return {
    variant: `spaces ${style.gap} ${style.values}${narrow ? ` ${style.labels.join('/')}/${style.number}` : ''}${style.scatter ? ' scatter' : ''}`,
    merge: null,
    simple: false,
    marksBlanks: true,
    keepsFirst: false,
    tight: true,
    usesTabs: false,
    bareNumbers: true,
    render: (parts, context) => {
      const pieces: Piece[] = [];
      for (const [page, part] of parts.entries()) {
        if (page > 0) pieces.push(furnitureText(context, page));
        pieces.push(...renderPart(part, style, context, page));
      }
      return { variant: '', pieces };
    },
  };
}

interface Run {
  readonly x: number;
  readonly piece: Piece;
  readonly width: number;
}

function renderPart(grid: Grid, style: PdfStyle, context: LayoutContext, page: number): Piece[] {
  const widths = columnWidths(grid, style);
  const edges = [0];
  for (const width of widths) edges.push((edges[edges.length - 1] ?? 0) + width + 2);
  const slots = expand(grid);
  const room = (column: number, span: number): number => (edges[column + span] ?? 0) - (edges[column] ?? 0) - 2;

  const wrapped = new Map<GridCell, readonly string[]>();
  const heights = grid.rows.map(() => 1);
  for (const [r, row] of slots.entries()) {
    for (const slot of row) {
      if (!slot.origin || slot.cell.kind === 'value') continue;
      const free =
        slot.cell.rowspan > 1 && !slot.cell.text.startsWith('（本列') && !style.scatter && grid.labelColumns > 0;
      const words = wrap(slot.cell.text, free ? Number.POSITIVE_INFINITY : room(slot.column, slot.cell.colspan));
      wrapped.set(slot.cell, words);
      if (slot.cell.rowspan === 1) heights[r] = Math.max(heights[r] ?? 1, words.length);
    }
  }
  // A label over several rows needs its lines too.
  for (const [r, row] of slots.entries()) {
    for (const slot of row) {
      if (!slot.origin || slot.cell.rowspan === 1) continue;
      const last = Math.min(grid.rows.length, r + slot.cell.rowspan) - 1;
      const have = heights.slice(r, last + 1).reduce((sum, height) => sum + height, 0);
      const need = wrapped.get(slot.cell)?.length ?? 1;
      if (need > have) heights[last] = (heights[last] ?? 1) + need - have;
    }
  }

  const tops: number[] = [];
  let total = 0;
  for (const height of heights) {
    tops.push(total);
    total += height;
  }
  const lines: Run[][] = Array.from({ length: total }, () => []);
  const place = (room: number, needed: number, where: 'top' | 'middle' | 'bottom'): number =>
    where === 'top' ? 0 : where === 'bottom' ? room - needed : Math.floor((room - needed) / 2);
  for (const [r, row] of slots.entries()) {
    for (const slot of row) {
      if (!slot.origin) continue;
      const { cell } = slot;
      const top = tops[r] ?? 0;
      const have = heights.slice(r, r + cell.rowspan).reduce((sum, height) => sum + height, 0);
      const x = edges[slot.column] ?? 0;
      if (cell.kind === 'value') {
        if (!cell.written) continue;
        const width = displayWidth(cellText(cell));
        const shift = Math.max(0, Math.floor((room(slot.column, cell.colspan) - width) / 2));
        lines[top + place(have, 1, style.values)]?.push({ x: x + shift, piece: { cell }, width });
        continue;
      }
      const words = wrapped.get(cell) ?? [];
      const merged = cell.rowspan > 1 && grid.labelColumns > 0 && !grid.rows[r]?.head;
      const where = merged ? (style.scatter ? 'middle' : 'top') : cell.rowspan > 1 ? 'middle' : style.values;
      const first = top + place(have, words.length, where);
      for (const [index, piece] of words.entries()) {
        if (piece !== '') lines[first + index]?.push({ x, piece, width: displayWidth(piece) });
      }
    }
  }

  const pieces: Piece[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.length === 0) continue;
    const rng = context.rng.fork(`${page}.${index}`);
    let column = 0;
    for (const [position, run] of line.sort((a, b) => a.x - b.x).entries()) {
      let gap = position === 0 ? 0 : style.gap === 'some' ? rng.int(1, 4) : 1;
      if (style.gap === 'aligned') gap = Math.max(position === 0 ? 0 : 1, run.x - column);
      pieces.push(' '.repeat(gap), run.piece);
      column += gap + run.width;
    }
    pieces.push('\n');
    if (context.noise.has('strayLines') && rng.chance(0.05)) pieces.push('\n');
  }
  return pieces;
}

/** Table 3 has its three label columns; table 2 one wide column and numbers; table 4 numbers only. */
function columnWidths(grid: Grid, style: PdfStyle): number[] {
  if (grid.labelColumns === 3) {
    return Array.from({ length: grid.width }, (_, column) => style.labels[column] ?? style.number);
  }
  if (grid.width === 15) return Array.from({ length: 15 }, () => Math.min(style.number, 8));
  return Array.from({ length: grid.width }, (_, column) => style.plain[column === 0 ? 0 : 1]);
}

/** Breaks words at a width, as a page does: anywhere, but never inside a number or right behind it. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of text.match(/[0-9０-９]+[.．、]?\s*.|[\s\S]/gu) ?? []) {
    if (line !== '' && displayWidth(line + part) > width) {
      lines.push(line.trim());
      line = '';
    }
    line += part;
  }
  lines.push(line.trim());
  return lines.filter((piece, index) => piece !== '' || index === 0);
}
