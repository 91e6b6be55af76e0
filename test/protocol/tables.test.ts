/** Tables as grids over the protocol: rewriting, going from cell to cell, filling with a block, copying. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CodeAction, Position, Range, TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import { applyEdits, LineIndex, parseReport } from '../../server/src/core';
import type { PastedBlock, TableGrid, TableText } from '../../server/src/protocol';
import { type Client, PULLING, rangeOf, start, textAt } from './support/client';
import { sampleDraft } from './support/drafts';

const URI = 'file:///drafts/a.nianbao';
const DRAFT = sampleDraft();
const NOWHERE: Position = { line: 9_999, character: 0 };

let client: Client;
beforeAll(async () => {
  client = await start({
    capabilities: { ...PULLING.capabilities, workspace: { applyEdit: true, workspaceEdit: { documentChanges: true } } },
  });
});
afterAll(async () => {
  await client.stop();
});

async function ask<T>(method: string, text: string, more: object): Promise<T> {
  await client.open(URI, text);
  const result = await client.request<T>(method, URI, more);
  await client.close(URI);
  return result;
}

function applied(text: string, edits: readonly TextEdit[]): string {
  const lines = new LineIndex(text);
  return applyEdits(
    text,
    edits.map(({ range, newText }) => ({
      range: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
      newText,
    })),
  );
}

const cellsOf = (text: string) =>
  parseReport(text).tables.map(({ cells }) => [...cells.values()].map((cell) => [cell.name, cell.text]));
const layouts = (text: string) => parseReport(text).tables.map(({ layout }) => layout);

async function rewrites(text: string, range: Range, only?: string[]): Promise<CodeAction[]> {
  const actions = await ask<CodeAction[]>('textDocument/codeAction', text, {
    range,
    context: { diagnostics: [], only },
  });
  return actions.filter(({ title }) => /^转为/.test(title));
}

function editsOf({ edit }: CodeAction): readonly TextEdit[] {
  const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
  expect(change?.textDocument).toEqual({ uri: URI, version: 1 });
  return change?.edits as TextEdit[];
}

describe('code actions', () => {
  test('rewrite the table at the cursor, there and back again', async () => {
    const [toTabs, ...others] = await rewrites(DRAFT, rangeOf(DRAFT, '行政强制'), ['refactor.rewrite']);
    expect(others).toEqual([]);
    expect(toTabs).toMatchObject({ title: '转为制表符分隔（可粘贴到 Word、Excel）', kind: 'refactor.rewrite' });
    const tabs = applied(DRAFT, editsOf(toTabs as CodeAction));
    expect(layouts(tabs)).toEqual(['tabs', 'pipes', 'pipes']);
    expect(cellsOf(tabs)).toEqual(cellsOf(DRAFT));
    const [toPipes] = await rewrites(tabs, rangeOf(tabs, '行政强制'), ['refactor']);
    expect(toPipes?.title).toBe('转为 Markdown 表格');
    const pipes = applied(tabs, editsOf(toPipes as CodeAction));
    expect(layouts(pipes)).toEqual(['pipes', 'pipes', 'pipes']);
    expect(cellsOf(pipes)).toEqual(cellsOf(DRAFT));
  });

  test('are not there for other kinds, outside of tables, beyond the text, or where something would be lost', async () => {
    expect(await rewrites(DRAFT, rangeOf(DRAFT, '行政强制'), ['quickfix'])).toEqual([]);
    expect(await rewrites(DRAFT, rangeOf(DRAFT, '总体情况'))).toEqual([]);
    expect(await rewrites(DRAFT, { start: NOWHERE, end: NOWHERE })).toEqual([]);
    const noted = DRAFT.replace(/^(\| 行政强制 .*)$/m, '$1\n已核对\n');
    expect(await rewrites(noted, rangeOf(noted, '行政处罚'))).toEqual([]);
  });
});

describe('code actions for a client that resolves them', () => {
  let waiting: Client;
  beforeAll(async () => {
    waiting = await start({
      capabilities: {
        textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
        workspace: { workspaceEdit: { documentChanges: true } },
      },
    });
  });
  afterAll(async () => {
    await waiting.stop();
  });
  const resolve = (action: unknown) => waiting.connection.sendRequest<CodeAction>('codeAction/resolve', action);
  const offered = async (): Promise<CodeAction> => {
    const range = rangeOf(DRAFT, '行政强制');
    const context = { diagnostics: [], only: ['refactor.rewrite'] };
    const [action] = await waiting.request<CodeAction[]>('textDocument/codeAction', URI, { range, context });
    return action as CodeAction;
  };

  test('the edit is there once the action is chosen, and the same', async () => {
    expect(waiting.capabilities.codeActionProvider).toMatchObject({ resolveProvider: true });
    expect(client.capabilities.codeActionProvider).toMatchObject({ resolveProvider: false });
    await waiting.open(URI, DRAFT);
    const action = await offered();
    expect(action.edit).toBeUndefined();
    const resolved = await resolve(action);
    const [atOnce] = await rewrites(DRAFT, rangeOf(DRAFT, '行政强制'), ['refactor.rewrite']);
    expect(editsOf(resolved)).toEqual(editsOf(atOnce as CodeAction));
    await waiting.close(URI);
  });

  test('an action for a text that is no more there is refused, and one of somebody else left as it is', async () => {
    await waiting.open(URI, DRAFT);
    const action = await offered();
    await waiting.change(URI, { text: DRAFT.replace('行政强制', '行政强制措施') });
    await expect(resolve(action)).rejects.toThrow('草稿已改动');
    for (const data of [undefined, null, 3, {}, { uri: URI, version: 'a', to: 'pipes', table: 0 }])
      expect((await resolve({ title: '别的', data })).edit).toBeUndefined();
    await waiting.close(URI);
    expect((await resolve(action)).edit).toBeUndefined();
  });
});

describe('nianbao.convertTable', () => {
  const execute = (...args: unknown[]) =>
    client.connection.sendRequest<boolean>('workspace/executeCommand', {
      command: 'nianbao.convertTable',
      arguments: args,
    });

  test('has the client apply the edit of the whole table', async () => {
    await client.open(URI, DRAFT);
    await execute(URI, rangeOf(DRAFT, '结果维持').start, 'tabs');
    const { edit } = await client.inbox.take<{ edit: CodeAction['edit'] }>('workspace/applyEdit');
    const out = applied(DRAFT, editsOf({ edit } as CodeAction));
    await client.close(URI);
    expect(layouts(out)).toEqual(['pipes', 'pipes', 'tabs']);
    expect(cellsOf(out)).toEqual(cellsOf(DRAFT));
  });

  test('says why not, and refuses what it cannot read', async () => {
    await client.open(URI, DRAFT);
    await expect(execute(URI, rangeOf(DRAFT, '结果维持').start, 'pipes')).rejects.toThrow('已经是这种排法');
    await expect(execute(URI, { line: 1 }, 'pipes')).rejects.toThrow();
    await expect(execute(URI, rangeOf(DRAFT, '结果维持').start, 'pdf')).rejects.toThrow();
    await expect(execute()).rejects.toThrow();
    expect(await execute(URI, NOWHERE, 'tabs')).toBe(false);
    expect(await execute('file:///closed.md', { line: 0, character: 0 }, 'tabs')).toBe(false);
    expect(client.inbox.count('workspace/applyEdit')).toBe(0);
    await client.close(URI);
  });
});

describe('nianbao/tableGrid', () => {
  const grid = (text: string, position: Position) => ask<TableGrid | null>('nianbao/tableGrid', text, { position });

  test('names the cells of the table, and the one at the position', async () => {
    const found = await grid(DRAFT, rangeOf(DRAFT, '| 4 |').end);
    expect(found?.rows.map((row) => row.map((range) => textAt(DRAFT, range)))).toEqual([
      ['0', '0', '0'],
      ['1', '0', '3'],
      ['4'],
      ['0'],
      ['0'],
      ['0'],
    ]);
    expect(found).toMatchObject({ version: 1, complete: true });
    const at = await grid(DRAFT, {
      ...rangeOf(DRAFT, '| 4 |').start,
      character: rangeOf(DRAFT, '| 4 |').start.character + 2,
    });
    expect(at?.current).toEqual({ row: 2, column: 0 });
    const label = await grid(DRAFT, rangeOf(DRAFT, '行政强制').start);
    expect(label).toMatchObject({ current: null, next: { row: 4, column: 0 } });
    expect(DRAFT.split('\n')[(label?.after?.line ?? 0) - 1]).toContain('行政事业性收费');
  });

  test('knows the newest text', async () => {
    await client.open(URI, DRAFT);
    const { start: at } = rangeOf(DRAFT, '| 4 |');
    const cell = { start: { ...at, character: at.character + 2 }, end: { ...at, character: at.character + 3 } };
    const version = await client.change(URI, { range: cell, text: '12345' });
    const found = await client.request<TableGrid>('nianbao/tableGrid', URI, { position: cell.start });
    await client.close(URI);
    expect(found.version).toBe(version);
    expect(found.rows[2]?.[0]).toEqual({
      start: cell.start,
      end: { ...cell.start, character: cell.start.character + 5 },
    });
  });

  test('is nothing outside of tables, beyond the text, and of a closed document', async () => {
    expect(await grid(DRAFT, { line: 0, character: 0 })).toBeNull();
    expect(await grid(DRAFT, NOWHERE)).toBeNull();
    expect(await grid(DRAFT, { line: -1, character: -1 })).toBeNull();
    expect(await client.request('nianbao/tableGrid', 'file:///closed.md', { position: NOWHERE })).toBeNull();
    await expect(client.request('nianbao/tableGrid', URI)).resolves.toBeNull();
  });
});

describe('nianbao/pasteBlock', () => {
  const position = rangeOf(DRAFT, '上年结转').start;
  const paste = (more: object) =>
    ask<PastedBlock | null>('nianbao/pasteBlock', DRAFT, { position, html: null, text: '', ...more });

  test('fills the cells from the position on', async () => {
    const pasted = await paste({ text: '21\t22\r\n23\t24\r\n' });
    const { tables } = parseReport(applied(DRAFT, pasted?.edits ?? []));
    const cell = (name: string) => tables[1]?.cells.get(`requests.${name}`)?.text;
    expect(
      ['carriedIn.naturalPerson', 'carriedIn.company', 'granted.naturalPerson', 'granted.company'].map(cell),
    ).toEqual(['21', '22', '23', '24']);
    expect(pasted?.edits?.length).toBe(4);
  });

  test('reads HTML before text', async () => {
    const pasted = await paste({ html: '<table><tr><td>31</td><td>32</td></tr></table>', text: '' });
    expect(pasted?.edits?.map(({ newText }) => newText)).toEqual(['3', '32']);
  });

  test('says where a block does not fit, and nothing of what is none', async () => {
    expect(await paste({ text: '1\t'.repeat(9) })).toEqual({ version: 1, edits: null });
    expect(await paste({ text: '甲\t乙' })).toEqual({ version: 1, edits: null });
    expect(await paste({ text: '12' })).toBeNull();
    expect(await paste({ text: '1\t2', position: NOWHERE })).toBeNull();
    expect(await paste({ text: '1\t2', position: { line: 0, character: 0 } })).toBeNull();
    expect(await paste({ text: 5, html: 6 })).toBeNull();
  });
});

describe('nianbao/tableText', () => {
  const copy = (text: string, position: Position) => ask<TableText | null>('nianbao/tableText', text, { position });

  test('is the table with tabs', async () => {
    const copied = await copy(DRAFT, rangeOf(DRAFT, '行政强制').start);
    expect(copied?.text?.split('\n').slice(0, 4)).toEqual([
      '第二十条第（一）项\t\t\t',
      '信息内容\t本年制发件数\t本年废止件数\t现行有效件数',
      '规章\t0\t0\t0',
      '行政规范性文件\t1\t0\t3',
    ]);
  });

  test('is refused with a reason, and nothing outside of tables', async () => {
    const noted = DRAFT.replace(/^(\| 行政强制 .*)$/m, '$1\n已核对\n');
    expect(await copy(noted, rangeOf(noted, '行政处罚').start)).toMatchObject({
      text: null,
      refused: expect.stringContaining('已核对'),
    });
    expect(await copy(DRAFT, NOWHERE)).toBeNull();
  });
});
