/** Rules turned off and on: by `nianbao.config.json` of a team, and by comments that the server offers to write. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import type {
  CodeAction,
  Diagnostic,
  PublishDiagnosticsParams,
  TextDocumentEdit,
  TextEdit,
} from 'vscode-languageserver';
import { LineIndex } from '../../server/src/core';
import { scratch } from './support/cli';
import { type Client, PULLING, rangeOf, type Setup, start, textAt } from './support/client';
import { ONE_WRONG_CELL, sampleDraft } from './support/drafts';

const WATCHING: Setup = {
  capabilities: {
    ...PULLING.capabilities,
    workspace: {
      configuration: true,
      didChangeWatchedFiles: { dynamicRegistration: true },
      diagnostics: { refreshSupport: true },
    } as never,
  },
  configuration: () => null,
};

async function session(setup: Setup): Promise<Client> {
  const client = await start(setup);
  onTestFinished(async () => {
    await client.stop();
  });
  return client;
}

/** A folder with a draft that is opened from it, as `file:` URIs. */
async function folder() {
  const { path } = await scratch();
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  const uri = (name: string) => pathToFileURL(join(path, name)).href;
  return {
    uri,
    config: (text: string) => writeFile(join(path, 'nianbao.config.json'), text),
    /** Says that the file has changed, as an editor does, and waits until the server has taken note. */
    async tell(client: Client, type: 1 | 2 | 3 = 2) {
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: uri('nianbao.config.json'), type }],
      });
      await client.inbox.take('workspace/diagnostic/refresh');
    },
    remove: () => rm(join(path, 'nianbao.config.json')),
  };
}

function rules(items: readonly Diagnostic[]): string[] {
  return items.filter(({ severity = 1 }) => severity <= 2).map(({ code }) => String(code));
}

test('a configuration file is read upwards, followed as it changes, and gives way to settings', async () => {
  const { uri, config, tell, remove } = await folder();
  await config('{ "severity": { "section/missing": "off" } }');
  const client = await session(WATCHING);
  const { registrations } = await client.inbox.take<{ registrations: { method: string; registerOptions: unknown }[] }>(
    'client/registerCapability',
  );
  expect(registrations).toMatchObject([
    {
      method: 'workspace/didChangeWatchedFiles',
      registerOptions: { watchers: [{ globPattern: '**/nianbao.config.json' }] },
    },
  ]);
  const draft = uri('2023 年/稿.nianbao');
  await client.open(draft, sampleDraft({ without: ['四'] }));
  expect(rules(await client.items(draft))).toEqual([]);

  await config('{}');
  await tell(client);
  expect(rules(await client.items(draft))).toEqual(['section/missing']);

  await config('{ "ignore": ["*年/**"] }');
  await tell(client);
  expect(rules(await client.items(draft))).toEqual([]);

  await config('{ "severity": { "section/missing": "off" } }');
  await tell(client);
  client.configure(() => ({ severity: { 'section/missing': 'warning' } }));
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await client.inbox.take('workspace/diagnostic/refresh');
  expect((await client.items(draft)).find(({ code }) => code === 'section/missing')?.severity).toBe(2);

  client.configure(() => null);
  await remove();
  await tell(client, 3);
  expect(rules(await client.items(draft))).toEqual(['section/missing']);
});

