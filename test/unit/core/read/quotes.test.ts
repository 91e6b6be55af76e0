/** A draft in a Markdown block quote, as mail and converters make it, is read as without the marks. */
import { describe, expect, it } from 'vitest';
import { checkReport, isDraft, parseReport, type Report } from '../../../../server/src/core';
import { FORMS, fixture, LAYOUT_NAMES } from '../fixtures/fixture';

const quoted = (text: string, mark: string, eol = '\n'): string =>
  text
    .split('\n')
    .map((line) => mark + line)
    .join(eol);

/** What was read, with the words at every range instead of the range. */
function told(report: Report): unknown {
  const at = ({ start, end }: { start: number; end: number }): string =>
    report.text.slice(start, end).replace(/\s*[\r\n][\s>]*/g, '');
  return {
    title: report.title?.text,
    organisation: report.organisation?.text,
    year: report.year?.value,
    preface: report.preface.map((p) => [p.text, at(p.range)]),
    sections: report.sections.map((s) => [
      s.id,
      s.heading.text,
      at(s.heading.range),
      s.subheadings.map((h) => [h.text, at(h.range)]),
      s.paragraphs.map((p) => [p.text, at(p.range)]),
    ]),
    tables: report.tables.map((t) => [
      t.id,
      t.layout,
      [...t.cells.values()].map((c) => [c.name, c.text, c.value, at(c.range), at(c.digits)]),
      t.rows.map((r) => [r.id, r.label?.text]),
    ]),
  };
}

describe.each(LAYOUT_NAMES)('%s', (layout) => {
  it.each(FORMS.flatMap((form) => ['> ', '>', '> > '].map((mark) => [form, mark] as const)))(
    'form %s behind %j',
    (form, mark) => {
      const text = fixture(layout, form);
      for (const eol of ['\n', '\r\n']) {
        const report = parseReport(quoted(text, mark, eol));
        expect(told(report)).toEqual(told(parseReport(text)));
        expect(checkReport(report)).toEqual([]);
        expect(isDraft(report.text)).toBe(true);
      }
    },
  );
});

it('a part of a draft may be quoted', () => {
  const text = fixture('gfm', '2021');
  const at = text.indexOf('## 三、');
  const report = parseReport(text.slice(0, at) + quoted(text.slice(at), '> '));
  expect(told(report)).toEqual(told(parseReport(text)));
});

it('a heading over two quoted lines', () => {
  const text = quoted('云泽市2022年政府信息公开工作年度报告\n\n四、政府信息公开\n行政复议、行政诉讼情况\n', '> ');
  const [section] = parseReport(text).sections;
  expect(section?.heading.text).toBe('四、政府信息公开行政复议、行政诉讼情况');
  expect(section?.heading.wording).toBe('exact');
});

it('a mark that ends a tag is no quote', () => {
  const text = fixture('html', '2021');
  const broken = text.replace(/<(td|th)([^>]*)>([^<]*)<\/\1>/g, '<$1$2\n  >$3</$1\n>');
  expect(broken).not.toBe(text);
  const values = (t: string): unknown =>
    parseReport(t).tables.map((table) => [...table.cells].map(([name, c]) => [name, c.value]));
  expect(values(broken)).toEqual(values(text));
});
