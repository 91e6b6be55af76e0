import { tableFixes } from '../../edit/sectionFixes';
import type { Form, SectionSpec } from '../../forms';
import type { Report, Section, Table } from '../../model';
import type { Draft, Rule } from '../rule';
import { misplaced } from '../section/sequence';

/** So many tables in one place that is not theirs were put there together. */
const TOGETHER = 2;

/** A section that stands without its table, and where that is instead. */
interface Displaced {
  readonly section: Section;
  readonly table: Table;
  /** The section that the table stands in; null before the first. */
  readonly host: Section | null;
}

/**
 * A section that is missing itself is one `section/missing`, its table included. A table that stands in another
 * section is missing where it belongs, unless the sections are out of order: then that is the one finding.
 */
export const tableMissing: Rule = {
  name: 'table/missing',
  severity: 'error',
  structural: true,
  description: { zh: '部分里没有规定的表格', en: 'A section is there without its table' },
  source: '国办公开办函〔2019〕60号、〔2021〕30号附件（三张表）；《政府信息公开条例》第五十条',
  check(report, { form }) {
    if (!form) return [];
    const result: Draft[] = [];
    const displaced: Displaced[] = [];
    for (const spec of form.sections) {
      const own = report.sections.filter((s) => s.id === spec.id);
      const [section] = own;
      if (!section || !spec.table || own.some((s) => s.tables.some((t) => t.id === spec.table))) continue;
      const table = report.tables.find((t) => t.id === spec.table);
      if (table) displaced.push({ section, table, host: hostOf(report, table) });
      else result.push(absent(section, spec));
    }
    return [...result, ...elsewhere(report, form, displaced)];
  },
  fixes: tableFixes,
};

function hostOf(report: Report, table: Table): Section | null {
  return report.sections.find((s) => s.tables.includes(table)) ?? null;
}

function absent(section: Section, spec: SectionSpec): Draft {
  return {
    section: section.id,
    ...(spec.table && { table: spec.table }),
    range: section.heading.range,
    message: {
      zh: `“${section.heading.text}”下面没有表格，没有数据也要填 0 列出`,
      en: `The table of “${section.heading.text}” is missing`,
    },
  };
}

function elsewhere(report: Report, form: Form, displaced: readonly Displaced[]): Draft[] {
  if (displaced.length === 0) return [];
  // a section that comes twice cuts another in two, one that is out of order leaves its table behind
  if (report.sections.some((s, i) => report.sections.slice(0, i).some((p) => p.id === s.id))) return [];
  if (misplaced(form, report.sections).length > 0) return [];
  const result: Draft[] = [];
  for (const host of new Set(displaced.map((d) => d.host))) {
    const here = displaced.filter((d) => d.host === host);
    result.push(...(here.length >= TOGETHER ? [together(here, host)] : here.map((d) => moved(report, d))));
  }
  return result;
}

function where(host: Section | null): { zh: string; en: string } {
  return host
    ? { zh: `“${host.heading.text}”下面`, en: `under “${host.heading.text}”` }
    : { zh: '第一个部分之前', en: 'before the first section' };
}

function moved(report: Report, { section, table, host }: Displaced): Draft {
  const { zh, en } = where(host);
  const between = report.text.slice(table.range.end, section.heading.range.start).replace(/<[^<>]*>/g, '');
  const before = table.range.end <= section.heading.range.start && /^[\s#*_>|｜]*$/.test(between);
  const words = before
    ? { zh: '的表格在标题的前面，请移到标题之下', en: 'stands before its heading: move it below' }
    : { zh: `的表格在${zh}，请移到本标题之下`, en: `stands ${en}: move it here` };
  return {
    section: section.id,
    table: table.id,
    range: section.heading.range,
    message: { zh: `“${section.heading.text}”${words.zh}`, en: `The table of “${section.heading.text}” ${words.en}` },
    related: [at(table)],
  };
}

/** All tables at the end of the text, or any two in one section. */
function together(here: readonly Displaced[], host: Section | null): Draft {
  const [first] = here as [Displaced];
  const { zh, en } = where(host);
  const list = here.map((d) => `“${d.section.heading.text}”`).join('、');
  return {
    section: first.section.id,
    table: first.table.id,
    range: first.section.heading.range,
    message: {
      zh: `${list}的表格都在${zh}，请各移到自己的标题之下`,
      en: `The tables of ${list} stand ${en}: move each below its own heading`,
    },
    related: here.map((d) => at(d.table)),
  };
}

function at(table: Table): { range: Table['range']; message: { zh: string; en: string } } {
  return {
    range: table.rows[0]?.label?.range ?? table.heads[0] ?? table.range,
    message: { zh: '表格在这里', en: 'The table is here' },
  };
}
