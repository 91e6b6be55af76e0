import { build } from 'esbuild';
import { expect, test } from 'vitest';

test('the server needs nothing of Node: it can be bundled for a browser', async () => {
  const { errors } = await build({
    entryPoints: ['server/src/server.ts'],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'esm',
    logLevel: 'silent',
  });
  expect(errors).toEqual([]);
});
