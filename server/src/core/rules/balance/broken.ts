import { type BlockSpec, cellLabel, cellSpecs, type TableSpec, tableSpec } from '../../forms';
import type { Cell, Localised, Range, Report, Table } from '../../model';
import { solveTable } from '../../solve/balance';
import { type Constraint, residual, type Values } from '../../solve/constraints';
import type { Change } from '../../solve/solve';
import type { Draft } from '../rule';

/** What one rule has to say about the tables of a report: cells that explain, then identities that nothing explains. */
export function brokenIdentities(report: Report, rule: string): Draft[] {
  return report.tables.flatMap((table) => {
    const { explanation, values } = solveTable(table);
    const spec = tableSpec(table.readAs, table.id);
    if (explanation.totals) {
      const [lead] = explanation.changes.flatMap((c) => leading(c) ?? []);
      return rule === lead?.rule ? [blankTotals(table, explanation.changes)] : [];
    }
    return [
      ...explanation.changes.filter((c) => leading(c)?.rule === rule).map((c) => suspect(table, spec, c, values)),
      ...distinct(explanation.open, values)
        .filter((b) => b.constraint.rule === rule)
        .map((b) => unexplained(table, spec, b, values)),
    ];
  });
}

/** The identity by which a wrong cell is told: its row where that is broken, since a row is what the eye takes in. */
function leading(change: Change): Constraint | undefined {
  return change.mends.find((c) => c.per === 'row') ?? change.mends[0];
}

/** An identity that fails, with the one for the totals column where that fails only because the others do. */
interface Broken {
  readonly constraint: Constraint;
  readonly implied: readonly Constraint[];
}

/** One finding a cause: the totals column adds up the other columns, so a fault of those shows in it again. */
function distinct(open: readonly Constraint[], values: Values): Broken[] {
  if (open.some((c) => c.per === 'row')) return open.map((constraint) => ({ constraint, implied: [] }));
  const partsOf = (total: Constraint): Constraint[] =>
    open.filter((o) => o.rule === total.rule && o.kind === total.kind && o.of !== total.of);
  const implied = open.filter(
    (c) => c.of === 'total' && partsOf(c).reduce((n, o) => n + residual(o, values), 0) === residual(c, values),
  );
  return open
    .filter((c) => !implied.includes(c))
    .map((constraint) => ({ constraint, implied: implied.filter((i) => partsOf(i)[0] === constraint) }));
}

function suspect(table: Table, spec: TableSpec, change: Change, values: Values): Draft {
  const lead = leading(change) as Constraint;
  const cell = table.cells.get(change.cell) as Cell;
  const after = new Map(values).set(change.cell, change.to);
  const where = cellLabel(change.cell);
  const found = cell.value;
  // the cells beside it first: they are what the reader checks it with
  const others = new Set([lead, ...change.mends].flatMap((c) => c.terms.map((t) => t.cell)));
  others.delete(change.cell);
  const holds = change.mends.map((c) => sums(spec, c, after));
  return {
    table: table.id,
    range: visible(table, cell),
    cells: lead.terms.map((t) => t.cell),
    suspect: { cell: change.cell, found, expected: change.to },
    message: {
      zh: `${where.zh}${found === null ? '是空的' : `写的是 ${found}`}，应为 ${change.to}：${holds.map((h) => h.zh).join('；')}`,
      en: `${where.en} ${found === null ? 'is blank' : `is ${found}`}, should be ${change.to}: ${holds.map((h) => h.en).join('; ')}`,
    },
    related: [...others]
      .flatMap((name) => table.cells.get(name) ?? [])
      .filter((c) => c.value !== null && c.value !== 0)
      .map((c) => ({ range: c.range, message: withValue(c) })),
  };
}

/** Totals that are not filled in yet: one finding, with what each of them would be. */
function blankTotals(table: Table, changes: readonly Change[]): Draft {
  const first = changes[0] as Change;
  const list = changes.map((c) => c.to).join('、');
  return {
    table: table.id,
    range: visible(table, table.cells.get(first.cell)),
    cells: changes.map((c) => c.cell),
    message: {
      zh: `${changes.length} 个总计没有填，依次应为 ${list}`,
      en: `${changes.length} totals are blank; in order they should be ${changes.map((c) => c.to).join(', ')}`,
    },
    related: changes.flatMap((c) => {
      const cell = table.cells.get(c.cell);
      const where = cellLabel(c.cell);
      return cell
        ? [{ range: cell.range, message: { zh: `${where.zh}应为 ${c.to}`, en: `${where.en} should be ${c.to}` } }]
        : [];
    }),
  };
}

function unexplained(table: Table, spec: TableSpec, { constraint, implied }: Broken, values: Values): Draft {
  const names = [constraint, ...implied].flatMap((c) => c.terms.map((t) => t.cell));
  const at = place(table, constraint, values);
  return {
    table: table.id,
    range: at,
    cells: names,
    message: sums(spec, constraint, values),
    related: inOrder(table, new Set(names), spec)
      .filter((c) => c.range.start !== at.start && c.value !== null && c.value !== 0)
      .map((c) => ({ range: c.range, message: withValue(c) })),
  };
}

