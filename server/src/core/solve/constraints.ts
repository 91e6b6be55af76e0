import { cellName, cellSpecs, type IdentitySpec, type TableSpec } from '../forms';
import type { Table, TableId } from '../model';

/** A cell in a sum, with the sign that it has when everything is brought to one side. */
export interface Term {
  readonly cell: string;
  readonly sign: 1 | -1;
}

/**
 * What the numbers of a table must satisfy: the signed sum of the terms is zero, or, where cells of the identity are
 * not in the draft, at least zero (the missing ones can only be zero or more).
 */
export interface Constraint {
  readonly rule: string;
  readonly kind: 'equal' | 'atLeast';
  readonly per: 'row' | 'column';
  /** The row or column that it is about. */
  readonly of: string;
  readonly terms: readonly Term[];
  /** The identities that it comes from; two where a missing cell between them was eliminated. */
  readonly identities: readonly IdentitySpec[];
}

/** The value of a cell in identities: blank counts as zero; `undefined` where the draft does not tell. */
export type Values = ReadonlyMap<string, number>;

/** @returns the values of the cells that can be counted with */
export function readValues(table: Table): Map<string, number> {
  const values = new Map<string, number>();
  for (const [name, cell] of table.cells) {
    // what cannot be a count is reported as such, and no sum is blamed on it
    const wrong = cell.value !== null && (cell.value < 0 || !Number.isInteger(cell.value));
    if (cell.kind === 'unreadable' || wrong) continue;
    values.set(name, cell.value ?? 0);
  }
  for (const gap of table.gaps) for (const name of gap.cells) values.delete(name);
  return values;
}

/**
 * The constraints on what is there of a table, derived from the identities of its form.
 * A cell that is missing from two identities of a column is eliminated between them; what then still misses cells
 * of one sign becomes a bound, and what misses cells of both signs says nothing.
 */
export function constraintsOf(table: Table, spec: TableSpec, values: Values): readonly Constraint[] {
  // a complete table has the same constraints every time
  if (values.size < cellSpecs(spec).size) return derive(table.id, spec, values);
  let constraints = complete.get(spec);
  if (!constraints) {
    constraints = derive(table.id, spec, values);
    complete.set(spec, constraints);
  }
  return constraints;
}

const complete = new Map<TableSpec, readonly Constraint[]>();

function derive(table: TableId, spec: TableSpec, values: Values): Constraint[] {
  const constraints: Constraint[] = [];
  for (const block of spec.blocks) {
    const rows = block.rows.map((r) => r.id);
    const columns = block.columns.map((c) => c.id);
    const perRow = spec.identities.filter((i) => i.per === 'row');
    const perColumn = spec.identities.filter((i) => i.per === 'column');
    for (const row of rows) {
      for (const identity of perRow) {
        add(constraints, [identity], 'row', row, (column) => cellName(table, row, column), values);
      }
    }
    for (const column of columns) {
      const nameOf = (row: string): string => cellName(table, row, column);
      const open: IdentitySpec[] = [];
      for (const identity of perColumn) {
        if (!add(constraints, [identity], 'column', column, nameOf, values)) open.push(identity);
      }
      if (open.length > 1) add(constraints, open, 'column', column, nameOf, values);
    }
  }
  return constraints;
}

/** @returns whether the identities are complete, so that nothing is left to say about them */
function add(
  constraints: Constraint[],
  identities: readonly IdentitySpec[],
  per: 'row' | 'column',
  of: string,
  nameOf: (id: string) => string,
  values: Values,
): boolean {
  const signs = new Map<string, number>();
  for (const identity of identities) {
    for (const id of identity.left) signs.set(nameOf(id), (signs.get(nameOf(id)) ?? 0) + 1);
    for (const id of identity.right) signs.set(nameOf(id), (signs.get(nameOf(id)) ?? 0) - 1);
  }
  const terms: Term[] = [];
  let missing = 0;
  let missingLeft = 0;
  for (const [cell, sign] of signs) {
    if (sign === 0) continue;
    if (values.has(cell)) terms.push({ cell, sign: sign > 0 ? 1 : -1 });
    else {
      missing++;
      if (sign > 0) missingLeft++;
    }
  }
  const rule = (identities[0] as IdentitySpec).rule;
  if (missing === 0) {
    constraints.push({ rule, kind: 'equal', per, of, terms, identities });
    return true;
  }
  const bothSigns = missingLeft > 0 && missingLeft < missing;
  if (bothSigns || terms.length === 0) return false;
  // bring the bound to the form: known part at least zero
  const turned = missingLeft > 0 ? terms.map((t): Term => ({ cell: t.cell, sign: t.sign > 0 ? -1 : 1 })) : terms;
  if (turned.some((t) => t.sign > 0) || turned.some((t) => (values.get(t.cell) ?? 0) > 0)) {
    constraints.push({ rule, kind: 'atLeast', per, of, terms: turned, identities });
  }
  return false;
}

/** By how much a constraint fails: the signed sum of its terms, 0 when it holds. */
export function residual(constraint: Constraint, values: Values): number {
  let sum = 0;
  for (const t of constraint.terms) sum += t.sign * (values.get(t.cell) ?? 0);
  // amounts are not in identities, but a typing error such as 1.5 is
  const rounded = Math.round(sum * 1e6) / 1e6;
  return constraint.kind === 'atLeast' && rounded > 0 ? 0 : rounded;
}
