/** Tables as cells with spans, before any layout: what a word processor holds. */
import {
  DISPUTE_BLOCKS,
  DISPUTE_COLUMNS,
  type Form,
  proactiveBlocks,
  REQUEST_COLUMNS,
  REQUEST_NOTE,
  requestLeaves,
  type TableId,
} from './forms';
import { at } from './random';
import type { Written } from './values';

export interface GridCell {
  readonly kind: 'head' | 'label' | 'value';
  /** Label or header in one piece. */
  readonly text: string;
  /** The same in the pieces that it is broken into; one piece where it is not broken. */
  readonly pieces: readonly string[];
  readonly colspan: number;
  rowspan: number;
  /** Name of the number; a 小计 cell has none. */
  readonly name?: string;
  readonly written?: Written | null;
  /** Words that slipped into the row below, as a page break does with a header. */
  readonly tail?: string;
}

export interface GridRow {
  readonly id: string | null;
  readonly head: boolean;
  readonly cells: readonly GridCell[];
}

export interface Grid {
  readonly rows: readonly GridRow[];
  readonly width: number;
  /** How many columns at the left carry labels that span (0 where nothing is merged there). */
  readonly labelColumns: number;
}

/** What the builders ask of the draft's style. */
export interface GridStyle {
  /** A label in the draft's way of writing brackets and numbering. */
  readonly label: (text: string) => string;
  /** Pieces of a label, where it is broken over lines. */
  readonly pieces: (text: string) => readonly string[];
  /** How a number is written; `null` for a blank cell. */
  readonly write: (name: string) => Written | null;
  /** The order of things that stand side by side in a header; `items` itself where the author kept the form's. */
  readonly order: <T>(items: readonly T[], key: string) => readonly T[];
  /** How a number that is not of the form (a 小计) is written. */
  readonly writeExtra: (key: string, value: number) => Written | null;
}

export interface RequestOptions {
  readonly subtotalColumn: boolean;
  readonly subtotalRows: boolean;
  readonly omitRows: ReadonlySet<string>;
  /** Indexes of rows before which a page ends. */
  readonly pageBreaks: readonly number[];
  readonly repeatHeader: boolean;
  /** Whether a repeated header has its words broken over two rows. */
  readonly brokenHeader: boolean;
  /** What a merged label shows on the next page. */
  readonly continuation: 'repeat' | 'empty';
}

function text(kind: 'head' | 'label', words: string, style: GridStyle, colspan = 1, rowspan = 1): GridCell {
  const decorated = style.label(words);
  return { kind, text: decorated, pieces: style.pieces(decorated), colspan, rowspan };
}

