/** What the writers put into a draft, the reader reads back: every layout, both forms. */
import { describe, expect, it } from 'vitest';
import { checkReport, parseReport } from '../../../../server/src/core';
import { draftStyle, WRITABLE } from '../../../../server/src/core/edit/style';
import { formOf, sectionTemplate } from '../../../../server/src/core/edit/template';
import { applyEdits, compatible, minimalEdit } from '../../../../server/src/core/edit/textEdit';
import { writeTable } from '../../../../server/src/core/edit/writeTable';
import { cellSpecs, FORMS, tableSpec } from '../../../../server/src/core/forms';
import type { Layout, TableId } from '../../../../server/src/core/model';
import { fixture, LAYOUT_NAMES, LAYOUTS } from '../fixtures/fixture';

const TABLES: readonly TableId[] = ['proactive', 'requests', 'disputes'];

/** Different numbers in all cells. */
function numbers(form: string, table: TableId): Map<string, string> {
  return new Map([...cellSpecs(tableSpec(form, table)).keys()].map((name, i) => [name, String(i * 7 + 3)]));
}

function draft(form: string, tables: (id: TableId) => string): string {
  const year = form === '2019' ? 2020 : 2023;
  const spec = FORMS.find((f) => f.id === form) as (typeof FORMS)[number];
  const sections = spec.sections.map(
    (s) => `${s.number}、${s.title}\n${s.table ? tables(s.table) : '没有其他事项。'}\n`,
  );
  return `双桥镇人民政府${year}年政府信息公开工作年度报告\n\n${sections.join('\n')}`;
}

describe.each(FORMS.map((f) => f.id))('tables of form %s', (form) => {
  it.each(WRITABLE)('written in %s are read back to the last cell', (layout: Layout) => {
    const style = { layout, eol: '\n', halfWidth: false };
    const text = draft(form, (id) =>
      writeTable(tableSpec(form, id), (name) => numbers(form, id).get(name) as string, style),
    );
    const report = parseReport(text);
    expect(report.form).toBe(form);
    for (const id of TABLES) {
      const table = report.tables.find((t) => t.id === id);
      expect(table?.layout, id).toBe(layout);
      expect(table?.gaps, id).toEqual([]);
      expect(table?.labels, id).toEqual([]);
      const read = new Map([...(table?.cells ?? [])].map(([name, cell]) => [name, cell.text]));
      expect(read, id).toEqual(numbers(form, id));
    }
  });

  it('half-width labels are labels of the form', () => {
    const text = draft(form, (id) =>
      writeTable(tableSpec(form, id), () => '0', { layout: 'pipes', eol: '\n', halfWidth: true }),
    );
    expect(text).toContain('(一)予以公开');
    expect(checkReport(parseReport(text)).filter((f) => f.severity === 'error')).toEqual([]);
  });
});

describe('a section put where it is missing', () => {
  const cases = LAYOUT_NAMES.flatMap((name) => (['2019', '2021'] as const).map((form) => [name, form] as const));
  it.each(cases)('%s %s: looks like its neighbours and is clean', (name, form) => {
    const text = fixture(name, form);
    const report = parseReport(text);
    const style = draftStyle(report);
    expect(style.layout).toBe(LAYOUTS[name]);
    for (const [i, section] of report.sections.entries()) {
      const next = report.sections[i + 1];
      if (!next) continue;
      const own = sectionTemplate(formOf(report), section.id, style);
      const from = text.lastIndexOf('\n', section.heading.range.start) + 1;
      const to = text.lastIndexOf('\n', next.heading.range.start) + 1;
      const changed = `${text.slice(0, from)}${own}${style.eol}${style.apart ? style.eol : ''}${text.slice(to)}`;
      const found = checkReport(parseReport(changed)).filter((f) => f.severity === 'error' || f.severity === 'warning');
      expect(
        found.map((f) => `${f.rule} ${f.message.zh}`),
        section.id,
      ).toEqual([]);
      expect(parseReport(changed).sections.map((s) => s.id)).toEqual(report.sections.map((s) => s.id));
    }
  });
});

describe('edits', () => {
  it('are applied whatever their order', () => {
    const edits = [
      { range: { start: 4, end: 5 }, newText: 'X' },
      { range: { start: 0, end: 1 }, newText: '' },
      { range: { start: 2, end: 2 }, newText: '++' },
    ];
    expect(applyEdits('abcdef', edits)).toBe('b++cdXf');
  });

  it('that overlap or lie outside are refused', () => {
    const at = (start: number, end: number) => ({ range: { start, end }, newText: '' });
    expect(() => applyEdits('abc', [at(0, 2), at(1, 3)])).toThrow(RangeError);
    expect(() => applyEdits('abc', [at(2, 4)])).toThrow(RangeError);
    expect(compatible([at(0, 2)], [at(2, 3)])).toBe(true);
    expect(compatible([at(0, 2)], [at(1, 3)])).toBe(false);
    expect(compatible([at(1, 1)], [at(1, 1)])).toBe(false);
  });

  it('are as small as they can be', () => {
    expect(minimalEdit('a33b', { start: 1, end: 3 }, '34')).toEqual({ range: { start: 2, end: 3 }, newText: '4' });
    expect(minimalEdit('1000', { start: 0, end: 4 }, '100')).toEqual({ range: { start: 3, end: 4 }, newText: '' });
    expect(minimalEdit('7', { start: 0, end: 1 }, '7')).toEqual({ range: { start: 1, end: 1 }, newText: '' });
  });
});
