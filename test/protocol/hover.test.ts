import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Hover, MarkupContent, Position } from 'vscode-languageserver';
import { CARRIED_IN, cellIn, GRANTED, HANDLED } from './support/cells';
import { type Client, rangeOf, start, textAt } from './support/client';
import { ONE_WRONG_CELL, README, sampleDraft } from './support/drafts';

const URI = 'file:///drafts/a.nianbao';
const MARKDOWN = { capabilities: { textDocument: { hover: { contentFormat: ['markdown', 'plaintext'] } } } };
const WHOLE = sampleDraft();
const WRONG = sampleDraft(ONE_WRONG_CELL);

let client: Client;
beforeAll(async () => {
  client = await start(MARKDOWN);
});
afterAll(async () => {
  await client.stop();
});

async function hover(text: string, position: Position, at: Client = client): Promise<Hover | null> {
  await at.open(URI, text);
  const result = await at.request<Hover | null>('textDocument/hover', URI, { position });
  await at.close(URI);
  return result;
}

function contents(found: Hover | null): MarkupContent {
  return found ? (found.contents as MarkupContent) : { kind: 'plaintext', value: '' };
}

async function words(text: string, position: Position, at: Client = client): Promise<string> {
  return contents(await hover(text, position, at)).value;
}

describe('a cell', () => {
  test('row and column in words, identities with their numbers, meaning and article', async () => {
    const range = cellIn(WHOLE, GRANTED, 1);
    const found = await hover(WHOLE, range.start);
    expect(found?.range).toEqual(range);
    const { kind, value } = contents(found);
    expect(kind).toBe('markdown');
    expect(value).toContain('**“予以公开”行“自然人”列**：8');
    expect(value).toContain('`8 + 2 + 0 + 0 + 0 + 0 = 10` ✓');
    expect(value).toContain('`8 + 2 = 10` ✓');
    expect(value).toMatch(/\[《政府信息公开条例》第三十六条第（一）、（二）项\]\(https:\/\/www\.gov\.cn\/.*\)/);
    expect(value).not.toContain('应为');
  });

  test('wrong: by how much, what it should be, and the page of the rule', async () => {
    const value = await words(WRONG, cellIn(WRONG, GRANTED, 1).end);
    expect(value).toContain('“自然人”列**：9，应为 8');
    expect(value).toContain('`9 + 2 + 0 + 0 + 0 + 0 ≠ 10`，差 1');
    expect(value).toMatch(/\[balance\/requests-row\]\(https:\/\/.*\/balance-requests-row\.md\)：表三每行/);
  });

  test('一 + 二 = 三（七） + 四 of its column', async () => {
    expect(await words(WHOLE, cellIn(WHOLE, CARRIED_IN, 1).start)).toContain(
      '一 + 二 = 三（七） + 四：`10 + 1 = 10 + 1` ✓',
    );
    expect(await words(WHOLE, cellIn(WHOLE, HANDLED, 7).start)).toContain('`12 + 1 = 12 + 1` ✓');
  });

  test('blank, also from the space around it', async () => {
    const text = sampleDraft({ cells: { 'requests.granted.company': '' } });
    expect(await words(text, cellIn(text, GRANTED, 2).start)).toMatch(/“商业企业”列\*\*：空白，应为 2/);
  });
});

test('labels of rows and columns, titles of sections', async () => {
  const at = (piece: string): Promise<string> => words(WHOLE, rangeOf(WHOLE, piece).start);
  expect(await at('1.属于国家秘密')).toMatch(/“不予公开·属于国家秘密”行[\s\S]*第十四条/);
  expect(await at('商业企业')).toMatch(/“商业企业”列[\s\S]*`2 \+ 0 = 2 \+ 0` ✓/);
  expect(await at('未经复议直接起诉')).toMatch(/“未经复议直接起诉”[\s\S]*没有先经过行政复议/);
  // it says itself all that there is to say
  expect(await at('申请人情况')).toBe('');
  expect(await at('六、其他需要报告的事项')).toMatch(/信息处理费[\s\S]*格式：国办公开办函〔2021〕30号/);
});

test('on a finding in a place of its own only the rule', async () => {
  const text = WHOLE.replace('## 五、存在的主要问题及改进情况', '## 六、存在的主要问题及改进情况');
  const value = await words(text, rangeOf(text, '## 六、存在').start);
  expect(value).toBe('');
  expect(await words(text, { ...rangeOf(text, '六、存在').start })).toContain('[section/number](https://');
});

test('plain text for a client that reads no Markdown, English for one that does not read Chinese', async () => {
  const plain = await start({ locale: 'en' });
  const found = await hover(WRONG, cellIn(WRONG, GRANTED, 1).start, plain);
  const { kind, value } = contents(found);
  expect(kind).toBe('plaintext');
  expect(value).toContain('row “予以公开”, column “自然人”: 9, should be 8');
  expect(value).toContain('9 + 2 + 0 + 0 + 0 + 0 ≠ 10, off by 1');
  expect(value).not.toMatch(/[`*]|\]\(/);
  expect(await plain.stop()).toBe(0);
});

test('Markdown of the draft is shown, not obeyed', async () => {
  const text = sampleDraft({ cells: { 'requests.granted.company': '**2**<b>' } });
  const value = await words(text, cellIn(text, GRANTED, 2).start);
  expect(value).toContain('\\*\\*2\\*\\*');
});

test('nothing in prose, outside of the text, in what is no draft or not open', async () => {
  expect(await hover(WHOLE, rangeOf(WHOLE, '及时发布').start)).toBeNull();
  for (const position of [
    { line: 1e6, character: 0 },
    { line: -1, character: 0 },
    { line: 0, character: -5 },
  ]) {
    expect(await hover(WHOLE, position)).toBeNull();
  }
  // beyond the end of a line is its end
  const { line } = rangeOf(WHOLE, '## 一、总体情况').start;
  expect(await hover(WHOLE, { line, character: 1e6 })).toMatchObject({ range: rangeOf(WHOLE, '一、总体情况') });
  expect(textAt(WHOLE, rangeOf(WHOLE, '一、总体情况'))).toBe('一、总体情况');
  await client.open('file:///README.md', README, 'markdown');
  const position = { line: 0, character: 3 };
  expect(await client.request('textDocument/hover', 'file:///README.md', { position })).toBeNull();
  expect(await client.request('textDocument/hover', 'file:///closed.nianbao', { position })).toBeNull();
});

test('a request without a position is an error, and the server lives on', async () => {
  await client.open(URI, WHOLE);
  await expect(client.request('textDocument/hover', URI)).rejects.toThrow();
  await client.close(URI);
  expect(await words(WHOLE, cellIn(WHOLE, GRANTED, 1).start)).toContain('自然人');
});
