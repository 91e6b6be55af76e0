import type { Range, TextEdit } from 'vscode-languageserver';
import { formatTables } from '../core';
import type { View } from '../drafts';
import { lspEdits } from './edits';
import { offsetOf } from './places';

/** Lines up the tables of a draft; everything else stays as it is, whatever the options of the request say. */
export function formatting({ draft, settings }: View): TextEdit[] {
  return lspEdits(draft, formatTables(draft.report, settings));
}

/**
 * Lines up the tables that a range touches, each as a whole: half a table cannot stand in columns.
 * An end beyond the text means the end of the text, a start beyond it nothing.
 */
export function rangeFormatting({ draft, settings }: View, range: Range): TextEdit[] {
  const start = offsetOf(draft, range.start);
  if (start === null) return [];
  const end = offsetOf(draft, range.end) ?? draft.text.length;
  return lspEdits(draft, formatTables(draft.report, settings, { start, end: Math.max(start, end) }));
}
