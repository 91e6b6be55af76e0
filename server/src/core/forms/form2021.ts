import { column, DISPUTES_TABLE, proactiveTable, requestsTable, row, SECTIONS } from './parts';
import type { ColumnSpec, Form } from './types';

const DECISIONS: readonly ColumnSpec[] = [column('decisions', '本年处理决定数量')];

/** In force from report year 2021: another table 2, and （六）其他处理 of table 3 in three rows. */
export const FORM_2021: Form = {
  id: '2021',
  name: { zh: '2021年格式', en: '2021 form' },
  notice: '国办公开办函〔2021〕30号',
  years: { first: 2021, last: null, encouraged: null },
  asksForFees: true,
  sections: SECTIONS,
  tables: [
    proactiveTable([
      {
        heading: '第二十条第（一）项',
        columns: [
          column('issued', '本年制发件数'),
          column('repealed', '本年废止件数'),
          column('inForce', '现行有效件数'),
        ],
        rows: [row('rules', '规章'), row('normativeDocuments', '行政规范性文件')],
      },
      { heading: '第二十条第（五）项', columns: DECISIONS, rows: [row('licences', '行政许可')] },
      {
        heading: '第二十条第（六）项',
        columns: DECISIONS,
        rows: [row('penalties', '行政处罚'), row('coercion', '行政强制')],
      },
      {
        heading: '第二十条第（八）项',
        columns: [
          column('amount', '本年收费金额（单位：万元）', {
            kind: 'amount',
            unit: '万元',
            accepted: ['本年收费金额（万元）', '本年收费金额'],
          }),
        ],
        rows: [row('fees', '行政事业性收费')],
      },
    ]),
    requestsTable((handled) => {
      const groups = [handled, '（六）其他处理'];
      return [
        row('otherHandling.notCorrected', '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', groups),
        row(
          'otherHandling.unpaidFee',
          '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
          groups,
        ),
        row('otherHandling.other', '3.其他', groups),
      ];
    }),
    DISPUTES_TABLE,
  ],
};
