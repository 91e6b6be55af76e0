/** `nianbao check` and what drafts bring with them: the configuration of a team, comments that turn rules off. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nianbao, scratch } from './support/cli';
import { sampleDraft } from './support/drafts';

const CONFIG = 'nianbao.config.json';
const WITHOUT_DISPUTES = sampleDraft({ without: ['四'] });

/** Runs in a folder below one that has these files. */
async function check(
  files: Readonly<Record<string, string>>,
  args: readonly string[],
  options: Parameters<typeof nianbao>[2] & { readonly from?: string } = {},
) {
  await using folder = await scratch();
  const from = join(folder.path, options.from ?? '.');
  await mkdir(from, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(folder.path, name, '..'), { recursive: true });
    await writeFile(join(folder.path, name), content);
  }
  const { status, out, err } = await nianbao(from, ['check', ...args], options);
  return { status, err, rules: [...new Set(out.match(/\b(?:section|table|balance|prose)\/[a-z-]+$/gm))], out };
}

const OFF = '{ "$schema": "x", "severity": { "section/missing": "off" } }';

test('the file is found upwards, from wherever the command is run', async () => {
  const files = { [CONFIG]: OFF, '2023/稿/a.md': WITHOUT_DISPUTES };
  for (const [from, path] of [
    ['.', '2023/稿/a.md'],
    ['.', '.'],
    ['2023/稿', 'a.md'],
    ['2023', '稿/*.md'],
  ] as const) {
    expect(await check(files, [path], { from }), `${from} ${path}`).toMatchObject({ status: 0, err: '', rules: [] });
  }
});

test('standard input lies in the current folder', async () => {
  const input = WITHOUT_DISPUTES;
  expect(await check({ [CONFIG]: OFF }, ['-'], { input, from: 'a' })).toMatchObject({ status: 0, rules: [] });
  expect(await check({}, ['-'], { input, from: 'a' })).toMatchObject({ status: 1, rules: ['section/missing'] });
});

test('the nearest file holds, and no other; an option comes before it', async () => {
  const files = { [CONFIG]: OFF, [`a/${CONFIG}`]: '{}', 'a/a.md': WITHOUT_DISPUTES, 'b.md': WITHOUT_DISPUTES };
  expect(await check(files, ['a/a.md'])).toMatchObject({ status: 1, rules: ['section/missing'] });
  expect(await check(files, ['b.md', '--severity', 'section/missing=warning'])).toMatchObject({
    status: 0,
    rules: ['section/missing'],
  });
});

test('what is ignored is not checked in folders and globs, and is when it is named', async () => {
  const files = { [CONFIG]: '{ "ignore": ["旧稿"] }', '旧稿/a.md': WITHOUT_DISPUTES, 'b.md': sampleDraft() };
  expect(await check(files, ['.'])).toMatchObject({ status: 0, out: expect.stringContaining('共检查 1 个文件') });
  expect(await check(files, ['*/*.md'])).toMatchObject({ status: 0, out: expect.stringContaining('没有找到') });
  expect(await check(files, ['*/*.md', '旧稿/a.md'])).toMatchObject({ status: 1, rules: ['section/missing'] });
});

test('what is wrong in the file is named once, with its place, and the status is 2; the drafts are checked', async () => {
  const text = '{\n  "severity": { "section/missing": "off", "table/blanc": "off" }\n}';
  const files = { [`x/${CONFIG}`]: text, 'x/a.md': WITHOUT_DISPUTES, 'x/b/c.md': WITHOUT_DISPUTES };
  expect(await check(files, ['x'])).toMatchObject({
    status: 2,
    err: `x/${CONFIG}:2:43: 没有这条规则：table/blanc，是否应为 table/blank\n`,
    rules: [],
    out: expect.stringContaining('共检查 2 个文件'),
  });
  const broken = { [CONFIG]: '{ "severity": \n', 'x/a.md': WITHOUT_DISPUTES };
  expect(await check(broken, ['a.md', '--lang', 'en'], { from: 'x' })).toMatchObject({
    status: 2,
    err: `../${CONFIG}:2:1: not JSON: a value should stand here\n`,
    rules: ['section/missing'],
  });
});

test('a folder of that name is passed over', async () => {
  const files = { [CONFIG]: OFF, [`a/${CONFIG}/b.txt`]: '', 'a/a.md': WITHOUT_DISPUTES };
  expect(await check(files, ['a/a.md'])).toMatchObject({ status: 0, err: '', rules: [] });
});

test('comments turn rules off; a name that no rule has is told beside the findings', async () => {
  const comment = (names: string) => `${WITHOUT_DISPUTES}\n<!-- nianbao-disable-file ${names} -->\n`;
  expect(await check({ 'a.md': comment('section/missing -- 未发生') }, ['a.md'])).toMatchObject({ status: 0, err: '' });
  const line = WITHOUT_DISPUTES.split('\n').length + 1;
  expect(await check({ 'a.md': comment('section/mising') }, ['a.md'])).toMatchObject({
    status: 1,
    err: `a.md:${line}:27: 没有这条规则：section/mising\n`,
    rules: ['section/missing'],
  });
});
