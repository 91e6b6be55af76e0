import type { Layout } from '../model';

/** A cell as a layout reader found it: its words and where they stand (trimmed; empty for a blank cell). */
export interface RawCell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Column as far as the layout tells: after spans for HTML, else the index in its row. */
  readonly col: number;
  /** Zero-based line of the first character. */
  readonly line: number;
}

/**
 * The words of a cell without the tags that a clipboard or an author left in it (`规<br>章`), and without the quotes
 * that a spreadsheet puts around a cell with a line break.
 */
export function plainWords(text: string): string {
  const words = text.includes('<') ? text.replace(/<\/?[a-z][^<>]*>/gi, '') : text;
  return words.includes('"') ? words.replace(/^"+|"+$/g, '') : words;
}

/** Cells that the layout puts side by side. One reader a layout makes these, and nobody behind them asks which. */
export interface RawRow {
  readonly layout: Layout;
  readonly cells: readonly RawCell[];
  readonly firstLine: number;
  readonly lastLine: number;
  /** Whether the layout shows blank cells; where it does not (`lines`, `spaces`), they have vanished. */
  readonly framed: boolean;
}
