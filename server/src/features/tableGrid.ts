import type { Position } from 'vscode-languageserver';
import { placesAt, selectionOf, valueGrid } from '../core';
import type { Draft } from '../drafts';
import type { TableGrid } from '../protocol';
import { offsetOf } from './places';

/** The grid of the table that a position lies in; null outside of tables, and of the text. */
export function tableGrid(draft: Draft, position: Position): TableGrid | null {
  const offset = offsetOf(draft, position);
  const { report, lines, text, version } = draft;
  const grid = offset === null ? null : valueGrid(report, offset);
  if (offset === null || !grid) return null;
  const { current, next } = placesAt(text, grid, offset);
  const last = lines.positionAt(grid.table.range.end).line;
  return {
    version,
    range: lines.rangeAt(grid.table.range),
    rows: grid.rows.map((row) => row.map((cell) => lines.rangeAt(selectionOf(text, cell)))),
    current,
    next,
    complete: grid.table.gaps.length === 0,
    after: last + 1 < lines.lineCount ? { line: last + 1, character: 0 } : null,
  };
}
