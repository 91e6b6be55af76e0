/** Nine layouts, two forms: every cell, and where it stands. */
import { describe, expect, it } from 'vitest';
import { checkReport, isDraft, parseReport, reportData, tableBalance } from '../../../../server/src/core';
import { cellValues, FORMS, fixture, LAYOUT_NAMES, LAYOUTS, TABLES } from '../fixtures/fixture';
import { describeFinding, locate } from '../support/draft';

const ROWS = { '2019': 23, '2021': 25 } as const;

describe.each(FORMS)('form %s', (form) => {
  describe.each(LAYOUT_NAMES)('in %s', (layout) => {
    const text = fixture(layout, form);
    const report = parseReport(text);

    it.each(TABLES)('every cell of %s', (id) => {
      const table = report.tables.find((t) => t.id === id);
      const read = new Map([...(table?.cells ?? [])].map(([name, cell]) => [name, cell.value]));
      expect(read).toEqual(cellValues(form, id));
      expect([...read.keys()], 'in the order of the form').toEqual([...cellValues(form, id).keys()]);
      expect(table?.gaps).toEqual([]);
      expect(table?.labels).toEqual([]);
      expect(table?.layout).toBe(LAYOUTS[layout]);
      expect(table?.form).toBe(id === 'disputes' ? null : form);
      expect(table && tableBalance(table)).toEqual({ state: 'balanced', off: 0 });
    });

    it('puts every cell where its number stands', () => {
      let sure = 0;
      for (const table of report.tables) {
        for (const cell of table.cells.values()) {
          expect(text.slice(cell.range.start, cell.range.end), cell.name).toBe(cell.text);
          expect(cell.text).toBe(cell.text.trim());
          const digits = text.slice(cell.digits.start, cell.digits.end);
          expect(Math.abs(cell.value ?? Number.NaN), cell.name).toBe(Number(digits.replaceAll(',', '')));
          expect(cell.range.start).toBeLessThanOrEqual(cell.digits.start);
          expect(cell.digits.end).toBeLessThanOrEqual(cell.range.end);
          expect(cell.range.start).toBeGreaterThanOrEqual(table.range.start);
          expect(cell.range.end).toBeLessThanOrEqual(table.range.end);
          // a number that stands in the draft once can stand nowhere else
          const places = [...text.matchAll(new RegExp(`(?<![\\d.,])${digits}(?![\\d.,])`, 'g'))];
          if (places.length === 1) {
            sure++;
            expect(cell.digits.start, cell.name).toBe(places[0]?.index);
          }
        }
      }
      expect(sure).toBeGreaterThan(35);
    });

    it('tells no two cells from one place', () => {
      const starts = report.tables.flatMap((t) => [...t.cells.values()].map((c) => c.range.start));
      expect(new Set(starts).size).toBe(starts.length);
      // within a table cells stand in the order of the form
      for (const table of report.tables) {
        const order = [...table.cells.values()].map((c) => c.range.start);
        expect(order).toEqual([...order].sort((a, b) => a - b));
      }
    });

    it('knows the rows with their labels', () => {
      const rows = report.tables.find((t) => t.id === 'requests')?.rows ?? [];
      expect(rows.map((r) => r.id)).toEqual([
        ...new Set([...cellValues(form, 'requests').keys()].map((n) => n.split('.').slice(1, -1).join('.'))),
      ]);
      expect(rows).toHaveLength(ROWS[form]);
      for (const row of rows) {
        const label = row.label;
        expect(label, row.id).not.toBeNull();
        if (!label) continue;
        expect(row.range.start).toBeLessThanOrEqual(label.range.start);
        const ends = [...(report.tables.find((t) => t.id === 'requests')?.cells.values() ?? [])]
          .filter((c) => c.row === row.id)
          .map((c) => c.range.end);
        expect(row.range.end, row.id).toBeGreaterThanOrEqual(Math.max(...ends));
        expect(label.text, row.id).not.toMatch(/\d\s+\d|\n/);
      }
      const granted = rows.find((r) => r.id === 'granted')?.label;
      expect(granted && text.slice(granted.range.start, granted.range.end)).toMatch(/^[（(]一[）)] ?予以公开$/);
      const carried = rows.find((r) => r.id === 'carriedForward')?.label;
      expect(carried?.range).toEqual(locate(text, '四、结转下年度继续办理'));
    });

    it('finds the six sections, each with its table', () => {
      expect(report.sections.map((s) => [s.id, s.heading.wording, s.tables.map((t) => t.id)])).toEqual([
        ['overview', 'exact', []],
        ['proactive', 'exact', ['proactive']],
        ['requests', 'exact', ['requests']],
        ['disputes', 'exact', ['disputes']],
        ['problems', 'exact', []],
        ['others', 'exact', []],
      ]);
      const [first] = report.sections;
      expect(first?.subheadings.map((s) => [s.level, s.number])).toEqual([1, 2, 3, 4, 5].map((n) => [2, n]));
      expect(first && text.slice(first.heading.range.start, first.heading.range.end)).toBe('一、总体情况');
    });

    it('keeps the prose apart from the tables', () => {
      for (const section of report.sections) {
        for (const p of section.paragraphs) {
          expect(p.text, section.id).not.toMatch(/\d+\s+\d+|[|\t]/);
          expect(['overview', 'problems', 'others'], p.text).toContain(section.id);
        }
      }
    });

    it('knows form, year and period', () => {
      const year = form === '2019' ? 2020 : 2022;
      expect(report.form).toBe(form);
      expect(report.year?.value).toBe(year);
      expect(report.period).toMatchObject({ from: [year, 1, 1], to: [year, 12, 31] });
      expect(report.period && text.slice(report.period.range.start, report.period.range.end)).toBe(
        `${year}年1月1日至${year}年12月31日`,
      );
    });

    it('is a draft without a fault', () => {
      expect(isDraft(text)).toBe(true);
      expect(checkReport(report).map((f) => describeFinding(text, f))).toEqual([]);
    });

    it('gives its data by the names of the contract', () => {
      const data = reportData(report);
      for (const id of TABLES) {
        for (const [name, value] of cellValues(form, id)) {
          const node = name
            .split('.')
            .slice(1)
            .reduce<unknown>((n, part) => (n as Record<string, unknown> | null)?.[part], data.tables[id]);
          expect(node, name).toBe(value);
        }
      }
      expect(data.sections.map((s) => s.id)).toEqual(report.sections.map((s) => s.id));
    });
  });
});