function withValue(cell: Cell): Localised {
  const where = cellLabel(cell.name);
  return { zh: `${where.zh}：${cell.value}`, en: `${where.en}: ${cell.value}` };
}

function inOrder(table: Table, names: ReadonlySet<string>, spec: TableSpec): Cell[] {
  return [...cellSpecs(spec).keys()].flatMap((name) => {
    const cell = names.has(name) ? table.cells.get(name) : undefined;
    return cell ? [cell] : [];
  });
}

/** Where an identity without a suspect is shown: its total; on a truncated table the result at which the sum runs over. */
function place(table: Table, constraint: Constraint, values: Values): Range {
  if (constraint.kind === 'atLeast') {
    let rest = constraint.terms.filter((t) => t.sign > 0).reduce((n, t) => n + (values.get(t.cell) ?? 0), 0);
    for (const t of constraint.terms) {
      if (t.sign > 0) continue;
      rest -= values.get(t.cell) ?? 0;
      if (rest < 0) return visible(table, table.cells.get(t.cell));
    }
  }
  const sides = constraint.per === 'row' ? constraint.terms.find((t) => t.sign > 0) : undefined;
  const total = constraint.terms.filter((t) => /handledTotal/.test(t.cell))[0];
  const term = sides ?? total ?? constraint.terms[0];
  return visible(table, term ? table.cells.get(term.cell) : undefined);
}

/** A blank cell has nothing to mark: its row's label stands for it. */
function visible(table: Table, cell: Cell | undefined): Range {
  if (cell && cell.range.end > cell.range.start) return cell.range;
  const row = cell ? table.rows.find((r) => r.id === cell.row) : undefined;
  return row?.label?.range ?? row?.range ?? cell?.range ?? table.range;
}

/** Both sides of an identity in words and numbers. */
function sums(spec: TableSpec, constraint: Constraint, values: Values): Localised {
  const side = (sign: 1 | -1): number =>
    Math.round(
      constraint.terms.filter((t) => t.sign === sign).reduce((n, t) => n + (values.get(t.cell) ?? 0), 0) * 1e6,
    ) / 1e6;
  const left = side(1);
  const right = side(-1);
  const equals = left === right;
  if (constraint.per === 'row') {
    const total = constraint.terms.find((t) => t.sign > 0)?.cell ?? '';
    const isTable4 = constraint.of === '';
    const where = isTable4 ? blockWords(spec, total) : rowWords(spec, constraint.of);
    const parts = isTable4 ? '四种结果' : '六类申请人';
    const enParts = isTable4 ? 'the four results' : 'the six kinds of applicants';
    return equals
      ? { zh: `${where}${parts}相加 ${right} = 总计 ${left}`, en: `${where}: ${enParts} add up to 总计 ${left}` }
      : {
          zh: `${where}${parts}相加得 ${right}，总计写的是 ${left}`,
          en: `${where}: ${enParts} add up to ${right}, 总计 is ${left}`,
        };
  }
  const name = columnName(spec.blocks[0] as BlockSpec, constraint.of);
  const where = `“${name}”列`;
  const enWhere = `column “${name}”`;
  const derived = constraint.identities.length > 1;
  const received = constraint.rule === 'balance/requests-identity';
  if (constraint.kind === 'atLeast') {
    const bound = received ? '一 + 二' : '（七）总计';
    return {
      zh: `${where}已列出的办理结果相加得 ${right}，超过${bound} = ${left}，缺的行填什么都不能平衡`,
      en: `${enWhere}: the results listed add up to ${right}, more than ${bound} = ${left}`,
    };
  }
  if (received) {
    const rightWords = derived ? '各项结果 + 四' : '三（七）+ 四';
    return {
      zh: `${where}一 + 二 = ${left}，${rightWords} = ${right}`,
      en: `${enWhere}: 一 + 二 = ${left}, ${rightWords} = ${right}`,
    };
  }
  return equals
    ? {
        zh: `${where}各项结果相加 ${right} = （七）总计 ${left}`,
        en: `${enWhere}: the results add up to （七）总计 ${left}`,
      }
    : {
        zh: `${where}各项结果相加得 ${right}，（七）总计写的是 ${left}`,
        en: `${enWhere}: the results add up to ${right}, （七）总计 is ${left}`,
      };
}

function rowWords(spec: TableSpec, id: string): string {
  const row = spec.blocks.flatMap((b) => b.rows).find((r) => r.id === id);
  return `“${row?.label.replace(/（区分.*$/, '') ?? id}”行`;
}

function columnName(block: BlockSpec, id: string): string {
  return block.columns.find((c) => c.id === id)?.label ?? id;
}

function blockWords(spec: TableSpec, cell: string): string {
  const column = cellSpecs(spec).get(cell)?.column;
  return `“${column?.groups.join('·') ?? ''}”`;
}
