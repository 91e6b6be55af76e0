/** The exit status is an interface: every row of the table in docs/cli.md. */
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nianbao, scratch } from './support/cli';
import { ONE_WRONG_CELL, README, sampleDraft } from './support/drafts';

const FILES = {
  'good.md': sampleDraft(),
  'wrong.md': sampleDraft(ONE_WRONG_CELL),
  'missing.md': sampleDraft({ without: ['四'] }),
  'plain/README.md': README,
  'team/good.md': sampleDraft(),
  'team/nianbao.config.json': '{ "severity": { "no/such": "off" } }',
  'scan.pdf': '%PDF-1.7',
};

const ROWS: readonly (readonly [what: string, status: 0 | 1 | 2, ...args: readonly string[]])[] = [
  ['nothing wrong', 0, 'check', 'good.md'],
  ['warnings alone', 0, 'check', 'missing.md', '--severity', 'section/missing=warning'],
  ['the rule turned off', 0, 'check', 'missing.md', '--severity', 'section/missing=off'],
  ['no draft in the folder', 0, 'check', 'plain'],
  ['named, but no draft, and only drafts wanted', 0, 'check', '--recognise', 'plain/README.md'],
  ['an error', 1, 'check', 'wrong.md'],
  ['an error among others', 1, 'check', 'good.md', 'wrong.md', 'good.md'],
  ['named, and no draft', 1, 'check', 'plain/README.md'],
  ['a warning made an error', 1, 'check', 'missing.md', '--severity', 'section/missing=error'],
  ['a path that is not there', 2, 'check', 'good.md', 'nowhere.md'],
  ['an error and a path that is not there', 2, 'check', 'nowhere.md', 'wrong.md'],
  ['no text', 2, 'check', 'scan.pdf', 'good.md'],
  ['a pattern without files', 2, 'check', '*.nianbao'],
  ['a faulty configuration', 2, 'check', 'team'],
];

/** What is tried in the formats that share the way to the status. */
const BRIEFLY = ['nothing wrong', 'an error', 'an error and a path that is not there'];

test.each(['text', 'json', 'sarif', 'github'])('--format %s', async (format) => {
  await using folder = await scratch();
  for (const [name, content] of Object.entries(FILES)) {
    await mkdir(join(folder.path, name, '..'), { recursive: true });
    await writeFile(join(folder.path, name), content);
  }
  const rows = format === 'json' ? ROWS : ROWS.filter(([what]) => BRIEFLY.includes(what));
  for (const [what, status, ...args] of rows) {
    const ended = await nianbao(folder.path, [...args, '--format', format]);
    expect({ what, status: ended.status }).toEqual({ what, status });
    // what could be checked is reported in any case, whole
    if (format === 'json' || format === 'sarif') expect(() => JSON.parse(ended.out), what).not.toThrow();
    expect(ended.err === '', what).toBe(status !== 2);
  }
});

test('wrong usage is 2, and says nothing on standard output', async () => {
  await using folder = await scratch();
  for (const args of [
    ['check', '--format', 'xml'],
    ['check', '--severity', 'no/such=off'],
    ['check', '--threads', '0'],
    ['check', '--quiet'],
    ['data', '--format', 'sarif', 'a.md'],
    ['lint'],
    [],
  ]) {
    const { status, out, err } = await nianbao(folder.path, args);
    expect({ args, status, out }).toEqual({ args, status: 2, out: '' });
    expect(err).toMatch(/\n用法见 nianbao --help\n$/);
  }
});

test('is told where people look for it', async () => {
  await using folder = await scratch();
  const help = (await nianbao(folder.path, ['--help'])).out;
  expect(help).toMatch(/退出状态：0 没有错误，1 有错误，2 /);
  expect((await nianbao(folder.path, ['--help', '--lang', 'en'])).out).toMatch(/Exit status: 0 .*1 .*2 /);
  for (const page of ['README.md', 'docs/cli.md']) expect(readFileSync(page, 'utf8')).toMatch(/退出状态/);
  for (const option of ['--format', '--fix', '--severity', '--recognise', '--threads', '--lang', 'jsonl', 'lsp']) {
    expect(help, option).toContain(option);
  }
});
