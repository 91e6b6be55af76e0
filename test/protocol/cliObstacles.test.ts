/** What lies in the way of `nianbao check`: files that are no drafts, and systems that do not give or take what they should. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, open, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as after } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { nianbao, scratch, shell } from './support/cli';
import { ONE_WRONG_CELL, sampleDraft } from './support/drafts';

const GOOD = sampleDraft();
const WRONG = sampleDraft(ONE_WRONG_CELL);
const MESSY = GOOD.replace('改进情况', '改进措施');
const IS_ROOT = process.getuid?.() === 0;
const NOBODY = 65534;

describe.skipIf(process.platform === 'win32')('what is no file', () => {
  test('a pipe that nobody writes into, a socket and devices are refused, and nothing waits for them', async () => {
    await using folder = await scratch();
    await shell(folder.path, 'mkfifo pipe.md');
    const server = createServer().listen(join(folder.path, 'socket.md'));
    await once(server, 'listening');
    await writeFile(join(folder.path, 'a.md'), GOOD);
    const paths = ['pipe.md', 'socket.md', '/dev/zero', '/dev/tty', 'a.md'];
    const { status, err, out } = await nianbao(folder.path, ['check', ...paths]);
    const whole = await nianbao(folder.path, ['check', '.']);
    const data = await nianbao(folder.path, ['data', 'pipe.md']);
    server.close();
    expect(status).toBe(2);
    expect(err.trimEnd().split('\n')).toEqual(
      paths.slice(0, 4).map((path) => expect.stringMatching(new RegExp(`^${path}：是管道、设备`))),
    );
    expect(out).toContain('共检查 1 个文件：没有发现问题');
    // nobody named them
    expect(whole).toMatchObject({ status: 0, err: '', out: expect.stringContaining('共检查 1 个文件') });
    expect(data).toMatchObject({ status: 2, out: '', err: expect.stringMatching(/^pipe\.md：是管道/) });
  });

  test('what a shell hands over open is read to its end', async () => {
    await using folder = await scratch();
    await writeFile(join(folder.path, 'a.md'), WRONG);
    const { status, out } = await shell(folder.path, 'nianbao check <(sleep 0.3; cat a.md) --format json');
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ files: [{ form: '2021', year: 2023 }] });
    const piped = await shell(folder.path, 'cat a.md | nianbao check /dev/stdin');
    expect(piped).toMatchObject({ status: 1, out: expect.stringMatching(/^\/dev\/stdin:\d+:/) });
  });

  test('links to themselves, to each other, to their folder', async () => {
    await using folder = await scratch();
    const drafts = join(folder.path, 'drafts');
    await mkdir(join(drafts, 'sub'), { recursive: true });
    await writeFile(join(drafts, 'sub/a.md'), GOOD);
    await symlink('self.md', join(drafts, 'self.md'));
    await symlink('two.md', join(drafts, 'one.md'));
    await symlink('one.md', join(drafts, 'two.md'));
    await symlink('..', join(drafts, 'sub/up'));
    await symlink('.', join(drafts, 'folder.md'));
    for (const operand of ['drafts', 'drafts/**/*.md', 'drafts/folder.md']) {
      const { status, out } = await nianbao(folder.path, ['check', operand, '--format', 'json']);
      expect({ status, files: JSON.parse(out).files.length }, operand).toEqual({ status: 0, files: 1 });
    }
    const { status, err } = await nianbao(folder.path, ['check', 'drafts/self.md']);
    expect({ status, err }).toEqual({ status: 2, err: 'drafts/self.md：读取失败\n' });
  });

  test('a gigabyte of zeros is refused by a stated limit, without being opened', async () => {
    await using folder = await scratch();
    for (const name of ['huge.md', 'huge.nianbao']) {
      const file = await open(join(folder.path, name), 'w');
      await file.truncate(2 ** 30);
      await file.close();
    }
    await writeFile(join(folder.path, 'a.md'), GOOD);
    const spy = join(folder.path, 'spy.cjs');
    await writeFile(
      spy,
      `const fs = require('node:fs'); const { openSync } = fs;
       fs.openSync = (path, ...more) => { fs.appendFileSync(${JSON.stringify(join(folder.path, 'opened'))}, path + '\\n'); return openSync(path, ...more); };`,
    );
    const { status, err } = await nianbao(folder.path, ['check', '.'], { before: ['--require', spy] });
    expect(status).toBe(2);
    expect(err).toMatch(/^huge\.md：超过 64 MiB.*\nhuge\.nianbao：超过 64 MiB.*\n$/);
    const opened = await readFile(join(folder.path, 'opened'), 'utf8');
    expect(opened).toContain('a.md');
    expect(opened).not.toContain('huge');
    expect((await nianbao(folder.path, ['--help'])).out).toContain('64 MiB');
  });

  test.skipIf(!IS_ROOT)('files and folders that may not be read are named, and the rest is checked', async () => {
    await using folder = await scratch();
    await chmod(folder.path, 0o755);
    await mkdir(join(folder.path, 'closed'), { mode: 0o700 });
    await writeFile(join(folder.path, 'closed/b.md'), GOOD);
    await writeFile(join(folder.path, 'secret.md'), GOOD, { mode: 0o600 });
    await writeFile(join(folder.path, 'a.md'), WRONG, { mode: 0o644 });
    const { status, err, out } = await nianbao(folder.path, ['check', '.', 'closed/b.md'], { uid: NOBODY });
    expect(status).toBe(2);
    expect(err).toBe('closed：没有读取权限\nsecret.md：没有读取权限\nclosed/b.md：没有读取权限\n');
    expect(out).toContain('共检查 1 个文件：1 个错误');
  });
});

