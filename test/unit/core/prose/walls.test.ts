/** Lines of the same again and again are read to their end, and nothing much is found in them; the bench times them. */
import { describe, expect, it } from 'vitest';
import { WALLS, wall } from '../../../../bench/walls.mjs';
import { checkReport, parseReport } from '../../../../server/src/core';

describe('a line of 200,000 characters', () => {
  it.each(Object.entries(WALLS))(
    'of %s',
    (_, words) => {
      const found = checkReport(parseReport(wall(words as string, 200_000)));
      expect(found.length).toBeLessThan(20);
      for (const { message } of found) expect(message.zh).not.toMatch(/Infinity|NaN/);
    },
    60_000,
  );
});
