import { chmod, lstat, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nianbao, scratch } from './support/cli';
import { sampleDraft } from './support/drafts';

const GOOD = sampleDraft();
/** Two labels, a title and a number that are not the form's: nothing that an author answers for. */
const MESSY = GOOD.replace('改进情况', '改进措施').replace('## 六、', '## （六）').replace('过程性', '过程类');
/** And a number that does not balance. */
const WRONG = MESSY.replace('| （一）予以公开 |  | 8 |', '| （一）予以公开 |  | 9 |');

/** GB18030 of a text, which Node decodes only: pair by pair. */
function gb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const pairs = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) pairs.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
  return Buffer.from([...text].flatMap((c) => (c.charCodeAt(0) < 0x80 ? [c.charCodeAt(0)] : (pairs.get(c) ?? [0x3f]))));
}

function utf16(text: string, little: boolean): Buffer {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return little ? bytes : bytes.swap16();
}

async function fixed(content: string | Uint8Array, args: readonly string[] = []) {
  await using folder = await scratch();
  const path = join(folder.path, 'a.md');
  await writeFile(path, content);
  const ended = await nianbao(folder.path, ['check', '--fix', ...args, 'a.md']);
  return { ...ended, bytes: await readFile(path), names: await readdir(folder.path) };
}

describe('check --fix', () => {
  test('mends words of the form where they stand and reports what is left', async () => {
    expect(WRONG).not.toBe(MESSY);
    const { status, out, err, bytes, names } = await fixed(WRONG);
    expect(bytes.toString()).toBe(GOOD.replace('| （一）予以公开 |  | 8 |', '| （一）予以公开 |  | 9 |'));
    expect({ status, err, names }).toEqual({ status: 1, err: '', names: ['a.md'] });
    expect(out).toMatch(/balance\/requests-/);
    expect(out).not.toMatch(/section\/|table\/label/);
    expect(out).toMatch(/共检查 1 个文件：修正 3 处，还有 1 个错误/);
  });

  test('says in JSON how many places it mended', async () => {
    const { status, out } = await fixed(MESSY, ['--format', 'json']);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ files: [{ fixed: 3, diagnostics: [] }], summary: { fixed: 3, errors: 0 } });
    expect(JSON.parse((await fixed(GOOD, ['--format', 'json'])).out)).toMatchObject({ files: [{ fixed: 0 }] });
  });

  test.each([
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['UTF-16 LE', (text: string) => utf16(text, true)],
    ['UTF-16 BE', (text: string) => utf16(text, false)],
    ['GB18030', gb18030],
    ['CRLF', (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['CR', (text: string) => Buffer.from(text.replaceAll('\n', '\r'))],
  ])('keeps %s to the byte', async (_, encode) => {
    expect((await fixed(encode(MESSY))).bytes.equals(encode(GOOD))).toBe(true);
  });

  test('keeps characters beyond the first plane and damaged bytes as they are', async () => {
    const around = (text: string) => Buffer.concat([Buffer.from('𠮷\n'), Buffer.from([0xff, 0x0a]), Buffer.from(text)]);
    expect((await fixed(around(MESSY))).bytes.equals(around(GOOD))).toBe(true);
  });

  test('leaves a file without anything to mend untouched', async () => {
    await using folder = await scratch();
    const path = join(folder.path, 'a.md');
    await writeFile(path, GOOD);
    const before = await stat(path);
    await nianbao(folder.path, ['check', '--fix', 'a.md']);
    const after = await stat(path);
    expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
  });

  test('keeps the mode, and the link that leads to the file', async () => {
    await using folder = await scratch();
    await mkdir(join(folder.path, 'drafts'));
    await writeFile(join(folder.path, 'drafts/a.md'), MESSY);
    await chmod(join(folder.path, 'drafts/a.md'), 0o640);
    await symlink('drafts/a.md', join(folder.path, 'link.md'));
    const { status } = await nianbao(folder.path, ['check', '--fix', 'link.md']);
    expect(status).toBe(0);
    expect((await lstat(join(folder.path, 'link.md'))).isSymbolicLink()).toBe(true);
    expect((await stat(join(folder.path, 'drafts/a.md'))).mode & 0o777).toBe(0o640);
    expect(await readFile(join(folder.path, 'drafts/a.md'), 'utf8')).toBe(GOOD);
    expect(await readdir(join(folder.path, 'drafts'))).toEqual(['a.md']);
  });

  test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('says so where it may not write', async () => {
    await using folder = await scratch();
    await writeFile(join(folder.path, 'a.md'), MESSY, { mode: 0o444 });
    await writeFile(join(folder.path, 'b.md'), MESSY);
    const { status, out, err } = await nianbao(folder.path, ['check', '--fix', 'a.md', 'b.md']);
    expect(status).toBe(2);
    expect(err).toBe('a.md：没有写入权限，没有修正\n');
    expect(out).toContain('section/title');
    expect(await readFile(join(folder.path, 'a.md'), 'utf8')).toBe(MESSY);
    expect(await readFile(join(folder.path, 'b.md'), 'utf8')).toBe(GOOD);
  });

  test('writes standard input to standard output, mended, and the report beside it', async () => {
    await using folder = await scratch();
    const { status, out, err } = await nianbao(folder.path, ['check', '--fix', '-'], { input: WRONG });
    expect(out).toBe(GOOD.replace('| （一）予以公开 |  | 8 |', '| （一）予以公开 |  | 9 |'));
    expect(status).toBe(1);
    expect(err).toMatch(/^-:\d+:\d+ .*balance\/requests-.*\n共检查 1 个文件/s);
  });

  test('leaves rules alone that are off', async () => {
    const { bytes } = await fixed(MESSY, ['--severity', 'section/title=off,table/label=off']);
    expect(bytes.toString()).toBe(MESSY.replace('## （六）', '## 六、'));
  });

  test('is for checking only', async () => {
    await using folder = await scratch();
    const { status, err } = await nianbao(folder.path, ['data', '--fix', '-'], { input: MESSY });
    expect(status).toBe(2);
    expect(err).toContain('--fix');
    expect((await nianbao(folder.path, ['--help'])).out).toContain('--fix');
  });
});
