/** What `check` does with a text from standard input: the files around it are the business of the protocol tests. */
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { type CheckCommand, readArguments } from '../../../server/src/cli/arguments';
import { check } from '../../../server/src/cli/check';
import { type Io, Output } from '../../../server/src/cli/terminal';

async function checked(text: string, severity = {}) {
  const written: string[] = [];
  const output = new Output(async (bytes) => {
    written.push(Buffer.from(bytes).toString());
  }, false);
  const io: Io = { stdin: Readable.from([Buffer.from(text)]), out: output, err: output, status: 0 };
  const { command } = readArguments(['check', '-', '--format', 'json']);
  await check({ ...(command as CheckCommand), settings: { severity } }, 'zh', io);
  return { status: io.status, ...JSON.parse(written.join('')) };
}

test.each([
  ['nothing', ''],
  ['white space', ' \r\n\u3000\n'],
  ['a byte order mark', '\ufeff'],
])('%s is a draft without any section', async (_, text) => {
  const { status, files, summary } = await checked(text);
  expect(status).toBe(1);
  expect(files[0].diagnostics).toMatchObject([
    { rule: 'section/missing', severity: 'error', message: expect.stringContaining('空') },
  ]);
  expect(summary).toEqual({ files: 1, errors: 1, warnings: 0 });
});

test('the severity of an empty draft is that of the rule', async () => {
  expect(await checked('', { 'section/missing': 'off' })).toMatchObject({ status: 0, files: [{ diagnostics: [] }] });
});
