import type { Fix, TextEdit } from './textEdit';

/** A fix, or none where there is nothing to change. */
export function fix(
  kind: string,
  zh: string,
  en: string,
  edits: readonly TextEdit[] | null,
  traits: { readonly preferred?: boolean; readonly safe?: boolean; readonly opens?: boolean } = {},
): Fix[] {
  const changes = (edits ?? []).filter((e) => e.newText !== '' || e.range.end > e.range.start);
  if (changes.length === 0) return [];
  const { preferred = false, safe = false, opens = false } = traits;
  const sorted = [...changes].sort((a, b) => a.range.start - b.range.start);
  return [{ title: { zh, en }, kind, edits: sorted, preferred, safe, ...(opens && { opens }) }];
}
