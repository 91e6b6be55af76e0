import { type BlockSpec, type ColumnSpec, LABELS, labelName } from '../forms';
import type { Layout } from '../model';
import { RawCell } from './rawRow';
import { isSubtotal } from './subtotal';

/** The columns of a block from left to right; null stands for one that the form does not have. */
export type ColumnOrder = readonly (ColumnSpec | null)[];

/** A label of a header with what stands under it. */
interface Node {
  readonly names: ReadonlySet<string>;
  /** Null for a label over several columns. */
  readonly column: ColumnSpec | null;
  readonly children: readonly Node[];
  /** The columns below it, from left to right; the node itself for a column. */
  readonly leaves: readonly Node[];
}

/** A label that was found in the header, or a column that the author added (null). */
interface Place {
  readonly node: Node | null;
  readonly cell: RawCell;
}

const trees = new Map<BlockSpec, Node>();

/** The columns of a block under the labels that the form prints above them. */
function headerTree(block: BlockSpec): Node {
  let tree = trees.get(block);
  if (!tree) {
    tree = group(new Set(), nodes(block.columns, 0));
    trees.set(block, tree);
  }
  return tree;
}

function nodes(columns: readonly ColumnSpec[], depth: number): Node[] {
  const result: Node[] = [];
  for (let i = 0; i < columns.length; ) {
    const column = columns[i] as ColumnSpec;
    const above = column.groups[depth];
    if (above === undefined) {
      const leaf = { names: new Set([column.label, ...column.accepted].map(labelName)), column, children: [] };
      const node: Node = { ...leaf, leaves: [] };
      (node.leaves as Node[]).push(node);
      result.push(node);
      i++;
      continue;
    }
    const from = i;
    while (i < columns.length && columns[i]?.groups[depth] === above) i++;
    result.push(group(new Set([labelName(above)]), nodes(columns.slice(from, i), depth + 1)));
  }
  return result;
}

function group(names: ReadonlySet<string>, children: readonly Node[]): Node {
  return { names, column: null, children, leaves: children.flatMap((c) => c.leaves) };
}

/**
 * What order the labels of a header give to the columns of a block.
 * A label is only evidence against the form's order where the layout tells that it stands beside another one: in
 * one line, in the columns of an HTML table, or one behind the other where every cell has its own line.
 * @param header the cells of the header, in the order of the text
 * @returns the order; `null` where nothing speaks against the form's; `'unclear'` where the labels contradict it
 * and do not say what stands where
 */
export function headerOrder(
  block: BlockSpec,
  header: readonly RawCell[],
  layout: Layout,
): ColumnOrder | 'unclear' | null {
  if (block.columns.length < 2) return null;
  const root = headerTree(block);
  const cells = assemble(
    header.filter((c) => c.numbering === null && !c.value && !c.blank),
    layout,
  );
  const same = inOrder(root.leaves, cells);
  const all = root.leaves.every((leaf) => cells.some((c) => leaf.names.has(c.name)));
  if (new Set(block.columns.map((c) => c.label)).size < block.columns.length) {
    const groups = groupOrder(root, cells, layout);
    return same && groups === null ? null : groups === 'unclear' ? groups : repeatedOrder(root, groups, cells, layout);
  }
  // a label that is torn may be what stands elsewhere
  return same && all ? null : flatten(ordered(root, cells, layout));
}

/** Most pieces that a line break makes of a label. */
const PIECES = 4;

/** Labels that were torn apart put together: of pieces behind each other, or below each other in a frame. */
function assemble(cells: readonly RawCell[], layout: Layout): readonly RawCell[] {
  const framed = layout !== 'spaces' && !sequential(layout);
  if (cells.every((c) => LABELS.has(c.name))) return cells;
  const result: RawCell[] = [];
  const used = new Set<RawCell>();
  // a row whose last cell goes on in the next line is one row with that line
  const row = new Map<number, number>();
  const known = (pieces: readonly RawCell[]): boolean => LABELS.has(labelName(pieces.map((c) => c.text).join('')));
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] as RawCell;
    if (used.has(cell)) continue;
    const below = cells.filter((c, k) => framed && k > i && c.col === cell.col && c.line > cell.line && !used.has(c));
    let pieces: readonly RawCell[] = [cell];
    for (let n = PIECES; n > 1 && pieces.length === 1; n--) {
      for (const list of [cells.slice(i, i + n), [cell, ...below.slice(0, n - 1)]]) {
        if (list.length === n && known(list)) pieces = list;
      }
    }
    const line = row.get(cell.line) ?? cell.line;
    const last = pieces.at(-1) as RawCell;
    if (framed && cells.find((c) => c.line === last.line) === last) row.set(last.line, line);
    for (const c of pieces) used.add(c);
    result.push(new RawCell(pieces.map((c) => c.text).join(''), cell.start, last.end, cell.col, line));
  }
  return result;
}

