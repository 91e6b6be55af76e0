import type { InitializeParams, ServerCapabilities } from 'vscode-languageserver';
import { CODE_ACTION_KINDS } from './features/codeActions';
import { serverCommands } from './features/commands';
import { TRIGGERS } from './features/completion';
import { SEMANTIC_TOKENS_LEGEND } from './features/semanticTokens';
import type { Language } from './words';

/** What the server asks of its client: every answer a plain yes or no, decided once. */
export interface Client {
  readonly language: Language;
  /** Diagnostics are pulled; they are pushed only to a client that cannot pull. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesSemanticTokens: boolean;
  readonly refreshesFolding: boolean;
  readonly relatedInformation: boolean;
  readonly hierarchicalSymbols: boolean;
  /** Settings are asked for by `workspace/configuration`; else they come with initialisation and notifications. */
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly workspaceFolders: boolean;
  /** Edits name the version of the text that they are for. */
  readonly documentChanges: boolean;
  /** It tells of changed files. */
  readonly watchesFiles: boolean;
  /** It can be asked to watch a folder that is not open. */
  readonly watchesFolders: boolean;
  /** It answers `nianbao/readFile` (`initializationOptions.readFile`). */
  readonly readsFiles: boolean;
  /** What is put in may have tab stops. */
  readonly snippets: boolean;
  readonly markdownHover: boolean;
  /** A definition may name the range that it was asked from. */
  readonly definitionLinks: boolean;
  /** Folded ranges can show a summary. */
  readonly foldingSummaries: boolean;
  readonly refreshesInlayHints: boolean;
  readonly refreshesCodeLenses: boolean;
  /** Edits that the server sends of itself are applied: commands of the server can do something. */
  readonly appliesEdits: boolean;
  /** It can be told one by one which documents are formatted. */
  readonly registersFormatting: boolean;
  /** What a code action would change may be worked out when it is chosen. */
  readonly resolvesActions: boolean;
  /** It has the commands of the extension (`initializationOptions.commands`), and may be shown what runs them. */
  readonly runsCommands: boolean;
}

export function readClient({ capabilities, locale, initializationOptions }: InitializeParams): Client {
  const { textDocument = {}, workspace = {} } = capabilities ?? {};
  const { diagnostic, publishDiagnostics } = textDocument;
  return {
    language: locale?.toLowerCase().startsWith('en') ? 'en' : 'zh',
    pullsDiagnostics: diagnostic !== undefined,
    refreshesDiagnostics: workspace.diagnostics?.refreshSupport === true,
    refreshesSemanticTokens: workspace.semanticTokens?.refreshSupport === true,
    refreshesFolding: workspace.foldingRange?.refreshSupport === true,
    relatedInformation: (diagnostic?.relatedInformation ?? publishDiagnostics?.relatedInformation) === true,
    hierarchicalSymbols: textDocument.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    configuration: workspace.configuration === true,
    registersConfiguration: workspace.didChangeConfiguration?.dynamicRegistration === true,
    workspaceFolders: workspace.workspaceFolders === true,
    documentChanges: workspace.workspaceEdit?.documentChanges === true,
    watchesFiles: workspace.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesFolders: workspace.didChangeWatchedFiles?.relativePatternSupport === true,
    readsFiles: initializationOptions?.readFile === true,
    snippets: textDocument.completion?.completionItem?.snippetSupport === true,
    markdownHover: textDocument.hover?.contentFormat?.includes('markdown') === true,
    definitionLinks: textDocument.definition?.linkSupport === true,
    foldingSummaries: textDocument.foldingRange?.foldingRange?.collapsedText === true,
    refreshesInlayHints: workspace.inlayHint?.refreshSupport === true,
    refreshesCodeLenses: workspace.codeLens?.refreshSupport === true,
    appliesEdits: workspace.applyEdit === true,
    registersFormatting:
      textDocument.formatting?.dynamicRegistration === true &&
      textDocument.rangeFormatting?.dynamicRegistration === true,
    resolvesActions:
      textDocument.codeAction?.dataSupport === true &&
      textDocument.codeAction.resolveSupport?.properties.includes('edit') === true,
    runsCommands: initializationOptions?.commands === true,
  };
}

/** What the server tells this client that it can do. */
export function serverCapabilities(client: Client): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    codeActionProvider: { codeActionKinds: [...CODE_ACTION_KINDS], resolveProvider: client.resolvesActions },
    completionProvider: { triggerCharacters: [...TRIGGERS] },
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    hoverProvider: true,
    inlayHintProvider: true,
    codeLensProvider: {},
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    selectionRangeProvider: true,
    documentLinkProvider: {},
    ...(!client.registersFormatting && { documentFormattingProvider: true, documentRangeFormattingProvider: true }),
    ...(client.appliesEdits && { executeCommandProvider: { commands: serverCommands(client) } }),
    semanticTokensProvider: { legend: SEMANTIC_TOKENS_LEGEND, full: true, range: true },
    ...(client.pullsDiagnostics && {
      diagnosticProvider: { identifier: 'nianbao', interFileDependencies: false, workspaceDiagnostics: false },
    }),
    ...(client.workspaceFolders && { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }),
  };
}
