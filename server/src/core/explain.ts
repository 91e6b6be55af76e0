import { cellLabel, cellSpecs, columnWords, formById, rowWords, stripNumber, tableSpec } from './forms';
import { labelMeaning, type Meaning, rowMeaning, sectionMeaning } from './forms/meanings';
import type { Localised, Report, Table } from './model';
import type { Place } from './read/place';
import { solveTable } from './solve/balance';
import { type Sum, sumsOf, tableSums } from './solve/sums';

/** What there is to say about something in a draft. */
export interface Explanation {
  readonly title: Localised;
  readonly meanings: readonly Meaning[];
  /** The identities that it stands in, with the numbers that are there now. */
  readonly sums: readonly Sum[];
  /** What a cell has to be for the table to balance, where one cell explains all that is wrong around it. */
  readonly expected: number | null;
  /** The notice that asks for it, for sections. */
  readonly notice: string | null;
}

/** Explains what `placeAt` found in the same report. */
export function explainPlace(report: Report, place: Place): Explanation {
  switch (place.kind) {
    case 'cell': {
      const { table, cell } = place;
      const spec = cellSpecs(tableSpec(table.readAs, table.id)).get(cell.name);
      const change = solveTable(table).explanation.changes.find((c) => c.cell === cell.name);
      const labels = spec ? [...spec.column.groups, spec.column.label] : [];
      return explanation({
        title: cellLabel(cell.name),
        meanings: present([rowMeaning(table.id, cell.row), ...labels.map((label) => labelMeaning(table.id, label))]),
        sums: sumsOf(table, cell.name),
        expected: change?.to ?? null,
      });
    }
    case 'rowLabel': {
      const { table, row } = place;
      const spec = rowsOf(table).find(({ id }) => id === row.id);
      const words = spec ? rowWords(spec) : (row.label?.text ?? '');
      return explanation({
        title: { zh: `“${words}”行`, en: `row “${words}”` },
        meanings: present([rowMeaning(table.id, row.id)]),
        sums: tableSums(table).filter((sum) => sum.per === 'row' && sum.of === row.id),
      });
    }
    case 'head':
      return explainHead(place);
    case 'heading': {
      const form = formById(report.form);
      const { id } = place.section;
      const spec = form.sections.find((s) => s.id === id);
      const words = spec ? `${spec.number}、${spec.title}` : place.section.heading.text;
      return explanation({
        title: { zh: words, en: words },
        meanings: [sectionMeaning(id, form.id)],
        notice: form.notice,
      });
    }
  }
}

/** A label in a header stands for one column, or for several that share their words or stand under it. */
function explainHead({ table, uses, label }: Extract<Place, { kind: 'head' }>): Explanation {
  const columns = uses.flatMap(({ role, id }) => (role === 'column' ? [id] : []));
  const [only] = columns;
  const spec = tableSpec(table.readAs, table.id);
  const column = spec.blocks.flatMap((block) => block.columns).find(({ id }) => id === only);
  const meanings = present([labelMeaning(table.id, label)]);
  if (only === undefined || columns.length > 1 || !column) {
    const words = stripNumber(label);
    const title = only === undefined ? { zh: `“${words}”`, en: `“${words}”` } : named(words);
    return explanation({ title, meanings });
  }
  const sums = tableSums(table).filter((sum) => sum.per === 'column' && sum.of === only);
  return explanation({ title: named(columnWords(column)), meanings, sums });
}

function named(column: string): Localised {
  return { zh: `“${column}”列`, en: `column “${column}”` };
}

function rowsOf(table: Table) {
  return tableSpec(table.readAs, table.id).blocks.flatMap((block) => block.rows);
}

function explanation(parts: Pick<Explanation, 'title' | 'meanings'> & Partial<Explanation>): Explanation {
  return { sums: [], expected: null, notice: null, ...parts };
}

function present<T>(items: readonly (T | null)[]): T[] {
  return items.filter((item): item is T => item !== null);
}