describe('a configuration file above the folder that is open', () => {
  /** A folder to open with one above it that has a configuration file of its own. */
  async function nested(setup: Setup) {
    const { uri, config, remove } = await folder();
    const client = await session({ ...setup, folders: [uri('2023')] });
    const draft = uri('2023/稿.nianbao');
    const refreshed = () => client.inbox.take('workspace/diagnostic/refresh');
    const found = async () => rules(await client.items(draft));
    return { uri, config, remove, client, draft, refreshed, found };
  }
  const OFF = '{ "severity": { "section/missing": "off" } }';
  const text = sampleDraft({ without: ['四'] });

  test('is watched for a client that can', async () => {
    const { uri, config, client, draft, refreshed, found } = await nested({
      ...WATCHING,
      capabilities: {
        ...WATCHING.capabilities,
        workspace: {
          ...WATCHING.capabilities?.workspace,
          workspaceFolders: true,
          didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
        },
      },
    });
    await config(OFF);
    await client.open(draft, text);
    expect(await found()).toEqual([]);
    const watched = () =>
      client.inbox.take<{ registrations: { registerOptions: unknown }[] }>(
        'client/registerCapability',
        ({ registrations }) => JSON.stringify(registrations).includes('baseUri'),
      );
    expect((await watched()).registrations).toMatchObject([
      {
        method: 'workspace/didChangeWatchedFiles',
        registerOptions: {
          watchers: [{ globPattern: { baseUri: uri(''), pattern: 'nianbao.config.json' } }],
        },
      },
    ]);
    await config('{}');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uri('nianbao.config.json'), type: 2 }],
    });
    await refreshed();
    expect(await found()).toEqual(['section/missing']);
    // once a folder, and not those that the first watcher reaches
    await client.open(uri('2023/另一稿.nianbao'), text);
    expect(rules(await client.items(uri('2023/另一稿.nianbao')))).toEqual(['section/missing']);
    expect(client.inbox.count('client/registerCapability')).toBe(1);
  });

  test.each([
    ['a client that watches its folders', WATCHING],
    [
      'a client that watches nothing',
      { capabilities: { ...PULLING.capabilities, workspace: { diagnostics: { refreshSupport: true } } } },
    ],
  ])('is read again when a draft is saved, for %s', async (_, setup) => {
    const { config, remove, client, draft, refreshed, found } = await nested(setup);
    await client.open(draft, text);
    const save = () => client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: draft } });
    expect(await found()).toEqual(['section/missing']);
    await config(OFF);
    await save();
    await refreshed();
    expect(await found(), 'it has come').toEqual([]);
    await config('{ "severity": { "table/blanc": "off" } }');
    await save();
    await refreshed();
    expect(await found(), 'it has changed').toEqual(['section/missing']);
    const told = () => client.inbox.take<PublishDiagnosticsParams>('textDocument/publishDiagnostics');
    expect((await told()).diagnostics).toHaveLength(1);
    await remove();
    await save();
    await refreshed();
    expect((await told()).diagnostics, 'it is gone').toEqual([]);
    // nothing is told of a file that is as it was
    await save();
    expect(await found()).toEqual(['section/missing']);
    expect(client.inbox.count('workspace/diagnostic/refresh')).toBe(0);
  });
});

test('the nearest file holds, and no other', async () => {
  const { uri, config } = await folder();
  await config('{ "severity": { "section/missing": "off" } }');
  const client = await session({ ...PULLING, initializationOptions: { readFile: true } });
  client.connection.onRequest('nianbao/readFile', ({ uri }: { uri: string }) =>
    uri === 'memfs://host/a/nianbao.config.json' ? '{ "severity": { "section/missing": "off" } }' : null,
  );
  const text = sampleDraft({ without: ['四'] });
  for (const [draft, expected] of [
    [uri('a/b/c.nianbao'), []],
    ['memfs://host/a/b/c.nianbao', []],
    ['memfs://host/c/b/c.nianbao', ['section/missing']],
    ['untitled:Untitled-1', ['section/missing']],
  ] as const) {
    await client.open(draft, text);
    expect(rules(await client.items(draft)), draft).toEqual(expected);
  }
});

test('what is wrong in the file is told where it stands, until it is mended or gone', async () => {
  const { uri, config, tell, remove } = await folder();
  const text = '{\n  "severity": { "section/missing": "off", "table/blanc": "off" }\n}';
  await config(text);
  const client = await session(WATCHING);
  const draft = uri('稿.nianbao');
  await client.open(draft, sampleDraft({ without: ['四'] }));
  expect(rules(await client.items(draft)), 'the rest holds').toEqual([]);
  const told = () =>
    client.inbox.take<PublishDiagnosticsParams>(
      'textDocument/publishDiagnostics',
      (params) => params.uri === uri('nianbao.config.json'),
    );
  const { diagnostics } = await told();
  expect(diagnostics).toMatchObject([{ severity: 2, message: '没有这条规则：table/blanc，是否应为 table/blank' }]);
  expect(textAt(text, (diagnostics[0] as Diagnostic).range)).toBe('"table/blanc"');
  const { message } = await client.inbox.take<{ message: string }>('window/logMessage');
  expect(message).toContain('nianbao.config.json:2:43: 没有这条规则');

  await config('{ "severity": ');
  await tell(client);
  expect((await told()).diagnostics).toEqual([]);
  expect(rules(await client.items(draft)), 'nothing holds').toEqual(['section/missing']);
  expect((await told()).diagnostics).toMatchObject([{ message: expect.stringContaining('不是 JSON') }]);

  await remove();
  await tell(client, 3);
  expect((await told()).diagnostics).toEqual([]);
  expect(rules(await client.items(draft))).toEqual(['section/missing']);
  expect(client.inbox.count('textDocument/publishDiagnostics')).toBe(0);
});