/** Whether the labels that are there come one behind the other as in the form. */
function inOrder(expected: readonly Node[], cells: readonly RawCell[]): boolean {
  let at = 0;
  const known = new Set(expected.flatMap((n) => [...n.names]));
  for (const cell of cells) {
    if (!known.has(cell.name)) continue;
    while (at < expected.length && !expected[at]?.names.has(cell.name)) at++;
    if (at++ === expected.length) return false;
  }
  return true;
}

type Ordered = { readonly order: (Node | null)[]; readonly changed: boolean } | 'unclear';

/** The columns below a node; each label of them is there once. */
function ordered(node: Node, cells: readonly RawCell[], layout: Layout): Ordered {
  const own = siblings(node.children, cells, layout);
  if (own === 'unclear') return own;
  const order: (Node | null)[] = [];
  let changed = own !== null;
  for (const child of own ?? node.children) {
    if (child === null || child.column) {
      order.push(child);
      continue;
    }
    const below = ordered(child, cells, layout);
    if (below === 'unclear') return below;
    changed ||= below.changed;
    order.push(...below.order);
  }
  return { order, changed };
}

function flatten(result: Ordered): ColumnOrder | 'unclear' | null {
  if (result === 'unclear') return result;
  return result.changed ? result.order.map((n) => n?.column ?? null) : null;
}

/** Whether each cell of the layout has a line of its own, in the order of the rows. */
function sequential(layout: Layout): boolean {
  return layout === 'lines' || layout === 'cells' || layout === 'barred';
}

/** The cells of which the layout tells which stands left of which, from left to right. */
function lines(cells: readonly RawCell[], layout: Layout): RawCell[][] {
  if (sequential(layout)) return [[...cells]];
  if (layout === 'html') return [[...cells].sort((a, b) => a.col - b.col || a.start - b.start)];
  const byLine = new Map<number, RawCell[]>();
  for (const cell of cells) {
    const line = byLine.get(cell.line);
    if (line) line.push(cell);
    else byLine.set(cell.line, [cell]);
  }
  // a merged cell that the layout repeats is one label
  return [...byLine.values()].map((line) => line.filter((c, i) => c.name !== line[i - 1]?.name));
}

/** @returns the order of labels side by side, `null` for the form's */
function siblings(
  expected: readonly Node[],
  cells: readonly RawCell[],
  layout: Layout,
): readonly (Node | null)[] | 'unclear' | null {
  if (expected.length < 2) return null;
  const grouped = expected.some((n) => !n.column);
  for (const line of lines(cells, layout)) {
    const places = placesOf(expected, line, layout);
    const found = expected.filter((n) => places.some((p) => p.node === n));
    if (found.length < 2 || consistent(found, places)) continue;
    const missing = expected.filter((n) => !found.includes(n));
    if (missing.length === 1) {
      // by elimination: the one label that is not known is the one that is not there
      const unknown = line.filter((c) => !LABELS.has(c.name));
      if (!sequential(layout) && unknown.length === 1) {
        places.push({ node: missing[0] as Node, cell: unknown[0] as RawCell });
        places.sort((a, b) => line.indexOf(a.cell) - line.indexOf(b.cell));
        missing.length = 0;
      }
    }
    const once = found.every((n) => places.filter((p) => p.node === n).length === 1);
    if (missing.length === 0 && once) return places.map((p) => p.node);
    // over several lines a label above others may come before or behind them
    if (!(sequential(layout) && grouped)) return 'unclear';
  }
  return null;
}

/**
 * Where the labels stand, a group by its own label or else by the first label below it; and columns of subtotals.
 * Half of a label that a line break tore apart will do where that cannot be half of another one.
 */
