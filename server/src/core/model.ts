/**
 * What a draft is read into. One parse gives one `Report`; rules, features and the command line only read it.
 *
 * Every range is a pair of UTF-16 offsets into `Report.text`, `start` inclusive and `end` exclusive,
 * exactly as the text was given (a BOM, CRLF and astral characters count as they stand).
 */

/** Half-open UTF-16 offsets into the text of the report. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Words of the draft as a reader would say them (trimmed, line breaks removed), and where they stand. */
export interface Text {
  readonly text: string;
  readonly range: Range;
}

export type FormId = string;
export type SectionId = 'overview' | 'proactive' | 'requests' | 'disputes' | 'problems' | 'others';
export type TableId = 'proactive' | 'requests' | 'disputes';

export interface Report {
  readonly text: string;
  readonly title: Text | null;
  /** The office that the report is of, as the title has it. */
  readonly organisation: Text | null;
  /** Report year, from the title, else from the statistical period. */
  readonly year: { readonly value: number; readonly range: Range } | null;
  readonly period: Period | null;
  /** The form that the report year asks for; without a year the form that the tables follow; else null. */
  readonly form: FormId | null;
  /** What stands between the title and the first section. */
  readonly preface: readonly Paragraph[];
  /** In document order; a doubled section is there twice, a missing one not at all. */
  readonly sections: readonly Section[];
  /** In document order, each also listed in the section that it stands in. */
  readonly tables: readonly Table[];
  /** Comments that turn rules off and on, in document order. */
  readonly directives: readonly Directive[];
}

/** A comment that turns rules off: `<!-- nianbao-disable-next-line table/blank -- to be filled in later -->`. */
export interface Directive {
  /** `file`: in the whole file; `disable`: from here on, until `enable`; `next-line`: in `scope`. */
  readonly kind: 'file' | 'disable' | 'enable' | 'next-line';
  /** Names of rules as they are written, also such as no rule has; none means every rule. */
  readonly rules: readonly Text[];
  /** The comment. */
  readonly range: Range;
  /** Where it works: up to the end of the next line with words for `next-line`, else to the end, or the whole text. */
  readonly scope: Range;
}

/** The statistical period (统计期限) as the preface states it: first and last day, each `[year, month, day]`. */
export interface Period {
  readonly from: readonly [number, number, number];
  readonly to: readonly [number, number, number];
  readonly range: Range;
}

export interface Section {
  readonly id: SectionId;
  readonly heading: SectionHeading;
  /** From the start of the heading to the start of the next section (or the end of the text). */
  readonly range: Range;
  readonly subheadings: readonly Subheading[];
  readonly paragraphs: readonly Paragraph[];
  readonly tables: readonly Table[];
}

export interface SectionHeading {
  /** The whole heading with its number, line breaks removed. */
  readonly text: string;
  readonly range: Range;
  /** `null` where the heading has no number. `level` 1 is `一、`, 2 is `（一）`, 3 is `1.`. */
  readonly number: {
    readonly text: string;
    readonly value: number;
    readonly level: 1 | 2 | 3;
    readonly range: Range;
  } | null;
  /** The words behind the number. */
  readonly title: Text;
  /** How the words relate to the form's: the same, an accepted long form, or something else. */
  readonly wording: 'exact' | 'accepted' | 'other';
}

export interface Subheading {
  /** 2 for `（一）`, 3 for `1.` */
  readonly level: 2 | 3;
  readonly number: number;
  /** Number and words, up to the first full stop where text follows on the same line. */
  readonly text: string;
  readonly range: Range;
}

/** A run of text between headings and tables; one that a page break split is one paragraph. */
export interface Paragraph {
  readonly text: string;
  readonly range: Range;
  /** Where the pieces of the text stand, in order; put together they are the text. */
  readonly parts: readonly Range[];
}

