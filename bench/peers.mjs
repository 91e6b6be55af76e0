/**
 * Nianbao beside the tools that an author might use, on the same texts in one run. They are installed in a folder of
 * their own, by this measurement alone; where that fails, or one of them does not load, the rest is measured.
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installed, run } from '../scripts/lib/project.mjs';
import { longDraft } from './draft.mjs';
import { check, floor, markdownIt, REPORT, scan, split } from './lib/core.mjs';
import { raceProcesses, runNode } from './lib/processes.mjs';
import { keep, once, paceOf, race, warmUp } from './lib/race.mjs';
import { atMost } from './lib/section.mjs';
import { median } from './lib/statistics.mjs';
import { count, duration, mib, ratio } from './lib/words.mjs';
import { TOOLS } from './peers/tools.mjs';

const FOLDER = fileURLToPath(new URL('peers', import.meta.url));
const ONE_TOOL = join(FOLDER, 'check.mjs');
const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
/** Real reports, where there are any: they are not part of the repository. */
const CORPUS = fileURLToPath(new URL('../../shared/corpus', import.meta.url));
const OURS = 'Nianbao';
const FLOOR = 'split 加扫描（下限）';

/** The most of another's time that a full check may take. */
const GOALS = { 'markdown-it': 1, markdownlint: 1 / 10, autocorrect: 1 / 4, [FLOOR]: 20 };

/** Every tool finds something here, or it is not doing its work. */
const WRONG = '# 标题\n\n中文(中文)测试abc,好 。\n\n####   又一个标题\n[甲][乙]\n\n* 项\n';

/** @typedef {{ name: string, does: string, version: string, run: (text: string) => number | Promise<number> }} Contender */

/** @param {{ quick: boolean }} options @returns {Promise<import('./lib/section.mjs').Section>} */
export async function measure({ quick }) {
  const peers = await loadPeers();
  const contenders = [
    { name: OURS, does: '解析、推算、全部规则', version: '', run: check },
    ...peers,
    { name: 'split(/\\r?\\n/)', does: '', version: '', run: split },
    { name: 'charCodeAt 扫描', does: '', version: '', run: scan },
    { name: FLOOR, does: '', version: '', run: floor },
  ];
  if (peers.length === 0) contenders.push({ name: 'markdown-it', does: '只解析', version: '', run: markdownIt });
  const warm = await measureWarm(contenders, quick);
  const real = await measureReal(contenders, quick);
  return {
    how: [
      `同一次运行、同样的文本：生成的草稿每份 ${count(REPORT)} 个字符，份份不同（见上）；各项轮流，取中位数。`,
      '“整个进程”从启动到退出，每项工具一个进程，只载入自己；内存是进程的峰值。',
      real
        ? '真实年报来自仓库之外的 `../shared/corpus`，两次之间先查别的草稿，好让核心忘掉它。'
        : '没有 `../shared/corpus`，真实年报未测。',
    ].join(''),
    tables: [
      comparison('热身以后，同一进程', contenders, warm),
      ...(real ? [comparison(`热身以后，同一进程，${real.texts} 份真实年报`, contenders, real.ms)] : []),
      ...(await measureProcesses(peers, quick)),
    ],
    goals: [...goals('peers', '生成的草稿', warm), ...(real ? goals('peers.real', '真实年报', real.ms) : [])],
  };
}

/** The tools that can be had, once they are seen to work. @returns {Promise<Contender[]>} */
async function loadPeers() {
  if (!installed(FOLDER)) {
    console.log('安装比较用的工具：在 bench/peers 中 npm ci');
    // no tool needs a script to be installed
    const { status } = await run('npm', ['ci', '--ignore-scripts', '--no-fund', '--no-audit', '--loglevel=error'], {
      cwd: FOLDER,
    });
    if (status !== 0) {
      console.log(`装不上（${status}），不与其他工具比较`);
      return [];
    }
  }
  const peers = [];
  for (const [name, { from, does, load }] of Object.entries(TOOLS)) {
    try {
      const run = await load();
      if ((await run(WRONG)) === 0) throw new Error('什么也没有找到');
      const { version } = JSON.parse(await readFile(join(FOLDER, 'node_modules', from, 'package.json'), 'utf8'));
      peers.push({ name, does, version, run });
    } catch (error) {
      console.log(`${name} 用不了，不与它比较：${error.message}`);
    }
  }
  return peers;
}

/** Milliseconds a draft by name. @returns {Promise<Record<string, number>>} */
async function measureWarm(contenders, quick) {
  const texts = Array.from({ length: 200 }, (_, i) => longDraft(REPORT, i + 1));
  const results = await race(
    contenders.map(({ name, run }) => ({ name, run, texts })),
    paceOf(quick),
  );
  return Object.fromEntries(results.map(({ name, ms }) => [name, ms]));
}

