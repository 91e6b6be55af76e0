/** The comments that are offered on a finding: what they look like, and that they do what they say. */
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { applyEdits, checkReport, type Finding, parseReport, suppressions } from '../../../../server/src/core';
import { FORMS, fixture, LAYOUT_NAMES } from '../fixtures/fixture';
import { edited } from '../support/draft';

const FAULTS = [
  ['六、其他需要报告的事项', '六、其他要报告的事项'],
  ['五、存在的主要问题及改进情况', '四、存在的主要问题及改进情况'],
] as const;

/** A draft with faults in headings, and in a row of table 3. */
function faulty(layout: (typeof LAYOUT_NAMES)[number], form: (typeof FORMS)[number]): string {
  const text = edited(layout, form, FAULTS);
  const cell = parseReport(text)
    .tables.find((t) => t.id === 'requests')
    ?.cells.get('requests.granted.total');
  if (!cell) throw new Error('no such cell');
  return `${text.slice(0, cell.range.start)}${Number(cell.text) + 1}${text.slice(cell.range.end)}`;
}

function found(text: string): readonly Finding[] {
  return checkReport(parseReport(text));
}

function counts(findings: readonly Finding[]): Record<string, number> {
  const all: Record<string, number> = {};
  for (const { rule } of findings) all[rule] = (all[rule] ?? 0) + 1;
  return all;
}

describe.each(FORMS)('form %s', (form) => {
  it.each(LAYOUT_NAMES)('each finding goes, and only its rule with it, in %s', (layout) => {
    for (const eol of ['\n', '\r\n', '\ufeff']) {
      const text = eol === '\ufeff' ? eol + faulty(layout, form) : faulty(layout, form).replaceAll('\n', eol);
      const report = parseReport(text);
      const findings = checkReport(report);
      expect(findings.length).toBeGreaterThanOrEqual(3);
      for (const finding of findings) {
        const all = suppressions(report, finding);
        expect(all.map((f) => f.kind)).toEqual([
          expect.stringMatching(/^control\/(next-line|region)$/),
          'control/file',
        ]);
        for (const { edits, preferred, safe, title } of all) {
          const after = applyEdits(text, edits);
          const { [finding.rule]: before, ...others } = counts(findings);
          const { [finding.rule]: left = 0, ...same } = counts(found(after));
          expect(same, title.zh).toEqual(others);
          expect(left, title.zh).toBeLessThan(before as number);
          expect([preferred, safe]).toEqual([false, false]);
          if (eol === '\r\n') expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
          if (eol === '\ufeff') expect(after.lastIndexOf('\ufeff')).toBe(0);
        }
      }
    }
  });

  it.each(LAYOUT_NAMES)('all findings can be turned off one after the other in %s', (layout) => {
    for (const which of [0, 1]) {
      let text = faulty(layout, form);
      for (let i = 0; i < 10; i++) {
        const report = parseReport(text);
        const [finding] = checkReport(report);
        if (!finding) break;
        text = applyEdits(text, suppressions(report, finding)[which]?.edits ?? []);
      }
      expect(found(text)).toEqual([]);
      if (which === 1) expect(text.match(/<!--/g), 'in one comment').toHaveLength(1);
    }
  });
});

/** What Markdown shows of a draft; comments are not seen. */
function shown(text: string): string {
  const html = new MarkdownIt({ html: true }).render(text);
  return html
    .replace(/<!--.*?-->/gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ (?=<)|(?<=>) /g, '');
}

describe('Markdown', () => {
  it('shows the same draft with the comments in it', () => {
    const text = faulty('gfm', '2021');
    const report = parseReport(text);
    const findings = checkReport(report);
    expect(shown(text)).toContain('<table>');
    for (const fix of findings.flatMap((finding) => suppressions(report, finding))) {
      expect(shown(applyEdits(text, fix.edits)), fix.title.zh).toBe(shown(text));
    }
  });

  it('keeps a paragraph in one piece whose second line has a finding', () => {
    const before = '第一行没有问题，\n';
    const text = edited('gfm', '2021', [['一、总体情况', `一、总体情况\n\n${before}第二行在这里。`]]);
    const report = parseReport(text);
    const start = text.indexOf('第二行');
    const finding: Finding = {
      rule: 'section/empty',
      severity: 'warning',
      range: { start, end: start + 3 },
      message: { zh: '', en: '' },
    };
    const after = applyEdits(text, suppressions(report, finding)[0]?.edits ?? []);
    expect(after).toContain('没有问题， <!-- nianbao-disable-next-line section/empty -->\n第二行');
    expect(shown(after)).toBe(shown(text));
  });
});

it('front matter stays the first thing in the file', () => {
  const text = `---\r\ntitle: 年报\r\n---\r\n${edited('gfm', '2021', FAULTS).replaceAll('\n', '\r\n')}`;
  const report = parseReport(text);
  const [finding] = checkReport(report);
  const [, file] = suppressions(report, finding as Finding);
  expect(applyEdits(text, file?.edits ?? [])).toMatch(
    /^---\r\ntitle: 年报\r\n---\r\n<!-- nianbao-disable-file \S+ -->\r\n/,
  );
});

it('a comment that is there takes one name more', () => {
  const text = fixture('gfm', '2021').replace(
    /^(.*)六、其他需要报告的事项/m,
    '<!-- nianbao-disable-next-line table/blank -- 待补 -->\n$1六、其他要报告的事项',
  );
  const report = parseReport(text);
  const [finding] = checkReport(report);
  const [line] = suppressions(report, finding as Finding);
  const after = applyEdits(text, line?.edits ?? []);
  expect(after).toContain('<!-- nianbao-disable-next-line table/blank, section/title -- 待补 -->');
  expect(found(after)).toEqual([]);
});
