import type { Range, Report, SectionId, Subheading } from '../model';
import { chineseNumeral, readNumbering } from '../text/numbering';

/** A number that does not follow the one before it. */
export interface NumberFault {
  readonly section: SectionId;
  readonly range: Range;
  readonly found: string;
  readonly expected: string;
}

/**
 * Numbers of sub-headings that are doubled or skipped. A list may begin anew at one; a number counts as wrong only
 * where the headings before and behind it leave no other reading.
 */
export function headingFaults(report: Report): NumberFault[] {
  return report.sections.flatMap((section) => {
    const faults: NumberFault[] = [];
    for (const run of runs(section.subheadings)) {
      run.forEach((heading, i) => {
        const before = run[i - 1];
        if (!before || heading.number === before.number + 1) return;
        const next = run[i + 1];
        const due = before.number + 1;
        const doubled = heading.number === before.number;
        // （一）（一）（三）: the second is （二）; （一）（一）（二） may be two lists
        const slipped = next ? next.number === due + 1 : doubled && heading.number > 1;
        if (heading.number !== due && slipped && heading.number !== 1 + due && (doubled || heading.number < due)) {
          faults.push(fault(report, section.id, heading, due));
        } else if (heading.number === due + 1 && !(next && next.number === due + 1)) {
          // skipped, and what comes behind goes on from it; a heading that stands in a line of text is not lost
          if (!mentions(report.text, section.range, heading, due)) faults.push(fault(report, section.id, heading, due));
        }
      });
    }
    return faults;
  });
}

/** Headings of one level that follow each other without a higher one between. */
function runs(headings: readonly Subheading[]): Subheading[][] {
  const result: Subheading[][] = [];
  for (const level of [2, 3] as const) {
    let run: Subheading[] = [];
    const close = (): void => {
      if (run.length > 1) result.push(run);
      run = [];
    };
    for (const h of headings) {
      if (h.level < level) close();
      if (h.level !== level) continue;
      // a list that begins anew
      if (h.number === 1 && run.length > 1) close();
      run.push(h);
    }
    close();
  }
  return result;
}

function fault(report: Report, section: SectionId, heading: Subheading, due: number): NumberFault {
  const start = heading.range.start;
  const words = report.text.slice(start, heading.range.end);
  const numbering = readNumbering(words);
  const mark = words.slice(0, numbering?.mark ?? 0);
  const numeral = heading.level === 2 ? chineseNumeral(due) : String(due);
  const expected = mark.replace(/[一二三四五六七八九十〇0-9０-９]+/, numeral);
  return { section, range: { start, end: start + mark.length }, found: mark, expected };
}

/** Whether the number that seems to be skipped stands somewhere between, where it was not read as a heading. */
function mentions(text: string, range: Range, heading: Subheading, due: number): boolean {
  const words = text.slice(range.start, heading.range.start);
  const numeral = heading.level === 2 ? chineseNumeral(due) : String(due);
  const marks =
    heading.level === 2
      ? [`（${numeral}）`, `(${numeral})`]
      : [`${numeral}.`, `${numeral}、`, `${numeral}．`, `（${numeral}）`, `(${numeral})`];
  return marks.some((m) => words.includes(m));
}