test('a binary named as a draft, Big5 and damaged UTF-8', async () => {
  await using folder = await scratch();
  const files = {
    'noise.md': Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 251)),
    'zip.nianbao': Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]),
    'big5.txt': Buffer.from(
      'trO/QaWrpEilwaxGqbIyMDIypn6sRqmyq0iup6S9tn2kdadApn6r17P4p2kKpEChQsFgxemxoapwCqW7s/inabLOrXC0wa2tptsxpOsxpOmwX6bcMTKk6zMxpOmk7qFBpUSwyqS9tn2sRqmyq0iupzEysfihQaasqOysRqmyq0iup6S9tn2l073QM6XzoUGnoaR3v+y1sqFDCg==',
      'base64',
    ),
    'damaged.md': Buffer.concat([Buffer.from(WRONG), Buffer.from([0xe4, 0xb8, 0x0a, 0xff, 0x0a])]),
    'utf32.md': Buffer.from([0xff, 0xfe, 0, 0, 0x2d, 0x4e, 0, 0]),
  };
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder.path, name), bytes);
  const { status, err, out } = await nianbao(folder.path, ['check', ...Object.keys(files), '--format', 'json']);
  expect(status).toBe(2);
  expect(err.trimEnd().split('\n')).toEqual([
    expect.stringMatching(/^noise\.md：是二进制/),
    expect.stringMatching(/^zip\.nianbao：是 Word/),
    expect.stringMatching(/^big5\.txt：编码无法识别/),
    expect.stringMatching(/^utf32\.md：是二进制/),
  ]);
  expect(JSON.parse(out)).toMatchObject({ files: [{ path: 'damaged.md', form: '2021' }], summary: { errors: 1 } });
});

