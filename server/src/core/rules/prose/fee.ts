import type { Rule } from '../rule';

/** Words by which a report says what was charged for handling information. */
const FEE = /处理费|(?:未|没有|不|无)[^。；]{0,24}(?:收费|收取)|(?:收取|收费)[^。；]{0,16}(?:费用|元)|未收费/;
/** Charges of another kind. */
const OTHER = /行政事业性收费|收费减免|收费项目/g;
export const fee: Rule = {
  name: 'prose/fee',
  severity: 'warning',
  description: {
    zh: '第六部分没有说明信息处理费收取情况（2021年格式）',
    en: 'Section six does not say what fees for handling information were charged (2021 form)',
  },
  source: '国办公开办函〔2021〕30号；国办函〔2020〕109号（政府信息公开信息处理费管理办法）',
  check(report, { form }) {
    if (!form?.asksForFees || report.year === null) return [];
    const own = report.sections.filter((s) => s.id === 'others');
    const [section] = own;
    // an empty section is reported as such
    if (!section || own.length > 1 || section.paragraphs.length === 0) return [];
    const says = (text: string): boolean => FEE.test(text.replace(OTHER, ''));
    const words = section.paragraphs.map((p) => p.text).join('\n');
    if (says(words)) return [];
    const elsewhere = report.sections.some(
      (s) => s !== section && s.paragraphs.some((p) => p.text.includes('信息处理费')),
    );
    return [
      {
        section: 'others' as const,
        range: section.heading.range,
        ...(elsewhere && { severity: 'hint' as const }),
        message: {
          zh: '这一部分要说明本年度收取信息处理费的情况，没有收取的也要写明',
          en: 'State here the fees charged for handling information in the year, also where there were none',
        },
      },
    ];
  },
  fixes(report) {
    const section = report.sections.find((s) => s.id === 'others');
    const last = section?.paragraphs[section.paragraphs.length - 1];
    const year = report.year?.value;
    if (!last || year === undefined) return [];
    const sentence = `${year}年，本机关没有收取信息处理费。`;
    const bare = /^[（(]?(?:无|没有|无其他需要报告的事项|无其他事项)[）)]?[。.]?$/.test(last.text.trim());
    return [
      {
        title: { zh: `写上“${sentence}”`, en: 'State that no fee was charged' },
        kind: 'prose/fee',
        edits: [
          bare
            ? { range: last.range, newText: sentence }
            : { range: { start: last.range.end, end: last.range.end }, newText: sentence },
        ],
        preferred: false,
        safe: false,
      },
    ];
  },
};
