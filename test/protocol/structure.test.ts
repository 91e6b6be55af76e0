import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DocumentSymbol, FoldingRange, SemanticTokens, SymbolInformation } from 'vscode-languageserver';
import type { Outline, SectionNode } from '../../server/src/protocol';
import { type Client, PULLING, rangeOf, start, textAt } from './support/client';
import { ONE_WRONG_CELL, sampleDraft } from './support/drafts';

const URI = 'file:///drafts/a.nianbao';
const SECTIONS = ['overview', 'proactive', 'requests', 'disputes', 'problems', 'others'];

let client: Client;
beforeAll(async () => {
  client = await start();
});
afterAll(async () => {
  await client.stop();
});

/** Opens a text and asks one thing about it. */
async function ask<T>(method: string, text: string, more: object = {}): Promise<T> {
  await client.open(URI, text);
  const result = await client.request<T>(method, URI, more);
  await client.close(URI);
  return result;
}

const WHOLE = sampleDraft();

test('symbols: six sections, subheadings and tables within them, each within its parent', async () => {
  const symbols = await ask<DocumentSymbol[]>('textDocument/documentSymbol', WHOLE);
  expect(symbols.map(({ name }) => name)).toEqual([
    '一、总体情况',
    '二、主动公开政府信息情况',
    '三、收到和处理政府信息公开申请情况',
    '四、政府信息公开行政复议、行政诉讼情况',
    '五、存在的主要问题及改进情况',
    '六、其他需要报告的事项',
  ]);
  expect(symbols[0]?.children?.map(({ name }) => name)).toEqual(['（一）主动公开', '（二）依申请公开']);
  expect(symbols.slice(1, 4).map(({ children }) => children?.map(({ detail }) => detail))).toEqual([
    ['平衡'],
    ['平衡'],
    ['平衡'],
  ]);
  const [selection] = symbols.map(({ selectionRange }) => textAt(WHOLE, selectionRange));
  expect(selection).toContain('一、总体情况');
  const within = (outer: DocumentSymbol) => {
    const whole = textAt(WHOLE, outer.range);
    expect(whole).toContain(textAt(WHOLE, outer.selectionRange));
    for (const child of outer.children ?? []) {
      expect(whole).toContain(textAt(WHOLE, child.range));
      within(child);
    }
  };
  symbols.forEach(within);
});

test('symbols say how far off a table is', async () => {
  const symbols = await ask<DocumentSymbol[]>('textDocument/documentSymbol', sampleDraft(ONE_WRONG_CELL));
  expect(symbols[2]?.children?.[0]).toMatchObject({ detail: '差 1' });
});

test('flat symbols for a client that knows no hierarchy', async () => {
  const flat = await start({});
  await flat.open(URI, WHOLE);
  const symbols = await flat.request<SymbolInformation[]>('textDocument/documentSymbol', URI);
  expect(symbols.find(({ name }) => name === '（一）主动公开')).toMatchObject({
    containerName: '一、总体情况',
    location: { uri: URI },
  });
  expect(await flat.stop()).toBe(0);
});

test('folding: sections, subheadings and tables, whole lines that do not cross', async () => {
  const ranges = await ask<FoldingRange[]>('textDocument/foldingRange', WHOLE);
  const lines = WHOLE.split('\n');
  const heads = ranges.map(({ startLine }) => lines[startLine]);
  expect(heads).toEqual(
    expect.arrayContaining(['## 一、总体情况', '（一）主动公开', '## 三、收到和处理政府信息公开申请情况']),
  );
  expect(heads.filter((line) => line?.startsWith('|'))).toHaveLength(3);
  for (const a of ranges) {
    expect(a.startLine).toBeLessThan(a.endLine);
    expect(lines[a.endLine]).not.toBe('');
    for (const b of ranges) {
      if (a.startLine < b.startLine && b.startLine <= a.endLine) expect(b.endLine).toBeLessThanOrEqual(a.endLine);
    }
  }
});

interface Token {
  readonly text: string;
  readonly type: string;
  readonly total: boolean;
}

