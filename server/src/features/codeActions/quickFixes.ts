import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { fixesFor } from '../../core';
import type { ActionRequest } from '../codeActions';
import { diagnostic } from '../diagnostics';
import { workspaceEdit } from '../edits';

/** The fixes of the findings that the selection touches. */
export function quickFixes({ view, client, range, wants }: ActionRequest): CodeAction[] {
  if (!wants(CodeActionKind.QuickFix)) return [];
  const { draft, settings } = view;
  return draft
    .findings(settings)
    .filter((f) => f.range.start <= range.end && range.start <= f.range.end)
    .flatMap((finding) =>
      fixesFor(draft.report, finding).map(
        (fix): CodeAction => ({
          title: fix.title[client.language],
          kind: CodeActionKind.QuickFix,
          diagnostics: [diagnostic(draft, finding, client)],
          isPreferred: fix.preferred,
          edit: workspaceEdit(draft, fix.edits, client),
        }),
      ),
    );
}
