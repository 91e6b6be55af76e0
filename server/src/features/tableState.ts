import { type Table, tableBalance } from '../core';
import type { Words } from '../words';

/** How a table stands, also in words: `平衡`, `差 3`, `不完整`. */
export function tableState(table: Table, words: Words) {
  const { state, off } = tableBalance(table);
  const detail = state === 'balanced' ? words.balanced : state === 'incomplete' ? words.incomplete : words.off(off);
  return { state, off, detail };
}
