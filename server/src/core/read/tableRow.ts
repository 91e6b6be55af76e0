import type { Range, StrayRow, TableRow, Text } from '../model';
import type { MatchedRow } from './match';
import type { RawCell } from './rawRow';

/** A recognised row as the report has it; its range holds its label, wherever the pieces of that stand. */
export function tableRow({ record, row, match }: MatchedRow): TableRow {
  const label = joined(match?.cells ?? record.own.slice(-1));
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  const cover = (range: Range): void => {
    if (range.start < start) start = range.start;
    if (range.end > end) end = range.end;
  };
  record.own.forEach(cover);
  record.values.forEach(cover);
  if (label) cover(label.range);
  return { id: row.spec.id, label, range: { start, end } };
}

/** @returns what makes a row that is out of order, or one of the `doubles`, into what the report says of it */
export function strayRow(doubles: readonly MatchedRow[]): (m: MatchedRow) => StrayRow {
  return (m) => {
    const { id, label, range } = tableRow(m);
    return {
      id,
      kind: doubles.includes(m) ? 'doubled' : 'moved',
      label: m.row.spec.label,
      range: label?.range ?? range,
    };
  };
}

/** Cells as one text from the first to the last of them; null for none. */
export function joined(cells: readonly RawCell[]): Text | null {
  const [first] = cells;
  if (!first) return null;
  return {
    text: cells.map((c) => c.text).join(''),
    range: {
      start: Math.min(...cells.map((c) => c.start)),
      end: Math.max(...cells.map((c) => c.end)),
    },
  };
}
