import { duplicateFixes } from '../../edit/sectionFixes';
import type { Paragraph, Report } from '../../model';
import { isReportTitle } from '../../read/head';
import type { Draft, Rule } from '../rule';

/** So many sections that come again behind a second title are a second report. */
const SECOND_REPORT = 3;

/** One finding a section that is there again; one for a second report in the same file. */
export const duplicate: Rule = {
  name: 'section/duplicate',
  severity: 'error',
  structural: true,
  description: { zh: '同一部分出现两次', en: 'A section is there twice' },
  source: '国办公开办函〔2019〕60号、〔2021〕30号附件（六个部分）',
  check(report, { form }) {
    if (!form) return [];
    const again = report.sections.flatMap((s, i): Draft[] => {
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
    const title = again.length >= SECOND_REPORT ? secondTitle(report) : null;
    const behind = again.filter((d) => title && d.range.start > title.range.start);
    if (!title || behind.length < SECOND_REPORT) return again;
    return [...again.filter((d) => !behind.includes(d)), secondReport(report, title)];
  },
  fixes: duplicateFixes,
};

/** The title of another report, behind the first section of this one. */
function secondTitle(report: Report): Paragraph | null {
  if (!report.title) return null;
  return report.sections.flatMap((s) => s.paragraphs).find((p) => isReportTitle(p.text)) ?? null;
}

function secondReport(report: Report, title: Paragraph): Draft {
  const first = report.title;
  return {
    range: title.range,
    message: {
      zh: '文件里似乎有两份年度报告：从这里起又有一个题目和已经出现过的部分，请分成两个文件',
      en: 'There seem to be two reports in this file: a title and sections come again from here on',
    },
    related: first
      ? [{ range: first.range, message: { zh: '第一份报告的题目', en: 'Title of the first report' } }]
      : [],
  };
}
