/** What is tried on texts by chance, and how often beside the others. */
import fc from 'fast-check';
import { converts, fixes, formats, mendsUnseen, rewrites } from './edits';
import { examine, sameForLineEnds } from './examine';
import { askActions, askEverywhere } from './features';
import { anyDraft, anyText } from './texts';

export interface Property {
  readonly name: string;
  /** Of all cases together this one gets `share` in the sum of all shares. */
  readonly share: number;
  readonly texts: fc.Arbitrary<string>;
  /**
   * @param places numbers that choose places of the text
   * @throws where it does not hold
   */
  readonly holds: (text: string, places: readonly number[]) => void;
}

export const PROPERTIES: readonly Property[] = [
  { name: 'any text is read and checked, twice the same', share: 40, texts: anyText, holds: examine },
  { name: 'LF, CRLF and CR read the same', share: 20, texts: anyText, holds: sameForLineEnds },
  { name: 'every feature answers at every place', share: 10, texts: anyText, holds: askEverywhere },
  { name: 'every action can be done', share: 4, texts: anyText, holds: askActions },
  { name: 'a formatted draft reads as before and stays as it is', share: 10, texts: anyText, holds: formats },
  { name: 'a converted table reads as before', share: 8, texts: anyText, holds: converts },
  { name: 'a fix mends its finding and nothing else', share: 4, texts: anyDraft, holds: fixes },
  { name: 'what is mended unseen stays mended', share: 2, texts: anyDraft, holds: mendsUnseen },
  { name: 'a rewritten draft can be read', share: 2, texts: anyDraft, holds: rewrites },
];

export interface Outcome {
  readonly cases: number;
  /** `null` where the property holds. */
  readonly failure: { readonly error: unknown; readonly text: string; readonly places: readonly number[] } | null;
}

/** Tries a property on so many texts. The same seed gives the same texts. */
export function tryOut({ texts, holds }: Property, seed: number, cases: number): Outcome {
  const places = fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 3 });
  const property = fc.property(texts, places, (text, at) => holds(text, at));
  // a draft of the generator grows no smaller with its seed: what is left out is left out of its text
  const { numRuns, failed, counterexample, errorInstance } = fc.check(property, {
    seed,
    numRuns: cases,
    endOnFailure: true,
  });
  if (!failed || counterexample === null) return { cases: numRuns, failure: null };
  const [text, at] = counterexample;
  const least = smallest(text, errorInstance, (less) => holds(less, at));
  return { cases: numRuns, failure: { error: errorInstance, text: least, places: at } };
}

/** What two failures of one cause have in common. */
export function kindOf(error: unknown): string {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  return name + message.replace(/\d+/g, '#').slice(0, 24);
}

/** A text out of the pieces of one that fails, none of which can be left out or it would not fail in that way. */
export function smallest(text: string, failure: unknown, holds: (text: string) => void): string {
  const kind = kindOf(failure);
  const fails = (less: string): boolean => {
    try {
      holds(less);
      return false;
    } catch (error) {
      return kindOf(error) === kind;
    }
  };
  let now = text;
  for (const border of [/(?<=\n|\r(?!\n))/, /(?<=[|\t>，。 ])/, /(?:)/u]) {
    let pieces = now.split(border);
    for (let size = 2 ** Math.floor(Math.log2(pieces.length)); size >= 1; size >>= 1) {
      // characters are tried one by one only where few are left
      if (pieces.length / size > 400) break;
      for (let i = 0; i < pieces.length; ) {
        const less = [...pieces.slice(0, i), ...pieces.slice(i + size)];
        if (fails(less.join(''))) pieces = less;
        else i += size;
      }
    }
    now = pieces.join('');
  }
  return now;
}
