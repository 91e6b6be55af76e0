import { column, DISPUTES_TABLE, proactiveTable, requestsTable, row, SECTIONS } from './parts';
import type { ColumnSpec, Form } from './types';

const ITEMS: readonly ColumnSpec[] = [
  column('previous', '上一年项目数量'),
  column('change', '本年增/减', { kind: 'change' }),
];
const DECIDED: readonly ColumnSpec[] = [...ITEMS, column('decisions', '处理决定数量')];

/** The trial form, for report years 2019 (encouraged) and 2020. */
export const FORM_2019: Form = {
  id: '2019',
  name: { zh: '2019年格式', en: '2019 form' },
  notice: '国办公开办函〔2019〕60号',
  years: { first: 2019, last: 2020, encouraged: 2019 },
  asksForFees: false,
  sections: SECTIONS,
  tables: [
    proactiveTable([
      {
        heading: '第二十条第（一）项',
        columns: [
          column('made', '本年新制作数量'),
          column('disclosed', '本年新公开数量'),
          column('total', '对外公开总数量'),
        ],
        rows: [row('rules', '规章'), row('normativeDocuments', '规范性文件')],
      },
      {
        heading: '第二十条第（五）项',
        columns: DECIDED,
        rows: [row('licences', '行政许可'), row('otherManagement', '其他对外管理服务事项')],
      },
      {
        heading: '第二十条第（六）项',
        columns: DECIDED,
        rows: [row('penalties', '行政处罚'), row('coercion', '行政强制')],
      },
      { heading: '第二十条第（八）项', columns: ITEMS, rows: [row('fees', '行政事业性收费')] },
      {
        heading: '第二十条第（九）项',
        columns: [
          column('projects', '采购项目数量'),
          column('amount', '采购总金额', {
            kind: 'amount',
            accepted: ['采购总金额（单位：万元）', '采购总金额（万元）', '采购总金额（单位：元）', '采购总金额（元）'],
          }),
        ],
        rows: [row('procurement', '政府集中采购')],
      },
    ]),
    requestsTable((handled) => [row('otherHandling', '（六）其他处理', [handled])]),
    DISPUTES_TABLE,
  ],
};
