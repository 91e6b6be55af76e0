import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { type Ended, nianbao, scratch } from './support/cli';
import { rangeOf } from './support/client';
import { ONE_WRONG_CELL, README, sampleDraft, WRONG_CELL } from './support/drafts';

const GOOD = sampleDraft();
const WRONG = sampleDraft(ONE_WRONG_CELL);

interface CheckResult {
  readonly version: number;
  readonly files: readonly {
    readonly path: string;
    readonly form: string | null;
    readonly year: number | null;
    readonly diagnostics: readonly { readonly rule: string; readonly severity: string; readonly message: string }[];
  }[];
  readonly summary: { readonly files: number; readonly errors: number; readonly warnings: number };
}

/** Runs in a folder of its own that has these files, and cleans up. */
async function inFolder(
  files: Readonly<Record<string, string | Uint8Array>>,
  args: readonly string[],
  options: Parameters<typeof nianbao>[2] = {},
): Promise<Ended & { readonly json: () => CheckResult; readonly paths: () => string[] }> {
  await using folder = await scratch();
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder.path, name);
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, content);
  }
  const ended = await nianbao(folder.path, args, options);
  const json = () => JSON.parse(ended.out) as CheckResult;
  return { ...ended, json, paths: () => json().files.map(({ path }) => path) };
}

test('a balanced draft: status 0', async () => {
  const { status, out, err } = await inFolder({ 'a.md': GOOD }, ['check', 'a.md']);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(out).toMatch(/共检查 1 个文件/);
});

test('a wrong number: status 1, and a line that a person can read', async () => {
  const { status, out } = await inFolder({ 'a.md': WRONG }, ['check', 'a.md']);
  expect(status).toBe(1);
  const { line } = rangeOf(WRONG, '（一）予以公开').start;
  const found = out.split('\n').filter((text) => text.includes('balance/'));
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(new RegExp(`^a\\.md:${line + 1}:\\d+ {2}错误 {2}.*自然人.* {2}balance/requests-`));
  expect(out).toMatch(/共检查 1 个文件：1 个错误/);
  expect(out).not.toContain('\u001b');
});

test('JSON has the shape that others rely on', async () => {
  const { status, json } = await inFolder({ 'drafts/2023.md': WRONG }, ['check', 'drafts/2023.md', '--format', 'json']);
  expect(status).toBe(1);
  const result = json();
  expect(result).toMatchObject({
    version: 1,
    files: [{ path: 'drafts/2023.md', form: '2021', year: 2023 }],
    summary: { files: 1, errors: 1, warnings: 0 },
  });
  const found = result.files[0]?.diagnostics.filter(({ rule }) => rule.startsWith('balance/'));
  const place = { line: rangeOf(WRONG, '（一）予以公开').start.line, character: expect.any(Number) };
  expect(found).toMatchObject([
    {
      severity: 'error',
      range: { start: place, end: place },
      message: expect.stringContaining('自然人'),
      cells: expect.arrayContaining([WRONG_CELL]),
      suspect: { cell: WRONG_CELL, found: 9, expected: 8 },
    },
  ]);
});

test('a missing section is named in JSON, and its severity can be changed', async () => {
  const files = { 'a.md': sampleDraft({ without: ['四'] }) };
  const plain = await inFolder(files, ['check', '--format=json', 'a.md']);
  expect(plain.status).toBe(1);
  expect(plain.json().files[0]?.diagnostics).toContainEqual(
    expect.objectContaining({ rule: 'section/missing', section: 'disputes' }),
  );
  const softer = await inFolder(files, ['check', '--severity', 'section/missing=hint', '--format', 'json', 'a.md']);
  expect(softer.status).toBe(0);
  expect(softer.json().files[0]?.diagnostics).toContainEqual(
    expect.objectContaining({ rule: 'section/missing', severity: 'hint' }),
  );
});

test('the same findings in English', async () => {
  const { out } = await inFolder({ 'a.md': WRONG }, ['check', 'a.md', '--lang', 'en']);
  expect(out).toMatch(/^a\.md:\d+:\d+ {2}error {2}/);
  expect(out).toMatch(/1 file checked: 1 error/);
});

