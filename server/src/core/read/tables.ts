import {
  type BlockSpec,
  blockNames,
  type ColumnSpec,
  cellName,
  cellSpecs,
  FORMS,
  formById,
  LABELS,
  type LabelUse,
  labelName,
  type TableSpec,
  tableSpec,
} from '../forms';
import type { Cell, FormId, Gap, Range, StrayRow, Table, TableId, TableRow, Text } from '../model';
import { readCell } from './cell';
import { readLabels } from './labels';
import { align, candidates, type FormRow, formRows, isExtra, joinCells, type Match, type MatchedRow } from './match';
import type { RawCell, RawRow } from './rawRow';
import { buildRecords, isRowLabel, type TableRecord } from './records';
import { type Geometry, type HeaderSpan, place, readGeometry, withoutBlankEnds } from './values';
import { isSubtotal, type Zone } from './zones';

/**
 * Makes tables of the rows that were found.
 * @param form the form of the report year, for tables whose labels fit several forms
 */
export function readTables(text: string, zones: readonly Zone[], form: FormId | null): Table[] {
  return instances(zones)
    .map(({ table, rows }) => readTable(text, table, rows, form))
    .filter((t): t is Table => t !== null)
    .sort((a, b) => a.range.start - b.range.start);
}

/** Whether a label also stands before groups of rows, where a page break repeats it. */
function isGroup(cell: RawCell): boolean {
  return LABELS.get(cell.name)?.some((u) => u.role === 'group') ?? false;
}

/** Zones of one table put together: what a page break or a stray line tore apart goes on where it left off. */
function instances(zones: readonly Zone[]): Zone[] {
  const result: { table: TableId; rows: RawRow[]; seen: Set<string>; data: boolean }[] = [];
  for (const zone of zones) {
    const labels = new Set<string>();
    let data = false;
    for (const row of zone.rows) {
      for (const cell of row.cells) if (isRowLabel(cell, zone.table) && !isGroup(cell)) labels.add(cell.name);
      if (row.cells.some((c) => c.reading.kind === 'number')) data = true;
    }
    const open = result.filter((r) => r.table === zone.table).pop();
    const again = open && (zone.table === 'disputes' ? open.data && data : [...labels].some((l) => open.seen.has(l)));
    if (open && !again) {
      open.rows.push(...zone.rows);
      for (const l of labels) open.seen.add(l);
      open.data ||= data;
    } else result.push({ table: zone.table, rows: [...zone.rows], seen: labels, data });
  }
  return result;
}

/** The form that the labels of a table speak for; null where they fit several. */
function formOf(records: readonly TableRecord[], rest: readonly RawCell[], table: TableId): FormId | null {
  const votes = new Map<FormId, number>();
  const vote = (uses: readonly LabelUse[], hasValues: boolean): void => {
    // a label that one form prints as a row and another as the head of a group: the numbers tell
    const rows = hasValues ? uses.filter((u) => u.role === 'row') : [];
    const forms = new Set((rows.length > 0 ? rows : uses).map((u) => u.form));
    if (forms.size < FORMS.length) for (const f of forms) votes.set(f, (votes.get(f) ?? 0) + 1);
  };
  // the longest label that pieces make counts: 行政 and 规范性文件 are not the 规范性文件 of another form
  const read = (cells: readonly RawCell[], hasValues: boolean): void => {
    for (let at = 0; at < cells.length; at++) {
      for (let pieces = Math.min(3, cells.length - at); pieces > 0; pieces--) {
        const { name, numbering } = joinCells(cells.slice(at, at + pieces));
        const uses = LABELS.get(name)?.filter((u) => u.table === table && (!numbering || u.number === numbering.value));
        if (!uses || uses.length === 0) continue;
        at += pieces - 1;
        vote(uses, hasValues && at === cells.length - 1);
        break;
      }
    }
  };
  for (const { labels } of records) read(labels, true);
  read(rest, false);
  const [first, second] = [...votes].sort((a, b) => b[1] - a[1]);
  if (!first || (second && second[1] === first[1])) return null;
  return first[0];
}

/** The most values that a row of a table has in any form. */
function widest(id: TableId): number {
  return Math.max(...FORMS.flatMap((f) => tableSpec(f.id, id).blocks.map((b) => b.columns.length)));
}

function readTable(text: string, id: TableId, rows: readonly RawRow[], fallback: FormId | null): Table | null {
  const { records, rest } = buildRecords(rows, id, widest(id));
  const form = formOf(records, rest, id);
  const spec = tableSpec(form ?? fallback, id);
  const all = rows.flatMap((r) => r.cells);
  const range: Range = {
    start: Math.min(...all.map((c) => c.start)),
    end: Math.max(...all.map((c) => c.end)),
  };
  const base = { id, form, readAs: formById(form ?? fallback).id, layout: mainLayout(rows), range };
  if (formRows(spec).rows.every((r) => r.spec.label === ''))
    return { ...base, ...readUnlabelled(text, spec, records, rest, range) };
  return { ...base, ...readLabelled(text, spec, records, rest, range) };
}

