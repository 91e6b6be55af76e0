/** `nianbao check` over many drafts: on several threads everything comes out as it does on one. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nianbao, scratch } from './support/cli';
import { ONE_WRONG_CELL, README, sampleDraft } from './support/drafts';

const KINDS = [
  sampleDraft(),
  sampleDraft(ONE_WRONG_CELL),
  sampleDraft({ without: ['四'] }),
  README,
  `${sampleDraft()}\n<!-- nianbao-disable-file section/mising -->\n`,
];

/** Many enough that threads have their part in them; every fifth is no draft. */
const COUNT = 240;

async function manyDrafts() {
  const folder = await scratch();
  for (let i = 0; i < COUNT; i++) {
    const below = join(folder.path, `drafts/${i % 4}`);
    await mkdir(below, { recursive: true });
    // long and short ones beside each other, so that a thread overtakes another
    const text = KINDS[i % KINDS.length] ?? '';
    await writeFile(
      join(below, `${i}.md`),
      i % 7 === 0 ? text.replace('\n\n', `\n\n${'备注。\n\n'.repeat(400)}`) : text,
    );
  }
  await writeFile(join(folder.path, 'drafts/2/scan.md'), '%PDF-1.7');
  await writeFile(
    join(folder.path, 'drafts/3/nianbao.config.json'),
    '{ "severity": { "section/missing": "hint", "x": 1 } }',
  );
  return folder;
}

test('the same results in the same order on one thread and on several', async () => {
  await using folder = await manyDrafts();
  const args = ['check', 'drafts', 'drafts/0/8.md', 'drafts/3/3.md', 'nowhere.md', 'drafts/1'];
  for (const format of ['text', 'json']) {
    const [one, ...several] = await Promise.all(
      [1, 3].map((threads) => nianbao(folder.path, [...args, '--format', format, '--threads', String(threads)])),
    );
    expect(one?.status).toBe(2);
    expect(one?.err).toMatch(/^drafts\/2\/scan\.md：.*\n(?:.*\n)*nowhere\.md：/m);
    expect(one?.err.match(/nianbao\.config\.json:1:/g)).toHaveLength(1);
    for (const other of several) expect(other).toEqual(one);
    if (format !== 'json') continue;
    const { files, summary } = JSON.parse(one?.out ?? '');
    // a text that is no draft counts only where it is named
    expect(files).toHaveLength(COUNT * 0.8 + 2);
    expect(summary).toMatchObject({ files: COUNT * 0.8 + 2 });
    expect(files.map((file: { path: string }) => file.path).slice(-2)).toEqual(['drafts/0/8.md', 'drafts/3/3.md']);
  }
});

test('what was read out of many drafts, a line each', async () => {
  await using folder = await manyDrafts();
  const [one, several] = await Promise.all(
    ['1', '3'].map((threads) => nianbao(folder.path, ['data', 'drafts', '--format', 'jsonl', '--threads', threads])),
  );
  expect(several).toEqual(one);
  expect(one?.status).toBe(2);
  const lines = (one?.out ?? '').trimEnd().split('\n');
  expect(lines).toHaveLength(COUNT * 0.8);
  const alone = await nianbao(folder.path, ['data', 'drafts/0/0.md', '--format', 'json']);
  expect(JSON.parse(lines[0] ?? '')).toEqual(JSON.parse(alone.out));
});
