/**
 * What a pure function gave for the texts that it was asked for last. A key press changes one paragraph or one cell of
 * a draft: all others are read once, however often the draft is parsed. What was not asked for since the memory was
 * last full is forgotten.
 */
export class Memo<V> {
  readonly #make: (text: string) => V;
  readonly #least: number;
  #most: number;
  readonly #longest: number;
  #recent = new Map<string, V>();
  #older = new Map<string, V>();

  /**
   * @param make works it out from the text alone, always the same
   * @param most so many texts are remembered, and as many again until they are replaced
   * @param longest no text longer than this is remembered: UTF-16 code units
   */
  constructor(make: (text: string) => V, most: number, longest: number) {
    this.#make = make;
    this.#least = most;
    this.#most = most;
    this.#longest = longest;
  }

  /** Makes room for so many texts that are asked for again and again, or for as many as at first if that is more. */
  makeRoom(texts: number): void {
    this.#most = Math.max(this.#least, texts);
  }

  get(text: string): V {
    const known = this.#recent.get(text);
    if (known !== undefined) return known;
    if (text.length > this.#longest) return this.#make(text);
    let value = this.#older.get(text);
    const own = detached(text);
    if (value === undefined) value = this.#make(own);
    if (this.#recent.size >= this.#most) {
      this.#older = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(own, value);
    return value;
  }
}

/**
 * The same text with memory of its own, its characters in one piece: a part of a long string keeps all of it in memory,
 * and every look at one of its characters finds the way to the long one first.
 */
export function detached(text: string): string {
  return [text.slice(0, 1), text.slice(1)].join('');
}
