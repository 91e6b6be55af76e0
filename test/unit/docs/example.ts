/**
 * The examples of the pages in `docs/rules/`, and the complete drafts that they are part of.
 *
 * An example is a fenced block whose info string says what it is:
 *
 *     ```markdown wrong sections=三 year=2020
 *
 * - `wrong` has to yield the rule of its page, `right` must not.
 * - `sections=三` or `sections=四-六`: the block stands for these sections of `report-<year>.nianbao`; without it the
 *   block is a whole draft.
 * - `year`: the report that it is put into, 2020 (2019 form) or 2023 (2021 form, the default).
 * - A row `| …… |` stands for the rows of that report's table between the rows around it (to its end, if last);
 *   a line `……` below a heading stands for all that the report has in this section.
 */
import { readFileSync } from 'node:fs';

export interface Example {
  readonly kind: 'wrong' | 'right';
  /** First and last section that the example stands for, 1 to 6; null for a whole draft. */
  readonly sections: readonly [number, number] | null;
  readonly year: string;
  readonly text: string;
}

const NUMERALS = '一二三四五六';
const FENCE = /^```markdown (wrong|right)\b([^\n]*)\n([\s\S]*?)^```$/gm;

export function examplesOf(page: string): Example[] {
  return [...page.matchAll(FENCE)].map(([, kind, options = '', text = '']) => {
    const [, from, to = from] = /sections=([一二三四五六])(?:-([一二三四五六]))?/.exec(options) ?? [];
    return {
      kind: kind as Example['kind'],
      sections: from && to ? [NUMERALS.indexOf(from) + 1, NUMERALS.indexOf(to) + 1] : null,
      year: /year=(\d{4})/.exec(options)?.[1] ?? '2023',
      text: text.trim(),
    };
  });
}

/** The draft that the example is part of. */
export function draftOf({ sections, year, text }: Example): string {
  if (!sections) return text;
  const [head = '', ...parts] = readFileSync(new URL(`report-${year}.nianbao`, import.meta.url), 'utf8').split(
    /^(?=## )/m,
  );
  const [from, to] = sections;
  const own = text.split(/^(?=#* *[（(]?[一二三四五六]、)/m).map((part) => fill(part.trim(), parts));
  return [head, ...parts.slice(0, from - 1), ...own.map((part) => `${part}\n\n`), ...parts.slice(to)].join('');
}

/** Puts in what `……` leaves out of one section. */
function fill(part: string, report: readonly string[]): string {
  const lines = part.split('\n');
  const official = report.find((section) => words(lines[0]) === words(section.split('\n')[0]));
  const body = (): string[] => {
    if (!official) throw new Error(`no section of the report is called ${lines[0]}`);
    return official.trim().split('\n').slice(1);
  };
  let at = -1;
  return lines
    .flatMap((line, i) => {
      if (line.trim() === '……') return body();
      if (!line.startsWith('|')) return [line];
      const rows = body().filter((row) => row.startsWith('|'));
      const find = (row: string | undefined): number =>
        rows.findIndex((r, n) => n > at && label(r) === label(row ?? ''));
      if (!/^\| *…… *\|/.test(line)) {
        at = Math.max(at, find(line));
        return [line];
      }
      const next = lines[i + 1]?.startsWith('|') ? find(lines[i + 1]) : rows.length;
      if (next < 0) throw new Error(`no row of the report is ${lines[i + 1]}`);
      return rows.slice(at + 1, next);
    })
    .join('\n');
}

/** The words of a heading without `#` and number. */
function words(heading = ''): string {
  return heading.replace(/^#* *[一二三四五六]、/, '').trim();
}

/** The label of a row: its last cell that is words, the group before it left out. */
function label(row: string): string {
  const cells = row.split('|').map((cell) => cell.trim());
  // words behind the first number are a value that cannot be read, not a label
  const number = cells.findIndex((cell) => /^\d/.test(cell) && !/\p{Script=Han}/u.test(cell));
  const labels = number < 0 ? cells : cells.slice(0, number);
  return labels.filter((cell) => /\p{Script=Han}/u.test(cell)).pop() ?? row;
}
