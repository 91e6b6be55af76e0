import { blankFixes } from '../../edit/tableFixes';
import { cellLabel } from '../../forms';
import type { Cell, Range } from '../../model';
import type { Rule } from '../rule';

/** Places named in related information. */
const NAMED = 5;

/**
 * One finding a table. It stands at the first number of the table, since blanks have no place that could be marked.
 * A dash is a blank that the author meant: no more than a hint.
 */
export const blank: Rule = {
  name: 'table/blank',
  severity: 'warning',
  description: { zh: '表格有空格未填', en: 'A table has blank cells' },
  source: '国办公开办函〔2019〕60号、〔2021〕30号附件（三张表）；各地填报要求“没有的填 0”',
  check(report) {
    return report.tables.flatMap((table) => {
      const cells = [...table.cells.values()];
      const blanks = cells.filter((c) => c.kind === 'blank');
      const dashes = cells.filter((c) => c.kind === 'dash');
      const empty = blanks.length > 0 ? blanks : dashes;
      if (empty.length === 0) return [];
      const first = cells.find((c) => c.kind === 'number') ?? (empty[0] as Cell);
      const what = blanks.length > 0 ? `${empty.length} 个空格` : `${empty.length} 格只画了横线`;
      return [
        {
          table: table.id,
          ...(blanks.length > 0 ? {} : { severity: 'hint' as const }),
          range: first.range.start < first.range.end ? first.range : firstLine(report.text, table.range),
          cells: empty.map((c) => c.name),
          message: {
            zh: `表格 ${cells.length} 格中有 ${what}，没有的应填 0`,
            en: `${empty.length} of the ${cells.length} cells of this table are blank: fill in 0 where there is nothing`,
          },
          related: empty.slice(0, NAMED).map((c) => ({ range: c.range, message: cellLabel(c.name) })),
        },
      ];
    });
  },
  fixes: blankFixes,
};

/** A table without any number is marked at its head. */
function firstLine(text: string, { start, end }: Range): Range {
  const stop = /[\r\n|<\t]/.exec(text.slice(start, end));
  return { start, end: stop && stop.index > 0 ? start + stop.index : end };
}
