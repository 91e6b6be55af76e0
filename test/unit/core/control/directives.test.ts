/** Comments that turn rules off: what they turn off, and that they leave no other trace in what is read. */
import { describe, expect, it } from 'vitest';
import { checkReport, isDraft, parseReport, type Report } from '../../../../server/src/core';
import { FORMS, fixture, LAYOUT_NAMES } from '../fixtures/fixture';
import { type Edit, edit, edited, locate } from '../support/draft';

const COMMENT = '<!-- nianbao-enable table/blank -- 一、总体情况 | 12 | <td>3</td> -->';

/** What a report says, without the places where it says it. */
function words(report: Report): unknown {
  return {
    head: [report.title?.text, report.organisation?.text, report.year?.value, report.period?.from, report.form],
    preface: report.preface.map((p) => p.text),
    sections: report.sections.map((s) => [
      s.heading.text,
      s.subheadings.map((h) => h.text),
      s.paragraphs.map((p) => p.text),
    ]),
    tables: report.tables.map((t) => [
      t.id,
      t.layout,
      [...t.cells.values()].map((c) => [c.name, c.text]),
      t.rows.map((r) => [r.id, r.label?.text]),
      t.gaps.length,
      t.stray.length,
      t.labels.length,
    ]),
  };
}

describe.each(FORMS)('a comment on a line of its own, form %s', (form) => {
  describe.each(LAYOUT_NAMES)('in %s', (layout) => {
    const text = fixture(layout, form);
    const lines = text.split('\n');

    it('is read as nothing between any two lines', () => {
      const between = lines.flatMap((line) => [COMMENT, line]).join('\n');
      expect(words(parseReport(between))).toEqual(words(parseReport(text)));
      expect(checkReport(parseReport(between))).toEqual([]);
      expect(isDraft(between)).toBe(isDraft(text));
    });

    it.each(['\t', '  ', '\u3000\u3000'])('is read as nothing behind %j, nor over two lines, with CRLF', (indent) => {
      const comment = `${indent}${COMMENT.replace(' -- ', ' --\r\n')}`;
      const between = lines.flatMap((line, i) => (i % 3 === 1 ? [comment, line] : [line])).join('\r\n');
      expect(words(parseReport(between))).toEqual(words(parseReport(text)));
    });

    it('leaves every offset where it is', () => {
      const between = lines.flatMap((line) => [COMMENT, line]).join('\n');
      const { tables, sections } = parseReport(between);
      const places = [...tables.flatMap((t) => [...t.cells.values()]), ...sections.map((s) => s.heading)];
      for (const { text, range } of places) expect(between.slice(range.start, range.end)).toBe(text);
    });
  });
});

describe('what stands in a comment', () => {
  it('is no part of a line either', () => {
    const plain = fixture('gfm', '2021');
    const lines = plain
      .split('\n')
      .map((line) => (/[^|\s-]/.test(line) ? line.replace(/(\s*\|)?$/, ' <!-- 12 -->$1') : line));
    expect(words(parseReport(lines.join('\n')))).toEqual(words(parseReport(plain)));
  });

  it('begins with the last <!-- before its end, so that one that is being typed takes nothing away', () => {
    const text = edited('gfm', '2021', [['一、总体情况', '一、总体情况\n\n<!-- nianbao-dis']]);
    expect(parseReport(text).sections).toHaveLength(6);
    const both = `${text}\n<!-- nianbao-disable -->\n`;
    expect(parseReport(both).sections).toHaveLength(6);
    expect(parseReport(both).directives.map((d) => d.kind)).toEqual(['disable']);
  });

  it('may be all that there is', () => {
    expect(parseReport(COMMENT).sections).toEqual([]);
    expect(checkReport(parseReport(`${COMMENT}\n${COMMENT}`)).every((f) => f.range.start >= 0)).toBe(true);
    expect(isDraft(`<!-- ${fixture('gfm', '2021')} -->`)).toBe(false);
  });
});

