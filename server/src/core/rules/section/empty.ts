import { emptyFixes } from '../../edit/sectionFixes';
import type { Section } from '../../model';
import { anyOf } from '../../text/words';
import type { Draft, Rule } from '../rule';

/** Words of problems and of measures: section five is there for one or the other. */
const PROBLEMS = [
  '问题',
  '不足',
  '差距',
  '短板',
  '薄弱',
  '有待',
  '不够',
  '尚未',
  '仍未',
  '欠缺',
  '困难',
  '不高',
  '不强',
  '不及时',
  '不全',
  '还需',
  '仍需',
  '存在',
  '单一',
  '偏少',
  '较少',
  '偏',
  '较',
  '少',
  '慢',
  '不便',
  '滞后',
  '缺',
];
const MEASURES = [
  '改进',
  '措施',
  '下一步',
  '今后',
  '加强',
  '进一步',
  '完善',
  '提升',
  '提高',
  '整改',
  '强化',
  '继续',
  '优化',
  '健全',
  '规范',
  '推进',
  '加大',
  '拟',
  '计划',
  '打算',
  '推广',
  '不牢',
  '将',
  '为此',
  '拓宽',
  '增配',
  '补',
];

/** What states a problem or a measure, or is to be written yet. */
const TELLS = anyOf([...PROBLEMS, ...MEASURES, '【']);
const PRAISE = /持续提升|稳步提升|明显提升|不断提升|显著提升/g;

/** Text that states neither a problem nor a measure. */
function idle(section: Section): Draft[] {
  if (section.paragraphs.some(({ text }) => TELLS.test(text.replace(PRAISE, '')))) return [];
  return [
    {
      section: section.id,
      range: section.heading.range,
      message: {
        zh: `“${section.heading.text}”既没有写问题，也没有写改进措施`,
        en: `“${section.heading.text}” states neither a problem nor a measure`,
      },
    },
  ];
}

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
      if (!spec || spec.table || s.tables.length > 0) return [];
      if (s.paragraphs.length > 0) return s.id === 'problems' ? idle(s) : [];
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
