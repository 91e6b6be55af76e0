import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CodeAction, ErrorCodes } from 'vscode-languageserver';
import { applyEdits, checkReport, LineIndex, parseReport } from '../../server/src/core';
import type { NewDraft, RolledDraft, Templates } from '../../server/src/protocol';
import { fixture } from '../unit/core/fixtures/fixture';
import { type Client, PULLING, rangeOf, start } from './support/client';
import { sampleDraft } from './support/drafts';

const URI = 'file:///drafts/a.nianbao';

let client: Client;
beforeAll(async () => {
  client = await start();
});
afterAll(async () => {
  await client.stop();
});

function refusal(method: string, params: unknown): Promise<number> {
  return client.connection.sendRequest(method, params).then(
    () => 0,
    (error: { code: number }) => error.code,
  );
}

test('a new draft, as text and as snippet', async () => {
  const params = { organisation: '清岚县人民政府', year: 2024, level: 'government' };
  const { text, snippet } = await client.connection.sendRequest<NewDraft>('nianbao/newDraft', params);
  expect(parseReport(text).title?.text).toBe('清岚县人民政府2024年政府信息公开工作年度报告');
  expect(snippet).toContain('${1:【');
  await client.open(URI, text);
  expect((await client.items(URI)).filter((d) => (d.severity ?? 1) <= 2)).toEqual([]);
  await client.close(URI);
});

test.each([
  [null],
  [{}],
  [[]],
  [{ organisation: '清岚县人民政府', year: 2024 }],
  [{ organisation: '清岚县人民政府', year: '2024', level: 'government' }],
  [{ organisation: '清岚县人民政府', year: 2024, level: 'village' }],
  [{ organisation: '清岚县人民政府', year: 2018, level: 'government' }],
  [{ organisation: ' ', year: 2024, level: 'government' }],
])('a new draft of %j is refused', async (params) => {
  expect(await refusal('nianbao/newDraft', params)).toBe(ErrorCodes.InvalidParams);
});

test('this year’s draft out of an open one, or out of a text', async () => {
  const last = fixture('gfm', '2021');
  await client.open(URI, last);
  const rolled = await client.request<RolledDraft>('nianbao/rollForward', URI);
  expect(rolled.year).toBe(2023);
  expect(parseReport(rolled.text).year?.value).toBe(2023);
  expect(rolled.notes.join('')).toContain('10、13、38、15、57、44、177');
  // what is open is not touched
  expect(await client.request('nianbao/outline', URI)).toMatchObject({ version: 1, year: 2022 });
  expect(await client.connection.sendRequest('nianbao/rollForward', { text: last })).toEqual(rolled);
  await client.close(URI);
  expect(await client.request('nianbao/rollForward', URI)).toBeNull();
});

test('last year’s draft that is none', async () => {
  expect(await client.connection.sendRequest('nianbao/rollForward', { text: '' })).toBeNull();
  expect(await client.connection.sendRequest('nianbao/rollForward', { text: '一、总体情况' })).toBeNull();
  for (const params of [null, {}, { text: 3 }, { textDocument: {} }, { textDocument: { uri: 7 } }]) {
    expect(await refusal('nianbao/rollForward', params)).toBe(ErrorCodes.InvalidParams);
  }
});

test('notes in English for an English client', async () => {
  const english = await start({ ...PULLING, locale: 'en' });
  const { notes } = await english.connection.sendRequest<RolledDraft>('nianbao/rollForward', {
    text: fixture('gfm', '2019'),
  });
  expect(notes.join(' ')).toMatch(/is carried into 二、上年结转.*2021 form/);
  await english.stop();
});

