import { labelFixes } from '../../edit/tableFixes';
import type { Rule } from '../rule';

/** Width, spaces, punctuation and line breaks are no slips; a missing word is. */
export const label: Rule = {
  name: 'table/label',
  severity: 'warning',
  description: { zh: '表格的行名或列名与格式文字不符', en: 'A label of a table is not worded as in the form' },
  source: '国办公开办函〔2019〕60号、〔2021〕30号附件（三张表）',
  check(report) {
    return report.tables.flatMap((table) =>
      table.labels.map((slip) => ({
        table: table.id,
        range: slip.range,
        message: {
          zh: `“${slip.found}”应为“${slip.expected}”`,
          en: `“${slip.found}” should be “${slip.expected}”`,
        },
      })),
    );
  },
  fixes: labelFixes,
};
