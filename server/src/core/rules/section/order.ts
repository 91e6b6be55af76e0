import { orderFixes } from '../../edit/sectionFixes';
import type { Rule } from '../rule';
import { firstSections, misplaced, ordinal } from './sequence';

export const order: Rule = {
  name: 'section/order',
  severity: 'error',
  structural: true,
  description: { zh: '部分的先后次序与格式不符', en: 'Sections are not in the prescribed order' },
  source: '国办公开办函〔2019〕60号、〔2021〕30号附件（六个部分）',
  check(report, { form }) {
    if (!form) return [];
    const sections = firstSections(report);
    return misplaced(form, sections).map((s) => {
      const n = ordinal(form, s);
      const after = sections.filter((p) => ordinal(form, p) < n).pop();
      const before = sections.find((p) => ordinal(form, p) > n);
      const target = before ?? after;
      const zh = before ? `应在“${before.heading.text}”之前` : `应在“${after?.heading.text ?? ''}”之后`;
      const en = before ? `belongs before “${before.heading.text}”` : `belongs behind “${after?.heading.text ?? ''}”`;
      return {
        section: s.id,
        range: s.heading.range,
        message: { zh: `“${s.heading.text}”位置不对，${zh}`, en: `“${s.heading.text}” ${en}` },
        related: target
          ? [{ range: target.heading.range, message: { zh: target.heading.text, en: target.heading.text } }]
          : [],
      };
    });
  },
  fixes: orderFixes,
};
