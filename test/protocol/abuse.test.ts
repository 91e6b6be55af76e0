/** What no client should send: the server goes on, or ends, and never stays behind. */
import { expect, onTestFinished, test } from 'vitest';
import { type Client, PULLING, PUSHED, rangeOf, type Setup, start } from './support/client';
import { sampleDraft } from './support/drafts';
import { checked, codes } from './support/fresh';
import { frame, initialize, RawServer } from './support/raw';

const URI = 'file:///drafts/a.nianbao';

const notification = (method: string, params?: unknown): Buffer => frame({ jsonrpc: '2.0', method, params });
const request = (id: number, method: string, params?: unknown): Buffer => frame({ jsonrpc: '2.0', id, method, params });
const opened = (text: unknown, uri: unknown = URI): Buffer =>
  notification('textDocument/didOpen', { textDocument: { uri, languageId: 'nianbao', version: 1, text } });
const outline = (id: number, uri: unknown = URI): Buffer => request(id, 'nianbao/outline', { textDocument: { uri } });

function raw(): RawServer {
  const server = new RawServer();
  onTestFinished(() => {
    server.process.kill('SIGKILL');
  });
  return server;
}

async function session(setup: Setup = PULLING): Promise<Client> {
  const client = await start(setup);
  onTestFinished(async () => {
    await client.stop();
  });
  return client;
}

