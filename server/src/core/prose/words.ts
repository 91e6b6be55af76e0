import { detached, Memo } from '../text/memo';

/** Something that is made of the words of a paragraph alone. */
export interface Reader<V> {
  /** Its place among what was made of any words. */
  readonly slot: number;
  readonly read: (words: Words) => V;
}

let slots = 0;

/** A reader that every paragraph remembers the result of; made once, where a module is loaded. */
export function reader<V>(read: (words: Words) => V): Reader<V> {
  return { slot: slots++, read };
}

/** The words of a paragraph, with what was made of them: one object a text, for as long as the text is remembered. */
export class Words {
  readonly text: string;
  readonly #made: unknown[];

  constructor(text: string) {
    this.text = text;
    this.#made = new Array<unknown>(slots).fill(undefined);
  }

  /** What a reader makes of the words, worked out when it is first asked for. */
  once<V>({ slot, read }: Reader<V>): V {
    const known = this.#made[slot];
    if (known !== undefined) return known as V;
    const made = read(this);
    this.#made[slot] = made;
    return made;
  }
}

/** Paragraphs of some three drafts, and no whole text without line breaks. */
const remembered = new Memo((text) => new Words(text), 300, 20_000);

/**
 * A draft of more paragraphs is read anew each time, so that what is remembered stays below some forty megabytes: a key
 * press in one of 1.2 million characters, which has 7,600, would else take five times as long.
 */
const MOST = 10_000;

/**
 * The words of a text, which were read before where the text was seen not long ago.
 * @param among so many texts of one draft, which shall all be remembered from one reading to the next
 */
export function wordsOf(text: string, among: number): Words {
  if (among > MOST) return new Words(detached(text));
  remembered.makeRoom(among);
  return remembered.get(text);
}
