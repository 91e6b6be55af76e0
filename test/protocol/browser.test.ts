import { readFile } from 'node:fs/promises';
import { createContext, runInContext } from 'node:vm';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { expect, test } from 'vitest';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createMessageConnection,
  type DataCallback,
  type Disposable,
  type Message,
} from 'vscode-jsonrpc/node';
import { PULLING, type Setup, start, talk } from './support/client';

/** A draft that differs from the sample in nothing but where it lies. */
const URI = 'vscode-vfs://github/owner/drafts/2023.md';

test('in a web worker, with nothing of Node, the server says what it says in Node', async () => {
  const text = await readFile('samples/年报样例.md', 'utf8');
  const node = await start(PULLING);
  const worker = await startWorker(PULLING);
  expect(worker.capabilities).toEqual(node.capabilities);

  for (const client of [node, worker]) await client.open(URI, text, 'markdown');
  const found = await worker.items(URI);
  expect(found.map(({ code }) => code)).toEqual(['balance/requests-row']);
  expect(found).toEqual(await node.items(URI));
  const methods = ['documentSymbol', 'foldingRange', 'codeLens', 'documentLink'];
  for (const method of methods.map((name) => `textDocument/${name}`)) {
    expect(await worker.request(method, URI), method).toEqual(await node.request(method, URI));
  }
  const line = text.split('\n').findIndex((words) => words.startsWith('| 规章'));
  for (const method of ['textDocument/hover', 'textDocument/completion', 'nianbao/tableGrid', 'nianbao/tableText']) {
    const position = { line, character: text.split('\n')[line]?.search(/\d/) };
    const answer = await worker.request(method, URI, { position });
    expect(answer, method).not.toBeNull();
    expect(answer, method).toEqual(await node.request(method, URI, { position }));
  }
  await node.stop();
  worker.end();
});

test('the server of the web worker has every file read by the client, those of a local folder too', async () => {
  const worker = await startWorker({ ...PULLING, initializationOptions: { readFile: true } });
  const files: Record<string, string> = {
    'file:///c%3A/drafts/nianbao.config.json': '{ "severity": { "balance/requests-row": "off" } }',
    'vscode-vfs://github/owner/nianbao.config.json': '{ "severity": { "balance/requests-row": "hint" } }',
  };
  worker.connection.onRequest('nianbao/readFile', ({ uri }: { uri: string }) => files[uri] ?? null);
  const text = await readFile('samples/年报样例.md', 'utf8');

  const local = 'file:///c%3A/drafts/2024/a.md';
  await worker.open(local, text, 'markdown');
  expect(await worker.items(local)).toEqual([]);
  await worker.open(URI, text, 'markdown');
  expect((await worker.items(URI)).map(({ severity }) => severity)).toEqual([4]);
  worker.end();
});

/** Runs the bundle of the web worker in a world that has what a worker has, and no more. */
async function startWorker(setup: Setup) {
  const { port1, port2 } = new MessageChannel();
  // port1 stands for the global scope of a worker, whose messages come as events
  const self = {
    postMessage: (message: unknown) => port1.postMessage(message),
    addEventListener: (type: string, listener: (event: { data: unknown }) => void) =>
      port1.addEventListener(type, listener as never),
    set onmessage(listener: (event: { data: unknown }) => void) {
      port1.addEventListener('message', listener as never);
    },
  };
  port1.start();
  const world = {
    self,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    queueMicrotask,
    MessageChannel,
    console,
    TextDecoder,
    TextEncoder,
  };
  runInContext(await readFile('dist/browser/server.js', 'utf8'), createContext(world));
  const connection = createMessageConnection(new PortReader(port2), new PortWriter(port2));
  const session = await talk(connection, setup);
  return {
    ...session,
    end() {
      connection.dispose();
      port2.close();
    },
  };
}

class PortReader extends AbstractMessageReader {
  constructor(private readonly port: MessagePort) {
    super();
  }

  listen(callback: DataCallback): Disposable {
    this.port.on('message', callback);
    return { dispose: () => this.port.off('message', callback) };
  }
}

class PortWriter extends AbstractMessageWriter {
  constructor(private readonly port: MessagePort) {
    super();
  }

  async write(message: Message): Promise<void> {
    this.port.postMessage(message);
  }

  end(): void {}
}
