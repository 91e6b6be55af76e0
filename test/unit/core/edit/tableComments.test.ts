/** No comment that stands in a table is lost, whatever is done to the table. */
import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  checkReport,
  fixesFor,
  formatTables,
  parseReport,
  type Report,
  rollForward,
  type Table,
  type TableId,
} from '../../../../server/src/core';
import { convertTable } from '../../../../server/src/core/edit/convert';
import { migrate } from '../../../../server/src/core/edit/migrate';
import { FORMS, fixture, LAYOUT_NAMES, type LayoutName } from '../fixtures/fixture';
import { cellsOf } from './support';

const IDS: readonly TableId[] = ['proactive', 'requests', 'disputes'];
const NOTE = '<!-- 待与法规科核对 17 件 -->';
const LONG = '<!-- 两行的\n说明 | 不是格子 -->';
const OFF = '<!-- nianbao-disable-next-line table/blank, table/label -- 来年再填 -->';
const COMMENTS = [NOTE, LONG, OFF] as const;

function tableOf(report: Report, id: TableId): Table {
  const table = report.tables.find((t) => t.id === id);
  if (!table) throw new Error(`no ${id}`);
  return table;
}

/** A fixture with a comment on lines of its own before the second row of a table, behind a label, and in a cell. */
function commented(layout: LayoutName, text: string, id: TableId): string {
  const { rows, cells } = tableOf(parseReport(text), id);
  const row = rows[Math.min(1, rows.length - 1)];
  const last = [...cells.values()].pop();
  if (!row || !last) throw new Error('no row');
  const line =
    layout === 'html' ? text.lastIndexOf('<tr', row.range.start) : text.lastIndexOf('\n', row.range.start) + 1;
  const at = [
    [line, `${LONG}\n${OFF}\n`],
    [last.range.end, NOTE],
  ] as const;
  return applyEdits(
    text,
    at.map(([offset, newText]) => ({ range: { start: offset, end: offset }, newText })),
  );
}

const all = LAYOUT_NAMES.flatMap((layout) => FORMS.map((form) => [layout, form] as const));

describe('comments in a table are kept', () => {
  it.each(all)('when %s %s is converted', (layout, form) => {
    for (const id of IDS) {
      const text = commented(layout, fixture(layout, form), id);
      const report = parseReport(text);
      expect(cellsOf(report, id), 'a comment is no word of a cell').toEqual(
        cellsOf(parseReport(fixture(layout, form)), id),
      );
      for (const to of ['pipes', 'tabs'] as const) {
        const edit = convertTable(report, tableOf(report, id), to, { ambiguousWide: false });
        if ('refused' in edit) {
          expect([edit.refused.zh, layout]).toEqual(['这张表已经是这种排法', 'tabs']);
          continue;
        }
        const after = applyEdits(text, [edit]);
        expect(cellsOf(parseReport(after), id)).toEqual(cellsOf(report, id));
        expect(after).toContain(NOTE);
        expect(after).toContain(LONG);
        // one for the next line turns the rule off for the table, as the quick fix does
        expect(after).toContain('<!-- nianbao-disable table/blank, table/label -- 来年再填 -->');
        const table = tableOf(parseReport(after), id);
        expect(after.indexOf('<!-- nianbao-enable table/blank table/label -->')).toBeGreaterThan(table.range.end - 1);
        for (const words of [NOTE, LONG]) {
          expect(after.indexOf(words)).toBeLessThan(table.range.start);
          expect(after.split(words)).toHaveLength(2);
        }
        const lines = after.slice(table.range.start, table.range.end);
        expect(lines).not.toContain('<!--');
      }
    }
  });

  it('and nothing comes to stand around a table without any', () => {
    const text = fixture('html', '2021');
    const report = parseReport(text);
    const edit = convertTable(report, tableOf(report, 'disputes'), 'tabs', { ambiguousWide: false });
    expect('refused' in edit).toBe(false);
    expect('refused' in edit ? '' : edit.newText).not.toContain('<!--');
  });

  it.each(LAYOUT_NAMES)('when %s takes the form of 2021, or the next year', (layout) => {
    const text = commented(layout, commented(layout, fixture(layout, '2019'), 'requests'), 'proactive');
    const report = parseReport(text);
    for (const after of [applyEdits(text, migrate(report).edits), rollForward(report)?.text ?? '']) {
      for (const words of [NOTE, LONG, '来年再填']) expect(after.split(words)).toHaveLength(3);
    }
  });

  it.each(LAYOUT_NAMES)('when %s is repaired', (layout) => {
    const whole = commented(layout, fixture(layout, '2021'), 'requests');
    const row = tableOf(parseReport(whole), 'requests').rows.find((r) => r.id === 'unavailable.needsCreation');
    if (!row) throw new Error('no row');
    const text =
      layout === 'html'
        ? whole.slice(0, whole.lastIndexOf('<tr', row.range.start)) +
          whole.slice(whole.indexOf('</tr>', row.range.end) + 5)
        : whole.slice(0, row.range.start) + whole.slice(row.range.end).replace(/^[^\n]*\n+/, '');
    const report = parseReport(text);
    const findings = checkReport(report);
    const fixes = findings.flatMap((f) => (f.rule === 'table/incomplete' ? fixesFor(report, f) : []));
    expect(
      fixes.map((f) => f.kind),
      findings.map((f) => f.message.zh).join(),
    ).toContain('table/incomplete');
    for (const { kind, edits } of fixes) {
      const after = applyEdits(text, edits);
      for (const words of [NOTE, LONG, '来年再填']) expect(after.split(words), kind).toHaveLength(2);
    }
  });

  it('when a label that was begun gives way to the rows that are missing', () => {
    const whole = fixture('tabs', '2021');
    const table = tableOf(parseReport(whole), 'requests');
    const cut = table.rows.find((r) => r.id === 'handledTotal');
    if (!cut) throw new Error('no row');
    const text = `${whole.slice(0, cut.range.start)}${NOTE}\n（七）总${whole.slice(table.range.end)}`;
    const report = parseReport(text);
    const [finding] = checkReport(report).filter((f) => f.rule === 'table/incomplete');
    const fixes = finding ? fixesFor(report, finding) : [];
    expect(fixes.length).toBeGreaterThan(0);
    for (const { edits } of fixes) expect(applyEdits(text, edits)).toContain(NOTE);
  });

  it('and a row that is put in has no note of the row that it is written like', () => {
    const whole = fixture('gfm', '2021');
    const lines = whole.split('\n');
    const gone = lines.findIndex((l) => l.includes('2.没有现成信息'));
    const noted = lines.map((l, i) => (Math.abs(i - gone) === 1 ? l.replace(/ \|$/, ` ${NOTE} |`) : l));
    noted.splice(gone, 1);
    const text = noted.join('\n');
    const report = parseReport(text);
    const [finding] = checkReport(report).filter((f) => f.rule === 'table/incomplete');
    const [fix] = finding ? fixesFor(report, finding) : [];
    expect(applyEdits(text, fix?.edits ?? []).split(NOTE)).toHaveLength(3);
    expect(fix?.edits.map((e) => e.newText).join()).not.toContain('<!--');
  });

  it('when tables are aligned', () => {
    const text = commented('gfm', fixture('gfm', '2021'), 'requests');
    const after = applyEdits(text, formatTables(parseReport(text), { ambiguousWide: false }));
    for (const words of COMMENTS) expect(after).toContain(words);
  });
});