/** Table 3, in as many parts as pages. */
export function requestsGrid(
  form: Form,
  style: GridStyle,
  numbers: ReadonlyMap<string, number | null>,
  options: RequestOptions,
): Grid[] {
  const organisations = style.order(REQUEST_COLUMNS.slice(1, 6), 'organisations');
  const blocks = style.order(['naturalPerson', 'organisations', 'total'], 'applicants');
  const width = 10 + (options.subtotalColumn ? 1 : 0);
  const slipped = (words: string, broken: boolean): GridCell => ({
    ...text('head', broken ? words.slice(0, -1) : words, { ...style, pieces: (t) => [t] }, 1, 2),
    ...(broken ? { tail: words.slice(-1) } : {}),
  });
  const header = (broken: boolean): GridRow[] => [
    {
      id: null,
      head: true,
      cells: [text('head', REQUEST_NOTE, style, 3, 3), text('head', '申请人情况', style, width - 3)],
    },
    {
      id: null,
      head: true,
      cells: blocks.map((block) =>
        block === 'organisations'
          ? text('head', '法人或其他组织', style, 5 + (options.subtotalColumn ? 1 : 0))
          : slipped(block === 'total' ? '总计' : '自然人', broken),
      ),
    },
    {
      id: null,
      head: true,
      cells: [
        ...organisations.map((column) => text('head', column.text, style)),
        ...(options.subtotalColumn ? [text('head', '小计', style)] : []),
      ],
    },
  ];
  const value = (row: string, column: string): GridCell => {
    const name = `requests.${row}.${column}`;
    return { kind: 'value', text: '', pieces: [], colspan: 1, rowspan: 1, name, written: style.write(name) };
  };
  const extra = (key: string, sum: number): GridCell => ({
    kind: 'value',
    text: '',
    pieces: [],
    colspan: 1,
    rowspan: 1,
    written: style.writeExtra(key, sum),
  });
  const number = (row: string, column: string): number => numbers.get(`requests.${row}.${column}`) ?? 0;

  interface Line {
    readonly id: string;
    readonly labels: readonly { readonly text: string; readonly span: number }[];
    readonly sources: readonly string[];
  }
  const lines: Line[] = [];
  const leaves = requestLeaves(form).filter((leaf) => !options.omitRows.has(leaf.id));
  for (const [index, leaf] of leaves.entries()) {
    lines.push({ id: leaf.id, labels: leaf.labels, sources: [leaf.id] });
    const group = leaf.labels.length === 3 ? at(leaf.labels, 1) : undefined;
    if (options.subtotalRows && group !== undefined && leaves[index + 1]?.labels[1]?.text !== group.text) {
      const members = leaves.filter((other) => other.labels.length === 3 && other.labels[1]?.text === group.text);
      lines.push({
        id: '',
        labels: [at(leaf.labels, 0), group, { text: '小计', span: 1 }],
        sources: members.map((member) => member.id),
      });
    }
  }

  const cuts = new Set(options.pageBreaks.filter((cut) => cut > 0 && cut < lines.length));
  const parts: GridRow[][] = [];
  let rows = header(false);
  // The label cells that the next row may continue, by column.
  let open = new Map<number, GridCell>();
  let previous: Line | undefined;
  for (const [index, line] of lines.entries()) {
    const broke = cuts.has(index);
    if (broke) {
      parts.push(rows);
      rows = options.repeatHeader ? header(options.brokenHeader) : [];
      open = new Map();
    }
    const cells: GridCell[] = [];
    let column = 0;
    for (const [depth, label] of line.labels.entries()) {
      const sameAsAbove =
        previous !== undefined &&
        depth < line.labels.length - 1 &&
        previous.labels.slice(0, depth + 1).every((other, at) => other.text === line.labels[at]?.text);
      const merged = sameAsAbove ? open.get(column) : undefined;
      if (merged !== undefined) merged.rowspan++;
      else {
        const words = sameAsAbove && broke && options.continuation === 'empty' ? '' : label.text;
        const cell = words === '' ? blankLabel(label.span) : text('label', words, style, label.span);
        cells.push(cell);
        open.set(column, cell);
      }
      column += label.span;
    }
    const sum = (column: string): number => line.sources.reduce((total, row) => total + number(row, column), 0);
    const add = (applicant: string): void => {
      const own = line.id !== '';
      cells.push(own ? value(line.id, applicant) : extra(`${line.sources[0]}.${applicant}`, sum(applicant)));
    };
    for (const block of blocks) {
      if (block !== 'organisations') {
        add(block);
        continue;
      }
      for (const organisation of organisations) add(organisation.id);
      if (options.subtotalColumn) {
        const organisationsSum = organisations.reduce((total, other) => total + sum(other.id), 0);
        cells.push(extra(`${line.sources[0]}.subtotal`, organisationsSum));
      }
    }
    rows.push({ id: line.id === '' ? null : line.id, head: false, cells });
    previous = line;
  }
  parts.push(rows);
  return parts.map((part) => ({ rows: part, width, labelColumns: 3 }));
}

function blankLabel(colspan: number): GridCell {
  return { kind: 'label', text: '', pieces: [''], colspan, rowspan: 1 };
}