test('data is what the draft says', async () => {
  const { status, out } = await inFolder({ 'a.md': GOOD }, ['data', 'a.md', '--format', 'json']);
  expect(status).toBe(0);
  const data = JSON.parse(out);
  expect(Object.keys(data)).toEqual(['path', 'form', 'year', 'title', 'organisation', 'sections', 'tables']);
  expect(data).toMatchObject({ path: 'a.md', form: '2021', year: 2023 });
  expect(data.tables.requests.granted).toMatchObject({ naturalPerson: 8, company: 2, total: 10 });
  expect(data.tables.requests.otherHandling.notCorrected.total).toBe(0);
  expect(data.tables.disputes.review).toMatchObject({ upheld: 1, total: 1 });
  expect(data.tables.proactive.licences.decisions).toBe(4);
  expect(data.sections).toHaveLength(6);
  expect(data.sections[0]).toMatchObject({ id: 'overview', range: { start: { line: 4 } } });
});

test('standard input', async () => {
  const { status, paths } = await inFolder({}, ['check', '-', '--format', 'json'], { input: WRONG });
  expect(status).toBe(1);
  expect(paths()).toEqual(['-']);
});

function utf16(text: string, order: 'le' | 'be', mark: boolean): Buffer {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

test('encodings: the same draft gives the same result', async () => {
  const encoded: Record<string, Buffer> = {
    'bom.txt': Buffer.from(`\ufeff${WRONG}`),
    'le.txt': utf16(WRONG, 'le', true),
    'be.txt': utf16(WRONG, 'be', true),
    'le-plain.txt': utf16(WRONG, 'le', false),
    'be-plain.txt': utf16(WRONG, 'be', false),
    'gb.txt': gb18030(WRONG),
    'utf8.txt': Buffer.from(WRONG),
  };
  const names = Object.keys(encoded);
  const { status, json, err } = await inFolder(encoded, ['check', '--format', 'json', ...names]);
  expect({ status, err }).toEqual({ status: 1, err: '' });
  const { files } = json();
  expect(files.map(({ path }) => path)).toEqual(names);
  const { diagnostics } = files.at(-1) as CheckResult['files'][number];
  expect(diagnostics.length).toBeGreaterThan(0);
  for (const file of files) expect(file).toEqual({ ...file, form: '2021', year: 2023, diagnostics });
});

/** Node can only read GB18030, so what is needed of it is turned around. */
function gb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const bytes = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail !== 0x7f) bytes.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail]);
    }
  }
  return Buffer.from([...text].flatMap((c) => (c < '\u0080' ? [c.charCodeAt(0)] : [...(bytes.get(c) ?? [])])));
}

test('what is no text is refused by name, and the rest is checked', async () => {
  const { status, err, paths } = await inFolder(
    {
      'scan.pdf': '%PDF-1.7 …',
      'report.docx': new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0]),
      'noise.txt': new Uint8Array(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 251)),
      'a.md': WRONG,
    },
    ['check', 'scan.pdf', 'report.docx', 'noise.txt', 'nowhere.md', 'a.md', '--format', 'json'],
  );
  expect(status).toBe(2);
  expect(paths()).toEqual(['a.md']);
  expect(err.trim().split('\n')).toEqual([
    expect.stringMatching(/^scan\.pdf：.*PDF/),
    expect.stringMatching(/^report\.docx：.*Word/),
    expect.stringMatching(/^noise\.txt：.*二进制/),
    expect.stringMatching(/^nowhere\.md：没有/),
  ]);
});

test('what is beyond the limit is refused by name', async () => {
  const { status, err } = await inFolder({ 'big.txt': new Uint8Array(64 * 1024 * 1024 + 1).fill(0x61) }, [
    'check',
    'big.txt',
  ]);
  expect({ status, err }).toEqual({ status: 2, err: expect.stringMatching(/^big\.txt：.*64 MiB/) });
});

const TREE = {
  'drafts/b.md': GOOD,
  'drafts/a.txt': GOOD,
  'drafts/README.md': README,
  'drafts/empty.nianbao': '',
  'drafts/sub/c.markdown': GOOD,
  'drafts/sub/d.docx': 'not looked at',
  'drafts/node_modules/x/e.md': GOOD,
  'drafts/.git/f.md': GOOD,
};

test('a folder: the drafts in it, in a stable order and written as the folder was', async () => {
  const paths = ['a.txt', 'b.md', 'empty.nianbao', 'sub/c.markdown'];
  for (const [operand, prefix] of [
    ['drafts', 'drafts/'],
    ['./drafts/', './drafts/'],
  ] as const) {
    const result = await inFolder(TREE, ['check', operand, '--format', 'json']);
    expect(result.paths()).toEqual(paths.map((path) => prefix + path));
  }
  const here = await inFolder(TREE, ['check', '--format', 'json']);
  expect(here.paths()).toEqual(paths.map((path) => `drafts/${path}`));
});

