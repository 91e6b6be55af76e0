import { type BlockSpec, cellName, cellSpecs, type RowSpec, type TableSpec } from '../forms';
import type { Range, Report, Table, TableRow } from '../model';
import { halfWidth, key } from '../text/chars';
import { readNumbering } from '../text/numbering';
import { tableGrid } from './grid';
import { lastMatch, rowBreak, rowSpan, tableSpan } from './place';
import type { DraftStyle } from './style';
import { minimalEdit, type TextEdit } from './textEdit';
import { label, writeTable } from './writeTable';

/** A row of the draft as a pattern for others: its text, and where in it the label and the numbers stand. */
interface Pattern {
  readonly text: string;
  readonly slots: readonly { readonly start: number; readonly end: number; readonly cell: string | null }[];
  /** What stands before the label. */
  readonly before: string;
}

/** What stands in a slot that is no cell of the form. */
const GROUP = '\u0000';
const SUBTOTAL = '\u0001';

/** Where new rows go, and what is put around them. */
interface Spot {
  readonly at: number;
  readonly head: string;
  readonly tail: string;
}

/** Puts rows that are missing into a table, each written as the rows beside it are. */
export class RowWriter {
  readonly #report: Report;
  readonly #table: Table;
  readonly #spec: TableSpec;
  readonly #style: DraftStyle;
  readonly #values: ReadonlyMap<string, number>;
  readonly #rows: readonly { readonly spec: RowSpec; readonly block: BlockSpec }[];
  readonly #patterns = new Map<string, Pattern | null>();

  constructor(report: Report, table: Table, spec: TableSpec, style: DraftStyle, values: ReadonlyMap<string, number>) {
    this.#report = report;
    this.#table = table;
    this.#spec = spec;
    this.#style = { ...style, layout: table.layout };
    this.#values = values;
    this.#rows = spec.blocks.flatMap((block) => block.rows.map((row) => ({ spec: row, block })));
  }