/** Table 2, in as many parts as pages. `simple` has four columns of one width, as most offices retype it. */
export function proactiveGrid(
  form: Form,
  style: GridStyle,
  options: { simple: boolean; pageBreaks: readonly number[]; unitInHeader: boolean },
): Grid[] {
  const { width: official, blocks } = proactiveBlocks(form);
  const width = options.simple ? 4 : official;
  const simpleSpans = (count: number): number[] =>
    Array.from({ length: count }, (_, i) => (i === count - 1 ? 5 - count : 1));
  const parts: GridRow[][] = [];
  let rows: GridRow[] = [];
  for (const [index, block] of blocks.entries()) {
    if (index > 0 && options.pageBreaks.includes(index)) {
      parts.push(rows);
      rows = [];
    }
    const count = block.headers.length;
    const order = style.order(block.columns, `block ${block.item}`);
    const labels = [at(block.headers, 0), ...order.map((c) => at(block.headers, block.columns.indexOf(c) + 1))];
    const headerSpans = options.simple ? simpleSpans(count) : block.headerSpans;
    const cellSpans = options.simple ? simpleSpans(count) : block.cellSpans;
    rows.push({ id: null, head: true, cells: [text('head', block.item, style, width)] });
    rows.push({
      id: null,
      head: true,
      cells: labels.map((words, i) => {
        const named = options.unitInHeader && words === '采购总金额' ? `${words}（单位：万元）` : words;
        return text('head', named, style, at(headerSpans, i));
      }),
    });
    for (const row of block.rows) {
      const values = order.map((column, i): GridCell => {
        const name = `proactive.${row.id}.${column}`;
        const colspan = at(cellSpans, i + 1);
        return { kind: 'value', text: '', pieces: [], colspan, rowspan: 1, name, written: style.write(name) };
      });
      rows.push({ id: row.id, head: false, cells: [text('label', row.text, style), ...values] });
    }
  }
  parts.push(rows);
  return parts.map((part) => ({ rows: part, width, labelColumns: 0 }));
}

/** Table 4. */
export function disputesGrid(style: GridStyle): Grid[] {
  const columns = style.order(DISPUTE_COLUMNS, 'results');
  const sides = style.order(['review', 'suit'], 'sides');
  const suits = style.order(DISPUTE_BLOCKS.slice(1), 'suits');
  const results = (rowspan: number): GridCell[] => columns.map((c) => text('head', c.text, style, 1, rowspan));
  const blocks = sides.flatMap((side) => (side === 'review' ? [DISPUTE_BLOCKS[0]] : suits));
  const values = blocks.flatMap((block) =>
    columns.map((column): GridCell => {
      const name = `disputes.${block.id}.${column.id}`;
      return { kind: 'value', text: '', pieces: [], colspan: 1, rowspan: 1, name, written: style.write(name) };
    }),
  );
  const rows: GridRow[] = [
    {
      id: null,
      head: true,
      cells: sides.map((side) =>
        side === 'review' ? text('head', '行政复议', style, 5) : text('head', '行政诉讼', style, 10),
      ),
    },
    {
      id: null,
      head: true,
      cells: sides.flatMap((side) =>
        side === 'review' ? results(2) : suits.map((suit) => text('head', suit.text, style, 5)),
      ),
    },
    { id: null, head: true, cells: [...results(1), ...results(1)] },
    { id: '', head: false, cells: values },
  ];
  return [{ rows, width: 15, labelColumns: 0 }];
}

/** One place of the expanded table: the cell that covers it, and whether it starts here. */
export interface Slot {
  readonly cell: GridCell;
  readonly column: number;
  /** First row and first column of the cell. */
  readonly origin: boolean;
  /** First column of the cell, in whichever row. */
  readonly left: boolean;
  /** Rows above this one that the cell covers. */
  readonly depth: number;
}

/** Every row with a slot for each of its columns. */
export function expand(grid: Grid): Slot[][] {
  const slots: (Slot | undefined)[][] = grid.rows.map(() => []);
  for (const [r, row] of grid.rows.entries()) {
    let column = 0;
    for (const cell of row.cells) {
      while (slots[r]?.[column] !== undefined) column++;
      for (let down = 0; down < cell.rowspan; down++) {
        const target = slots[r + down];
        for (let right = 0; target !== undefined && right < cell.colspan; right++) {
          target[column + right] = {
            cell,
            column: column + right,
            origin: down === 0 && right === 0,
            left: right === 0,
            depth: down,
          };
        }
      }
    }
  }
  return slots.map((row) => Array.from(row, (slot) => required(slot)));
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a hole in the grid');
  return value;
}

export type { TableId };