/** What the server offers on a place of a draft so as not to be told of it. */
async function offered(client: Client, uri: string, text: string, piece: string): Promise<CodeAction[]> {
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', uri, {
    range: rangeOf(text, piece),
    context: { diagnostics: [] },
  });
  const first = actions.findIndex(({ kind }) => kind === 'quickfix.suppress');
  expect(first, 'offered').toBeGreaterThanOrEqual(0);
  expect(
    actions.slice(first).every(({ kind }) => kind === 'quickfix.suppress'),
    'the last',
  ).toBe(true);
  expect(actions.slice(first).some(({ isPreferred }) => isPreferred)).toBe(false);
  return actions.slice(first);
}

function applied(text: string, action: CodeAction | undefined): string {
  const [change] = (action?.edit?.documentChanges ?? []) as TextDocumentEdit[];
  const edits = (change?.edits ?? Object.values(action?.edit?.changes ?? {})[0] ?? []) as TextEdit[];
  expect(edits.length).toBeGreaterThan(0);
  const lines = new LineIndex(text);
  return [...edits]
    .reverse()
    .reduce(
      (all, { range, newText }) =>
        all.slice(0, lines.offsetAt(range.start)) + newText + all.slice(lines.offsetAt(range.end)),
      text,
    );
}

test('a rule is turned off by an action, for its table or its line, for the file, in the settings', async () => {
  const client = await session({ ...PULLING, initializationOptions: { commands: true } });
  const text = sampleDraft({ ...ONE_WRONG_CELL, without: ['四'] });
  const uri = 'file:///drafts/a.nianbao';
  await client.open(uri, text);
  const before = rules(await client.items(uri));
  const [table, file, setting, ...more] = await offered(client, uri, text, '| 9 |');
  expect(more).toEqual([]);
  const rule = String(table?.diagnostics?.[0]?.code);
  expect(before).toContain(rule);
  expect([table, file, setting].map((action) => action?.title)).toEqual([
    `对这张表停用 ${rule}`,
    `在本文件停用 ${rule}`,
    `在设置中改 ${rule} 的级别`,
  ]);
  expect(setting?.command).toMatchObject({ command: 'nianbao.setSeverity', arguments: [{ rule, uri }] });
  for (const action of [table, file]) {
    const after = applied(text, action);
    const other = `file:///drafts/${action?.title}.nianbao`;
    await client.open(other, after);
    expect(rules(await client.items(other))).toEqual(before.filter((name) => name !== rule));
    expect(after).toContain(`nianbao-disable`);
  }
});

test('a client without the command is offered comments only, in English to an English one', async () => {
  const client = await session({ ...PULLING, locale: 'en' });
  const text = sampleDraft().replace('## 六、其他需要报告的事项', '## 六、其他要报告的事项');
  const uri = 'file:///drafts/a.md';
  await client.open(uri, text, 'markdown');
  const actions = await offered(client, uri, text, '六、其他要报告的事项');
  expect(actions.map(({ title }) => title)).toEqual([
    'Turn off section/title for this line',
    'Turn off section/title in this file',
  ]);
  const after = applied(text, actions[0]);
  expect(after).toContain('<!-- nianbao-disable-next-line section/title -->\n## 六、其他要报告的事项');
  const only = { range: rangeOf(text, '六、'), context: { diagnostics: [], only: ['refactor'] } };
  const refactorings = await client.request<CodeAction[]>('textDocument/codeAction', uri, only);
  expect(refactorings.filter(({ kind }) => kind?.startsWith('quickfix'))).toEqual([]);
});
