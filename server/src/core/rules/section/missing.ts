import type { Range, Report, SectionId } from '../../model';
import { isSpace } from '../../text/chars';
import type { Rule } from '../rule';

/** One finding a section that is not there, whatever else went with it. */
export const missing: Rule = {
  name: 'section/missing',
  severity: 'error',
  structural: true,
  description: { zh: '缺少规定的部分', en: 'A prescribed section is missing' },
  source: '国办公开办函〔2019〕60号、〔2021〕30号附件（六个部分）；《政府信息公开条例》第五十条',
  check(report, { form }) {
    if (!form) return [];
    if (report.sections.length === 0 && report.tables.length === 0) return nothing(report);
    return form.sections
      .filter((s) => !report.sections.some((p) => p.id === s.id))
      .map((s) => {
        const heading = `${s.number}、${s.title}`;
        return {
          section: s.id,
          range: place(
            report,
            s.id,
            form.sections.map((f) => f.id),
          ),
          message: {
            zh: `缺少“${heading}”${s.table ? '及其表格' : ''}，请补上`,
            en: `Section “${heading}” ${s.table ? 'and its table are' : 'is'} missing`,
          },
        };
      });
  },
};

/** A text without any section: one finding, not six. */
function nothing(report: Report): ReturnType<Rule['check']> {
  if (report.text.trim() === '') return [];
  const range = report.title?.range ?? lastWord(report.text);
  return [
    {
      range,
      message: {
        zh: '没有找到年度报告的六个部分（一、总体情况 …… 六、其他需要报告的事项）',
        en: 'None of the six sections of an annual report was found',
      },
    },
  ];
}

/** Where a reader would look for the section: its table if that is there, else the heading that follows, else the end. */
function place(report: Report, id: SectionId, order: readonly SectionId[]): Range {
  const table = report.tables.find((t) => t.id === id);
  if (table) return table.rows[0]?.label?.range ?? table.range;
  const next = report.sections.find((s) => order.indexOf(s.id) > order.indexOf(id));
  return next ? next.heading.range : lastWord(report.text);
}

function lastWord(text: string): Range {
  let end = text.length;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
  return { start: Math.max(0, end - 1), end };
}
