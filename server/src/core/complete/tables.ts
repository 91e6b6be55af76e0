import { expandGrid, tableGrid } from '../edit/grid';
import { lineAt } from '../edit/insertable';
import { FIGURE, plainOf, snippetOf } from '../edit/placeholder';
import { draftStyle } from '../edit/style';
import { label } from '../edit/writeTable';
import { labelName, type RowSpec, type TableSpec, tableSpec } from '../forms';
import type { Cell, Localised, Range, Report, Table } from '../model';
import { cellAt } from '../read/place';
import { solveTable } from '../solve/balance';
import { residual } from '../solve/constraints';
import { equation, sumsOf } from '../solve/sums';
import type { Suggestion } from './suggestion';

/** In a cell the value that balances; on a line that is no row yet the rows that are missing; in a header its labels. */
export function suggestInTable(report: Report, table: Table, offset: number): Suggestion[] {
  const line = lineAt(report.text, offset);
  const inRow = table.rows.some(
    (r) => r.range.start <= line.end && line.start <= r.range.end && hasCells(table, r.id, line),
  );
  if (inRow) return values(report.text, table, offset);
  const rows = missingRows(report, table, line, offset);
  return rows.length > 0 ? rows : headLabels(report, table, line, offset);
}

function hasCells(table: Table, row: string, line: Range): boolean {
  return [...table.cells.values()].some(
    (c) => c.row === row && c.range.start >= line.start && c.range.end <= line.end && c.kind !== 'unreadable',
  );
}

/** What the cell at the cursor has to be for an identity to hold; nothing where it is what it should be. */
function values(text: string, table: Table, offset: number): Suggestion[] {
  const cell = cellAt(text, table, offset);
  const place = cell && valueRange(text, cell, offset);
  if (!place) return [];
  const found = new Map<number, Localised[]>();
  const add = (value: number, why: Localised): void => {
    found.set(value, [...(found.get(value) ?? []), why]);
  };
  const { explanation, constraints, values: now } = solveTable(table);
  const change = explanation.changes.find((c) => c.cell === cell.name);
  if (change) add(change.to, { zh: '与其余各格都相符', en: 'agrees with all other cells' });
  for (const constraint of constraints) {
    const term = constraint.terms.find((t) => t.cell === cell.name);
    if (!term || constraint.kind !== 'equal') continue;
    const off = residual(constraint, now);
    const told = constraint.terms.some((t) => t !== term && table.cells.get(t.cell)?.kind === 'number');
    const to = (now.get(cell.name) ?? 0) - term.sign * off;
    if (!Number.isInteger(to) || to < 0 || !told || (off === 0 && cell.kind === 'number')) continue;
    const after = new Map(now).set(cell.name, to);
    const sum = sumsOf(table, cell.name).find((s) => s.rule === constraint.rule && s.per === constraint.per);
    if (sum) add(to, withValue(sum, after));
  }
  return [...found]
    .sort((a, b) => b[1].length - a[1].length)
    .map(([value, why]) => suggestValue(cell, place, value, why));
}

/**
 * What a value takes the place of: it is on the line of the cursor and touches it, or no client would show it.
 * @returns null where the cursor is in the space beside what is written in the cell, or the cell is broken over lines
 */
function valueRange(text: string, { kind, digits, range }: Cell, offset: number): Range | null {
  const { start, end } = kind === 'number' ? digits : range;
  if (start <= offset && offset <= end) return /[\r\n]/.test(text.slice(start, end)) ? null : { start, end };
  return kind === 'blank' ? { start: offset, end: offset } : null;
}

/** The identity with the new value in its place: 33 + 0 = 33 + 0. */
function withValue(sum: ReturnType<typeof sumsOf>[number], after: ReadonlyMap<string, number>): Localised {
  const anew = (side: typeof sum.left): typeof sum.left =>
    side.map((a) => ({ ...a, value: after.get(a.cell) ?? a.value }));
  const numbers = equation({ ...sum, left: anew(sum.left), right: anew(sum.right), off: 0 });
  return { zh: `${sum.name.zh}：${numbers}`, en: `${sum.name.en}: ${numbers}` };
}

function suggestValue(cell: Cell, range: Range, value: number, why: readonly Localised[]): Suggestion {
  return {
    kind: 'value',
    label: String(value),
    detail: { zh: why.map((w) => w.zh).join('；'), en: why.map((w) => w.en).join('; ') },
    filter:
      cell.kind === 'number'
        ? cell.text.slice(cell.digits.start - cell.range.start, cell.digits.end - cell.range.start)
        : cell.text,
    range,
    text: String(value),
    snippet: null,
  };
}

