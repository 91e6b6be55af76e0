import type { Range, Report, Section, SectionId, Subheading } from '../model';
import { chineseNumeral, readNumbering } from '../text/numbering';
import { slips } from './sequence';

/** A number that does not follow the one before it. */
export interface NumberFault {
  readonly section: SectionId;
  readonly range: Range;
  readonly found: string;
  readonly expected: string;
}

/** Numbers of sub-headings that are doubled or skipped; a list may begin anew at one. */
export function headingFaults(report: Report): NumberFault[] {
  return report.sections.flatMap((section) =>
    runs(section.subheadings).flatMap((run) => {
      const first = run[0] as Subheading;
      const faults = slips(
        run.map((h) => h.number),
        false,
      ).map(({ index, due }) => ({ heading: run[index] as Subheading, due }));
      // a list that begins at two, and goes on from there
      if (first.number === 2 && run[1]?.number === 3 && first === section.subheadings[0])
        faults.unshift({ heading: first, due: 1 });
      return faults
        .filter(({ heading, due }) => heading.number <= due || !mentions(report.text, section, heading, due))
        .map(({ heading, due }) => fault(report, section.id, heading, due));
    }),
  );
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
      if (h.level === level) run.push(h);
    }
    close();
  }
  return result;
}

function fault(report: Report, section: SectionId, heading: Subheading, due: number): NumberFault {
  const start = heading.range.start;
  const words = report.text.slice(start, heading.range.end);
  const mark = words.slice(0, readNumbering(words)?.mark ?? 0);
  const numeral = /[0-9０-９]/.test(mark) ? String(due) : chineseNumeral(due);
  const expected = mark.replace(/[一二三四五六七八九十〇0-9０-９]+/, numeral);
  return { section, range: { start, end: start + mark.length }, found: mark, expected };
}

/** Whether the number that seems to be skipped stands somewhere in the section, where it was not read as a heading. */
function mentions(text: string, section: Section, heading: Subheading, due: number): boolean {
  const words = text.slice(section.range.start, section.range.end);
  const numeral = heading.level === 2 ? chineseNumeral(due) : String(due);
  const marks =
    heading.level === 2
      ? [`（${numeral}）`, `(${numeral})`]
      : [`${numeral}.`, `${numeral}、`, `${numeral}．`, `（${numeral}）`, `(${numeral})`];
  return marks.some((m) => words.includes(m));
}
