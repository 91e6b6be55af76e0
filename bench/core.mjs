/** What a draft costs that was never seen before, and how that grows with its length. */
import { longDraft, manyTables } from './draft.mjs';
import { check, checkReport, floor, markdownIt, parse, parseReport, REPORT, scan, split } from './lib/core.mjs';
import { paceOf, race } from './lib/race.mjs';
import { count, duration, ratio } from './lib/words.mjs';

/** Name of each contender; the first is the one that the others are held against. */
const CONTENDERS = {
  解析加校核: check,
  只解析: parse,
  'split(/\\r?\\n/)': split,
  'charCodeAt 扫描': scan,
  '两者之和（下限）': floor,
  'markdown-it 解析': markdownIt,
};
const [OURS] = Object.keys(CONTENDERS);

/** So many of each kind that none is remembered when its turn comes again. */
const KINDS = [
  { name: '1×', times: 1, many: 100, write: longDraft },
  { name: '10×，正文长', times: 10, many: 12, write: longDraft },
  { name: '100×，正文长', times: 100, many: 2, write: longDraft },
  { name: '10×，表格多', times: 10, many: 12, write: manyTables },
  { name: '100×，表格多', times: 100, many: 2, write: manyTables },
];

/** @param {{ quick: boolean }} options @returns {Promise<import('./lib/section.mjs').Section>} */
export async function measure({ quick }) {
  const drafts = KINDS.map(({ name, times, many, write }) => ({
    name,
    // seeds far apart: many tables are whole reports, each with a seed of its own
    texts: Array.from({ length: many }, (_, i) => write(REPORT * times, 1 + i * 1000)),
  }));
  const tasks = drafts.flatMap(({ name, texts }) =>
    Object.entries(CONTENDERS).map(([key, run]) => ({ name, key, run, texts })),
  );
  /** @type {Map<string, Record<string, number>>} */
  const results = new Map(drafts.map(({ name }) => [name, {}]));
  for (const { name, key, ms } of await race(tasks, paceOf(quick))) results.get(name)[key] = ms;

  const perCharacter = ({ name, texts }, key) => results.get(name)[key] / texts[0].length;
  const [single] = drafts;
  return {
    how: '同一进程、热身以后，各项轮流，取中位数。草稿由 `bench/draft.mjs` 生成，份份不同：核心记得刚读过的段落和表格，反复查同一份会显得太快。',
    tables: [
      {
        title: '草稿',
        head: ['草稿', '字符', '行', '节', '表', '格', '问题'],
        rows: drafts.map(({ name, texts: [text] }) => [name, ...describe(text)]),
      },
      ...drafts.map(({ name, texts: [text] }) => ({
        title: `${name}：${count(text.length)} 个字符`,
        head: ['', '每份', '每个字符', `${OURS} ÷ 此项`],
        rows: Object.entries(results.get(name)).map(([key, ms]) => [
          key,
          duration(ms),
          `${((ms * 1e6) / text.length).toFixed(2)} ns`,
          ratio(results.get(name)[OURS] / ms),
        ]),
      })),
      {
        title: '增长：每个字符的耗时 ÷ 1× 草稿的（1.00× 即线性）',
        head: ['草稿', ...Object.keys(CONTENDERS)],
        rows: drafts
          .slice(1)
          .map((draft) => [
            draft.name,
            ...Object.keys(CONTENDERS).map((key) => ratio(perCharacter(draft, key) / perCharacter(single, key))),
          ]),
      },
    ],
    goals: [],
  };
}

function describe(text) {
  const report = parseReport(text);
  const cells = report.tables.reduce((all, table) => all + table.cells.size, 0);
  return [
    text.length,
    text.split('\n').length,
    report.sections.length,
    report.tables.length,
    cells,
    checkReport(report).length,
  ].map(count);
}
