import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CodeLens } from 'vscode-languageserver';
import { type Client, type Setup, start } from './support/client';
import { ONE_WRONG_CELL, README, sampleDraft } from './support/drafts';

const URI = 'file:///drafts/a.nianbao';
const EXTENSION: Setup = {
  initializationOptions: { commands: true },
  capabilities: {
    workspace: { applyEdit: true, configuration: true, codeLens: { refreshSupport: true } },
    textDocument: {},
  },
};
const WRONG = sampleDraft(ONE_WRONG_CELL);

let client: Client;
let settings: unknown;
beforeAll(async () => {
  client = await start({ ...EXTENSION, configuration: () => settings });
});
afterAll(async () => {
  await client.stop();
});

async function lenses(text: string, at: Client = client): Promise<CodeLens[]> {
  await at.open(URI, text);
  const found = await at.request<CodeLens[]>('textDocument/codeLens', URI);
  await at.close(URI);
  return found;
}

/** Titles by the line that they stand over. */
function titles(found: readonly CodeLens[]): string[][] {
  const lines = [...new Set(found.map(({ range }) => range.start.line))];
  return lines.map((line) =>
    found.filter(({ range }) => range.start.line === line).map(({ command }) => command?.title ?? ''),
  );
}

test('over each table how it stands and what can be done with it', async () => {
  const found = await lenses(WRONG);
  expect(titles(found).map(([state]) => state)).toEqual(['平衡', '差 1', '平衡']);
  expect(titles(found)[0]).toEqual(['平衡', '复制到 Word/Excel']);
  const lines = WRONG.split('\n');
  for (const { range } of found) expect(lines[range.start.line]).toMatch(/^\| /);
  const copy = found.find(({ command }) => command?.command === 'nianbao.copyTable')?.command;
  expect(copy?.arguments).toEqual([URI, found[0]?.range.start]);
});

test('only what is no GFM table yet can be made one', async () => {
  const text = WRONG.replaceAll(/^\| (.*) \|$/gm, (_, row: string) => row.replaceAll(' | ', '\t')).replaceAll(
    /^(---\t)+---\n/gm,
    '',
  );
  const found = await lenses(text);
  const convert = found.filter(({ command }) => command?.command === 'nianbao.convertTable');
  expect(convert.map(({ command }) => command?.title)).toEqual(Array(3).fill('转为 Markdown 表格'));
  expect(convert[0]?.command?.arguments).toEqual([URI, convert[0]?.range.start, 'pipes']);
});

test('a client sees no command that nobody runs for it', async () => {
  const other = await start({ locale: 'en' });
  expect(other.capabilities.executeCommandProvider).toBeUndefined();
  const found = await lenses(WRONG, other);
  expect(found.map(({ command }) => [command?.title, command?.command])).toEqual([
    ['balanced', ''],
    ['off by 1', ''],
    ['balanced', ''],
  ]);
  expect(await other.stop()).toBe(0);
});

test('switched off, and the client told to ask again', async () => {
  settings = { codeLens: false };
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await client.inbox.take('workspace/codeLens/refresh');
  expect(await lenses(WRONG)).toEqual([]);
  settings = {};
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  expect(await lenses(WRONG)).not.toEqual([]);
});

test('nothing for what is no draft or not open', async () => {
  await client.open('file:///README.md', README, 'markdown');
  expect(await client.request('textDocument/codeLens', 'file:///README.md')).toEqual([]);
  expect(await client.request('textDocument/codeLens', 'file:///closed.nianbao')).toEqual([]);
});
