import { describe, expect, it } from 'vitest';
import { applyEdits, checkReport, parseReport, type Report, type TableId } from '../../../../server/src/core';
import { convertTable, type TargetLayout } from '../../../../server/src/core/edit/convert';
import { FORMS, fixture, LAYOUT_NAMES, type LayoutName } from '../fixtures/fixture';
import { edited } from '../support/draft';
import { cellsOf, drafts } from './support';

const PATIENCE = 180_000;
const COUNT = Number(process.env.NIANBAO_DRAFTS ?? 4);
const OPTIONS = { ambiguousWide: false };
const TARGETS: readonly TargetLayout[] = ['pipes', 'tabs'];

/** The text after the conversion of a table, or why it was refused. */
function convert(text: string, id: TableId, to: TargetLayout): string | { readonly refused: string } {
  const report = parseReport(text);
  const table = report.tables.find((t) => t.id === id);
  if (!table) throw new Error(`no ${id}`);
  const result = convertTable(report, table, to, OPTIONS);
  if ('refused' in result) {
    expect(result.refused.en).toMatch(/^[A-Z“]/);
    return { refused: result.refused.zh };
  }
  return applyEdits(text, [result]);
}

function done(result: ReturnType<typeof convert>): string {
  if (typeof result !== 'string') throw new Error(result.refused);
  return result;
}

/** What is read of all but the labels, which may become the form's. */
function content(report: Report): unknown {
  return {
    form: report.form,
    year: report.year?.value,
    title: report.title?.text,
    sections: report.sections.map((s) => [
      s.id,
      s.heading.text,
      s.paragraphs.map((p) => p.text).filter((p) => !/[|\t]/.test(p)),
    ]),
    tables: report.tables.map((t, i) => [
      t.id,
      t.readAs,
      cellsOf(report, t.id, report.tables.slice(0, i).filter((o) => o.id === t.id).length),
      t.rows.map((r) => r.id),
      t.gaps.map((g) => [g.kind, g.cells]),
    ]),
  };
}

const findings = (report: Report): string[] => checkReport(report).map((f) => `${f.rule} ${f.message.zh}`);

describe('what was read before is read after', () => {
  it.each(LAYOUT_NAMES.flatMap((layout) => FORMS.map((form) => [layout, form] as const)))('%s %s', (layout, form) => {
    const text = fixture(layout, form);
    for (const id of ['proactive', 'requests', 'disputes'] as const) {
      for (const to of TARGETS) {
        const result = convert(text, id, to);
        if (typeof result !== 'string') {
          expect(result.refused).toBe('这张表已经是这种排法');
          expect(layout).toBe(to === 'pipes' ? 'gfm' : 'tabs');
          continue;
        }
        const after = parseReport(result);
        expect(after.tables.find((t) => t.id === id)?.layout).toBe(to);
        expect(content(after)).toEqual(content(parseReport(text)));
        expect(findings(after)).toEqual(findings(parseReport(text)));
      }
    }
  });

  it(
    'in drafts of every layout, form and noise',
    () => {
      let offered = 0;
      let all = 0;
      for (const options of [{}, { blanks: true }]) {
        for (const draft of drafts(COUNT, options)) {
          const report = parseReport(draft.text);
          const before = content(report);
          const faults = new Set(findings(report));
          for (const table of report.tables) {
            for (const to of TARGETS) {
              const result = convertTable(report, table, to, OPTIONS);
              all++;
              if ('refused' in result) continue;
              offered++;
              const what = `seed ${draft.seed} ${JSON.stringify(draft.options)} ${table.id} to ${to}`;
              const after = parseReport(applyEdits(draft.text, [result]));
              expect(content(after), what).toEqual(before);
              expect(
                findings(after).filter((f) => !faults.has(f)),
                what,
              ).toEqual([]);
              expect(result.newText.includes('\r\n'), what).toBe(draft.text.includes('\r\n'));
            }
          }
        }
      }
      expect(offered).toBeGreaterThan(all * 0.6);
    },
    PATIENCE,
  );

  it(
    'and there and back again',
    () => {
      for (const draft of drafts(2)) {
        for (const id of ['proactive', 'requests', 'disputes'] as const) {
          const tabs = convert(draft.text, id, 'tabs');
          if (typeof tabs !== 'string') continue;
          const back = convert(tabs, id, 'pipes');
          expect(cellsOf(parseReport(done(back)), id)).toEqual(cellsOf(parseReport(draft.text), id));
        }
      }
    },
    PATIENCE,
  );
});

