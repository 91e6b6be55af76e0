import { missingFixes } from '../../edit/sectionFixes';
import { type Form, formForYear, type SectionSpec } from '../../forms';
import type { Range, Report, SectionId } from '../../model';
import { isSpace } from '../../text/chars';
import type { Draft, Rule } from '../rule';
import { followsOlderStructure } from './older';

/** So many sections that are not there for one reason are one finding: a draft that is not finished yet. */
const UNFINISHED = 3;
/** A draft with no more sections than these has only been begun, whichever they are. */
const BEGUN = 2;

/** One finding a section that is not there, whatever else went with it; one for a draft that is not finished. */
export const missing: Rule = {
  name: 'section/missing',
  severity: 'error',
  structural: true,
  description: { zh: '缺少规定的部分', en: 'A prescribed section is missing' },
  source: '国办公开办函〔2019〕60号、〔2021〕30号附件（六个部分）；《政府信息公开条例》第五十条',
  check(report, { form, handedIn }) {
    if (!form) return followsOlderStructure(report) ? older(report) : [];
    if (report.sections.length === 0 && report.tables.length === 0) return nothing(report, handedIn);
    const lost = form.sections.filter((s) => !report.sections.some((p) => p.id === s.id));
    const later = unfinished(report, form, lost);
    const each = lost.filter((s) => !later.includes(s)).map((s) => one(report, form, s));
    return later.length > 0 ? [...each, several(report, form, later)] : each;
  },
  fixes: missingFixes,
};

/** The sections that are still to be written: those behind the last one, or nearly all; none where too few are. */
function unfinished(report: Report, form: Form, lost: readonly SectionSpec[]): readonly SectionSpec[] {
  const found = form.sections.filter((s) => !lost.includes(s));
  const last = found[found.length - 1];
  // a table without its heading tells where that was
  const free = lost.filter((s) => !report.tables.some((t) => t.id === s.table));
  const later =
    found.length <= BEGUN ? free : free.filter((s) => !last || form.sections.indexOf(s) > form.sections.indexOf(last));
  return later.length >= UNFINISHED ? later : [];
}

function title(s: SectionSpec): string {
  return `${s.number}、${s.title}`;
}

function one(report: Report, form: Form, s: SectionSpec): Draft {
  const range = place(report, form, s.id);
  // its table is there: only the heading is not
  const zh = report.tables.some((t) => t.id === s.table) ? '表格前面没有这个部分的标题，' : '';
  const table = s.table && zh === '';
  return {
    section: s.id,
    range,
    message: {
      zh: `缺少“${title(s)}”${table ? '及其表格' : ''}，${zh}请补上`,
      en: `Section “${title(s)}” ${table ? 'and its table are' : 'is'} missing`,
    },
  };
}

/** One finding at the last heading that is there, which stands still while somebody types behind it. */
function several(report: Report, form: Form, sections: readonly SectionSpec[]): Draft {
  const first = sections[0] as SectionSpec;
  const order = form.sections.map((s) => s.id);
  const last = report.sections[report.sections.length - 1];
  const behind = report.sections.every((s) => order.indexOf(s.id) < order.indexOf(first.id));
  const list = sections.map((s) => `“${title(s)}”`).join('、');
  return {
    section: first.id,
    range: behind && last ? last.heading.range : place(report, form, first.id),
    message: {
      zh: `还缺 ${sections.length} 个部分：${list}`,
      en: `${sections.length} sections are still missing: ${list}`,
    },
  };
}

/** A text without any section: one finding, not six. A text without a word is one only where it is handed in. */
function nothing(report: Report, handedIn: boolean): Draft[] {
  if (report.text.trim() === '') {
    const message = { zh: '文件是空的，没有年度报告的内容', en: 'The file is empty: there is no report in it' };
    return handedIn ? [{ range: { start: 0, end: 0 }, message }] : [];
  }
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

/** A report of the year in which the form was only encouraged, written as in the years before: one remark. */
function older(report: Report): Draft[] {
  const range = report.title?.range ?? report.sections[0]?.heading.range ?? lastWord(report.text);
  const year = report.year?.value ?? 0;
  const notice = formForYear(year)?.notice ?? '';
  return [
    {
      severity: 'information',
      range,
      message: {
        zh: `报告沿用以前的结构；${notice}鼓励 ${year} 年度报告采用新格式（六个部分、三张表）`,
        en: `This report has the structure of earlier years; ${notice} encourages the new form for ${year}: six sections, three tables`,
      },
    },
  ];
}

/** Where a reader would look for the section: its table if that is there, else the heading that follows, else the end. */
function place(report: Report, form: Form, id: SectionId): Range {
  const order = form.sections.map((s) => s.id);
  const table = report.tables.find((t) => t.id === id);
  if (table) return table.rows[0]?.label?.range ?? table.heads[0] ?? table.range;
  const next = report.sections.find((s) => order.indexOf(s.id) > order.indexOf(id));
  return next ? next.heading.range : lastWord(report.text);
}

function lastWord(text: string): Range {
  let end = text.length;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
  // an astral character is two
  const width = /[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, end - 2), end)) ? 2 : 1;
  return { start: Math.max(0, end - width), end };
}
