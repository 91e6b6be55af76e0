/** From cell to cell along the identities: definition, references, highlights. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type DefinitionLink,
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type Position,
  type Range,
} from 'vscode-languageserver';
import { CARRIED_IN, CARRIED_ON, cellIn, GRANTED, HANDLED, NEWLY } from './support/cells';
import { type Client, rangeOf, start, textAt } from './support/client';
import { README, sampleDraft } from './support/drafts';

const URI = 'file:///drafts/a.nianbao';
const TEXT = sampleDraft();
const PROSE = rangeOf(TEXT, '及时发布').start;
const METHODS = ['textDocument/definition', 'textDocument/references', 'textDocument/documentHighlight'];

let client: Client;
beforeAll(async () => {
  client = await start();
  await client.open(URI, TEXT);
});
afterAll(async () => {
  await client.stop();
});

function ask<T>(method: string, position: Position, more: object = {}): Promise<T[]> {
  return client.request<T[]>(`textDocument/${method}`, URI, { position, ...more });
}

function key({ start, end }: Range): string {
  return `${start.line}:${start.character}-${end.line}:${end.character}`;
}

const row = (label: string, ...places: number[]): string[] => places.map((nth) => key(cellIn(TEXT, label, nth)));

test('definition: from a total to its parts', async () => {
  const found = await ask<Location>('definition', cellIn(TEXT, GRANTED, 7).start);
  expect(found.map(({ range }) => key(range))).toEqual(row(GRANTED, 1, 2, 3, 4, 5, 6));
  expect(found.every(({ uri }) => uri === URI)).toBe(true);
  // a column's total goes to the results, 21 of them, the first of which is granted
  const column = await ask<Location>('definition', cellIn(TEXT, HANDLED, 1).start);
  expect(column).toHaveLength(21);
  expect(key(column[0]?.range as Range)).toEqual(row(GRANTED, 1)[0]);
});

test('definition: from a part to its totals, in the row and in the column', async () => {
  const found = await ask<Location>('definition', cellIn(TEXT, GRANTED, 1).start);
  expect(found.map(({ range }) => key(range))).toEqual([...row(GRANTED, 7), ...row(HANDLED, 1)]);
  const received = await ask<Location>('definition', cellIn(TEXT, NEWLY, 1).start);
  expect(received.map(({ range }) => key(range))).toEqual(row(NEWLY, 7));
});

test('definition: links with the cell that it was asked from', async () => {
  const linking = await start({ capabilities: { textDocument: { definition: { linkSupport: true } } } });
  await linking.open(URI, TEXT);
  const position = cellIn(TEXT, GRANTED, 1).start;
  const [first] = await linking.request<DefinitionLink[]>('textDocument/definition', URI, { position });
  expect(first).toMatchObject({ originSelectionRange: cellIn(TEXT, GRANTED, 1), targetUri: URI });
  expect(first?.targetSelectionRange).toEqual(cellIn(TEXT, GRANTED, 7));
  expect(await linking.stop()).toBe(0);
});

test('references: every cell of the identities, the cell itself only when asked for', async () => {
  const at = cellIn(TEXT, NEWLY, 1);
  const context = { includeDeclaration: false };
  const found = (await ask<Location>('references', at.start, { context })).map(({ range }) => key(range));
  expect(found).toEqual([
    ...row(NEWLY, 2, 3, 4, 5, 6, 7),
    ...row(CARRIED_IN, 1),
    ...row(HANDLED, 1),
    ...row(CARRIED_ON, 1),
  ]);
  const all = await ask<Location>('references', at.start, { context: { includeDeclaration: true } });
  expect(all.map(({ range }) => key(range))).toEqual([key(at), ...found]);
});

test('highlights: what is added up is read, the cell and its totals are written', async () => {
  const found = await ask<DocumentHighlight>('documentHighlight', cellIn(TEXT, GRANTED, 1).end);
  const of = (kind: DocumentHighlightKind): string[] =>
    found.filter((highlight) => highlight.kind === kind).map(({ range }) => key(range));
  expect(of(DocumentHighlightKind.Write).sort()).toEqual(
    [...row(GRANTED, 1), ...row(GRANTED, 7), ...row(HANDLED, 1)].sort(),
  );
  expect(of(DocumentHighlightKind.Read)).toEqual(expect.arrayContaining(row(GRANTED, 2, 3, 4, 5, 6)));
  expect(found).toHaveLength(7 + 20 + 1);
});

test('table 4: the total of a block and its four results', async () => {
  const { line } = rangeOf(TEXT, '| 1 | 0 | 0 | 0 | 1 |').start;
  const found = await ask<Location>('definition', { line, character: 18 });
  expect(found.map(({ range }) => textAt(TEXT, range))).toEqual(['1', '0', '0', '0']);
});

test('a cell that stands in no identity has none', async () => {
  const { start } = cellIn(TEXT, '行政规范性文件', 1, 3);
  for (const method of METHODS) {
    expect(await client.request(method, URI, { position: start, context: { includeDeclaration: true } })).toEqual([]);
  }
});

test('nothing in prose, outside of the text, in what is no draft or not open', async () => {
  await client.open('file:///README.md', README, 'markdown');
  for (const method of METHODS) {
    for (const position of [PROSE, { line: 1e6, character: 0 }, { line: -3, character: 1 }]) {
      expect(await client.request(method, URI, { position })).toEqual([]);
    }
    const position = { line: 0, character: 0 };
    expect(await client.request(method, 'file:///README.md', { position })).toEqual([]);
    expect(await client.request(method, 'file:///closed.nianbao', { position })).toEqual([]);
    await expect(client.request(method, URI)).rejects.toThrow();
  }
});