test('globs, and files named twice', async () => {
  const paths = async (...args: string[]) => (await inFolder(TREE, ['check', '--format', 'json', ...args])).paths();
  expect(await paths('drafts/*')).toEqual(['drafts/a.txt', 'drafts/b.md', 'drafts/empty.nianbao']);
  expect(await paths('drafts/**/*.{md,markdown}')).toEqual(['drafts/b.md', 'drafts/sub/c.markdown']);
  expect(await paths('**/[!a].md', 'drafts/b.md')).toEqual(['drafts/b.md']);
  expect(await paths('drafts/*.md', 'drafts/README.md')).toEqual(['drafts/b.md', 'drafts/README.md']);
  const none = await inFolder(TREE, ['check', 'nothing/*.md']);
  expect({ status: none.status, err: none.err }).toEqual({ status: 2, err: expect.stringContaining('nothing/*.md') });
});

test('a file whose name looks like a pattern is that file', async () => {
  const { paths } = await inFolder({ '年报[1].md': GOOD, '年报1.md': GOOD }, [
    'check',
    '年报[1].md',
    '--format',
    'json',
  ]);
  expect(paths()).toEqual(['年报[1].md']);
});

test('links that go in a circle end', async () => {
  await using folder = await scratch();
  await mkdir(join(folder.path, 'a'));
  await writeFile(join(folder.path, 'a/x.md'), GOOD);
  await symlink(folder.path, join(folder.path, 'a/back'), 'dir');
  await symlink(join(folder.path, 'nowhere'), join(folder.path, 'a/broken.md'));
  const { status, out } = await nianbao(folder.path, ['check', '.', '--format', 'json']);
  expect(status).toBe(0);
  expect(JSON.parse(out).files).toHaveLength(1);
});

test.skipIf(process.getuid?.() === 0)('a folder that cannot be entered is named', async () => {
  await using folder = await scratch();
  const closed = join(folder.path, 'closed');
  await mkdir(closed, { mode: 0 });
  const { status, err } = await nianbao(folder.path, ['check', '.']);
  await chmod(closed, 0o700);
  expect({ status, err }).toEqual({ status: 2, err: expect.stringContaining('closed') });
});

test('wrong usage: status 2, and what is wrong', async () => {
  for (const [args, about] of [
    [[], '缺少命令'],
    [['chekc'], 'chekc'],
    [['check', '--colour'], '--colour'],
    [['check', '--format', 'yaml'], 'yaml'],
    [['check', '--severity', 'table/blank=loud'], 'table/blank=loud'],
    [['check', '--lang'], '--lang'],
    [['data'], 'data'],
    [['data', 'a', 'b'], 'data'],
  ] as const) {
    const { status, err, out } = await inFolder({}, args);
    expect({ status, err, out }).toEqual({ status: 2, err: expect.stringContaining(about), out: '' });
  }
});

test('help and version', async () => {
  const help = await inFolder({}, ['--help']);
  expect({ status: help.status, out: help.out }).toEqual({ status: 0, out: expect.stringContaining('nianbao check') });
  expect((await inFolder({}, ['check', '-h', '--lang=en'])).out).toContain('Exit status');
  expect((await inFolder({}, ['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('colours only where they are wanted', async () => {
  const files = { 'a.md': WRONG };
  expect((await inFolder(files, ['check', 'a.md'], { env: { FORCE_COLOR: '1' } })).out).toContain('\u001b[31m');
  expect((await inFolder(files, ['check', 'a.md'], { env: { FORCE_COLOR: '' } })).out).not.toContain('\u001b');
});

test('a reader that leaves early is no crash', async () => {
  await using folder = await scratch();
  for (let i = 0; i < 300; i++) await writeFile(join(folder.path, `${i}.md`), WRONG);
  const child = spawn(process.execPath, [resolve('dist/cli.js'), 'check', '.', '--format', 'json'], {
    cwd: folder.path,
  });
  let err = '';
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const [status] = await once(child, 'exit');
  expect({ status, err }).toEqual({ status: expect.toBeOneOf([0, 1]), err: '' });
});