function placesOf(expected: readonly Node[], line: readonly RawCell[], layout: Layout): Place[] {
  const places: Place[] = [];
  const halves = !sequential(layout) || expected.length === 2;
  const lowest = expected.every((n) => n.column);
  const lost = new Set(expected.filter((n) => !line.some((c) => n.names.has(c.name))));
  for (const cell of line) {
    let node = expected.find((n) => n.names.has(cell.name)) ?? null;
    if (!node && lost.size > 0) {
      const own = [...lost];
      // cell by cell the labels of the line above all come before those below them
      const above = sequential(layout)
        ? undefined
        : own.find((n) => !n.column && n.leaves.some((l) => l.names.has(cell.name)));
      const pieces = halves && !LABELS.has(cell.name) ? own.filter((n) => isHalf(cell, n, sequential(layout))) : [];
      node = above ?? (pieces.length === 1 ? (pieces[0] as Node) : null);
      if (node) lost.delete(node);
    }
    if (node || (lowest && isSubtotal(cell.name))) places.push({ node, cell });
  }
  return places;
}

/** Labels over columns, and over several of them. */
const COLUMN_LABELS: readonly string[] = [...LABELS]
  .filter(([, uses]) => uses.some((u) => u.role === 'column' || u.role === 'columnGroup'))
  .map(([name]) => name);

/**
 * Whether the words are the beginning or the end of a label.
 * @param only and of no other one: in a line by themselves nothing beside them tells
 */
function isHalf({ name }: RawCell, node: Node, only: boolean): boolean {
  const half = (label: string): boolean => label.startsWith(name) || label.endsWith(name);
  if (![...node.names].some(half)) return false;
  return !only || !COLUMN_LABELS.some((label) => !node.names.has(label) && half(label));
}

/** Whether the labels can be read in the form's order, one occurrence of each. */
function consistent(found: readonly Node[], places: readonly Place[]): boolean {
  let at = -1;
  for (const node of found) {
    at = places.findIndex((p, i) => i > at && p.node === node);
    if (at < 0) return false;
  }
  return true;
}

/** Groups that all have the same labels below them (table 4): the labels come in as many runs as there are groups. */
function repeatedOrder(
  root: Node,
  above: readonly Node[] | null,
  cells: readonly RawCell[],
  layout: Layout,
): ColumnOrder | 'unclear' | null {
  const groups = bottomGroups(root);
  const size = groups[0]?.children.length ?? 0;
  const all = root.leaves;
  const labels = cells.filter((c) => all.some((l) => l.names.has(c.name)));
  // where merged cells are repeated, the last line has them all
  const byLine = lines(labels, layout);
  const own = byLine.find((line) => line.length === all.length) ?? byLine.flat();
  const runs: Node[][] = [];
  const group = groups[0] as Node;
  for (let i = 0; i < own.length; i += size) {
    runs.push(own.slice(i, i + size).map((c) => group.children.find((n) => n.names.has(c.name)) as Node));
  }
  const whole = own.length === all.length && runs.every((r) => new Set(r).size === size);
  const oneLine = new Set(own.map((c) => c.line)).size === 1;
  const order = above ?? groups;
  if (!whole) {
    // of labels that are torn apart or drawn over lines, those that are whole come in any order
    return oneLine && own.length > size ? 'unclear' : above && order.flatMap((g) => g.leaves.map((l) => l.column));
  }
  const index = (run: readonly Node[]): string => run.map((n) => group.children.indexOf(n)).join(' ');
  const same = runs.every((r) => index(r) === index(runs[0] as Node[]));
  // which run is below which label cannot be told where the groups changed places over several lines
  if (!same && above && !oneLine && layout !== 'html') return 'unclear';
  return order.flatMap((g, k) =>
    (runs[k] as Node[]).map((n) => (g.children[group.children.indexOf(n)] as Node).column),
  );
}

function bottomGroups(node: Node): Node[] {
  return node.children.every((c) => c.column) ? [node] : node.children.flatMap(bottomGroups);
}

/** @returns the groups of the lowest level, `null` where they stand as in the form */
function groupOrder(node: Node, cells: readonly RawCell[], layout: Layout): Node[] | 'unclear' | null {
  if (node.children.every((c) => c.column)) return null;
  const labels = cells.filter((c) => !node.leaves.some((l) => l.names.has(c.name)));
  const own = siblings(node.children, labels, layout);
  if (own === 'unclear') return own;
  const order: Node[] = [];
  let changed = own !== null;
  for (const child of own ?? node.children) {
    if (child === null) continue;
    const below = groupOrder(child, cells, layout);
    if (below === 'unclear') return below;
    if (below) changed = true;
    order.push(...(below ?? bottomGroups(child)));
  }
  return changed ? order : null;
}
