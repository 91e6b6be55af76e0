import { completeFixes } from '../../edit/tableFixes';
import { type BlockSpec, formById, tableSpec } from '../../forms';
import type { Gap, Table } from '../../model';
import type { Draft, Rule } from '../rule';

/** More separate gaps than this are one torn table. */
const SEPARATE = 3;
/** Labels named in a message. */
const NAMED = 4;

/** One finding a run of missing rows, one for all rows that cannot be told apart. */
export const incomplete: Rule = {
  name: 'table/incomplete',
  severity: 'error',
  structural: true,
  description: {
    zh: '表格缺行、缺列，或数字对不上列',
    en: 'Rows or columns of a table are missing, or its cells cannot be told apart',
  },
  source: '国办公开办函〔2019〕60号、〔2021〕30号附件（三张表）',
  check(report) {
    return report.tables.flatMap((table) => {
      const missing = table.gaps.filter((g) => g.kind === 'missing');
      const ambiguous = table.gaps.filter((g) => g.kind === 'ambiguous');
      const gaps = missing.length > SEPARATE ? [merge(missing)] : missing;
      return [...gaps, ...ambiguous].map((gap) => finding(table, gap));
    });
  },
  fixes: completeFixes,
};

function merge(gaps: readonly Gap[]): Gap {
  return {
    kind: 'missing',
    cells: gaps.flatMap((g) => g.cells),
    rows: gaps.flatMap((g) => g.rows),
    columns: gaps.flatMap((g) => g.columns),
    range: (gaps[0] as Gap).range,
  };
}

function finding(table: Table, gap: Gap): Draft {
  const spec = tableSpec(table.readAs, table.id);
  const name = formById(table.readAs).sections.find((s) => s.table === table.id);
  const labels = gap.columns.length > 0 ? columnLabels(spec.blocks, gap) : rowLabels(spec.blocks, gap);
  const list =
    labels
      .slice(0, NAMED)
      .map((l) => `“${l}”`)
      .join('、') + (labels.length > NAMED ? '等' : '');
  const unit = gap.columns.length > 0 ? '列' : '行';
  const enUnit = gap.columns.length > 0 ? 'columns' : 'rows';
  const inTable = `“${name?.number ?? ''}、${name?.title ?? ''}”的表格`;
  const whole = labels.length === 0 || labels.every((l) => l === '');
  if (gap.kind === 'ambiguous' && gap.columns.length > 0) {
    const all = labels.map((l) => `“${l}”`).join('、');
    return {
      table: table.id,
      range: gap.range,
      cells: gap.cells,
      message: {
        zh: `表头的列名与格式不符，分不清哪个数在哪一列；请写全列名：${all}`,
        en: `The labels of the columns do not tell which number stands where; the form has ${all}`,
      },
    };
  }
  const message =
    gap.kind === 'missing'
      ? whole
        ? { zh: `${inTable}没有数据行`, en: 'The table has no row of numbers' }
        : {
            zh: `表格缺 ${labels.length} ${unit}：${list}，请补上`,
            en: `${labels.length} ${enUnit} are missing: ${list}`,
          }
      : whole
        ? {
            zh: '这一行的数字个数与列数不符，分不清哪个数在哪一列；空格请填 0',
            en: 'The numbers of this row do not match its columns; fill blanks with 0',
          }
        : {
            zh: `${list}${labels.length > 1 ? `共 ${labels.length} 行` : ''}的数字个数与列数不符，分不清哪个数在哪一列；空格请填 0`,
            en: `The numbers of ${list} do not match the columns; fill blanks with 0`,
          };
  return { table: table.id, range: gap.range, cells: gap.cells, message };
}

function rowLabels(blocks: readonly BlockSpec[], gap: Gap): string[] {
  return blocks.flatMap((b) =>
    b.rows.filter((r) => gap.rows.includes(r.id)).map((r) => r.label.replace(/（区分.*$/, '')),
  );
}

function columnLabels(blocks: readonly BlockSpec[], gap: Gap): string[] {
  const labels = blocks.flatMap((b) => b.columns.filter((c) => gap.columns.includes(c.id)).map((c) => c.label));
  return [...new Set(labels)];
}
