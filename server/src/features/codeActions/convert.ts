import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { convertTable, type Report, type Table, type TargetLayout, type TextEdit, tableAt } from '../../core';
import { WORDS } from '../../words';
import type { ActionRequest } from '../codeActions';
import { workspaceEdit } from '../edits';

const TARGETS: readonly TargetLayout[] = ['pipes', 'tabs'];

type Conversions = Map<Table, Map<TargetLayout, TextEdit | null>>;

/** What a table can be rewritten as, worked out once a draft: actions are asked for at every step of the cursor. */
const conversions = new WeakMap<Report, Conversions>();

/** Rewrites the table at the cursor in another layout, where that loses nothing. */
export function conversionActions({ view, client, range, wants }: ActionRequest): CodeAction[] {
  if (!wants(CodeActionKind.RefactorRewrite)) return [];
  const { draft, settings } = view;
  const table = tableAt(draft.report, range.start);
  if (!table || range.end > table.range.end) return [];
  const words = WORDS[client.language];
  return TARGETS.flatMap((to): CodeAction[] => {
    const own: Conversions = conversions.get(draft.report) ?? new Map();
    conversions.set(draft.report, own);
    const known = own.get(table) ?? new Map<TargetLayout, TextEdit | null>();
    own.set(table, known);
    let edit = known.get(to);
    if (edit === undefined) {
      const converted = convertTable(draft.report, table, to, settings);
      edit = 'refused' in converted ? null : converted;
      known.set(to, edit);
    }
    if (edit === null) return [];
    return [
      {
        title: to === 'pipes' ? words.toPipes : words.toTabs,
        kind: CodeActionKind.RefactorRewrite,
        edit: workspaceEdit(draft, [edit], client),
      },
    ];
  });
}
