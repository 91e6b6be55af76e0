import { emptyFixes } from '../../edit/sectionFixes';
import type { Rule } from '../rule';

/** Sections that are told in words; one that is a table is the business of `table/missing`. */
export const empty: Rule = {
  name: 'section/empty',
  severity: 'warning',
  structural: true,
  description: { zh: '部分只有标题，没有内容', en: 'A section has a heading and nothing else' },
  source: '《政府信息公开条例》第五十条；国办公开办函〔2021〕30号',
  check(report, { form }) {
    if (!form) return [];
    return report.sections.flatMap((s) => {
      const spec = form.sections.find((f) => f.id === s.id);
      if (!spec || spec.table || s.paragraphs.length > 0 || s.tables.length > 0) return [];
      // a doubled heading is reported as such
      if (report.sections.filter((p) => p.id === s.id).length > 1) return [];
      const none = s.id === 'others' ? '没有其他事项的也要写明' : '请补写';
      return [
        {
          section: s.id,
          range: s.heading.range,
          message: {
            zh: `“${s.heading.text}”下面没有内容，${none}`,
            en: `Nothing stands under “${s.heading.text}”`,
          },
        },
      ];
    });
  },
  fixes: emptyFixes,
};
