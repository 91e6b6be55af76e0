import { FORMS, formForYear } from '../../forms';
import type { Report } from '../../model';

/** Words that the reports of earlier years have in a heading or in their one table, and the forms do not. */
const SIGNS =
  /^[\s#*>|]*(?:[（(]?[一二三四五六七八九十]{1,2}[）)]?[、.．，,\s]*)?(?:政府信息公开)?(?:的|工作)?(?:收费(?:情况)?[及和与、]|收取(?:的)?费用|机构(?:建设|、?人员).{0,6}经费|回应解读情况|依申请公开信息收取的费用)/m;
/** So many titles in other words than the form's, and no table, are another structure and not slips. */
const OTHER_TITLES = 3;
/** Sections that a draft must have for its titles to tell anything. */
const SECTIONS = 4;

/**
 * Whether a report is written in the structure of the years before the first form: in the year in which that form was
 * only encouraged this is no fault. It has none of the form's tables, and headings of its own.
 */
export function followsOlderStructure(report: Report): boolean {
  const year = report.year?.value;
  if (year === undefined || formForYear(year)?.years.encouraged !== year || report.tables.length > 0) return false;
  const exact = report.sections.filter((s) => s.heading.wording !== 'other').length;
  if (exact >= (FORMS[0]?.sections.length ?? 0)) return false;
  return (
    SIGNS.test(report.text) || (report.sections.length >= SECTIONS && report.sections.length - exact >= OTHER_TITLES)
  );
}