/** Two rows of table 3 with a total that is off by one, and a title in other words. */
const FAULTS: readonly Edit[] = [['六、其他需要报告的事项', '六、其他要报告的事项']];

/** Rules of the findings on a draft in the order of the text. */
function rules(text: string): string[] {
  return checkReport(parseReport(text)).map((f) => f.rule);
}

function above(text: string, words: string, comment: string): string {
  const { start } = locate(text, words);
  const line = text.lastIndexOf('\n', start) + 1;
  return `${text.slice(0, line)}${comment}\n${text.slice(line)}`;
}

describe('rules', () => {
  const title = edit(fixture('gfm', '2021'), FAULTS);

  it('are on without a comment', () => {
    expect(rules(title)).toEqual(['section/title']);
  });

  it.each([
    ['next line', '<!-- nianbao-disable-next-line section/title -->', []],
    ['next line, every rule', '<!-- nianbao-disable-next-line -->', []],
    ['next line behind an empty one and another comment', '<!--nianbao-disable-next-line-->\n\n<!-- 六 -->\n', []],
    ['several names', '<!-- nianbao-disable-next-line table/blank, section/title -->', []],
    [
      'names in Chinese commas, and a reason',
      '<!-- nianbao-disable-next-line table/blank，section/title -- 沿用 -->',
      [],
    ],
    ['region', '<!-- nianbao-disable section/title -->', []],
    ['region that ended', '<!-- nianbao-disable -->\n<!-- nianbao-enable -->', ['section/title']],
    ['region that ended for another rule', '<!-- nianbao-disable -->\n<!-- nianbao-enable table/blank -->', []],
    [
      'region that ended for this rule',
      '<!-- nianbao-disable -->\n<!-- nianbao-enable section/title -->',
      ['section/title'],
    ],
    ['another rule', '<!-- nianbao-disable-next-line section/order -->', ['section/title']],
    ['a name that no rule has', '<!-- nianbao-disable-next-line section/titel -->', ['section/title']],
    ['a name in the reason', '<!-- nianbao-disable-next-line table/blank -- section/title -->', ['section/title']],
    ['a word that is no directive', '<!-- nianbao-disabled section/title -->', ['section/title']],
    ['a comment that is not closed', '<!-- nianbao-disable section/title', ['section/title']],
    ['the line before', '<!-- nianbao-disable-next-line -->\n本段在前。\n', ['section/title']],
  ] as const)('%s', (_, comment, left) => {
    expect(rules(above(title, '六、其他要报告的事项', comment))).toEqual(left);
  });

  it.each([
    ['file, at its end', ['section/title'], (text: string) => `${text}\n<!-- nianbao-disable-file section/title -->\n`],
    ['file, every rule', [], (text: string) => `<!-- nianbao-disable-file -->\n${text}`],
  ])('%s', (_, __, change) => {
    expect(rules(change(title))).toEqual([]);
  });

  it.each(LAYOUT_NAMES)('go off for a row of a table in %s', (layout) => {
    const text = fixture(layout, '2021');
    const cell = parseReport(text)
      .tables.find((t) => t.id === 'requests')
      ?.cells.get('requests.granted.total');
    if (!cell) throw new Error('no such cell');
    const wrong = `${text.slice(0, cell.range.start)}${Number(cell.text) + 1}${text.slice(cell.range.end)}`;
    const [finding, ...more] = checkReport(parseReport(wrong));
    expect(more).toEqual([]);
    const at = wrong.lastIndexOf('\n', finding?.range.start) + 1;
    const withComment = (rule: string) =>
      `${wrong.slice(0, at)}<!-- nianbao-disable-next-line ${rule} -->\n${wrong.slice(at)}`;
    expect(rules(withComment(finding?.rule ?? ''))).toEqual([]);
    expect(rules(withComment('table/blank'))).toEqual([finding?.rule]);
  });
});
