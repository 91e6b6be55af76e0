/** What every layout is given, and what it gives back. */
import type { Grid } from '../grid';
import type { Random } from '../random';
import { cellText, type Piece } from '../writer';
import type { Field, Merge } from './fields';

export interface LayoutContext {
  readonly rng: Random;
  readonly noise: ReadonlySet<string>;
  /** Lines of page furniture between two parts of a table (footer, header of the next page). */
  readonly furniture: (page: number) => readonly string[];
}

export interface Rendered {
  /** How the layout was varied, for messages. */
  readonly variant: string;
  readonly pieces: readonly Piece[];
}

/** Draws the parts of a table (one a page), ending with a line break. */
export type Render = (parts: readonly Grid[], context: LayoutContext) => Rendered;

/** What a layout wants to know before the grid is made. */
export interface LayoutPlan {
  readonly render: Render;
  readonly variant: string;
  readonly merge: Merge | null;
  /** Table 2 needs four plain columns: with covered places empty or repeated its official five cannot be told apart. */
  readonly simple: boolean;
  /** A blank cell leaves no trace, so blanks are marked with a dash. */
  readonly marksBlanks: boolean;
  /** A blank in the first column of numbers cannot be told from a merged label. */
  readonly keepsFirst: boolean;
  /** Cells are apart by spaces, so a cell can have none. */
  readonly tight: boolean;
  /** A tab begins or parts cells, so prose is not indented with one. */
  readonly usesTabs: boolean;
  /** A page number that is a bare number cannot be told from a cell. */
  readonly bareNumbers: boolean;
}

/** The words of a label, its pieces joined with `joint`, or the number cell. */
export function fieldPieces(field: Field, joint: string): Piece[] {
  if (field === null) return [];
  if ('words' in field) return [field.words];
  const { cell } = field;
  if (cell.kind === 'value') {
    if (!cell.written) return [];
    return [field.repeated === true ? cellText(cell) : { cell }];
  }
  return [field.repeated === true ? cell.text : cell.pieces.join(joint)];
}

/** Page furniture as lines, with or without empty lines around. */
export function furnitureText(context: LayoutContext, page: number): string {
  const lines = context.furniture(page);
  if (lines.length === 0) return '';
  const airy = context.rng.fork(`air${page}`).chance(0.5);
  return airy ? `\n${lines.join('\n\n')}\n\n` : `${lines.join('\n')}\n`;
}
