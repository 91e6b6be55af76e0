import { existsSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver';
import { type Client, PULLING, PUSHED, rangeOf, type Setup, start, textAt } from './support/client';
import { ONE_WRONG_CELL, README, sampleDraft, WRONG_CELL } from './support/drafts';

const URI = 'file:///drafts/a.nianbao';

async function session(setup: Setup = PULLING): Promise<Client> {
  const client = await start(setup);
  onTestFinished(async () => {
    await client.stop();
  });
  return client;
}

/** The one finding on the one wrong cell of a draft. */
function wrongCell(items: readonly Diagnostic[]): Diagnostic {
  const found = items.filter((item) => item.code?.toString().startsWith('balance/'));
  expect(found).toHaveLength(1);
  return found[0] as Diagnostic;
}

test('a balanced draft has nothing of severity error or warning', async () => {
  const client = await session();
  await client.open(URI, sampleDraft());
  expect((await client.items(URI)).filter(({ severity = 1 }) => severity <= 2)).toEqual([]);
});

test('a wrong number is one diagnostic with everything that there is to know about it', async () => {
  const client = await session();
  const text = sampleDraft(ONE_WRONG_CELL);
  await client.open(URI, text);
  const item = wrongCell(await client.items(URI));
  expect(item).toMatchObject({
    source: 'nianbao',
    severity: 1,
    data: { suspect: { cell: WRONG_CELL, found: 9, expected: 8 } },
  });
  expect(item.range).toEqual({
    start: { line: rangeOf(text, '（一）予以公开').start.line, character: expect.any(Number) },
    end: expect.anything(),
  });
  expect(textAt(text, item.range)).toBe('9');
  expect(item.message).toMatch(/自然人/);
  expect((item.data as { cells: string[] }).cells).toContain(WRONG_CELL);
  const [family, name] = String(item.code).split('/');
  expect(item.codeDescription?.href).toMatch(new RegExp(`/docs/rules/${family}-${name}\\.md$`));
  expect(item.relatedInformation?.length).toBeGreaterThan(0);
  for (const { location } of item.relatedInformation ?? []) expect(location.uri).toBe(URI);
});

test('every rule that is linked to has its page', async () => {
  const client = await session();
  await client.open(URI, sampleDraft({ ...ONE_WRONG_CELL, without: ['四'] }));
  const pages = (await client.items(URI)).map(({ codeDescription }) => codeDescription?.href ?? '');
  expect(pages.length).toBeGreaterThanOrEqual(2);
  expect(pages.filter((page) => !existsSync(page.replace(/^.*(?=docs\/rules\/)/, '')))).toEqual([]);
});

test('English messages for an English client, no related information for one that knows none', async () => {
  const client = await session({ locale: 'en-GB', capabilities: { textDocument: { diagnostic: {} } } });
  await client.open(URI, sampleDraft(ONE_WRONG_CELL));
  const item = wrongCell(await client.items(URI));
  expect(item.message).toMatch(/[a-z]{3}/);
  expect(item).not.toHaveProperty('relatedInformation');
});

test('a pulling client gets nothing pushed, and what has not changed is not sent again', async () => {
  const client = await session();
  expect(client.capabilities).toHaveProperty('diagnosticProvider');
  const text = sampleDraft(ONE_WRONG_CELL);
  await client.open(URI, text);
  const first = await client.pull(URI);
  expect(first.kind).toBe('full');
  expect(await client.pull(URI, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });

  await client.change(URI, { range: rangeOf(text, '| 9 |'), text: '| 8 |' });
  const second = await client.pull(URI, first.resultId);
  expect(second.kind).toBe('full');
  expect(second.resultId).not.toBe(first.resultId);

  // A document opened anew counts its versions anew; what was known of the old one says nothing.
  await client.close(URI);
  await client.open(URI, sampleDraft({ without: ['四'] }));
  expect(await client.pull(URI, first.resultId)).toMatchObject({ kind: 'full' });
  expect(client.inbox.count('textDocument/publishDiagnostics')).toBe(0);
});

test('a client that cannot pull has the last text published, once for a burst, and taken back on close', async () => {
  const client = await session(PUSHED);
  expect(client.capabilities).not.toHaveProperty('diagnosticProvider');
  const text = sampleDraft(ONE_WRONG_CELL);
  await client.open(URI, text);
  wrongCell((await client.published(URI, 1)).diagnostics);

  for (const digit of ['1', '2', '3']) {
    await client.change(URI, { range: rangeOf(text, '| 9 |'), text: `| ${digit} |` });
  }
  const last = await client.change(URI, { range: rangeOf(text, '| 9 |'), text: '| 8 |' });
  const { diagnostics } = await client.published(URI, last);
  expect(diagnostics.filter(({ severity = 1 }) => severity <= 2)).toEqual([]);
  expect(client.inbox.count('textDocument/publishDiagnostics')).toBe(0);

  await client.close(URI);
  expect(await client.published(URI)).toMatchObject({ diagnostics: [] });
});

test.each([['\n'], ['\r\n']] as const)('ranges are right behind astral characters and with %j', async (newline) => {
  const client = await session();
  let text = sampleDraft({ newline, overview: '（一）𠮷祥镇的工作\n\n𠮷𠮷镇发布了信息。' });
  await client.open(URI, text);
  const edit = async (piece: string, replacement: string) => {
    const range = rangeOf(text, piece);
    text = text.replace(piece, replacement);
    await client.change(URI, { range, text: replacement });
  };
  await edit('镇发布', '𠮷镇发布');
  await edit(`信息。${newline}`, `信息${newline}𠮷。${newline}${newline}`);
  await edit('| 8 | 2 |', '| 9 | 2 |');
  const item = wrongCell(await client.items(URI));
  expect(item.range.start.line).toBe(rangeOf(text, '（一）予以公开').start.line);
  expect(textAt(text, item.range)).toBe('9');
});

test('severities of the settings, for each folder its own, and again after a change', async () => {
  const [one, two] = ['file:///one/a.nianbao', 'file:///two/a.nianbao'];
  const severity = (level: string) => ({
    severity: Object.fromEntries(
      ['requests-row', 'requests-handled', 'requests-identity'].map((rule) => [`balance/${rule}`, level]),
    ),
  });
  const client = await session({
    capabilities: {
      ...PULLING.capabilities,
      workspace: {
        configuration: true,
        didChangeConfiguration: { dynamicRegistration: true },
        diagnostics: { refreshSupport: true } as never,
      },
    },
    configuration: (uri) => (uri === one ? severity('hint') : severity('off')),
  });
  await client.inbox.take('client/registerCapability');
  const text = sampleDraft(ONE_WRONG_CELL);
  await client.open(one, text);
  await client.open(two, text);
  expect(wrongCell(await client.items(one)).severity).toBe(4);
  const before = (await client.pull(two)) as DocumentDiagnosticReport & { items: Diagnostic[] };
  expect(before.items.filter(({ code }) => String(code).startsWith('balance/'))).toEqual([]);

  client.configure(() => ({ severity: { 'balance/requests-row': 'nonsense', 'balance/requests-handled': 7 } }));
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await client.inbox.take('workspace/diagnostic/refresh');
  const after = await client.pull(two, before.resultId);
  expect(after.kind).toBe('full');
  expect(wrongCell(after.kind === 'full' ? after.items : []).severity).toBe(1);
});

test('settings that come with initialisation and with notifications', async () => {
  const off = { severity: { 'section/missing': 'off' } };
  const client = await session({ ...PUSHED, initializationOptions: { nianbao: off } });
  await client.open(URI, sampleDraft({ without: ['四'] }));
  const codes = async () => (await client.published(URI)).diagnostics.map(({ code }) => code);
  expect(await codes()).not.toContain('section/missing');
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { nianbao: {} } });
  expect(await codes()).toContain('section/missing');
});

test('recognised Markdown and plain text are served, a README is not, and neither where recognition is off', async () => {
  const [draft, plain, readme] = ['file:///a/report.md', 'file:///a/report.txt', 'file:///a/README.md'];
  const client = await session({
    capabilities: { ...PULLING.capabilities, workspace: { configuration: true } },
    configuration: () => null,
  });
  const text = sampleDraft(ONE_WRONG_CELL);
  await client.open(draft, text, 'markdown');
  await client.open(plain, text, 'plaintext');
  await client.open(readme, README, 'markdown');
  wrongCell(await client.items(draft));
  wrongCell(await client.items(plain));
  expect(await client.items(readme)).toEqual([]);
  expect(await client.request('nianbao/outline', readme)).toBeNull();
  expect(await client.request('textDocument/documentSymbol', readme)).toEqual([]);
  expect(await client.request('textDocument/foldingRange', readme)).toEqual([]);
  expect(await client.request('textDocument/semanticTokens/full', readme)).toMatchObject({ data: [] });

  client.configure(() => ({ recognise: false }));
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  expect(await client.items(draft)).toEqual([]);
  await client.open(URI, text);
  wrongCell(await client.items(URI));
});
