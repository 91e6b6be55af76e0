import { tableSpec } from '../forms';
import { kept } from '../kept';
import type { Table } from '../model';
import { type Constraint, constraintsOf, readValues, residual, type Values } from './constraints';
import { type Explanation, explain } from './solve';

export interface TableBalance {
  /** `incomplete` when cells are missing and nothing that is there contradicts itself. */
  readonly state: 'balanced' | 'unbalanced' | 'incomplete';
  /** The largest amount by which an identity fails, 0 when none does. */
  readonly off: number;
}

export interface Solved {
  readonly values: Values;
  readonly constraints: readonly Constraint[];
  readonly explanation: Explanation;
  readonly balance: TableBalance;
}

/**
 * Solves the identities of a table together; once a table, whoever asks.
 */
export const solveTable = kept((table: Table): Solved => {
  const values = readValues(table);
  const begun = isBegun(table);
  const constraints = begun ? constraintsOf(table, tableSpec(table.readAs, table.id), values) : [];
  const off = constraints.reduce((most, c) => Math.max(most, Math.abs(residual(c, values))), 0);
  const { totals, parts } = off > 0 ? untouchedTotals(constraints, values) : { totals: NO_CELLS, parts: 0 };
  const blank = (cell: string): boolean => table.cells.get(cell)?.value === null || totals.has(cell);
  const state = off > 0 ? 'unbalanced' : table.gaps.length > 0 || !begun ? 'incomplete' : 'balanced';
  return {
    values,
    constraints,
    explanation: explain(constraints, values, blank, parts >= PARTS),
    balance: { state, off },
  };
});

/** So many parts must be filled in for totals that are all 0 to be those of the template, whatever they add up to. */
const PARTS = 3;

/**
 * The totals of a table that is being filled in: all of them still 0, as a template has them, while parts of them are
 * not. None where any total was touched, or where a single number may just as well be a slip in a table of zeros.
 * @returns the totals, and how many parts are filled in
 */
function untouchedTotals(
  constraints: readonly Constraint[],
  values: Values,
): { totals: ReadonlySet<string>; parts: number } {
  const totals = new Set<string>();
  const parts = new Set<string>();
  for (const c of constraints) {
    const left = c.terms.filter((t) => t.sign > 0);
    if (c.kind !== 'equal' || left.length !== 1) continue;
    for (const t of c.terms) (t.sign > 0 ? totals : parts).add(t.cell);
  }
  for (const total of totals) if (values.get(total) !== 0) return { totals: NO_CELLS, parts: 0 };
  let filled = 0;
  for (const part of parts) if (!totals.has(part) && (values.get(part) ?? 0) > 0) filled++;
  return { totals: filled > 1 ? totals : NO_CELLS, parts: filled };
}

const NO_CELLS: ReadonlySet<string> = new Set();

/**
 * Whether there is more in a table than what came from last year: where 二、上年结转 alone is filled in, as a report
 * begins, nothing can balance yet, and that the cells are blank is said elsewhere.
 */
function isBegun(table: Table): boolean {
  let carried = false;
  for (const cell of table.cells.values()) {
    if (cell.row === CARRIED_IN) carried ||= cell.kind === 'number';
    else if (cell.kind !== 'blank') return true;
  }
  return !carried;
}

const CARRIED_IN = 'carriedIn';

/** How a table stands. */
export function tableBalance(table: Table): TableBalance {
  return solveTable(table).balance;
}
