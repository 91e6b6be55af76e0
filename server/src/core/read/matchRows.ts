import { LABELS, labelName, type TableSpec } from '../forms';
import { align, candidates, type FormRow, formRows, type Match, type MatchedRow } from './match';
import type { RawCell, RawRow } from './rawRow';
import { isRowLabel, type TableRecord } from './records';

/** A bare number between two halves of a label is a page number: the halves belong together. */
export function mergeStrayNumbers(records: readonly TableRecord[], spec: TableSpec): TableRecord[] {
  const result: TableRecord[] = [];
  let carried: RawCell[] = [];
  records.forEach((record, i) => {
    const [only] = record.values;
    const alone = record.values.length === 1 && only && record.row.cells.length === 1 && /^\d{1,3}$/.test(only.text);
    const stray =
      alone &&
      !record.row.framed &&
      spec.id === 'requests' &&
      i + 1 < records.length &&
      !candidates(record, spec).some((m) => m.exact);
    if (stray) {
      carried = [...carried, ...record.labels];
      return;
    }
    result.push(carried.length > 0 ? { ...record, labels: [...carried, ...record.labels] } : record);
    carried = [];
  });
  return result;
}

/** A table that stops at a label is being typed: its last row is not there yet, which is not the same as blank. */
export function withoutUnfinished(matched: MatchedRow[], form: readonly FormRow[], spec: TableSpec): MatchedRow[] {
  const last = matched.at(-1);
  if (!last || last.row.index === form.length - 1) return matched;
  const { values, row } = last.record;
  const width = spec.blocks[last.row.block]?.columns.length ?? 0;
  const short = !row.framed && values.length < width;
  return short || values.every((c) => c.blank) ? matched.slice(0, -1) : matched;
}

/** Labels first; then, between two rows that are sure, as many records as rows are missing are those rows. */
export function matchRows(
  records: readonly TableRecord[],
  spec: TableSpec,
  form: readonly FormRow[],
  rest: readonly RawCell[],
): { matched: MatchedRow[]; doubles: MatchedRow[] } {
  const all = withBlankRows(records, spec, rest);
  const options = all.map((r) => candidates(r, spec));
  const matches = align(options, form.length);
  const rowOf: (number | null)[] = matches.map((m) => m?.row ?? null);
  const free = new Set(form.map((r) => r.index));
  for (const r of rowOf) if (r !== null) free.delete(r);

  const moved = new Set<number>();
  // a row in the wrong place is still the row that its label says
  all.forEach((_, i) => {
    if (rowOf[i] !== null) return;
    const sure = (options[i] as Match[]).find((m) => m.exact && free.has(m.row));
    if (!sure) return;
    moved.add(i);
    rowOf[i] = sure.row;
    matches[i] = sure;
    free.delete(sure.row);
  });

  let i = 0;
  while (i < all.length) {
    if (rowOf[i] !== null) {
      i++;
      continue;
    }
    let end = i;
    while (end < all.length && rowOf[end] === null) end++;
    const before = i > 0 ? (rowOf[i - 1] as number) : -1;
    const after = end < all.length ? (rowOf[end] as number) : form.length;
    const missing = form.filter((r) => r.index > before && r.index < after && free.has(r.index));
    if (missing.length > 0 && missing.length === end - i) {
      missing.forEach((r, k) => {
        rowOf[i + k] = r.index;
        free.delete(r.index);
      });
    }
    i = end;
  }
  const matched: MatchedRow[] = [];
  const doubles: MatchedRow[] = [];
  // behind the last row of the form another table of the author's own may stand
  const lastOwn = rowOf.reduce<number>((last, r, k) => (r !== null ? k : last), -1);
  all.forEach((record, k) => {
    const index = rowOf[k];
    const own = index === null || index === undefined ? null : index;
    const again = own === null ? (options[k] as Match[]).find((m) => m.exact && record.values.length > 0) : undefined;
    if (own !== null)
      matched.push({ record, row: form[own] as FormRow, match: matches[k] ?? null, moved: moved.has(k) });
    else if (again && k < lastOwn) doubles.push({ record, row: form[again.row] as FormRow, match: again, moved: true });
  });
  return { matched, doubles };
}

/** Row labels that no value follows: a row that is there, with all its cells blank (or not typed yet). */
function withBlankRows(records: readonly TableRecord[], spec: TableSpec, rest: readonly RawCell[]): TableRecord[] {
  const { byName } = formRows(spec);
  const result: TableRecord[] = [];
  const blanks = (labels: readonly RawCell[], end: number, row: RawRow | null): number => {
    let used = 0;
    for (let i = 0; i < end; i++) {
      const cell = labels[i] as RawCell;
      if (!isRowLabel(cell, spec.id) || !byName.has(cell.name)) continue;
      const framed = row?.framed ?? false;
      // the label goes on behind it: （二）部分公开 ⏎ （区分处理的…
      const rest = labels.slice(i + 1);
      if (rest.length > 0 && LABELS.has(labelName(cell.text + (rest[0] as RawCell).text))) continue;
      if (rest.length > 0 && isRest(cell, rest, spec)) continue;
      result.push({
        labels: labels.slice(used, i + 1),
        own: [cell],
        after: [],
        values: [],
        nextLine: null,
        row: { layout: row?.layout ?? 'lines', cells: [cell], firstLine: cell.line, lastLine: cell.line, framed },
        lastLine: cell.line,
      });
      used = i + 1;
    }
    return used;
  };
  for (const record of records) {
    // the labels of its own row are the record's
    const used = blanks(record.labels, record.labels.length - Math.max(1, record.own.length), record.row);
    result.push(used > 0 ? { ...record, labels: record.labels.slice(used) } : record);
  }
  blanks(rest, rest.length, records.at(-1)?.row ?? null);
  return result;
}

/** Whether words go on with the label of a row whose short form came before. */
function isRest(label: RawCell, rest: readonly RawCell[], spec: TableSpec): boolean {
  const name = label.name;
  const next = labelName(label.text + (rest[0] as RawCell).text);
  return (formRows(spec).byName.get(name) ?? []).some((r) => r.names.some((n) => n !== name && n.startsWith(next)));
}
