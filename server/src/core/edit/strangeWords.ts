import { LABELS, labelName, type TableSpec, tableSpec } from '../forms';
import type { Range, Table } from '../model';
import { isPageNumber } from '../read/zones';
import { key } from '../text/chars';

/**
 * The first words of a table that are neither a value that was read nor (a piece of) a label of the form: an author's
 * own row, a note, a number too many, a unit that no label says. Page numbers between the rows are nothing.
 * @param text of the draft with its comments blanked out
 * @param range of the whole table, UTF-16 offsets
 * @param labels that stand for those of the table
 */
export function strangeWords(text: string, table: Table, range: Range, labels: readonly string[]): string | null {
  const printed = labels.map(key);
  const vocabulary = vocabularyOf(text, table);
  for (const fragment of fragmentsOf(text, table, range)) {
    if (isPageNumber(fragment)) continue;
    // the form has a unit in one label: that does not make it a word of the form everywhere
    const unit = (word: string): boolean => word.includes('元') && !printed.some((l) => l.includes(key(word)));
    if (fragment.split(/\s+/).some(unit)) return shortened(fragment);
    if (!isKnown(vocabulary, fragment) && !fragment.split(/\s+/).every((w) => isKnown(vocabulary, w))) {
      return shortened(fragment);
    }
  }
  return null;
}

function isKnown(vocabulary: Vocabulary, fragment: string): boolean {
  const words = key(fragment);
  return words === '' || isLabelNumber(fragment) || (!/^[0-9]+$/.test(words) && vocabulary.holds(words));
}

/** The words of a table without its values, apart where the layout parts cells. */
function* fragmentsOf(text: string, table: Table, range: Range): Generator<string> {
  const values = [...table.cells.values()]
    .map((c) => c.range)
    .filter((r) => r.end > r.start)
    .sort((a, b) => a.start - b.start);
  let at = range.start;
  for (const value of [...values, { start: range.end, end: range.end }]) {
    const between = text.slice(at, value.start);
    yield* between
      .replace(/<br\s*\/?>/gi, '')
      .split(/[\t|｜\r\n\f]|<[^>]*>| {2,}/)
      .map((piece) => piece.replace(/&nbsp;/g, ' ').trim())
      .filter((piece) => piece !== '' && !/^:?-+:?$/.test(piece));
    at = Math.max(at, value.end);
  }
}

/** A label's number that stands alone: `1.`, `（一）`. */
function isLabelNumber(words: string): boolean {
  return /^(?:[0-9０-９]{1,2}[.．、]|[（(][一二三四五六七八九十]{1,2}[）)]?|[一二三四五六七八九十]{1,2}[、）)])$/.test(
    words,
  );
}

function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ');
  return line.length > 16 ? `${line.slice(0, 15)}…` : line;
}

/** Labels of a table, and what pieces of them look like. */
class Vocabulary {
  readonly #labels: readonly string[];

  constructor(labels: Iterable<string>) {
    this.#labels = [...new Set(labels)].filter((l) => l !== '');
  }

  /** Whether words are a piece of one label, or several labels in a row of which the first and last may be torn. */
  holds(words: string): boolean {
    if (this.#labels.some((l) => l.includes(words))) return true;
    for (let i = 0; i < words.length; i++) {
      const head = words.slice(0, i);
      if (i > 0 && !(hasHan(head) && this.#labels.some((l) => l.endsWith(head)))) continue;
      if (this.#goesOn(words, i)) return true;
    }
    return false;
  }

  #goesOn(words: string, from: number): boolean {
    const rest = words.slice(from);
    if (rest === '') return true;
    if (from > 0 && hasHan(rest) && this.#labels.some((l) => l.startsWith(rest))) return true;
    return this.#labels.some((l) => rest.startsWith(l) && this.#goesOn(words, from + l.length));
  }
}

function hasHan(words: string): boolean {
  return /\p{Script=Han}/u.test(words);
}

function vocabularyOf(text: string, table: Table): Vocabulary {
  const spec: TableSpec = tableSpec(table.readAs, table.id);
  const own = spec.blocks.flatMap((block) => [
    block.heading ?? '',
    block.corner ?? '',
    ...block.columns.flatMap((c) => [c.label, ...c.groups, ...c.accepted]),
    ...block.rows.flatMap((r) => [r.label, ...r.groups, ...r.accepted]),
  ]);
  const known = [...LABELS].filter(([, uses]) => uses.some((u) => u.table === table.id)).map(([name]) => name);
  const read = [
    ...table.rows.map((r) => r.label?.text ?? ''),
    ...table.labels.map((l) => l.found),
    ...table.heads.map((h) => text.slice(h.start, h.end).replace(/<[^>]*>/g, '')),
  ];
  return new Vocabulary([...own.flatMap((l) => [key(l), labelName(l)]), ...known, ...read.map(key)]);
}
