import { expect, test } from 'vitest';
import { foldingRanges } from '../../../server/src/features/foldingRanges';
import { handmade } from './support';

const LINES = [
  '标题', // 0
  '甲段', // 1
  '', // 2
  '乙段', // 3
  '', // 4
  '一、总体', // 5
  '情况', // 6
  '（一）没有下文', // 7
  '（二）有下文', // 8
  '下文', // 9
  '|表', // 10
  '尾|', // 11
  '', // 12
];

test.each([['\n'], ['\r\n']])('preface, sections, subheadings, tables (%j)', (newline) => {
  const text = LINES.join(newline);
  const draft = handmade(text, {
    preface: ['甲段', '乙段'],
    sections: [
      {
        id: 'overview',
        heading: `一、总体${newline}情况`,
        subheadings: [
          [2, '（一）没有下文'],
          [2, '（二）有下文'],
        ],
        tables: [{ id: 'proactive', text: `|表${newline}尾|` }],
      },
    ],
  });
  expect(foldingRanges(draft)).toEqual([
    { startLine: 1, endLine: 3 },
    // All of a title that is broken over lines stays in sight.
    { startLine: 6, endLine: 11 },
    { startLine: 8, endLine: 11 },
    { startLine: 10, endLine: 11 },
  ]);
});
