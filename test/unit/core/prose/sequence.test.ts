import { describe, expect, it } from 'vitest';
import { listEnd, slips } from '../../../../server/src/core/prose/sequence';

/** The numbers that do not follow, as `index:due`. */
const told = (numbers: readonly number[], restarts: boolean): string[] =>
  slips(numbers, restarts).map((s) => `${s.index}:${s.due}`);

describe('slips', () => {
  it.each([
    [[1, 2, 3, 4], []],
    [[1, 2, 1, 2, 3], []],
    [[3, 4, 5], []],
    [[], []],
    [[1], []],
    [[1, 2, 4], ['2:3']],
    [[1, 2, 2, 3], ['2:3']],
    [[1, 2, 2, 4], ['2:3']],
    [[1, 1, 3], ['1:2']],
    [[1, 2, 4, 4], ['2:3']],
  ])('of %j', (numbers, expected) => expect(told(numbers, true)).toEqual(expected));

  it('a one behind a one begins a list anew only where lists do', () => {
    expect(told([1, 1, 2], true)).toEqual([]);
    expect(told([1, 1, 2], false)).toEqual(['1:2']);
  });
});

describe('the list of a number ends', () => {
  it.each([
    ['with the run', [1, 2, 4, 5, 6], 2, 5],
    ['behind another slip', [1, 2, 4, 5, 7, 8], 2, 6],
    ['where a list begins anew', [1, 2, 4, 5, 1, 2], 2, 4],
    ['where the next list lost its beginning', [1, 2, 4, 5, 2, 3], 2, 4],
    ['where a number is far ahead', [1, 2, 4, 9, 5], 2, 3],
    ['behind itself', [1, 2, 4], 2, 3],
  ])('%s', (_, numbers, index, end) => expect(listEnd(numbers, true, index)).toBe(end));
});
