import { type SemanticTokens, SemanticTokensBuilder, type SemanticTokensLegend } from 'vscode-languageserver';
import type { Cell, Range } from '../core';
import type { Draft } from '../drafts';

/** Standard names only, so that every colour theme has something for them. */
export const SEMANTIC_TOKENS_LEGEND: SemanticTokensLegend = {
  tokenTypes: ['class', 'property', 'number'],
  tokenModifiers: ['declaration', 'readonly'],
};

const TITLE = 0;
const LABEL = 1;
const NUMBER = 2;
const PLAIN = 0;
const DECLARATION = 1;
/** A total: a number that follows from others. */
const READONLY = 2;

interface Token {
  readonly range: Range;
  readonly type: number;
  readonly modifiers: number;
}

/**
 * Section titles, labels of rows and columns, numbers and totals.
 * @param within offsets; only what touches them is given
 */
export function semanticTokens(draft: Draft, within?: Range): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  let end = 0;
  for (const { range, type, modifiers } of tokens(draft)) {
    if (within && (range.end < within.start || range.start > within.end)) continue;
    if (range.start < end) continue; // tokens must not overlap
    end = range.end;
    for (const piece of linePieces(draft.text, range)) {
      const { line, character } = draft.lines.positionAt(piece.start);
      builder.push(line, character, piece.end - piece.start, type, modifiers);
    }
  }
  return builder.build();
}

/** In document order. */
function tokens({ report }: Draft): Token[] {
  const titles = report.sections.map((section) => token(section.heading.range, TITLE, DECLARATION));
  const inTables = report.tables.flatMap((table) => [
    ...table.heads.map((range) => token(range, LABEL)),
    ...[...table.headers.values()].map((header) => token(header.range, LABEL)),
    ...table.rows.flatMap(({ label }) => (label ? [token(label.range, LABEL)] : [])),
    ...[...table.cells.values()]
      .filter((cell) => cell.kind === 'number')
      .map((cell) => token(cell.digits, NUMBER, isTotal(cell) ? READONLY : PLAIN)),
  ]);
  return [...titles, ...inTables].sort((a, b) => a.range.start - b.range.start);
}

function token(range: Range, type: number, modifiers = PLAIN): Token {
  return { range, type, modifiers };
}

function isTotal(cell: Cell): boolean {
  return cell.column === 'total' || cell.row === 'handledTotal';
}

/** A range cut at line breaks, without the white space around each piece: most clients know no token over several lines. */
function linePieces(text: string, range: Range): Range[] {
  const pieces: Range[] = [];
  for (const { 0: piece, index } of text.slice(range.start, range.end).matchAll(/\S(?:[^\r\n]*\S)?/g)) {
    const start = range.start + index;
    pieces.push({ start, end: start + piece.length });
  }
  return pieces;
}
