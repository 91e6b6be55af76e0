import type { Localised, Range } from '../model';

/** A change of a text: what stands in `range` (UTF-16 offsets, end exclusive) gives way to `newText`. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** A way to mend a finding, or any other change that is offered to the author. All edits are one step. */
export interface Fix {
  /** Says what the result is: 改为 17. */
  readonly title: Localised;
  /** Fixes of one kind can be applied together in one go: `cell/suspect`. */
  readonly kind: string;
  /** In the order of the text, none touching another. */
  readonly edits: readonly TextEdit[];
  /** The one that an author would take most of the time; at most one for a finding. */
  readonly preferred: boolean;
  /** Whether it may be applied unseen: it changes no figure and no sentence that the author answers for. */
  readonly safe: boolean;
  /** Whether it leaves cells to be filled in, or lets identities fail that could not be judged before. */
  readonly opens?: boolean;
}

/**
 * The text with edits applied.
 * @throws RangeError where edits overlap or lie outside of the text
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  let out = '';
  let at = 0;
  for (const { range, newText } of sorted) {
    if (range.start < at || range.end < range.start || range.end > text.length) throw new RangeError('edits overlap');
    out += text.slice(at, range.start) + newText;
    at = range.end;
  }
  return out + text.slice(at);
}

/** Whether two sets of edits can be applied together: no two touch the same characters or the same place. */
export function compatible(a: readonly TextEdit[], b: readonly TextEdit[]): boolean {
  const meet = (x: Range, y: Range): boolean =>
    x.start === y.start ||
    (x.start < y.end && y.start < x.end) ||
    (x.start < y.start ? x.end > y.start : y.end > x.start);
  return !a.some((x) => b.some((y) => meet(x.range, y.range)));
}

/** Edits in the order of the text, words put in right before a change made one with it. */
export function joinTouching(edits: readonly TextEdit[]): TextEdit[] {
  const sorted = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  const joined: TextEdit[] = [];
  for (const edit of sorted) {
    const last = joined[joined.length - 1];
    if (last && last.range.end === edit.range.start) {
      const range = { start: last.range.start, end: edit.range.end };
      joined[joined.length - 1] = { range, newText: last.newText + edit.newText };
    } else joined.push(edit);
  }
  return joined;
}

/** The smallest edit that makes `to` of the text in a range: what both have at their ends stays. */
export function minimalEdit(text: string, range: Range, to: string): TextEdit {
  const from = text.slice(range.start, range.end);
  let head = 0;
  const most = Math.min(from.length, to.length);
  while (head < most && from.charCodeAt(head) === to.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < most - head && from.charCodeAt(from.length - 1 - tail) === to.charCodeAt(to.length - 1 - tail)) tail++;
  return {
    range: { start: range.start + head, end: range.end - tail },
    newText: to.slice(head, to.length - tail),
  };
}
