import { Composition } from '../edit/compose';
import { keepsComments } from '../edit/tableComments';
import { applyEdits, compatible, type Fix, type TextEdit } from '../edit/textEdit';
import { kept } from '../kept';
import type { Cell, CheckSettings, Finding, Report, Table } from '../model';
import { parseReport } from '../read/report';
import { checkReport, contextOf } from './check';
import { RULES } from './registry';

/*
 * Layouts are many and drafts are odd: a fix is offered only after the draft that it would make was read again. Its
 * finding must be gone, and nothing as serious may have come.
 */

const offered = kept((_: Report) => new Map<string, readonly Fix[]>());

/**
 * Ways to mend a finding, the preferred one first, each of them proven on the draft; worked out once a report.
 * @param finding one that `checkReport` returned for the same report; any other gives none
 */
export function fixesFor(report: Report, finding: Finding): readonly Fix[] {
  const known = offered(report);
  const id = `${identity(finding)} ${finding.range.start}`;
  let fixes = known.get(id);
  if (!fixes) {
    const proven = candidates(report, finding).filter((fix) => mends(report, [finding], fix.edits, fix.opens === true));
    fixes = proven.filter((fix, i) => proven.findIndex((f) => f.title.zh === fix.title.zh) === i);
    known.set(id, fixes);
  }
  return fixes;
}

/**
 * One set of edits that mends all findings which have a fix of a kind.
 * @param findings what `checkReport` returned for the same report
 * @returns how many it mends, and the edits; none where fewer than two can be mended together
 */
export function fixKind(
  report: Report,
  findings: readonly Finding[],
  kind: string,
): { readonly count: number; readonly edits: readonly TextEdit[] } {
  const none = { count: 0, edits: [] };
  const family = kindFamily(kind);
  const mended: Finding[] = [];
  const edits: TextEdit[] = [];
  let opens = false;
  for (const finding of findings) {
    if (family !== null && finding.rule !== family) continue;
    const fix = candidates(report, finding).find((f) => f.kind === kind);
    if (!fix || !compatible(edits, fix.edits)) continue;
    mended.push(finding);
    edits.push(...fix.edits);
    opens ||= fix.opens === true;
  }
  if (mended.length < 2 || !mends(report, mended, edits, opens)) return none;
  return { count: mended.length, edits: edits.sort((a, b) => a.range.start - b.range.start) };
}

/** The rule that alone has fixes of a kind, as far as the kind is named after it: others need not be asked. */
function kindFamily(kind: string): string | null {
  return RULES.some((r) => r.name === kind) ? kind : null;
}

/** So many rounds of fixes; each one mends something, so that this is only ever reached by a fault of a rule. */
const ROUNDS = 20;

/**
 * Everything that may be applied unseen, until nothing is left: one set of edits of the text of the report.
 * @param settings severities; a rule that is off mends nothing
 */
export function safeEdits(report: Report, settings: CheckSettings = {}): readonly TextEdit[] {
  let now = report;
  const all = new Composition(report.text.length);
  for (let round = 0; round < ROUNDS; round++) {
    const edits = safeRound(now, checkReport(now, settings));
    if (edits.length === 0) break;
    all.add(edits);
    now = parseReport(applyEdits(now.text, edits));
  }
  return all.edits();
}

function safeRound(report: Report, findings: readonly Finding[]): readonly TextEdit[] {
  const chosen: { finding: Finding; fix: Fix }[] = [];
  for (const finding of findings) {
    const fix = candidates(report, finding).find((f) => f.safe);
    if (
      fix &&
      compatible(
        chosen.flatMap((c) => c.fix.edits),
        fix.edits,
      )
    )
      chosen.push({ finding, fix });
  }
  const edits = chosen.flatMap((c) => c.fix.edits);
  const mended = chosen.map((c) => c.finding);
  if (edits.length === 0 || mends(report, mended, edits, false)) return edits;
  // not all together: the first that can be alone, and the next round sees to the rest
  return chosen.find((c) => mends(report, [c.finding], c.fix.edits, false))?.fix.edits ?? [];
}

/** What a rule offers, not proven yet. */
export function candidates(report: Report, finding: Finding): readonly Fix[] {
  const rule = RULES.find((r) => r.name === finding.rule);
  return rule?.fixes?.(report, finding, contextOf(report)) ?? [];
}

