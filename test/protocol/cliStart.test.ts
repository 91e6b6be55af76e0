/** The start of the command line: what Node compiled is kept where it can be, and nothing depends on that. */
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nianbao, scratch } from './support/cli';
import { ONE_WRONG_CELL, sampleDraft } from './support/drafts';

test('the same without a cache, as it is filled, with it, with a damaged one, and where none can be', async () => {
  await using folder = await scratch();
  await writeFile(join(folder.path, 'a.md'), sampleDraft(ONE_WRONG_CELL));
  const cache = join(folder.path, 'cache');
  const run = (env: NodeJS.ProcessEnv) => nianbao(folder.path, ['check', 'a.md'], { env });
  const plain = await run({ NODE_DISABLE_COMPILE_CACHE: '1' });
  expect(plain).toMatchObject({ status: 1, err: '', out: expect.stringContaining('balance/') });

  expect(await run({ NODE_COMPILE_CACHE: cache })).toEqual(plain);
  const files = existsSync(cache) ? (await readdir(cache, { recursive: true })).map((name) => join(cache, name)) : [];
  const kept = [];
  for (const file of files) {
    const content = await readFile(file).catch(() => null);
    if (content) kept.push({ file, content });
  }
  // Node 20 keeps nothing
  if ('enableCompileCache' in (await import('node:module'))) expect(kept.length).toBeGreaterThan(0);
  expect(await run({ NODE_COMPILE_CACHE: cache })).toEqual(plain);

  for (const { file, content } of kept) {
    content.fill(0x5a, content.length >> 1);
    await writeFile(file, content);
  }
  expect(await run({ NODE_COMPILE_CACHE: cache })).toEqual(plain);

  await mkdir(join(folder.path, 'closed'));
  await chmod(join(folder.path, 'closed'), 0o500);
  expect(await run({ NODE_COMPILE_CACHE: join(folder.path, 'closed/cache') })).toEqual(plain);
  expect(await run({ TMPDIR: join(folder.path, 'a.md') })).toEqual(plain);
});
