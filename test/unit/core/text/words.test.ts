import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halfWidth, isSpace, key, trimRange } from '../../../../server/src/core/text/chars';
import { distance } from '../../../../server/src/core/text/distance';
import { chineseNumeral, readNumbering } from '../../../../server/src/core/text/numbering';

describe('key: what a reader of the form sees', () => {
  it.each([
    ['（一）予以公开', '一予以公开'],
    ['(一) 予以公开', '一予以公开'],
    ['（一）　予以公开　', '一予以公开'],
    ['1．属于国家秘密', '1属于国家秘密'],
    ['１.属于\u00a0国家秘密', '1属于国家秘密'],
    ['危及“三安全一稳定”', '危及三安全一稳定'],
    ['危及"三安全一稳定"', '危及三安全一稳定'],
    ['危及「三安全一稳定」', '危及三安全一稳定'],
    ['其它', '其他'],
    ['③其他', '3其他'],
    ['⒈属于国家秘密', '1属于国家秘密'],
    ['㈠予以公开', '一予以公开'],
    ['本年增/减', '本年增减'],
    ['ＡＢＣ-ａｂｃ', 'ABCabc'],
    ['二〇二三年', '二〇二三年'],
    ['\ufeff年\u200b报\r\n', '年报'],
    ['', ''],
    ['，。！？', ''],
    ['𠮷田', '𠮷田'],
  ])('%j → %j', (text, expected) => expect(key(text)).toBe(expected));

  it('is its own key', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (s) => key(key(s)) === key(s)));
  });
});

describe('halfWidth', () => {
  it.each([
    ['１２，３４５．６７', '12,345.67'],
    ['（减４）', '(减4)'],
    ['一　二\u00a0三', '一 二 三'],
    ['年报。', '年报。'],
  ])('%j → %j', (text, expected) => expect(halfWidth(text)).toBe(expected));

  it('keeps the length, so that offsets stay', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (s) => halfWidth(s).length === s.length));
  });
});

describe('spaces', () => {
  it.each([' ', '\t', '\r', '\n', '\v', '\f', '\u00a0', '\u3000', '\u2003', '\u200b', '\u202f', '\ufeff'])(
    '%j is one',
    (c) => expect(isSpace(c.charCodeAt(0))).toBe(true),
  );
  it.each(['一', '0', '—', '、', '〇', '\u3001', '\u00b7'])('%j is none', (c) => {
    expect(isSpace(c.charCodeAt(0))).toBe(false);
  });
  it.each([
    ['　 33 \u00a0', 0, 6, 2, 4],
    ['   ', 1, 3, 1, 1],
    ['ab', 0, 2, 0, 2],
  ])('%j from %i to %i is trimmed to %i, %i', (text, a, b, start, end) => {
    expect(trimRange(text, a, b)).toEqual({ start, end });
  });
});

describe('numbering', () => {
  /** `[text, value, level, how many characters the mark takes, and with the spaces behind]` */
  it.each([
    ['一、总体情况', 1, 1, 2, 2],
    ['六、 其他', 6, 1, 2, 3],
    ['一 、总体', 1, 1, 3, 3],
    ['一.总体', 1, 1, 2, 2],
    ['一，总体', 1, 1, 2, 2],
    ['十二、其他', 12, 1, 3, 3],
    ['二十一、其他', 21, 1, 4, 4],
    ['第一部分 总体情况', 1, 1, 4, 5],
    ['（一）主动公开', 1, 2, 3, 3],
    ['(六)其他', 6, 2, 3, 3],
    ['( 六 ) 其他', 6, 2, 5, 6],
    ['（一）、主动', 1, 2, 4, 4],
    ['1.属于国家秘密', 1, 3, 2, 2],
    ['2. 其他法律', 2, 3, 2, 3],
    ['３、危及', 3, 3, 2, 2],
    ['10．其他', 10, 3, 3, 3],
    ['(1)其他', 1, 3, 3, 3],
    ['③其他', 3, 3, 1, 1],
    ['⑳、 其他', 20, 3, 2, 3],
    ['⑴其他', 1, 3, 1, 1],
    ['⒈属于国家秘密', 1, 3, 1, 1],
    ['❷ 其他', 2, 3, 1, 2],
    ['㈠主动公开', 1, 2, 1, 1],
    ['㊁依申请公开', 2, 2, 1, 1],
  ])('%j', (text, value, level, mark, length) => {
    expect(readNumbering(text)).toEqual({ value, level, mark, length });
  });

  it.each([
    '总体情况',
    '一是',
    '一方面',
    '1.5万件',
    '2020年',
    '三安全一稳定',
    '（区分处理的',
    '(本列数据',
    '第二十条第（一）项',
    '第一，',
    '',
    '0.其他',
    '⓪其他',
    '㈱其他',
    '㊗其他',
    '㎡',
    '（一',
    '12',
  ])('%j has none', (text) => expect(readNumbering(text)).toBeNull());

  it('reads at an offset', () => {
    expect(readNumbering('## 三、收到', 3)).toEqual({ value: 3, level: 1, mark: 2, length: 2 });
  });

  it('reads the numerals that it writes', () => {
    for (let n = 1; n <= 99; n++) {
      const numeral = chineseNumeral(n);
      expect(readNumbering(`${numeral}、`)?.value, numeral).toBe(n);
    }
  });
});

describe('distance', () => {
  it.each([
    ['', '', 0],
    ['总体情况', '总体情况', 0],
    ['总体情况', '总休情况', 1],
    ['总体情况', '总体的情况', 1],
    ['总体情况', '体总情况', 2],
    ['补正后申请内容仍不明确', '补证后申请内容仍不明确', 1],
    ['', '年报', 2],
  ])('%j and %j: %i', (a, b, expected) => {
    expect(distance(a, b, 9)).toBe(expected);
    expect(distance(b, a, 9)).toBe(expected);
  });
  it.each([
    ['甲乙丙丁', '一二三四', 2, 3],
    ['甲', '甲乙丙丁戊', 3, 4],
    ['甲乙', '甲丁', 0, 1],
  ])('%j and %j are more than %i apart', (a, b, limit, expected) => expect(distance(a, b, limit)).toBe(expected));

  it('is a distance', () => {
    const word = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        const ab = distance(a, b, 99);
        expect(ab).toBe(distance(b, a, 99));
        expect(ab === 0).toBe(a === b);
        expect(distance(a, c, 99)).toBeLessThanOrEqual(ab + distance(b, c, 99));
        expect(Math.min(distance(a, b, 2), 3)).toBe(Math.min(ab, 3));
      }),
      { numRuns: 300 },
    );
  });
});
