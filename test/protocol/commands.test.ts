/** Commands that the server runs: it sends an edit, and the client applies it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApplyWorkspaceEditParams, CodeLens, Command } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Client, rangeOf, type Setup, start } from './support/client';
import { sampleDraft } from './support/drafts';

const URI = 'file:///drafts/a.nianbao';
const APPLYING: Setup = { capabilities: { workspace: { applyEdit: true } } };

let client: Client;
/** What the client that applies an edit has. */
let opened = '';
beforeAll(async () => {
  client = await start(APPLYING);
});
afterAll(async () => {
  await client.stop();
});

/** Runs a command and takes the edit that the server sends. */
async function run(command: string, ...args: unknown[]): Promise<{ result: unknown; text: string | null }> {
  let text: string | null = null;
  client.connection.onRequest('workspace/applyEdit', ({ edit }: ApplyWorkspaceEditParams) => {
    const changes = edit.changes?.[URI] ?? [];
    text = TextDocument.applyEdits(TextDocument.create(URI, 'nianbao', 1, opened), changes);
    return { applied: true };
  });
  const result = await client.connection.sendRequest('workspace/executeCommand', { command, arguments: args });
  return { result, text };
}

async function lenses(): Promise<Command[]> {
  const found = await client.request<CodeLens[]>('textDocument/codeLens', URI);
  return found.flatMap(({ command }) => (command ? [command] : []));
}

test('the extension registers its own convertTable; other clients are told of the server’s', async () => {
  const commands = (of: Client): unknown => of.capabilities.executeCommandProvider;
  expect(commands(client)).toEqual({ commands: ['nianbao.fixTable', 'nianbao.convertTable'] });
  const extension = await start({ ...APPLYING, initializationOptions: { commands: true } });
  expect(commands(extension)).toEqual({ commands: ['nianbao.fixTable'] });
  expect(await extension.stop()).toBe(0);
});

test('修正 mends the table that it stands over, in one step', async () => {
  opened = sampleDraft({
    cells: { 'requests.granted.naturalPerson': '9', 'requests.refused.otherLaw.company': '' },
  }).replace('1.属于国家秘密', '1.涉及国家秘密');
  await client.open(URI, opened);
  const [fix, ...more] = (await lenses()).filter(({ title }) => title === '修正');
  expect(more).toEqual([]);
  expect(fix?.command).toBe('nianbao.fixTable');
  expect(await run('nianbao.fixTable', ...(fix?.arguments ?? []))).toEqual({ result: true, text: sampleDraft() });
  // a table in order has nothing to be mended, and no edit is sent
  const { start: proactive } = rangeOf(opened, '信息内容');
  expect(await run('nianbao.fixTable', URI, proactive)).toEqual({ result: false, text: null });
  const { start: prose } = rangeOf(opened, '及时发布');
  expect(await run('nianbao.fixTable', URI, prose)).toEqual({ result: false, text: null });
  await client.close(URI);
});

test('转为 Markdown 表格 rewrites a table, and back', async () => {
  const gfm = sampleDraft();
  opened = gfm;
  await client.open(URI, opened);
  expect((await lenses()).map(({ title }) => title)).not.toContain('转为 Markdown 表格');
  const { start: position } = rangeOf(opened, '行政许可');
  const { result, text } = await run('nianbao.convertTable', URI, position, 'tabs');
  expect(result).toBe(true);
  expect(text).toContain('\n行政许可\t4\t');
  expect(text).toContain('| （一）予以公开 |');
  await client.close(URI);

  opened = text ?? '';
  await client.open(URI, opened);
  const [convert, ...more] = (await lenses()).filter(({ title }) => title === '转为 Markdown 表格');
  expect(more).toEqual([]);
  const back = await run('nianbao.convertTable', ...(convert?.arguments ?? []));
  expect(back.text).toMatch(/\| 行政许可 +\| +4 \|/);
  // it is one by now: the server says so and sends nothing
  const again = run('nianbao.convertTable', URI, rangeOf(opened, '（一）予以公开').start, 'pipes');
  await expect(again).rejects.toThrow('这张表已经是这种排法');
  await client.close(URI);
});

test('other arguments, other names, what is not open', async () => {
  const position = { line: 0, character: 0 };
  expect(await run('nianbao.fixTable', 'file:///closed.nianbao', position)).toEqual({ result: false, text: null });
  for (const args of [[], [URI], [5, position], [URI, { line: '0' }], [URI, null]]) {
    await expect(run('nianbao.fixTable', ...args)).rejects.toThrow(/nianbao\.fixTable/);
  }
  await expect(run('nianbao.convertTable', URI, position, 'spaces')).rejects.toThrow(/nianbao\.convertTable/);
  await expect(run('nianbao.other', URI, position)).rejects.toThrow();
});
