/** What a key press costs: the whole draft parsed and checked again, with one digit of it changed. */
import { keyPresses, longDraft } from './draft.mjs';
import { check, markdownIt, REPORT, scan } from './lib/core.mjs';
import { bestOfThree, keep, paceOf, race } from './lib/race.mjs';
import { atMost } from './lib/section.mjs';
import { quantile } from './lib/statistics.mjs';
import { count, duration, ratio } from './lib/words.mjs';

/** More presses than paragraphs are remembered where they can be held in memory: each is a text of its own. */
const SIZES = [
  { times: 1, many: 1000, goal: 0.5 },
  { times: 10, many: 200, goal: 5 },
  { times: 100, many: 40, goal: 60 },
];

/** @param {{ quick: boolean }} options @returns {Promise<import('./lib/section.mjs').Section>} */
export async function measure({ quick }) {
  const rows = [];
  const goals = [];
  for (const { times, many, goal } of SIZES) {
    const texts = keyPresses(longDraft(REPORT * times), many);
    for (const text of texts) keep(scan(text)); // none pays for being put together
    const contenders = [check, markdownIt].map((run) => ({ run, texts }));
    const [ours, markdown] = await race(contenders, paceOf(quick));
    const characters = count(texts[0].length);
    rows.push([
      characters,
      duration(ours.ms),
      duration(quantile(await bestOfThree(check, texts, String), 0.95)),
      duration(markdown.ms),
      ratio(ours.ms / markdown.ms),
    ]);
    const what = `输入一个字符后重新解析并校核，${count(REPORT * times)} 个字符的草稿`;
    goals.push(atMost({ id: `typing.${times}`, what, figure: ours.ms, most: goal, words: duration }));
  }
  return {
    how: '每次改草稿里的一个数字，然后整份重新解析、校核（没有增量机制，只是没有动过的段落和表格记得上次读出的结果）。',
    tables: [
      {
        title: '每次按键',
        head: ['字符', '中位数', '100 次中 95 次不超过', 'markdown-it 解析', '÷ markdown-it'],
        rows,
      },
    ],
    goals,
  };
}
