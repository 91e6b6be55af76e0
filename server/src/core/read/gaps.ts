import { type BlockSpec, cellName, type TableSpec } from '../forms';
import type { Gap, Range } from '../model';
import { type BlockColumns, headerCells } from './columns';
import type { FormRow, MatchedRow } from './match';
import { joined, tableRow } from './tableRow';

/** Runs of rows that are not there, each at the row before it. */
export function missingRows(
  spec: TableSpec,
  form: readonly FormRow[],
  present: ReadonlySet<number>,
  matched: readonly MatchedRow[],
  tableRange: Range,
): Gap[] {
  const gaps: Gap[] = [];
  for (let i = 0; i < form.length; i++) {
    if (present.has(i)) continue;
    let end = i;
    while (end < form.length && !present.has(end)) end++;
    const rows = form.slice(i, end);
    const before = matched.find((m) => m.row.index === i - 1) ?? matched.find((m) => m.row.index === end);
    gaps.push({
      kind: 'missing',
      cells: rows.flatMap((r) =>
        (spec.blocks[r.block] as BlockSpec).columns.map((c) => cellName(spec.id, r.spec.id, c.id)),
      ),
      rows: rows.map((r) => r.spec.id),
      columns: [],
      range: before ? tableRow(before).range : tableRange,
    });
    i = end - 1;
  }
  return gaps;
}

/** Columns that are not there, one gap a block. */
export function missingColumns(
  spec: TableSpec,
  columns: readonly BlockColumns[],
  matched: readonly MatchedRow[],
): Gap[] {
  return spec.blocks.flatMap((_, b): Gap[] => {
    const missing = columns[b]?.missing ?? [];
    const own = matched.filter((m) => m.row.block === b);
    const first = own[0];
    if (missing.length === 0 || !first) return [];
    return [
      {
        kind: 'missing',
        cells: own.flatMap((m) => missing.map((c) => cellName(spec.id, m.row.spec.id, c.id))),
        rows: [],
        columns: missing.map((c) => c.id),
        range: joined(first.record.labels.slice(0, 1))?.range ?? tableRow(first).range,
      },
    ];
  });
}

/** Blocks whose labels contradict the form's order of columns and tell no other, one gap each. */
export function unclearColumns(
  spec: TableSpec,
  columns: readonly BlockColumns[],
  matched: readonly MatchedRow[],
): Gap[] {
  return spec.blocks.flatMap((block, b): Gap[] => {
    const own = matched.filter((m) => m.row.block === b);
    const first = own[0];
    if (!columns[b]?.unclear || !first) return [];
    const head = headerCells(block, first.record, spec.blocks.length === 1);
    return [
      {
        kind: 'ambiguous',
        cells: own.flatMap((m) => block.columns.map((c) => cellName(spec.id, m.row.spec.id, c.id))),
        rows: [],
        columns: block.columns.map((c) => c.id),
        range: joined(head)?.range ?? tableRow(first).range,
      },
    ];
  });
}

/** Rows of which it cannot be told which number is in which column: one gap for all of them. */
export function ambiguousRows(spec: TableSpec, columns: readonly BlockColumns[], rows: readonly MatchedRow[]): Gap[] {
  const [first] = rows;
  if (!first) return [];
  return [
    {
      kind: 'ambiguous',
      cells: rows.flatMap((m) =>
        (columns[m.row.block] as BlockColumns).order.flatMap((c) =>
          c ? [cellName(spec.id, m.row.spec.id, c.id)] : [],
        ),
      ),
      rows: rows.map((m) => m.row.spec.id),
      columns: [],
      range: tableRow(first).range,
    },
  ];
}
