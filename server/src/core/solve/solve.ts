import { type Constraint, residual, type Values } from './constraints';

/** A cell that explains broken identities, and what it must be for them to hold. */
export interface Change {
  readonly cell: string;
  readonly to: number;
  /** The broken constraints that the cell stands in; none for a blank total whose own parts were blank totals. */
  readonly mends: readonly Constraint[];
}

export interface Explanation {
  /** Cells that are in every smallest explanation, always with the same value. */
  readonly changes: readonly Change[];
  /** Broken constraints that those cells do not explain: several explanations are equally small. */
  readonly open: readonly Constraint[];
  /** Whether the changes fill in totals that were left blank: one cause, however many cells. */
  readonly totals: boolean;
}

/** Sets of more cells than this are not searched for; cells that each explain their own identities still are. */
const LARGEST = 3;
/** With more broken constraints than this the search for sets is not begun. */
const MOST_BROKEN = 12;
/** So many solutions are enough to know that there are several. */
const ENOUGH = 24;

/**
 * Finds the smallest set of cells whose change makes all constraints hold.
 *
 * Every cell of a complete table stands in two or three identities, so a wrong cell leaves a trace in each of them;
 * the search looks for cells whose one new value wipes out all traces, first alone, then in sets of two and three.
 * New values are whole and not negative, as the form counts things.
 * @param blank whether a cell is blank: totals that are not filled in yet are explained before anything is called wrong
 * @param begun whether no total of the table is filled in yet: then nothing else is wrong until they are
 */
export function explain(
  constraints: readonly Constraint[],
  values: Values,
  blank: (cell: string) => boolean = () => false,
  begun = false,
): Explanation {
  const broken = constraints.filter((c) => residual(c, values) !== 0);
  if (broken.length === 0) return { changes: [], open: [], totals: false };
  const filled = fillTotals(constraints, broken, values, blank, begun);
  if (filled.length > 1) return { changes: filled, open: [], totals: true };
  const search = new Search(constraints, values);
  const solutions = search.smallest();
  if (solutions.length > 0) {
    const [first = new Map<string, number>(), ...others] = solutions;
    const common = [...first].filter(([cell, to]) => others.every((s) => s.get(cell) === to));
    const changes = common.map(([cell, to]): Change => ({ cell, to, mends: broken.filter((c) => has(c, cell)) }));
    if (others.length === 0) return { changes, open: [], totals: false };
    return { changes, open: leftover(broken, values, changes), totals: false };
  }
  const changes = search.independent();
  return { changes, open: leftover(broken, values, changes), totals: false };
}

/** Blank totals that, each set to what its parts add up to, make everything hold; empty where they do not and should. */
function fillTotals(
  constraints: readonly Constraint[],
  broken: readonly Constraint[],
  values: Values,
  blank: (cell: string) => boolean,
  begun: boolean,
): Change[] {
  const after = new Map(values);
  const set = new Set<string>();
  // rows before columns: the total of totals follows from either
  for (const c of [...constraints].sort((a, b) => (a.per === b.per ? 0 : a.per === 'row' ? -1 : 1))) {
    const totals = c.terms.filter((t) => t.sign > 0);
    const [total] = totals;
    if (c.kind !== 'equal' || !total || totals.length !== 1 || !blank(total.cell) || set.has(total.cell)) continue;
    const off = residual(c, after);
    if (off === 0) continue;
    after.set(total.cell, (after.get(total.cell) ?? 0) - off);
    set.add(total.cell);
  }
  // a blank row of totals is summed by its columns first, and its own total by them
  for (const c of constraints) {
    const [total] = c.terms.filter((t) => t.sign > 0);
    if (c.per === 'row' && total && set.size > 0 && blank(total.cell) && c.terms.some((t) => set.has(t.cell))) {
      after.set(total.cell, (after.get(total.cell) ?? 0) - residual(c, after));
      set.add(total.cell);
    }
  }
  if (!begun && constraints.some((c) => residual(c, after) !== 0)) return [];
  return [...set]
    .filter((cell) => after.get(cell) !== values.get(cell))
    .map((cell) => ({ cell, to: after.get(cell) ?? 0, mends: broken.filter((c) => has(c, cell)) }));
}

function has(constraint: Constraint, cell: string): boolean {
  return constraint.terms.some((t) => t.cell === cell);
}

