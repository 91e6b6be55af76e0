/** What is remembered of tables changes nothing of what is read. */
import { describe, expect, it } from 'vitest';
import { checkReport, parseReport, type Table } from '../../../../server/src/core';
import { Random } from '../../../drafts/random';
import { FORMS, fixture, LAYOUT_NAMES } from '../fixtures/fixture';

/** The tables of a text, read without any memory: of texts as long as this nothing is remembered. */
function readAfresh(text: string): readonly Table[] {
  return parseReport(`${text}\n${' '.repeat(200_000)}`).tables;
}

const EDITS: readonly (readonly [name: string, edit: (text: string) => string])[] = [
  ['a paragraph before the tables', (t) => t.replace(/\r?\n/, (end) => `${end}${end}另有说明。${end}`)],
  ['a paragraph behind the tables', (t) => `${t}\n附注。\n`],
  ['another digit', (t) => t.replace(/(\d)(?!.*\d)/s, (d) => String((Number(d) + 1) % 10))],
  ['a space less at an end', (t) => t.replace(/ \n/, '\n')],
  ['a row taken away', (t) => t.replace(/^.*重复申请.*\n/m, '')],
  ['an empty line in a table', (t) => t.replace(/^.*重复申请/m, '\n$&')],
  ['a page number in a table', (t) => t.replace(/^.*重复申请/m, '- 3 -\n$&')],
  ['another year', (t) => t.replace(/20(?:19|20|21|22|23|24)年/g, '2020年')],
  ['other line ends', (t) => t.replace(/\r?\n/g, '\r\n')],
];

describe('a table that was read before', () => {
  it.each(LAYOUT_NAMES)('is read as if it had not been: %s', (layout) => {
    for (const form of FORMS) {
      const text = fixture(layout, form);
      parseReport(text);
      for (const [name, edit] of EDITS) {
        const changed = edit(text);
        parseReport(text);
        expect(parseReport(changed).tables, `${form}: ${name}`).toEqual(readAfresh(changed));
      }
    }
  });

  it('is the same object where nothing of it has moved, and a moved copy where something has', () => {
    const text = fixture('gfm', '2021');
    const tables = parseReport(text).tables;
    const behind = parseReport(`${text}\n附注。\n`).tables;
    expect(behind.every((table, i) => table === tables[i])).toBe(true);
    const moved = parseReport(`说明。\n${text}`).tables;
    expect(moved.map((t) => t.range.start)).toEqual(tables.map((t) => t.range.start + 4));
  });

  it('is found at fault where it stands, whatever stood there before', () => {
    const random = new Random('recall');
    let text = fixture('tabs', '2021');
    for (let i = 0; i < 60; i++) {
      const at = Math.floor(random.next() * text.length);
      const digit = /\d/.test(text.charAt(at));
      text = digit
        ? text.slice(0, at) + Math.floor(random.next() * 10) + text.slice(at + 1)
        : `${text.slice(0, at)} ${text.slice(at)}`;
      const report = parseReport(text);
      expect(report.tables).toEqual(readAfresh(text));
      for (const finding of checkReport(report)) {
        for (const name of finding.suspect ? [finding.suspect.cell] : []) {
          const cell = report.tables.flatMap((t) => t.cells.get(name) ?? [])[0];
          expect(text.slice(cell?.range.start, cell?.range.end)).toBe(cell?.text);
        }
      }
    }
  });
});
