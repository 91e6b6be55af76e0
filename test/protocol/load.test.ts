/** More than anybody has: the server answers of the last text, and when all is closed holds no more than before. */
import { expect, onTestFinished, test } from 'vitest';
import { CancellationTokenSource, type ResponseError } from 'vscode-jsonrpc/node';
import type { DocumentDiagnosticReport } from 'vscode-languageserver';
import { longDraft } from '../../bench/draft.mjs';
import { LineIndex } from '../../server/src/core';
import type { Outline } from '../../server/src/protocol';
import { type Client, PULLING, PUSHED, type Setup, start } from './support/client';
import { sampleDraft } from './support/drafts';
import { checked, codes } from './support/fresh';
import { INSPECTED, Inspector } from './support/heap';

const URI = 'file:///drafts/a.nianbao';
/** Milliseconds; some of it is a lot, on machines that do other things beside. */
const PATIENCE = 180_000;

async function session(setup: Setup = PULLING): Promise<Client> {
  const client = await start(setup);
  onTestFinished(async () => {
    await client.stop();
  });
  return client;
}

/** Texts that differ, each with another section missing. */
function variant(index: number): string {
  const text = sampleDraft({ without: ['四', '五', '六'].slice(0, index % 4), overview: `（一）第${index}稿` });
  return text.replace('青石县', `青石${index}县`);
}

/** Puts text in at an offset, as an editor does. */
function typed(text: string, offset: number, words: string): { next: string; range: ReturnType<LineIndex['rangeAt']> } {
  return {
    next: text.slice(0, offset) + words + text.slice(offset),
    range: new LineIndex(text).rangeAt({ start: offset, end: offset }),
  };
}

const REQUESTS: readonly (readonly [method: string, more?: object])[] = [
  ['nianbao/outline'],
  ['textDocument/documentSymbol'],
  ['textDocument/foldingRange'],
  ['textDocument/semanticTokens/full'],
  ['textDocument/documentLink'],
  ['textDocument/codeLens'],
  ['textDocument/formatting', { options: { tabSize: 2, insertSpaces: true } }],
  ['textDocument/hover', { position: { line: 40, character: 30 } }],
  ['textDocument/completion', { position: { line: 40, character: 30 } }],
  ['textDocument/inlayHint', { range: { start: { line: 0, character: 0 }, end: { line: 1e6, character: 0 } } }],
];

/** Everything an editor asks of a draft that is in sight. */
async function look(client: Client, uri: string): Promise<void> {
  await Promise.all([client.pull(uri), ...REQUESTS.map(([method, more]) => client.request(method, uri, more))]);
}

test(
  'a draft of five megabytes is read, asked about and typed in',
  async () => {
    const client = await session();
    const text = longDraft(5_000_000);
    await client.open(URI, text);
    await look(client, URI);
    expect(codes(await client.items(URI))).toEqual(checked(text));
    const { next, range } = typed(text, text.indexOf('一、总体情况'), '（');
    await client.change(URI, { range, text: '（' });
    expect(codes(await client.items(URI))).toEqual(checked(next));
  },
  PATIENCE,
);

test(
  'ten thousand edits in a burst, with requests that are cancelled: the last text is what is shown',
  async () => {
    const client = await session();
    let text = sampleDraft();
    await client.open(URI, text);
    const answers: Promise<DocumentDiagnosticReport | null>[] = [];
    const ids = new Set<string>();
    let cancelled = 0;
    const sent: Promise<unknown>[] = [];
    for (let i = 0; i < 10_000; i++) {
      const { next, range } = typed(text, text.indexOf('及时发布'), i % 50 === 49 ? '\n' : '又');
      text = next;
      sent.push(client.change(URI, { range, text: i % 50 === 49 ? '\n' : '又' }));
      if (i % 10 !== 0) continue;
      const source = new CancellationTokenSource();
      answers.push(
        client.connection
          .sendRequest<DocumentDiagnosticReport>(
            'textDocument/diagnostic',
            { textDocument: { uri: URI } },
            source.token,
          )
          .catch((error: ResponseError) => {
            expect(error.code).toBe(-32800);
            cancelled++;
            return null;
          }),
      );
      source.cancel();
    }
    const last = client.pull(URI);
    await Promise.all(sent);
    for (const report of await Promise.all(answers)) if (report?.resultId) ids.add(report.resultId);
    const report = await last;
    expect(report.kind === 'full' && codes(report.items)).toEqual(checked(text));
    expect(await client.request<Outline>('nianbao/outline', URI)).toMatchObject({ version: 10_001 });
    // a text that nobody waits for any more is not checked
    expect(cancelled + ids.size).toBeGreaterThan(0);
    expect(ids.size).toBeLessThan(100);
  },
  PATIENCE,
);

