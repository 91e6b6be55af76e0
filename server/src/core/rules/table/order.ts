import { orderFixes } from '../../edit/tableFixes';
import type { Rule } from '../rule';

export const tableOrder: Rule = {
  name: 'table/order',
  severity: 'error',
  structural: true,
  description: {
    zh: '表格的行次序不对，或一行出现两次',
    en: 'Rows of a table are out of order, or one is there twice',
  },
  source: '国办公开办函〔2019〕60号、〔2021〕30号附件（三张表）',
  check(report) {
    return report.tables.flatMap((table) =>
      table.stray.map((row) => ({
        table: table.id,
        range: row.range,
        message:
          row.kind === 'doubled'
            ? { zh: `“${row.label}”一行重复，请删去一处`, en: `The row “${row.label}” is there twice` }
            : { zh: `“${row.label}”一行的位置与格式不符`, en: `The row “${row.label}” is out of order` },
      })),
    );
  },
  fixes: orderFixes,
};
