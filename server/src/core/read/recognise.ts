import { LABELS, labelName } from '../forms';
import { key } from '../text/chars';
import { withoutComments } from './comments';
import { readTitle } from './head';
import { exactTitle, headingParts } from './headings';
import { isBlank, type Line } from './lines';

/** So much of a text is looked at: title, sections and the first tables of a report are in it. */
const REACH = 40_000;
const LABEL_LINE = 90;

/**
 * Whether a text is a draft of an annual report: by its title, its section headings and the labels of its tables.
 * Fenced code does not count, so that a manual that quotes a report is none.
 */
export function isDraft(text: string): boolean {
  const start = text.length > REACH ? text.slice(0, REACH) : text;
  if (!start.includes('公开')) return false;
  const { words: part, lines } = withoutComments(start);
  const fenced = fences(part, lines);
  const sections = new Set<string>();
  const labels = new Set<string>();
  let content = 0;
  let pending: string | null = null;
  let headings = 0;
  for (const line of lines) {
    if (isBlank(line) || fenced[line.index]) continue;
    content++;
    if (line.to - line.from > LABEL_LINE && !line.pipe && !line.tab) {
      if (pending) sections.add(pending);
      pending = null;
      continue;
    }
    const words = part.slice(line.from, Math.min(line.to, line.from + 400));
    const parts = headingParts(words);
    const title = exactTitle(parts.name);
    const heading = title && (parts.numbering !== null || parts.hashes > 0) ? title.id : null;
    // a list of the six titles is not a report: something stands under a heading of one
    if (heading === null && pending) sections.add(pending);
    pending = heading;
    if (heading !== null) headings++;
    if (content <= 4 && /(?:通知|函|意见|要点|解读|方案)$/.test(words) && words.length <= 60) return false;
    for (const cell of words.split(/[|\t｜]|\s{1,}|<[^>]*>/)) {
      if (cell.length < 4 || cell.length > 50) continue;
      const name = labelName(cell);
      if (name.length >= 4 && LABELS.has(name)) labels.add(name);
    }
  }
  const head = readTitle(part, lines, fenced, lines.length);
  // a headline about a report has the words of one, and says that it was published
  const titled =
    head !== null &&
    (head.year !== null || head.organisation !== null) &&
    // schools and companies have reports of their own, which are not in this form
    /政府|政务/.test(head.title.text) &&
    !/公布|发布|印发|召开|举行|开展|部署/.test(head.title.text);
  const score = (titled ? 2 : 0) + Math.min(4, sections.size) + Math.min(4, Math.floor(labels.size / 3));
  // a draft that was only just begun: a title, and little else
  // a skeleton: the headings, and nothing under them yet
  if (headings === content && headings >= 4) return true;
  if (titled && head.year !== null && content <= 12 && (sections.size > 0 || key(part).length < 120)) return true;
  return score >= 4;
}

/** Lines inside fenced code, and the fences. */
function fences(text: string, lines: readonly Line[]): Uint8Array {
  const inside = new Uint8Array(lines.length);
  let fence = '';
  for (const line of lines) {
    const mark = /^(?:```+|~~~+)/.exec(text.slice(line.from, Math.min(line.to, line.from + 12)))?.[0];
    if (fence) {
      inside[line.index] = 1;
      if (mark && mark[0] === fence[0] && mark.length >= fence.length) fence = '';
    } else if (mark) {
      fence = mark;
      inside[line.index] = 1;
    }
  }
  return inside;
}
