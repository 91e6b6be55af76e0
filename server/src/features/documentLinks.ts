import type { DocumentLink } from 'vscode-languageserver';
import { findCitations } from '../core';
import type { Draft } from '../drafts';

/** The documents that a draft cites and that are public. */
export function documentLinks(draft: Draft): DocumentLink[] {
  return findCitations(draft.text).map(({ range, source }) => ({
    range: draft.lines.rangeAt(range),
    target: source.url,
    tooltip: source.name,
  }));
}
