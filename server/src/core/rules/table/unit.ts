import { tableOfFinding } from '../../edit/cells';
import { unitFixes } from '../../edit/tableFixes';
import { type ColumnSpec, cellLabel, cellSpecs, tableSpec } from '../../forms';
import type { Table } from '../../model';
import type { Draft, Rule } from '../rule';

/** Units of money as they are written, and what they mean. */
const MONEY: Readonly<Record<string, string>> = { 元: '元', 万元: '万元', 万: '万元', 亿元: '亿元' };

/** Money needs 元 or 万元, in the cell or over the column; 0 needs none. */
export const unit: Rule = {
  name: 'table/unit',
  severity: 'warning',
  description: { zh: '金额没有单位，或与表头的单位矛盾', en: 'An amount has no unit, or another one than its column' },
  source: '国办公开办函〔2019〕60号附件（采购总金额）；国办公开办函〔2021〕30号附件（本年收费金额，单位：万元）',
  check(report) {
    return report.tables.flatMap((table) => {
      const result: Draft[] = [];
      for (const [name, { column }] of cellSpecs(tableSpec(table.readAs, table.id))) {
        const cell = column.kind === 'amount' ? table.cells.get(name) : undefined;
        if (!cell || cell.value === null || cell.value === 0) continue;
        const over = unitOver(table, column);
        const own = MONEY[cell.unit ?? ''] ?? null;
        const where = cellLabel(name);
        const base = { table: table.id, range: cell.range, cells: [name] };
        if (!over && !own) {
          result.push({
            ...base,
            message: {
              zh: `${where.zh}写的是“${cell.text}”，没有注明单位（元或万元）`,
              en: `${where.en} has “${cell.text}” without a unit (元 or 万元)`,
            },
          });
        } else if (over && own && over !== own) {
          result.push({
            ...base,
            message: {
              zh: `${where.zh}写的是“${cell.text}”，表头的单位是${over}`,
              en: `${where.en} has “${cell.text}”, but its column is in ${over}`,
            },
          });
        }
      }
      return result;
    });
  },
  fixes(report, finding) {
    const table = tableOfFinding(report, finding);
    const name = finding.cells?.[0] ?? '';
    const spec = table && cellSpecs(tableSpec(table.readAs, table.id)).get(name);
    return table && spec ? unitFixes(report, finding, unitOver(table, spec.column)) : [];
  },
};

/** The unit that a column has, in the draft's header or else in the form's. */
function unitOver(table: Table, column: ColumnSpec): string | null {
  const header = table.headers.get(column.id);
  return header ? unitIn(header.text) : column.unit;
}

function unitIn(header: string): string | null {
  if (header.includes('亿元')) return '亿元';
  if (header.includes('万元')) return '万元';
  return /[（(:：]\s*元|单位.*元/.test(header) ? '元' : null;
}