describe.skipIf(process.platform === 'win32')('the other end', () => {
  test('a reader that takes its time gets everything', async () => {
    await using folder = await scratch();
    for (let i = 0; i < 40; i++) await writeFile(join(folder.path, `${i}.md`), WRONG.replace(/\| \d+ \|/g, '| 7 |'));
    const child = spawn(process.execPath, [resolve('dist/cli.js'), 'check', '.', '--format', 'json'], {
      cwd: folder.path,
    });
    await after(1500); // more than a pipe holds is waiting by now
    const out = await text(child.stdout);
    expect(out.length).toBeGreaterThan(100_000);
    expect(JSON.parse(out).files).toHaveLength(40);
  });

  test('`| head` ends it without a word; what was found up to there is the status', async () => {
    await using folder = await scratch();
    for (let i = 0; i < 200; i++) await writeFile(join(folder.path, `${i}.md`), WRONG.replace(/\| \d+ \|/g, '| 7 |'));
    for (const threads of [1, 2]) {
      const { status, err, out } = await shell(folder.path, `nianbao check . --threads ${threads} | head -n 1`);
      expect({ status, err, lines: out.trimEnd().split('\n').length }).toEqual({ status: 1, err: '', lines: 1 });
    }
  });

  test('a full disk where results go: status 2 and why, without a stack', async () => {
    await using folder = await scratch();
    await writeFile(join(folder.path, 'a.md'), WRONG);
    const { status, err } = await shell(folder.path, 'nianbao check a.md > /dev/full');
    expect(status).toBe(2);
    expect(err).toMatch(/^nianbao: ENOSPC[^\n]*\n$/);
  });
});

describe.skipIf(process.platform === 'win32')('check --fix where the disk takes nothing more', () => {
  test('the original stays, with nothing beside it', async () => {
    await using folder = await scratch();
    const long = MESSY.replace('\n\n', `\n\n${'备注。\n\n'.repeat(2000)}`);
    await writeFile(join(folder.path, 'a.md'), long);
    // no file may grow beyond 8 kB; without the trap the system would end the process
    const { status, err, out } = await shell(
      folder.path,
      'trap "" XFSZ; ulimit -f 8; export NODE_DISABLE_COMPILE_CACHE=1; nianbao check --fix a.md',
    );
    expect({ status, err }).toEqual({ status: 2, err: 'a.md：磁盘已满，没有修正，原文件未动\n' });
    expect(out).toContain('section/title');
    expect(await readFile(join(folder.path, 'a.md'), 'utf8')).toBe(long);
    expect(await readdir(folder.path)).toEqual(['a.md']);
  });

  test('so too on a real disk that is full', async (context) => {
    await using folder = await scratch();
    const disk = join(folder.path, 'disk');
    await mkdir(disk);
    const mounted = await shell(folder.path, 'mount -t tmpfs -o size=64k tmpfs disk');
    if (mounted.status !== 0) return context.skip(`no file system can be mounted here: ${mounted.err.trim()}`);
    try {
      await writeFile(join(disk, 'a.md'), MESSY);
      await shell(disk, 'head -c 1M /dev/zero > rest');
      const { status, err } = await nianbao(disk, ['check', '--fix', 'a.md']);
      expect({ status, err }).toEqual({ status: 2, err: 'a.md：磁盘已满，没有修正，原文件未动\n' });
      expect(await readFile(join(disk, 'a.md'), 'utf8')).toBe(MESSY);
      expect(await readdir(disk)).toEqual(['a.md', 'rest']);
    } finally {
      await shell(folder.path, 'umount disk');
    }
  });

  test.skipIf(!IS_ROOT)('owner and mode stay; who may not write is told so', async () => {
    await using folder = await scratch();
    await chmod(folder.path, 0o777);
    const [theirs, closed] = [join(folder.path, 'a.md'), join(folder.path, 'b.md')];
    await writeFile(theirs, MESSY);
    await chown(theirs, NOBODY, NOBODY);
    await chmod(theirs, 0o604);
    await writeFile(closed, MESSY, { mode: 0o644 });
    expect((await nianbao(folder.path, ['check', '--fix', 'a.md'])).status).toBe(0);
    const { uid, gid, mode } = await stat(theirs);
    expect([uid, gid, mode & 0o7777]).toEqual([NOBODY, NOBODY, 0o604]);
    expect(await readFile(theirs, 'utf8')).toBe(GOOD);
    const { status, err } = await nianbao(folder.path, ['check', '--fix', 'b.md'], { uid: NOBODY });
    expect({ status, err }).toEqual({ status: 2, err: 'b.md：没有写入权限，没有修正\n' });
    expect(await readFile(closed, 'utf8')).toBe(MESSY);
    expect(await readdir(folder.path)).toEqual(['a.md', 'b.md']);
  });
});