describe('every cell stays as it is written', () => {
  const row = (text: string, label: string): string => text.split('\n').find((l) => l.includes(label)) as string;

  it('thousands, units, notes, dashes, blanks', () => {
    const text = edited('html', '2021', [
      ['<td>1</td><td><p>34</p></td>', '<td>1</td><td><p>1,234</p></td>'],
      ['129', '22（其中修订 16 件）'],
      ['83', '/'],
      ['1571', ''],
    ]);
    const gfm = done(convert(text, 'proactive', 'pipes'));
    expect(row(gfm, '| 规章').replace(/ +/g, ' ')).toBe('| 规章 | 2 | 1 | 1,234 |');
    expect(row(gfm, '| 行政规范性文件').replace(/ +/g, ' ')).toBe('| 行政规范性文件 | 22（其中修订 16 件） | / | |');
    expect(row(done(convert(gfm, 'proactive', 'tabs')), '行政规范性文件')).toBe(
      '行政规范性文件\t22（其中修订 16 件）\t/\t',
    );
  });

  it('a pipe in a cell is escaped, and no longer where there is need for it', () => {
    const text = fixture('gfm', '2021').replace('信息内容', '信息\\|内容');
    const tabs = done(convert(text, 'proactive', 'tabs'));
    expect(tabs).toContain('信息|内容\t');
    expect(done(convert(tabs, 'proactive', 'pipes'))).toContain('| 信息\\|内容 ');
  });

  it('labels of a frame as they are, of one cell a line as the form has them', () => {
    const slip: [string, string][] = [['2.重复申请', '2.反复申请']];
    expect(done(convert(edited('html', '2021', slip), 'requests', 'pipes'))).toContain('2.反复申请');
    expect(done(convert(fixture('lines', '2021'), 'requests', 'pipes'))).toMatch(/2\.重复申请/);
  });

  it('rows of the author’s own stay where a frame holds them', () => {
    const text = fixture('tabs', '2021').replace(/^(.*一、本年新收.*)$/m, '$1\n小计\t\t\t1\t2\t3\t4\t5\t6\t21');
    const result = convert(text, 'requests', 'pipes');
    if (typeof result === 'string') expect(result).toMatch(/\| 小计 .*\|\s+21 \|/);
    else expect(result.refused).toContain('小计');
  });
});

describe('is refused with a reason', () => {
  const refused = (text: string, id: TableId = 'requests', to: TargetLayout = 'pipes'): string => {
    const result = convert(text, id, to);
    if (typeof result === 'string') throw new Error('not refused');
    return result.refused;
  };
  const line = (layout: LayoutName, words: string): string =>
    fixture(layout, '2021').replace(/^(.*2\.\s?重复申请.*)$/m, `${words}\n$1`);

  it('where words between the rows would be lost', () => {
    expect(refused(line('spaces', '小计 1 2 3 4 5 6 21'))).toContain('小计');
    expect(refused(line('cells', '\t经核对'))).toContain('经核对');
  });
  it('where nothing is to do', () => {
    expect(refused(fixture('gfm', '2021'))).toBe('这张表已经是这种排法');
    expect(refused(fixture('tabs', '2021'), 'disputes', 'tabs')).toBe('这张表已经是这种排法');
  });
});

describe('a table without all of its rows', () => {
  it.each(['lines', 'spaces', 'cells'] as const)('in %s gets no rows that are not there', (layout) => {
    const text = fixture(layout, '2021');
    const from = text.search(/^.*[（(]四[）)]无法提供/m);
    const to = text.search(/^.*四、政府信息公开行政复议/m);
    const torn = `${text.slice(0, from)}\n\n${text.slice(to)}`;
    const before = parseReport(torn);
    expect(before.tables.find((t) => t.id === 'requests')?.gaps).not.toEqual([]);
    const result = convert(torn, 'requests', 'pipes');
    const after = parseReport(done(result));
    expect(content(after)).toEqual(content(before));
    expect(done(result)).not.toContain('无法提供');
  });
});

describe('the table stands apart', () => {
  it('from the text around it, where Markdown needs that', () => {
    const text = fixture('tabs', '2021');
    const gfm = done(convert(text, 'disputes', 'pipes'));
    expect(gfm).toMatch(/行政诉讼情况\r?\n\n\| /);
    expect(gfm).toMatch(/\|\n\n五、/);
    expect(gfm).not.toMatch(/\n\n\n/);
  });
});
