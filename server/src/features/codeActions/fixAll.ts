import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { safeEdits } from '../../core';
import { WORDS } from '../../words';
import type { ActionRequest } from '../codeActions';
import { workspaceEdit } from '../edits';

/** The name to ask for it by: `"editor.codeActionsOnSave": { "source.fixAll.nianbao": "explicit" }`. */
export const FIX_ALL: CodeActionKind = `${CodeActionKind.SourceFixAll}.nianbao`;

/** Everything that may be mended unseen, wherever the selection is; only for whoever asks for it by its kind. */
export function fixAll({ view: { draft, settings }, client, asks }: ActionRequest): CodeAction[] {
  if (!asks(FIX_ALL)) return [];
  const edits = safeEdits(draft.report, settings.check);
  if (edits.length === 0) return [];
  return [{ title: WORDS[client.language].fixAll, kind: FIX_ALL, edit: workspaceEdit(draft, edits, client) }];
}
