import type { TextDocument } from 'vscode';

/** The language of a draft in plain text. */
export const LANGUAGE = 'nianbao';

/** Languages whose documents the server sees; among Markdown it picks out the drafts itself. */
export const SERVED_LANGUAGES: readonly string[] = [LANGUAGE, 'markdown'];

/** Longer documents are no drafts (the longest reports have some 60,000 characters) and are not looked into. */
const LONGEST_DRAFT = 1_000_000;
const MOST_LINES = 50_000;

/** The text of a document, or `null` if it is too long to be a draft. */
export function textOfDraft(document: TextDocument): string | null {
  if (document.lineCount > MOST_LINES) {
    return null;
  }
  const text = document.getText();
  return text.length > LONGEST_DRAFT ? null : text;
}

/** Cells of notebooks are documents of their own to VS Code. */
export function isNotebookCell(document: TextDocument): boolean {
  return document.uri.scheme === 'vscode-notebook-cell';
}

/**
 * Whether the document is an earlier state of another one (the left side of a comparison, an entry of the timeline).
 * It is coloured and folded like any draft, but its faults are not listed: nobody can mend them there.
 */
export function isPastState(document: TextDocument): boolean {
  return PAST.has(document.uri.scheme);
}

const PAST = new Set(['git', 'gitlens', 'gitfs', 'scm-history', 'svn', 'hg', 'review', 'pr', 'vscode-local-history']);

/** Documents of the workbench itself (the output panel, input boxes) that never are drafts. */
export function isOfWorkbench(document: TextDocument): boolean {
  return WORKBENCH.has(document.uri.scheme);
}

const WORKBENCH = new Set(['output', 'debug', 'comment', 'vscode-scm', 'vscode', 'vscode-settings', 'walkThrough']);
