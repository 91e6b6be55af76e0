import { tableOf } from '../data';
import { cellName, cellSpecs, tableSpec } from '../forms';
import { kept } from '../kept';
import type { Cell, Range, Report, Table, TableId } from '../model';
import { solveTable } from '../solve/balance';
import type { Claim } from './claim';
import { readClaims } from './claims';
import { shareCells } from './divided';
import { BySentence } from './passage';
import { isOwnYear } from './periods';

/** A claim with what its readings amount to in the table. */
export interface Compared {
  readonly claim: Claim;
  readonly table: Table;
  /** Every reading that the table can answer, the most likely first. */
  readonly sums: readonly { readonly cells: readonly string[]; readonly value: number }[];
  readonly agrees: boolean;
  /** Whether it may be of a part of what its cells count, since its paragraph has another number for them. */
  readonly partial: boolean;
}

/** Every claim of a report that its tables can answer. */
export const compareClaims = kept((report: Report): readonly Compared[] =>
  shareCells(readClaims(report).flatMap((claim) => (isOwnYear(report, claim) ? (compare(report, claim) ?? []) : []))),
);

/** @returns null where the table has no answer */
export function compare(report: Report, claim: Claim): Compared | null {
  const id = claim.readings[0]?.cells[0]?.split('.')[0] as TableId | undefined;
  const table = id ? tableOf(report, id) : null;
  if (!table) return null;
  const specs = cellSpecs(tableSpec(table.readAs, table.id));
  const sums = claim.readings.flatMap(({ cells }) => {
    // rows of another form have nothing to say; a cell of this form that is not there leaves the sum open
    const own = cells.filter((c) => specs.has(c));
    if (own.length === 0 || own.some((c) => !table.cells.has(c))) return [];
    return [{ cells: own, value: own.reduce((sum, c) => sum + amount(table, c), 0) }];
  });
  const own = claim.readings.filter((r) => r.cells.some((c) => specs.has(c)));
  if (sums.length === 0 || own.length > sums.length) return null;
  const agrees = sums.some((s) => fits(claim.quantity, s.value) || fits(claim.quantity, mended(table, s.cells)));
  return { claim, table, sums, agrees, partial: false };
}

/** The value of a cell; money in 元, as sentences are read, and in 万元 where the cell does not say. */
function amount(table: Table, name: string): number {
  const cell = table.cells.get(name);
  const value = cell?.value ?? 0;
  if (!name.endsWith('.amount') || !cell) return value;
  return Math.round(value * amountUnit(table, name) * 100) / 100;
}

/** How many 元 one unit of a cell with money is: as the cell says, else its column, else 万元. */
export function amountUnit(table: Table, name: string): number {
  const own = table.cells.get(name)?.unit;
  const unit = own ?? /亿元|万元|元/.exec(table.headers.get('amount')?.text ?? '')?.[0] ?? '万元';
  return { 元: 1, 万元: 1e4, 亿元: 1e8 }[unit] ?? 1;
}

/** Whether a number of the text can stand for one of the table: as exactly as it is written, or as loosely as it is said. */
function fits({ value, step, approximate }: Claim['quantity'], sum: number): boolean {
  if (approximate === 'about') return Math.abs(sum - value) <= value * 0.1;
  if (approximate === 'above') return sum >= value && sum <= value * 1.5;
  if (approximate === 'below') return sum <= value && sum >= value * 0.7;
  return Math.abs(sum - value) < Math.max(step > 1 ? step : 0, 1e-6);
}

/** The sum that cells would have if the wrong numbers of the table were mended: its fault is told where it stands. */
function mended(table: Table, cells: readonly string[]): number {
  const { changes } = solveTable(table).explanation;
  return cells.reduce((sum, c) => sum + (changes.find((m) => m.cell === c)?.to ?? table.cells.get(c)?.value ?? 0), 0);
}

/** Claims by the sentence that they stand in. */
export function bySentence(all: readonly Compared[]): Compared[][] {
  const groups = new BySentence<Compared>();
  for (const c of all) groups.add(c.claim.passage, c.claim.sentence, c);
  return groups.all();
}

/** What all numbers of a sentence are together, where that is another column of the table. */
export function otherColumn(claims: readonly Compared[]): string | null {
  const wrong = claims.filter((c) => !c.agrees);
  const [first] = wrong;
  if (first?.table.id !== 'requests') return null;
  const columns = tableSpec(first.table.readAs, 'requests').blocks[0]?.columns ?? [];
  for (const column of columns) {
    const fits = (c: Compared): boolean =>
      c.sums.some((s) => {
        const cells = s.cells.map((name) => inColumn(name, column.id));
        return cells.reduce((sum, name) => sum + (c.table.cells.get(name)?.value ?? 0), 0) === c.claim.quantity.value;
      });
    if (wrong.every((c) => c.claim.quantity.value > 0 && fits(c)) && wrong.length >= Math.min(2, claims.length)) {
      return column.label;
    }
  }
  return null;
}

function inColumn(name: string, column: string): string {
  const path = name.split('.');
  return cellName('requests', path.slice(1, -1).join('.'), column);
}

/** A number of the text, where it stands, and the cells that it is held against. */
export interface TableNumber {
  readonly range: Range;
  readonly table: Table;
  /** Of the reading that the number fits, else of the likeliest; at least one, added up where there are several. */
  readonly cells: readonly Cell[];
}

/** Every number of the text that is held against a table, in the order of the text. */
export const tableNumbers = kept((report: Report): readonly TableNumber[] =>
  compareClaims(report)
    .flatMap(({ claim, table, sums }) => {
      const names = (sums.find((s) => fits(claim.quantity, s.value)) ?? sums[0])?.cells ?? [];
      const cells = names.flatMap((name) => table.cells.get(name) ?? []);
      const { from, to } = claim.quantity;
      return cells.length > 0 ? [{ range: claim.passage.rangeOf(from, to), table, cells }] : [];
    })
    .sort((a, b) => a.range.start - b.range.start),
);

/** The number of the text that an offset lies in or touches, with its cells; null where there is none. */
export function tableNumberAt(report: Report, offset: number): TableNumber | null {
  return tableNumbers(report).find(({ range }) => range.start <= offset && offset <= range.end) ?? null;
}

/** The numbers of the text that are held against a cell, alone or with others. */
export function numbersOfCell(report: Report, cell: Cell): readonly TableNumber[] {
  return tableNumbers(report).filter(({ cells }) => cells.includes(cell));
}
