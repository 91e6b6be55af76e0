/** `docs/benchmarks.md`: what was measured last, section by section, with all goals at its head. */

/**
 * @typedef {import('./section.mjs').Section & {
 *   date: string, node: string, cores: number, processor: string, quick: boolean
 * }} Result a section with when and on what it was measured
 */

/**
 * @param {Readonly<Record<string, string>>} titles of the measurements by name, in the order of the document
 * @param {Readonly<Record<string, Result>>} results of those that were measured
 * @param {Readonly<Record<string, string>>} reasons why a goal is missed, by its id
 * @returns {string} Markdown
 */
export function benchmarks(titles, results, reasons) {
  const measured = Object.keys(titles).filter((name) => results[name]);
  const goals = measured.flatMap((name) => results[name].goals);
  const missed = goals.filter(({ met }) => !met).length;
  return [
    '# 测速结果',
    '由 `npm run bench` 写成，请勿手改；未达到的原因写在 `bench/reasons.json`，命令见 [CONTRIBUTING](../CONTRIBUTING.md#命令)。时间随机器和当时的负载而变，同一次运行中的比值变得少得多。',
    '## 目标',
    `共 ${goals.length} 项，${missed === 0 ? '全部达到' : `达到 ${goals.length - missed} 项，未达到 ${missed} 项`}。`,
    table(
      ['', '目标', '实测', '', '未达到的原因'],
      goals.map(({ id, what, goal, figure, met }) => [
        what,
        goal,
        figure,
        met ? '达到' : '未达到',
        met ? '' : (reasons[id] ?? '待查'),
      ]),
    ),
    ...measured.flatMap((name) => section(name, titles[name], results[name])),
    '',
  ].join('\n\n');
}

/** @param {string} name @param {string} title @param {Result} result */
function section(name, title, { date, node, cores, processor, quick, how, tables }) {
  return [
    `## ${title}`,
    how,
    `\`npm run bench -- ${name}${quick ? ' --quick' : ''}\`，${date}，Node ${node}，${cores} 核（${processor}）。`,
    ...tables.flatMap(({ title: heading, head, rows }) => [`### ${heading}`, table(head, rows)]),
  ];
}

function table(head, rows) {
  const line = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const rule = head.map((_, column) => (column > 0 && isFigures(rows.map((row) => row[column])) ? '---:' : '---'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** Whether a column holds figures and nothing else. */
function isFigures(cells) {
  return cells.every((cell) => /^(?:[≤+−]?\s*\d.*)?$/.test(cell)) && cells.some((cell) => cell !== '');
}
