import { kept } from '../kept';
import type { Localised, Table } from '../model';
import { solveTable } from './balance';
import { residual } from './constraints';

/** A cell in a sum, with what it counts for: 0 where it is blank. */
export interface Addend {
  readonly cell: string;
  readonly value: number;
}

/** An identity of a table with the numbers that are there now. */
export interface Sum {
  /** The rule that holds it. */
  readonly rule: string;
  /** 一 + 二 = 三（七） + 四 */
  readonly name: Localised;
  readonly per: 'row' | 'column';
  /** The row or column that it is about. */
  readonly of: string;
  /** `atLeast`: cells of it are not in the draft, so that the left side can only be the larger one. */
  readonly kind: 'equal' | 'atLeast';
  /** Parts stand on the left of their total, as a sum is read. */
  readonly left: readonly Addend[];
  readonly right: readonly Addend[];
  /** The one cell that the others add up to; `null` where there are sums on both sides, or cells are not there. */
  readonly total: string | null;
  /** What the parts add up to. */
  readonly amount: number;
  /** By how much it fails, not signed; 0 where it holds. */
  readonly off: number;
}

/** The identities of a table that can be judged with what is in the draft; made once a table. */
export const tableSums = kept((table: Table): readonly Sum[] => {
  const { constraints, values } = solveTable(table);
  return constraints.map((constraint): Sum => {
    const side = (sign: 1 | -1): Addend[] =>
      constraint.terms.filter((t) => t.sign === sign).map((t) => ({ cell: t.cell, value: values.get(t.cell) ?? 0 }));
    const [plus, minus] = [side(1), side(-1)];
    const [only] = plus;
    const total = constraint.kind === 'equal' && plus.length === 1 && minus.length > 1 && only ? only.cell : null;
    const [left, right] = total !== null ? [minus, plus] : [plus, minus];
    const names = constraint.identities.map((identity) => identity.name);
    return {
      rule: constraint.rule,
      name: { zh: names.map((n) => n.zh).join('，'), en: names.map((n) => n.en).join(', ') },
      per: constraint.per,
      of: constraint.of,
      kind: constraint.kind,
      left,
      right,
      total,
      amount: amount(left),
      off: Math.abs(residual(constraint, values)),
    };
  });
});

/** The identities that a cell stands in, that of its row first. */
export function sumsOf(table: Table, cell: string): readonly Sum[] {
  const has = ({ left, right }: Sum): boolean => [...left, ...right].some((a) => a.cell === cell);
  return tableSums(table)
    .filter(has)
    .sort((a, b) => Number(a.per === 'column') - Number(b.per === 'column'));
}

/** Sides longer than this leave out what counts for nothing. */
const LONG = 7;

/** An identity in numbers: `33 + 0 = 33 + 0`, `33 + 0 ≠ 32 + 0`. */
export function equation({ kind, left, right, off }: Sum): string {
  const sign = kind === 'equal' ? (off === 0 ? '=' : '≠') : off === 0 ? '≥' : '<';
  return `${side(left)} ${sign} ${side(right)}`;
}

function side(addends: readonly Addend[]): string {
  const shown = addends.length > LONG ? addends.filter(({ value }) => value !== 0) : addends;
  return shown.map(({ value }) => String(value)).join(' + ') || '0';
}

function amount(addends: readonly Addend[]): number {
  return Math.round(addends.reduce((sum, { value }) => sum + value, 0) * 1e6) / 1e6;
}
