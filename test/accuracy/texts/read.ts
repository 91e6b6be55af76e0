/**
 * Beginnings of reports up to the end of section one, modelled on published ones: their sentences and marks, with names
 * and figures of our own, and with the tables that their offices would have filled in.
 *
 * One file holds many, each as
 *
 *     === 2021                                  report year and, where it is not that year's, the form: 2022 2019
 *     proactive normativeDocuments.issued=3     cells of table 2
 *     naturalPerson newlyReceived=45 granted=17 a column of table 3; totals are added up
 *     disputes 1 0 0 0 / 0 0 0 0 / 0 0 0 0      table 4: review, suits without one, suits after one
 *     expected prose/sum                        rules that have something to say, since the text is wrong
 *     ---
 *     the text; ⟦51 requests.newlyReceived.total⟧ is a number that is surely that cell's, ⟦51⟧ one of a sum
 *
 * where every line of the head but the first may be missing. Changed, each marked number has to be flagged.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from '../frames';

export interface WebText extends Pick<Frame, 'form' | 'year' | 'proactive' | 'requests' | 'disputes'> {
  /** The file that it stands in and its number there, from 1. */
  readonly name: string;
  readonly text: string;
  readonly stated: readonly Stated[];
  readonly expected: readonly string[];
}

/** A number that has to be flagged when it is changed. */
export interface Stated {
  /** Offset in the text. */
  readonly at: number;
  readonly number: string;
  readonly cell: string | null;
}

/**
 * @param folder path of the files
 * @throws where a file cannot be read, or a line of a head means nothing
 */
export function readTexts(folder: string): WebText[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split(/^=== /mu)
        .slice(1)
        .map((entry, i) => readEntry(`${name} ${i + 1}`, entry)),
    );
}

function readEntry(name: string, entry: string): WebText {
  const cut = entry.indexOf('\n---\n');
  if (cut < 0) throw new Error(`${name} has no text`);
  const marked = entry.slice(cut + '\n---\n'.length);
  const [first = '', ...lines] = entry.slice(0, cut).split('\n');
  const [year = '', form = Number(year) >= 2021 ? '2021' : '2019'] = first.split(' ');
  let proactive: Frame['proactive'] = {};
  let disputes: Frame['disputes'] = [NONE, NONE, NONE];
  let expected: readonly string[] = [];
  const requests: Record<string, Record<string, number>> = {};
  for (const line of lines) {
    const [what = '', ...rest] = line.split(' ');
    if (what === 'proactive') proactive = Object.fromEntries(rest.map(pair));
    else if (what === 'expected') expected = rest;
    else if (what === 'disputes') {
      const blocks = rest
        .join(' ')
        .split(' / ')
        .map((block) => block.split(' ').map(Number));
      disputes = blocks as unknown as Frame['disputes'];
    } else requests[what] = Object.fromEntries(rest.map(pair).map(([row, value]) => [row, Number(value)]));
  }
  return {
    name,
    year: Number(year),
    form: form as Frame['form'],
    proactive,
    requests,
    disputes,
    expected,
    ...unmark(marked),
  };
}

const NONE = [0, 0, 0, 0] as const;

function pair(words: string): [string, string] {
  const [name, value] = words.split('=');
  if (!name || !value) throw new Error(`neither a cell nor its number: ${words}`);
  return [name, value];
}

const MARK = /⟦([^⟦⟧\s]+)(?: ([\w.]+))?⟧/gu;

/** The text without its marks, and what they say. */
function unmark(marked: string): { text: string; stated: Stated[] } {
  const stated: Stated[] = [];
  let text = '';
  let from = 0;
  for (const match of marked.matchAll(MARK)) {
    text += marked.slice(from, match.index);
    stated.push({ at: text.length, number: match[1] as string, cell: match[2] ?? null });
    text += match[1];
    from = match.index + match[0].length;
  }
  return { text: text + marked.slice(from), stated };
}
