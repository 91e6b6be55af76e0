import type { Location, ReferenceParams } from 'vscode-languageserver';
import { linkedCells } from '../core';
import type { Draft } from '../drafts';
import { cellAtPosition } from './places';

/** All cells of the identities that a cell stands in; the cell itself where the client asks for the declaration too. */
export function references(draft: Draft, { position, context }: ReferenceParams): Location[] {
  const at = cellAtPosition(draft, position);
  if (!at) return [];
  const linked = linkedCells(at.table, at.cell.name);
  const cells = context?.includeDeclaration && linked.length > 0 ? [at.cell, ...linked] : linked;
  return cells.map(({ range }) => ({ uri: draft.uri, range: draft.lines.rangeAt(range) }));
}
