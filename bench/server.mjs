/**
 * What the language server costs its editor over standard input and output: until it can be asked, until a draft that
 * is opened has its first diagnostics, until a key press has its own; beside a server that does nothing, of the same
 * library. `node bench/server.mjs` after a build.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { NODE, SHIPPED } from '../scripts/lib/bundles.mjs';
import { bundled } from '../test/drafts/bundled.mjs';
import { keyPresses, longDraft } from './draft.mjs';
import { isMain, median, printTable } from './processes.mjs';

const SERVER = fileURLToPath(new URL('../dist/server.js', import.meta.url));
const LENGTH = 12_000;
const PRESSES = 200;
const URI = 'file:///draft.nianbao';
const START_GOAL_MS = 200;
const EDIT_GOAL_MS = 3;

/** The least program that is a language server. */
const NOTHING = `
  import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
  const connection = createConnection(ProposedFeatures.all);
  connection.onInitialize(() => ({ capabilities: {} }));
  connection.onRequest('nothing', () => null);
  connection.listen();
`;

/** A server in a process of its own. @param options of Node */
async function start(file, options = []) {
  const since = performance.now();
  const server = spawn(process.execPath, [...options, file, '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.listen();
  const capabilities = { textDocument: { diagnostic: {} } };
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities });
  const ms = performance.now() - since;
  connection.sendNotification('initialized', {});
  return {
    server,
    connection,
    ms,
    async stop() {
      await connection.sendRequest('shutdown');
      connection.sendNotification('exit');
      await once(server, 'exit');
      connection.dispose();
    },
  };
}

const pull = (connection) => connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: URI } });

function open(connection, text) {
  connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: URI, languageId: 'nianbao', version: 1, text },
  });
  return pull(connection);
}

async function timed(run) {
  const since = performance.now();
  await run();
  return performance.now() - since;
}

/** Where two texts of one length differ, as the edit that makes the second of the first; all on one line. */
function editOf(before, after) {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at += 1;
  const line = before.slice(0, at).split('\n').length - 1;
  const character = at - (before.lastIndexOf('\n', at - 1) + 1);
  const range = { start: { line, character }, end: { line, character: character + 1 } };
  return { range, text: after[at] ?? '' };
}

/**
 * @typedef {object} ServerCost
 * @property {number} start milliseconds from the start of the process to the answer to `initialize`
 * @property {number} bare the same for a server that does nothing
 * @property {number} first milliseconds from opening a draft to its first diagnostics, in a process just started
 * @property {number} edit milliseconds from an edit to its diagnostics
 * @property {number} slow 95 of 100 edits take no longer
 * @property {number} bareRequest milliseconds from a request to its answer where nothing is done for it
 * @property {number} heapBefore bytes in use once started
 * @property {number} heapOpen with the draft open, all edits made
 * @property {number} heapAfter with the draft closed
 */

/**
 * Medians; the two servers take turns, so that a slow moment of the machine falls on neither alone.
 * @returns {Promise<ServerCost>}
 */
export async function measureServer(rounds = 15) {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-server-'));
  try {
    const bareFile = join(folder, 'bare.cjs');
    const stdin = { contents: NOTHING, resolveDir: fileURLToPath(new URL('..', import.meta.url)) };
    await build({ ...SHIPPED, ...NODE, stdin, outfile: bareFile, logLevel: 'error' });
    const text = longDraft(LENGTH);
    const starts = { ours: [], bare: [], first: [] };
    for (let round = 0; round < rounds; round += 1) {
      const bare = await start(bareFile);
      starts.bare.push(bare.ms);
      await bare.stop();
      const ours = await start(SERVER);
      starts.ours.push(ours.ms);
      starts.first.push(await timed(() => open(ours.connection, text)));
      await ours.stop();
    }
    return {
      start: median(starts.ours),
      bare: median(starts.bare),
      first: median(starts.first),
      ...(await measureEdits(text, bareFile)),
      ...(await measureHeap(text)),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Types into a draft, each key press when the one before has its diagnostics. */
async function typeInto(connection, text, each = async () => {}) {
  await open(connection, text);
  const times = [];
  let before = text;
  for (const [i, after] of keyPresses(text, PRESSES).entries()) {
    // from the text that was there to the one with another digit changed
    const contentChanges = [editOf(before, text), editOf(text, after)];
    times.push(
      await timed(() => {
        connection.sendNotification('textDocument/didChange', {
          textDocument: { uri: URI, version: i + 2 },
          contentChanges: before === text ? contentChanges.slice(1) : contentChanges,
        });
        return pull(connection);
      }),
    );
    before = after;
    await each();
  }
  return times;
}

async function measureEdits(text, bareFile) {
  const bare = await start(bareFile);
  const ours = await start(SERVER);
  const bareTimes = [];
  const nothing = async () => bareTimes.push(await timed(() => bare.connection.sendRequest('nothing')));
  await typeInto(ours.connection, text); // what is typed in first is compiled in the meantime
  ours.connection.sendNotification('textDocument/didClose', { textDocument: { uri: URI } });
  const times = await typeInto(ours.connection, text, nothing);
  await Promise.all([bare.stop(), ours.stop()]);
  const sorted = times.toSorted((a, b) => a - b);
  return {
    edit: median(times),
    slow: sorted[Math.floor(sorted.length * 0.95)],
    bareRequest: median(bareTimes),
  };
}

async function measureHeap(text) {
  const { INSPECTED, Inspector } = await bundled(new URL('../test/protocol/support/heap.ts', import.meta.url), 'heap');
  const ours = await start(SERVER, INSPECTED);
  const inspector = await Inspector.of(ours);
  const heapBefore = await inspector.heap();
  await typeInto(ours.connection, text);
  const heapOpen = await inspector.heap();
  ours.connection.sendNotification('textDocument/didClose', { textDocument: { uri: URI } });
  await pull(ours.connection);
  const heapAfter = await inspector.heap();
  inspector.close();
  await ours.stop();
  return { heapBefore, heapOpen, heapAfter };
}

/** @param {ServerCost} cost @returns {string[][]} the head first */
export function serverTable(cost) {
  const ms = (number) => number.toFixed(number < 10 ? 2 : 0);
  const mib = (bytes) => `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
  const row = (name, ours, bare, goal) => [
    name,
    ms(ours),
    bare === null ? '' : ms(bare),
    bare === null ? '' : `${(ours / bare).toFixed(2)}×`,
    goal === null ? '' : `under ${goal}: ${ours < goal ? 'met' : 'missed'}`,
  ];
  return [
    ['', 'ms', 'a server that does nothing', 'ratio', 'goal'],
    row('start to the answer to initialize', cost.start, cost.bare, START_GOAL_MS),
    row(
      `opening a draft of ${LENGTH.toLocaleString('en')} characters to its first diagnostics`,
      cost.first,
      null,
      null,
    ),
    row('an edit to its diagnostics', cost.edit, cost.bareRequest, EDIT_GOAL_MS),
    row('an edit to its diagnostics, 95 of 100', cost.slow, null, null),
    ['heap: started, typed in, closed', mib(cost.heapBefore), mib(cost.heapOpen), mib(cost.heapAfter), ''],
  ];
}

if (isMain(import.meta.url)) {
  console.log(`The server over standard input and output, Node ${process.version}, medians`);
  printTable(serverTable(await measureServer()));
}
