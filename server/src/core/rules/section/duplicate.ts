import type { Rule } from '../rule';

export const duplicate: Rule = {
  name: 'section/duplicate',
  severity: 'error',
  structural: true,
  description: { zh: '同一部分出现两次', en: 'A section is there twice' },
  source: '国办公开办函〔2019〕60号、〔2021〕30号附件（六个部分）',
  check(report, { form }) {
    if (!form) return [];
    return report.sections.flatMap((s, i) => {
      const first = report.sections.slice(0, i).find((p) => p.id === s.id);
      if (!first) return [];
      return [
        {
          section: s.id,
          range: s.heading.range,
          message: {
            zh: `“${s.heading.text}”重复：前面已有“${first.heading.text}”，请合并或删去一处`,
            en: `“${s.heading.text}” repeats “${first.heading.text}”: merge them or remove one`,
          },
          related: [{ range: first.heading.range, message: { zh: '第一次出现在这里', en: 'First here' } }],
        },
      ];
    });
  },
};