/** What is still broken after the changes. */
function leftover(broken: readonly Constraint[], values: Values, changes: readonly Change[]): Constraint[] {
  const after = new Map(values);
  for (const c of changes) after.set(c.cell, c.to);
  return broken.filter((c) => residual(c, after) !== 0);
}

class Search {
  readonly #constraints: readonly Constraint[];
  readonly #values: Map<string, number>;
  readonly #of = new Map<string, Constraint[]>();
  readonly #residuals = new Map<Constraint, number>();
  /** Cells of constraints that fail: no other is called wrong, also where two changes could make up for each other. */
  readonly #suspects: ReadonlySet<string>;

  constructor(constraints: readonly Constraint[], values: Values) {
    this.#constraints = constraints;
    this.#values = new Map(values);
    for (const c of constraints) {
      this.#residuals.set(c, residual(c, values));
      for (const t of c.terms) {
        const list = this.#of.get(t.cell);
        if (list) list.push(c);
        else this.#of.set(t.cell, [c]);
      }
    }
    this.#suspects = new Set(this.#broken().flatMap((c) => c.terms.map((t) => t.cell)));
  }

  #broken(): Constraint[] {
    return this.#constraints.filter((c) => this.#residuals.get(c) !== 0);
  }

  #set(cell: string, value: number): void {
    this.#values.set(cell, value);
    for (const c of this.#of.get(cell) ?? []) this.#residuals.set(c, residual(c, this.#values));
  }

  /** The value of a cell that makes one equality hold, or null where no count does. */
  #mend(constraint: Constraint, cell: string): number | null {
    if (constraint.kind !== 'equal') return null;
    const term = constraint.terms.find((t) => t.cell === cell);
    if (!term) return null;
    const to = (this.#values.get(cell) ?? 0) - term.sign * (this.#residuals.get(constraint) ?? 0);
    return to >= 0 && Number.isInteger(to) ? to : null;
  }

  /** All smallest sets of changes, up to `LARGEST` cells; empty where there is none. */
  smallest(): Map<string, number>[] {
    if (this.#broken().length > MOST_BROKEN) return [];
    for (let size = 1; size <= LARGEST; size++) {
      const found = new Map<string, Map<string, number>>();
      this.#extend(size, new Map(), found);
      if (found.size > 0) return [...found.values()];
    }
    return [];
  }

  #extend(left: number, chosen: Map<string, number>, found: Map<string, Map<string, number>>): void {
    if (found.size >= ENOUGH) return;
    const broken = this.#broken();
    if (left === 0) {
      if (broken.length > 0) return;
      const id = [...chosen]
        .map(([cell, to]) => `${cell}=${to}`)
        .sort()
        .join(' ');
      found.set(id, new Map(chosen));
      return;
    }
    // no cell stands in more than three constraints
    if (broken.length === 0 || broken.length > 3 * left) return;
    // the last cell must mend everything that is left: those of one constraint are all that can
    const from = left === 1 ? broken.filter((c) => c.kind === 'equal').slice(0, 1) : broken;
    for (const constraint of from) {
      for (const { cell } of constraint.terms) {
        if (chosen.has(cell) || !this.#suspects.has(cell)) continue;
        if (left === 1 && broken.some((c) => !has(c, cell))) continue;
        const to = this.#mend(constraint, cell);
        if (to === null) continue;
        const was = this.#values.get(cell) as number;
        this.#set(cell, to);
        chosen.set(cell, to);
        this.#extend(left - 1, chosen, found);
        chosen.delete(cell);
        this.#set(cell, was);
      }
    }
  }

  /** Cells that alone mend every constraint they stand in (two at least), where no other cell competes for one of them. */
  independent(): Change[] {
    const claims = new Map<Constraint, string[]>();
    const perfect = new Map<string, Change>();
    for (const [cell, all] of this.#of) {
      if (all.length < 2 || all.some((c) => this.#residuals.get(c) === 0)) continue;
      const to = this.#mend(all[0] as Constraint, cell);
      if (to === null || all.some((c) => this.#mend(c, cell) !== to)) continue;
      perfect.set(cell, { cell, to, mends: all });
      for (const c of all) claims.set(c, [...(claims.get(c) ?? []), cell]);
    }
    return [...perfect.values()].filter((p) => p.mends.every((c) => claims.get(c)?.length === 1));
  }
}
