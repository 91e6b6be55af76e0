import { cellSpecs, tableSpec } from '../forms';
import type { Table } from '../model';
import { type Constraint, constraintsOf, readValues, residual } from '../solve/constraints';

/** Numbers for cells that a table does not have. */
export interface Completion {
  readonly values: ReadonlyMap<string, number>;
  /** Whether every identity that can be judged holds with them, but for those that failed before. */
  readonly balanced: boolean;
}

/**
 * Numbers for cells that are not in the draft: what the identities leave no choice about, then 0 for parts, and for
 * totals what their parts add up to.
 * @param names cells of the table's form that are missing
 */
export function completion(table: Table, names: readonly string[]): Completion {
  const spec = tableSpec(table.readAs, table.id);
  const values = readValues(table);
  const unknown = new Set(names);
  // with a value for every cell of the form the constraints are those of the whole table
  const all = new Map([...cellSpecs(spec).keys()].map((name) => [name, values.get(name) ?? 0]));
  const constraints = constraintsOf(table, spec, all).filter((c) =>
    c.terms.every((t) => values.has(t.cell) || unknown.has(t.cell)),
  );
  solve(constraints, values, unknown);
  for (const name of [...unknown]) {
    if (isResult(constraints, name)) continue;
    values.set(name, 0);
    unknown.delete(name);
  }
  solve(constraints, values, unknown);
  for (const name of unknown) values.set(name, 0);
  const before = readValues(table);
  const judged = (c: Constraint): boolean => c.terms.every((t) => before.has(t.cell));
  return {
    values: new Map(names.map((name) => [name, values.get(name) ?? 0])),
    balanced: constraints.every((c) => residual(c, values) === 0 || (judged(c) && residual(c, before) !== 0)),
  };
}

/** Cells of which an identity is alone in not knowing, as often as there is one. */
function solve(constraints: readonly Constraint[], values: Map<string, number>, unknown: Set<string>): void {
  for (let again = true; again; ) {
    again = false;
    for (const c of constraints) {
      const open = c.terms.filter((t) => unknown.has(t.cell));
      const [term] = open;
      if (open.length !== 1 || !term) continue;
      values.set(term.cell, 0);
      const to = -term.sign * residual(c, values);
      // what would have to be negative shows that something else is wrong
      values.set(term.cell, Number.isInteger(to) && to >= 0 ? to : 0);
      unknown.delete(term.cell);
      again = true;
    }
  }
}

/** Whether a cell follows from others: the total of a row or a column, or what is carried over to the next year. */
function isResult(constraints: readonly Constraint[], cell: string): boolean {
  return constraints.some((c) => {
    const plus = c.terms.filter((t) => t.sign > 0);
    const term = c.terms.find((t) => t.cell === cell);
    if (!term) return false;
    // 一 + 二 = 三（七） + 四: the year's end is what is left
    if (plus.length > 1) return term.sign < 0;
    return term.sign > 0;
  });
}
