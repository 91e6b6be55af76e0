/** So many texts are remembered, and none longer than this. */
const TEXTS = 300;
const LONGEST = 20_000;

/**
 * What a pure function gave for the texts that it was asked for last. A key press changes one paragraph of a draft:
 * all others are read once, however often the draft is parsed. What was not asked for since the memory was last full
 * is forgotten.
 */
export class Memo<V> {
  #recent = new Map<string, V>();
  #older = new Map<string, V>();

  /** @param make works it out from the text alone, always the same */
  get(text: string, make: () => V): V {
    if (text.length > LONGEST) return make();
    const known = this.#recent.get(text);
    if (known !== undefined) return known;
    const value = this.#older.get(text) ?? make();
    if (this.#recent.size >= TEXTS) {
      this.#older = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(text, value);
    return value;
  }
}
