import type { Range } from '../model';

/** Zero-based line and UTF-16 character, as the Language Server Protocol counts them. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/**
 * The one place where offsets become positions and back. Lines end at LF, CRLF or a lone CR, as in LSP;
 * for every offset that does not stand between CR and LF, `offsetAt(positionAt(offset)) === offset`.
 */
export class LineIndex {
  readonly #starts: number[] = [0];
  readonly #length: number;

  constructor(text: string) {
    this.#length = text.length;
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c === 10) this.#starts.push(i + 1);
      else if (c === 13) {
        if (text.charCodeAt(i + 1) === 10) i++;
        this.#starts.push(i + 1);
      }
    }
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** @param offset UTF-16 offset; one outside the text is moved to its nearest end. */
  positionAt(offset: number): Position {
    const o = Math.max(0, Math.min(offset, this.#length));
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] as number) <= o) low = middle;
      else high = middle;
    }
    return { line: low, character: o - (this.#starts[low] as number) };
  }

  /** @param position a line or character beyond the text is moved to the end of the text or of its line (its line break included). */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    const start = this.#starts[position.line];
    if (start === undefined) return this.#length;
    const end = this.#starts[position.line + 1] ?? this.#length;
    return Math.max(start, Math.min(start + position.character, end));
  }

  /** Both ends of a range, end exclusive. */
  rangeAt(range: Range): { start: Position; end: Position } {
    return { start: this.positionAt(range.start), end: this.positionAt(range.end) };
  }
}
