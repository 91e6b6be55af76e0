import { cellLabel, cellName, cellSpecs, formById, tableSpec } from '../forms';
import { RENAMED, SPLIT } from '../forms/counterparts';
import { kept } from '../kept';
import type { Cell, FormId, Localised, Report, Table } from '../model';
import { replaceTables } from './retable';
import type { TextEdit } from './textEdit';

const FROM: FormId = '2019';
const TO: FormId = '2021';

/** What becomes of the figures of a table when it takes another form. */
export interface Migration {
  /** What stands in each cell of the new form; cells that wait for the author are not in it. */
  readonly cells: ReadonlyMap<string, string>;
  /** Cells of the new form that the old table has no figure for. */
  readonly open: readonly string[];
  /** Figures (0 not counted) that the new form has no place for. */
  readonly dropped: readonly Cell[];
}

/** Whether a table has the form of 2019, so that it can be moved to the form of 2021. */
export function canMigrate(table: Table): boolean {
  return table.form === FROM;
}

/** Holds the cells of a table of the 2019 form against the form of 2021. */
export function migration(table: Table): Migration {
  const specs = cellSpecs(tableSpec(TO, table.id));
  const cells = new Map<string, string>();
  const dropped: Cell[] = [];
  for (const cell of table.cells.values()) {
    const parts = SPLIT.get(cell.row);
    const name = RENAMED.get(cell.name) ?? cell.name;
    if (specs.has(name)) cells.set(name, cell.text);
    else if (parts && cell.value === 0) {
      for (const part of parts) cells.set(cellName(table.id, part, cell.column), cell.text);
    } else if (cell.value !== null && cell.value !== 0) dropped.push(cell);
  }
  return { cells, open: [...specs.keys()].filter((name) => (cells.get(name) ?? '') === ''), dropped };
}

/** Edits that move tables to the form of 2021, and what the author has to know of it. */
export interface Migrated {
  readonly edits: readonly TextEdit[];
  readonly notes: readonly Localised[];
}

/**
 * Moves tables of the 2019 form to the form of 2021: what has a counterpart is carried over, all else is left blank
 * for the author to fill in, never guessed.
 * @param tables of the report; those of another form stay as they are
 */
export function migrate(report: Report, tables: readonly Table[] = report.tables): Migrated {
  const old = tables.filter(canMigrate);
  const [only] = old;
  if (!only || old.length > 1) return migrateAll(report, old);
  // asked for by the fix and the refactoring alike, each time the cursor moves
  const known = single(report).get(only) ?? migrateAll(report, old);
  single(report).set(only, known);
  return known;
}

/** Of one table; the same table may stand in several reports. */
const single = kept((_: Report) => new Map<Table, Migrated>());

function migrateAll(report: Report, old: readonly Table[]): Migrated {
  const moved = old.map((table) => ({ table, ...migration(table) }));
  const wishes = moved.map(({ table, cells }) => ({ table, form: TO, text: (name: string) => cells.get(name) ?? '' }));
  return {
    edits: wishes.length === 0 ? [] : replaceTables(report, wishes),
    notes: moved.flatMap(({ table, cells, open, dropped }) =>
      notesOf(table, cells.size - blanks(cells), open, dropped),
    ),
  };
}

function blanks(cells: ReadonlyMap<string, string>): number {
  return [...cells.values()].filter((text) => text === '').length;
}

function notesOf(table: Table, carried: number, open: readonly string[], dropped: readonly Cell[]): Localised[] {
  const { zh, en } = tableSpec(TO, table.id).name;
  const to = formById(TO).name;
  const notes: Localised[] = [
    {
      zh: `${zh}改为${to.zh}：转入 ${carried} 格${open.length > 0 ? `，空着待填 ${open.length} 格` : ''}`,
      en: `${en}: now the ${to.en}, ${carried} cells carried over${open.length > 0 ? `, ${open.length} left to fill in` : ''}`,
    },
  ];
  if (dropped.length > 0) {
    const list = dropped.map((c) => ({ where: cellLabel(c.name), text: c.text }));
    notes.push({
      zh: `没有对应的格、未转入的数：${list.map((l) => `${l.where.zh} ${l.text}`).join('；')}`,
      en: `Figures without a counterpart: ${list.map((l) => `${l.where.en} ${l.text}`).join('; ')}`,
    });
  }
  return notes;
}