/** What makes two findings the same one, wherever a change moved it. */
export function identity({ rule, section, table, suspect, cells, message }: Finding): string {
  const about = rule === 'table/blank' ? '' : (suspect?.cell ?? cells?.join(' ') ?? (section ? '' : message.zh));
  return `${rule}|${section ?? ''}|${table ?? ''}|${about}`;
}

/**
 * Whether edits do what they promise: the findings are gone, no warning or error has come that was not there, and no
 * comment is lost.
 * @param opens whether cells of the table may wait to be filled in, and identities fail that could not be judged before
 */
export function mends(
  report: Report,
  findings: readonly Finding[],
  edits: readonly TextEdit[],
  opens: boolean,
): boolean {
  const before = checkedOnce(report);
  // what the text says only counts where it is what is to be mended
  const settings = findings.some((f) => isProse(f.rule)) ? {} : WITHOUT_PROSE;
  const changed = applyEdits(report.text, edits);
  // what the author noted beside a number is no part of the fault
  if (!keepsComments(report.text, changed)) return false;
  const then = parseReport(changed);
  if (!keepsFigures(report, then, findings)) return false;
  const after = checkReport(then, settings);
  const count = (list: readonly Finding[], id: string): number => list.filter((f) => identity(f) === id).length;
  const gone = new Map<string, number>();
  for (const finding of findings) gone.set(identity(finding), (gone.get(identity(finding)) ?? 0) + 1);
  for (const [id, number] of gone) if (count(after, id) > count(before, id) - number) return false;
  return after.every((finding) => {
    if (!serious(finding) || count(before, identity(finding)) >= count(after, identity(finding))) return true;
    const open = finding.rule.startsWith('balance/') || finding.rule === 'table/blank';
    if (opens && open && findings.some((f) => f.table === finding.table)) return true;
    return reshaped(finding, before);
  });
}

/** What mends these may well put another number into a cell that the finding does not name, or leave cells out. */
const REWRITES = /^(?:balance\/|section\/duplicate$|table\/form$)/;

/** Whether every cell that no finding names still holds what it held; a row put in may make its neighbour another row. */
function keepsFigures(report: Report, after: Report, findings: readonly Finding[]): boolean {
  if (findings.some((f) => REWRITES.test(f.rule))) return true;
  const meant = new Set(findings.flatMap((f) => [...(f.cells ?? []), f.suspect?.cell]));
  const now = figures(after);
  return [...figures(report)].every(([id, { name, text }]) => meant.has(name) || now.get(id)?.text === text);
}

/** The cells of all tables by name, those of a doubled table told apart. */
function figures({ tables }: Report): Map<string, Cell> {
  const nth = (table: Table): number => tables.filter((t) => t.id === table.id).indexOf(table);
  return new Map(tables.flatMap((t) => [...t.cells.values()].map((cell) => [`${cell.name} ${nth(t)}`, cell] as const)));
}

/** What the author wrote in sentences may well contradict a number once that is right. */
function serious({ rule, severity }: Finding): boolean {
  return (severity === 'error' || severity === 'warning') && !isProse(rule);
}

function isProse(rule: string): boolean {
  return rule.startsWith('prose/');
}

const WITHOUT_PROSE: CheckSettings = {
  severity: Object.fromEntries(RULES.filter((r) => isProse(r.name)).map((r) => [r.name, 'off' as const])),
};

/** Whether a finding only says in other words, of cells that were named before, what is left of what was said before. */
function reshaped(finding: Finding, before: readonly Finding[]): boolean {
  const family = finding.rule.split('/')[0];
  if (!finding.cells || (family !== 'balance' && finding.rule !== 'table/incomplete')) return false;
  const named = new Set(
    before
      .filter(
        (f) =>
          f.table === finding.table && (family === 'balance' ? f.rule.startsWith('balance/') : f.rule === finding.rule),
      )
      .flatMap((f) => [...(f.cells ?? []), ...(f.suspect ? [f.suspect.cell] : [])]),
  );
  return finding.cells.every((c) => named.has(c)) || (finding.suspect !== undefined && named.has(finding.suspect.cell));
}

const checkedOnce = kept((report: Report): readonly Finding[] => checkReport(report));
