import { cellSpecs, type TableSpec, tableSpec } from '../forms';
import type { FormId, Layout, Range, Report, Table } from '../model';
import { parseReport } from '../read/report';
import { tableTags } from './place';
import { type DraftStyle, draftStyle } from './style';
import { withComments, withWholeComments } from './tableComments';
import { applyEdits, compatible, type TextEdit } from './textEdit';
import { type CellText, writeTable } from './writeTable';

/** What is to stand in the place of a table: every cell of the form's table, `''` where it is to be blank. */
export interface NewTable {
  readonly table: Table;
  readonly form: FormId;
  readonly text: CellText;
}

/**
 * Edits that put new contents into tables of a report, changing as little of them as the reader can be trusted with:
 * cell by cell where the table is whole and of the form, else anew in its own layout, else anew in GFM. In layouts
 * where a blank cell leaves no trace (one cell a line, columns by spaces) only the last keeps the cells apart.
 * @param others edits outside of the tables that are made with them
 */
export function replaceTables(
  report: Report,
  wishes: readonly NewTable[],
  others: readonly TextEdit[] = [],
): TextEdit[] {
  const style = draftStyle(report);
  const ways = wishes.map((w) =>
    (keepsBlanks(w) ? WAYS : WAYS.slice(-1)).map((way) => way(report, w, style)).filter((e) => e !== null),
  );
  const chosen = ways.map(() => 0);
  for (;;) {
    const edits = disjoint([
      ...ways.map((way, i) => way[chosen[i] as number] ?? []),
      ...others.map((other) => [other]),
    ]);
    const after = parseReport(applyEdits(report.text, edits));
    const wrong = wishes.findIndex(
      (w, i) => !readsAs(after, w, i, wishes) && (chosen[i] as number) + 1 < (ways[i]?.length ?? 0),
    );
    if (wrong < 0) return edits.sort((a, b) => a.range.start - b.range.start);
    chosen[wrong] = (chosen[wrong] as number) + 1;
  }
}

/** The edits that can be made together: in a wreck two tables may stand in each other, or a date in a table. */
function disjoint(steps: readonly (readonly TextEdit[])[]): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const step of steps) if (compatible(edits, step)) edits.push(...step);
  return edits;
}

/** Whether the table that stands where the wish put it has every cell as wished. */
function readsAs(after: Report, wish: NewTable, index: number, wishes: readonly NewTable[]): boolean {
  const nth = wishes.slice(0, index).filter((w) => w.table.id === wish.table.id).length;
  const table = after.tables.filter((t) => t.id === wish.table.id)[nth];
  if (!table || table.gaps.length > 0 || table.stray.length > 0) return false;
  return [...cellSpecs(tableSpec(wish.form, wish.table.id)).keys()].every(
    (name) => table.cells.get(name)?.text === wish.text(name),
  );
}

/** Layouts in which a blank cell leaves no trace, or none that lasts once its neighbours are filled in. */
const BLANKLESS: ReadonlySet<Layout> = new Set<Layout>(['lines', 'spaces']);

function keepsBlanks({ table, form, text }: NewTable): boolean {
  return (
    !BLANKLESS.has(table.layout) || [...cellSpecs(tableSpec(form, table.id)).keys()].every((name) => text(name) !== '')
  );
}

type Way = (report: Report, wish: NewTable, style: DraftStyle) => TextEdit[] | null;

const WAYS: readonly Way[] = [
  inPlace,
  (report, wish, style) => anew(report, wish, { ...style, layout: wish.table.layout }),
  (report, wish, style) => anew(report, wish, { ...style, layout: 'pipes' }),
];

function inPlace(_: Report, { table, form, text }: NewTable): TextEdit[] | null {
  const spec = tableSpec(form, table.id);
  if (!fits(table, spec) || table.gaps.length > 0 || table.stray.length > 0) return null;
  return [...table.cells.values()]
    .filter((cell) => cell.text !== text(cell.name))
    .map((cell) => ({ range: cell.range, newText: text(cell.name) }));
}

/** Whether a table has the cells of a form and no other. */
export function fits(table: Table, spec: TableSpec): boolean {
  const cells = cellSpecs(spec);
  return table.cells.size === cells.size && [...table.cells.keys()].every((name) => cells.has(name));
}

function anew(report: Report, { table, form, text }: NewTable, style: DraftStyle & { layout: Layout }): TextEdit[] {
  const range = withWholeComments(report.text, wholeTable(report.text, table));
  const apart = style.layout === 'pipes' ? style.eol + style.eol : style.eol;
  const written = withComments(report, range, writeTable(tableSpec(form, table.id), text, style), apart, style.eol);
  if (table.layout === style.layout) return [{ range, newText: written }];
  // Markdown sees a table only behind an empty line
  const gap = (is: boolean): string => (is || style.layout !== 'pipes' ? '' : style.eol);
  const before = gap(endsApart(report.text.slice(0, range.start)));
  const after = gap(beginsApart(report.text.slice(range.end)));
  return [{ range, newText: `${before}${written}${after}` }];
}

/** Whether the last line of a text is empty, or there is none. */
export function endsApart(text: string): boolean {
  const line = text
    .slice(-200)
    .replace(/(?:\r\n|\n|\r)$/, '')
    .replace(/[ \t\u3000]+$/, '');
  return line === '' || /[\r\n]$/.test(line);
}

/** Whether an empty line follows the line end that a text begins with, or nothing. */
export function beginsApart(text: string): boolean {
  const rest = text.slice(0, 200).replace(/^(?:\r\n|\n|\r)/, '');
  return /^[ \t\u3000]*(?:[\r\n]|$)/.test(rest);
}

/**
 * All of the lines that a table takes; of HTML its tags.
 * @returns UTF-16 offsets, the line end behind the last line not included
 */
export function wholeTable(text: string, { range, layout }: Table): Range {
  const tags = layout === 'html' ? tableTags(text, range) : null;
  if (tags) return tags;
  const before = Math.max(text.lastIndexOf('\n', range.start - 1), text.lastIndexOf('\r', range.start - 1));
  const rest = text.slice(range.end).search(/[\r\n]/);
  return { start: range.start === 0 ? 0 : before + 1, end: rest < 0 ? text.length : range.end + rest };
}
