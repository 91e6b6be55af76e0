import { lineAt } from '../edit/insertable';
import { wholeTable } from '../edit/retable';
import type { Report, Table } from '../model';
import { suggestCitations } from './citations';
import { suggestDirectives } from './directives';
import { suggestLineStarts } from './lineStarts';
import type { Suggestion } from './suggestion';
import { suggestInTable } from './tables';

/**
 * What can stand at an offset of a draft, the likeliest first: nothing in the middle of a sentence, so that whoever
 * writes prose is left alone.
 * @param offset UTF-16 offset; one outside of the text gives nothing
 * @param numbers gives the document numbers that may be cited, as `citedNumbers` finds them in this and other drafts
 */
export function complete(
  report: Report,
  offset: number,
  numbers: () => readonly string[] = () => [],
): readonly Suggestion[] {
  const { text } = report;
  if (!(offset >= 0 && offset <= text.length)) return [];
  const directives = suggestDirectives(text, offset);
  if (directives !== null) return directives;
  const cited = suggestCitations(text, offset, numbers);
  if (cited !== null) return cited;
  const { inside, below } = tableNear(report, offset);
  if (inside) return suggestInTable(report, inside, offset);
  const rows = below ? suggestInTable(report, below, offset) : [];
  return rows.length > 0 ? rows : suggestLineStarts(report, offset);
}

/** The table whose lines an offset is in, or the one that a row is being added to: the line right below it. */
function tableNear(report: Report, offset: number): { inside: Table | null; below: Table | null } {
  const { text } = report;
  const line = lineAt(text, offset);
  for (const table of report.tables) {
    const whole = wholeTable(text, table);
    if (whole.start <= offset && offset <= whole.end) return { inside: table, below: null };
    const next = offset > whole.end && /^(?:\r\n|\n|\r)$/.test(text.slice(whole.end, line.start));
    if (next && isRow(table, text.slice(line.start, line.end))) return { inside: null, below: table };
  }
  return { inside: null, below: null };
}

function isRow(table: Table, words: string): boolean {
  if (table.layout === 'pipes') return /^\s*[|｜]/.test(words) || words.trim() === '';
  return table.layout === 'tabs' && (words.includes('\t') || words.trim() === '');
}
