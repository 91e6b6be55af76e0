import type { DefinitionLink, Location, Position } from 'vscode-languageserver';
import type { Client } from '../capabilities';
import { type Cell, partsOf, type Range, totalsOf } from '../core';
import type { Draft } from '../drafts';
import { cellAtPosition, numberAtPosition } from './places';

/**
 * From a total to the cells that it adds up, from any other cell to the totals that it goes into; from a number in a
 * sentence to the cells that it is held against.
 */
export function definition(draft: Draft, position: Position, client: Client): Location[] | DefinitionLink[] {
  const found = targets(draft, position);
  if (!found) return [];
  const ranges = found.cells.map(({ range }) => draft.lines.rangeAt(range));
  const originSelectionRange = draft.lines.rangeAt(found.origin);
  return client.definitionLinks
    ? ranges.map((range) => ({
        originSelectionRange,
        targetUri: draft.uri,
        targetRange: range,
        targetSelectionRange: range,
      }))
    : ranges.map((range) => ({ uri: draft.uri, range }));
}

function targets(draft: Draft, position: Position): { origin: Range; cells: readonly Cell[] } | null {
  const at = cellAtPosition(draft, position);
  if (at) {
    const parts = partsOf(at.table, at.cell.name);
    return { origin: at.cell.range, cells: parts.length > 0 ? parts : totalsOf(at.table, at.cell.name) };
  }
  const number = numberAtPosition(draft, position);
  return number ? { origin: number.range, cells: number.cells } : null;
}
