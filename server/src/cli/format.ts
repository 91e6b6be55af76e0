import type { Finding, LineIndex, Report } from '../core';

/** A draft with what was found in it, findings in the order of the text. */
export interface Checked {
  readonly path: string;
  readonly report: Report;
  readonly lines: LineIndex;
  readonly findings: readonly Finding[];
  /** How many places were mended; not there where nothing was to be mended. */
  readonly fixed?: number;
}

export interface Summary {
  files: number;
  errors: number;
  warnings: number;
  /** Information and hints. */
  others: number;
  /** Places that were mended; not there where nothing was to be mended. */
  fixed?: number;
  /** What could not be read or written, a line each. */
  readonly refused: string[];
}

/** How results are written, a file at a time so that any number of them fits into memory. */
export interface Format {
  begin(): string;
  /** A draft; nothing where there is nothing to say about it. */
  file(checked: Checked): string;
  /** Stands between what `file` gives for two drafts. */
  readonly separator: string;
  end(summary: Summary): string;
}
