import { titleFixes } from '../../edit/sectionFixes';
import type { Rule } from '../rule';

export const title: Rule = {
  name: 'section/title',
  severity: 'warning',
  structural: true,
  description: { zh: '部分的标题与格式文字不符', en: 'The title of a section is not worded as in the form' },
  source: '国办公开办函〔2019〕60号、〔2021〕30号附件（六个部分）',
  check(report, { form }) {
    if (!form) return [];
    return report.sections.flatMap((s) => {
      if (s.heading.wording === 'exact') return [];
      const official = form.sections.find((f) => f.id === s.id);
      if (!official) return [];
      const expected = `${official.number}、${official.title}`;
      const accepted = s.heading.wording === 'accepted';
      return [
        {
          section: s.id,
          ...(accepted ? { severity: 'hint' as const } : {}),
          range: s.heading.title.range,
          message: {
            zh: `标题“${s.heading.text}”${accepted ? '的格式文字是' : '应为'}“${expected}”`,
            en: `The form words this title “${expected}”`,
          },
        },
      ];
    });
  },
  fixes: titleFixes,
};
