import type { FormId, Localised, SectionId, TableId } from '../model';

/**
 * An official form as data. Reading, checks, templates and documentation are derived from it:
 * a new form is one more module of this shape, listed in `forms/index.ts`.
 */
export interface Form {
  readonly id: FormId;
  readonly name: Localised;
  /** The notice that put the form in force. */
  readonly notice: string;
  /**
   * Report years that use it, both inclusive; `last` is null while it is in force.
   * In the `encouraged` year the notice asked for the form without demanding it.
   */
  readonly years: { readonly first: number; readonly last: number | null; readonly encouraged: number | null };
  /** Whether section six has to say what was charged for handling information, also where nothing was. */
  readonly asksForFees: boolean;
  readonly sections: readonly SectionSpec[];
  readonly tables: readonly TableSpec[];
}

export interface SectionSpec {
  readonly id: SectionId;
  /** 一 … 六 */
  readonly number: string;
  readonly title: string;
  /** Long forms that offices use and nobody objects to. */
  readonly accepted: readonly string[];
  /** Each entry is a set of words that, all present in a numbered heading, tell that it means this section. */
  readonly keywords: readonly (readonly string[])[];
  readonly table: TableId | null;
  /** What the section has to say, as a sentence in the author's place: it is put into new drafts to be written over. */
  readonly guidance: Localised;
}

export interface TableSpec {
  readonly id: TableId;
  readonly name: Localised;
  readonly blocks: readonly BlockSpec[];
  readonly identities: readonly IdentitySpec[];
}

/** Rows that share a header. */
export interface BlockSpec {
  /** A line of its own above the header: 第二十条第（一）项 */
  readonly heading: string | null;
  /** The header's first cell, over the row labels. */
  readonly corner: string | null;
  readonly columns: readonly ColumnSpec[];
  readonly rows: readonly RowSpec[];
}

export interface ColumnSpec {
  /** Last part of the cell name; '' in a table without columns of its own. */
  readonly id: string;
  readonly label: string;
  /** Labels above it in the header, outermost first. */
  readonly groups: readonly string[];
  /** Other wordings that mean the same and deserve no remark. */
  readonly accepted: readonly string[];
  /** `count`: whole, not negative; `change`: 本年增/减, signed; `amount`: money. */
  readonly kind: 'count' | 'change' | 'amount';
  /** Unit that the form prints for the column, if any. */
  readonly unit: string | null;
}

export interface RowSpec {
  /** First part of the cell name; '' for the one unlabelled row of a table. */
  readonly id: string;
  /** With its number, as printed. */
  readonly label: string;
  /** Labels of the merged cells before it, outermost first. */
  readonly groups: readonly string[];
  readonly accepted: readonly string[];
}

/** Cells on the left add up to the cells on the right, once for every column, or once for every row. */
export interface IdentitySpec {
  readonly rule: string;
  /** As one would say it: 一 + 二 = 三（七） + 四. */
  readonly name: Localised;
  readonly per: 'column' | 'row';
  /** Row ids (per column) or column ids (per row). */
  readonly left: readonly string[];
  readonly right: readonly string[];
}
