import { Composition } from '../edit/compose';
import { applyEdits, compatible, type Fix, type TextEdit } from '../edit/textEdit';
import type { CheckSettings, Finding, Report, Table } from '../model';
import { parseReport } from '../read/report';
import { checkReport } from './check';
import { candidates, mends } from './fixes';

/** So many rounds of fixes: what one of them uncovers the next one mends. */
const ROUNDS = 5;

/**
 * Whether a table has findings with a preferred fix. Whether it holds is found out only when it is asked for, since
 * that takes reading the draft anew.
 * @param findings what `checkReport` returned for the same report
 */
export function canMend(report: Report, findings: readonly Finding[], table: Table): boolean {
  return about(findings, table).some((finding) => preferred(report, finding) !== undefined);
}

/**
 * The preferred fixes of the findings in a table, until none is left, as one step.
 * @param settings severities; a rule that is off mends nothing
 * @returns edits in the order of the text; none where nothing in the table can be mended
 */
export function mendTable(report: Report, table: Table, settings: CheckSettings = {}): readonly TextEdit[] {
  const index = report.tables.indexOf(table);
  const all = new Composition(report.text.length);
  let now = report;
  for (let round = 0; round < ROUNDS; round++) {
    const own = now.tables[index];
    // a table that was not read as one before may have come before it
    if (own?.id !== table.id) break;
    const edits = mendRound(now, about(checkReport(now, settings), own));
    if (edits.length === 0) break;
    all.add(edits);
    now = parseReport(applyEdits(now.text, edits));
  }
  return all.edits();
}

/** The preferred fixes together; where they do not go together, the first that holds alone. */
function mendRound(report: Report, findings: readonly Finding[]): readonly TextEdit[] {
  const chosen: { readonly finding: Finding; readonly fix: Fix }[] = [];
  for (const finding of findings) {
    const fix = preferred(report, finding);
    const taken = chosen.flatMap((c) => c.fix.edits);
    if (fix && compatible(taken, fix.edits)) chosen.push({ finding, fix });
  }
  const edits = chosen.flatMap(({ fix }) => fix.edits);
  const opens = chosen.some(({ fix }) => fix.opens === true);
  const mended = chosen.map(({ finding }) => finding);
  if (edits.length === 0 || mends(report, mended, edits, opens)) return edits;
  return chosen.find(({ finding, fix }) => mends(report, [finding], fix.edits, fix.opens === true))?.fix.edits ?? [];
}

function preferred(report: Report, finding: Finding): Fix | undefined {
  return candidates(report, finding).find((fix) => fix.preferred);
}

/** The findings that are about a table and stand in it: a draft may have two of one name. */
function about(findings: readonly Finding[], { id, range }: Table): readonly Finding[] {
  return findings.filter((f) => f.table === id && range.start <= f.range.start && f.range.end <= range.end);
}
