import { expect, test } from 'vitest';
import { Progress } from '../../../server/src/cli/progress';

const CLEAR = '\r\u001b[2K';

function watched(inTheWay = true) {
  let now = 1000;
  const written: string[] = [];
  const progress = new Progress(
    async (text) => {
      written.push(text);
    },
    inTheWay,
    () => now,
  );
  return {
    progress,
    pass: (ms: number) => {
      now += ms;
    },
    take: () => written.splice(0),
  };
}

test('what is done soon shows nothing, not even that it is over', async () => {
  const { progress, pass, take } = watched();
  let counted = 0;
  const total = () => ++counted;
  await progress.show(1, total);
  pass(400);
  await progress.show(2, total);
  await progress.clear();
  expect(take()).toEqual([]);
  expect(counted).toBe(0);
});

test('a bar on one line, rewritten now and then, and gone in the end', async () => {
  const { progress, pass, take } = watched();
  pass(600);
  await progress.show(250, () => 1000);
  expect(take()).toEqual([`${CLEAR}[██████░░░░░░░░░░░░░░░░░░] 250/1000 25%`]);
  pass(50);
  await progress.show(300, () => 1000);
  expect(take()).toEqual([]);
  pass(50);
  await progress.show(999, () => 1000);
  expect(take()).toEqual([`${CLEAR}[███████████████████████░] 999/1000 99%`]);
  await progress.clear();
  await progress.clear();
  expect(take()).toEqual([CLEAR]);
});

test('results make it go away only where they are shown beside it', async () => {
  for (const inTheWay of [true, false]) {
    const { progress, pass, take } = watched(inTheWay);
    pass(600);
    await progress.show(1, () => 2);
    take();
    await progress.makeWay();
    expect(take()).toEqual(inTheWay ? [CLEAR] : []);
  }
});

test('nothing to do, and more than was counted', async () => {
  const { progress, pass, take } = watched();
  pass(600);
  await progress.show(0, () => 0);
  pass(600);
  await progress.show(12, () => 10);
  expect(take().map((text) => text.split('] ')[1])).toEqual(['0/0 100%', '12/10 100%']);
});
