import { cellLabel, tableSpec } from '../forms';
import type { Finding, Report, Table } from '../model';
import { solveTable } from '../solve/balance';
import { type Constraint, residual, type Values } from '../solve/constraints';
import { type CellValues, setCells, tableOfFinding } from './cells';
import { fix } from './fix';
import type { Fix } from './textEdit';

/** So many cells are named in a title. */
const NAMED = 3;

/**
 * Ways to make an identity hold: the one cell that explains it; else what its parts add up to in the place of its
 * total, all totals of the table anew, or what is left over for the next year, as far as nothing else breaks with it.
 */
export function balanceFixes(report: Report, finding: Finding): Fix[] {
  const table = tableOfFinding(report, finding);
  if (!table) return [];
  const { constraints, explanation, values } = solveTable(table);
  const { suspect } = finding;
  const fixes: Fix[] = [];
  const offer = (kind: string, changes: CellValues, zh: string, en: string, preferred: boolean): void => {
    if (changes.size === 0) return;
    fixes.push(...fix(kind, zh, en, setCells(report, table, changes), { preferred }));
  };
  if (suspect) {
    const where = cellLabel(suspect.cell);
    const change = new Map([[suspect.cell, suspect.expected]]);
    const [zh, en] =
      suspect.found === null
        ? [`${where.zh}填 ${suspect.expected}`, `Fill in ${suspect.expected}: ${where.en}`]
        : [`${where.zh}改为 ${suspect.expected}`, `Change ${where.en} to ${suspect.expected}`];
    offer('balance/suspect', change, zh, en, true);
  } else if (explanation.totals) {
    const change = new Map(explanation.changes.map((c) => [c.cell, c.to]));
    const list = explanation.changes.map((c) => c.to);
    const many = `${list.length} 个总计按合计填：${list.join('、')}`;
    offer('balance/totals', change, many, `Fill in ${list.length} totals: ${list.join(', ')}`, true);
  }
  const broken = constraints.filter((c) => residual(c, values) !== 0);
  const own = broken.filter((c) => c.rule === finding.rule && c.terms.every((t) => finding.cells?.includes(t.cell)));
  const holds = (changes: CellValues): boolean => {
    const after = new Map([...values, ...changes]);
    const mends = own.length > 0 && own.every((c) => residual(c, after) === 0);
    return mends && constraints.every((c) => residual(c, after) === 0 || broken.includes(c));
  };
  const known = (changes: CellValues): boolean =>
    changes.size === 0 ||
    (suspect !== undefined && changes.size === 1 && changes.get(suspect.cell) === suspect.expected) ||
    explanation.totals;
  // nothing better is known of a single total than that it is the sum of its parts
  const total = own.length === 1 ? recomputed(own, values) : new Map<string, number>();
  if (!suspect && !known(total) && holds(total)) {
    const [[cell, to] = ['', 0]] = total;
    const where = cellLabel(cell);
    offer('balance/total', total, `${where.zh}改为 ${to}（合计重算）`, `Change ${where.en} to ${to}, its sum`, true);
  }
  const all = recomputed(constraints, values);
  if (all.size > 1 && !known(all) && holds(all)) {
    const several = all.size > NAMED ? '整张表' : [...all.keys()].map((c) => cellLabel(c).zh).join('、');
    offer(
      'balance/table',
      all,
      `合计重算：${several}（${all.size} 格）`,
      `Add up ${all.size} totals anew`,
      fixes.length === 0,
    );
  }
  const left = leftOver(table, own, values);
  if (!suspect && !known(left) && holds(left)) {
    const [[cell, to] = ['', 0]] = left;
    const where = cellLabel(cell);
    offer(
      'balance/left',
      left,
      `${where.zh}改为 ${to}，总计随之重算`,
      `Change ${where.en} to ${to} and its total`,
      false,
    );
  }
  return fixes;
}

/** Totals that are not what their parts add up to, and what they would be; rows first, since columns add them up. */
function recomputed(constraints: readonly Constraint[], values: Values): Map<string, number> {
  const after = new Map(values);
  const changed = new Map<string, number>();
  for (let round = 0; round < 2; round++) {
    for (const c of constraints) {
      const [total, ...more] = c.terms.filter((t) => t.sign > 0);
      if (c.kind !== 'equal' || !total || more.length > 0) continue;
      const off = residual(c, after);
      if (off === 0) continue;
      const to = (after.get(total.cell) ?? 0) - off;
      after.set(total.cell, to);
      changed.set(total.cell, to);
    }
  }
  return new Map([...changed].filter(([cell, to]) => values.get(cell) !== to));
}

/** 四、结转下年度继续办理 is what is left of 一 + 二: its cell in the column of an identity, and its total. */
function leftOver(table: Table, own: readonly Constraint[], values: Values): Map<string, number> {
  const spec = tableSpec(table.readAs, table.id);
  const [first] = own;
  const identity = first?.identities[0];
  if (first?.kind !== 'equal' || identity?.per !== 'column' || identity.left.length < 2) return new Map();
  const row = identity.right[identity.right.length - 1];
  const name = (column: string): string => `${spec.id}.${row}.${column}`;
  const columns = [...new Set(own.map((c) => c.of))];
  const changes = new Map<string, number>();
  const rowSum = spec.identities.find((i) => i.per === 'row');
  for (const c of own) {
    const cell = name(c.of);
    const to = (values.get(cell) ?? 0) + residual(c, values);
    if (to < 0) return new Map();
    changes.set(cell, to);
  }
  const total = rowSum?.left[0];
  if (total !== undefined && rowSum && !columns.includes(total)) {
    const sum = rowSum.right.reduce((n, c) => n + (changes.get(name(c)) ?? values.get(name(c)) ?? 0), 0);
    if (sum !== values.get(name(total))) changes.set(name(total), sum);
  }
  return changes;
}
