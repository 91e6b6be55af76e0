import { describe, expect, it } from 'vitest';
import { LABELS } from '../../../../server/src/core/forms';
import { isValue, readCell } from '../../../../server/src/core/read/cell';

type Kind = 'count' | 'change' | 'amount';

/** Asserts what words read as; `digits` are the words' part that holds the number. */
function check(text: string, value: number, digits: string, unit: string | null = null, column: Kind = 'count'): void {
  it(`${JSON.stringify(text)} (${column}) reads ${value}`, () => {
    const reading = readCell(text, column);
    expect(reading).toMatchObject({ kind: 'number', value, unit });
    expect(Object.is(reading.value, -0)).toBe(false);
    expect(reading.digits && text.slice(...reading.digits)).toBe(digits);
  });
}

describe('numbers', () => {
  check('0', 0, '0');
  check('33', 33, '33');
  check('007', 7, '007');
  check('１２', 12, '１２');
  check('1,234', 1234, '1,234');
  check('1，234', 1234, '1，234');
  check('１，２３４', 1234, '１，２３４');
  check('12,345,678', 12345678, '12,345,678');
  check('123456', 123456, '123456');
  check('**33**', 33, '33');
  check('`33`', 33, '33');
  check("'0", 0, '0');
});

describe('units', () => {
  for (const unit of ['件', '宗', '条', '份', '个', '项', '次', '元', '万元']) check(`5${unit}`, 5, '5', unit);
  check('5 件', 5, '5', '件');
  check('１２件', 12, '１２', '件');
  check('52510.39万元', 52510.39, '52510.39', '万元', 'amount');
  check('45062 万元', 45062, '45062', '万元', 'amount');
  check('1,732.633648万元', 1732.633648, '1,732.633648', '万元', 'amount');
  check('１２．５', 12.5, '１２．５', null, 'amount');
  check('3360', 3360, '3360', null, 'amount');
});

describe('notes in brackets do not count', () => {
  check('22（其中修订 16 件）', 22, '22');
  check('22(其中修订16件)', 22, '22');
  check('22 （其中修订 16 件）', 22, '22');
  check('5件（含代拟3件）', 5, '5', '件');
});

describe('changes', () => {
  check('增3', 3, '3', null, 'change');
  check('减4', -4, '4', null, 'change');
  check('+2', 2, '2', null, 'change');
  check('-2', -2, '2', null, 'change');
  check('＋2', 2, '2', null, 'change');
  check('－2', -2, '2', null, 'change');
  check('−2', -2, '2', null, 'change');
  check('增加3项', 3, '3', '项', 'change');
  check('减少 12 项', -12, '12', '项', 'change');
  check('增 3', 3, '3', null, 'change');
  check('减183', -183, '183', null, 'change');
  check('252（减18）', -18, '18', null, 'change');
  check('252(减18)', -18, '18', null, 'change');
  check('252（增加18项）', 18, '18', null, 'change');
  check('252（-18）', -18, '18', null, 'change');
  check('0', 0, '0', null, 'change');
  check('减0', 0, '0', null, 'change');
  check('65', 65, '65', null, 'change');
  // only a column of changes reads the note
  check('252（减18）', 252, '252');
});

describe('blanks', () => {
  it('nothing is a blank', () => expect(readCell('').kind).toBe('blank'));
  it.each(['/', '-', '—', '——', '–', '－', '／', '--', '\\', '无'])('%j is a blank that was marked', (text) => {
    expect(readCell(text)).toEqual({ kind: 'dash', value: null, digits: null, unit: null });
  });
});

describe('what must stay unreadable', () => {
  it.each([
    '约30',
    '近30条',
    '30多',
    '1O',
    'l2',
    '三',
    '十二件',
    '1.2.3',
    '1,23',
    '12,34,567',
    '1 2',
    '3/4',
    '3-5',
    '5件3份',
    '50%',
    '?',
    '待定',
    '见附件',
    '5（',
    '（5）',
    '一、本年新收政府信息公开申请数量',
    '规章',
  ])('%j', (text) => {
    for (const column of ['count', 'change', 'amount'] as const) {
      expect(readCell(text, column)).toEqual({ kind: 'unreadable', value: null, digits: null, unit: null });
    }
  });
  it('a sentence that begins with a number', () => {
    expect(readCell(`5${'件申请均已按期答复'.repeat(8)}`).kind).toBe('unreadable');
  });
});

describe('words that can only be a value', () => {
  it.each(['0', '33', '1,234', '１２', '增3', '减4', '减少2', '新增3', '/', '—', '5件', '22（其中修订 16 件）', '1O'])(
    '%j',
    (text) => expect(isValue(text)).toBe(true),
  );
  it.each(['规章', '一、', '1.属于国家秘密', '2.重复申请', '（一）予以公开', '其他', '增减', '自然人', '第3页', ''])(
    '%j is none',
    (text) => expect(isValue(text)).toBe(false),
  );
});

describe('words that say how many', () => {
  it.each(['若干', '十二', '三件', '数十', '数件', '零', '不详', '12%', '-3.5%'])(
    '%s stands where a number stands',
    (words) => {
      expect(isValue(words)).toBe(true);
      expect(readCell(words).kind).toBe('unreadable');
    },
  );
  it('no piece of a label is taken for one', () => {
    const pieces = new Set<string>();
    for (const label of LABELS.keys()) {
      for (let i = 0; i < label.length; i++) for (let k = 1; k <= 6; k++) pieces.add(label.slice(i, i + k));
    }
    expect([...pieces].filter((p) => /\p{Script=Han}/u.test(p) && isValue(p))).toEqual([]);
  });
});
