import type { ColumnSpec } from '../forms';
import { halfWidth } from '../text/chars';

/** What the words of a cell read as. `digits` are UTF-16 offsets into the words, end exclusive. */
export interface CellReading {
  readonly kind: 'number' | 'blank' | 'dash' | 'unreadable';
  readonly value: number | null;
  readonly digits: readonly [number, number] | null;
  readonly unit: string | null;
}

const BLANK: CellReading = { kind: 'blank', value: null, digits: null, unit: null };
const DASH: CellReading = { kind: 'dash', value: null, digits: null, unit: null };
const UNREADABLE: CellReading = { kind: 'unreadable', value: null, digits: null, unit: null };

export const UNIT = '(?:万元|亿元|元|万|件|宗|条|份|个|项|次|人|例|起|家|部|笔)';
const SIGN = '(?:增加|增长|新增|增|减少|下降|减|[+−↑↓±-])';
const CURRENCY = '(?:¥|人民币)?';
const CELL = new RegExp(
  `^[*_\`'"~]*(${SIGN})?\\s*${CURRENCY}\\s*(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?\\s*(${UNIT})?\\s*(\\(.*\\))?[*_\`'"~]*$`,
);
const CHANGE = new RegExp(`(${SIGN})\\s*(\\d{1,3}(?:,\\d{3})+|\\d+)`);
/** Marks that authors put where there is nothing to count. */
const NOTHING = /^(?:[-–—―−_/\\~﹣]+|无|\\|\/)$/;

const COUNTED = '(?:万元|元|件|宗|份|个|次|人)';
/**
 * Words that say how many where a number is due: 若干, 十二, 三件, 数十, 不详. Pieces of labels are none of them, so that
 * 条 and 项 are not counted here: 第二十条第（五）项.
 */
const QUANTITY = new RegExp(
  `^(?:若干|许多|很多|不详|未知|暂无|待定|待填|待补|待统计|零|〇|[数几][十百千万]|(?!二十$)[零〇一二两三四五六七八九十百千万]{2,}[余多]?)${COUNTED}?$|^[一二两三四五六七八九十数几]${COUNTED}$`,
);
const QUANTITY_HEADS = '若许很不未暂待零〇数几一二两三四五六七八九十百千万';

/** A cell that is longer than this is prose, not a number. */
const LONGEST = 60;

/**
 * Reads `33`, `１２`, `1,234`, `5件`, `52510.39万元`, `22（其中修订 16 件）`, and in a column of changes also
 * `增3`, `减4`, `252（减18）` (which is a change of −18).
 * @param text the words of the cell, trimmed
 */
export function readCell(text: string, column: ColumnSpec['kind'] = 'count'): CellReading {
  if (text === '') return BLANK;
  const plain = readDigits(text);
  if (plain >= 0) return { kind: 'number', value: plain, digits: [0, text.length], unit: null };
  if (text.length > LONGEST) return UNREADABLE;
  const half = halfWidth(text);
  if (NOTHING.test(half)) return DASH;
  const match = CELL.exec(half);
  if (!match) return UNREADABLE;
  const [, sign, whole = '', fraction = '', written = null, note] = match;
  // 2860.4（万元）
  const unit = written ?? /^\((?:单位:)?\s*(万元|亿元|元)\s*\)$/.exec(note ?? '')?.[1] ?? null;
  const at = half.indexOf(whole, sign ? half.indexOf(sign) + sign.length : 0);
  let value = Number(whole.replaceAll(',', '') + fraction);
  let digits: readonly [number, number] = [at, at + whole.length + fraction.length];
  if (sign && isDecrease(sign)) value = -value;
  if (column === 'change' && !sign && note) {
    const change = CHANGE.exec(note);
    if (change) {
      const [all, direction = '', amount = ''] = change;
      value = Number(amount.replaceAll(',', '')) * (isDecrease(direction) ? -1 : 1);
      const end = half.lastIndexOf(note) + change.index + all.length;
      digits = [end - amount.length, end];
    }
  }
  return { kind: 'number', value: value === 0 ? 0 : value, digits, unit };
}

/** A run of plain digits, which is what nearly every cell holds, without the machinery for the rest; −1 for anything else. */
function readDigits(text: string): number {
  if (text.length > 15) return -1;
  let value = 0;
  for (let i = 0; i < text.length; i++) {
    const d = text.charCodeAt(i) - 48;
    if (d < 0 || d > 9) return -1;
    value = value * 10 + d;
  }
  return value;
}

function isDecrease(sign: string): boolean {
  return sign.startsWith('减') || sign === '下降' || sign === '-' || sign === '−' || sign === '↓';
}

/**
 * Whether words without any frame around them can only be the content of a number cell.
 * @param read what the words read as, which is only asked where their first character does not tell
 */
export function isValue(text: string, read: () => CellReading = () => readCell(text)): boolean {
  const c = text.charCodeAt(0);
  // labels begin with a Chinese character or a bracket; only 增/减/无/新/下 of those begin a value
  if (c > 0x3000 && c < 0xff00 && !'增减新下约近逾超'.includes(text.charAt(0)))
    return text.length <= 6 && QUANTITY_HEADS.includes(text.charAt(0)) && QUANTITY.test(text);
  const reading = read();
  // 无 alone may be a piece of 无法提供; a frame is needed to tell
  if (reading.kind === 'number' || (reading.kind === 'dash' && text !== '无')) return true;
  // 1O for 10: a slip of the hand that still stands where a number stands
  // nor 约30: a guess where a count is due
  const slip = /^[\dOoIl.,，]*\d[\dOoIl.,，]*[\dOoIl]$/.test(text) || /^[约近逾超]?\d+[余多]?$/.test(text);
  // nor 12%, which belongs in a column of the author's own
  const share = /^[+-]?\d+(?:\.\d+)?[%％]$/.test(text);
  return reading.kind === 'unreadable' && ((text.length <= 6 && slip) || (text.length <= 10 && share));
}
