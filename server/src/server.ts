/**
 * The language server behind any connection: what is asked by whom, and which feature answers.
 * Nothing here or in `features/` needs Node; an entry brings the connection.
 */
import {
  type CancellationToken,
  CodeLensRefreshRequest,
  type Connection,
  type DefinitionLink,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  type Location,
  LSPErrorCodes,
  ResponseError,
  type SelectionRange,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Arrivals } from './arrivals';
import { type Client, readClient, serverCapabilities } from './capabilities';
import { Configs, type FoundConfig, type ReadFile } from './configs';
import { ConfigWatchers } from './configWatch';
import { CONFIG_NAME } from './core';
import { Drafts, type View } from './drafts';
import { pastedBlock, tableText } from './features/clipboard';
import { codeActions } from './features/codeActions';
import { conversionOf, resolveConversion } from './features/codeActions/convert';
import { codeLenses } from './features/codeLenses';
import { commandEdit, commandTarget } from './features/commands';
import { completion } from './features/completion';
import { configLog, configProblems } from './features/configProblems';
import { definition } from './features/definition';
import { diagnosticReport, diagnostics } from './features/diagnostics';
import { documentHighlights } from './features/documentHighlights';
import { documentLinks } from './features/documentLinks';
import { documentSymbols, flatSymbols } from './features/documentSymbols';
import { foldingRanges } from './features/foldingRanges';
import { formatting, rangeFormatting } from './features/formatting';
import { hover } from './features/hover';
import { inlayHints } from './features/inlayHints';
import { outline } from './features/outline';
import { offsetOf } from './features/places';
import { references } from './features/references';
import { selectionRanges } from './features/selectionRanges';
import { semanticTokens } from './features/semanticTokens';
import { rollDraft, startDraft, templates, textToRoll } from './features/starting';
import { tableGrid } from './features/tableGrid';
import { Formatters } from './formatters';
import type {
  Outline,
  OutlineParams,
  PasteBlockParams,
  PastedBlock,
  RolledDraft,
  RollForwardParams,
  TableGrid,
  TableGridParams,
  TableText,
  Templates,
  TemplatesParams,
} from './protocol';
import { Publisher } from './publisher';
import { SettingsStore, settingsSection } from './settings';
import { WORDS } from './words';

/** What an entry brings beside the connection. */
export interface Host {
  /** Reads files of the machine; not there where there are none. */
  readonly readFile?: ReadFile;
}

/** Serves a connection until it ends. */
export function startServer(connection: Connection, host: Host = {}): void {
  connection.onInitialize((params) => {
    const client = readClient(params);
    serve(connection, host, client, settingsSection(params.initializationOptions));
    return { capabilities: serverCapabilities(client), serverInfo: { name: 'nianbao' } };
  });
  connection.listen();
}

