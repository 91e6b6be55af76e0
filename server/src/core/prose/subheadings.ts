import type { Range, Report, Section, SectionId, Subheading } from '../model';
import { chineseNumeral, readNumbering, renumbered } from '../text/numbering';
import { listEnd, type Slip, slips } from './sequence';

/** A number as it stands, and as it would be. */
export interface Renumbering {
  readonly range: Range;
  readonly found: string;
  readonly expected: string;
}

/** A number that does not follow the one before it. */
export interface NumberFault extends Renumbering {
  readonly section: SectionId;
  /**
   * The numbers of the list from this one on, counted from the right one; those that would stay as they are, too. Only
   * worked out when asked: a draft may have as many faults as numbers.
   */
  readonly onward: () => readonly Renumbering[];
}

/** Numbers of sub-headings that are doubled or skipped; a list may begin anew at one. */
export function headingFaults(report: Report): NumberFault[] {
  return report.sections.flatMap((section) =>
    runs(section.subheadings).flatMap((run) => {
      const first = run[0] as Subheading;
      const numbers = run.map((h) => h.number);
      const found = slips(numbers, false);
      // a list that begins at two, and goes on from there
      if (first.number === 2 && run[1]?.number === 3 && first === section.subheadings[0])
        found.unshift({ index: 0, due: 1 });
      const doubtful = ({ index, due }: Slip): boolean =>
        (run[index] as Subheading).number > due && mentions(report.text, section, run[index] as Subheading, due);
      const unsure = new Set(found.filter(doubtful).map(({ index }) => index));
      return found
        .filter(({ index }) => !unsure.has(index))
        .map(({ index, due }) => ({
          section: section.id,
          ...renumbering(report, run[index] as Subheading, due),
          onward: () => {
            const end = Math.min(listEnd(numbers, false, index), [...unsure].find((i) => i > index) ?? run.length);
            return run.slice(index, end).map((heading, i) => renumbering(report, heading, due + i));
          },
        }));
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

function renumbering(report: Report, heading: Subheading, due: number): Renumbering {
  const start = heading.range.start;
  const words = report.text.slice(start, heading.range.end);
  const found = words.slice(0, readNumbering(words)?.mark ?? 0);
  return { range: { start, end: start + found.length }, found, expected: renumbered(found, due) };
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
