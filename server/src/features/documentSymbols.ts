import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import type { Range } from '../core';
import type { Draft } from '../drafts';
import type { Words } from '../words';
import { tableState } from './tableState';
import { type Branch, reportTree, type SectionBranch } from './tree';

/** Sections, the subheadings under them and the tables with their state, one within the other. */
export function documentSymbols(draft: Draft, words: Words): DocumentSymbol[] {
  const symbol = (node: SectionBranch | Branch): DocumentSymbol => {
    switch (node.kind) {
      case 'section': {
        const { heading } = node.section;
        return named(heading.text, SymbolKind.Module, node.range, heading.range, node.children);
      }
      case 'subheading':
        return named(node.subheading.text, SymbolKind.String, node.range, node.subheading.range, node.children);
      case 'table': {
        const { detail } = tableState(node.table, words);
        return { ...named(words.tables[node.table.id], SymbolKind.Array, node.range, node.range), detail };
      }
    }
  };
  const named = (
    name: string,
    kind: SymbolKind,
    range: Range,
    selection: Range,
    children: readonly Branch[] = [],
  ): DocumentSymbol => ({
    name,
    kind,
    range: draft.lines.rangeAt(range),
    selectionRange: draft.lines.rangeAt(selection),
    children: children.map(symbol),
  });
  return reportTree(draft.report).map(symbol);
}

/** The same for clients that know no hierarchy: a flat list, each with the name of what it stands in. */
export function flatSymbols(
  symbols: readonly DocumentSymbol[],
  uri: string,
  containerName?: string,
): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [
    { name, kind, location: { uri, range }, ...(containerName !== undefined && { containerName }) },
    ...flatSymbols(children, uri, name),
  ]);
}
