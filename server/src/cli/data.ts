import { LineIndex, parseReport, reportData } from '../core';
import type { Language } from '../words';
import { readText } from './read';
import type { Io } from './terminal';
import { refused } from './words';

/** Writes what was read out of one draft, without judgement. */
export async function data(path: string, language: Language, io: Io): Promise<void> {
  const read = await readText(path, io.stdin);
  if ('refused' in read) {
    io.status = 2;
    await io.err.write(refused(path, read.refused, language));
    return;
  }
  const lines = new LineIndex(read.text);
  const { form, year, title, organisation, sections, tables } = reportData(parseReport(read.text));
  const result = {
    path,
    form,
    year,
    title,
    organisation,
    sections: sections.map(({ id, title, range }) => ({ id, title, range: lines.rangeAt(range) })),
    tables,
  };
  await io.out.write(`${JSON.stringify(result, null, 2)}\n`);
}
