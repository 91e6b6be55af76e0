import { canMigrate, migrate } from '../../edit/migrate';
import { formById, formForYear } from '../../forms';
import type { Range, Table } from '../../model';
import type { Rule } from '../rule';

/** The form is decided table by table and held against the report year. */
export const form: Rule = {
  name: 'table/form',
  severity: 'error',
  structural: true,
  description: { zh: '表格用的不是报告年度的格式', en: 'A table follows another form than the report year asks for' },
  source: '国办公开办函〔2019〕60号（2019、2020 年度）；国办公开办函〔2021〕30号（2021 年度起）',
  check(report) {
    const year = report.year?.value;
    const due = year === undefined ? null : formForYear(year);
    if (!due) return [];
    return report.tables.flatMap((table) => {
      if (table.form === null || table.form === due.id) return [];
      const found = formById(table.form);
      const ahead = found.years.first > due.years.first;
      return [
        {
          table: table.id,
          // nobody publishes a form that is not out yet: more likely the year is last year's
          ...(ahead ? { severity: 'warning' as const } : {}),
          range: place(table),
          message: {
            zh: `这张表是${found.name.zh}，${year} 年度报告应用${due.name.zh}（${due.notice}）`,
            en: `This table follows the ${found.name.en}; a report for ${year} uses the ${due.name.en} (${due.notice})`,
          },
        },
      ];
    });
  },
  fixes(report, finding) {
    const year = report.year?.value;
    const due = year === undefined ? null : formForYear(year);
    const table = report.tables.find((t) => t.id === finding.table && place(t).start === finding.range.start);
    // back to the form of 2019 there is no way: more likely the year is wrong
    if (!table || !canMigrate(table) || due?.id === table.form) return [];
    const { edits } = migrate(report, [table]);
    return [
      {
        title: {
          zh: '改用 2021 年格式（转入对应的数，其余空着待填）',
          en: 'Change to the 2021 form (figures that have a counterpart are kept, the others left blank)',
        },
        kind: 'table/migrate',
        edits,
        // figures without a counterpart go: nobody but the author may choose that
        preferred: false,
        safe: false,
        opens: true,
      },
    ];
  },
};

function place(table: Table): Range {
  return table.rows[0]?.label?.range ?? table.range;
}
