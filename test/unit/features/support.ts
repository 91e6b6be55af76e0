import type { Cell, Range, Report, Section, SectionId, Subheading, Table, TableId } from '../../../server/src/core';
import { Draft } from '../../../server/src/drafts';

/** Reports made by hand, so that a feature is tested for what it does with a report and not for how one is read. */

interface TableParts {
  readonly id: TableId;
  readonly text: string;
  readonly labels?: readonly string[];
  /** What stands in the cell, by cell name without the table's. */
  readonly cells?: Readonly<Record<string, string>>;
}

interface SectionParts {
  readonly id: SectionId;
  readonly heading: string;
  readonly subheadings?: readonly (readonly [level: 2 | 3, text: string])[];
  readonly tables?: readonly TableParts[];
}

interface Parts {
  readonly preface?: readonly string[];
  readonly sections?: readonly SectionParts[];
  /** Tables that stand before all sections. */
  readonly strays?: readonly TableParts[];
}

/** A draft with that report. Every part is the first place of its words in the text. */
export function handmade(text: string, { preface = [], sections = [], strays = [] }: Parts): Draft {
  const at = (piece: string, from = 0): Range => {
    const start = text.indexOf(piece, from);
    if (start < 0) throw new Error(`${piece} does not stand in the text`);
    return { start, end: start + piece.length };
  };

  const table = ({ id, text: whole, labels = [], cells = {} }: TableParts): Table => {
    const range = at(whole);
    return {
      id,
      form: '2021',
      layout: 'pipes',
      range,
      rows: labels.map((label) => {
        const place = at(label, range.start);
        return { id: label, label: { text: label, range: place }, range: place };
      }),
      cells: new Map(
        Object.entries(cells).map(([name, content]) => [name, cell(name, content, at(content, range.start))]),
      ),
      gaps: [],
      labels: [],
      readAs: '2021',
      stray: [],
      heads: [],
      headers: new Map(),
    };
  };

  const section = ({ id, heading, subheadings = [], tables = [] }: SectionParts, i: number): Section => {
    const range = at(heading);
    const next = sections[i + 1];
    return {
      id,
      heading: { text: heading, range, number: null, title: { text: heading, range }, wording: 'exact' },
      range: { start: range.start, end: next ? at(next.heading).start : text.length },
      subheadings: subheadings.map(
        ([level, words], number): Subheading => ({ level, number: number + 1, text: words, range: at(words) }),
      ),
      paragraphs: [],
      tables: tables.map(table),
    };
  };

  const read = sections.map(section);
  const report: Report = {
    text,
    title: null,
    organisation: null,
    year: null,
    period: null,
    form: '2021',
    preface: preface.map((paragraph) => ({ text: paragraph, range: at(paragraph), parts: [at(paragraph)] })),
    sections: read,
    tables: [...strays.map(table), ...read.flatMap(({ tables }) => tables)],
    directives: [],
  };
  const draft = new Draft(1, 'file:///a.nianbao', 1, text);
  Object.defineProperty(draft, 'report', { value: report });
  return draft;
}

function cell(name: string, text: string, range: Range): Cell {
  const parts = name.split('.');
  return {
    name,
    row: parts.slice(0, -1).join('.'),
    column: parts.at(-1) ?? '',
    range,
    text,
    value: Number(text),
    kind: 'number',
    digits: range,
    unit: null,
  };
}
