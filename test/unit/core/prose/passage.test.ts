import { describe, expect, it } from 'vitest';
import { type Paragraph, parseReport } from '../../../../server/src/core';
import { inside, isComma, type Passage, textOf } from '../../../../server/src/core/prose/passage';

/** The paragraph whose pieces stand in a draft in this order; the draft has other text between them. */
function paragraph(draft: string, pieces: readonly string[]): Paragraph {
  let from = 0;
  const parts = pieces.map((piece) => {
    const start = draft.indexOf(piece, from);
    if (start < 0) throw new Error(piece);
    from = start + piece.length;
    return { start, end: from };
  });
  return {
    text: pieces.join(''),
    range: { start: parts[0]?.start ?? 0, end: parts[parts.length - 1]?.end ?? 0 },
    parts,
  };
}

/** A paragraph as the rules see it. */
function passageIn(paragraph: Paragraph): Passage {
  return textOf({ ...parseReport(''), preface: [paragraph] }).preface[0] as Passage;
}

/** The words of the draft at the place of words of the passage. */
function there(draft: string, pieces: readonly string[], words: string): string {
  const p = passageIn(paragraph(draft, pieces));
  const from = p.text.indexOf(words);
  const { start, end } = p.rangeOf(from, from + words.length);
  return draft.slice(start, end);
}

describe('a passage', () => {
  const pieces = ['全年收到申请', '36件，办结', '33件。其余结转。'];
  const draft = `一、总体情况\r\n${pieces[0]}\r\n- 3 -\r\n${pieces[1]}\r\n${pieces[2]}\r\n`;

  it('finds its way back into the draft over a page break and line ends', () => {
    for (const words of ['全年', '36件', '33件', '其余结转。', '36件，办结', '申请'])
      expect(there(draft, pieces, words)).toBe(words);
  });

  it('a stretch over a break takes in what stands between', () => {
    expect(there(draft, pieces, '申请36件')).toBe('申请\r\n- 3 -\r\n36件');
  });

  it('a stretch that ends where a piece ends stops there', () => {
    expect(there(draft, pieces, '收到申请')).toBe('收到申请');
    expect(there(draft, pieces, '办结')).toBe('办结');
  });

  it('counts astral characters as the two units that they are', () => {
    const own = ['在𠮷祥村📢收到', '7件'];
    expect(there(`${own[0]}\n${own[1]}`, own, '收到')).toBe('收到');
    expect(there(`${own[0]}\n${own[1]}`, own, '7件')).toBe('7件');
  });

  it('has the same answer for every place as a walk along the pieces', () => {
    const many = Array.from({ length: 40 }, (_, i) => '甲乙丙丁戊'.slice(0, 1 + (i % 5)));
    const text = many.join('\r\n');
    const p = passageIn(paragraph(text, many));
    const offsets = many.flatMap((piece, i) => {
      const start = many.slice(0, i).reduce((n, m) => n + m.length + 2, 0);
      return [...piece].map((_, n) => start + n);
    });
    offsets.forEach((offset, i) => {
      expect(p.rangeOf(i, i + 1)).toEqual({ start: offset, end: offset + 1 });
    });
  });

  it('ends sentences at stops and semicolons', () => {
    const p = passageIn(paragraph('一。二；三！\n四', ['一。二；三！', '四']));
    expect(p.sentences.map((s) => p.text.slice(s.from, s.to))).toEqual(['一', '二', '三', '四']);
  });

  it('a comma between digits ends no clause', () => {
    expect([isComma('1,234', 1), isComma('1，2', 1), isComma('甲,乙', 1)]).toEqual([false, true, true]);
  });
});

describe('inside', () => {
  const spans = [0, 3, 5, 9].map((from) => ({ from, to: from + 1 }));
  it.each([
    [0, 5, [0, 3]],
    [1, 3, []],
    [3, 10, [3, 5, 9]],
    [10, 20, []],
    [5, 5, []],
  ])('those from %i before %i', (from, to, expected) =>
    expect(inside(spans, { from, to }).map((s) => s.from)).toEqual(expected),
  );
});
