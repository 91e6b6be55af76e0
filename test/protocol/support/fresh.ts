/** What a fresh check of a text finds, in a process of its own. */
import type { Diagnostic } from 'vscode-languageserver';
import { checkReport, LineIndex, parseReport } from '../../../server/src/core';

/** Diagnostics by what a reader sees of them. */
export function codes(items: readonly Diagnostic[]): unknown[] {
  return items.map(({ code, range, message }) => ({ code, range, message }));
}

/** What `codes` has to give for a text, from the sources and not from the server. */
export function checked(text: string): unknown[] {
  const lines = new LineIndex(text);
  return checkReport(parseReport(text)).map(({ rule, range, message }) => ({
    code: rule,
    range: lines.rangeAt(range),
    message: message.zh,
  }));
}
