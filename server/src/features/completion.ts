import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
  type Position,
} from 'vscode-languageserver';
import type { Client } from '../capabilities';
import { citedNumbers, complete, type Suggestion } from '../core';
import type { Draft } from '../drafts';
import { offsetOf } from './places';

/**
 * Characters that something can be expected behind: a document number, a row of a table, the number of a heading, its
 * marks. Letters are none: the editor asks for those where it thinks fit, and in prose the answer is nothing.
 */
export const TRIGGERS: readonly string[] = ['〔', '|', '、', '#'];

const KINDS: Readonly<Record<Suggestion['kind'], CompletionItemKind>> = {
  section: CompletionItemKind.Class,
  template: CompletionItemKind.Snippet,
  row: CompletionItemKind.Struct,
  label: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  sentence: CompletionItemKind.Text,
  citation: CompletionItemKind.Reference,
  rule: CompletionItemKind.EnumMember,
};

/** @param texts of all open drafts, whose document numbers can be cited again */
export function completion(
  draft: Draft,
  position: Position,
  texts: () => Iterable<string>,
  client: Client,
): CompletionList {
  const offset = offsetOf(draft, position);
  if (offset === null) return { isIncomplete: false, items: [] };
  const found = complete(draft.report, offset, () => citedNumbers(texts()));
  return { isIncomplete: false, items: found.map((suggestion, i) => item(draft, suggestion, i, client)) };
}

function item(draft: Draft, suggestion: Suggestion, index: number, client: Client): CompletionItem {
  const { kind, label, detail, filter, range, text, snippet } = suggestion;
  const asSnippet = client.snippets && snippet !== null;
  return {
    label,
    kind: KINDS[kind],
    detail: detail[client.language],
    // the order of the answer is that of likelihood
    sortText: String(index).padStart(3, '0'),
    ...(index === 0 && { preselect: true }),
    filterText: filter === '' ? label : filter,
    insertTextFormat: asSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.asIs,
    textEdit: { range: draft.lines.rangeAt(range), newText: asSnippet ? snippet : text },
  };
}
