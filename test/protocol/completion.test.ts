import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import { applyEdits, LineIndex } from '../../server/src/core';
import { type Client, PULLING, start } from './support/client';
import { ONE_WRONG_CELL, sampleDraft } from './support/drafts';

const URI = 'file:///drafts/a.nianbao';
const SNIPPETS = {
  ...PULLING,
  capabilities: {
    textDocument: { ...PULLING.capabilities?.textDocument, completion: { completionItem: { snippetSupport: true } } },
  },
};

let client: Client;
beforeAll(async () => {
  client = await start(SNIPPETS);
});
afterAll(async () => {
  await client.stop();
});

/** What is offered at ‸. */
async function ask(marked: string, to = client): Promise<{ text: string; items: CompletionItem[] }> {
  const offset = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  await to.open(URI, text);
  const position = new LineIndex(text).positionAt(offset);
  const list = await to.request<CompletionList>('textDocument/completion', URI, { position });
  await to.close(URI);
  return { text, items: list.items };
}

function taken(text: string, item: CompletionItem | undefined): string {
  if (!item?.textEdit || !('range' in item.textEdit)) throw new Error('no edit');
  const lines = new LineIndex(text);
  const { range, newText } = item.textEdit;
  return applyEdits(text, [{ range: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) }, newText }]);
}

test('letters are no trigger', () => {
  expect(client.capabilities.completionProvider).toEqual({ triggerCharacters: ['〔', '|', '、', '#'] });
});

test.each(['\n', '\r\n'] as const)('the value that balances (%j)', async (newline) => {
  const wrong = sampleDraft({ ...ONE_WRONG_CELL, newline });
  const { text, items } = await ask(wrong.replace('（一）予以公开 |  | 9', '（一）予以公开 |  | 9‸'));
  expect(items[0]).toMatchObject({ label: '8', filterText: '9', preselect: true });
  expect(items[0]?.detail).toContain('8 + 2 + 0 + 0 + 0 + 0 = 10');
  expect(taken(text, items[0])).toBe(sampleDraft({ newline }));
});

test('headings in order, with snippets where the client knows them', async () => {
  const text = sampleDraft({ without: ['四', '六'] }).replace('## 五', '‸\n\n## 五');
  const { items } = await ask(text);
  expect(items.slice(0, 2).map((i) => [i.label, i.insertTextFormat])).toEqual([
    ['四、政府信息公开行政复议、行政诉讼情况', 1],
    ['四、政府信息公开行政复议、行政诉讼情况（含表格）', 2],
  ]);
  expect(items.map((i) => i.sortText)).toEqual([...items.map((i) => i.sortText)].sort());
  const plain = await start();
  const without = await ask(text, plain);
  expect(without.items.every((i) => i.insertTextFormat === 1)).toBe(true);
  expect(JSON.stringify(without.items)).not.toContain('${');
  await plain.stop();
});

test('document numbers of the other open drafts', async () => {
  const other = 'file:///drafts/b.md';
  await client.open(other, sampleDraft({ overview: '按照清政办〔2023〕15号办理。' }), 'markdown');
  const note = 'file:///notes/c.md';
  await client.open(note, '# 笔记\n\n见秘函〔2023〕99号。\n', 'markdown');
  const { items } = await ask(sampleDraft({ overview: '依照〔‸〕执行。' }));
  expect(items.map((i) => i.label)).toContain('清政办〔2023〕15号');
  expect(items.map((i) => i.label)).not.toContain('秘函〔2023〕99号');
  await client.close(other);
  await client.close(note);
  const after = await ask(sampleDraft({ overview: '依照〔‸〕执行。' }));
  expect(after.items.map((i) => i.label)).not.toContain('清政办〔2023〕15号');
});

test('nothing in prose, in a document that is no draft, in one that is closed, at a place outside of the text', async () => {
  expect((await ask(sampleDraft({ overview: '及时发布‸各类信息。' }))).items).toEqual([]);
  await client.open('file:///notes/d.md', '# 笔记\n\n', 'markdown');
  const at = (uri: string, line: number, character: number) =>
    client.request<CompletionList | null>('textDocument/completion', uri, { position: { line, character } });
  expect(await at('file:///notes/d.md', 2, 0)).toBeNull();
  expect(await at('file:///drafts/closed.nianbao', 0, 0)).toBeNull();
  await client.open(URI, sampleDraft());
  for (const [line, character] of [
    [1e6, 0],
    [-1, 0],
    [0, -5],
  ] as const) {
    const answer = await at(URI, line, character).catch((error: { code: number }) => error.code);
    expect(answer === null || typeof answer === 'number' || answer.items.length === 0).toBe(true);
  }
  await client.close(URI);
  await client.close('file:///notes/d.md');
});
