import type { CodeAction, CodeActionKind } from 'vscode-languageserver';
import { type Finding, suppressions } from '../../core';
import type { SetSeverityParams } from '../../protocol';
import { WORDS } from '../../words';
import type { ActionRequest } from '../codeActions';
import { diagnostic } from '../diagnostics';
import { workspaceEdit } from '../edits';

/** Below `quickfix`, so that whoever mends faults one by one can leave out what only hides them. */
export const SUPPRESS: CodeActionKind = 'quickfix.suppress';

/** The command of the client that asks for the level of a rule and writes it into the settings. */
const SET_SEVERITY = 'nianbao.setSeverity';

/** Ways not to be told of the findings that the selection touches; the last in the list, and never preferred. */
export function suppress({ view, client, range, wants }: ActionRequest): CodeAction[] {
  if (!wants(SUPPRESS)) return [];
  const { draft, settings } = view;
  const touched = draft.findings(settings).filter((f) => f.range.start <= range.end && range.start <= f.range.end);
  const actions = touched.flatMap((finding): CodeAction[] => {
    const common = { kind: SUPPRESS, diagnostics: [diagnostic(draft, finding, client)] };
    return [
      ...suppressions(draft.report, finding).map(({ title, edits }) => ({
        ...common,
        title: title[client.language],
        edit: workspaceEdit(draft, edits, client),
      })),
      ...(client.runsCommands ? [{ ...common, ...settingOf(finding) }] : []),
    ];
  });
  // findings of one rule have the file and the settings in common
  const doing = actions.map(({ title, edit }) => JSON.stringify([title, edit]));
  return actions.filter((_, i) => doing.indexOf(doing[i] as string) === i);

  function settingOf({ rule }: Finding): Pick<CodeAction, 'title' | 'command'> {
    const title = WORDS[client.language].setSeverity(rule);
    const params: SetSeverityParams = { rule, uri: draft.uri };
    return { title, command: { title, command: SET_SEVERITY, arguments: [params] } };
  }
}
