import { valueFixes } from '../../edit/tableFixes';
import { cellLabel, cellSpecs, tableSpec } from '../../forms';
import type { Cell } from '../../model';
import type { Draft, Rule } from '../rule';

export const value: Rule = {
  name: 'table/value',
  severity: 'error',
  description: { zh: '单元格里不是应填的数', en: 'A cell does not hold the number that it should' },
  source: '国办公开办函〔2019〕60号、〔2021〕30号附件（三张表）',
  check(report) {
    return report.tables.flatMap((table) => {
      const specs = cellSpecs(tableSpec(table.readAs, table.id));
      const result: Draft[] = [];
      for (const cell of table.cells.values()) {
        const kind = specs.get(cell.name)?.column.kind ?? 'count';
        const draft = judge(cell, kind);
        if (draft) result.push({ ...draft, table: table.id, range: cell.range, cells: [cell.name] });
      }
      return result;
    });
  },
  fixes: valueFixes,
};

function judge(cell: Cell, kind: 'count' | 'change' | 'amount'): Pick<Draft, 'message' | 'severity'> | null {
  if (
    cell.kind === 'number' &&
    kind === 'count' &&
    cell.value !== null &&
    cell.value >= 0 &&
    Number.isInteger(cell.value)
  ) {
    return null;
  }
  const where = cellLabel(cell.name);
  if (cell.kind === 'unreadable') {
    return {
      message: {
        zh: `${where.zh}写的是“${cell.text}”，不是数字`,
        en: `${where.en} has “${cell.text}”, which is not a number`,
      },
    };
  }
  if (cell.kind !== 'number' || cell.value === null) return null;
  if (kind === 'count' && (cell.value < 0 || !Number.isInteger(cell.value))) {
    return {
      message: {
        zh: `${where.zh}写的是“${cell.text}”，件数应为不小于 0 的整数`,
        en: `${where.en} has “${cell.text}”: a count is a whole number, not negative`,
      },
    };
  }
  if (kind === 'amount' && cell.value < 0) {
    return { message: { zh: `${where.zh}写的是“${cell.text}”，金额不应为负`, en: `${where.en} is negative` } };
  }
  // 252（减18）: it can be read, but the column asks for the change alone
  if (kind === 'change' && /[（(]/.test(cell.text)) {
    return {
      severity: 'information',
      message: {
        zh: `${where.zh}写的是“${cell.text}”，“本年增/减”只填增减数，如 ${cell.value > 0 ? '+' : ''}${cell.value}`,
        en: `${where.en} has “${cell.text}”: the column asks for the change alone, ${cell.value}`,
      },
    };
  }
  return null;
}
