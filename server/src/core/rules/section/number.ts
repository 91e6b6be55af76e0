import { numberFixes } from '../../edit/sectionFixes';
import type { Section } from '../../model';
import type { Draft, Rule } from '../rule';
import { firstSections, misplaced, ordinal } from './sequence';

/** More sections than these that are numbered in the same wrong way are one finding. */
const ALIKE = 3;

/**
 * The number of each section, `一、` to `六、`. Where a section is missing, doubled or out of place, the sections
 * behind it may be numbered by the form or by their place: the cause is reported once, by its own rule.
 */
export const number: Rule = {
  name: 'section/number',
  severity: 'error',
  structural: true,
  description: { zh: '部分的编号或层级错误', en: 'A section has the wrong number or level' },
  source: '国办公开办函〔2019〕60号、〔2021〕30号附件（六个部分）',
  check(report, { form }) {
    if (!form) return [];
    const sections = firstSections(report);
    const moved = new Set(misplaced(form, sections));
    const result: Draft[] = [];
    let shifted = moved.size > 0 || sections.length < report.sections.length;
    let expectedByPlace = 1;
    sections.forEach((s, i) => {
      const n = ordinal(form, s);
      if (n !== i + 1) shifted = true;
      const { number: written } = s.heading;
      const byPlace = shifted && written?.value === expectedByPlace;
      expectedByPlace = (written?.value ?? expectedByPlace) + 1;
      if (written && written.level === 1 && (written.value === n || byPlace || moved.has(s))) return;
      result.push(wrong(s, `${form.sections[n - 1]?.number ?? ''}、`, written?.value === n || byPlace));
    });
    // headings that all lost their numbers, or were all numbered in another style, did so at once
    const [first] = result;
    const [lead] = sections;
    const level = lead?.heading.number?.level ?? null;
    const alike = sections.every((s) => (s.heading.number?.level ?? null) === level);
    const right = level === null || sections.every((s) => s.heading.number?.value === ordinal(form, s));
    if (!first || result.length <= ALIKE || result.length < sections.length || !alike || !right) return result;
    const written = lead?.heading.number?.text;
    const message = written
      ? {
          zh: `${sections.length} 个部分的标题都用“${written}”一类的编号，应为“一、”到“六、”`,
          en: `All ${sections.length} sections are numbered like “${written}”; they should be “一、” to “六、”`,
        }
      : {
          zh: `${sections.length} 个部分的标题都没有编号，应为“一、”到“六、”`,
          en: `None of the ${sections.length} sections is numbered; they should be “一、” to “六、”`,
        };
    return [{ ...first, message }];
  },
  fixes: numberFixes,
};

/** @param value whether the value is right, so that only its style or level is not */
function wrong(s: Section, expected: string, value: boolean): Draft {
  const { number: written, title, range } = s.heading;
  const style = value && written?.level === 3;
  const found = written ? `编号“${written.text}”` : '没有编号';
  return {
    section: s.id,
    // a numeral of another style, or none under a Markdown heading, still reads as the section that it is
    ...(style || !written ? { severity: 'warning' as const } : {}),
    range: written ? written.range : range,
    message: {
      zh: `“${title.text}”${found}，应为“${expected}${title.text}”`,
      en: `“${title.text}” should be numbered “${expected}”${written ? `, not “${written.text}”` : ''}`,
    },
  };
}
