/**
 * A pattern for any of some words, none of which has a mark that means something in a pattern. One look for all of them
 * costs a fraction of a search for each, which most texts have none of.
 */
export function anyOf(words: readonly string[]): RegExp {
  return new RegExp(words.join('|'));
}