describe('the exact place of cells', () => {
  it.each([
    ['gfm', '2021', 'requests.granted.naturalPerson', '（一）予以公开 |  | ⟨2167⟩ |'],
    ['gfm', '2021', 'proactive.licences.decisions', '行政许可 | ⟨59,204⟩ |'],
    ['gfm', '2019', 'proactive.licences.change', '| ⟨增3⟩ |'],
    ['gfm', '2019', 'proactive.procurement.amount', '| ⟨27415.86万元⟩ |'],
    ['pipes', '2019', 'requests.otherHandling.otherOrganisation', '(六)其他处理 | 3 | 0 | 4 | 0 | 0 | ⟨12⟩ |'],
    ['pipes', '2021', 'disputes.suitAfterReview.pending', '| ⟨10⟩ | 11'],
    ['tabs', '2021', 'requests.handledTotal.total', '87\t158\t88\t⟨3409⟩'],
    ['cells', '2019', 'requests.partlyGranted.legalServiceOrganisation', '不计其他情形）\n\t0\n\t0\n\t0\n\t0\n\t⟨23⟩'],
    ['lines', '2019', 'requests.newlyReceived.total', '⟨2784⟩'],
    ['html', '2021', 'requests.newlyReceived.company', '<td>⟨249⟩</td>'],
    ['spaces', '2021', 'requests.partlyGranted.total', '只计 0 0 0 2 0 20 ⟨22⟩\n'],
  ] as const)('%s-%s: %s', (layout, form, name, pattern) => {
    const text = fixture(layout, form);
    const cell = parseReport(text)
      .tables.flatMap((t) => [...t.cells.values()])
      .find((c) => c.name === name);
    expect(cell?.range).toEqual(locate(text, pattern));
  });
});