  /** Edits that put rows in, by their ids; null where a row of the draft that they go behind cannot be told. */
  insert(ids: readonly string[]): TextEdit[] | null {
    const edits: TextEdit[] = [];
    // in the order of the form, those beside each other together
    const order = this.#rows.map((r) => r.spec.id);
    const wanted = order.filter((id) => ids.includes(id));
    for (let i = 0; i < wanted.length; ) {
      let end = i + 1;
      while (
        end < wanted.length &&
        order.indexOf(wanted[end] as string) === order.indexOf(wanted[end - 1] as string) + 1
      )
        end++;
      const put = this.#run(wanted.slice(i, end));
      if (!put) return null;
      edits.push(...put);
      i = end;
    }
    return [...edits, ...(this.#table.layout === 'html' ? this.#spans(wanted) : [])].sort(
      (a, b) => a.range.start - b.range.start,
    );
  }

  /** Rows that follow each other in the form. */
  #run(ids: readonly string[]): TextEdit[] | null {
    const [first] = ids;
    const index = this.#rows.findIndex((r) => r.spec.id === first);
    const next = this.#present(index + ids.length);
    const { text } = this.#report;
    const own = this.#rows[index];
    if (!own || (!first && first !== '')) return null;
    const gap = rowBreak(text, this.#table);
    // the label of their group stands before the row that follows: they go between the two
    const group = own.spec.groups[own.spec.groups.length - 1];
    const head = group === undefined ? null : this.#headOf(group);
    const nextSpec = next ? this.#rows.find((r) => r.spec.id === next.id)?.spec : undefined;
    const previous = this.#before(index);
    const opens = group !== undefined && this.#rows[index - 1]?.spec.groups.includes(group) !== true;
    const behindHead =
      head && next?.label && opens && nextSpec?.groups.includes(group as string) && head.end <= next.label.range.start;
    if (behindHead && next?.label) {
      const pattern = this.#pattern(own.spec, false);
      if (!pattern) return null;
      const rows = ids.map((id) => this.#write(this.#specOf(id), false));
      const joined = rows.join(gap);
      if (!joined.startsWith(pattern.before)) return null;
      const at = next.label.range.start;
      return [{ range: { start: at, end: at }, newText: joined.slice(pattern.before.length) + gap + pattern.before }];
    }
    const spot = this.#spot(index, ids, previous, next, gap);
    if (!spot) return null;
    const seen = new Set<string>();
    const rows = ids.map((id) => {
      const spec = this.#specOf(id);
      const inner = spec.groups[spec.groups.length - 1];
      const fresh = inner !== undefined && !seen.has(inner) && !this.#hasRows(inner, ids) && !this.#headOf(inner);
      if (inner !== undefined) seen.add(inner);
      return this.#write(spec, fresh);
    });
    return [{ range: { start: spot.at, end: spot.at }, newText: spot.head + rows.join(gap) + spot.tail }];
  }

  #spot(
    index: number,
    ids: readonly string[],
    previous: TableRow | null,
    next: TableRow | null,
    gap: string,
  ): Spot | null {
    const { text } = this.#report;
    const { layout } = this.#table;
    const block = this.#rows[index]?.block;
    const inBlock = (row: TableRow | null): boolean =>
      row !== null && block?.rows.some((r) => r.id === row.id) === true;
    if (this.#spec.blocks.length > 1 && !inBlock(previous)) {
      if (next && inBlock(next)) return { at: rowSpan(text, layout, next.range).start, head: '', tail: gap };
      return this.#spotOfBlock(block as BlockSpec, ids, previous, gap);
    }
    if (previous) return { at: rowSpan(text, layout, previous.range).end, head: gap, tail: '' };
    if (next) return { at: rowSpan(text, layout, next.range).start, head: '', tail: gap };
    return this.#behindHeads(this.#table.range.end, gap);
  }

  /** A block without any row: behind its header where that is there, else with one behind the block before. */
  #spotOfBlock(block: BlockSpec, ids: readonly string[], previous: TableRow | null, gap: string): Spot | null {
    const { text } = this.#report;
    const from = previous?.range.end ?? this.#table.range.start;
    const upTo = Math.min(
      ...this.#table.rows.map((r) => r.range.start).filter((s) => s >= from),
      this.#table.range.end,
    );
    const heads = this.#table.heads.filter((h) => h.start >= from && h.end <= upTo);
    const words = (h: Range): string => key(text.slice(h.start, h.end));
    const own = heads.findIndex((h) => words(h) === key(block.heading ?? ''));
    if (own >= 0) {
      const later = heads.findIndex((h, i) => i > own && words(h).startsWith('第二十条'));
      const last = heads[(later < 0 ? heads.length : later) - 1] as Range;
      return this.#behindHeads(last.end, gap);
    }
    const last = ids[ids.length - 1];
    if (!previous || !block.rows.some((r) => r.id === last)) return null;
    const lines = this.#formLines();
    const grid = tableGrid(this.#spec);
    const first = grid.rows.findIndex((r) => r.id === ids[0]);
    let start = first;
    while (start > 0 && grid.rows[start - 1]?.id === null) start--;
    const header = lines.slice(start, first);
    const at = rowSpan(text, this.#table.layout, previous.range).end;
    return { at, head: gap + header.map((l) => l + gap).join(''), tail: '' };
  }

  #behindHeads(offset: number, gap: string): Spot {
    const { text } = this.#report;
    return { at: rowSpan(text, this.#table.layout, { start: offset, end: offset }).end, head: gap, tail: '' };
  }

  #specOf(id: string): RowSpec {
    return this.#rows.find((r) => r.spec.id === id)?.spec as RowSpec;
  }

  #present(from: number): TableRow | null {
    for (const { spec } of this.#rows.slice(from)) {
      const row = this.#table.rows.find((r) => r.id === spec.id);
      if (row) return row;
    }
    return null;
  }

  #before(index: number): TableRow | null {
    for (let i = index - 1; i >= 0; i--) {
      const row = this.#table.rows.find((r) => r.id === this.#rows[i]?.spec.id);
      if (row) return row;
    }
    return null;
  }

