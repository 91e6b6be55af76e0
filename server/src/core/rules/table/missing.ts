import { tableOf } from '../../data';
import type { Rule } from '../rule';

/** A section that is missing itself is one `section/missing`, its table included. */
export const tableMissing: Rule = {
  name: 'table/missing',
  severity: 'error',
  structural: true,
  description: { zh: '部分里没有规定的表格', en: 'A section is there without its table' },
  source: '国办公开办函〔2019〕60号、〔2021〕30号附件（三张表）；《政府信息公开条例》第五十条',
  check(report, { form }) {
    if (!form) return [];
    return form.sections.flatMap((spec) => {
      const section = report.sections.find((s) => s.id === spec.id);
      if (!section || !spec.table || tableOf(report, spec.table)) return [];
      return [
        {
          section: spec.id,
          table: spec.table,
          range: section.heading.range,
          message: {
            zh: `“${section.heading.text}”下面没有表格，没有数据也要填 0 列出`,
            en: `The table of “${section.heading.text}” is missing`,
          },
        },
      ];
    });
  },
};
