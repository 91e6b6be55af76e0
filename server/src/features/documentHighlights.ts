import { type DocumentHighlight, DocumentHighlightKind, type Position } from 'vscode-languageserver';
import { linkedCells, numbersOfCell, type Range, totalsOf } from '../core';
import type { Draft } from '../drafts';
import { cellAtPosition, numberAtPosition } from './places';

/**
 * The cells of the identities that the cell under the cursor stands in, and the numbers of the text that repeat it.
 * What is read is added up; what are written are the cell itself, and the totals and numbers, which change with it.
 * For a number of the text: the cells that it is held against are read, it is written.
 */
export function documentHighlights(draft: Draft, position: Position): DocumentHighlight[] {
  const at = cellAtPosition(draft, position);
  if (!at) {
    const number = numberAtPosition(draft, position);
    return number ? highlights(draft, number.cells, [number]) : [];
  }
  const linked = linkedCells(at.table, at.cell.name);
  const told = numbersOfCell(draft.report, at.cell);
  if (linked.length + told.length === 0) return [];
  const written = [at.cell, ...totalsOf(at.table, at.cell.name)];
  return highlights(
    draft,
    linked.filter((cell) => !written.includes(cell)),
    [...written, ...told],
  );
}

interface Ranged {
  readonly range: Range;
}

function highlights(draft: Draft, read: readonly Ranged[], written: readonly Ranged[]): DocumentHighlight[] {
  const of = (kind: DocumentHighlightKind): ((place: Ranged) => DocumentHighlight) => {
    return ({ range }) => ({ range: draft.lines.rangeAt(range), kind });
  };
  return [...written.map(of(DocumentHighlightKind.Write)), ...read.map(of(DocumentHighlightKind.Read))];
}
