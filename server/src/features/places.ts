import type { Position } from 'vscode-languageserver';
import { type Cell, cellAt, type Table, type TableNumber, tableAt, tableNumberAt } from '../core';
import type { Draft } from '../drafts';

/**
 * The offset of a position.
 * @returns null for one that is outside of the text; a character beyond its line means the end of the line
 */
export function offsetOf(draft: Draft, position: Position): number | null {
  const { line, character } = position;
  if (!(line >= 0 && line < draft.lines.lineCount && character >= 0)) return null;
  const start = draft.lines.offsetAt({ line, character: 0 });
  let end = draft.lines.offsetAt({ line: line + 1, character: 0 });
  while (end > start && /[\r\n]/.test(draft.text.charAt(end - 1))) end--;
  return Math.min(start + character, end);
}

/** The cell at a position, in its table; null where there is none. */
export function cellAtPosition(
  draft: Draft,
  position: Position,
): { readonly table: Table; readonly cell: Cell } | null {
  const offset = offsetOf(draft, position);
  const table = offset === null ? null : tableAt(draft.report, offset);
  const cell = offset === null || table === null ? null : cellAt(draft.text, table, offset);
  return table && cell ? { table, cell } : null;
}

/** The number of the text at a position that is held against a table; null where there is none. */
export function numberAtPosition(draft: Draft, position: Position): TableNumber | null {
  const offset = offsetOf(draft, position);
  return offset === null ? null : tableNumberAt(draft.report, offset);
}
