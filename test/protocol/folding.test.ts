import { expect, test } from 'vitest';
import type { FoldingRange } from 'vscode-languageserver';
import { start } from './support/client';
import { ONE_WRONG_CELL, sampleDraft } from './support/drafts';

const URI = 'file:///drafts/a.nianbao';
const TEXT = sampleDraft(ONE_WRONG_CELL);

async function summaries(collapsedText: boolean, locale?: string): Promise<(string | undefined)[]> {
  const client = await start({
    capabilities: { textDocument: { foldingRange: { foldingRange: { collapsedText } } } },
    ...(locale !== undefined && { locale }),
  });
  await client.open(URI, TEXT);
  const ranges = await client.request<FoldingRange[]>('textDocument/foldingRange', URI);
  expect(await client.stop()).toBe(0);
  return ranges.map((range) => range.collapsedText);
}

test('what is folded says what it was: tables how they stand, sections how many findings they have', async () => {
  const found = await summaries(true);
  expect(found).toEqual(
    expect.arrayContaining([
      '一、总体情况',
      '三、收到和处理政府信息公开申请情况：1 处问题',
      '申请办理情况表：差 1',
      '复议诉讼情况表：平衡',
    ]),
  );
  expect(await summaries(true, 'en')).toContain('Table of requests: off by 1');
});

test('no summary for a client that shows none', async () => {
  expect(new Set(await summaries(false))).toEqual(new Set([undefined]));
});
