/** Text under construction that remembers where every number and every section went. */
import type { SectionId } from './forms';
import type { GridCell } from './grid';

/** What layouts make: plain text (line breaks as `\n`) and number cells. */
export type Piece = string | { readonly cell: GridCell };

/** Where a number cell stands in the text. */
export interface CellMark {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly value: number;
  /** The content of the cell with another number. */
  readonly rewrite: (value: number) => string;
}

export function cellText(cell: GridCell): string {
  return cell.written ? cell.written.prefix + cell.written.digits + cell.written.suffix : '';
}

export class Writer {
  text = '';
  readonly cells = new Map<string, CellMark>();
  readonly sections: { readonly id: SectionId; readonly start: number }[] = [];

  constructor(
    private readonly newline: string,
    private readonly values: ReadonlyMap<string, number | null>,
  ) {}

  write(...pieces: readonly Piece[]): void {
    for (const piece of pieces) {
      if (typeof piece === 'string') this.text += piece.replaceAll('\n', this.newline);
      else this.writeCell(piece.cell);
    }
  }

  section(id: SectionId): void {
    this.sections.push({ id, start: this.text.length });
  }

  private writeCell(cell: GridCell): void {
    const start = this.text.length;
    this.text += cellText(cell);
    const value = cell.name === undefined ? null : this.values.get(cell.name);
    if (cell.name === undefined || value === undefined || value === null || !cell.written) return;
    if (this.cells.has(cell.name)) throw new Error(`${cell.name} is written twice`);
    this.cells.set(cell.name, {
      start,
      end: this.text.length,
      text: cellText(cell),
      value,
      rewrite: cell.written.rewrite,
    });
  }
}

/** Columns of a fixed-width font: two for what Chinese fonts draw wide, one for the rest. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const char of text) width += isWide(char.codePointAt(0) ?? 0) ? 2 : 1;
  return width;
}

function isWide(code: number): boolean {
  return (code >= 0x2e80 && code <= 0xd7af) || (code >= 0xff01 && code <= 0xff5e) || code >= 0x20000 || code === 0x3000;
}
