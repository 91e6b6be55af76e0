import type { CodeLens, Command } from 'vscode-languageserver';
import type { Client } from '../capabilities';
import { canMend } from '../core';
import type { View } from '../drafts';
import { WORDS } from '../words';
import { COMMANDS } from './commands';
import { tableState } from './tableState';

/** Over each table how it stands, and what can be done with all of it by a client that can do it. */
export function codeLenses({ draft, settings }: View, client: Client): CodeLens[] {
  if (!settings.codeLens) return [];
  const words = WORDS[client.language];
  const { report, uri } = draft;
  return report.tables.flatMap((table): CodeLens[] => {
    const position = draft.lines.positionAt(table.range.start);
    const range = { start: position, end: position };
    const commands: Command[] = [{ title: tableState(table, words).detail, command: '' }];
    if (client.appliesEdits && canMend(report, draft.findings(settings), table)) {
      commands.push({ title: words.fix, command: COMMANDS.fixTable, arguments: [uri, position] });
    }
    if ((client.appliesEdits || client.runsCommands) && table.layout !== 'pipes') {
      commands.push({ title: words.toPipes, command: COMMANDS.convertTable, arguments: [uri, position, 'pipes'] });
    }
    if (client.runsCommands) {
      commands.push({ title: words.copy, command: COMMANDS.copyTable, arguments: [uri, position] });
    }
    return commands.map((command) => ({ range, command }));
  });
}
