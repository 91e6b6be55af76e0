import { LABELS, labelName, type RowSpec, type TableSpec } from '../forms';
import { key } from '../text/chars';
import { distance } from '../text/distance';
import { type Numbering, readNumbering } from '../text/numbering';
import type { RawCell } from './rawRow';
import type { TableRecord } from './records';
import { isSubtotal } from './subtotal';

/** A row of a form, ready to be compared with what a draft has. */
export interface FormRow {
  readonly index: number;
  /** Index of its block in the table. */
  readonly block: number;
  readonly spec: RowSpec;
  readonly names: readonly string[];
  readonly number: number | null;
}

/** How a record was told to be a row. `cell` is the label that matched, `exact` whether it is as the form has it. */
export interface Match {
  readonly row: number;
  readonly score: number;
  readonly exact: boolean;
  /** The words that were compared, of one cell (`cells` has one) or of several put together. */
  readonly cells: readonly RawCell[];
}

/** A record and the row of the form that it was told to be. */
export interface MatchedRow {
  readonly record: TableRecord;
  readonly row: FormRow;
  /** Null where only the position among the other rows tells. */
  readonly match: Match | null;
  /** Whether it stands out of the form's order. */
  readonly moved: boolean;
}

const compiled = new Map<TableSpec, { rows: readonly FormRow[]; byName: ReadonlyMap<string, readonly FormRow[]> }>();

/** The rows of a table in order, and by name. */
export function formRows(table: TableSpec): {
  rows: readonly FormRow[];
  byName: ReadonlyMap<string, readonly FormRow[]>;
} {
  let result = compiled.get(table);
  if (!result) {
    const rows: FormRow[] = [];
    const byName = new Map<string, FormRow[]>();
    table.blocks.forEach((block, b) => {
      for (const spec of block.rows) {
        const names = [spec.label, ...spec.accepted].map(labelName);
        const row = { index: rows.length, block: b, spec, names, number: readNumbering(spec.label)?.value ?? null };
        rows.push(row);
        for (const name of names) byName.set(name, [...(byName.get(name) ?? []), row]);
      }
    });
    result = { rows, byName };
    compiled.set(table, result);
  }
  return result;
}

/** How many cells a broken label is put together from, at most. */
const PIECES = 6;
/** Scores of the ways to recognise a row; the order of magnitude keeps a sure label from losing to two guesses. */
const EXACT = 10;
const ENDING = 8;
const PART = 6;
const NEAR = 6;

/** Number and name of a label that stands in one cell or in several. */
export function joinCells(cells: readonly RawCell[]): { numbering: Numbering | null; name: string } {
  const [only] = cells;
  if (only && cells.length === 1) return only;
  const words = cells.map((c) => c.text).join('');
  const numbering = readNumbering(words);
  return { numbering, name: key(numbering ? words.slice(numbering.length) : words) };
}

/** Whether the record is a 小计 line or carries the numbers of a whole group: no row of the form. */
export function isExtra(record: TableRecord, table: TableSpec): boolean {
  const label = record.own.at(-1) ?? record.labels.at(-1);
  if (!label) return false;
  const name = label.name;
  if (isSubtotal(name)) return true;
  const uses = LABELS.get(name)?.filter((u) => u.table === table.id);
  return (
    uses !== undefined && uses.length > 0 && !formRows(table).byName.has(name) && uses.some((u) => u.role === 'group')
  );
}

/**
 * The rows of a form that a record may be: exact and ending matches first, parts and near ones only where there
 * are none.
 */
