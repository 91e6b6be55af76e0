import { type BlockSpec, type ColumnSpec, labelName, type TableSpec } from '../forms';
import { key } from '../text/chars';
import { type ColumnOrder, headerOrder } from './headerOrder';
import type { MatchedRow } from './match';
import type { RawCell } from './rawRow';
import type { TableRecord } from './records';
import { isSubtotal } from './subtotal';
import { type HeaderSpan, withoutBlankEnds } from './values';

/** What the values of a row are, from left to right. */
export interface BlockColumns {
  readonly order: ColumnOrder;
  /** Whether the labels contradict the form's order without telling another: `order` is then the form's. */
  readonly unclear: boolean;
  readonly missing: readonly ColumnSpec[];
  /** Where the labels of the columns stand in a header of the block's own, if all were found there. */
  readonly header: readonly HeaderSpan[] | null;
}

/** Where the label of the first column stands in the head of a table. */
export function headColumn(order: ColumnOrder, records: readonly TableRecord[]): number | null {
  const name = labelName(order[0]?.label ?? '');
  return records[0]?.labels.find((c) => c.name === name)?.col ?? null;
}

/** The cells of the header over the rows of a block. */
export function headerCells(block: BlockSpec, first: TableRecord | undefined, single: boolean): readonly RawCell[] {
  if (!first) return [];
  const labels = first.labels.filter((c) => !first.own.includes(c));
  if (single) return labels;
  const corner = cornerEnd(labels, key(block.corner ?? ''));
  return corner < 0 ? [] : labels.slice(corner + 1);
}

/** Index of the last piece of the header's first cell, or -1. */
export function cornerEnd(labels: readonly RawCell[], name: string): number {
  for (let i = labels.length - 1; i >= 0; i--) {
    let words = '';
    for (let k = i; k < Math.min(labels.length, i + 3); k++) {
      words += key((labels[k] as RawCell).text);
      if (words === name) return k;
    }
  }
  return -1;
}

/** The columns of the labels in the header row of a block. */
function headerSpans(block: BlockSpec, order: ColumnOrder, first: TableRecord | undefined): HeaderSpan[] | null {
  const corner = first?.labels.filter((c) => c.name === labelName(block.corner ?? '')).pop();
  if (!first || !corner) return null;
  const cells = first.labels.filter((c) => c.line === corner.line && c.col > corner.col);
  const starts = order.map((column) => {
    const names = column ? [column.label, ...column.accepted].map(labelName) : [];
    return cells.find((c) => names.includes(c.name))?.col;
  });
  if (starts.some((s, i) => s === undefined || (i > 0 && s <= (starts[i - 1] ?? 0)))) return null;
  return starts.map((from, i) => ({ from: from as number, to: starts[i + 1] ?? Number.POSITIVE_INFINITY }));
}

/**
 * What the columns of each block of a table are: those that the labels of its header name, else the form's; with an
 * author's column of subtotals, or without one that is missing.
 * @param records all records of the table, those included that are no row of the form
 */
export function readColumns(
  spec: TableSpec,
  matched: readonly MatchedRow[],
  records: readonly TableRecord[],
): BlockColumns[] {
  const single = spec.blocks.length === 1;
  return spec.blocks.map((block, b) => {
    const own = matched.filter((m) => m.row.block === b).map((m) => m.record);
    const first = own[0];
    const head = single ? records[0] : first;
    const told = headerOrder(block, headerCells(block, head, single), head?.row.layout ?? 'lines');
    const named = told && told !== 'unclear' && deniesTotals(spec, block, told, own) ? null : told;
    if (named === 'unclear') return { order: block.columns, unclear: true, missing: [], header: null };
    const columns = named ?? block.columns;
    const lengths = own.map((r) => withoutBlankEnds(r.values).length);
    // blanks at the ends of framed rows make them look shorter than they are
    const longest = Math.max(0, ...lengths);
    const framed = own.every((r) => r.row.framed);
    const known = columns.includes(null);
    const added =
      !known && framed && single && own.some((r) => r.values.length > columns.length) && hasSubtotal(block, records);
    const least = added ? columns.length + 1 : columns.length;
    const usual = framed && single && (added || longest >= least) ? Math.max(longest, least) : (mode(lengths) ?? least);
    const spans = single ? null : headerSpans(block, columns, first);
    const full: BlockColumns = { order: columns, unclear: false, missing: [], header: spans };
    if (usual === columns.length) return full;
    // 总计 over a column has no number, （七）总计 before a row has one
    const cells = single ? records.flatMap((r) => r.labels) : (first?.labels ?? []);
    const names = cells.filter((c) => c.numbering === null).map((c) => c.name);
    if (usual === columns.length + 1 && single && !known) {
      const added = addedAt(columns, own, names, headerCells(block, head, single));
      if (added !== null) {
        const order: (ColumnSpec | null)[] = [...columns];
        order.splice(added, 0, null);
        return { ...full, order, header: null };
      }
    }
    if (usual < columns.length) {
      const missing = block.columns.filter((c) => !names.includes(labelName(c.label)));
      if (missing.length === columns.length - usual && usual > 1) {
        return { ...full, order: columns.filter((c) => !c || !missing.includes(c)), missing, header: null };
      }
    }
    return full;
  });
}

