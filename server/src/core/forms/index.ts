import type { FormId, Localised, SectionId, TableId } from '../model';
import { key } from '../text/chars';
import { readNumbering } from '../text/numbering';
import { FORM_2019 } from './form2019';
import { FORM_2021 } from './form2021';
import type { BlockSpec, ColumnSpec, Form, RowSpec, TableSpec } from './types';

export type { BlockSpec, ColumnSpec, Form, IdentitySpec, RowSpec, SectionSpec, TableSpec } from './types';

/** Every form, oldest first. A new form is listed here and nowhere else. */
export const FORMS: readonly Form[] = [FORM_2019, FORM_2021];

const LATEST = FORMS[FORMS.length - 1] as Form;

/** The form in force for a report year, or null before the first. */
export function formForYear(year: number): Form | null {
  return FORMS.find((f) => year >= f.years.first && (f.years.last === null || year <= f.years.last)) ?? null;
}

/** @returns the form of that id; the latest for `null`. */
export function formById(id: FormId | null): Form {
  return FORMS.find((f) => f.id === id) ?? LATEST;
}

export function tableSpec(form: FormId | null, table: TableId): TableSpec {
  return formById(form).tables.find((t) => t.id === table) as TableSpec;
}

/** Joins the parts of a cell name, leaving out the empty ones. */
export function cellName(table: TableId, row: string, column: string): string {
  return [table, row, column].filter((part) => part !== '').join('.');
}

/** A cell that a form has. */
export interface CellSpec {
  readonly name: string;
  readonly block: BlockSpec;
  readonly row: RowSpec;
  readonly column: ColumnSpec;
}

const cellsOf = new Map<TableSpec, ReadonlyMap<string, CellSpec>>();

const namesOf = new Map<BlockSpec, ReadonlyMap<string, ReadonlyMap<string, string>>>();

/** The names of the cells of a block, by row id and column id, put together once. */
export function blockNames(table: TableSpec, block: BlockSpec): ReadonlyMap<string, ReadonlyMap<string, string>> {
  let names = namesOf.get(block);
  if (!names) {
    names = new Map(
      block.rows.map((r) => [r.id, new Map(block.columns.map((c) => [c.id, cellName(table.id, r.id, c.id)]))]),
    );
    namesOf.set(block, names);
  }
  return names;
}

/** All cells of a table of a form, by name, in the order of the form. */
export function cellSpecs(table: TableSpec): ReadonlyMap<string, CellSpec> {
  let cells = cellsOf.get(table);
  if (!cells) {
    const all = new Map<string, CellSpec>();
    for (const block of table.blocks) {
      for (const row of block.rows) {
        for (const column of block.columns) {
          const name = cellName(table.id, row.id, column.id);
          all.set(name, { name, block, row, column });
        }
      }
    }
    cells = all;
    cellsOf.set(table, cells);
  }
  return cells;
}

/** A label without its number, as a key. */
export function labelName(text: string): string {
  return key(stripNumber(text));
}

/** A label without its number. */
export function stripNumber(text: string): string {
  const numbering = readNumbering(text);
  return numbering ? text.slice(numbering.length) : text;
}

/** The words of a row as an author would say them: 不予公开·属于国家秘密. */
export function rowWords(row: RowSpec): string {
  const group = row.groups[row.groups.length - 1];
  const own = stripNumber(row.label).replace(/（.*）$/, '');
  return group && row.groups.length > 1 ? `${stripNumber(group)}·${own}` : own;
}

/** The words of a column, with what it stands under: 行政复议·结果维持. */
export function columnWords(column: ColumnSpec): string {
  const groups = column.groups.filter((g) => g !== '申请人情况' && g !== '法人或其他组织');
  return [...groups, column.label.replace(/（.*）$/, '')].join('·');
}

/**
 * A cell in words: “不予公开·属于国家秘密”行“总计”列.
 * @param name cell name; one that no form has is returned as it is
 */
export function cellLabel(name: string): Localised {
  for (const form of [...FORMS].reverse()) {
    for (const table of form.tables) {
      const cell = cellSpecs(table).get(name);
      if (!cell) continue;
      const column = columnWords(cell.column);
      if (cell.row.label === '') return { zh: `“${column}”`, en: `“${column}”` };
      const row = rowWords(cell.row);
      return { zh: `“${row}”行“${column}”列`, en: `row “${row}”, column “${column}”` };
    }
  }
  return { zh: name, en: name };
}

/** Number and official title of each section of the latest form, in order. */
export const SECTION_TITLES: readonly { readonly id: SectionId; readonly number: string; readonly title: string }[] =
  LATEST.sections.map(({ id, number, title }) => ({ id, number, title }));

/** What a label can be. A word such as 总计 has several uses. */
export interface LabelUse {
  readonly form: FormId;
  readonly table: TableId;
  readonly role: 'row' | 'group' | 'column' | 'columnGroup' | 'heading' | 'corner';
  /** Row id or column id; the label itself for the other roles. */
  readonly id: string;
  /** Value of the number printed before the label, if any. */
  readonly number: number | null;
}

/** Every label of every form, by `labelName`. */
export const LABELS: ReadonlyMap<string, readonly LabelUse[]> = buildLabels();

function buildLabels(): Map<string, LabelUse[]> {
  const labels = new Map<string, LabelUse[]>();
  for (const form of FORMS) {
    for (const table of form.tables) {
      const add = (role: LabelUse['role'], text: string, id: string, variants: readonly string[] = []): void => {
        if (text === '') return;
        for (const variant of [text, ...variants]) {
          const name = labelName(variant);
          const uses = labels.get(name) ?? [];
          if (uses.some((u) => u.form === form.id && u.table === table.id && u.role === role && u.id === id)) continue;
          uses.push({ form: form.id, table: table.id, role, id, number: readNumbering(text)?.value ?? null });
          labels.set(name, uses);
        }
      };
      for (const block of table.blocks) {
        if (block.heading) add('heading', block.heading, block.heading);
        if (block.corner) add('corner', block.corner, block.corner);
        for (const column of block.columns) {
          add('column', column.label, column.id, column.accepted);
          for (const group of column.groups) add('columnGroup', group, group);
        }
        for (const row of block.rows) {
          add('row', row.label, row.id, row.accepted);
          for (const group of row.groups) add('group', group, group);
        }
      }
    }
  }
  return labels;
}