test.each([
  ['no JSON', '{"jsonrpc":'],
  ['no object', 'null'],
  ['a number', '5'],
  ['an empty batch', '[]'],
  ['an empty object', '{}'],
  ['no method', '{"jsonrpc":"2.0","id":null}'],
  ['an id that is none', '{"jsonrpc":"2.0","id":{},"method":"shutdown"}'],
  ['an answer to nothing', '{"jsonrpc":"2.0","id":99,"result":null}'],
  ['an error to nothing', '{"jsonrpc":"2.0","id":99,"error":{"code":1,"message":"no"}}'],
  ['bytes that are no UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22]).toString('latin1')],
])('a message of %s is passed over', async (_, body) => {
  const server = raw();
  server.send(initialize(), opened(sampleDraft()), frame(body), outline(1));
  expect((await server.answer(1)).result).toMatchObject({ version: 1 });
});

test.each([
  ['lengths that are too short', 'Content-Length: 3\r\n\r\n{"jsonrpc":"2.0","id":5,"method":"shutdown"}'],
  ['lengths that are no number', 'Content-Length: x\r\n\r\n{}'],
  ['negative lengths', 'Content-Length: -5\r\n\r\n{}'],
  ['no headers', '\r\n\r\n{}'],
  ['lines that are no header', 'hello\r\n\r\n'],
])('a stream with %s is over, and the server ends with its client', async (_, bytes) => {
  const server = raw();
  server.send(initialize(), opened(sampleDraft()), outline(1));
  await server.answer(1);
  server.send(bytes, outline(2));
  server.process.stdin.end();
  expect(await server.ended()).toBe(1);
});

test('a message that comes byte by byte is a message', async () => {
  const server = raw();
  server.send(initialize(), opened(sampleDraft()));
  for (const byte of outline(1)) {
    server.send(Buffer.from([byte]));
    await new Promise(setImmediate);
  }
  expect((await server.answer(1)).result).toMatchObject({ version: 1 });
});

test('before initialisation nothing is answered but by an error, and exit ends the process', async () => {
  const server = raw();
  server.send(outline(1));
  expect((await server.answer(1)).error).toBeDefined();
  server.send(notification('exit'));
  expect(await server.ended()).toBe(1);
});

test('shutdown before exit is an end in order; whatever comes between does no harm', async () => {
  const server = raw();
  server.send(initialize(), opened(sampleDraft()), request(1, 'shutdown'));
  expect((await server.answer(1)).result).toBeNull();
  server.send(
    outline(2),
    notification('textDocument/didClose', { textDocument: { uri: URI } }),
    request(3, 'shutdown'),
  );
  server.send(notification('exit'));
  expect(await server.ended()).toBe(0);
});

test('exit without shutdown is told by the status', async () => {
  const server = raw();
  server.send(initialize(), notification('exit'));
  expect(await server.ended()).toBe(1);
});

/** Anything but what is asked for. */
const NONSENSE: readonly unknown[] = [
  undefined,
  null,
  5,
  'text',
  [],
  {},
  { textDocument: null },
  { textDocument: { uri: null } },
  { textDocument: { uri: 5 }, position: null, range: 7, positions: 'x', contentChanges: 1 },
  { textDocument: { uri: URI } },
  { textDocument: { uri: URI }, position: {}, range: {}, positions: [null], context: null, options: null },
  {
    textDocument: { uri: URI, version: 'x' },
    position: { line: 'a', character: null },
    range: { start: { line: -1, character: Number.MAX_SAFE_INTEGER }, end: null },
    positions: [{ line: 1e9, character: -1 }],
    contentChanges: [null, {}, { range: null, text: 5 }],
    context: { diagnostics: 7, only: 'quickfix' },
    previousResultId: {},
    text: 8,
    html: {},
    command: 5,
    arguments: { length: -1 },
  },
  { organisation: {}, year: '2023', level: null, command: 'nianbao.fixTable', arguments: [URI, { line: 1e300 }] },
];

const METHODS: readonly string[] = [
  ...['codeAction', 'codeLens', 'completion', 'definition', 'diagnostic', 'documentHighlight', 'documentLink'],
  ...['documentSymbol', 'foldingRange', 'formatting', 'hover', 'inlayHint', 'rangeFormatting', 'references'],
  ...['selectionRange', 'semanticTokens/full', 'semanticTokens/range'],
]
  .map((name) => `textDocument/${name}`)
  .concat(
    ['newDraft', 'outline', 'pasteBlock', 'rollForward', 'tableGrid', 'tableText', 'templates', 'nothing'].map(
      (name) => `nianbao/${name}`,
    ),
    ['workspace/executeCommand', 'workspace/nothing', '$/nothing', ''],
  );

const NOTIFICATIONS: readonly string[] = [
  ...['didOpen', 'didChange', 'didClose', 'didSave', 'nothing'].map((name) => `textDocument/${name}`),
  ...['didChangeConfiguration', 'didChangeWatchedFiles', 'didChangeWorkspaceFolders'].map(
    (name) => `workspace/${name}`,
  ),
  ...['$/cancelRequest', '$/setTrace', '$/nothing', 'initialized', 'window/workDoneProgress/cancel'],
];

test('parameters of any kind: every request has an answer, and the drafts stay as they are', async () => {
  const server = raw();
  const other = 'file:///drafts/other.nianbao';
  const text = sampleDraft({ overview: '国办公开办函〔' });
  server.send(initialize(), opened(7), opened('', 5), opened(text, other));
  let id = 10;
  for (const params of NONSENSE) {
    for (const method of NOTIFICATIONS) server.send(notification(method, params));
    for (const method of METHODS) server.send(request(id++, method, params));
    // a document without a text does not keep the numbers of others from being cited
    const { end } = rangeOf(text, '国办公开办函〔');
    server.send(request(id++, 'textDocument/completion', { textDocument: { uri: other }, position: end }));
    expect((await server.answer(id - 1)).error).toBeUndefined();
  }
  for (let i = 10; i < id; i++) await server.answer(i);
  server.send(outline(1, other));
  expect((await server.answer(1)).result).toMatchObject({ version: 1, faults: { errors: 0 } });
});

const AT = (line: number, character: number): { line: number; character: number } => ({ line, character });

test.each([
  ['before the text', AT(-3, -1), AT(-1, 5)],
  ['behind the text', AT(1e6, 0), AT(1e6, 9)],
  ['behind its line', AT(2, 1e6), AT(2, 2e6)],
  ['over the end', AT(4, 0), AT(1e9, 1e9)],
  ['reversed', AT(6, 3), AT(2, 1)],
  ['before the start of its line', AT(3, -5), AT(3, 2)],
])('an edit %s leaves a text, and what is shown is of that text', async (_, start, end) => {
  const client = await session();
  await client.open(URI, sampleDraft());
  await client.change(URI, { range: { start, end }, text: '一、总体情况' });
  await client.items(URI);
  // where the edit went is the client's to know: the next whole text decides
  const text = sampleDraft({ without: ['四'] });
  await client.change(URI, { text });
  expect(codes(await client.items(URI))).toEqual(checked(text));
});

test('versions out of order: the last text that came is the one', async () => {
  const client = await session(PUSHED);
  const texts = [sampleDraft(), sampleDraft({ without: ['四'] }), sampleDraft({ without: ['二', '六'] })];
  await client.open(URI, texts[0] as string);
  for (const [i, version] of [7, 3].entries()) {
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: URI, version },
      contentChanges: [{ text: texts[i + 1] }],
    });
  }
  const { diagnostics } = await client.published(URI, 3);
  expect(codes(diagnostics)).toEqual(checked(texts[2] as string));
});

test('a document that is opened twice, and closed twice, is one document', async () => {
  const client = await session();
  await client.open(URI, sampleDraft());
  const text = sampleDraft({ without: ['四'] });
  await client.open(URI, text);
  expect(codes(await client.items(URI))).toEqual(checked(text));
  await client.close(URI);
  await client.close(URI);
  expect(await client.items(URI)).toEqual([]);
});
