import { LineIndex, parseReport, reportData } from '../core';

/** What was read out of a draft, as the interface for programs has it, `schemas/data.json`. */
function draftData(path: string, text: string): unknown {
  const lines = new LineIndex(text);
  const { form, year, title, organisation, sections, tables } = reportData(parseReport(text));
  return {
    path,
    form,
    year,
    title,
    organisation,
    sections: sections.map(({ id, title, range }) => ({ id, title, range: lines.rangeAt(range) })),
    tables,
  };
}

/** One draft, to be read by people too. */
export function dataPage(path: string, text: string): string {
  return `${JSON.stringify(draftData(path, text), null, 2)}\n`;
}

/** One of many drafts, on a line. */
export function dataLine(path: string, text: string): string {
  return `${JSON.stringify(draftData(path, text))}\n`;
}
