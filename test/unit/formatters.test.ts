import { expect, test } from 'vitest';
import { patternOf } from '../../server/src/formatters';

test.each([
  ['file:///home/user/%E5%B9%B4%E6%8A%A5/2023.md', '**/年报/2023.md'],
  ['file:///2023.md', '**/2023.md'],
  ['file:///c%3A/2023.md', '**/2023.md'],
  ['file:///a/b%5B1%5D%20%7Bx%7D%2A.md', '**/a/b[[]1[]] [{]x[}][*].md'],
  ['file://server/share/draft.md', '**/share/draft.md'],
  ['untitled:Untitled-1', '**/Untitled-1'],
  ['vscode-vfs://github/owner/repo/draft.md?ref=main', '**/repo/draft.md'],
  ['file:///a/100%.md', '**/a/100%.md'],
])('%s is matched by %s', (uri, pattern) => expect(patternOf(uri)).toBe(pattern));
