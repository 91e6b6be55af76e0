import { FILLERS } from './lexicon';
import { isComma, type Span } from './passage';
import type { Quantity } from './quantities';

/** Words further away than this from their number do not belong to it. */
export const REACH = 60;

/** The words that belong to a number before it: its clause back to the last number or comma, further over words without meaning. */
export function leftOf(text: string, sentence: Span, quantity: Quantity, previous: Quantity | undefined): string {
  const floor = Math.max(sentence.from, quantity.from - REACH, previous?.to ?? 0);
  let from = quantity.from;
  for (let clauses = 0; clauses < 3; clauses++) {
    while (from > floor && !isComma(text, from - 1)) from--;
    if (from <= floor || !meansNothing(text.slice(from, quantity.from))) break;
    // what stands right behind the number before belongs to that one
    if (previous && !hasComma(text, floor, from - 1)) break;
    from--;
  }
  // 予以公开（含部分公开）411件: the bracket is said of what stands before it
  if (from > floor && /[）)]/.test(text.charAt(quantity.from - 1)) && ASIDE.test(text.slice(from - 1, quantity.from)))
    for (from--; from > floor && !isComma(text, from - 1); ) from--;
  // 公开、部分公开411件: a list whose members have no numbers of their own
  while (from > floor && text.charAt(from - 1) === '、') {
    let before = from - 1;
    while (before > floor && !isComma(text, before - 1)) before--;
    // what stands right behind the number before belongs to that one
    if (before <= floor && previous && previous.to > sentence.from) break;
    from = before;
  }
  return text.slice(Math.max(from, floor), quantity.from);
}

/** （含部分公开）: what a bracket before a number takes in as well. */
export const ASIDE = /[（(](含|包括|包含)[^（）()]*[）)]\s*$/;

function hasComma(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isComma(text, i)) return true;
  return false;
}

/** The words behind a number up to the next comma or number. */
export function rightOf(text: string, sentence: Span, quantity: Quantity, next: Quantity | undefined): string {
  const limit = Math.min(sentence.to, quantity.to + REACH, next?.from ?? sentence.to);
  let to = quantity.to;
  while (to < limit && !isComma(text, to)) to++;
  return text.slice(quantity.to, to);
}

/** Whether words consist of those of a list and of nothing else, the longest that fits taken each time. */
export function consistingOf(list: readonly string[]): (words: string) => boolean {
  const byFirst = new Map<string, string[]>();
  for (const word of [...list].sort((a, b) => b.length - a.length)) {
    const known = byFirst.get(word.charAt(0));
    if (known) known.push(word);
    else byFirst.set(word.charAt(0), [word]);
  }
  return (words) => {
    for (let i = 0; i < words.length; ) {
      const word = byFirst.get(words.charAt(i))?.find((w) => words.startsWith(w, i));
      if (!word) return false;
      i += word.length;
    }
    return true;
  };
}

const meansNothing = consistingOf([...FILLERS, ...'，,、：:（）()“”" \n\r\t\u00a0\u3000']);
