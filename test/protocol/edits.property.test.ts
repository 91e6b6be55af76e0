/**
 * Whatever is typed, in whatever order the requests come: at rest the server shows what a fresh check of the last text
 * finds, to clients that pull and to clients that are pushed to. Other sequences: `NIANBAO_SEED=7`.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import { LineIndex } from '../../server/src/core';
import { words, wrecked } from '../properties/texts';
import { type Client, PULLING, PUSHED, type Setup, start } from './support/client';
import { sampleDraft } from './support/drafts';
import { checked, codes } from './support/fresh';
import { frame, initialize, RawServer } from './support/raw';

const SEED = Number(process.env.NIANBAO_SEED ?? 20230131);
const RUNS = Number(process.env.NIANBAO_RUNS ?? 12);
const PATIENCE = 180_000;

interface Edit {
  readonly at: number;
  readonly removed: number;
  readonly added: string;
}

/** What is done to an open draft between two rests. */
interface Step {
  /** One change of the document each; a list of several is sent as one. */
  readonly changes: readonly (readonly Edit[])[];
  /** What is asked in between, and whether it is taken back. */
  readonly asked: readonly { readonly method: string; readonly cancelled: boolean }[];
  /** The whole text is sent anew, as some clients do. */
  readonly whole: boolean;
  /** The draft is closed and opened again, its versions beginning anew. */
  readonly reopened: boolean;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(1_000_000),
  removed: fc.oneof(fc.nat(3), fc.nat(200)),
  added: fc.oneof(words, fc.constantFrom('7', '𠮷', '\r\n', '\n', '\r', '| 0 | 0 |', '一、总体情况\n')),
});

const step: fc.Arbitrary<Step> = fc.record({
  changes: fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { maxLength: 12 }),
  asked: fc.array(
    fc.record({
      method: fc.constantFrom('textDocument/diagnostic', 'nianbao/outline', 'textDocument/documentSymbol'),
      cancelled: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
  whole: fc.boolean(),
  reopened: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
});

const session = fc.record({
  first: fc.oneof(fc.constant(sampleDraft()), fc.constant(sampleDraft({ newline: '\r\n' })), wrecked),
  steps: fc.array(step, { minLength: 1, maxLength: 6 }),
});

/** Between CR and LF there is no position; the next is behind them. */
function position(text: string, offset: number): number {
  return text[offset - 1] === '\r' && text[offset] === '\n' ? offset + 1 : offset;
}

/** One edit, as its sender sees the text. */
function applied(
  text: string,
  { at, removed, added }: Edit,
): { range: ReturnType<LineIndex['rangeAt']>; next: string } {
  const start = position(text, at % (text.length + 1));
  const end = position(text, Math.min(text.length, start + removed));
  return {
    range: new LineIndex(text).rangeAt({ start, end }),
    next: text.slice(0, start) + added + text.slice(end),
  };
}

/** Does what a step says without waiting for anything. @returns the text, and the version it has */
async function take(client: Client, uri: string, before: string, { changes, asked, whole, reopened }: Step) {
  let text = before;
  let version = 1;
  const answers: Promise<unknown>[] = [];
  if (reopened) {
    await client.close(uri);
    await client.open(uri, text);
  }
  const ask = (): void => {
    for (const { method, cancelled } of asked) {
      const source = new CancellationTokenSource();
      answers.push(client.connection.sendRequest(method, { textDocument: { uri } }, source.token).catch(() => {}));
      if (cancelled) source.cancel();
    }
  };
  for (const edits of changes) {
    const events = edits.map((one) => {
      const { range, next } = applied(text, one);
      text = next;
      return { range, text: one.added };
    });
    version = await client.change(uri, ...events);
    ask();
  }
  if (whole) version = await client.change(uri, { text });
  ask();
  return { text, version: changes.length > 0 || whole ? version : null, answers };
}

interface Rest {
  readonly client: Client;
  readonly uri: string;
  readonly text: string;
  readonly version: number | null;
}

/** Tries sessions by chance. @param look is asked for what the server shows after each step */
async function sessions(setup: Setup, look: (rest: Rest) => Promise<void>, reopens: boolean): Promise<void> {
  const client = await start(setup);
  let draft = 0;
  const property = fc.asyncProperty(session, async ({ first, steps }) => {
    const uri = `file:///drafts/${draft++}.nianbao`;
    let text = first;
    await client.open(uri, text);
    for (const one of steps) {
      const { answers, ...done } = await take(client, uri, text, { ...one, reopened: reopens && one.reopened });
      text = done.text;
      await look({ client, uri, ...done });
      await Promise.all(answers);
    }
    await client.close(uri);
  });
  await fc.assert(property, { seed: SEED, numRuns: RUNS });
  await client.stop();
}

test(
  'what is pulled at rest is what a fresh check of the last text finds',
  () =>
    sessions(
      PULLING,
      async ({ client, uri, text }) => expect(codes(await client.items(uri))).toEqual(checked(text)),
      true,
    ),
  PATIENCE,
);

test(
  'what is published at rest is what a fresh check of the last text finds',
  () =>
    sessions(
      PUSHED,
      async ({ client, uri, text, version }) => {
        if (version === null) return;
        const { diagnostics } = await client.published(uri, version);
        expect(codes(diagnostics)).toEqual(checked(text));
      },
      // a publication is told from an older one by its version, which must not begin anew
      false,
    ),
  PATIENCE,
);

test('a text that is no longer the last one is not checked, however often it was asked about', async () => {
  const uri = 'file:///a.nianbao';
  const count = 120;
  const server = new RawServer();
  const textDocument = { uri, languageId: 'nianbao', version: 1, text: sampleDraft() };
  server.send(initialize({ textDocument: { diagnostic: {} } }));
  server.send(frame({ jsonrpc: '2.0', method: 'textDocument/didOpen', params: { textDocument } }));
  // all at once: it is there before the first of it is looked at
  const at = { line: 0, character: 0 };
  const burst = Array.from({ length: count }, (_, i) => [
    frame({
      jsonrpc: '2.0',
      method: 'textDocument/didChange',
      params: {
        textDocument: { uri, version: i + 2 },
        contentChanges: [{ range: { start: at, end: at }, text: '又' }],
      },
    }),
    frame({ jsonrpc: '2.0', id: i, method: 'textDocument/diagnostic', params: { textDocument: { uri } } }),
  ]);
  server.send(Buffer.concat(burst.flat()));
  // each check has an id of its own
  const checks = new Set<unknown>();
  for (let i = 0; i < count; i++) checks.add(((await server.answer(i)).result as { resultId: string }).resultId);
  expect(checks.size).toBeLessThanOrEqual(3);
  server.process.stdin.end();
  await server.ended();
});
