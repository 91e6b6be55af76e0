/** Formatting over the protocol: tables stand in columns, and nothing else of any document changes. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Range, TextEdit } from 'vscode-languageserver';
import { applyEdits, LineIndex } from '../../server/src/core';
import { type Client, PULLING, rangeOf, start } from './support/client';
import { README, sampleDraft } from './support/drafts';

const URI = 'file:///drafts/a.nianbao';
const OPTIONS = { tabSize: 4, insertSpaces: false, trimTrailingWhitespace: true, insertFinalNewline: true };

let client: Client;
beforeAll(async () => {
  client = await start();
});
afterAll(async () => {
  await client.stop();
});

function applied(text: string, edits: readonly TextEdit[]): string {
  const lines = new LineIndex(text);
  const offsets = edits.map(({ range, newText }) => ({
    range: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
    newText,
  }));
  return applyEdits(text, offsets);
}

async function format(text: string, { uri = URI, language = 'nianbao', range }: Ask = {}): Promise<TextEdit[]> {
  await client.open(uri, text, language);
  const method = range ? 'textDocument/rangeFormatting' : 'textDocument/formatting';
  const edits = await client.request<TextEdit[]>(method, uri, { options: OPTIONS, range });
  await client.close(uri);
  return edits;
}

interface Ask {
  readonly uri?: string;
  readonly language?: string;
  readonly range?: Range;
}

const ROW = '规章';
const row = (text: string): string => text.split(/\r?\n/).find((line) => line.includes(`| ${ROW}`)) ?? '';

test('a client that registers nothing is told that documents and ranges are formatted', () => {
  expect(client.capabilities).toMatchObject({
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
  });
});

describe.each(['\n', '\r\n'] as const)('a draft with %j', (newline) => {
  const text = `${sampleDraft({ newline })}   `;

  test('has its tables in columns, by edits within lines, and nothing else changed', async () => {
    const edits = await format(text);
    expect(edits.every(({ range, newText }) => range.start.line === range.end.line && !/[\r\n]/.test(newText))).toBe(
      true,
    );
    const out = applied(text, edits);
    expect(row(out)).toBe('| 规章               |                          0 |            0 |            0 |');
    const prose = (all: string) => all.split(newline).filter((line) => !line.startsWith('|'));
    expect(prose(out)).toEqual(prose(text));
    expect(await format(out)).toEqual([]);
  });

  test('has the table that a range touches in columns, and the others as they were', async () => {
    const at = rangeOf(text, '行政强制');
    const out = applied(text, await format(text, { range: { start: at.start, end: at.start } }));
    expect(row(out)).toBe('| 规章               |                          0 |            0 |            0 |');
    expect(out).toContain('| 一、本年新收政府信息公开申请数量 |  |  | 10 |');
    expect(await format(text, { range: rangeOf(text, '总体情况') })).toEqual([]);
  });
});

test('Markdown that is a draft is formatted, Markdown that is none stays as it is', async () => {
  const uri = 'file:///drafts/a.md';
  expect(await format(sampleDraft(), { uri, language: 'markdown' })).not.toEqual([]);
  expect(await format(`${README}\n|a|b|\n|-|-|\n|ccc|d|\n`, { uri, language: 'markdown' })).toEqual([]);
});

test('the width of “ is a setting', async () => {
  const text = sampleDraft();
  const wide = await start({ ...PULLING, initializationOptions: { format: { ambiguousWidth: 'wide' } } });
  await wide.open(URI, text);
  const edits = await wide.request<TextEdit[]>('textDocument/formatting', URI, { options: OPTIONS });
  expect(await wide.stop()).toBe(0);
  const line = (out: string) => out.split('\n').find((l) => l.includes('三安全一稳定')) ?? '';
  expect(line(applied(text, edits)).length + 2).toBe(line(applied(text, await format(text))).length);
});

describe('bad requests get nothing', () => {
  test('a document that is not open', async () => {
    expect(await client.request('textDocument/formatting', 'file:///closed.nianbao', { options: OPTIONS })).toEqual([]);
  });
  test('a range that begins outside of the text', async () => {
    const range = { start: { line: 9_999, character: 0 }, end: { line: 10_000, character: 0 } };
    expect(await format(sampleDraft(), { range })).toEqual([]);
  });
  test('a range that ends outside of the text is cut', async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 5 } };
    expect(await format(sampleDraft(), { range })).toEqual(await format(sampleDraft()));
  });
  test('a range the wrong way round touches no table but its own', async () => {
    const range = { start: rangeOf(sampleDraft(), '行政强制').start, end: { line: 0, character: 0 } };
    expect((await format(sampleDraft(), { range })).length).toBeGreaterThan(0);
  });
});

test('a client that can be told which documents is told of drafts alone', async () => {
  const dynamic = { dynamicRegistration: true };
  const { capabilities } = PULLING;
  const told = await start({
    capabilities: { textDocument: { ...capabilities?.textDocument, formatting: dynamic, rangeFormatting: dynamic } },
  });
  expect(told.capabilities.documentFormattingProvider).toBeUndefined();
  interface Registrations {
    readonly registrations: readonly {
      readonly method: string;
      readonly registerOptions: { readonly documentSelector: readonly object[] };
    }[];
  }
  const registered = async () => {
    const { registrations } = await told.inbox.take<Registrations>('client/registerCapability', ({ registrations }) =>
      registrations.some(({ method }) => method === 'textDocument/formatting'),
    );
    return registrations[0]?.registerOptions.documentSelector;
  };
  expect(await registered()).toEqual([{ language: 'nianbao' }]);
  await told.open('file:///drafts/README.md', README, 'markdown');
  await told.open('file:///c%3A/%E5%B9%B4%E6%8A%A5/2023%5B1%5D.md', sampleDraft(), 'markdown');
  expect(await registered()).toEqual([{ language: 'markdown', scheme: 'file', pattern: '**/年报/2023[[]1[]].md' }]);
  await told.close('file:///c%3A/%E5%B9%B4%E6%8A%A5/2023%5B1%5D.md');
  await told.inbox.take('client/unregisterCapability');
  expect(await told.stop()).toBe(0);
});
