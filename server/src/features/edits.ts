import type { TextEdit as LspTextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Client } from '../capabilities';
import type { TextEdit } from '../core';
import type { Draft } from '../drafts';

/** Edits of a draft in the protocol's terms. */
export function lspEdits(draft: Draft, edits: readonly TextEdit[]): LspTextEdit[] {
  return edits.map(({ range, newText }) => ({ range: draft.lines.rangeAt(range), newText }));
}

/** Edits of one draft as one step; a client that can is told which version of the text they are for. */
export function workspaceEdit(draft: Draft, edits: readonly TextEdit[], client: Client): WorkspaceEdit {
  const changed = lspEdits(draft, edits);
  return client.documentChanges
    ? { documentChanges: [{ textDocument: { uri: draft.uri, version: draft.version }, edits: changed }] }
    : { changes: { [draft.uri]: changed } };
}