test(
  'a burst of changes is published once or little more, and the last publication is of the last text',
  async () => {
    const client = await session(PUSHED);
    let text = sampleDraft();
    await client.open(URI, text);
    const sent: Promise<unknown>[] = [];
    for (let i = 0; i < 2000; i++) {
      const { next, range } = typed(text, text.indexOf('及时发布'), '又');
      text = next;
      sent.push(client.change(URI, { range, text: '又' }));
    }
    await Promise.all(sent);
    const { diagnostics } = await client.published(URI, 2001);
    expect(codes(diagnostics)).toEqual(checked(text));
    expect(client.inbox.count('textDocument/publishDiagnostics')).toBeLessThan(20);
  },
  PATIENCE,
);

test(
  'requests behind a burst of changes are answered from its last text, however many came before them',
  async () => {
    const client = await session();
    await client.open(URI, variant(0));
    const versions: Promise<Outline>[] = [];
    const sent: Promise<unknown>[] = [];
    for (let i = 1; i <= 500; i++) {
      sent.push(client.change(URI, { text: variant(i) }));
      versions.push(client.request<Outline>('nianbao/outline', URI));
    }
    await Promise.all(sent);
    const seen = (await Promise.all(versions)).map(({ version }) => version);
    // each is of the text that it was asked about, or of a newer one, and none of an older one than its neighbour
    for (const [i, version] of seen.entries()) expect(version).toBeGreaterThanOrEqual(i + 2);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(501);
  },
  PATIENCE,
);

test(
  'five hundred drafts, all looked at, all closed: the heap is as it was',
  async () => {
    const client = await session({ ...PULLING, node: INSPECTED });
    const inspector = await Inspector.of(client);
    const round = async (from: number, count: number): Promise<void> => {
      const uris = Array.from({ length: count }, (_, i) => `file:///drafts/${from + i}/a.nianbao`);
      await Promise.all(uris.map((uri, i) => client.open(uri, variant(from + i))));
      for (const [i, uri] of uris.entries()) {
        await look(client, uri);
        const { range } = typed(variant(from + i), 0, ' ');
        await client.change(uri, { range, text: ' ' });
      }
      for (const [i, uri] of uris.entries()) {
        expect(codes(await client.items(uri))).toEqual(checked(` ${variant(from + i)}`));
      }
      await Promise.all(uris.map((uri) => client.close(uri)));
      await client.items(URI); // everything before it is done
    };
    await round(0, 500); // what is loaded and compiled at first use stays, and what is remembered of the last drafts
    const before = await inspector.heap();
    await round(1000, 500);
    const after = await inspector.heap();
    inspector.close();
    expect(after, `${before} bytes before, ${after} after`).toBeLessThan(before * 1.1);
  },
  PATIENCE,
);

test(
  'a draft typed into a thousand times and closed: the heap is as it was',
  async () => {
    const client = await session({ ...PULLING, node: INSPECTED });
    const inspector = await Inspector.of(client);
    const round = async (count: number): Promise<void> => {
      let text = sampleDraft();
      await client.open(URI, text);
      for (let i = 0; i < count; i++) {
        const { next, range } = typed(text, text.indexOf('及时发布'), `第${i}次`);
        text = next;
        await client.change(URI, { range, text: `第${i}次` });
        await client.pull(URI);
      }
      await client.close(URI);
      await client.items(URI);
    };
    await round(1000);
    const before = await inspector.heap();
    await round(1000);
    const after = await inspector.heap();
    inspector.close();
    expect(after, `${before} bytes before, ${after} after`).toBeLessThan(before * 1.1);
  },
  PATIENCE,
);