function mainLayout(rows: readonly RawRow[]): Table['layout'] {
  const count = new Map<Table['layout'], number>();
  for (const r of rows) count.set(r.layout, (count.get(r.layout) ?? 0) + r.cells.length);
  return [...count].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'lines';
}

type Content = Pick<Table, 'cells' | 'rows' | 'gaps' | 'labels' | 'headers' | 'stray'>;

// --- tables whose rows have labels ---------------------------------------------------------------------------------

function readLabelled(
  text: string,
  spec: TableSpec,
  allRecords: readonly TableRecord[],
  rest: readonly RawCell[],
  tableRange: Range,
): Content {
  const { rows: form } = formRows(spec);
  const records = mergeStrayNumbers(
    allRecords.filter((r) => !isExtra(r, spec)),
    spec,
  );
  const { matched: found, doubles } = matchRows(records, spec, form, rest);
  const matched = withoutUnfinished(found, form);
  const columns = readColumns(spec, matched, allRecords);
  const n = (m: MatchedRow): number => (columns[m.row.block] as BlockColumns).order.length;
  const count = new Map(matched.map((m) => [m.record, n(m)]));
  const geometry = new Map(
    spec.blocks.map((_, b) => [
      b,
      readGeometry(
        text,
        matched.filter((m) => m.row.block === b || spec.blocks.length > 1).map((m) => m.record),
        (r) => count.get(r) ?? 0,
        spec.blocks.length === 1 ? headColumn(spec.blocks[0] as BlockSpec, allRecords) : null,
      ),
    ]),
  );

  const cells = new Map<string, Cell>();
  const tableRows: TableRow[] = [];
  const ambiguous: MatchedRow[] = [];
  for (const m of matched) {
    const order = (columns[m.row.block] as BlockColumns).order;
    const header = (columns[m.row.block] as BlockColumns).header;
    const placed = place(text, m.record, order.length, geometry.get(m.row.block) as Geometry, header);
    tableRows.push(tableRow(m));
    if (!placed) {
      ambiguous.push(m);
      continue;
    }
    const block = spec.blocks[m.row.block] as BlockSpec;
    const names = blockNames(spec, block).get(m.row.spec.id) as ReadonlyMap<string, string>;
    order.forEach((column, i) => {
      if (column) addCell(text, cells, names.get(column.id) as string, m.row.spec.id, column, placed[i] as RawCell);
    });
  }
  const present = new Set(matched.map((m) => m.row.index));
  const labels = readLabels(spec, matched, allRecords, rest);
  return {
    cells: inFormOrder(cells, spec),
    rows: tableRows,
    gaps: [
      ...missingRows(spec, form, present, matched, tableRange),
      ...missingColumns(spec, columns, matched),
      ...ambiguousRows(spec, columns, ambiguous),
    ],
    labels: labels.slips,
    stray: [...matched.filter((m) => m.moved), ...doubles].map(strayRow(doubles)),
    headers: labels.headers,
  };
}