/** The rows of the form that the table lacks, as whole rows with zeros, the next one in the form's order first. */
function missingRows(report: Report, table: Table, line: Range, offset: number): Suggestion[] {
  const { text } = report;
  if (!/^[\s|｜]*$/.test(text.slice(offset, line.end))) return [];
  const before = text.slice(line.start, offset);
  const lead = /^[\s|｜]*/.exec(before)?.[0] ?? '';
  const typed = before.slice(lead.length).replace(/[\s|｜]+$/, '');
  // a line of dashes, or nothing that a label could go on from
  if (typed !== '' && labelName(typed) === '') return [];
  const spec = tableSpec(table.readAs, table.id);
  const all = spec.blocks.flatMap((b) => b.rows).filter((r) => r.label !== '');
  const there = new Set(
    table.rows.filter((r) => r.range.end <= line.start || r.range.start >= line.end).map((r) => r.id),
  );
  const above = table.rows.filter((r) => r.range.end <= line.start).at(-1);
  const next = all.findIndex((r) => r.id === above?.id) + 1;
  const missing = [...all.slice(next), ...all.slice(0, next)].filter((r) => !there.has(r.id));
  const style = draftStyle(report);
  return missing.flatMap((row): Suggestion[] => {
    const words = label(row.label, style);
    if (typed !== '' && !labelName(words).includes(labelName(typed))) return [];
    const marked = wholeRow(table, spec, row, there, style);
    if (marked === null) return [];
    const { zh, en } =
      row === missing[0] ? { zh: '下一行', en: 'The next row' } : { zh: '缺的行', en: 'A missing row' };
    return [
      {
        kind: 'row',
        label: words,
        detail: { zh: `${zh}，整行填 0`, en: `${en}, with zeros` },
        // whatever is typed goes on to match
        filter: before + words,
        range: { start: line.start, end: line.end },
        text: plainOf(marked),
        snippet: marked.includes(FIGURE) ? snippetOf(marked) : null,
      },
    ];
  });
}

/** A row as the layout has it, with the header of its block where that is not there either; null where rows are no lines. */
function wholeRow(
  table: Table,
  spec: TableSpec,
  row: RowSpec,
  there: ReadonlySet<string>,
  style: { halfWidth: boolean; eol: string },
): string | null {
  if (table.layout !== 'pipes' && table.layout !== 'tabs') return label(row.label, style);
  const grid = tableGrid(spec);
  const index = grid.rows.findIndex((r) => r.id === row.id);
  const block = spec.blocks.find((b) => b.rows.includes(row));
  let first = index;
  if (block && block.rows[0] === row && !block.rows.some((r) => there.has(r.id))) {
    while (first > 0 && grid.rows[first - 1]?.id === null) first--;
  }
  return expandGrid(grid)
    .slice(first, index + 1)
    .map((places) => {
      const words = places.map(({ cell, origin }) =>
        cell.name === null ? (origin ? label(cell.text, style) : '') : `${FIGURE}0`,
      );
      return table.layout === 'pipes' ? `| ${words.join(' | ')} |` : words.join('\t');
    })
    .join(style.eol);
}

/** The labels of the header row that the line is part of and that it does not have. */
function headLabels(report: Report, table: Table, line: Range, offset: number): Suggestion[] {
  const { text } = report;
  const words = text.slice(line.start, line.end);
  const here = words.split(/[|｜\t]/).map(labelName);
  const open = Math.max(...['|', '｜', '\t'].map((mark) => words.lastIndexOf(mark, offset - line.start - 1)));
  const from = line.start + open + 1;
  const lead = /^\s*/.exec(text.slice(from, offset))?.[0].length ?? 0;
  const typed = text.slice(from + lead, offset);
  const rest = /^[^|｜\t\r\n]*/.exec(text.slice(offset, line.end))?.[0] ?? '';
  if (rest.trim() !== '' || open < 0) return [];
  const grid = tableGrid(tableSpec(table.readAs, table.id));
  const heads = grid.rows.filter((r) => r.id === null).map((r) => r.cells.map((c) => c.text));
  const shared = (labels: readonly string[]): number => labels.filter((l) => here.includes(labelName(l))).length;
  const best = heads.reduce<readonly string[]>((most, labels) => (shared(labels) > shared(most) ? labels : most), []);
  const left = [...best];
  for (const name of here) {
    const at = left.findIndex((l) => labelName(l) === name);
    if (at >= 0) left.splice(at, 1);
  }
  return [...new Set(left)].map((own): Suggestion => {
    const label_ = label(own, draftStyle(report));
    return {
      kind: 'label',
      label: label_,
      detail: { zh: '这一行表头缺的列名', en: 'A label that this header lacks' },
      filter: label_,
      range: { start: offset - typed.length, end: offset },
      text: label_,
      snippet: null,
    };
  });
}
