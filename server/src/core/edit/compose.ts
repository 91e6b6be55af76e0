import type { TextEdit } from './textEdit';

/** A piece of a text that is being changed: part of the original, or words that were put in. */
type Piece = { readonly start: number; readonly end: number } | string;

/**
 * Changes of a text made one after the other, each step against what the one before left, as one set of edits of the
 * text that it began with. What no step touched is in none of them.
 */
export class Composition {
  readonly #length: number;
  #pieces: Piece[];

  /** @param length of the text that it begins with */
  constructor(length: number) {
    this.#length = length;
    this.#pieces = length > 0 ? [{ start: 0, end: length }] : [];
  }

  /** @param edits of the text as it is by now, none touching another */
  add(edits: readonly TextEdit[]): void {
    const sorted = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
    const next: Piece[] = [];
    let at = 0;
    for (const { range, newText } of sorted) {
      next.push(...this.#between(at, range.start));
      if (newText !== '') next.push(newText);
      at = range.end;
    }
    next.push(...this.#between(at, Number.POSITIVE_INFINITY));
    this.#pieces = next;
  }

  /** The pieces of a range of the text as it is by now. */
  #between(from: number, to: number): Piece[] {
    const out: Piece[] = [];
    let at = 0;
    for (const piece of this.#pieces) {
      const length = typeof piece === 'string' ? piece.length : piece.end - piece.start;
      const a = Math.max(from - at, 0);
      const b = Math.min(to - at, length);
      if (a < b) {
        out.push(typeof piece === 'string' ? piece.slice(a, b) : { start: piece.start + a, end: piece.start + b });
      }
      at += length;
    }
    return out;
  }

  /** All that was done, as edits of the text that it began with, in the order of the text. */
  edits(): TextEdit[] {
    const edits: TextEdit[] = [];
    let at = 0;
    let added = '';
    const close = (to: number): void => {
      if (added !== '' || to > at) edits.push({ range: { start: at, end: to }, newText: added });
      added = '';
    };
    for (const piece of this.#pieces) {
      if (typeof piece === 'string') {
        added += piece;
        continue;
      }
      close(piece.start);
      at = piece.end;
    }
    close(this.#length);
    return edits;
  }
}
