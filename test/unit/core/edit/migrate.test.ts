/** From the form of 2019 to that of 2021: what means the same is carried, nothing is guessed, nothing goes unsaid. */
import { describe, expect, it } from 'vitest';
import { applyEdits, checkReport, parseReport } from '../../../../server/src/core';
import { canMigrate, migrate } from '../../../../server/src/core/edit/migrate';
import { cellSpecs, tableSpec } from '../../../../server/src/core/forms';
import type { Report, Table } from '../../../../server/src/core/model';
import { cellValues, fixture, LAYOUT_NAMES } from '../fixtures/fixture';

function tableOf(report: Report, id: string): Table {
  return report.tables.find((t) => t.id === id) as Table;
}

const OTHER = ['notCorrected', 'unpaidFee', 'other'].map((row) => `requests.otherHandling.${row}`);

describe.each(LAYOUT_NAMES)('a draft of 2019 in %s', (layout) => {
  const text = fixture(layout, '2019');
  const before = parseReport(text);
  const { edits, notes } = migrate(before);
  const after = parseReport(applyEdits(text, edits));

  it('has the tables of 2021 afterwards, whole', () => {
    for (const id of ['proactive', 'requests', 'disputes'] as const) {
      const table = tableOf(after, id);
      expect(table.form === null || table.form === '2021', id).toBe(true);
      expect(table.gaps, id).toEqual([]);
      expect([...table.cells.keys()], id).toEqual([...cellSpecs(tableSpec('2021', id)).keys()]);
    }
    expect(after.tables.some(canMigrate)).toBe(false);
    expect(checkReport(after).filter((f) => f.rule === 'table/incomplete' || f.rule === 'table/label')).toEqual([]);
  });

  it('keeps what means the same and leaves blank what nobody can know', () => {
    const old = {
      ...Object.fromEntries(cellValues('2019', 'proactive')),
      ...Object.fromEntries(cellValues('2019', 'requests')),
    };
    const read = Object.fromEntries([...tableOf(after, 'proactive').cells].map(([name, c]) => [name, c.value]));
    expect(read).toEqual({
      'proactive.rules.issued': old['proactive.rules.made'],
      'proactive.rules.repealed': null,
      'proactive.rules.inForce': null,
      'proactive.normativeDocuments.issued': old['proactive.normativeDocuments.made'],
      'proactive.normativeDocuments.repealed': null,
      'proactive.normativeDocuments.inForce': null,
      'proactive.licences.decisions': old['proactive.licences.decisions'],
      'proactive.penalties.decisions': old['proactive.penalties.decisions'],
      'proactive.coercion.decisions': old['proactive.coercion.decisions'],
      'proactive.fees.amount': null,
    });
    for (const [name, cell] of tableOf(after, 'requests').cells) {
      const split = OTHER.find((row) => name.startsWith(`${row}.`));
      const whole = old[`requests.otherHandling.${cell.column}`];
      expect(cell.value, name).toBe(split ? (whole === 0 ? 0 : null) : old[name]);
    }
  });

  it('says which figures have no place any more', () => {
    const said = notes.map((n) => n.zh).join('\n');
    for (const words of ['其他对外管理服务事项', '政府集中采购', '对外公开总数量', '其他处理']) {
      expect(said).toContain(words);
    }
  });

  it('touches nothing outside of the two tables', () => {
    expect(after.sections.map((s) => s.heading.text)).toEqual(before.sections.map((s) => s.heading.text));
    const prose = (r: Report) => r.sections.flatMap((s) => s.paragraphs.map((p) => p.text));
    expect(prose(after)).toEqual(prose(before));
    expect(tableOf(after, 'disputes').layout).toBe(tableOf(before, 'disputes').layout);
  });
});

it('the layout stays where a blank cell can be seen in it', () => {
  const layouts = LAYOUT_NAMES.map((name) => {
    const text = fixture(name, '2019');
    const report = parseReport(text);
    return [name, tableOf(parseReport(applyEdits(text, migrate(report).edits)), 'proactive').layout];
  });
  expect(Object.fromEntries(layouts)).toEqual({
    gfm: 'pipes',
    pipes: 'pipes',
    tabs: 'tabs',
    cells: 'cells',
    html: 'html',
    lines: 'pipes',
    spaces: 'pipes',
    padded: 'pipes',
    barred: 'barred',
  });
});

it('CRLF stays CRLF', () => {
  const text = fixture('spaces', '2019').replaceAll('\n', '\r\n');
  expect(applyEdits(text, migrate(parseReport(text)).edits)).not.toMatch(/(?<!\r)\n/);
});

it('tables of 2021 stay as they are', () => {
  expect(migrate(parseReport(fixture('gfm', '2021')))).toEqual({ edits: [], notes: [] });
});
