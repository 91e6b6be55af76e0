import { expect, test } from 'vitest';
import { SEMANTIC_TOKENS_LEGEND, semanticTokens } from '../../../server/src/features/semanticTokens';
import { handmade } from './support';

const { tokenTypes, tokenModifiers } = SEMANTIC_TOKENS_LEGEND;

/** Tokens as words. */
function show(text: string, data: readonly number[]): string[] {
  const lines = text.split(/\r\n|\n/);
  const words: string[] = [];
  for (let i = 0, line = 0, character = 0; i < data.length; i += 5) {
    const [down = 0, right = 0, length = 0, type = 0, modifiers = 0] = data.slice(i, i + 5);
    line += down;
    character = down > 0 ? right : character + right;
    const set = tokenModifiers.filter((_, bit) => modifiers & (1 << bit));
    words.push([tokenTypes[type], ...set, lines[line]?.slice(character, character + length)].join(' '));
  }
  return words;
}

const TEXT = `三、收到
申请情况
𠮷 | （七）总
   计 | 7 | 12 |
`;

const DRAFT = handmade(TEXT, {
  sections: [
    {
      id: 'requests',
      heading: '三、收到\n申请情况',
      tables: [
        {
          id: 'requests',
          text: '𠮷 | （七）总\n   计 | 7 | 12 |',
          labels: ['（七）总\n   计', '总\n   计'],
          cells: { 'granted.company': '7', 'granted.total': '12' },
        },
      ],
    },
  ],
});

test('a token a line, totals marked, nothing twice, UTF-16 throughout', () => {
  expect(show(TEXT, semanticTokens(DRAFT).data)).toEqual([
    'class declaration 三、收到',
    'class declaration 申请情况',
    'property （七）总',
    'property 计',
    'number 7',
    'number readonly 12',
  ]);
});

test('only what touches a range', () => {
  const start = TEXT.indexOf('7');
  expect(show(TEXT, semanticTokens(DRAFT, { start, end: start + 1 }).data)).toEqual(['number 7']);
});
