import { type CodeAction, CodeActionKind, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Client } from '../../capabilities';
import { convertTable, mayConvert, type Table, type TargetLayout, tableAt } from '../../core';
import type { View } from '../../drafts';
import { WORDS } from '../../words';
import type { ActionRequest } from '../codeActions';
import { workspaceEdit } from '../edits';

const TARGETS: readonly TargetLayout[] = ['pipes', 'tabs'];

/** What an action that is not worked out yet remembers of the draft that it is for. */
export interface Conversion {
  readonly uri: string;
  readonly version: number;
  readonly to: TargetLayout;
  /** Where the table begins: a UTF-16 offset. */
  readonly table: number;
}

/**
 * Rewrites the table at the cursor in another layout, where that loses nothing. That nothing is lost is proven by
 * reading the whole draft again: where the client can wait, only for the one that is chosen.
 */
export function conversionActions({ view, client, range, wants }: ActionRequest): CodeAction[] {
  if (!wants(CodeActionKind.RefactorRewrite)) return [];
  const { draft, settings } = view;
  const table = tableAt(draft.report, range.start);
  if (!table || range.end > table.range.end) return [];
  const words = WORDS[client.language];
  return TARGETS.flatMap((to): CodeAction[] => {
    const action = { title: to === 'pipes' ? words.toPipes : words.toTabs, kind: CodeActionKind.RefactorRewrite };
    if (client.resolvesActions) {
      if (!mayConvert(draft.report, table, to)) return [];
      const data: Conversion = { uri: draft.uri, version: draft.version, to, table: table.range.start };
      return [{ ...action, data }];
    }
    const edit = convertTable(draft.report, table, to, settings);
    return 'refused' in edit ? [] : [{ ...action, edit: workspaceEdit(draft, [edit], client) }];
  });
}

/** Reads what came back from the client; null where it is not what `conversionActions` gave out. */
export function conversionOf({ data }: CodeAction): Conversion | null {
  if (typeof data !== 'object' || data === null) return null;
  const { uri, version, to, table } = data as Partial<Record<keyof Conversion, unknown>>;
  const target = TARGETS.find((t) => t === to);
  return typeof uri === 'string' && typeof version === 'number' && typeof table === 'number' && target
    ? { uri, version, to: target, table }
    : null;
}

/**
 * Works out what a chosen action changes.
 * @throws {ResponseError} where the draft has changed since it was offered, or something would be lost
 */
export function resolveConversion(action: CodeAction, conversion: Conversion, view: View, client: Client): CodeAction {
  const { draft, settings } = view;
  const words = WORDS[client.language];
  const table: Table | undefined =
    draft.version === conversion.version
      ? draft.report.tables.find(({ range }) => range.start === conversion.table)
      : undefined;
  if (!table) throw new ResponseError(LSPErrorCodes.ContentModified, words.draftChanged);
  const edit = convertTable(draft.report, table, conversion.to, settings);
  if ('refused' in edit) throw new ResponseError(LSPErrorCodes.RequestFailed, edit.refused[client.language]);
  return { ...action, edit: workspaceEdit(draft, [edit], client) };
}
