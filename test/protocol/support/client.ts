import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type {
  Diagnostic,
  DocumentDiagnosticReport,
  Position,
  PublishDiagnosticsParams,
  Range,
} from 'vscode-languageserver';
import { LineIndex } from '../../../server/src/core';

export interface Setup {
  /** Client capabilities by their place in the protocol; nothing is supported that is not named. */
  readonly capabilities?: Record<string, Record<string, unknown>>;
  readonly initializationOptions?: unknown;
  readonly locale?: string;
  /** Answers `workspace/configuration` for a document. */
  readonly configuration?: (uri: string) => unknown;
  /** URIs of the folders that are open. */
  readonly folders?: readonly string[];
  /** Options of Node for the process of the server, whose standard error is then for the test to read. */
  readonly node?: readonly string[];
}

export const PULLING: Setup = {
  capabilities: {
    textDocument: {
      diagnostic: { relatedInformation: true },
      publishDiagnostics: { relatedInformation: true },
      documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    },
  },
};

/** A client without pull diagnostics. */
export const PUSHED: Setup = { capabilities: { textDocument: { publishDiagnostics: {} } } };

/** The built server in a process of its own, spoken to as an editor does. End it with `stop`. */
export async function start(setup: Setup = PULLING) {
  const server = spawn(process.execPath, [...(setup.node ?? []), 'dist/server.js', '--stdio']);
  if (!setup.node) server.stderr.pipe(process.stderr, { end: false });
  const exited = once(server, 'exit');
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  return {
    server: server as ChildProcess,
    ...(await talk(connection, setup)),
    /** Ends the session as an editor does, and gives the exit status of the process. */
    async stop(): Promise<number | null> {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      const [status] = (await exited) as [number | null];
      connection.dispose();
      return status;
    },
  };
}

/** Begins a session with whatever server is at the other end of a connection. */
export async function talk(
  connection: MessageConnection,
  { capabilities = {}, initializationOptions, locale, configuration, folders }: Setup,
) {
  const inbox = new Inbox();
  let configure = configuration;
  connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri: string }[] }) =>
    Promise.all(items.map(async ({ scopeUri }) => (await configure?.(scopeUri)) ?? null)),
  );
  const open = folders?.map((uri) => ({ uri, name: uri })) ?? null;
  connection.onRequest('workspace/workspaceFolders', () => open);
  connection.onRequest((method: string, params: unknown) => {
    inbox.put(method, params);
    return null;
  });
  connection.onNotification((method: string, params: unknown) => inbox.put(method, params));
  connection.listen();

  const initialized = await connection.sendRequest<{ capabilities: Record<string, unknown> }>('initialize', {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: open,
    capabilities,
    initializationOptions,
    locale,
  });
  await connection.sendNotification('initialized', {});

  const documents = new Map<string, number>();
  return {
    connection,
    inbox,
    capabilities: initialized.capabilities,
    /** Replaces how `workspace/configuration` is answered. */
    configure(answer: Setup['configuration']) {
      configure = answer;
    },
    async open(uri: string, text: string, languageId = 'nianbao') {
      documents.set(uri, 1);
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version: 1, text },
      });
    },
    /** Sends incremental changes as one new version, which it gives back. */
    async change(uri: string, ...contentChanges: { range?: Range; text: string }[]) {
      const version = (documents.get(uri) ?? 0) + 1;
      documents.set(uri, version);
      await connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
      return version;
    },
    close(uri: string) {
      return connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    },
    request<T>(method: string, uri: string, more: object = {}) {
      return connection.sendRequest<T>(method, { textDocument: { uri }, ...more });
    },
    pull(uri: string, previousResultId?: string) {
      return connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
        textDocument: { uri },
        previousResultId,
      });
    },
    async items(uri: string): Promise<Diagnostic[]> {
      const report = await this.pull(uri);
      return report.kind === 'full' ? report.items : [];
    },
    published(uri: string, version?: number) {
      return inbox.take<PublishDiagnosticsParams>(
        'textDocument/publishDiagnostics',
        (params) => params.uri === uri && (version === undefined || params.version === version),
      );
    },
  };
}

export type Client = Awaited<ReturnType<typeof start>>;

/** What the server sent of itself: each message is taken once, and who comes first waits for it. */
class Inbox {
  readonly #messages: { method: string; params: unknown }[] = [];
  readonly #waiting = new Set<() => void>();

  put(method: string, params: unknown): void {
    this.#messages.push({ method, params });
    for (const look of [...this.#waiting]) look();
  }

  /** How many messages of a method came and were not taken. */
  count(method: string): number {
    return this.#messages.filter((message) => message.method === method).length;
  }

  take<T>(method: string, accepts: (params: T) => boolean = () => true): Promise<T> {
    return new Promise((resolve) => {
      const look = () => {
        const i = this.#messages.findIndex((message) => message.method === method && accepts(message.params as T));
        if (i < 0) return;
        this.#waiting.delete(look);
        resolve(this.#messages.splice(i, 1)[0]?.params as T);
      };
      this.#waiting.add(look);
      look();
    });
  }
}

/** Where a piece of text stands, the `nth` time that it does. */
export function rangeOf(text: string, piece: string, nth = 1): { start: Position; end: Position } {
  let start = -1;
  for (let i = 0; i < nth; i++) start = text.indexOf(piece, start + 1);
  if (start < 0) throw new Error(`${piece} does not stand in the text`);
  return new LineIndex(text).rangeAt({ start, end: start + piece.length });
}

/** What a range of the protocol encloses. */
export function textAt(text: string, range: Range): string {
  const lines = new LineIndex(text);
  return text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end));
}
