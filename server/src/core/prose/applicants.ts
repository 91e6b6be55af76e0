import { APPLICANTS } from './lexicon';

/** 村民和企业, 企业、律所和其他组织: whether something that is no kind of the table stands in one list with a kind. */
function isListedWithOthers(words: string, kind: readonly string[]): boolean {
  const word = kind.find((w) => words.includes(w)) ?? '';
  const at = words.indexOf(word);
  const before = /([^、和及与，,。；：:\d]+)[、和及与]$/.exec(words.slice(Math.max(0, at - 20), at))?.[1];
  const behind = /^[、和及与]([^、和及与，,。；：:\d]+)/.exec(
    words.slice(at + word.length, at + word.length + 20),
  )?.[1];
  return [before, behind].some(
    (item) => item !== undefined && !APPLICANTS.some((k) => k.words.some((w) => item.includes(w))),
  );
}

/** The kind of applicants that words name; all kinds together are none. */
export function applicants(words: string): (typeof APPLICANTS)[number] | null {
  const kinds = APPLICANTS.filter((a) => a.words.some((w) => words.includes(w)));
  const [first] = kinds;
  if (!first || (kinds.some((k) => k.columns.includes('naturalPerson')) && kinds.length > 1)) return null;
  const several = kinds.find((k) => k.columns.length > 1);
  if (several) return several;
  if (kinds.some((k) => isListedWithOthers(words, k.words))) return null;
  if (kinds.length === 1) return first;
  // 社会公益组织和其他组织: together
  return { words: first.words, columns: [...new Set(kinds.flatMap((k) => k.columns))] };
}
