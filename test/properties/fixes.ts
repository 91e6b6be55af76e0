/** What every fix promises: its finding is gone, no other has come, and nothing else has changed. */
import {
  applyEdits,
  checkReport,
  type Finding,
  type Fix,
  parseReport,
  type Report,
  type TextEdit,
} from '../../server/src/core';

export function serious({ severity }: Finding): boolean {
  return severity === 'error' || severity === 'warning';
}

/** What tells a finding from others, wherever a change moved it. Told otherwise than the core tells it. */
function name(f: Finding): string {
  const words = f.message.zh.replace(/\d+/g, '#').slice(0, 40);
  const about = f.section ? '' : f.cells && f.rule !== 'table/blank' ? f.cells.join() : words;
  return [f.rule, f.section, f.table, f.suspect?.cell, about].join(' ');
}

/** Says what is wrong with a set of edits: they come in the order of the text, and each changes something. */
export function well(text: string, edits: readonly TextEdit[]): string | null {
  let at = 0;
  for (const { range, newText } of edits) {
    if (range.start < at || range.end < range.start || range.end > text.length)
      return `edit ${range.start}-${range.end}`;
    if (text.slice(range.start, range.end) === newText) return `an edit that changes nothing at ${range.start}`;
    at = range.end;
  }
  return null;
}

/** Cells by name with what stands in them, doubled tables told apart. */
export function numbers(report: Report): Map<string, string> {
  const seen = new Map<string, number>();
  return new Map(
    report.tables.flatMap((table) => {
      const n = (seen.get(table.id) ?? 0) + 1;
      seen.set(table.id, n);
      return [...table.cells].map(([cell, { text }]) => [`${cell} ${n}`, text] as const);
    }),
  );
}

/**
 * Says what is wrong with a fix, or nothing.
 * @param before all findings of the report
 */
export function judgeFix(report: Report, finding: Finding, fix: Fix, before: readonly Finding[]): string | null {
  const { text } = report;
  const bad = well(text, fix.edits);
  if (bad) return bad;
  const changed = applyEdits(text, fix.edits);
  const after = parseReport(changed);
  const found = checkReport(after);
  const same = (f: Finding): boolean => name(f) === name(finding);
  if (found.filter(same).length >= before.filter(same).length) return 'the finding is still there';
  const balance = (f: Finding): boolean => f.rule.startsWith('balance/');
  const named = new Set(
    before.flatMap((f) => (balance(f) || f.rule === 'table/incomplete' ? [...(f.cells ?? []), f.suspect?.cell] : [])),
  );
  for (const f of found.filter(serious)) {
    if (before.some((b) => name(b) === name(f))) continue;
    // what the text says of a table that was just put in is for the author to bring together
    if (f.rule.startsWith('prose/')) continue;
    // what is left of broken sums may be told by other cells of them
    if ((balance(f) || f.rule === 'table/incomplete') && f.cells?.every((c) => named.has(c))) continue;
    if (balance(f) && f.suspect && named.has(f.suspect.cell)) continue;
    if (fix.opens && (balance(f) || f.rule === 'table/blank') && f.table === finding.table) continue;
    return `it brought ${f.rule}: ${f.message.zh}`;
  }
  const [was, is] = [numbers(report), numbers(after)];
  const meant = new Set([...(finding.cells ?? []), finding.suspect?.cell ?? '']);
  const whole = /^balance\//.test(finding.rule) || finding.rule === 'section/duplicate';
  for (const [cell, words] of was) {
    const id = cell.split(' ')[0] as string;
    if (meant.has(id) || (whole && fix.kind !== 'balance/suspect')) continue;
    // another form has other cells; which of them are kept is tried in migrate.test.ts
    if (fix.kind === 'table/migrate') continue;
    if (is.get(cell) !== words) return `${cell} was ${JSON.stringify(words)} and is ${JSON.stringify(is.get(cell))}`;
  }
  const kept = (r: Report): string[] => r.sections.map((s) => s.id);
  if (!finding.rule.startsWith('section/') && kept(after).join() !== kept(report).join()) return 'sections changed';
  const ends = lineEnds(text);
  return ends.size === 1 && [...lineEnds(changed)].some((eol) => !ends.has(eol)) ? 'line ends changed' : null;
}

/** The kinds of line ends that a text has. */
function lineEnds(text: string): Set<string> {
  return new Set(text.match(/\r\n?|\n/g));
}
