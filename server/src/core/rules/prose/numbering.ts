import { minimalEdit } from '../../edit/textEdit';
import { chainFaults } from '../../prose/chains';
import { headingFaults } from '../../prose/subheadings';
import type { Rule } from '../rule';

export const numbering: Rule = {
  name: 'prose/numbering',
  severity: 'warning',
  description: {
    zh: '小标题或“一是…二是…”的编号重复、跳号或漏字',
    en: 'Numbers of sub-headings or of a chain in a sentence are doubled, skipped or torn',
  },
  source: '公文编号惯例（《党政机关公文格式》GB/T 9704—2012 7.3.3）',
  check(report) {
    return [...headingFaults(report), ...chainFaults(report)]
      .sort((a, b) => a.range.start - b.range.start)
      .map(({ section, range, found, expected }) => ({
        section,
        range,
        message: {
          zh: `编号“${found}”接不上前文，应为“${expected}”`,
          en: `The number “${found}” does not follow, “${expected}” would`,
        },
      }));
  },
  fixes(report, finding) {
    const fault = [...headingFaults(report), ...chainFaults(report)].find((f) => f.range.start === finding.range.start);
    if (!fault) return [];
    return [
      {
        title: { zh: `改为“${fault.expected}”`, en: `Change to “${fault.expected}”` },
        kind: 'prose/numbering',
        edits: [minimalEdit(report.text, fault.range, fault.expected)],
        preferred: true,
        safe: false,
      },
    ];
  },
};
