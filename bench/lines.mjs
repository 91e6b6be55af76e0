/** One line of the same again and again: four times the length should cost four times as much. */
import { check } from './lib/core.mjs';
import { once } from './lib/race.mjs';
import { count, duration, ratio } from './lib/words.mjs';
import { WALLS, wall } from './walls.mjs';

/** @param {{ quick: boolean }} options @returns {Promise<import('./lib/section.mjs').Section>} */
export async function measure({ quick }) {
  const [short, long] = quick ? [32_000, 128_000] : [256_000, 1_024_000];
  const rows = [];
  for (const [name, words] of Object.entries(WALLS)) {
    const [a, b] = [await best(wall(words, short)), await best(wall(words, long))];
    rows.push([name, duration(a), duration(b), ratio(b / a)]);
  }
  return {
    how: '没有人会写、但最容易让读句子的程序没完没了的行：同样的字样一再重复。',
    tables: [
      {
        title: `一行 ${count(short)} 个字符、${count(long)} 个字符（${long / short}.00× 即线性）`,
        head: ['重复的是', '短', '长', '长 ÷ 短'],
        rows,
      },
    ],
    goals: [],
  };
}

async function best(text) {
  return Math.min(await once(check, text), await once(check, text));
}