/**
 * How a table stands in the draft. `cells`: one cell a line behind a tab; `lines`: one cell a line without a mark;
 * `barred`: one cell a line with pipes between the cells.
 */
export type Layout = 'pipes' | 'tabs' | 'cells' | 'lines' | 'spaces' | 'html' | 'barred';

export interface Table {
  readonly id: TableId;
  /** The form whose labels the table has; `null` where what is there fits several. */
  readonly form: FormId | null;
  /** The form that the table was read by: its own, else that of the report year, else the latest. */
  readonly readAs: FormId;
  readonly layout: Layout;
  readonly range: Range;
  /** Every cell that the draft has, by its name (`requests.refused.stateSecret.total`), in the form's order. */
  readonly cells: ReadonlyMap<string, Cell>;
  /** The rows that were recognised, in document order. */
  readonly rows: readonly TableRow[];
  /** Cells of the form that the draft does not have, in runs with one cause each. */
  readonly gaps: readonly Gap[];
  /** Labels that were recognised although they are not written as in the form. */
  readonly labels: readonly LabelSlip[];
  /** Rows that stand out of the form's order, or a second time. */
  readonly stray: readonly StrayRow[];
  /** Labels of columns and of groups of rows, wherever they stand in the table, in document order. */
  readonly heads: readonly Range[];
  /** The header's words over a column, by column id, where each block of rows has its own header. */
  readonly headers: ReadonlyMap<string, Text>;
}

export interface TableRow {
  /** Row id as in contract names (`refused.stateSecret`); '' in tables with one unlabelled row. */
  readonly id: string;
  readonly label: Text | null;
  /** From the first character of the label to the last of the last cell. */
  readonly range: Range;
}

/** Cells that are not there, or of which it cannot be told which they are. */
export interface Gap {
  /** `missing`: the rows or columns are not in the draft; `ambiguous`: something is there, but not which cell it is. */
  readonly kind: 'missing' | 'ambiguous';
  readonly cells: readonly string[];
  /** Row ids, or column ids where a whole column is missing. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Where the reader should look: the row before the gap, or the row that is ambiguous. */
  readonly range: Range;
}

/** A row in the wrong place. `label` is the form's. */
export interface StrayRow {
  readonly id: string;
  readonly kind: 'moved' | 'doubled';
  readonly label: string;
  readonly range: Range;
}

export interface LabelSlip {
  readonly range: Range;
  readonly found: string;
  readonly expected: string;
}

export interface Cell {
  /** Path in the data of the report: `disputes.review.upheld`. */
  readonly name: string;
  readonly row: string;
  readonly column: string;
  /** The cell's content without surrounding space; empty at the place where the content would stand for a blank cell. */
  readonly range: Range;
  /** As written. */
  readonly text: string;
  /** What the cell reads as; `null` where it is blank or cannot be read. */
  readonly value: number | null;
  /** `dash` is a blank that the author marked (`/`, `-`, `—`). */
  readonly kind: 'number' | 'blank' | 'dash' | 'unreadable';
  /** Where the digits of the value stand; the range of the cell where there is no value. */
  readonly digits: Range;
  /** The unit written in the cell, if any (`万元`). */
  readonly unit: string | null;
}

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A message to the user in the languages of the tool. */
export interface Localised {
  readonly zh: string;
  readonly en: string;
}

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly range: Range;
  readonly message: Localised;
  readonly section?: SectionId;
  readonly table?: TableId;
  readonly cells?: readonly string[];
  readonly suspect?: { readonly cell: string; readonly found: number | null; readonly expected: number };
  readonly related?: readonly { readonly range: Range; readonly message: Localised }[];
}

/** Severity by rule name; `off` silences the rule, `default` is the rule's own. */
export interface CheckSettings {
  /** The draft is not being typed, but given to be judged: a text without a word is then a fault. */
  readonly handedIn?: boolean;
  readonly severity?: Readonly<Record<string, Severity | 'off' | 'default'>>;
}
