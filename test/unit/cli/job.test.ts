import { expect, test } from 'vitest';
import { type CheckJob, work } from '../../../server/src/cli/job';
import type { Source } from '../../../server/src/cli/read';

const JOB: CheckJob = { command: 'check', format: 'text', language: 'zh', coloured: false, settings: {}, fix: false };
const TASK = { path: 'a.md', named: true, config: null };

const source = (text: string): Source => ({ text, encoding: 'utf-8', bytes: Buffer.from(text) });

test('a failure inside is an outcome like others, with what is needed to find it', async () => {
  const broken = {
    ...source(''),
    get text(): string {
      throw new RangeError('out of range');
    },
  };
  expect(await work(JOB, TASK, broken)).toEqual({
    kind: 'crashed',
    detail: expect.stringMatching(/^RangeError: out of range\n {4}at /),
  });
});

test('what nobody named and is no draft, what could not be read, and what was done', async () => {
  expect(await work(JOB, { ...TASK, named: false }, source('# 说明\n'))).toEqual({ kind: 'other' });
  expect(await work(JOB, TASK, { refused: 'denied' })).toEqual({ kind: 'refused', reason: 'denied' });
  expect(await work(JOB, { ...TASK, path: 'x.nianbao', named: false }, source(''))).toMatchObject({
    kind: 'done',
    errors: 1,
    text: expect.stringMatching(/^x\.nianbao:1:1 {2}错误 /),
  });
});

test('everything of an outcome can be sent to another thread', async () => {
  const done = await work({ ...JOB, format: 'sarif' }, TASK, source('# 2023年政府信息公开工作年度报告\n'));
  expect(structuredClone(done)).toEqual(done);
});
