import { LABELS, type LabelUse } from '../forms';
import type { Layout, Range } from '../model';
import { charTable, key } from '../text/chars';
import { Memo } from '../text/memo';
import { type Numbering, readNumbering } from '../text/numbering';
import { type CellReading, isValue, readCell } from './cell';
import { BREAK } from './lines';

/** What the words of a cell read as, as a label or as a number: worked out when it is first asked for, and once. */
class CellWords {
  readonly text: string;
  private nameOf: string | undefined;
  private usesOf: readonly LabelUse[] | null | undefined;
  private numberOf: Numbering | null | undefined;
  private readingOf: CellReading | undefined;
  private isValueOf: boolean | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** Number at the head of a label. */
  get numbering(): Numbering | null {
    if (this.numberOf === undefined) this.numberOf = readNumbering(this.text);
    return this.numberOf;
  }

  /** The label without its number and a note that an office put behind it, as a key. */
  get name(): string {
    if (this.nameOf === undefined) {
      const n = this.numbering;
      const words = n ? this.text.slice(n.length) : this.text;
      const name = key(words);
      this.nameOf = LABELS.has(name) ? name : (noted(words) ?? name);
    }
    return this.nameOf;
  }

  /** What the label can be in a form; null where no form has it. */
  get uses(): readonly LabelUse[] | null {
    if (this.usesOf === undefined) this.usesOf = LABELS.get(this.name) ?? null;
    return this.usesOf;
  }

  /** What the words read as in a column of counts. */
  get reading(): CellReading {
    if (this.readingOf === undefined) this.readingOf = readCell(this.text);
    return this.readingOf;
  }

  /** Whether the words can only be the content of a number cell, even without a frame. */
  get value(): boolean {
    if (this.isValueOf === undefined) this.isValueOf = this.text !== '' && isValue(this.text, () => this.reading);
    return this.isValueOf;
  }
}

const NOTE = /[（(].*[）)]$/su;

/** The key of a label before a note in brackets: 规章（设区的市政府填写）; null for anything else. */
function noted(words: string): string | null {
  if (!words.endsWith('）') && !words.endsWith(')')) return null;
  const name = key(words.replace(NOTE, ''));
  return LABELS.has(name) ? name : null;
}

/** The labels of the forms and small numbers stand in every draft: all labels of both forms, and as many words again. */
const remembered = new Memo((text) => new CellWords(text), 1000, 60);

/** A cell as a layout reader found it: its words and where they stand (trimmed; empty for a blank cell). */
export class RawCell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Column as far as the layout tells: after spans for HTML, else the index in its row. */
  readonly col: number;
  /** Zero-based line of the first character. */
  readonly line: number;
  private wordsOf: CellWords | undefined;

  constructor(text: string, start: number, end: number, col: number, line: number) {
    this.text = text;
    this.start = start;
    this.end = end;
    this.col = col;
    this.line = line;
  }

  private get read(): CellWords {
    if (this.wordsOf === undefined) this.wordsOf = remembered.get(this.text);
    return this.wordsOf;
  }

  /** Number at the head of a label. */
  get numbering(): Numbering | null {
    return this.read.numbering;
  }

  /** The label without its number, as a key. */
  get name(): string {
    return this.read.name;
  }

  /** What the label can be in a form; null where no form has it. */
  get uses(): readonly LabelUse[] | null {
    return this.read.uses;
  }

  /** What the words read as in a column of counts. */
  get reading(): CellReading {
    return this.read.reading;
  }

  get blank(): boolean {
    return this.text === '';
  }

  /** Whether the words can only be the content of a number cell, even without a frame. */
  get value(): boolean {
    return this.read.value;
  }

  /** Whether the words are neither a number nor a mark for nothing. */
  get words(): boolean {
    return this.text !== '' && this.reading.kind === 'unreadable' && !this.value;
  }
}

/**
 * The words of a cell without the tags that a clipboard or an author left in it (`规<br>章`), and without the quotes
 * that a spreadsheet puts around a cell with a line break.
 */
export function plainWords(text: string): string {
  let plain = true;
  for (let i = 0; plain && i < text.length; i++) plain = MARKUP[text.charCodeAt(i)] !== 1;
  return plain ? text : withoutMarkup(text);
}

const MARKUP = charTable('<\\"\n\r');

function withoutMarkup(text: string): string {
  let words = text.includes('<') ? text.replace(/<\/?[a-z][^<>]*>/gi, '') : text;
  // Markdown's escapes: 1\\. for a number that shall not begin a list
  if (words.includes('\\')) words = words.replace(/\\([!-/:-@[-`{-~])/g, '$1');
  if (words.includes('"')) words = words.replace(/^"+|"+$/g, '');
  return words.includes('\n') || words.includes('\r') ? words.replace(BREAK, '') : words;
}

/** Cells that the layout puts side by side. One reader a layout makes these, and nobody behind them asks which. */
export interface RawRow {
  readonly layout: Layout;
  readonly cells: readonly RawCell[];
  readonly firstLine: number;
  readonly lastLine: number;
  /** Whether the layout shows blank cells; where it does not (`lines`, `spaces`), they have vanished. */
  readonly framed: boolean;
  /** From the first pipe of the row to behind the last one, where those have lines of their own. */
  readonly bars?: Range;
}
