/** Faults put into a draft, each exactly where it is meant to be. */
import { requestLeaves, SECTIONS, type SectionId, type TableId } from './forms';
import { type CellMark, type Draft, renderDraft } from './generate';
import { at, Random } from './random';

export interface Mutation {
  readonly cell: string;
  /** What stands in the cell now. */
  readonly found: number;
  /** What stood there, and would balance. */
  readonly expected: number;
}

/** One number of table 3 is another plausible one. */
export function mutateCell(draft: Draft, seed: number): { readonly text: string } & Mutation {
  const { text, changes } = mutate(draft, seed, 1);
  return { text, ...at(changes, 0) };
}

/** Two numbers of table 3 are others. */
export function mutateTwoCells(draft: Draft, seed: number): { text: string; changes: Mutation[] } {
  return mutate(draft, seed, 2);
}

function mutate(draft: Draft, seed: number, count: number): { text: string; changes: Mutation[] } {
  const rng = new Random(`mutate ${draft.seed} ${seed}`);
  const names = [...draft.cells.keys()].filter((name) => name.startsWith('requests.'));
  const telling = names.filter((name) => draft.cells.get(name)?.value !== 0);
  const chosen = new Set<string>();
  while (chosen.size < count) {
    // Zeros are most of the table; typing errors happen where somebody types.
    chosen.add(rng.pick(telling.length > 1 && rng.chance(0.6) ? telling : names));
  }
  const changes: Mutation[] = [];
  const marks = [...chosen].map((name) => [name, required(draft.cells.get(name))] as const);
  let text = draft.text;
  // From the end, so that the places before stay where they are.
  for (const [cell, mark] of marks.sort(([, a], [, b]) => b.start - a.start)) {
    const found = otherNumber(mark, rng);
    text = text.slice(0, mark.start) + mark.rewrite(found) + text.slice(mark.end);
    changes.unshift({ cell, found, expected: mark.value });
  }
  return { text, changes };
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('no such cell');
  return value;
}

/** A slip of the hand: one more or less, digits swapped, one lost, one too many. */
function otherNumber(mark: CellMark, rng: Random): number {
  const digits = String(mark.value);
  const swap = digits.length > 1 ? digits.slice(0, -2) + digits.slice(-1) + digits.slice(-2, -1) : digits;
  const candidates = [
    mark.value + 1,
    mark.value - 1,
    mark.value + rng.int(2, 20),
    Math.max(0, mark.value - rng.int(2, 9)),
    Number(swap),
    Number(digits.slice(0, -1) || '0'),
    Number(`${digits}${rng.int(0, 9)}`),
    mark.value + 10 ** rng.int(0, 3),
  ].filter((value) => value >= 0 && value !== mark.value);
  return rng.pick(candidates);
}

/** A section left out with its table, the later ones numbered as before or anew. */
export function dropSection(draft: Draft, seed: number): { text: string; section: SectionId; renumbered: boolean } {
  const rng = new Random(`section ${draft.seed} ${seed}`);
  const section = rng.pick(SECTIONS).id;
  const renumbered = rng.chance(0.5);
  const { text } = renderDraft(draft.seed, draft.options, { omitSection: section, renumber: renumbered });
  return { text, section, renumbered };
}

/** One row of table 3 left out. */
export function dropRow(draft: Draft, seed: number): { text: string; row: string; draft: Draft } {
  const rng = new Random(`row ${draft.seed} ${seed}`);
  const row = rng.pick(requestLeaves(draft.form)).id;
  const dropped = renderDraft(draft.seed, draft.options, { omitRows: [row] });
  return { text: dropped.text, row, draft: dropped };
}

/** Table 3 cut off behind some row. */
export function truncateTable(draft: Draft, seed: number): { text: string; rows: string[]; draft: Draft } {
  const rng = new Random(`truncate ${draft.seed} ${seed}`);
  const leaves = requestLeaves(draft.form).map((leaf) => leaf.id);
  const rows = leaves.slice(rng.int(3, leaves.length - 1));
  const cut = renderDraft(draft.seed, draft.options, { omitRows: rows });
  return { text: cut.text, rows, draft: cut };
}

/** A section whose table is not there. */
export function dropTable(draft: Draft, seed: number): { text: string; table: TableId } {
  const rng = new Random(`table ${draft.seed} ${seed}`);
  const table = rng.pick(['proactive', 'requests', 'disputes'] as const);
  return { text: renderDraft(draft.seed, draft.options, { omitTable: table }).text, table };
}

/** A draft as it is while it is being typed: the text up to some place. */
export function prefix(draft: Draft, seed: number): { text: string; length: number } {
  const rng = new Random(`prefix ${draft.seed} ${seed}`);
  const length = rng.int(0, draft.text.length);
  return { text: draft.text.slice(0, length), length };
}
