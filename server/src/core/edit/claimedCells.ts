import { cellLabel } from '../forms';
import type { Report, Table } from '../model';
import { amountUnit, type Compared } from '../prose/compare';
import { solveTable } from '../solve/balance';
import { residual } from '../solve/constraints';
import { type CellValues, setCells } from './cells';
import { fix } from './fix';
import type { Fix, TextEdit } from './textEdit';

/**
 * The numbers of a sentence put into the cells that they are compared with, where every identity of these cells then
 * holds: a sentence that mends a table that did not balance, or a cell that stands in no identity. Never preferred,
 * since it is mostly the text that was not changed with the table.
 * @param wrong what one sentence says that the table does not
 */
export function cellFixes(report: Report, wrong: readonly Compared[]): Fix[] {
  const [first] = wrong;
  if (!first || wrong.some((c) => c.table !== first.table)) return [];
  const { table } = first;
  return choices(wrong).flatMap((changes) => {
    if (changes === null || !holds(table, changes)) return [];
    const [[cell, value] = ['', 0]] = changes;
    const label = cellLabel(cell);
    const list = [...changes.values()].join('、');
    return changes.size === 1
      ? fix(KIND, `把表格中${label.zh}改为 ${value}`, `Change ${label.en} in the table to ${value}`, edits(changes))
      : fix(
          KIND,
          `把表格中的 ${changes.size} 格改为正文的数：${list}`,
          `Write the text's numbers into the table: ${list}`,
          edits(changes),
        );
  });

  function edits(changes: CellValues): TextEdit[] | null {
    return setCells(report, table, changes);
  }
}

const KIND = 'prose/cell';

/** What each reading of one number would change, or the first readings of several; null where a reading is a sum of cells. */
function choices(wrong: readonly Compared[]): (CellValues | null)[] {
  const [first] = wrong as readonly [Compared];
  if (wrong.length === 1) return first.sums.map((_, i) => changesFor([first], i));
  return [changesFor(wrong, 0)];
}

function changesFor(wrong: readonly Compared[], choice: number): CellValues | null {
  const changes = new Map<string, number>();
  for (const c of wrong) {
    const [cell, ...more] = c.sums[choice]?.cells ?? [];
    const value = cell === undefined ? null : cellNumber(c, cell);
    if (cell === undefined || more.length > 0 || value === null || (changes.get(cell) ?? value) !== value) return null;
    changes.set(cell, value);
  }
  return changes;
}

/** A number of a sentence as its cell would write it; null for one that is only about so much. */
function cellNumber({ claim, table }: Compared, cell: string): number | null {
  const { value, approximate, step, places } = claim.quantity;
  if (approximate) return null;
  if (cell.endsWith('.amount')) return Number((value / amountUnit(table, cell)).toFixed(6));
  return Math.round(step * 10 ** places) > 1 ? null : value;
}

/** Whether all identities of the cells hold once they are changed, and no other is touched. */
function holds(table: Table, changes: CellValues): boolean {
  const { constraints, values } = solveTable(table);
  const after = new Map([...values, ...changes]);
  return constraints.every((c) => residual(c, after) === 0 || !c.terms.some((t) => changes.has(t.cell)));
}
