import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { benchmarks, type Goal, type Result } from '../../bench/lib/document.mjs';
import { atMost } from '../../bench/lib/section.mjs';
import { TITLES } from '../../bench/lib/titles.mjs';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
/** The formatter lines up the columns of tables; nothing else of the text is its own. */
const plain = (markdown: string) =>
  markdown
    .replace(/-+:?(?= \|)/g, '---')
    .replace(/ +/g, ' ')
    .trim();
const words = (figure: number) => `${figure} ms`;

function result(goals: readonly Goal[]): Result {
  const tables = [{ title: '表', head: ['', '耗时'], rows: [['甲 | 乙', '1 ms']] }];
  return { date: '2024-01-20', node: 'v24', cores: 2, processor: 'CPU', quick: false, how: '说明。', tables, goals };
}

describe('the document of the benchmarks', () => {
  it('says of each goal whether it is met, and why not', () => {
    const goals = [
      atMost({ id: 'a', what: '甲项', figure: 5, most: 5, words }),
      atMost({ id: 'b', what: '乙项', figure: 5.1, most: 5, words }),
      atMost({ id: 'c', what: '丙项', figure: 9, most: 5, words }),
    ];
    const text = benchmarks({ one: '一项' }, { one: result(goals) }, { a: '旧的原因', b: '正在改' });
    expect(text).toContain('共 3 项，达到 1 项，未达到 2 项');
    expect(text).toContain('| 甲项 | ≤ 5 ms | 5 ms | 达到 |  |');
    expect(text).toContain('| 乙项 | ≤ 5 ms | 5.1 ms | 未达到 | 正在改 |');
    expect(text).toContain('| 丙项 | ≤ 5 ms | 9 ms | 未达到 | 待查 |');
    expect(text).not.toContain('旧的原因');
  });

  it('keeps the order of the measurements, leaves out what was not measured, and escapes cells', () => {
    const titles = { one: '第一', two: '第二', three: '第三' };
    const text = benchmarks(titles, { three: result([]), one: result([]) }, {});
    expect([...text.matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual(['目标', '第一', '第三']);
    expect(text).toContain('| 甲 \\| 乙 | 1 ms |');
    expect(text).toContain('`npm run bench -- three`，2024-01-20，Node v24，2 核（CPU）。');
  });

  it('is what the last results and the reasons give, and no goal is missed without a reason', () => {
    const results: Record<string, Result> = JSON.parse(read('bench/results.json'));
    const reasons: Record<string, string> = JSON.parse(read('bench/reasons.json'));
    expect(plain(read('docs/benchmarks.md'))).toBe(plain(benchmarks(TITLES, results, reasons)));
    const missed = Object.values(results).flatMap(({ goals }) => goals.filter(({ met }) => !met));
    expect(missed.filter(({ id }) => !reasons[id]).map(({ id }) => id)).toEqual([]);
  });
});