test('templates of every section and table, and where they go', async () => {
  const text = sampleDraft({ without: ['四'] });
  await client.open(URI, text);
  const position = rangeOf(text, '## 五').start;
  const templates = await client.request<Templates>('nianbao/templates', URI, {
    position: { line: position.line - 1, character: 0 },
  });
  expect(templates.items.map((i) => i.id)).toEqual([
    'section.overview',
    'section.proactive',
    'section.requests',
    'section.disputes',
    'section.problems',
    'section.others',
    'table.proactive',
    'table.requests',
    'table.disputes',
  ]);
  expect(templates.items.filter((i) => i.missing).map((i) => i.id)).toEqual(['section.disputes', 'table.disputes']);
  const lines = new LineIndex(text);
  const { start, end } = templates.range;
  const newText = templates.items[3]?.text ?? '';
  const after = applyEdits(text, [{ range: { start: lines.offsetAt(start), end: lines.offsetAt(end) }, newText }]);
  expect(checkReport(parseReport(after)).filter((f) => f.severity === 'error' || f.severity === 'warning')).toEqual([]);
  // in the middle of a table the template goes behind it
  const inTable = await client.request<Templates>('nianbao/templates', URI, {
    position: rangeOf(text, '（一）予以公开').start,
  });
  expect(text.split('\n')[inTable.range.start.line]).toContain('四、结转下年度继续办理');
  expect(await client.request('nianbao/templates', URI, { position: { line: 1e6, character: 0 } })).toBeNull();
  await client.close(URI);
  expect(await client.request('nianbao/templates', URI, { position: { line: 0, character: 0 } })).toBeNull();
});

async function actions(text: string, range: object, only: string[]): Promise<CodeAction[]> {
  await client.open(URI, text);
  const found = await client.request<CodeAction[]>('textDocument/codeAction', URI, {
    range,
    context: { diagnostics: [], only },
  });
  await client.close(URI);
  return found;
}

function applied(text: string, action: CodeAction | undefined): string {
  const edits = action?.edit?.changes?.[URI];
  if (!edits) throw new Error('no edit');
  const lines = new LineIndex(text);
  return applyEdits(
    text,
    edits.map(({ range, newText }) => ({
      range: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
      newText,
    })),
  );
}

test('on an empty line the missing section is offered, elsewhere nothing', async () => {
  const text = sampleDraft({ without: ['四'] });
  const { line } = rangeOf(text, '## 五').start;
  const blank = { start: { line: line - 1, character: 0 }, end: { line: line - 1, character: 0 } };
  const found = await actions(text, blank, ['refactor']);
  const insert = found.filter((a) => a.title.startsWith('插入'));
  expect(insert.map((a) => a.title)).toEqual(['插入“四、政府信息公开行政复议、行政诉讼情况”及表格']);
  const after = applied(text, insert[0]);
  expect(checkReport(parseReport(after)).filter((f) => f.severity === 'error' || f.severity === 'warning')).toEqual([]);
  const heading = { start: { line, character: 0 }, end: { line, character: 0 } };
  expect((await actions(text, heading, ['refactor'])).filter((a) => a.title.startsWith('插入'))).toEqual([]);
});

test('the form of 2021: from the title both tables, from a table that one, in a report for 2020 nothing', async () => {
  const text = fixture('gfm', '2019').replace('云泽市人民政府2020年', '云泽市人民政府2021年');
  const due = (found: CodeAction[]) => found.filter((a) => a.title.includes('2021 年格式'));
  const title = due(await actions(text, rangeOf(text, '云泽市人民政府2021年'), ['refactor.rewrite']));
  expect(title).toHaveLength(1);
  const both = parseReport(applied(text, title[0]));
  expect(both.tables.map((t) => t.form)).toEqual(['2021', '2021', null]);
  const table = due(await actions(text, rangeOf(text, '其他对外管理服务事项'), ['refactor.rewrite']));
  expect(parseReport(applied(text, table[0])).tables.map((t) => t.form)).toEqual(['2021', '2019', null]);
  const fix = due(await actions(text, rangeOf(text, '规章 |'), ['quickfix']));
  expect(fix).toHaveLength(1);
  const fixed = checkReport(parseReport(applied(text, fix[0]))).filter((f) => f.rule === 'table/form');
  expect(fixed.map((f) => f.table)).toEqual(['requests']);
  const old = fixture('gfm', '2019');
  expect(due(await actions(old, rangeOf(old, '其他对外管理服务事项'), ['refactor.rewrite']))).toEqual([]);
});
