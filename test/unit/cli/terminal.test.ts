import { expect, test } from 'vitest';
import { printable, wantsColour } from '../../../server/src/cli/terminal';

test('colour on a terminal, unless the environment says otherwise', () => {
  expect(wantsColour({}, true)).toBe(true);
  expect(wantsColour({}, false)).toBe(false);
  expect(wantsColour({ NO_COLOR: '1' }, true)).toBe(false);
  expect(wantsColour({ NO_COLOR: '' }, true)).toBe(true);
  expect(wantsColour({ TERM: 'dumb' }, true)).toBe(false);
  expect(wantsColour({ FORCE_COLOR: '1' }, false)).toBe(true);
  expect(wantsColour({ FORCE_COLOR: '0' }, true)).toBe(false);
});

test('nothing that a terminal obeys comes out of a draft', () => {
  expect(printable('第一行\r\n\u001b[2J第二行')).toBe('第一行 [2J第二行');
});