/** Tokens as words: the legend applied to the text. */
function readTokens(text: string, { data }: SemanticTokens): Token[] {
  const { legend } = client.capabilities.semanticTokensProvider as { legend: { tokenTypes: string[] } };
  const lines = text.split(/\r\n|\n/);
  const tokens: Token[] = [];
  for (let i = 0, line = 0, character = 0; i < data.length; i += 5) {
    const [down, right, length, type, modifiers] = data.slice(i, i + 5) as [number, number, number, number, number];
    line += down;
    character = down > 0 ? right : character + right;
    tokens.push({
      text: lines[line]?.slice(character, character + length) ?? '',
      type: legend.tokenTypes[type] ?? '',
      total: (modifiers & 2) !== 0,
    });
  }
  return tokens;
}

test.each([['\n'], ['\r\n']] as const)('semantic tokens: titles, labels, numbers, totals (%j)', async (newline) => {
  const text = sampleDraft({ newline });
  const tokens = readTokens(text, await ask('textDocument/semanticTokens/full', text));
  expect(tokens.filter(({ type }) => type === 'class').map((token) => token.text)).toContain('一、总体情况');
  expect(tokens).toContainEqual({ text: '1.属于国家秘密', type: 'property', total: false });
  expect(tokens).toContainEqual({ text: '现行有效件数', type: 'property', total: false });
  expect(tokens).toContainEqual({ text: '8', type: 'number', total: false });
  expect(tokens).toContainEqual({ text: '12', type: 'number', total: true });
});

test('semantic tokens of a range, also of one that lies beyond the text', async () => {
  const range = { start: rangeOf(WHOLE, '（一）予以公开').start, end: rangeOf(WHOLE, '（二）部分公开').start };
  const part = readTokens(WHOLE, await ask('textDocument/semanticTokens/range', WHOLE, { range }));
  expect(part.map((token) => token.text)).toEqual(expect.arrayContaining(['（一）予以公开', '8', '2', '10']));
  expect(part.length).toBeLessThan(15);
  const beyond = { start: { line: 1e6, character: 5 }, end: { line: 2e6, character: 0 } };
  expect(await ask('textDocument/semanticTokens/range', WHOLE, { range: beyond })).toMatchObject({ data: [] });
});

test('outline: always six sections, with their tables and what is wrong in them', async () => {
  const outline = await ask<Outline>('nianbao/outline', sampleDraft({ ...ONE_WRONG_CELL, without: ['四'] }));
  expect(outline).toMatchObject({ version: 1, form: '2021', year: 2023 });
  expect(outline.title).toContain('2023年政府信息公开工作年度报告');
  expect(outline.sections.map(({ id }) => id)).toEqual(SECTIONS);
  expect(outline.sections.map(({ number }) => number).join('')).toBe('一二三四五六');
  const [overview, , requests, disputes] = outline.sections as [SectionNode, SectionNode, SectionNode, SectionNode];
  expect(overview).toMatchObject({ state: 'present', problems: 0 });
  expect(overview.children).toMatchObject([
    { kind: 'subheading', label: '（一）主动公开', children: [] },
    { kind: 'subheading', label: '（二）依申请公开', children: [] },
  ]);
  expect(requests).toMatchObject({
    state: 'fault',
    problems: 1,
    children: [{ kind: 'table', id: 'requests', state: 'unbalanced', off: 1, detail: '差 1' }],
  });
  expect(disputes).toMatchObject({
    state: 'missing',
    range: null,
    children: [],
    title: expect.stringContaining('复议'),
  });
  expect(outline.faults.errors).toBeGreaterThanOrEqual(2);
});

test('outline of a balanced draft', async () => {
  const outline = await ask<Outline>('nianbao/outline', WHOLE);
  expect(outline.faults).toMatchObject({ errors: 0, warnings: 0 });
  expect(outline.sections.map(({ state }) => state)).toEqual(SECTIONS.map(() => 'present'));
});

test('in English for an English client', async () => {
  const english = await start({ ...PULLING, locale: 'en' });
  await english.open(URI, WHOLE);
  const outline = await english.request<Outline>('nianbao/outline', URI);
  expect(outline.sections[2]?.children).toMatchObject([{ detail: 'balanced' }]);
  await english.stop();
});
