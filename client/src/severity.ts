import { ConfigurationTarget, commands, type Disposable, type QuickPickItem, Uri, window, workspace } from 'vscode';
import type { SetSeverityParams } from '../../server/src/protocol';
import { words } from './words';

const LEVELS = ['error', 'warning', 'information', 'hint', 'off', 'default'] as const;
type Level = (typeof LEVELS)[number];
type Severities = Readonly<Record<string, Level>>;

/** The command behind 在设置中改级别: asks for the level of a rule, unless it is given, and writes it into the settings. */
export function severityCommand(): Disposable {
  return commands.registerCommand('nianbao.setSeverity', setSeverity);
}

async function setSeverity(params: SetSeverityParams, given?: Level): Promise<void> {
  const settings = workspace.getConfiguration('nianbao', Uri.parse(params.uri));
  const now = settings.get<Severities>('severity', {})[params.rule];
  const level = given ?? (await askLevel(params.rule, now));
  if (level === undefined) {
    return;
  }
  const known = settings.inspect<Severities>('severity');
  // where severities are listed already, or for everybody who works in this folder
  const [target, listed] =
    known?.workspaceFolderValue !== undefined
      ? [ConfigurationTarget.WorkspaceFolder, known.workspaceFolderValue]
      : known?.workspaceValue !== undefined
        ? [ConfigurationTarget.Workspace, known.workspaceValue]
        : workspace.workspaceFolders === undefined || known?.globalValue?.[params.rule] !== undefined
          ? [ConfigurationTarget.Global, known?.globalValue]
          : [ConfigurationTarget.Workspace, undefined];
  await settings.update('severity', { ...listed, [params.rule]: level }, target);
}

async function askLevel(rule: string, now: Level | undefined): Promise<Level | undefined> {
  const items = LEVELS.map((level): QuickPickItem & { readonly level: Level } => ({
    level,
    label: words().severities[level],
    ...(level === now ? { description: words().now } : {}),
  }));
  return (await window.showQuickPick(items, { title: rule, placeHolder: words().askSeverity }))?.level;
}
