import type { Subheading } from '../model';
import { beginsLikeHeading, headingParts } from './headings';
import { isBlank, type Line } from './lines';

/** A numbered line is a heading of its own up to here; longer ones are headed by their first sentence. */
const HEADING = 50;

/** A numbered line; one that has no sentence short enough to be a heading is one only among others that have. */
interface Numbered extends Subheading {
  readonly sure: boolean;
}

/**
 * The sub-headings of a section: lines that begin with （一）, 1. and the like.
 * @param taken lines that belong to tables
 * @param from first line, inclusive
 * @param to last line, exclusive
 */
export function readSubheadings(
  text: string,
  lines: readonly Line[],
  taken: Uint8Array,
  from: number,
  to: number,
): Subheading[] {
  const found: Numbered[] = [];
  for (let i = from; i < to; i++) {
    const line = lines[i] as Line;
    if (taken[i] || isBlank(line) || !beginsLikeHeading(text, line.from)) continue;
    const heading = numbered(text, line);
    if (heading) found.push(heading);
  }
  if (found.every((h) => h.sure)) return found.map(plain);
  const kept = new Set(found.filter((h) => h.sure));
  for (const order of [found, [...found].reverse()])
    for (const [a, b] of neighbours(order)) if (kept.has(a)) kept.add(b);
  return found.filter((h) => kept.has(h)).map(plain);
}

function plain({ level, number, text, range }: Numbered): Subheading {
  return { level, number, text, range };
}

/** Pairs of headings of one level, none of a higher level between them, with numbers in a row. */
function neighbours(headings: readonly Numbered[]): [Numbered, Numbered][] {
  const pairs: [Numbered, Numbered][] = [];
  let two: Numbered | null = null;
  let three: Numbered | null = null;
  for (const h of headings) {
    const before: Numbered | null = h.level === 2 ? two : three;
    if (before && Math.abs(before.number - h.number) === 1) pairs.push([before, h]);
    if (h.level === 2) two = h;
    three = h.level === 2 ? null : h;
  }
  return pairs;
}

function numbered(text: string, line: Line): Numbered | null {
  const words = text.slice(line.from, Math.min(line.to, line.from + HEADING * 2));
  const { numbering, numberAt, titleEnd } = headingParts(words);
  if (!numbering || numbering.level === 1 || numberAt + numbering.length >= words.length) return null;
  const start = line.from + numberAt;
  const head = words.slice(numberAt, numberAt + HEADING);
  const stop = /[。；;：:]/.exec(head);
  const whole = line.to - start <= HEADING;
  const clause = stop || whole ? null : firstClause(head, numbering.length);
  if (!stop && !whole && clause === null) return null;
  const end = start + (stop?.index ?? clause ?? Math.min(line.to, line.from + titleEnd) - start);
  return {
    level: numbering.level,
    number: numbering.value,
    text: text.slice(start, end),
    range: { start, end },
    sure: clause === null,
  };
}

/** Where the first clause of a long sentence ends that says more than the year; null where none is short enough. */
function firstClause(head: string, from: number): number | null {
  const said = /^\s*(?:\d{4}\s*年(?:度)?(?:以?来)?[，,])?[^，,]*/.exec(head.slice(from));
  const end = from + (said?.[0].length ?? 0);
  return end > from && end < head.length ? end : null;
}
