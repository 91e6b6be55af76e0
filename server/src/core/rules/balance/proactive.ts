import { cellLabel } from '../../forms';
import type { Cell, Table } from '../../model';
import type { Draft, Rule } from '../rule';

/** Relations of table 2 that can hardly fail in a right table; no sum is prescribed there. */
export const proactive: Rule = {
  name: 'balance/proactive',
  severity: 'warning',
  description: { zh: '表二的数互相矛盾', en: 'Numbers of table 2 contradict each other' },
  source: '国办公开办函〔2019〕60号、〔2021〕30号附件（表二）；《政府信息公开条例》第二十条',
  check(report) {
    return report.tables
      .filter((t) => t.id === 'proactive')
      .flatMap((table) => [
        ...['rules', 'normativeDocuments'].flatMap((row) => totalBelowNew(table, row)),
        ...['licences', 'otherManagement', 'penalties', 'coercion', 'fees'].flatMap((row) => moreThanAll(table, row)),
      ]);
  },
};

function numberIn(table: Table, name: string): (Cell & { value: number }) | null {
  const cell = table.cells.get(name);
  return cell?.kind === 'number' && cell.value !== null ? { ...cell, value: cell.value } : null;
}

/** 2019: what was disclosed this year is part of all that is disclosed. */
function totalBelowNew(table: Table, row: string): Draft[] {
  const fresh = numberIn(table, `proactive.${row}.disclosed`);
  const total = numberIn(table, `proactive.${row}.total`);
  if (!fresh || !total || total.value >= fresh.value) return [];
  const where = cellLabel(total.name);
  return [
    {
      table: table.id,
      range: total.range,
      cells: [total.name, fresh.name],
      message: {
        zh: `${where.zh}是 ${total.value}，小于本年新公开数量 ${fresh.value}`,
        en: `${where.en} is ${total.value}, less than the ${fresh.value} disclosed this year alone`,
      },
      related: [{ range: fresh.range, message: cellLabel(fresh.name) }],
    },
  ];
}

/** 2019: no more items can be struck off than there were. */
function moreThanAll(table: Table, row: string): Draft[] {
  const before = numberIn(table, `proactive.${row}.previous`);
  const change = numberIn(table, `proactive.${row}.change`);
  if (!before || !change || before.value + change.value >= 0) return [];
  const where = cellLabel(change.name);
  return [
    {
      table: table.id,
      range: change.range,
      cells: [before.name, change.name],
      message: {
        zh: `${where.zh}减少 ${-change.value}，多于上一年的 ${before.value} 项`,
        en: `${where.en} takes away ${-change.value}, more than the ${before.value} of the year before`,
      },
      related: [{ range: before.range, message: cellLabel(before.name) }],
    },
  ];
}
