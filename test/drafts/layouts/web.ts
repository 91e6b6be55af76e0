/** Tables as the text of a web page has them: pipes behind the cells, what a merged cell covers as bare pipes at the end. */
import type { Grid } from '../grid';
import type { Random } from '../random';
import type { Piece } from '../writer';
import { fieldRows, isEmpty } from './fields';
import { fieldPieces, furnitureText, type LayoutContext, type LayoutPlan, type Rendered } from './layout';

const PLAN = {
  merge: 'gone',
  simple: false,
  marksBlanks: false,
  keepsFirst: false,
  tight: false,
  usesTabs: false,
  bareNumbers: false,
} as const;

/** A row of the table: its cells, and how many places the widest row has more. */
interface WebRow {
  readonly cells: readonly (readonly Piece[])[];
  readonly rest: number;
}

function webRows(part: Grid, joint: string, wider: number, padded: boolean): WebRow[] {
  const rows = fieldRows(part, 'gone').map(({ fields }) =>
    fields.map((field) => (isEmpty(field) ? [] : fieldPieces(field, joint))),
  );
  const width = Math.max(...rows.map((row) => row.length)) + wider;
  return rows.map((cells) => ({ cells, rest: padded ? width - cells.length : 0 }));
}

function renderPages(
  parts: readonly Grid[],
  context: LayoutContext,
  rows: (part: Grid) => readonly WebRow[],
  row: (row: WebRow, rng: Random) => readonly Piece[],
): Rendered {
  const pieces: Piece[] = [];
  for (const [page, part] of parts.entries()) {
    if (page > 0) pieces.push(furnitureText(context, page));
    for (const [index, one] of rows(part).entries()) pieces.push(...row(one, context.rng.fork(`${page}.${index}`)));
  }
  return { variant: '', pieces };
}

/** A row a line; rows with fewer cells end in as many bare pipes: `行政许可 | 5 | ||`. */
export function padded(rng: Random, noise: ReadonlySet<string>): LayoutPlan {
  const leading = rng.chance(0.4) ? '| ' : '';
  const wider = rng.pick([0, 0, 0, 1, 2]);
  const joint = rng.pick([' ', ' ', '\n']);
  return {
    ...PLAN,
    variant: `padded${leading ? ' leading' : ''} +${wider}${noise.has('brokenLabels') ? ` ${JSON.stringify(joint)}` : ''}`,
    render: (parts, context) =>
      renderPages(
        parts,
        context,
        (part) => webRows(part, joint, wider, true),
        ({ cells, rest }, local) => {
          const pieces: Piece[] = [leading];
          for (const cell of cells) pieces.push(...cell, cell.length > 0 ? ' | ' : '| ');
          const stray = context.noise.has('strayLines') && local.chance(0.06);
          pieces.push('|'.repeat(rest), '\n', stray ? '\n' : '');
          return pieces;
        },
      ),
  };
}

type Bars = 'behind' | 'sharing' | 'around' | 'alone' | 'between';

/**
 * One cell a line with pipes, as pages become whose cells hold paragraphs.
 * - `behind`: each cell with its pipe, a blank one a bare pipe, what is covered in a line of its own
 * - `sharing`: the same, what is covered in the line of the last cell
 * - `around`: a line break behind each pipe, before each cell
 * - `alone`: pipes in lines of their own, before each cell and at the end of the row
 * - `between`: the same without the first pipe of a row
 */
export function barred(rng: Random, noise: ReadonlySet<string>): LayoutPlan {
  const bars = rng.pick(['behind', 'behind', 'sharing', 'around', 'around', 'alone', 'between'] as const);
  const spans = rng.chance(0.8);
  const wider = rng.pick([0, 0, 0, 1, 2]);
  const trimmed = rng.chance(0.5);
  // labels that are no paragraphs share a line with the next cell
  const mixed = rng.chance(0.25);
  const joint = rng.pick([' ', '\n']);
  // the line breaks and the indent of the page's own source
  const deep = bars === 'around' && rng.chance(0.3);
  const write = (row: WebRow): readonly Piece[] => {
    const pieces = barredRow(row, bars, mixed, deep);
    return trimmed
      ? pieces.map((p) => (typeof p === 'string' ? p.replace(/[ ]+\n/g, '\n').replace(/\n +/g, '\n') : p))
      : pieces;
  };
  return {
    ...PLAN,
    variant: `barred ${bars}${spans ? ` +${wider}` : ' bare'}${trimmed ? ' trimmed' : ''}${deep ? ' deep' : ''}${mixed ? ' mixed' : ''}${noise.has('brokenLabels') ? ` ${JSON.stringify(joint)}` : ''}`,
    render: (parts, context) =>
      renderPages(
        parts,
        context,
        (part) => webRows(part, joint, wider, spans),
        (row, local) => {
          const stray = context.noise.has('strayLines') && local.chance(0.06);
          return [...write(row), stray ? '\n' : ''];
        },
      ),
  };
}

function barredRow({ cells, rest }: WebRow, bars: Bars, mixed: boolean, deep: boolean): Piece[] {
  const pieces: Piece[] = [];
  const covered = '|'.repeat(rest);
  const label = (cell: readonly Piece[]): boolean => cell.length > 0 && cell.every((p) => typeof p === 'string');
  const shares = (i: number): boolean => mixed && i < cells.length - 1 && label(cells[i] ?? []);
  switch (bars) {
    case 'behind':
    case 'sharing':
      for (const [i, cell] of cells.entries()) {
        const last = bars === 'sharing' && i === cells.length - 1 && rest > 0;
        pieces.push(...cell, cell.length > 0 ? ' |' : '|', last ? ' ' : shares(i) ? ' ' : '\n');
      }
      if (rest > 0) pieces.push(covered, '\n');
      return pieces;
    case 'around':
      pieces.push('| ');
      for (const cell of cells) pieces.push(deep ? '\n      \n       ' : '\n ', ...cell, '  | ');
      pieces.push(deep ? '\n    ' : '', covered, '\n');
      return pieces;
    case 'alone':
    case 'between':
      if (bars === 'alone') pieces.push('| \n');
      for (const [i, cell] of cells.entries()) {
        if (cell.length > 0) pieces.push(...cell, ' \n');
        pieces.push('| ', i < cells.length - 1 ? '\n' : '');
      }
      pieces.push(covered, '\n');
      return pieces;
  }
}
