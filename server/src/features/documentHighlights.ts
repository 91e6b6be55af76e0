import { type DocumentHighlight, DocumentHighlightKind, type Position } from 'vscode-languageserver';
import { linkedCells, totalsOf } from '../core';
import type { Draft } from '../drafts';
import { cellAtPosition } from './places';

/**
 * The cells of the identities that the cell under the cursor stands in. What is read is added up; what is written are
 * the cell itself and the totals, which change with it.
 */
export function documentHighlights(draft: Draft, position: Position): DocumentHighlight[] {
  const at = cellAtPosition(draft, position);
  if (!at) return [];
  const linked = linkedCells(at.table, at.cell.name);
  if (linked.length === 0) return [];
  const written = new Set([at.cell, ...totalsOf(at.table, at.cell.name)]);
  return [at.cell, ...linked].map((cell) => ({
    range: draft.lines.rangeAt(cell.range),
    kind: written.has(cell) ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}
