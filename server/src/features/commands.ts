import type { Position, WorkspaceEdit } from 'vscode-languageserver';
import type { Client } from '../capabilities';
import { mendTable, tableAt } from '../core';
import type { View } from '../drafts';
import { workspaceEdit } from './edits';
import { offsetOf } from './places';

/** Commands by what they do. `convertTable` and `copyTable` are the client's own. */
export const COMMANDS = {
  fixTable: 'nianbao.fixTable',
  convertTable: 'nianbao.convertTable',
  copyTable: 'nianbao.copyTable',
} as const;

/** Those that any client can have run by the server: each makes an edit and takes `(uri, position)`. */
export const SERVER_COMMANDS: readonly string[] = [COMMANDS.fixTable];

/** What a command of the server is to be run on; null where its arguments are of another form. */
export function commandTarget(args: unknown): { readonly uri: string; readonly position: Position } | null {
  const [uri, position] = Array.isArray(args) ? (args as unknown[]) : [];
  if (typeof uri !== 'string' || !isPosition(position)) return null;
  return { uri, position };
}

/** The edit that a command makes; null where there is nothing to change. */
export function commandEdit({ draft, settings }: View, position: Position, client: Client): WorkspaceEdit | null {
  const offset = offsetOf(draft, position);
  const table = offset === null ? null : tableAt(draft.report, offset);
  const edits = table && !settings.ignored ? mendTable(draft.report, table, settings.check) : [];
  return edits.length > 0 ? workspaceEdit(draft, edits, client) : null;
}

function isPosition(value: unknown): value is Position {
  const { line, character } = (value ?? {}) as Partial<Record<keyof Position, unknown>>;
  return typeof line === 'number' && typeof character === 'number';
}