/** Whether the head of a table names a column of subtotals beside that of totals, which may be called so, too. */
function hasSubtotal(block: BlockSpec, records: readonly TableRecord[]): boolean {
  const head = records[0]?.labels.filter((c) => c.numbering === null) ?? [];
  const last = block.columns.at(-1);
  const totals = last ? [last.label, ...last.accepted].map(labelName) : [];
  const count = head.filter((c) => isSubtotal(c.name)).length;
  return count > 1 || (count > 0 && head.some((c) => totals.includes(c.name)));
}

/**
 * Whether the numbers speak against an order that the labels seem to have: the totals of the rows add up in the form's
 * order and not in that one. A header over several lines can be drawn so that its lines get mixed up.
 */
export function deniesTotals(
  spec: TableSpec,
  block: BlockSpec,
  order: ColumnOrder,
  records: readonly TableRecord[],
): boolean {
  const sums = spec.identities.filter((i) => i.per === 'row');
  const count = (columns: ColumnOrder): number =>
    records.filter(({ values }) => {
      if (values.length !== columns.length || values.every((c) => !c.reading.value)) return false;
      const side = (ids: readonly string[]): number =>
        columns.reduce((n, c, i) => n + (c && ids.includes(c.id) ? (values[i]?.reading.value ?? 0) : 0), 0);
      return sums.every(({ left, right }) => side(left) === side(right));
    }).length;
  return sums.length > 0 && count(block.columns) > count(order);
}

/** Words over a column for remarks, which is the last one. */
const REMARKS = new Set(['备注', '说明', '备考']);

/**
 * Where a column stands that the author added: remarks behind all others, subtotals where they are the sum of the
 * columns of their group.
 */
function addedAt(
  columns: ColumnOrder,
  records: readonly TableRecord[],
  names: readonly string[],
  head: readonly RawCell[],
): number | null {
  if (names.some((n) => REMARKS.has(n)) && !names.some(isSubtotal)) return columns.length;
  if (!names.some(isSubtotal) && hasStrangeLast(columns, head)) return columns.length;
  const depth = Math.max(...columns.map((c) => c?.groups.length ?? 0));
  const members = columns.map((c, i) => (c?.groups.length === depth ? i : -1)).filter((i) => i >= 0);
  const first = members[0] as number;
  const behind = (members.at(-1) as number) + 1;
  const full = records.map((r) => withoutBlankEnds(r.values)).filter((v) => v.length === columns.length + 1);
  for (const at of [behind, first]) {
    const holds = full.every((cells) => {
      const v = cells.map((c) => c.reading.value ?? 0);
      return v[at] === members.reduce((sum, i) => sum + (v[i < at ? i : i + 1] as number), 0);
    });
    if (holds && full.length > 0) return at;
  }
  return names.some(isSubtotal) ? behind : null;
}

/** Whether words that no form has stand behind the label of the last column, or behind that over all of them. */
function hasStrangeLast(columns: ColumnOrder, head: readonly RawCell[]): boolean {
  const last = columns.at(-1);
  const over = columns[0]?.groups[0];
  const before = new Set([...(last ? [last.label, ...last.accepted] : []), ...(over ? [over] : [])].map(labelName));
  const labels = head.filter((c) => !c.blank && !c.value && c.numbering === null);
  return labels.some((c, i) => {
    const next = labels[i + 1];
    return before.has(c.name) && next !== undefined && next.uses === null;
  });
}

function mode(counts: readonly number[]): number | null {
  const seen = new Map<number, number>();
  for (const c of counts) seen.set(c, (seen.get(c) ?? 0) + 1);
  return [...seen].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
