import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { Client } from '../capabilities';
import type { FoundConfig } from '../configs';
import { LineIndex } from '../core';

/** What is wrong in a `nianbao.config.json`. It is no draft, so it is told to the client without being asked. */
export function configProblems({ text, problems }: FoundConfig, client: Client): Diagnostic[] {
  const lines = new LineIndex(text);
  return problems.map(({ range, message }) => ({
    source: 'nianbao',
    severity: DiagnosticSeverity.Warning,
    range: lines.rangeAt(range),
    message: message[client.language],
  }));
}

/** The same for the log: `file:///…/nianbao.config.json:3:14: …` */
export function configLog({ uri, text, problems }: FoundConfig, client: Client): string[] {
  const lines = new LineIndex(text);
  return problems.map(({ range, message }) => {
    const { line, character } = lines.positionAt(range.start);
    return `${uri}:${line + 1}:${character + 1}: ${message[client.language]}`;
  });
}
