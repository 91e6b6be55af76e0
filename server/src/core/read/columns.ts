import { type BlockSpec, type ColumnSpec, labelName, type TableSpec } from '../forms';
import type { MatchedRow } from './match';
import type { TableRecord } from './records';
import { type HeaderSpan, withoutBlankEnds } from './values';
import { isSubtotal } from './zones';

/** What the values of a row are, from left to right; null stands for a column that the form does not have (小计). */
export interface BlockColumns {
  readonly order: readonly (ColumnSpec | null)[];
  readonly missing: readonly ColumnSpec[];
  /** Where the labels of the columns stand in a header of the block's own, if all were found there. */
  readonly header: readonly HeaderSpan[] | null;
}

/** Where the label of the first column stands in the head of a table. */
export function headColumn(block: BlockSpec, records: readonly TableRecord[]): number | null {
  const name = labelName(block.columns[0]?.label ?? '');
  return records[0]?.labels.find((c) => c.name === name)?.col ?? null;
}

/** The columns of the labels in the header row of a block. */
function headerSpans(block: BlockSpec, first: TableRecord | undefined): HeaderSpan[] | null {
  const corner = first?.labels.filter((c) => c.name === labelName(block.corner ?? '')).pop();
  if (!first || !corner) return null;
  const cells = first.labels.filter((c) => c.line === corner.line && c.col > corner.col);
  const starts = block.columns.map((column) => {
    const names = [column.label, ...column.accepted].map(labelName);
    return cells.find((c) => names.includes(c.name))?.col;
  });
  if (starts.some((s, i) => s === undefined || (i > 0 && s <= (starts[i - 1] ?? 0)))) return null;
  return starts.map((from, i) => ({ from: from as number, to: starts[i + 1] ?? Number.POSITIVE_INFINITY }));
}

/**
 * What the columns of each block of a table are: the form's, with an author's column of subtotals or without one that
 * is missing.
 * @param records all records of the table, those included that are no row of the form
 */
export function readColumns(
  spec: TableSpec,
  matched: readonly MatchedRow[],
  records: readonly TableRecord[],
): BlockColumns[] {
  return spec.blocks.map((block, b) => {
    const own = matched.filter((m) => m.row.block === b).map((m) => m.record);
    const first = own[0];
    const header = first ? first.labels : [];
    const lengths = own.map((r) => withoutBlankEnds(r.values).length);
    // blanks at the ends of framed rows make them look shorter than they are
    const longest = Math.max(0, ...lengths);
    const framed = own.every((r) => r.row.framed);
    const single = spec.blocks.length === 1;
    const added = framed && single && own.some((r) => r.values.length > block.columns.length) && hasSubtotal(records);
    const least = added ? block.columns.length + 1 : block.columns.length;
    const usual = framed && single && (added || longest >= least) ? Math.max(longest, least) : (mode(lengths) ?? least);
    const spans = spec.blocks.length > 1 ? headerSpans(block, first) : null;
    const full: BlockColumns = { order: block.columns, missing: [], header: spans };
    if (usual === block.columns.length) return full;
    // 总计 over a column has no number, （七）总计 before a row has one
    const cells = spec.blocks.length === 1 ? records.flatMap((r) => r.labels) : header;
    const names = cells.filter((c) => c.numbering === null).map((c) => c.name);
    if (usual === block.columns.length + 1 && spec.blocks.length === 1) {
      const subtotal = subtotalAt(block, own, names);
      if (subtotal !== null) {
        const order: (ColumnSpec | null)[] = [...block.columns];
        order.splice(subtotal, 0, null);
        return { order, missing: [], header: null };
      }
    }
    if (usual < block.columns.length) {
      const missing = block.columns.filter((c) => !names.includes(labelName(c.label)));
      if (missing.length === block.columns.length - usual && usual > 1) {
        return { order: block.columns.filter((c) => !missing.includes(c)), missing, header: null };
      }
    }
    return full;
  });
}

/** Whether the head of a table names a column of subtotals. */
function hasSubtotal(records: readonly TableRecord[]): boolean {
  return records[0]?.labels.some((c) => isSubtotal(c.name)) ?? false;
}

/** Where a column of subtotals stands: the place at which its numbers are the sum of the columns of its group. */
function subtotalAt(block: BlockSpec, records: readonly TableRecord[], names: readonly string[]): number | null {
  const places = [block.columns.length - 1, 1];
  const full = records.map((r) => withoutBlankEnds(r.values)).filter((v) => v.length === block.columns.length + 1);
  for (const at of places) {
    const holds = full.every((cells) => {
      const v = cells.map((c) => c.reading.value ?? 0);
      const parts = v.filter((_, i) => i !== at).slice(1, -1);
      return v[at] === parts.reduce((a, b) => a + b, 0);
    });
    if (holds && full.length > 0) return at;
  }
  return names.some(isSubtotal) ? (places[0] as number) : null;
}

function mode(counts: readonly number[]): number | null {
  const seen = new Map<number, number>();
  for (const c of counts) seen.set(c, (seen.get(c) ?? 0) + 1);
  return [...seen].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
