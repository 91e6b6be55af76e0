/** However its client ends, the server ends too: no process is left behind. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { PULLING, start } from './support/client';
import { sampleDraft } from './support/drafts';
import { frame, initialize, RawServer } from './support/raw';

const URI = 'file:///drafts/a.nianbao';

/** A process of its own that does what it is told, and is killed with the test at the latest. */
function node(source: string, ...stdio: readonly ('pipe' | 'ignore')[]): ChildProcess {
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], { stdio: [...stdio] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Waits until a process that is not ours has gone; one that stays makes the test run out of time. */
async function gone(pid: number): Promise<void> {
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 50));
}

test('standard input that is closed in the middle of a message', async () => {
  const server = new RawServer();
  server.send(initialize());
  await server.answer('initialize');
  server.send(frame({ jsonrpc: '2.0', id: 1, method: 'shutdown' }).subarray(0, 20));
  server.process.stdin.end();
  expect(await server.ended()).toBe(1);
});

test('a client that no longer reads, with answers on their way', async () => {
  const client = await start(PULLING);
  const exited = once(client.server, 'exit');
  await client.open(URI, sampleDraft());
  client.server.stdout?.destroy();
  for (let i = 0; i < 50; i++) void client.pull(URI).catch(() => {});
  client.server.stdin?.end();
  await exited;
  client.connection.dispose();
});

test('an editor that is killed takes its server with it', async () => {
  const editor = node(
    `
      import { spawn } from 'node:child_process';
      const server = spawn(process.execPath, ['dist/server.js', '--stdio']);
      const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: process.pid, capabilities: {} } });
      server.stdin.write('Content-Length: ' + body.length + '\\r\\n\\r\\n' + body);
      server.stdout.once('data', () => console.log(server.pid));
    `,
    'ignore',
    'pipe',
    'ignore',
  );
  const [words] = (await once(editor.stdout as NonNullable<ChildProcess['stdout']>, 'data')) as [Buffer];
  const pid = Number(words.toString());
  expect(isAlive(pid)).toBe(true);
  editor.kill('SIGKILL');
  await gone(pid);
});

test('an editor that is gone while somebody else holds the line open', async () => {
  const editor = node('process.stdin.resume();', 'pipe', 'ignore', 'ignore');
  const server = new RawServer();
  server.send(initialize({}, editor.pid));
  await server.answer('initialize');
  editor.kill('SIGKILL');
  expect(await server.ended()).toBe(1);
});
