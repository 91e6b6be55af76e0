/** Drafts as the server sees them most of the time: half typed. */
import { describe, expect, it, vi } from 'vitest';
import { checkReport, parseReport, tableBalance } from '../../../../server/src/core';
import { cellValues, FORMS, fixture, LAYOUT_NAMES } from '../fixtures/fixture';
import { describeFinding } from '../support/draft';

// hundreds of drafts a test, on machines that do other things beside
vi.setConfig({ testTimeout: 120_000 });

/** More findings than this on a draft that is only unfinished are an avalanche. */
const FEW = 6;

const TABLES = ['proactive', 'requests', 'disputes'] as const;

describe.each(FORMS)('a draft that ends anywhere, form %s', (form) => {
  it.each(LAYOUT_NAMES)('in %s: what is there is read, and what is not is no avalanche', (layout) => {
    const text = fixture(layout, form);
    const values = new Map(TABLES.flatMap((t) => [...cellValues(form, t)]));
    const rowEnds = parseReport(text).tables.flatMap((t) => t.rows.map((r) => r.range.end));
    // behind every row, in the middle of every heading, and at even steps
    const steps = Array.from({ length: 60 }, (_, i) => Math.floor((text.length * i) / 60));
    for (const end of [...rowEnds, ...steps]) {
      const cut = text.slice(0, end);
      const report = parseReport(cut);
      const findings = checkReport(report);
      const told = `${JSON.stringify(cut.slice(-40))}\n${findings.map((f) => describeFinding(cut, f)).join('\n')}`;
      expect(findings.filter((f) => f.rule !== 'section/missing').length, told).toBeLessThanOrEqual(FEW);
      expect(findings.filter((f) => f.rule === 'section/missing').length, told).toBeLessThanOrEqual(6);
      for (const table of report.tables) {
        for (const cell of table.cells.values()) {
          // the number at the very end may be half typed
          if (cell.value === null || cell.range.end >= cut.trimEnd().length - 1) continue;
          expect(cell.value, `${cell.name} ${told}`).toBe(values.get(cell.name));
        }
      }
    }
  });

  it.each(LAYOUT_NAMES)('in %s: cut behind a row, every row before is read', (layout) => {
    const text = fixture(layout, form);
    const rows = parseReport(text).tables.find((t) => t.id === 'requests')?.rows ?? [];
    for (const [i, row] of rows.entries()) {
      if (i < 2) continue;
      const cut = text.slice(0, row.range.end);
      const table = parseReport(cut).tables.find((t) => t.id === 'requests');
      expect(
        table?.rows.map((r) => r.id),
        row.id,
      ).toEqual(rows.slice(0, i + 1).map((r) => r.id));
      expect(table?.cells.size, row.id).toBe((i + 1) * 7);
      expect(table && tableBalance(table).off, row.id).toBe(0);
      // one finding for all that is not there yet
      const findings = checkReport(parseReport(cut)).filter((f) => f.table === 'requests');
      expect(
        findings.map((f) => f.rule),
        row.id,
      ).toEqual(i + 1 === rows.length ? [] : ['table/incomplete']);
    }
  });
});

describe('the row that is being typed', () => {
  const text = fixture('gfm', '2021');
  const line = /^\|[^\n]*（七）总计[^\n]*$/m.exec(text)?.[0] ?? '';

  it('at every key, the rest of the table stands', () => {
    for (let typed = 0; typed <= line.length; typed++) {
      const draft = text.replace(line, () => line.slice(0, typed));
      const table = parseReport(draft).tables.find((t) => t.id === 'requests');
      const granted = [...(table?.cells.values() ?? [])].filter((c) => c.row === 'granted').map((c) => c.value);
      expect(granted, line.slice(0, typed)).toEqual([2167, 154, 9, 22, 61, 13, 2426]);
      const last = table?.cells.get('requests.carriedForward.total')?.value;
      expect(last, line.slice(0, typed)).toBe(177);
      const findings = checkReport(parseReport(draft)).map((f) => describeFinding(draft, f));
      expect(findings.length, `${line.slice(0, typed)}\n${findings.join('\n')}`).toBeLessThanOrEqual(2);
    }
  });

  it.each([
    ['| 2167 | 154 | 9 | 22 | 61 | 13 | 2426 |', '| 2167 | 154 | 9 | 22 | 61 | 13 |'],
    ['| 2167 | 154 | 9 | 22 | 61 | 13 | 2426 |', '| 2167 | 154 | 9 |'],
    ['| 2167 | 154 | 9 | 22 | 61 | 13 | 2426 |', '|'],
    ['| 304 | 0 | 0 | 0 | 0 | 26 | 330 |', '| 304 | 0 | 0 | 0 | 0 | 26 |'],
    ['| 304 | 0 | 0 | 0 | 0 | 26 | 330 |', '| 304 | 0 |'],
  ])('a row that lacks cells at its end shifts none: %s → %s', (whole, part) => {
    const draft = text.replace(whole, part);
    const table = parseReport(draft).tables.find((t) => t.id === 'requests');
    for (const [name, value] of cellValues('2021', 'requests')) {
      const cell = table?.cells.get(name);
      if (cell && cell.value !== null) expect(cell.value, name).toBe(value);
    }
    const findings = checkReport(parseReport(draft)).map((f) => describeFinding(draft, f));
    expect(findings.length, findings.join('\n')).toBeLessThanOrEqual(2);
  });

  it('digit by digit, one cell is named', () => {
    for (const [draft, found] of [
      ['2', 2],
      ['21', 21],
      ['216', 216],
      ['21677', 21677],
    ] as const) {
      const findings = checkReport(parseReport(text.replace('| 2167 |', `| ${draft} |`)));
      expect(findings.map((f) => f.suspect)).toEqual([
        { cell: 'requests.granted.naturalPerson', found, expected: 2167 },
      ]);
    }
  });

  it('an empty table is one finding of its kind, not one a cell', () => {
    const blank = text.replaceAll(/(?<=\| )[\d.,]+(?= \|)/g, '');
    const findings = checkReport(parseReport(blank));
    expect(findings.map((f) => [f.rule, f.table])).toEqual(TABLES.map((t) => ['table/blank', t]));
  });

  it('a table of labels alone is said to be without numbers', () => {
    const bare = fixture('lines', '2021').replaceAll(/^[\d.,]+\n\n/gm, '');
    const rules = checkReport(parseReport(bare)).map((f) => f.rule);
    expect(rules.length).toBeGreaterThanOrEqual(3);
    expect(rules.length).toBeLessThanOrEqual(FEW);
    for (const rule of rules) expect(['table/incomplete', 'table/blank', 'table/missing']).toContain(rule);
  });
});
