import type { Location, ReferenceParams } from 'vscode-languageserver';
import { linkedCells, numbersOfCell, type Range } from '../core';
import type { Draft } from '../drafts';
import { cellAtPosition, numberAtPosition } from './places';

/**
 * All cells of the identities that a cell stands in, and the numbers of the text that are held against it; the cell
 * itself where the client asks for the declaration too. From a number of the text: all numbers that are held against
 * its cells, and the cells as their declaration.
 */
export function references(draft: Draft, { position, context }: ReferenceParams): Location[] {
  const declared = context?.includeDeclaration ?? false;
  return placesOf(draft, position, declared).map((range) => ({ uri: draft.uri, range: draft.lines.rangeAt(range) }));
}

function placesOf(draft: Draft, position: ReferenceParams['position'], declared: boolean): readonly Range[] {
  const at = cellAtPosition(draft, position);
  if (at) {
    const linked = linkedCells(at.table, at.cell.name).map((c) => c.range);
    const told = numbersOfCell(draft.report, at.cell).map((n) => n.range);
    return declared && linked.length + told.length > 0 ? [at.cell.range, ...linked, ...told] : [...linked, ...told];
  }
  const number = numberAtPosition(draft, position);
  if (!number) return [];
  const told = number.cells.flatMap((cell) => numbersOfCell(draft.report, cell)).map((n) => n.range);
  return [...(declared ? number.cells.map((c) => c.range) : []), ...new Set(told)];
}
