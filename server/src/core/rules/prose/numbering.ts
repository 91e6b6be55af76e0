import { fix } from '../../edit/fix';
import { minimalEdit, type TextEdit } from '../../edit/textEdit';
import { chainFaults } from '../../prose/chains';
import { headingFaults, type Renumbering } from '../../prose/subheadings';
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
    const edit = ({ range, expected }: Renumbering): TextEdit => minimalEdit(report.text, range, expected);
    const changed = fault.onward().filter(({ found, expected }) => found !== expected);
    const last = changed[changed.length - 1]?.expected;
    return [
      ...fix(
        'prose/numbering',
        `改为“${fault.expected}”`,
        `Change to “${fault.expected}”`,
        [edit(fault)],
        // where the numbers behind it go on from the wrong one, this one alone only moves the fault
        { preferred: changed.length < 2 },
      ),
      ...(changed.length < 2
        ? []
        : fix(
            'prose/renumber',
            `从这里起重新编号：“${fault.expected}”至“${last}”（${changed.length} 处）`,
            `Number anew from here: “${fault.expected}” to “${last}” (${changed.length})`,
            changed.map(edit),
            { preferred: true },
          )),
    ];
  },
};
