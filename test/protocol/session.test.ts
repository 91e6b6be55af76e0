import { once } from 'node:events';
import { expect, test } from 'vitest';
import { CancellationTokenSource, ResponseError } from 'vscode-jsonrpc/node';
import type { DocumentSymbol } from 'vscode-languageserver';
import { LineIndex } from '../../server/src/core';
import type { Outline } from '../../server/src/protocol';
import { PULLING, rangeOf, start } from './support/client';
import { sampleDraft } from './support/drafts';

const URI = 'file:///drafts/a.nianbao';
const REQUESTS = [
  'textDocument/documentSymbol',
  'textDocument/foldingRange',
  'textDocument/semanticTokens/full',
  'textDocument/semanticTokens/range',
  'textDocument/diagnostic',
  'nianbao/outline',
];
const ANYWHERE = { range: { start: { line: -1, character: -9 }, end: { line: 1e9, character: 1e9 } } };

test('shutdown and exit leave no process, and neither does a client that vanishes', async () => {
  const client = await start();
  expect(await client.stop()).toBe(0);

  const vanishing = await start();
  const gone = once(vanishing.server, 'exit');
  vanishing.server.stdin?.end();
  await gone;
});

test('documents that are not open, never were or are closed have empty answers', async () => {
  const client = await start();
  const empty = async () => {
    for (const method of REQUESTS) {
      const result = await client.request(method, URI, ANYWHERE);
      expect([null, [], { data: [] }, { kind: 'full', items: [] }]).toContainEqual(result);
    }
  };
  await empty();
  await client.change(URI, { text: 'a text for a document that is not open' });
  await empty();
  await client.open(URI, sampleDraft());
  expect(await client.request<Outline>('nianbao/outline', URI)).toMatchObject({ version: 1 });
  await client.close(URI);
  await client.close(URI);
  await empty();
  expect(await client.stop()).toBe(0);
});

test('positions outside the text are moved into it', async () => {
  const client = await start();
  await client.open(URI, sampleDraft());
  for (const method of REQUESTS) await client.request(method, URI, ANYWHERE);
  await client.change(URI, {
    range: { start: { line: 1e6, character: 7 }, end: { line: 1e6, character: 9 } },
    text: '\n（一）收费情况\n',
  });
  const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', URI);
  expect(symbols.at(-1)?.children?.map(({ name }) => name)).toEqual(['（一）收费情况']);
  await client.stop();
});

test('requests that make no sense get an error and the server goes on', async () => {
  const client = await start();
  await client.open(URI, sampleDraft());
  for (const params of [{}, { textDocument: null }, { textDocument: {} }, { textDocument: { uri: 5 } }]) {
    for (const method of REQUESTS) await client.connection.sendRequest(method, params).catch(() => {});
  }
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: 'nonsense' });
  await expect(client.connection.sendRequest('nianbao/nothing', {})).rejects.toBeInstanceOf(ResponseError);
  expect(await client.request<Outline>('nianbao/outline', URI)).toMatchObject({ version: 1 });
  expect(await client.stop()).toBe(0);
});

test('a cancelled request is answered as cancelled', async () => {
  // The settings are withheld until the request is cancelled, so that it cannot be done before.
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let asked = () => {};
  const waiting = new Promise<void>((resolve) => {
    asked = resolve;
  });
  const client = await start({
    capabilities: { ...PULLING.capabilities, workspace: { configuration: true } },
    configuration: async () => {
      asked();
      await held;
      return null;
    },
  });
  await client.open(URI, sampleDraft());
  const cancellation = new CancellationTokenSource();
  const answer = client.connection.sendRequest('nianbao/outline', { textDocument: { uri: URI } }, cancellation.token);
  await waiting;
  cancellation.cancel();
  release();
  await expect(answer).rejects.toMatchObject({ code: -32800 });
  expect(await client.request<Outline>('nianbao/outline', URI)).toMatchObject({ version: 1 });
  await client.stop();
});

test('answers are of the last text that was sent', async () => {
  const client = await start();
  let text = sampleDraft({ overview: '（一）第0稿' });
  await client.open(URI, text);
  const answers: Promise<[Outline, number]>[] = [];
  for (let i = 1; i <= 30; i++) {
    const range = rangeOf(text, `第${i - 1}稿`);
    text = text.replace(`第${i - 1}稿`, `第${i}稿`);
    const version = await client.change(URI, { range, text: `第${i}稿` });
    answers.push(client.request<Outline>('nianbao/outline', URI).then((outline) => [outline, version]));
  }
  for (const [outline, version] of await Promise.all(answers)) {
    expect(outline.version).toBeGreaterThanOrEqual(version);
    expect(outline.sections[0]?.children[0]?.label).toBe(`（一）第${outline.version - 1}稿`);
  }
  await client.stop();
});

test('after any edits the answers are those of a document opened with the same text', async () => {
  const client = await start();
  const [edited, fresh] = ['file:///a/edited.nianbao', 'file:///a/fresh.nianbao'];
  let seed = 20230131;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const pieces = ['7', '𠮷', '\r\n', '\n', '\r', '', '（一）', '三、', '|', '\t', '一、总体情况\n', '总计', '  '];
  for (const newline of ['\n', '\r\n'] as const) {
    let text = sampleDraft({ newline });
    await client.open(edited, text);
    for (let round = 0; round < 20; round++) {
      const changes = Array.from({ length: 1 + random(3) }, () => {
        const start = aPosition(text, random(text.length + 1));
        const end = aPosition(text, Math.min(text.length, start + random(12)));
        const range = new LineIndex(text).rangeAt({ start, end });
        const piece = pieces[random(pieces.length)] ?? '';
        text = text.slice(0, start) + piece + text.slice(end);
        return { range, text: piece };
      });
      await client.change(edited, ...changes);
      await client.open(fresh, text);
      for (const method of [
        'textDocument/documentSymbol',
        'textDocument/foldingRange',
        'textDocument/semanticTokens/full',
      ]) {
        const [a, b] = await Promise.all([
          client.request<object>(method, edited),
          client.request<object>(method, fresh),
        ]);
        expect({ ...a, resultId: '' }).toEqual({ ...b, resultId: '' });
      }
      const codes = async (uri: string) => (await client.items(uri)).map(({ code, range }) => ({ code, range }));
      expect(await codes(edited)).toEqual(await codes(fresh));
      await client.close(fresh);
    }
    await client.close(edited);
  }
  await client.stop();
});

/** Between CR and LF there is no position; the next is behind them. */
function aPosition(text: string, offset: number): number {
  return text[offset - 1] === '\r' && text[offset] === '\n' ? offset + 1 : offset;
}
