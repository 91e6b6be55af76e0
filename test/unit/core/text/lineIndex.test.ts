import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineIndex } from '../../../../server/src/core';

/** Asserts where the marked offset of a text stands: `¦` is the mark. */
function check(marked: string, line: number, character: number): void {
  it(`${JSON.stringify(marked)} → ${line}:${character}`, () => {
    const offset = marked.indexOf('¦');
    const index = new LineIndex(marked.replace('¦', ''));
    expect(index.positionAt(offset)).toEqual({ line, character });
    expect(index.offsetAt({ line, character })).toBe(offset);
  });
}

describe('offset to position and back', () => {
  check('¦', 0, 0);
  check('¦年报', 0, 0);
  check('年报¦', 0, 2);
  check('一\n¦二', 1, 0);
  check('一¦\n二', 0, 1);
  check('一\n二\n¦', 2, 0);
  check('\n\n¦\n', 2, 0);
  // CRLF is one line end
  check('一¦\r\n二', 0, 1);
  check('一\r\n¦二', 1, 0);
  check('一\r\n\r\n¦二', 2, 0);
  // a lone CR is one too, and LF CR are two
  check('一\r¦二', 1, 0);
  check('一\r\r¦', 2, 0);
  check('一\n\r¦二', 2, 0);
  check('\r\n¦', 1, 0);
  // characters are UTF-16 code units
  check('𠮷¦田', 0, 2);
  check('𠮷\n𠮷𠮷¦', 1, 4);
  check('\ufeff¦年', 0, 1);
  check('\t¦年', 0, 1);
  // neither of these ends a line in an editor that speaks the protocol
  check('一\u2028¦二', 0, 2);
  check('一\u0085¦二', 0, 2);
  check('一\f¦二', 0, 2);
});

describe('what lies outside of the text', () => {
  const index = new LineIndex('一二\r\n三');
  it.each([
    [-5, { line: 0, character: 0 }],
    [99, { line: 1, character: 1 }],
  ])('offset %i', (offset, position) => expect(index.positionAt(offset)).toEqual(position));
  it.each([
    [{ line: -1, character: 3 }, 0],
    [{ line: 7, character: 0 }, 5],
    [{ line: 1, character: 9 }, 5],
    [{ line: 0, character: -2 }, 0],
  ])('position %j', (position, offset) => expect(index.offsetAt(position)).toBe(offset));
  it('counts the lines', () => {
    expect(new LineIndex('').lineCount).toBe(1);
    expect(new LineIndex('a\r\nb\rc\nd').lineCount).toBe(4);
    expect(new LineIndex('a\n').lineCount).toBe(2);
  });
  it('maps both ends of a range', () => {
    expect(index.rangeAt({ start: 1, end: 5 })).toEqual({
      start: { line: 0, character: 1 },
      end: { line: 1, character: 1 },
    });
  });
});

describe('any text', () => {
  const text = fc.array(fc.constantFrom('一', 'a', '𠮷', '\r\n', '\n', '\r', '\t', '\ufeff'), { maxLength: 40 });

  it('gives every offset back', () => {
    fc.assert(
      fc.property(text, (parts) => {
        const all = parts.join('');
        const index = new LineIndex(all);
        for (let offset = 0; offset <= all.length; offset++) {
          if (all[offset - 1] === '\r' && all[offset] === '\n') continue;
          expect(index.offsetAt(index.positionAt(offset))).toBe(offset);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('has the lines that splitting gives', () => {
    fc.assert(
      fc.property(text, (parts) => {
        const all = parts.join('');
        const lines = all.split(/\r\n|\n|\r/);
        const index = new LineIndex(all);
        expect(index.lineCount).toBe(lines.length);
        lines.forEach((line, i) => {
          const start = index.offsetAt({ line: i, character: 0 });
          expect(all.slice(start, start + line.length)).toBe(line);
        });
      }),
      { numRuns: 400 },
    );
  });
});
