import { strict as assert } from 'node:assert';
import {
  commands,
  type Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  type Event,
  env,
  extensions,
  languages,
  type TextDocument,
  type TextEditor,
  UIKind,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { Api } from '../../client/src/client';

/** The only place that knows how VS Code is driven: the tests say what a user does and what he then sees. */

const PATIENCE = 20_000;

export async function activate(): Promise<Api> {
  const extension = extensions.getExtension<Api>('nianbao.nianbao');
  assert(extension, 'the extension is not there');
  return extension.activate();
}

/** Not all that changes is told: while it draws a tree, VS Code tells a selection as empty, and then no more. */
const NOW_AND_THEN = 250;

/** Waits until `look` gives something, looking now, at every one of these events, and now and then. */
export async function until<T>(
  what: string,
  events: readonly Event<unknown>[],
  look: () => T | undefined | null | false,
): Promise<T> {
  const subscriptions: Disposable[] = [];
  let timer: NodeJS.Timeout | undefined;
  let again: NodeJS.Timeout | undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      const check = () => {
        const seen = look();
        if (seen !== undefined && seen !== null && seen !== false) {
          resolve(seen);
        }
      };
      timer = setTimeout(() => reject(new Error(`waited in vain for ${what}`)), PATIENCE);
      again = setInterval(check, NOW_AND_THEN);
      for (const event of events) {
        subscriptions.push(event(check));
      }
      check();
    });
  } finally {
    clearTimeout(timer);
    clearInterval(again);
    for (const subscription of subscriptions) {
      subscription.dispose();
    }
  }
}

/** A file of the workspace that the run was started with. */
export function file(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  assert(folder, 'no folder is open');
  return Uri.joinPath(folder.uri, name);
}

export async function read(name: string): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(file(name)));
}

export async function write(name: string, text: string): Promise<Uri> {
  await workspace.fs.writeFile(file(name), new TextEncoder().encode(text));
  return file(name);
}

/** Opens a file of the workspace in an editor. */
export async function open(name: string): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument(file(name)), { preview: false });
}

/** Opens a text that has no file yet. */
export async function openUntitled(text: string, language = 'plaintext'): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument({ content: text, language }), { preview: false });
}

/** Closes every editor and throws away what was typed; to be asked about it would hold up the run. */
export async function closeAll(): Promise<void> {
  const tabs = () => window.tabGroups.all.flatMap((group) => group.tabs);
  while (tabs().length > 0) {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}

export async function becomes(document: TextDocument, language: string): Promise<void> {
  await until(
    `${document.uri} to become ${language}`,
    [workspace.onDidOpenTextDocument],
    () => document.languageId === language,
  );
}

/** Waits until the findings of a document are as wished, and gives them. */
export async function findings(
  document: TextDocument,
  wished: (found: readonly Diagnostic[]) => boolean,
): Promise<readonly Diagnostic[]> {
  let last: readonly Diagnostic[] = [];
  const look = () => {
    last = languages.getDiagnostics(document.uri);
    return wished(last) && last;
  };
  return until('the findings', [languages.onDidChangeDiagnostics], look).catch((error) => {
    assert.fail(`${error.message}; there are ${JSON.stringify(last.map(({ code, message }) => ({ code, message })))}`);
  });
}

export function errors(found: readonly Diagnostic[]): Diagnostic[] {
  return found.filter(({ severity }) => severity === DiagnosticSeverity.Error);
}

/** The rule that a finding comes from. */
export function rule({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/**
 * Pastes as a user does. In a browser the command of VS Code only puts in the text of the clipboard; what asks
 * extensions first is the key, which the script that opened the page presses.
 * @param html what Excel, Word and WPS put beside the text; the desktop can be given text only
 */
export async function paste(text: string, html?: string): Promise<void> {
  if (env.uiKind === UIKind.Web) {
    console.log(`\u001d${JSON.stringify({ text, html })}`);
  } else {
    await env.clipboard.writeText(text);
    await commands.executeCommand('editor.action.clipboardPasteAction');
  }
}

/** Plain text of a Markdown draft: the same without the marks of headings. */
export function plain(markdown: string): string {
  return markdown.replace(/^#+ /gmu, '');
}

/** The sample drafts that come with the project. */
export const WITH_WRONG_TOTAL = '年报样例.md';
export const WITHOUT_FAULT = '年报样例-无误.md';