export function candidates(record: TableRecord, table: TableSpec): Match[] {
  const { rows, byName } = formRows(table);
  const labels = record.labels;
  if (labels.length === 0) return [];
  const found = new Map<number, Match>();
  const add = (row: FormRow, score: number, exact: boolean, cells: readonly RawCell[]): void => {
    const known = found.get(row.index);
    if (!known || known.score < score) found.set(row.index, { row: row.index, score, exact, cells });
  };
  const tryExact = (cells: readonly RawCell[]): boolean => {
    const { numbering, name } = joinCells(cells);
    const hit = byName.get(name);
    if (!hit) return false;
    let clean = false;
    for (const row of hit) {
      const number = numbering === null ? 0 : numbering.value === row.number ? 1 : -2;
      if (number >= 0) clean = true;
      add(row, EXACT + number, true, cells);
    }
    // 2.其他 may be the first half of 2.其他法律行政法规禁止公开
    return clean;
  };

  const last = labels.length;
  let sure = false;
  for (let k = 1; k <= Math.min(PIECES, last) && !sure; k++) sure = tryExact(labels.slice(last - k));
  // the second half of the label came behind the numbers
  const after = record.after.slice(0, 4);
  for (let k = 1; k <= Math.min(2, last) && !sure; k++) {
    const head = labels.slice(last - k);
    for (let a = 0; a < after.length && !sure; a++) {
      const next = after[a] as RawCell;
      const third = after[a + 1];
      sure = tryExact([...head, next]) || (third !== undefined && tryExact([...head, next, third]));
    }
  }
  // between the halves of a label stands a piece of a merged cell: its lines are put together without it
  if (found.size === 0) {
    const line = (labels[last - 1] as RawCell).line;
    const here = labels.filter((c) => c.line === line);
    const above = labels.filter((c) => c.line < line);
    const lineAbove = above.at(-1)?.line;
    const there = above.filter((c) => c.line === lineAbove);
    for (let a = 1; a <= Math.min(3, there.length) && found.size === 0; a++) {
      for (let b = 1; b <= Math.min(2, here.length) && found.size === 0; b++) {
        tryExact([...there.slice(-a), ...here.slice(-b)]);
      }
    }
  }
  if (found.size > 0) return [...found.values()];

  const lastCell = labels[last - 1] as RawCell;
  const whole = key(
    labels
      .slice(-PIECES)
      .map((c) => c.text)
      .join(''),
  );
  for (const row of rows) {
    for (const name of row.names) {
      // 其他 and 总计 end many words, 3.其他 and （七）总计 only their own
      const ending = name.length >= 4 ? name : key(row.spec.label);
      if (ending.length > 2 && whole.endsWith(ending)) add(row, ENDING + name.length / 100, true, labels.slice(-1));
    }
  }
  if (found.size > 0) return [...found.values()];

  for (const cells of near(labels)) {
    const { numbering, name } = joinCells(cells);
    if (name.length < 2) continue;
    for (const row of rows) {
      const bonus = numbering !== null && numbering.value === row.number ? 1 : 0;
      const official = row.names[0] as string;
      if (name.length >= 4 && official.startsWith(name)) add(row, PART + bonus, false, cells);
      const longest = Math.max(name.length, official.length);
      const limit = Math.floor(longest * 0.45);
      const d = distance(name, official, limit);
      if (d <= limit) add(row, NEAR * (1 - d / longest) + bonus, false, cells);
    }
  }
  // a near match of the last cell alone says more than one of everything before it
  if (found.size === 0) {
    const numbering = lastCell.numbering;
    if (numbering) {
      for (const row of rows)
        if (row.number === numbering.value && numbering.length < lastCell.text.length) add(row, 1, false, [lastCell]);
    }
  }
  return [...found.values()];
}

function near(labels: readonly RawCell[]): RawCell[][] {
  const lists: RawCell[][] = [];
  for (let k = 1; k <= Math.min(3, labels.length); k++) lists.push(labels.slice(labels.length - k));
  return lists;
}

/** Whether each record may be one row at most, and the rows follow each other: then there is nothing to weigh. */
function areInOrder(options: readonly (readonly Match[])[]): boolean {
  let last = -1;
  for (const [only, other] of options) {
    if (!only) continue;
    if (other || only.row <= last) return false;
    last = only.row;
  }
  return true;
}

/**
 * The best assignment of records to rows that keeps both in order.
 * @returns for each record its match, or null
 */
export function align(options: readonly (readonly Match[])[], rowCount: number): (Match | null)[] {
  if (areInOrder(options)) return options.map(([only]) => only ?? null);
  const n = options.length;
  const width = rowCount + 1;
  const best = new Float64Array((n + 1) * width);
  for (let i = n - 1; i >= 0; i--) {
    for (let j = rowCount - 1; j >= 0; j--) {
      let value = Math.max(best[(i + 1) * width + j] as number, best[i * width + j + 1] as number);
      for (const m of options[i] as readonly Match[]) {
        if (m.row === j) value = Math.max(value, m.score + (best[(i + 1) * width + j + 1] as number));
      }
      best[i * width + j] = value;
    }
  }
  const result: (Match | null)[] = new Array(n).fill(null);
  let i = 0;
  let j = 0;
  while (i < n && j < rowCount) {
    const value = best[i * width + j] as number;
    const match = (options[i] as readonly Match[]).find(
      (m) => m.row === j && Math.abs(m.score + (best[(i + 1) * width + j + 1] as number) - value) < 1e-9,
    );
    if (match) {
      result[i] = match;
      i++;
      j++;
    } else if (best[i * width + j + 1] === value) j++;
    else i++;
  }
  return result;
}
