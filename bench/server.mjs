/**
 * What the language server costs its editor over standard input and output: until it can be asked, until a draft that
 * is opened has its first diagnostics, until a key press has its own; beside a server that does nothing, of the same
 * library.
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
import { REPORT } from './lib/core.mjs';
import { atMost } from './lib/section.mjs';
import { median, quantile } from './lib/statistics.mjs';
import { count, duration, mib, ratio } from './lib/words.mjs';

const SERVER = fileURLToPath(new URL('../dist/server.js', import.meta.url));
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
async function measureServer(rounds) {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-server-'));
  try {
    const bareFile = join(folder, 'bare.cjs');
    const stdin = { contents: NOTHING, resolveDir: fileURLToPath(new URL('..', import.meta.url)) };
    await build({ ...SHIPPED, ...NODE, stdin, outfile: bareFile, logLevel: 'error' });
    const text = longDraft(REPORT);
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
  return {
    edit: median(times),
    slow: quantile(times, 0.95),
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

/** @param {{ quick: boolean }} options @returns {Promise<import('./lib/section.mjs').Section>} */
export async function measure({ quick }) {
  const cost = await measureServer(quick ? 5 : 15);
  const row = (name, ours, bare) => [
    name,
    duration(ours),
    bare === undefined ? '' : duration(bare),
    bare === undefined ? '' : ratio(ours / bare),
  ];
  return {
    how: '服务器是单独的进程，经标准输入输出问答，取中位数；“什么也不做”的服务器用同一个库，只答 `initialize`。',
    tables: [
      {
        title: `服务器，${count(REPORT)} 个字符的草稿`,
        head: ['', '耗时', '什么也不做的服务器', '倍数'],
        rows: [
          row('从启动进程到答复 initialize', cost.start, cost.bare),
          row('从打开草稿到第一批诊断（刚启动的进程）', cost.first),
          row('从一次改动到诊断', cost.edit, cost.bareRequest),
          row('从一次改动到诊断，100 次中 95 次不超过', cost.slow),
        ],
      },
      {
        title: '服务器堆内存',
        head: ['启动后', `改过 ${PRESSES} 次`, '关闭草稿后'],
        rows: [[mib(cost.heapBefore), mib(cost.heapOpen), mib(cost.heapAfter)]],
      },
    ],
    goals: [
      atMost({
        id: 'server.start',
        what: '服务器答复 initialize',
        figure: cost.start,
        most: START_GOAL_MS,
        words: duration,
      }),
      atMost({ id: 'server.edit', what: '从一次改动到诊断', figure: cost.edit, most: EDIT_GOAL_MS, words: duration }),
    ],
  };
}
