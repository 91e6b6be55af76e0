import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { insertables, openingAt } from '../../core';
import type { ActionRequest } from '../codeActions';
import { workspaceEdit } from '../edits';

/**
 * On an empty line: the sections that are not there yet, and the table that the section around the cursor lacks.
 * Anywhere else the light bulb has nothing to do with templates.
 */
export function templateActions({ view: { draft }, client, range, wants }: ActionRequest): CodeAction[] {
  if (!wants(CodeActionKind.Refactor) || range.start !== range.end) return [];
  const { report, text, lines } = draft;
  const line = lines.positionAt(range.start).line;
  const from = lines.offsetAt({ line, character: 0 });
  if (text.slice(from, lines.offsetAt({ line: line + 1, character: 0 })).trim() !== '') return [];
  if (report.tables.some((t) => t.range.start <= range.start && range.start < t.range.end)) return [];
  const around = report.sections.find((s) => s.range.start <= range.start && range.start <= s.range.end);
  const wanted = insertables(report).filter((part) =>
    part.table === null ? part.missing : part.missing && around?.id === part.section,
  );
  if (wanted.length === 0) return [];
  const opening = openingAt(report, range.start);
  return wanted.map((part): CodeAction => {
    const newText = opening.before + part.template().text + opening.after;
    return {
      title: client.language === 'zh' ? `插入${part.name.zh}` : `Insert ${part.name.en}`,
      kind: CodeActionKind.Refactor,
      edit: workspaceEdit(draft, [{ range: opening.range, newText }], client),
    };
  });
}