/** @param initial the settings that came with initialisation */
function serve(connection: Connection, host: Host, client: Client, initial: unknown): void {
  const words = WORDS[client.language];
  const documents = new TextDocuments({
    // a document without a text is an empty one: no other answer shall fail for it
    create: (uri, language, version, text) =>
      TextDocument.create(uri, language, version, typeof text === 'string' ? text : ''),
    update: TextDocument.update,
  });
  const arrivals = new Arrivals();
  const toldOf = new Set<string>();
  const configs = new Configs(readFile, configRead);
  const settings = new SettingsStore(
    client.configuration ? (scopeUri) => connection.workspace.getConfiguration({ scopeUri, section: 'nianbao' }) : null,
    initial,
    (uri) => configs.of(uri),
  );
  const drafts = new Drafts(documents, settings);

  /** Answers from the last text of a document, or with `empty` where it is no open draft. */
  async function answer<T>(
    params: { readonly textDocument: { readonly uri: string } },
    token: CancellationToken,
    empty: T,
    compute: (view: View) => T,
  ): Promise<T> {
    arrivals.note();
    await arrivals.settled();
    const view = token.isCancellationRequested ? null : await drafts.view(params.textDocument?.uri);
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    return view ? compute(view) : empty;
  }

  connection.onDocumentSymbol((params, token) =>
    answer(params, token, [], ({ draft }) => {
      const symbols = documentSymbols(draft, words);
      return client.hierarchicalSymbols ? symbols : flatSymbols(symbols, draft.uri);
    }),
  );
  connection.onFoldingRanges((params, token) =>
    answer(params, token, [], (view) => foldingRanges(view.draft, client.foldingSummaries ? { view, words } : null)),
  );
  connection.languages.semanticTokens.on((params, token) =>
    answer(params, token, { data: [] }, ({ draft }) => semanticTokens(draft)),
  );
  connection.languages.semanticTokens.onRange((params, token) =>
    answer(params, token, { data: [] }, ({ draft }) =>
      semanticTokens(draft, {
        start: draft.lines.offsetAt(params.range.start),
        end: draft.lines.offsetAt(params.range.end),
      }),
    ),
  );
  connection.onCodeAction((params, token) =>
    answer(params, token, [], (view) => codeActions({ view, params, client })),
  );
  if (client.resolvesActions) {
    connection.onCodeActionResolve((action, token) => {
      const conversion = conversionOf(action);
      return conversion === null
        ? action
        : answer({ textDocument: conversion }, token, action, (view) =>
            resolveConversion(action, conversion, view, client),
          );
    });
  }
  connection.onCompletion((params, token) =>
    answer(params, token, null, ({ draft }) => completion(draft, params.position, () => drafts.texts(), client)),
  );
  connection.onHover((params, token) => answer(params, token, null, (view) => hover(view, params, client)));
  connection.languages.inlayHint.on((params, token) =>
    answer(params, token, [], (view) => inlayHints(view, params, words, client.language)),
  );
  connection.onCodeLens((params, token) => answer(params, token, [], (view) => codeLenses(view, client)));
  connection.onDefinition((params, token) =>
    answer<Location[] | DefinitionLink[]>(params, token, [], ({ draft }) => definition(draft, params.position, client)),
  );
  connection.onReferences((params, token) => answer(params, token, [], ({ draft }) => references(draft, params)));
  connection.onDocumentHighlight((params, token) =>
    answer(params, token, [], ({ draft }) => documentHighlights(draft, params.position)),
  );
  connection.onSelectionRanges((params, token) =>
    answer<SelectionRange[] | null>(params, token, null, ({ draft }) => selectionRanges(draft, params.positions)),
  );
  connection.onDocumentLinks((params, token) => answer(params, token, [], ({ draft }) => documentLinks(draft)));
  if (client.appliesEdits) {
    connection.onExecuteCommand(async (params, token) => {
      const target = commandTarget(params.command, params.arguments);
      if (!target) throw new ResponseError(ErrorCodes.InvalidParams, `${params.command}: (uri, position) is asked for`);
      const done = await answer({ textDocument: target }, token, null, (view) => commandEdit(view, target, client));
      if (done === null) return false;
      if ('refused' in done) throw new ResponseError(LSPErrorCodes.RequestFailed, done.refused[client.language]);
      // a client may answer with nothing, whatever the protocol says
      return (await connection.workspace.applyEdit(done.edit))?.applied === true;
    });
  }
  connection.onDocumentFormatting((params, token) => answer(params, token, [], formatting));
  connection.onDocumentRangeFormatting((params, token) =>
    answer(params, token, [], (view) => rangeFormatting(view, params.range)),
  );
  connection.onRequest('nianbao/tableGrid', (params: TableGridParams, token: CancellationToken) =>
    answer<TableGrid | null>(params, token, null, ({ draft }) => tableGrid(draft, params.position)),
  );
  connection.onRequest('nianbao/tableText', (params: TableGridParams, token: CancellationToken) =>
    answer<TableText | null>(params, token, null, ({ draft }) => tableText(draft, params.position, client.language)),
  );
  connection.onRequest('nianbao/pasteBlock', (params: PasteBlockParams, token: CancellationToken) =>
    answer<PastedBlock | null>(params, token, null, ({ draft }) => pastedBlock(draft, params)),
  );
  connection.onRequest('nianbao/outline', (params: OutlineParams, token: CancellationToken) =>
    answer<Outline | null>(params, token, null, (view) => outline(view, words)),
  );
  connection.onRequest('nianbao/newDraft', startDraft);
  connection.onRequest('nianbao/rollForward', (params: RollForwardParams, token: CancellationToken) => {
    const text = textToRoll(params);
    if (text !== null) return rollDraft(text, client.language);
    const { textDocument } = params as Extract<RollForwardParams, { textDocument: unknown }>;
    return answer<RolledDraft | null>({ textDocument }, token, null, ({ draft }) =>
      rollDraft(draft.report, client.language),
    );
  });
  connection.onRequest('nianbao/templates', (params: TemplatesParams, token: CancellationToken) =>
    answer<Templates | null>(params, token, null, ({ draft }) => {
      const offset = offsetOf(draft, params.position);
      return offset === null ? null : templates(draft, offset, client.language);
    }),
  );

  let publisher: Publisher | null = null;
  if (client.pullsDiagnostics) {
    connection.languages.diagnostics.on((params, token) =>
      answer(params, token, { kind: 'full', items: [] }, (view) =>
        diagnosticReport(view, client, params.previousResultId),
      ),
    );
  } else {
    publisher = new Publisher(connection, async (uri) => {
      const view = await drafts.view(uri);
      const version = documents.get(uri)?.version;
      return version === undefined ? null : { version, diagnostics: view ? diagnostics(view, client) : [] };
    });
  }

  documents.onDidOpen(() => {
    // a client that does not tell of changed files has them read anew now and then
    if (client.watchesFiles) quietly(lookAgain());
    else configs.invalidate();
  });
  documents.onDidSave(() => quietly(lookAgain()));
  const formatters = client.registersFormatting ? new Formatters(connection.client) : null;
  documents.onDidChangeContent(async ({ document: { uri, languageId } }) => {
    arrivals.note();
    publisher?.schedule(uri);
    if (!formatters || languageId === 'nianbao') return;
    await arrivals.settled();
    const view = await drafts.view(uri);
    if (documents.get(uri)?.languageId === languageId) formatters.update(uri, languageId, view !== null);
  });
  documents.onDidClose(({ document }) => {
    drafts.forget(document.uri);
    settings.forget(document.uri);
    publisher?.clear(document.uri);
    formatters?.update(document.uri, document.languageId, false);
  });
  documents.listen(connection);

  async function readFile(uri: string): Promise<string | null> {
    if (host.readFile && uri.startsWith('file:')) return host.readFile(uri);
    // a virtual workspace, or a folder that was opened in the browser: the client alone can read them
    return client.readsFiles ? connection.sendRequest<string | null>('nianbao/readFile', { uri }) : null;
  }
  const watchers = new ConfigWatchers({
    register: (watchers) => connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }),
    folders: async () => (await connection.workspace.getWorkspaceFolders())?.map(({ uri }) => uri) ?? [],
  });
  function configRead(found: FoundConfig): void {
    if (client.watchesFiles && client.watchesFolders && client.workspaceFolders) quietly(watchers.watch(found.uri));
    const diagnostics = configProblems(found, client);
    for (const line of configLog(found, client)) connection.console.warn(line);
    if (diagnostics.length > 0) toldOf.add(found.uri);
    else if (!toldOf.delete(found.uri)) return;
    quietly(connection.sendDiagnostics({ uri: found.uri, diagnostics }));
  }
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const changed = changes.map(({ uri }) => uri).filter((uri) => uri.endsWith(`/${CONFIG_NAME}`));
    if (changed.length === 0) return;
    configs.invalidate();
    configsChanged(changed);
  });
  /** Of files above the open folders no client tells that cannot be asked to: they are looked for now and then. */
  async function lookAgain(): Promise<void> {
    const changed = await configs.changed();
    if (changed.length > 0) configsChanged(changed);
  }
  function configsChanged(uris: readonly string[]): void {
    // what is read again is told of again; a file that is gone never is
    for (const uri of uris) if (toldOf.delete(uri)) quietly(connection.sendDiagnostics({ uri, diagnostics: [] }));
    settingsChanged();
  }

  /** Everything that the client has may have been made with other settings. */
  function settingsChanged(pushed?: unknown): void {
    settings.invalidate(pushed);
    for (const uri of documents.keys()) publisher?.schedule(uri);
    const { diagnostics, semanticTokens, foldingRange, inlayHint } = connection.languages;
    if (client.pullsDiagnostics && client.refreshesDiagnostics) quietly(diagnostics.refresh());
    if (client.refreshesSemanticTokens) quietly(semanticTokens.refresh());
    if (client.refreshesFolding) quietly(foldingRange.refresh());
    if (client.refreshesInlayHints) quietly(inlayHint.refresh());
    if (client.refreshesCodeLenses) quietly(connection.sendRequest(CodeLensRefreshRequest.type));
  }
  connection.onDidChangeConfiguration((params) => settingsChanged(settingsSection(params?.settings)));
  connection.onInitialized(() => {
    formatters?.start();
    if (client.registersConfiguration) {
      quietly(connection.client.register(DidChangeConfigurationNotification.type, { section: 'nianbao' }));
    }
    if (client.watchesFiles) {
      const watchers = [{ globPattern: `**/${CONFIG_NAME}` }];
      quietly(connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
    }
    // Folders bring settings of their own.
    if (client.workspaceFolders) connection.workspace.onDidChangeWorkspaceFolders(() => settingsChanged());
  });
}

/** For requests whose refusal changes nothing. */
function quietly(request: Promise<unknown>): void {
  request.catch(() => {});
}
