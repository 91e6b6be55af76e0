/**
 * What server and client say to each other beyond the Language Server Protocol.
 * Types only: the client imports this file, and nothing of the server may come with it.
 */
import type { Position, Range, TextEdit } from 'vscode-languageserver-textdocument';

/** Request `nianbao/outline`: the sections and tables of a draft with their state, `null` where there is no draft. */
export interface OutlineParams {
  readonly textDocument: { readonly uri: string };
}

export interface Outline {
  /** The version of the document that this is the outline of. */
  readonly version: number;
  readonly form: string | null;
  readonly year: number | null;
  readonly title: string | null;
  /** How many findings the whole draft has; `others` are information and hints. */
  readonly faults: { readonly errors: number; readonly warnings: number; readonly others: number };
  /** Always the six of the form, in its order. */
  readonly sections: readonly SectionNode[];
}

export interface SectionNode {
  readonly id: string;
  /** As the form numbers it: `一`. */
  readonly number: string;
  /** As the form words it. */
  readonly title: string;
  /** `fault`: the section is there, but an error or a warning lies in it. */
  readonly state: 'present' | 'missing' | 'fault';
  /** Errors and warnings in the section. */
  readonly problems: number;
  /** From its heading to its last character; `null` where it is missing. */
  readonly range: Range | null;
  readonly children: readonly (SubheadingNode | TableNode)[];
}

export interface SubheadingNode {
  readonly kind: 'subheading';
  /** As written: `（一）主动公开`. */
  readonly label: string;
  /** From the heading to the end of what it heads. */
  readonly range: Range;
  readonly children: readonly (SubheadingNode | TableNode)[];
}

export interface TableNode {
  readonly kind: 'table';
  /** `proactive`, `requests` or `disputes`. */
  readonly id: string;
  readonly label: string;
  readonly range: Range;
  readonly state: 'balanced' | 'unbalanced' | 'incomplete';
  /** The largest amount by which an identity of the table fails; 0 where none does. */
  readonly off: number;
  /** The state in words: `平衡`, `差 3`, `不完整`. */
  readonly detail: string;
}

/** Argument of the client's command `nianbao.setSeverity`. */
export interface SetSeverityParams {
  readonly rule: string;
  /** The draft, whose folder may have settings of its own. */
  readonly uri: string;
}

/** Request `nianbao/newDraft`: a complete new draft; an error for an office or a year that no draft can be written for. */
export interface NewDraftParams {
  /** As the title is to have it. */
  readonly organisation: string;
  readonly year: number;
  readonly level: 'government' | 'department' | 'township';
}

/** The same draft twice: as text, and as a snippet with tab stops on what has to be filled in. */
export interface NewDraft {
  readonly text: string;
  readonly snippet: string;
}

/** Request `nianbao/rollForward`: this year's draft out of last year's, an open one or any text. */
export type RollForwardParams =
  | { readonly textDocument: { readonly uri: string }; readonly text?: undefined }
  | { readonly text: string };

/** `null` stands for a text that is no draft, or one without a year. */
export interface RolledDraft {
  readonly text: string;
  /** The report year of the new draft. */
  readonly year: number;
  /** What was carried over, what waits to be filled in or checked; one sentence each. */
  readonly notes: readonly string[];
}

/** Request `nianbao/templates`: every section and table of the form, ready to be put in at a position. */
export interface TemplatesParams {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}

export interface Templates {
  /** What the template takes the place of: an empty line, or nothing behind a line. */
  readonly range: Range;
  readonly items: readonly TemplateItem[];
}

export interface TemplateItem {
  /** `section.disputes`, `table.disputes` */
  readonly id: string;
  readonly title: string;
  /** Whether the draft does not have it yet. */
  readonly missing: boolean;
  readonly text: string;
  readonly snippet: string;
}

/**
 * Request `nianbao/readFile`, from the server to a client that says `initializationOptions.readFile`: the text of a
 * file that is not on the server's machine, `null` where it is not there.
 */
export interface ReadFileParams {
  readonly uri: string;
}

/** Request `nianbao/tableGrid`: the cells for numbers of the table at a position, `null` where there is none. */
export interface TableGridParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

export interface TableGrid {
  /** The version of the document that this is the grid of. */
  readonly version: number;
  readonly range: Range;
  /** From top to bottom, in each row from left to right: what is selected where a cell is gone to. */
  readonly rows: readonly (readonly Range[])[];
  /** The cell at the position; `null` on labels and between cells. */
  readonly current: GridPlace | null;
  /** The first cell behind the position; `null` behind the last one. */
  readonly next: GridPlace | null;
  /** Whether all cells of the form are there. */
  readonly complete: boolean;
  /** The start of the line behind the table; `null` where the text ends with it. */
  readonly after: Position | null;
}

/** Indexes in `TableGrid.rows`. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/** Request `nianbao/tableText`, with the parameters of `nianbao/tableGrid`: the table as text with tabs. */
export interface TableText {
  /** `null` where it is refused. */
  readonly text: string | null;
  /** Why. */
  readonly refused: string | null;
}

/** Request `nianbao/pasteBlock`: what is on the clipboard, to be put into the cells from a position on. */
export interface PasteBlockParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
  readonly html: string | null;
  readonly text: string;
}

/** `null` stands for a position in no table, and for what is no block of several cells. */
export interface PastedBlock {
  /** The version of the document that the edits are for. */
  readonly version: number;
  /** `null` where the block does not fit. */
  readonly edits: readonly TextEdit[] | null;
}
