/** Code actions as an editor asks for them and applies them. */
import type { CodeAction, CodeActionKind, Diagnostic, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { applyEdits, LineIndex } from '../../../server/src/core';
import type { Client } from './client';

/** What a client says that wants the version of the text named with edits. */
export const VERSIONED = { workspace: { workspaceEdit: { documentChanges: true } } };

export function actionsAt(
  client: Client,
  uri: string,
  range: Range,
  only?: readonly CodeActionKind[],
  diagnostics: readonly Diagnostic[] = [],
): Promise<CodeAction[]> {
  return client.request('textDocument/codeAction', uri, { range, context: { diagnostics, ...(only && { only }) } });
}

/** Those that mend a finding, without those that only hide it. */
export async function fixesAt(client: Client, uri: string, { range, code }: Diagnostic): Promise<CodeAction[]> {
  const actions = await actionsAt(client, uri, range, ['quickfix']);
  return actions.filter(({ kind, diagnostics }) => kind === 'quickfix' && diagnostics?.some((d) => d.code === code));
}

export function editsOf(edit: WorkspaceEdit | undefined, uri: string): TextEdit[] {
  const versioned = edit?.documentChanges?.flatMap((c) => ('edits' in c && c.textDocument.uri === uri ? c.edits : []));
  return (versioned ?? edit?.changes?.[uri] ?? []) as TextEdit[];
}

/** A text after edits of the protocol, all of them made at once. */
export function applied(text: string, edits: readonly TextEdit[]): string {
  const lines = new LineIndex(text);
  return applyEdits(
    text,
    edits.map(({ range, newText }) => ({
      range: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
      newText,
    })),
  );
}
