import type { Finding, Report, Table } from '../model';
import { fixesFor } from '../rules/fixes';
import { compatible, type TextEdit } from './textEdit';

/**
 * The preferred fixes of the findings in a table as one step. Where two touch the same characters the first one, in
 * the order of the text, is taken: the other can be taken afterwards.
 * @param findings what `checkReport` returned for the same report
 * @returns edits in the order of the text; none where nothing in the table has a preferred fix
 */
export function mendTable(report: Report, findings: readonly Finding[], table: Table): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (const finding of findings) {
    const { start, end } = finding.range;
    if (finding.table !== table.id || start < table.range.start || end > table.range.end) continue;
    const fix = fixesFor(report, finding).find(({ preferred }) => preferred);
    if (fix && compatible(edits, fix.edits)) edits.push(...fix.edits);
  }
  return edits.sort((a, b) => a.range.start - b.range.start);
}
