import type { DefinitionLink, Location, Position } from 'vscode-languageserver';
import type { Client } from '../capabilities';
import { partsOf, totalsOf } from '../core';
import type { Draft } from '../drafts';
import { cellAtPosition } from './places';

/** From a total to the cells that it adds up, from any other cell to the totals that it goes into. */
export function definition(draft: Draft, position: Position, client: Client): Location[] | DefinitionLink[] {
  const at = cellAtPosition(draft, position);
  if (!at) return [];
  const parts = partsOf(at.table, at.cell.name);
  const ranges = (parts.length > 0 ? parts : totalsOf(at.table, at.cell.name)).map(({ range }) =>
    draft.lines.rangeAt(range),
  );
  const originSelectionRange = draft.lines.rangeAt(at.cell.range);
  return client.definitionLinks
    ? ranges.map((range) => ({
        originSelectionRange,
        targetUri: draft.uri,
        targetRange: range,
        targetSelectionRange: range,
      }))
    : ranges.map((range) => ({ uri: draft.uri, range }));
}