/** The same for real reports, which are few: between two looks at one, the core has to forget it. */
async function measureReal(contenders, quick) {
  if (!existsSync(CORPUS)) return null;
  const names = (await readdir(CORPUS)).filter((name) => name.endsWith('.txt'));
  const texts = await Promise.all(names.map((name) => readFile(join(CORPUS, name), 'utf8')));
  if (texts.length === 0) return null;
  const others = Array.from({ length: 12 }, (_, i) => longDraft(REPORT, 1000 + i));
  const forget = () => {
    for (const text of others) keep(check(text));
  };
  /** Milliseconds of a text, of one look at each. */
  const pass = async ({ name, run }) => {
    let ms = 0;
    for (const text of texts) {
      if (name === OURS) forget();
      ms += await once(run, text);
    }
    return ms / texts.length;
  };
  const { rounds, warmUpMs } = paceOf(quick);
  for (const contender of contenders) await warmUp(() => pass(contender), warmUpMs);
  const samples = Object.fromEntries(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds * 2; round += 1) {
    for (const contender of contenders) samples[contender.name].push(await pass(contender));
  }
  const ms = Object.fromEntries(Object.entries(samples).map(([name, times]) => [name, median(times)]));
  return { texts: texts.length, ms };
}

/** @param {string} title @param {readonly Contender[]} contenders @param {Record<string, number>} ms */
function comparison(title, contenders, ms) {
  return {
    title,
    head: ['', '做什么', '版本', '每份', `${OURS} ÷ 此项`],
    rows: contenders.map(({ name, does, version }) => [
      name,
      does,
      version,
      duration(ms[name]),
      ratio(ms[OURS] / ms[name]),
    ]),
  };
}

function goals(id, texts, ms) {
  return Object.entries(GOALS)
    .filter(([name]) => ms[name] !== undefined)
    .map(([name, most]) =>
      atMost({
        id: `${id}.${name === FLOOR ? 'floor' : name}`,
        what: `完整校核 ÷ ${name}，${texts}`,
        figure: ms[OURS] / ms[name],
        most,
        words: ratio,
      }),
    );
}

/** Each tool in a process of its own, on one draft and on a folder of them. */
async function measureProcesses(peers, quick) {
  const root = await mkdtemp(join(tmpdir(), 'nianbao-peers-'));
  try {
    const many = quick ? 100 : 1_000;
    const file = join(root, 'draft.md');
    const folder = join(root, 'drafts');
    await mkdir(folder);
    await writeFile(file, longDraft(REPORT));
    for (let i = 0; i < many; i += 1) await writeFile(join(folder, `${i}.md`), longDraft(REPORT, i + 1));
    return [await oneDraft(peers, file, quick), await manyDrafts(peers, folder, many)];
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function oneDraft(peers, file, quick) {
  const results = await raceProcesses(
    [
      { name: 'node -e 0', args: ['-e', '0'] },
      { name: OURS, args: [CLI, 'check', file] },
      ...peers.map(({ name }) => ({ name, args: [ONE_TOOL, name, file] })),
    ],
    quick ? 3 : 11,
  );
  const [nothing] = results;
  return {
    title: '整个进程，一份',
    head: ['', '耗时', '÷ node -e 0', 'CPU', '内存峰值'],
    rows: results.map(({ name, ms, cpu, peak }) => [
      name,
      duration(ms),
      ratio(ms / nothing.ms),
      duration(cpu),
      mib(peak),
    ]),
  };
}

async function manyDrafts(peers, folder, many) {
  const threads = availableParallelism();
  const ours = (number) => [CLI, 'check', folder, '--format', 'json', '--threads', String(number)];
  const contenders = [
    { name: `${OURS}，一个线程`, args: ours(1) },
    ...(threads > 1 ? [{ name: `${OURS}，${threads} 个线程`, args: ours(threads) }] : []),
    ...peers.map(({ name }) => ({ name, args: [ONE_TOOL, name, folder] })),
  ];
  const rows = [];
  for (const { name, args } of contenders) {
    const { ms, peak, end } = await runNode(args);
    const files = Number(/"files":(\d+)/.exec(end)?.[1]);
    if (files !== many) throw new Error(`${name}: ${files} of ${many} drafts`);
    rows.push([name, duration(ms), duration(ms / many), mib(peak)]);
  }
  return { title: `整个进程，${count(many)} 份`, head: ['', '耗时', '每份', '内存峰值'], rows };
}
