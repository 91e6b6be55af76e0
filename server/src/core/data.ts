import { cellSpecs, formById } from './forms';
import type { FormId, Range, Report, SectionId, Table, TableId } from './model';

/** A number, or nested objects of numbers, by the names of the cells. */
export type DataNode = number | null | { [key: string]: DataNode };

export interface ReportData {
  readonly form: FormId | null;
  readonly year: number | null;
  readonly title: string | null;
  readonly organisation: string | null;
  readonly sections: readonly { readonly id: SectionId; readonly title: string; readonly range: Range }[];
  readonly tables: Readonly<Record<TableId, DataNode>>;
}

/** What was read out of a draft, with no judgement. Ranges are UTF-16 offsets, end exclusive. */
export function reportData(report: Report): ReportData {
  return {
    form: report.form,
    year: report.year?.value ?? null,
    title: report.title?.text ?? null,
    organisation: report.organisation?.text ?? null,
    sections: report.sections.map((s) => ({ id: s.id, title: s.heading.text, range: s.heading.range })),
    tables: {
      proactive: tableData(report, 'proactive'),
      requests: tableData(report, 'requests'),
      disputes: tableData(report, 'disputes'),
    },
  };
}

/** The table of that name: the one in its own section before one that stands elsewhere. */
export function tableOf(report: Report, id: TableId): Table | null {
  const own = report.sections.filter((s) => s.id === id).flatMap((s) => s.tables);
  return own.find((t) => t.id === id) ?? report.tables.find((t) => t.id === id) ?? null;
}

function tableData(report: Report, id: TableId): DataNode {
  const table = tableOf(report, id);
  if (!table) return null;
  const root: { [key: string]: DataNode } = {};
  const spec = formById(table.readAs).tables.find((t) => t.id === id);
  if (!spec) return null;
  for (const name of cellSpecs(spec).keys()) {
    const path = name.split('.').slice(1);
    let node = root;
    for (const part of path.slice(0, -1)) {
      const next = node[part];
      if (typeof next === 'object' && next !== null) node = next;
      else {
        const made: { [key: string]: DataNode } = {};
        node[part] = made;
        node = made;
      }
    }
    node[path[path.length - 1] as string] = table.cells.get(name)?.value ?? null;
  }
  return root;
}
