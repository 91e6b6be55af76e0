import type { Position } from 'vscode-languageserver';
import { pasteBlock, readBlock, tabLines, tableAt, tableRows } from '../core';
import type { Draft } from '../drafts';
import type { PasteBlockParams, PastedBlock, TableText } from '../protocol';
import type { Language } from '../words';
import { lspEdits } from './edits';
import { offsetOf } from './places';

/** A table as text with tabs, which Word and Excel make a table of; null where the position is in no table. */
export function tableText(draft: Draft, position: Position, language: Language): TableText | null {
  const offset = offsetOf(draft, position);
  const table = offset === null ? null : tableAt(draft.report, offset);
  if (!table) return null;
  const found = tableRows(draft.report, table);
  return 'refused' in found
    ? { text: null, refused: found.refused[language] }
    : { text: `${tabLines(found).join('\n')}\n`, refused: null };
}

/** The edits that fill cells with what is on the clipboard; null where that is no block, or does not fit. */
export function pastedBlock(draft: Draft, { position, html, text }: PasteBlockParams): PastedBlock | null {
  const offset = offsetOf(draft, position);
  if (offset === null || typeof text !== 'string' || !tableAt(draft.report, offset)) return null;
  const block = readBlock(typeof html === 'string' ? html : null, text);
  if (!block) return null;
  const edits = pasteBlock(draft.report, offset, block);
  return { version: draft.version, edits: edits && lspEdits(draft, edits) };
}
