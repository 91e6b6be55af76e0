import { Memo } from '../text/memo';
import { COMPOUNDS, type Concept, REQUESTS } from './lexicon';

/** A word of a concept in the words beside a number. */
export interface Hit {
  readonly concept: Concept;
  readonly words: string;
  readonly from: number;
  readonly to: number;
}

/** Words of concepts from left to right; a word inside of a longer one is none. */
export function hits(text: string): readonly Hit[] {
  return remembered.get(text);
}

/** The words beside one number are looked at from several sides. */
const remembered = new Memo((text) => findHits(text), 100, 200);

function findHits(text: string): readonly Hit[] {
  const all: Hit[] = [];
  for (const concept of REQUESTS) {
    for (const words of concept.words) {
      let from = text.lastIndexOf(words);
      while (from >= 0 && isCompound(text, words, from)) from = from > 0 ? text.lastIndexOf(words, from - 1) : -1;
      if (from >= 0) all.push({ concept, words, from, to: from + words.length });
    }
  }
  return all
    .filter((h) => !all.some((o) => o !== h && o.from <= h.from && o.to >= h.to && o.words.length > h.words.length))
    .sort((a, b) => a.from - b.from);
}

/** Whether a word is only a part of one that means something else: 办理期限, 不动产登记. */
function isCompound(text: string, word: string, at: number): boolean {
  const compound = COMPOUNDS[word];
  if (!compound) return false;
  return (
    compound.behind.some((w) => text.startsWith(w, at + word.length)) ||
    compound.before.some((w) => text.startsWith(w, at - w.length))
  );
}

/**
 * What is counted: an outcome before what was merely done, the nearest before the number, else the first behind it.
 * @param left the words before the number
 * @param right the words behind it
 */
export function conceptOf(
  left: string,
  right: string,
): { hit: Hit; all: readonly Hit[]; behind: readonly Hit[] | null } | null {
  const before = hits(left);
  const outcomes = before.filter((h) => h.concept.kind === 'outcome');
  const own = outcomes.length > 0 ? outcomes : before;
  const last = own[own.length - 1];
  const carried = own[own.length - 2];
  // 结转下年办理, 结转2026年继续办理: to be handled there, not handled here
  const near =
    last &&
    carried?.concept.id.startsWith('carried') &&
    /^[\s\d至到下一次今本年度的内继续再行由]*$/.test(left.slice(carried.to, last.from))
      ? carried
      : last;
  if (near) return left.startsWith('等', near.to) ? null : { hit: near, all: own, behind: null };
  const behind = hits(right);
  const first = behind.find((h) => h.concept.kind === 'outcome') ?? behind[0];
  return first ? { hit: first, all: [first], behind } : null;
}
