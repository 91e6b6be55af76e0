import { formForYear, SECTION_TITLES } from '../forms';
import { parseReport } from '../read/report';
import { insertables } from './insertable';
import { snippetOf } from './placeholder';
import { SENTENCES } from './sentences';

/** A snippet as editors that know no language server take it. */
export interface PlainSnippet {
  readonly name: string;
  readonly prefix: string;
  readonly body: string;
}

/**
 * The sections, tables and standard sentences of the form in force, called by Latin letters: `bufen4`, `biao3`,
 * `lianxi`. Sentences that name the report year are not among them, since a snippet cannot know it.
 */
export function plainSnippets(): readonly PlainSnippet[] {
  const ordinal = (section: string): number => SECTION_TITLES.findIndex((s) => s.id === section) + 1;
  const parts = insertables(parseReport('')).map((part) => ({
    name: part.name.zh,
    prefix: `${part.table === null ? 'bufen' : 'biao'}${ordinal(part.section)}`,
    body: part.template().snippet,
  }));
  const year = 2099;
  const form = formForYear(year);
  const sentences = SENTENCES.flatMap((s) => {
    const words = form && !s.yearly ? s.text({ form, year, level: 'department' }) : null;
    return words === null ? [] : [{ name: s.name.zh, prefix: s.prefix, body: snippetOf(words) }];
  });
  return [...parts, ...sentences];
}
