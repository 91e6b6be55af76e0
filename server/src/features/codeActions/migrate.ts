import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { canMigrate, migrate, type Table } from '../../core';
import type { ActionRequest } from '../codeActions';
import { workspaceEdit } from '../edits';

const TITLE = {
  zh: '改用 2021 年格式（转入对应的数，其余空着待填）',
  en: 'Change to the 2021 form (figures that have a counterpart are kept, the others left blank)',
};

/** Moves the table at the selection, or from the title all tables, to the form of 2021; not in a report that 2019 asks for. */
export function migration({ view: { draft }, client, range, wants }: ActionRequest): CodeAction[] {
  if (!wants(CodeActionKind.RefactorRewrite)) return [];
  const { report } = draft;
  if (report.form === '2019' && report.year !== null) return [];
  const touched = ({ start, end }: { start: number; end: number }): boolean => start <= range.end && range.start <= end;
  const all = report.title !== null && touched(report.title.range);
  const tables: readonly Table[] = report.tables.filter((t) => canMigrate(t) && (all || touched(t.range)));
  if (tables.length === 0) return [];
  const { edits } = migrate(report, tables);
  return [
    { title: TITLE[client.language], kind: CodeActionKind.RefactorRewrite, edit: workspaceEdit(draft, edits, client) },
  ];
}
