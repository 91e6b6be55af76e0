/** The server as other editors start it: `nianbao lsp`, spoken to by our own words and by a real client. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { nianbao, scratch } from './support/cli';
import { PUSHED, rangeOf, talk } from './support/client';
import { ONE_WRONG_CELL, sampleDraft } from './support/drafts';

const CLI = resolve('dist/cli.js');
const WRONG = sampleDraft(ONE_WRONG_CELL);
const GOOD = sampleDraft();

async function session(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Promise<void> {
  const connection = createMessageConnection(new StreamMessageReader(input), new StreamMessageWriter(output));
  const client = await talk(connection, PUSHED);
  const uri = 'file:///drafts/a.md';
  await client.open(uri, WRONG, 'markdown');
  const { diagnostics } = await client.published(uri);
  expect(diagnostics.map(({ code }) => code)).toContainEqual(expect.stringMatching(/^balance\//));
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  connection.dispose();
}

describe('nianbao lsp', () => {
  test.each([[['lsp', '--stdio']], [['lsp']]])('%j: over standard input and output', async (args) => {
    const server = spawn(process.execPath, [CLI, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
    let err = '';
    server.stderr.on('data', (chunk) => {
      err += chunk;
    });
    const exited = once(server, 'exit');
    await session(server.stdout, server.stdin);
    expect({ exited: await exited, err }).toEqual({ exited: [0, null], err: '' });
  });

  test.each([['--socket=PORT'], ['--socket PORT']])('%s: over a socket', async (option) => {
    const listening = createServer().listen(0, '127.0.0.1');
    await once(listening, 'listening');
    const { port } = listening.address() as { port: number };
    const server = spawn(process.execPath, [CLI, 'lsp', ...option.replace('PORT', String(port)).split(' ')]);
    const exited = once(server, 'exit');
    const [socket] = (await once(listening, 'connection')) as [Socket];
    await session(socket, socket);
    expect(await exited).toEqual([0, null]);
    listening.close();
  });

  test('wrong options are told, and nothing is started', async () => {
    await using folder = await scratch();
    for (const option of ['--port=1', 'a.md', '--socket']) {
      const { status, out, err } = await nianbao(folder.path, ['lsp', option]);
      expect({ status, out, err }).toEqual({ status: 2, out: '', err: expect.stringContaining(option) });
    }
  });
});

interface Seen {
  readonly failure?: string;
  readonly exit: number;
  readonly messages: readonly unknown[];
  readonly before: readonly { readonly code: string; readonly text: string; readonly line: number }[];
  readonly after: readonly { readonly severity: number }[];
  readonly hover: { readonly contents: { readonly value: string } };
  readonly symbols: readonly { readonly name: string }[];
  readonly actions: readonly string[];
}

const HAS_NEOVIM = spawnSync('nvim', ['--version']).status === 0;

test('Neovim: diagnostics, hover, symbols, a fix, and an end', async (context) => {
  context.skip(!HAS_NEOVIM, 'Neovim is not installed (on Debian: apt-get install neovim)');
  await using folder = await scratch();
  await writeFile(join(folder.path, 'draft.md'), WRONG);
  const result = join(folder.path, 'result.json');
  const given = JSON.stringify([process.execPath, CLI, result]);
  const args = ['--clean', '--headless', '--cmd', `let g:nianbao = ${given}`];
  const editor = spawn('nvim', [...args, '-c', `luafile ${resolve('test/protocol/support/neovim.lua')}`], {
    cwd: folder.path,
    env: { ...process.env, XDG_STATE_HOME: folder.path, XDG_CACHE_HOME: folder.path, XDG_DATA_HOME: folder.path },
    stdio: 'ignore',
  });
  await once(editor, 'exit');
  const seen: Seen = JSON.parse(await readFile(result, 'utf8'));
  expect(seen.failure).toBeUndefined();
  expect({ exit: seen.exit, messages: seen.messages }).toEqual({ exit: 0, messages: [] });
  expect(seen.before).toContainEqual(
    expect.objectContaining({
      code: expect.stringMatching(/^balance\//),
      // the very cell, though Neovim counts bytes
      text: '9',
      line: rangeOf(WRONG, '（一）予以公开').start.line,
    }),
  );
  expect(seen.hover.contents.value).toContain('予以公开');
  expect(seen.symbols.length).toBeGreaterThanOrEqual(6);
  expect(seen.actions[0]).toContain('8');
  expect(seen.after.filter(({ severity }) => severity === 1)).toEqual([]);
  expect(await readFile(join(folder.path, 'draft.md'), 'utf8')).toBe(GOOD);
});