/** A bare number between two halves of a label is a page number: the halves belong together. */
function mergeStrayNumbers(records: readonly TableRecord[], spec: TableSpec): TableRecord[] {
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
function withoutUnfinished(matched: MatchedRow[], form: readonly FormRow[]): MatchedRow[] {
  const last = matched[matched.length - 1];
  const unfinished = last?.record.values.every((c) => c.text === '') && last.row.index < form.length - 1;
  return unfinished ? matched.slice(0, -1) : matched;
}

/** Labels first; then, between two rows that are sure, as many records as rows are missing are those rows. */
function matchRows(
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
  all.forEach((record, k) => {
    const index = rowOf[k];
    const own = index === null || index === undefined ? null : index;
    const again = own === null ? (options[k] as Match[]).find((m) => m.exact && record.values.length > 0) : undefined;
    if (own !== null)
      matched.push({ record, row: form[own] as FormRow, match: matches[k] ?? null, moved: moved.has(k) });
    else if (again) doubles.push({ record, row: form[again.row] as FormRow, match: again, moved: true });
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
  blanks(rest, rest.length, records[records.length - 1]?.row ?? null);
  return result;
}

/** Whether words go on with the label of a row whose short form came before. */
function isRest(label: RawCell, rest: readonly RawCell[], spec: TableSpec): boolean {
  const name = label.name;
  const next = labelName(label.text + (rest[0] as RawCell).text);
  return (formRows(spec).byName.get(name) ?? []).some((r) => r.names.some((n) => n !== name && n.startsWith(next)));
}

function tableRow({ record, row, match }: MatchedRow): TableRow {
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

function strayRow(doubles: readonly MatchedRow[]): (m: MatchedRow) => StrayRow {
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

function joined(cells: readonly RawCell[]): Text | null {
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

// --- columns -------------------------------------------------------------------------------------------------------

/** What the values of a row are, from left to right; null stands for a column that the form does not have (小计). */
interface BlockColumns {
  readonly order: readonly (ColumnSpec | null)[];
  readonly missing: readonly ColumnSpec[];
  /** Where the labels of the columns stand in a header of the block's own, if all were found there. */
  readonly header: readonly HeaderSpan[] | null;
}

/** Where the label of the first column stands in the head of a table. */
function headColumn(block: BlockSpec, records: readonly TableRecord[]): number | null {
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

function readColumns(spec: TableSpec, matched: readonly MatchedRow[], records: readonly TableRecord[]): BlockColumns[] {
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

// --- gaps ----------------------------------------------------------------------------------------------------------

function missingRows(
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

function missingColumns(spec: TableSpec, columns: readonly BlockColumns[], matched: readonly MatchedRow[]): Gap[] {
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

function ambiguousRows(spec: TableSpec, columns: readonly BlockColumns[], rows: readonly MatchedRow[]): Gap[] {
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

// --- the table of one unlabelled row -------------------------------------------------------------------------------

function readUnlabelled(
  text: string,
  spec: TableSpec,
  records: readonly TableRecord[],
  rest: readonly RawCell[],
  tableRange: Range,
): Content {
  const block = spec.blocks[0] as BlockSpec;
  const columns = block.columns;
  const n = columns.length;
  const [first] = records;
  const cells = new Map<string, Cell>();
  const { slips: labels, headers } = readLabels(spec, [], records, rest);
  if (!first) {
    const gap: Gap = {
      kind: 'missing',
      cells: columns.map((c) => cellName(spec.id, '', c.id)),
      rows: [],
      columns: [],
      range: tableRange,
    };
    return { cells, rows: [], gaps: [gap], labels, headers, stray: [] };
  }
  const values = records.flatMap((r) => r.values);
  const record: TableRecord = {
    ...first,
    values,
    own: [],
    lastLine: records[records.length - 1]?.lastLine ?? first.lastLine,
  };
  const geometry = readGeometry(text, [record], () => n, null);
  const placed = place(text, { ...record, nextLine: null }, n, geometry);
  const row: TableRow = {
    id: '',
    label: null,
    range: { start: (values[0] as RawCell).start, end: (values[values.length - 1] as RawCell).end },
  };
  if (!placed) {
    const gap: Gap = {
      kind: 'ambiguous',
      cells: columns.map((c) => cellName(spec.id, '', c.id)),
      rows: [],
      columns: [],
      range: row.range,
    };
    return { cells, rows: [row], gaps: [gap], labels, headers, stray: [] };
  }
  columns.forEach((c, i) => {
    addCell(text, cells, cellName(spec.id, '', c.id), '', c, placed[i] as RawCell);
  });
  return { cells, rows: [row], gaps: [], labels, headers, stray: [] };
}

// --- cells ---------------------------------------------------------------------------------------------------------

function addCell(
  text: string,
  cells: Map<string, Cell>,
  name: string,
  row: string,
  column: ColumnSpec,
  raw: RawCell,
): void {
  const reading = column.kind === 'change' ? readCell(raw.text, 'change') : raw.reading;
  const range: Range = { start: raw.start, end: raw.end };
  // markup inside an HTML cell makes its words shorter than its range
  const plain = raw.end - raw.start === raw.text.length;
  let digits = range;
  if (reading.digits) {
    const [a, b] = reading.digits;
    const at = plain ? raw.start + a : text.indexOf(raw.text.slice(a, b), raw.start);
    if (at >= raw.start && at + b - a <= raw.end) digits = { start: at, end: at + b - a };
  }
  cells.set(name, {
    name,
    row,
    column: column.id,
    range,
    text: raw.text,
    value: reading.value,
    kind: reading.kind,
    digits,
    unit: reading.unit,
  });
}

function inFormOrder(cells: ReadonlyMap<string, Cell>, spec: TableSpec): ReadonlyMap<string, Cell> {
  const names = cellSpecs(spec).keys();
  let ordered = true;
  for (const name of cells.keys()) {
    let next = names.next();
    while (!next.done && next.value !== name) next = names.next();
    if (next.done) {
      ordered = false;
      break;
    }
  }
  if (ordered) return cells;
  const sorted = new Map<string, Cell>();
  for (const name of cellSpecs(spec).keys()) {
    const cell = cells.get(name);
    if (cell) sorted.set(name, cell);
  }
  return sorted;
}
