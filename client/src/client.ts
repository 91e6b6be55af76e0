import { type CancellationToken, commands, type ExtensionContext, type TextDocument, window, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { Outline, OutlineParams } from '../../server/src/protocol';
import { isNotebookCell, isPastState, SERVED_LANGUAGES } from './documents';
import { OutlineModel } from './outlineModel';
import { OutlineView } from './outlineView';
import { readFile } from './readFile';
import { Recogniser } from './recogniser';
import { sampleCommands } from './sample';
import { severityCommand } from './severity';
import { startingCommands } from './starting';
import { StatusBar } from './statusBar';
import { tableCommands } from './tableCommands';
import { TableNavigation } from './tableNavigation';
import { words } from './words';

/** Both platforms' clients can be restarted, their common base class cannot. */
export type LanguageClientOfPlatform = BaseLanguageClient & { restart(): Promise<void> };

/** What `activate` returns: what the views show, for tests and for other extensions. */
export interface Api {
  readonly outline: OutlineModel;
  readonly outlineView: OutlineView;
  readonly statusBar: StatusBar;
  readonly tableNavigation: TableNavigation;
  /** Whether a draft was seen, and the language server started for it. */
  readonly started: boolean;
}

/** What the two entries have in common; `createClient` makes the language client of the platform. */
export function activateClient(
  context: ExtensionContext,
  createClient: (options: LanguageClientOptions) => Promise<LanguageClientOfPlatform>,
): { api: Api; dispose: () => Promise<void> } {
  let client: Promise<LanguageClientOfPlatform> | undefined;

  const outline = new OutlineModel(async (document, token) => {
    if (client === undefined) {
      return null;
    }
    const params: OutlineParams = { textDocument: { uri: document.uri.toString() } };
    return send<Outline | null>(await client, 'nianbao/outline', params, token);
  });

  const start = (): void => {
    if (client !== undefined) {
      return;
    }
    client = createClient(clientOptions()).then(async (created) => {
      created.onRequest('nianbao/readFile', readFile);
      await created.start();
      return created;
    });
    // From the first draft on the view has its place in the Explorer; without one nobody needs it.
    void commands.executeCommand('setContext', 'nianbao.seen', true);
    client.then(
      () => outline.refresh(),
      (error) => window.showErrorMessage(words().notStarted(error instanceof Error ? error.message : String(error))),
    );
  };

  /** For commands, which may come before the first draft. */
  async function ask<R>(method: string, params: unknown): Promise<R> {
    start();
    return send<R>(await (client as Promise<LanguageClientOfPlatform>), method, params);
  }

  // The server speaks the language that it was started with.
  const languageChanged = workspace.onDidChangeConfiguration(async (event) => {
    if (event.affectsConfiguration('nianbao.language')) {
      await (await client)?.restart();
      await outline.refresh();
    }
  });

  /** For what follows the cursor, which starts nothing. */
  const askIfStarted = async <R>(method: string, params: unknown): Promise<R | null> =>
    client === undefined ? null : send<R | null>(await client, method, params);
  const tableNavigation = new TableNavigation(askIfStarted);

  const outlineView = new OutlineView(outline, context.globalState);
  const statusBar = new StatusBar(outline);
  context.subscriptions.push(
    outline,
    outlineView,
    statusBar,
    languageChanged,
    new Recogniser(context.workspaceState, start),
    startingCommands(context.globalState, ask),
    sampleCommands(context.extensionUri),
    severityCommand(),
    tableNavigation,
    tableCommands(askIfStarted),
  );

  const api: Api = {
    outline,
    outlineView,
    statusBar,
    tableNavigation,
    get started() {
      return client !== undefined;
    },
  };
  return { api, dispose: async () => (await client?.catch(() => undefined))?.dispose() };
}

/**
 * Sends a request as plain values. Positions and ranges of VS Code are objects of classes, which write themselves as
 * JSON for a process; but to a web worker they would come without their getters, as positions that are nowhere.
 */
function send<R>(
  client: BaseLanguageClient,
  method: string,
  params: unknown,
  ...token: [CancellationToken?]
): Promise<R> {
  return client.sendRequest<R>(method, JSON.parse(JSON.stringify(params)), ...token);
}

function clientOptions(): LanguageClientOptions {
  /** A cell is part of a notebook, not a draft of its own: the server never hears of it. */
  const unlessCell =
    <E, R>(document: (event: E) => TextDocument) =>
    (event: E, next: (event: E) => Promise<R>): Promise<R | undefined> =>
      isNotebookCell(document(event)) ? Promise.resolve(undefined) : next(event);

  return {
    documentSelector: SERVED_LANGUAGES.map((language) => ({ language })),
    outputChannel: window.createOutputChannel('年报校核', { log: true }),
    // The lenses may offer what this extension runs itself; it can read what lies on no disk.
    initializationOptions: { commands: true, readFile: true },
    middleware: {
      didOpen: unlessCell((document) => document),
      didChange: unlessCell((event) => event.document),
      didSave: unlessCell((document) => document),
      didClose: unlessCell((document) => document),
      provideDiagnostics: (document, previousResultId, token, next) => {
        const open =
          'uri' in document ? document : workspace.textDocuments.find((d) => d.uri.toString() === `${document}`);
        const none = open !== undefined && (isPastState(open) || isNotebookCell(open));
        return none ? null : next(document, previousResultId, token);
      },
    },
  };
}
