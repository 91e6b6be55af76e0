import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { editBytes } from '../../../server/src/cli/encode';
import { replaceFile } from '../../../server/src/cli/fix';

const OLD = Buffer.from('old');
const NEW = Buffer.from('new');

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'nianbao-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

test('a file that cannot be replaced is left as it was, with nothing beside it', async () => {
  const path = await folder();
  await mkdir(join(path, 'a.md'));
  await writeFile(join(path, 'a.md/inside'), 'kept');
  expect(await replaceFile(join(path, 'a.md'), OLD, NEW)).toBe('unwritten');
  expect(await readdir(path)).toEqual(['a.md']);
  expect(await readFile(join(path, 'a.md/inside'), 'utf8')).toBe('kept');
  expect(await replaceFile(join(path, 'nowhere.md'), OLD, NEW)).toBe('unwritten');
  expect(await readdir(path)).toEqual(['a.md']);
});

test('what somebody else saved meanwhile is kept', async () => {
  const path = await folder();
  await writeFile(join(path, 'a.md'), 'theirs');
  expect(await replaceFile(join(path, 'a.md'), OLD, NEW)).toBe('changed');
  expect(await readFile(join(path, 'a.md'), 'utf8')).toBe('theirs');
  expect(await readdir(path)).toEqual(['a.md']);
  await writeFile(join(path, 'a.md'), OLD);
  expect(await replaceFile(join(path, 'a.md'), OLD, NEW)).toBeNull();
  expect(await readFile(join(path, 'a.md'), 'utf8')).toBe('new');
});

test('what an encoding cannot write is refused', () => {
  const edit = [{ range: { start: 1, end: 1 }, newText: '𠮷' }];
  expect(editBytes(Buffer.from([0xd2, 0xbb]), 'gb18030', edit)).toBeNull();
  expect(editBytes(Buffer.from('一'), 'utf-8', edit)).toEqual(new Uint8Array(Buffer.from('一𠮷')));
  expect(editBytes(Buffer.from('一', 'utf16le'), 'utf-16le', edit)).toEqual(
    new Uint8Array(Buffer.from('一𠮷', 'utf16le')),
  );
});

test('edits at both ends, behind a mark, and in a row', () => {
  const edits = [
    { range: { start: 0, end: 0 }, newText: '甲' },
    { range: { start: 1, end: 2 }, newText: '' },
    { range: { start: 3, end: 3 }, newText: '乙' },
  ];
  expect(Buffer.from(editBytes(Buffer.from('\ufeff一二三'), 'utf-8', edits) ?? []).toString()).toBe('\ufeff甲一三乙');
});