  #hasRows(group: string, without: readonly string[]): boolean {
    return this.#table.rows.some((r) => !without.includes(r.id) && this.#specOf(r.id).groups.includes(group));
  }

  /** Where the label of a group stands in the draft. */
  #headOf(group: string): Range | null {
    const { text } = this.#report;
    const name = key(group);
    return this.#table.heads.find((h) => key(text.slice(h.start, h.end)) === name) ?? null;
  }

  /** A row with its label and numbers, after the pattern of one that is there. */
  #write(spec: RowSpec, opens: boolean): string {
    const pattern = this.#pattern(spec, opens);
    const group = spec.groups[spec.groups.length - 1];
    if (!pattern) {
      const grid = tableGrid(this.#spec);
      return this.#formLines()[grid.rows.findIndex((r) => r.id === spec.id)] ?? '';
    }
    let out = '';
    let at = 0;
    for (const slot of pattern.slots) {
      const old = pattern.text.slice(slot.start, slot.end);
      out += pattern.text.slice(at, slot.start);
      if (slot.cell === null) out += likeLabel(spec.label, old, this.#style);
      else if (slot.cell === GROUP) out += likeLabel(group ?? '', old, this.#style);
      else if (slot.cell === SUBTOTAL)
        out += this.#digits(
          this.#subtotal(spec, (n) => this.#values.get(n)),
          old,
        );
      else out += this.#number(cellName(this.#spec.id, spec.id, slot.cell), old);
      at = slot.end;
    }
    out += pattern.text.slice(at);
    if (opens && this.#table.layout === 'html' && group !== undefined) {
      const rows = this.#rows.filter((r) => r.spec.groups.includes(group)).length;
      out = out.replace(/\browspan\s*=\s*(["']?)\d+\1/i, `rowspan="${rows}"`);
    }
    return out;
  }

  /** What an author's own column of subtotals holds in a row: the sum of the columns that share a label. */
  #subtotal(spec: RowSpec, numberIn: (name: string) => number | null | undefined): number {
    const block = this.#rows.find((r) => r.spec === spec)?.block;
    const shared = block?.columns.filter((c) => c.groups.length > 1) ?? [];
    return shared.reduce((n, c) => n + (numberIn(cellName(this.#spec.id, spec.id, c.id)) ?? 0), 0);
  }

  #number(name: string, old: string): string {
    return this.#digits(this.#values.get(name) ?? 0, old);
  }

  #digits(value: number, old: string): string {
    const digits = String(value);
    const wide = /[０-９]/.test(old);
    const own = wide ? digits.replace(/\d/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)) : digits;
    return this.#style.layout === 'spaces' ? own.padStart(old.length) : own;
  }

  /** The rows of the form as they are written where nothing else is there to go by. */
  #formLines(): string[] {
    const { eol, layout } = this.#style;
    const grid = tableGrid(this.#spec);
    const text = writeTable(this.#spec, (name) => String(this.#values.get(name) ?? 0), this.#style);
    if (layout === 'cells') return text.split(eol + eol);
    const lines = text.split(eol);
    if (layout === 'html') return lines.slice(1, -1);
    if (layout === 'pipes') return [lines[0] as string, ...lines.slice(2)];
    if (layout !== 'lines') return lines;
    let at = 0;
    return grid.rows.map((row) => {
      const own = lines.slice(at, at + row.cells.length * 2 - 1);
      at += row.cells.length * 2;
      return own.join(eol);
    });
  }

  /** @param opens whether the row shall stand with the label of its group before it */
  #pattern(spec: RowSpec, opens: boolean): Pattern | null {
    const id = `${spec.groups.length} ${opens} ${this.#rows.find((r) => r.spec === spec)?.block.columns.length}`;
    const known = this.#patterns.get(id);
    if (known !== undefined) return known;
    const columns = this.#rows.find((r) => r.spec === spec)?.block.columns.map((c) => c.id) ?? [];
    // the nearest rows first: what a page break changed changed for all behind it
    const index = this.#rows.findIndex((r) => r.spec === spec);
    const near = this.#table.rows
      .map((row) => ({ row, at: this.#rows.findIndex((r) => r.spec.id === row.id) }))
      .sort((a, b) => Math.abs(a.at - index) - Math.abs(b.at - index));
    let found: Pattern | null = null;
    for (const { row, at } of near) {
      const other = this.#rows[at];
      if (!other || other.spec.groups.length !== spec.groups.length) continue;
      if (other.block.columns.map((c) => c.id).join() !== columns.join()) continue;
      found = this.#read(row, other.spec, opens);
      if (found) break;
    }
    // with an author's own column any row shows more of the table than the form does
    for (const { row, at } of found ? [] : near) {
      const other = this.#rows[at];
      if (other?.block.columns.map((c) => c.id).join() !== columns.join()) continue;
      const own = this.#read(row, other.spec, false);
      if (!own?.slots.some((slot) => slot.cell === SUBTOTAL)) continue;
      found = own;
      break;
    }
    this.#patterns.set(id, found);
    return found;
  }

  /** A row as a pattern, if it holds nothing but labels and plain numbers. */
  #read(row: TableRow, spec: RowSpec, opens: boolean): Pattern | null {
    const { text } = this.#report;
    if (!row.label) return null;
    const written = text.slice(row.label.range.start, row.label.range.end);
    if (written !== row.label.text && !(this.#table.layout === 'html' && isTornByTags(written))) return null;
    const group = spec.groups[spec.groups.length - 1];
    const head = group === undefined ? null : this.#headOf(group);
    const label = withNumber(text, row.label.range, head?.end ?? 0);
    let range = { start: Math.min(label.start, row.range.start), end: row.range.end };
    const near = head && head.start < label.start ? text.slice(head.end, label.start) : null;
    const headed = near !== null && near.replace(/<[^<>]*>|[\s|｜]/g, '') === '';
    if (opens !== headed) return null;
    if (headed && head) range = { start: Math.min(head.start, range.start), end: range.end };
    const span = rowSpan(text, this.#table.layout, range);
    const slots: { start: number; end: number; cell: string | null }[] = [];
    const add = (r: Range, cell: string | null): void => {
      slots.push({ start: r.start - span.start, end: r.end - span.start, cell });
    };
    if (headed && head) add(head, GROUP);
    add(label, null);
    for (const name of cellSpecs(this.#spec).keys()) {
      const cell = this.#table.cells.get(name);
      if (!cell || cell.row !== row.id) continue;
      if (cell.kind !== 'number' || !/^[\d０-９,，]+\s*[件宗条份个项次]?$/.test(cell.text)) return null;
      add(cell.digits, cell.column);
    }
    const whole = text.slice(span.start, span.end);
    // a note beside one row is none beside another
    if (whole.includes('<!--')) return null;
    const extra = between(whole, slots);
    if (extra === null || extra.length > 1) return null;
    const [sum] = extra;
    if (
      sum &&
      Number(halfWidth(whole.slice(sum.start, sum.end))) !==
        this.#subtotal(spec, (name) => this.#table.cells.get(name)?.value)
    ) {
      return null;
    }
    if (sum) slots.push({ ...sum, cell: SUBTOTAL });
    slots.sort((a, b) => a.start - b.start);
    const labelled = slots.find((s) => s.cell === null);
    return { text: whole, slots, before: whole.slice(0, labelled?.start ?? 0) };
  }

  /** The cells of HTML that reach over rows reach over the new ones too. */
  #spans(ids: readonly string[]): TextEdit[] {
    const { text } = this.#report;
    const edits: TextEdit[] = [];
    const groups = new Set(this.#rows.flatMap((r) => (ids.includes(r.spec.id) ? r.spec.groups : [])));
    for (const group of groups) {
      const head = this.#headOf(group);
      if (!head) continue;
      const open = lastMatch(text, /<t[dh]\b/gi, head.start);
      const close = text.indexOf('>', open);
      if (open < tableSpan(this.#report, this.#table).start || close < 0 || close > head.start) continue;
      const of = (list: readonly string[]): number =>
        this.#rows.filter((r) => r.spec.groups.includes(group) && list.includes(r.spec.id)).length;
      const had = of(this.#table.rows.map((r) => r.id));
      const tag = text.slice(open, close);
      const attribute = /\browspan\s*=\s*["']?\s*(\d+)/i.exec(tag);
      const now = Number(attribute?.[1] ?? 1);
      if (now > had) continue;
      const to = String(now + of(ids));
      if (attribute) {
        const end = open + attribute.index + attribute[0].length;
        edits.push(minimalEdit(text, { start: end - (attribute[1] as string).length, end }, to));
      } else edits.push({ range: { start: open + 3, end: open + 3 }, newText: ` rowspan="${to}"` });
    }
    return edits;
  }
}

/** A label with the number before it, where a space parts the two in a layout that has no frame. */
function withNumber(text: string, { start, end }: Range, limit: number): Range {
  const before = text.slice(Math.max(limit, start - LONGEST_NUMBER, text.lastIndexOf('\n', start - 1) + 1), start);
  const number =
    /(?:[（(][一二三四五六七八九十\d０-９]+[）)]|[一二三四五六七八九十\d０-９]+[、．.，])[ \u3000\u00a0]+$/.exec(
      before,
    );
  return { start: start - (number?.[0].length ?? 0), end };
}

/** `（十） ` and the like. */
const LONGEST_NUMBER = 8;

/** Whether words stand apart by tags only that close what they open, so that words without them can take their place. */
function isTornByTags(written: string): boolean {
  const open = new Map<string, number>();
  for (const [, close, name = ''] of written.matchAll(/<(\/?)([a-z][a-z0-9]*)[^<>]*>/gi)) {
    const tag = name.toLowerCase();
    if (/^(?:td|th|tr|table)$/.test(tag)) return false;
    if (tag !== 'br') open.set(tag, (open.get(tag) ?? 0) + (close ? -1 : 1));
  }
  return [...open.values()].every((n) => n === 0) && !written.includes('<!--');
}

/** A label of the form with its number written as another label's: width of brackets, mark, space behind it. */
export function likeLabel(words: string, like: string, style: Pick<DraftStyle, 'halfWidth'>): string {
  const own = readNumbering(words);
  const other = readNumbering(like);
  if (!own || !other || own.level !== other.level) return label(words, style);
  const numeral = /[一二三四五六七八九十]+|[0-9０-９]+/;
  const mark = like.slice(0, other.mark).replace(numeral, numeral.exec(words)?.[0] ?? '');
  return mark + like.slice(other.mark, other.length) + label(words.slice(own.length), style);
}

/** Numbers of a row that stand between its slots, or null where anything else does but the marks of a layout. */
function between(
  row: string,
  slots: readonly { readonly start: number; readonly end: number }[],
): { start: number; end: number }[] | null {
  const numbers: { start: number; end: number }[] = [];
  let at = 0;
  const sorted = [...slots].sort((a, b) => a.start - b.start);
  for (const slot of [...sorted, { start: row.length, end: row.length }]) {
    if (slot.start < at) return null;
    // tags become spaces, so that places stay
    const rest = row
      .slice(at, slot.start)
      .replace(/<[^<>]*>|&nbsp;|[件宗条份个项次]/g, (tag) => ' '.repeat(tag.length));
    for (const match of rest.matchAll(/[\d０-９]+/g)) {
      numbers.push({ start: at + match.index, end: at + match.index + match[0].length });
    }
    if (/[^\s|｜"\d０-９]/.test(rest)) return null;
    at = slot.end;
  }
  return numbers;
}
