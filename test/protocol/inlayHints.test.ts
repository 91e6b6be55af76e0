import { afterAll, beforeAll, expect, test } from 'vitest';
import type { InlayHint, Range } from 'vscode-languageserver';
import { cellIn, GRANTED, HANDLED, NEWLY } from './support/cells';
import { type Client, start } from './support/client';
import { ONE_WRONG_CELL, README, type SampleOptions, sampleDraft } from './support/drafts';

const URI = 'file:///drafts/a.nianbao';
const EVERYWHERE: Range = { start: { line: 0, character: 0 }, end: { line: 1e6, character: 0 } };
const CONFIGURED = { capabilities: { workspace: { configuration: true, inlayHint: { refreshSupport: true } } } };

let client: Client;
let setting: unknown;
beforeAll(async () => {
  client = await start({ ...CONFIGURED, configuration: () => ({ inlayHints: setting }) });
});
afterAll(async () => {
  await client.stop();
});

async function hints(
  text: string,
  range: Range = EVERYWHERE,
  inlayHints: unknown = undefined,
  uri = URI,
): Promise<InlayHint[]> {
  setting = inlayHints;
  await client.open(uri, text);
  const found = await client.request<InlayHint[]>('textDocument/inlayHint', uri, { range });
  await client.close(uri);
  return found;
}

const sample = (cells: SampleOptions['cells']): string => sampleDraft({ cells: cells ?? {} });

test('behind a wrong total what its parts add up to', async () => {
  const text = sample({ 'requests.newlyReceived.total': '17' });
  const found = await hints(text);
  expect(found).toEqual([
    {
      position: cellIn(text, NEWLY, 7).end,
      label: '= 12',
      paddingLeft: true,
      tooltip: '六类申请人相加 = 总计：10 + 2 + 0 + 0 + 0 + 0 ≠ 17',
    },
  ]);
});

test('behind a blank total, unless there is nothing to add up', async () => {
  const text = sample({ 'requests.newlyReceived.total': '', 'requests.partlyGranted.total': '' });
  const found = await hints(text);
  expect(found.map(({ label }) => label)).toEqual(['= 12']);
  // before the bar: what is typed into the cell is typed before the hint
  const { line } = cellIn(text, NEWLY, 7).start;
  expect(found[0]?.position).toEqual({ line, character: text.split('\n')[line]?.lastIndexOf('|') });
});

test('a part that does not fit shows at the end of its row and under its column', async () => {
  const text = sampleDraft(ONE_WRONG_CELL);
  expect((await hints(text)).map(({ label, position }) => ({ label, position }))).toEqual([
    { label: '= 11', position: cellIn(text, GRANTED, 7).end },
    { label: '= 11', position: cellIn(text, HANDLED, 1).end },
  ]);
});

test('a total of totals has both sums where they differ', async () => {
  const text = sample({ 'requests.handledTotal.naturalPerson': '11', 'requests.handledTotal.total': '20' });
  const found = await hints(text);
  expect(found.map(({ label }) => label)).toContain('行 = 13，列 = 12');
});

test('off, and always: behind every total, once', async () => {
  const text = sampleDraft();
  expect(await hints(text)).toEqual([]);
  expect(await hints(sampleDraft(ONE_WRONG_CELL), EVERYWHERE, 'off')).toEqual([]);
  // 25 rows, the row of totals for six columns more, three blocks of table 4
  const all = await hints(text, EVERYWHERE, 'always');
  expect(all).toHaveLength(25 + 6 + 3);
  expect(new Set(all.map(({ position }) => `${position.line}:${position.character}`)).size).toBe(all.length);
});

test('only in the range that is asked for', async () => {
  const text = sampleDraft(ONE_WRONG_CELL);
  const { line } = cellIn(text, GRANTED, 7).end;
  const found = await hints(text, { start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  expect(found).toHaveLength(1);
  const beyond = { start: { line: 1e6, character: 0 }, end: { line: 2e6, character: 0 } };
  expect(await hints(text, beyond)).toEqual([]);
});

test('the client is told to ask again when settings change', async () => {
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await client.inbox.take('workspace/inlayHint/refresh');
});

test('nothing for what is no draft or not open', async () => {
  await client.open('file:///README.md', README, 'markdown');
  expect(await client.request('textDocument/inlayHint', 'file:///README.md', { range: EVERYWHERE })).toEqual([]);
  expect(await client.request('textDocument/inlayHint', 'file:///closed.nianbao', { range: EVERYWHERE })).toEqual([]);
});
