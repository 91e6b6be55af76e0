/** What an offset of a draft points at, in every layout. */
import { describe, expect, test } from 'vitest';
import { cellAt, type Place, parseReport, placeAt } from '../../../../server/src/core';
import { FORMS, fixture, LAYOUT_NAMES } from '../fixtures/fixture';
import { locate } from '../support/draft';

function told(place: Place | null): string {
  switch (place?.kind) {
    case 'cell':
      return place.cell.name;
    case 'rowLabel':
      return `row ${place.row.id}`;
    case 'head':
      return `head ${place.label}`;
    case 'heading':
      return `heading ${place.section.id}`;
    default:
      return 'nothing';
  }
}

describe.each(FORMS)('form of %s', (form) => {
  test.each(LAYOUT_NAMES)('%s: every cell, label and heading is found at each of its characters', (layout) => {
    const report = parseReport(fixture(layout, form));
    let cells = 0;
    for (const table of report.tables) {
      for (const cell of table.cells.values()) {
        for (let at = cell.range.start + 1; at < cell.range.end; at++) {
          expect(told(placeAt(report, at))).toBe(cell.name);
        }
        if (cell.range.end > cell.range.start) expect(cellAt(report.text, table, cell.range.start)).toBe(cell);
        cells++;
      }
      for (const row of table.rows) {
        if (row.label) expect(told(placeAt(report, row.label.range.start))).toBe(`row ${row.id}`);
      }
    }
    expect(cells).toBeGreaterThan(190);
    for (const section of report.sections) {
      const { start, end } = section.heading.range;
      expect([start, end].map((at) => told(placeAt(report, at)))).toEqual(Array(2).fill(`heading ${section.id}`));
    }
  });
});

test('the blank around a number means the number, a bar means nothing', () => {
  const report = parseReport(fixture('gfm', '2021').replace('| 规章 | 2 | 1 | 34 |', '| 规章 |  2  |  | 34 |'));
  const at = (pattern: string): string => told(placeAt(report, locate(report.text, pattern).start));
  expect(at('| 规章 | ⟨ ⟩2  |  | 34')).toBe('proactive.rules.issued');
  expect(at('| 规章 |  2 ⟨ ⟩|  | 34')).toBe('proactive.rules.issued');
  expect(at('| 规章 |  2  | ⟨ ⟩| 34')).toBe('proactive.rules.repealed');
  expect(at('⟨|⟩ 规章 |  2  |  | 34')).toBe('nothing');
});

test('heads of columns and groups', () => {
  const report = parseReport(fixture('gfm', '2021'));
  const at = (pattern: RegExp): string => told(placeAt(report, locate(report.text, pattern).start));
  expect(at(/商业企业/)).toBe('head 商业企业');
  expect(at(/未经复议直接起诉/)).toBe('head 未经复议直接起诉');
  expect(at(/本年废止件数/)).toBe('head 本年废止件数');
});

test('prose and what lies outside of the text are nothing', () => {
  const report = parseReport(fixture('gfm', '2021'));
  const prose = locate(report.text, '改版网站').start;
  expect([prose, -1, report.text.length + 1, Number.NaN].map((at) => placeAt(report, at))).toEqual(Array(4).fill(null));
});
