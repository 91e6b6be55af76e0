import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Position, SelectionRange } from 'vscode-languageserver';
import { LineIndex } from '../../server/src/core';
import { cellIn, GRANTED } from './support/cells';
import { type Client, rangeOf, start, textAt } from './support/client';
import { README, sampleDraft } from './support/drafts';

const URI = 'file:///drafts/a.nianbao';
const TEXT = sampleDraft({ cells: { 'requests.granted.naturalPerson': '8（其中口头 1 件）' } });

let client: Client;
beforeAll(async () => {
  client = await start();
  await client.open(URI, TEXT);
});
afterAll(async () => {
  await client.stop();
});

async function chains(...positions: Position[]): Promise<string[][]> {
  const found = await client.request<SelectionRange[]>('textDocument/selectionRange', URI, { positions });
  return found.map((selection) => {
    const texts: string[] = [];
    for (let at: SelectionRange | undefined = selection; at; at = at.parent) texts.push(textAt(TEXT, at.range));
    return texts;
  });
}

test('digits, cell, row, table, section, draft: each around the one before and larger', async () => {
  const [chain = []] = await chains(cellIn(TEXT, GRANTED, 1).start);
  const [digits, cell, row, table, section, whole] = chain;
  expect(chain).toHaveLength(6);
  expect([digits, cell]).toEqual(['8', '8（其中口头 1 件）']);
  expect(row).toMatch(/^三、.*（一）予以公开 \|.*10$/);
  expect(table).toMatch(/本列数据的勾稽关系[\s\S]*四、结转下年度继续办理[^\n]*$/);
  expect(section).toMatch(/^三、收到和处理/);
  expect(whole).toBe(TEXT);
  chain.forEach((text, i) => {
    if (i > 0) expect(text).toContain(chain[i - 1]);
    if (i > 0) expect(text.length).toBeGreaterThan((chain[i - 1] as string).length);
  });
});

test('prose: paragraph, what its sub-heading heads, section, draft', async () => {
  const [chain = []] = await chains(rangeOf(TEXT, '发布各类').start);
  expect(chain.map((text) => text.slice(0, 6))).toEqual([
    '及时发布各类',
    '（一）主动公',
    '一、总体情况',
    TEXT.slice(0, 6),
  ]);
});

test('a heading grows from its words to the section', async () => {
  const [chain = []] = await chains(rangeOf(TEXT, '总体情况').start);
  expect(chain.slice(0, 2)).toEqual(['总体情况', '一、总体情况']);
});

test('one answer a position, in their order, also for those outside of the text', async () => {
  const outside = { line: 1e6, character: 7 };
  const found = await client.request<SelectionRange[]>('textDocument/selectionRange', URI, {
    positions: [outside, cellIn(TEXT, GRANTED, 2).start, { line: -1, character: 0 }],
  });
  expect(found.map(({ range }) => textAt(TEXT, range)).slice(1, 2)).toEqual(['2']);
  const end = new LineIndex(TEXT).positionAt(TEXT.length);
  const start = { line: 0, character: 0 };
  expect(found[0]).toEqual({ range: { start: end, end } });
  expect(found[2]).toEqual({ range: { start, end: start } });
  expect(found).toHaveLength(3);
  expect(await chains()).toEqual([]);
});

test('nothing for what is no draft or not open, an error without positions', async () => {
  const positions = [{ line: 0, character: 0 }];
  await client.open('file:///README.md', README, 'markdown');
  expect(await client.request('textDocument/selectionRange', 'file:///README.md', { positions })).toBeNull();
  expect(await client.request('textDocument/selectionRange', 'file:///closed.nianbao', { positions })).toBeNull();
  await expect(client.request('textDocument/selectionRange', URI)).rejects.toThrow();
});
