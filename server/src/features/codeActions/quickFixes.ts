import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { type Finding, fixesFor, fixKind } from '../../core';
import { WORDS } from '../../words';
import type { ActionRequest } from '../codeActions';
import { diagnostic } from '../diagnostics';
import { workspaceEdit } from '../edits';

/** The fixes of the findings that the selection touches, and for each kind one that mends all of it in the file. */
export function quickFixes({ view, client, range, wants }: ActionRequest): CodeAction[] {
  if (!wants(CodeActionKind.QuickFix)) return [];
  const { draft, settings } = view;
  const { report } = draft;
  const all = draft.findings(settings);
  const touched = all.filter((f) => f.range.start <= range.end && range.start <= f.range.end);
  const byKind = new Map<string, Finding[]>();
  const single = touched.flatMap((finding) =>
    fixesFor(report, finding).map((fix): CodeAction => {
      byKind.set(fix.kind, [...(byKind.get(fix.kind) ?? []), finding]);
      return {
        title: fix.title[client.language],
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic(draft, finding, client)],
        isPreferred: fix.preferred,
        edit: workspaceEdit(draft, fix.edits, client),
      };
    }),
  );
  const together = [...byKind].flatMap(([kind, findings]): CodeAction[] => {
    const { count, edits } = fixKind(report, all, kind);
    if (count < 2) return [];
    return [
      {
        title: WORDS[client.language].fixAlike(count),
        kind: CodeActionKind.QuickFix,
        diagnostics: findings.map((finding) => diagnostic(draft, finding, client)),
        edit: workspaceEdit(draft, edits, client),
      },
    ];
  });
  return [...single, ...together];
}
