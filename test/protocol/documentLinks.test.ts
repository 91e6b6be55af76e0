import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DocumentLink } from 'vscode-languageserver';
import { type Client, start, textAt } from './support/client';
import { README, sampleDraft } from './support/drafts';

const URI = 'file:///drafts/a.nianbao';

let client: Client;
beforeAll(async () => {
  client = await start();
});
afterAll(async () => {
  await client.stop();
});

test('documents that are public, wherever they are cited', async () => {
  const text = sampleDraft({
    overview: '依照国务院令第711号和《青石县公开办法》办理，按国办公开办函〔2021〕30号编写。',
  });
  await client.open(URI, text);
  const links = await client.request<DocumentLink[]>('textDocument/documentLink', URI);
  expect(links.map(({ range }) => textAt(text, range))).toEqual([
    '《中华人民共和国政府信息公开条例》',
    '国务院令第711号',
  ]);
  for (const { target, tooltip } of links) {
    expect(target).toMatch(/^https:\/\/www\.gov\.cn\//);
    expect(tooltip).toContain('政府信息公开条例');
  }
});

test('nothing for what is no draft or not open', async () => {
  await client.open('file:///README.md', `${README}\n《政府信息公开条例》\n`, 'markdown');
  expect(await client.request('textDocument/documentLink', 'file:///README.md')).toEqual([]);
  expect(await client.request('textDocument/documentLink', 'file:///closed.nianbao')).toEqual([]);
});
