import { Memo } from '../text/memo';

/** The words of a paragraph, with what was made of them: one object a text, for as long as the text is remembered. */
export class Words {
  readonly text: string;
  readonly #made = new Map<(words: Words) => unknown, unknown>();

  constructor(text: string) {
    this.text = text;
  }

  /**
   * What a reader makes of the words, worked out when it is first asked for.
   * @param read depends on the words alone; always the same function object, which is what its result is known by
   */
  once<V>(read: (words: Words) => V): V {
    const known = this.#made.get(read);
    if (known !== undefined) return known as V;
    const made = read(this);
    this.#made.set(read, made);
    return made;
  }
}

/** Paragraphs of some three drafts, and no whole text without line breaks. */
const remembered = new Memo((text) => new Words(text), 300, 20_000);

/** The words of a text, which were read before where the text was seen not long ago. */
export function wordsOf(text: string): Words {
  return remembered.get(text);
}
