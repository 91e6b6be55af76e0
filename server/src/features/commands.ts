import type { Position, WorkspaceEdit } from 'vscode-languageserver';
import type { Client } from '../capabilities';
import { convertTable, type Localised, mendTable, type Table, type TextEdit, tableAt } from '../core';
import type { View } from '../drafts';
import { workspaceEdit } from './edits';
import { offsetOf } from './places';

/** Commands by what they do. `copyTable` is the client's own: no server has a clipboard. */
export const COMMANDS = {
  fixTable: 'nianbao.fixTable',
  convertTable: 'nianbao.convertTable',
  copyTable: 'nianbao.copyTable',
} as const;

/** What a command of the server is to be run on. */
export interface CommandTarget {
  readonly command: string;
  readonly uri: string;
  readonly position: Position;
  readonly layout: 'pipes' | 'tabs';
}

/** The commands that the server tells a client of; the extension registers its own `convertTable`. */
export function serverCommands(client: Client): string[] {
  return client.runsCommands ? [COMMANDS.fixTable] : [COMMANDS.fixTable, COMMANDS.convertTable];
}

/**
 * Reads `nianbao.fixTable (uri, position)` and `nianbao.convertTable (uri, position, 'pipes' | 'tabs')`.
 * @returns null for another command, and where the arguments are of another form
 */
export function commandTarget(command: string, args: unknown): CommandTarget | null {
  const [uri, position, layout = 'pipes'] = Array.isArray(args) ? (args as unknown[]) : [];
  if (command !== COMMANDS.fixTable && command !== COMMANDS.convertTable) return null;
  if (typeof uri !== 'string' || !isPosition(position) || (layout !== 'pipes' && layout !== 'tabs')) return null;
  return { command, uri, position, layout };
}

/** The edit that a command makes, or why it makes none; null where there is no table or nothing to change. */
export function commandEdit(
  view: View,
  target: CommandTarget,
  client: Client,
): { readonly edit: WorkspaceEdit } | { readonly refused: Localised } | null {
  const { draft } = view;
  const offset = offsetOf(draft, target.position);
  const table = offset === null ? null : tableAt(draft.report, offset);
  const edits = table ? tableEdits(view, table, target) : [];
  if ('refused' in edits) return edits;
  return edits.length > 0 ? { edit: workspaceEdit(draft, edits, client) } : null;
}

function tableEdits(
  { draft, settings }: View,
  table: Table,
  { command, layout }: CommandTarget,
): readonly TextEdit[] | { readonly refused: Localised } {
  if (command === COMMANDS.fixTable) {
    return settings.ignored ? [] : mendTable(draft.report, table, settings.check);
  }
  const converted = convertTable(draft.report, table, layout, settings);
  return 'refused' in converted ? converted : [converted];
}

function isPosition(value: unknown): value is Position {
  const { line, character } = (value ?? {}) as Partial<Record<keyof Position, unknown>>;
  return typeof line === 'number' && typeof character === 'number';
}
