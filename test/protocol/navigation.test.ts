/** From cell to cell along the identities: definition, references, highlights. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

describe('a number of the text and the cells that it is held against', () => {
  const TOLD_URI = 'file:///drafts/told.nianbao';
  const TOLD = sampleDraft({
    overview: '2023年，本机关共收到政府信息公开申请13件，办结14件，其中予以公开10件。制发行政规范性文件1件。',
  });
  const told = (words: string): Range => rangeOf(TOLD, words);
  const at = async <T>(method: string, position: Position, more: object = {}): Promise<T[]> => {
    await client.open(TOLD_URI, TOLD);
    return client.request<T[]>(`textDocument/${method}`, TOLD_URI, { position, ...more });
  };
  const total = (label: string): string => key(cellIn(TOLD, label, 7));

  test.each([
    // received and carried in, as the number says
    ['13件', [NEWLY, CARRIED_IN]],
    // not what the cell says: the finding names the same cell
    ['14件', [HANDLED]],
    ['10件', [GRANTED]],
  ])('definition: from %s to %s', async (words, labels) => {
    for (const position of [told(words).start, told(words).end]) {
      const found = await at<Location>('definition', position);
      expect(found.map(({ range }) => key(range))).toEqual(labels.map(total));
    }
  });

  test('definition: to table 2 too, with the number as its origin; none from words', async () => {
    const linking = await start({ capabilities: { textDocument: { definition: { linkSupport: true } } } });
    await linking.open(TOLD_URI, TOLD);
    const position = told('文件1件').end;
    const found = await linking.request<DefinitionLink[]>('textDocument/definition', TOLD_URI, { position });
    expect(found).toMatchObject([{ targetSelectionRange: cellIn(TOLD, '行政规范性文件 |', 1, 3) }]);
    expect(textAt(TOLD, found[0]?.originSelectionRange as Range)).toBe('1件');
    expect(await linking.stop()).toBe(0);
    expect(await at('definition', told('共收到').start)).toEqual([]);
  });

  test('references: from a cell to the numbers, from a number to all that name its cells', async () => {
    const context = { includeDeclaration: false };
    const granted = await at<Location>('references', cellIn(TOLD, GRANTED, 7).start, { context });
    expect(granted.map(({ range }) => key(range))).toContain(key(told('10件')));
    const carried = await at<Location>('references', cellIn(TOLD, CARRIED_IN, 7).start, { context });
    expect(carried.map(({ range }) => key(range))).toContain(key(told('13件')));
    const number = await at<Location>('references', told('13件').start, { context: { includeDeclaration: true } });
    expect(number.map(({ range }) => key(range))).toEqual([total(NEWLY), total(CARRIED_IN), key(told('13件'))]);
    const rules = await at<Location>('references', cellIn(TOLD, '行政规范性文件 |', 1, 3).start, { context });
    expect(rules.map(({ range }) => textAt(TOLD, range))).toEqual(['1件']);
  });

  test('highlights: the number and its cells, from either side', async () => {
    const kinds = (found: DocumentHighlight[]): Record<string, DocumentHighlightKind | undefined> =>
      Object.fromEntries(found.map(({ range, kind }) => [key(range), kind]));
    const { Read, Write } = DocumentHighlightKind;
    expect(kinds(await at('documentHighlight', told('13件').start))).toEqual({
      [key(told('13件'))]: Write,
      [total(NEWLY)]: Read,
      [total(CARRIED_IN)]: Read,
    });
    const cell = kinds(await at('documentHighlight', cellIn(TOLD, GRANTED, 7).start));
    expect(cell).toMatchObject({ [key(told('10件'))]: Write, [total(GRANTED)]: Write });
    expect(kinds(await at('documentHighlight', cellIn(TOLD, '行政规范性文件 |', 1, 3).start))).toEqual({
      [key(cellIn(TOLD, '行政规范性文件 |', 1, 3))]: Write,
      [key(told('文件1件')).replace(/:\d+-/, `:${told('文件1件').start.character + 2}-`)]: Write,
    });
  });
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
