/** Every feature of the server at a place of any text: it has an answer, and what the answer points at is in the text. */
import type { InitializeParams, Position, Range, WorkspaceEdit } from 'vscode-languageserver';
import { type Client, readClient } from '../../server/src/capabilities';
import { applyEdits, LineIndex } from '../../server/src/core';
import { Draft, type View } from '../../server/src/drafts';
import { pastedBlock, tableText } from '../../server/src/features/clipboard';
import { codeActions } from '../../server/src/features/codeActions';
import { codeLenses } from '../../server/src/features/codeLenses';
import { COMMANDS, commandEdit } from '../../server/src/features/commands';
import { completion } from '../../server/src/features/completion';
import { definition } from '../../server/src/features/definition';
import { diagnosticReport } from '../../server/src/features/diagnostics';
import { documentHighlights } from '../../server/src/features/documentHighlights';
import { documentLinks } from '../../server/src/features/documentLinks';
import { documentSymbols, flatSymbols } from '../../server/src/features/documentSymbols';
import { foldingRanges } from '../../server/src/features/foldingRanges';
import { formatting, rangeFormatting } from '../../server/src/features/formatting';
import { hover } from '../../server/src/features/hover';
import { inlayHints } from '../../server/src/features/inlayHints';
import { outline } from '../../server/src/features/outline';
import { references } from '../../server/src/features/references';
import { selectionRanges } from '../../server/src/features/selectionRanges';
import { SEMANTIC_TOKENS_LEGEND, semanticTokens } from '../../server/src/features/semanticTokens';
import { rollDraft, templates } from '../../server/src/features/starting';
import { tableGrid } from '../../server/src/features/tableGrid';
import { readSettings } from '../../server/src/settings';
import { WORDS } from '../../server/src/words';
import { must } from './examine';

const URI = 'file:///draft.nianbao';

const CLIENT: Client = readClient({
  capabilities: {
    textDocument: {
      diagnostic: { relatedInformation: true },
      hover: { contentFormat: ['markdown'] },
      completion: { completionItem: { snippetSupport: true } },
      foldingRange: { foldingRange: { collapsedText: true } },
      definition: { linkSupport: true },
    },
    workspace: { applyEdit: true, workspaceEdit: { documentChanges: true } },
  },
  initializationOptions: { commands: true },
} as unknown as InitializeParams);
const SETTINGS = readSettings({ inlayHints: 'always' }, 1);
const words = WORDS[CLIENT.language];

const BLOCK = '1\t2\t3\n4\t5\t6\n';

/** One draft with what all answers about it are held against. */
class Asked {
  readonly view: View;
  readonly lines: LineIndex;

  constructor(readonly text: string) {
    this.view = { draft: new Draft(1, URI, 1, text), settings: SETTINGS };
    this.lines = new LineIndex(text);
  }

  /** Asks everything about the whole draft. */
  whole(): void {
    const { view } = this;
    const { draft } = view;
    const all = { start: { line: 0, character: 0 }, end: { line: draft.lines.lineCount, character: 0 } };
    const symbols = documentSymbols(draft, words);
    const look = <T>(what: string, answer: T): T => this.placed(what, answer);
    look('symbols', symbols);
    look('flat symbols', flatSymbols(symbols, URI));
    look('links', documentLinks(draft));
    look('lenses', codeLenses(view, CLIENT));
    look('outline', outline(view, words));
    look('hints', inlayHints(view, { textDocument: { uri: URI }, range: all }, words, CLIENT.language));
    look('diagnostics', diagnosticReport(view, CLIENT, undefined));
    look('formatting', formatting(view));
    for (const { startLine, endLine } of foldingRanges(draft, { view, words })) {
      must(0 <= startLine && startLine < endLine && endLine < this.lines.lineCount, `fold ${startLine}-${endLine}`);
    }
    this.tokens(semanticTokens(draft).data);
    rollDraft(draft.report, CLIENT.language);
  }

  /** Asks everything that can be asked about a place. */
  at(offset: number): void {
    const { view, lines } = this;
    const { draft } = view;
    const position = lines.positionAt(offset);
    const here = { textDocument: { uri: URI }, position };
    const from = { start: lines.positionAt(Math.max(0, offset - 40)), end: position };
    const look = <T>(what: string, answer: T): T => this.placed(what, answer);
    const about = look('hover', hover(view, here, CLIENT));
    // who points at the blank beside a number means the number
    if (about?.range) must(about.range.start.line <= position.line, 'the hover is elsewhere');
    look('definition', definition(draft, position, CLIENT));
    look('references', references(draft, { ...here, context: { includeDeclaration: true } }));
    look('highlights', documentHighlights(draft, position));
    for (const found of look('selection', selectionRanges(draft, [position]))) {
      must(holds(found.range, position), 'the selection is elsewhere');
      for (let now = found; now.parent; now = now.parent) {
        const { start, end } = now.parent.range;
        must(!before(now.range.start, start) && !before(end, now.range.end), 'a selection is not in its parent');
      }
    }
    const { items } = look(
      'completion',
      completion(draft, position, () => [this.text], CLIENT),
    );
    for (const { textEdit } of items) {
      if (!textEdit || !('range' in textEdit)) continue;
      const { start, end } = textEdit.range;
      must(start.line === end.line && holds(textEdit.range, position), 'a completion is elsewhere');
    }
    look('grid', tableGrid(draft, position));
    look('hints', inlayHints(view, { textDocument: { uri: URI }, range: from }, words, CLIENT.language));
    look('range formatting', rangeFormatting(view, from));
    look('templates', templates(draft, offset, CLIENT.language).range);
    tableText(draft, position, CLIENT.language);
    const pasted = pastedBlock(draft, { ...here, html: null, text: BLOCK });
    if (pasted?.edits) this.applied('paste', pasted.edits);
    for (const layout of ['pipes', 'tabs'] as const) {
      const done = commandEdit(view, { command: COMMANDS.convertTable, uri: URI, position, layout }, CLIENT);
      if (done && 'edit' in done) this.edits('convert', done.edit);
    }
  }

  /** Asks what can be done at a place, which takes a check for every way to mend something. */
  actions(offset: number): void {
    const { view, lines } = this;
    const range = { start: lines.positionAt(offset), end: lines.positionAt(offset) };
    const params = { textDocument: { uri: URI }, range, context: { diagnostics: [] } };
    for (const { title, edit } of codeActions({ view, params, client: CLIENT })) if (edit) this.edits(title, edit);
    const target = { command: COMMANDS.fixTable, uri: URI, position: range.start, layout: 'pipes' } as const;
    const done = commandEdit(view, target, CLIENT);
    if (done && 'edit' in done) this.edits('fixTable', done.edit);
  }

  /** Every range and position of an answer, wherever it stands in it, is one of the text. */
  private placed<T>(what: string, answer: T): T {
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      if (isPosition(value)) {
        const back = this.lines.positionAt(this.lines.offsetAt(value));
        must(
          !before(value, back) && !before(back, value),
          () => `${what}: ${JSON.stringify(value)} is not in the text`,
        );
        return;
      }
      if (isRange(value)) must(!before(value.end, value.start), () => `${what}: ${JSON.stringify(value)} is reversed`);
      for (const part of Object.values(value)) visit(part);
    };
    visit(answer);
    return answer;
  }

  private edits(what: string, edit: WorkspaceEdit): void {
    for (const change of edit.documentChanges ?? []) {
      if ('edits' in change) this.applied(what, change.edits as { range: Range; newText: string }[]);
    }
  }

  private applied(what: string, edits: readonly { range: Range; newText: string }[]): void {
    this.placed(what, edits);
    applyEdits(
      this.text,
      edits.map(({ range, newText }) => ({
        range: { start: this.lines.offsetAt(range.start), end: this.lines.offsetAt(range.end) },
        newText,
      })),
    );
  }

  /** Tokens come one behind the other, each on one line. */
  private tokens(data: readonly number[]): void {
    let [line, character, end] = [0, 0, 0];
    for (let i = 0; i < data.length; i += 5) {
      const [lines = 0, characters = 0, length = 0, type = 0] = data.slice(i, i + 4);
      if (lines > 0) [line, character, end] = [line + lines, characters, 0];
      else character += characters;
      must(length > 0 && character >= end, `a token at ${line}:${character} over another`);
      must(type < SEMANTIC_TOKENS_LEGEND.tokenTypes.length, `a token of type ${type}`);
      end = character + length;
      const there = this.lines.positionAt(this.lines.offsetAt({ line, character: end }));
      must(there.line === line && there.character === end, `a token at ${line}:${character} is not in the text`);
    }
  }
}

function isPosition(value: object): value is Position {
  return 'line' in value && 'character' in value;
}

function isRange(value: object): value is Range {
  return 'start' in value && 'end' in value && isPosition(value.start as object) && isPosition(value.end as object);
}

function before(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

function holds({ start, end }: Range, position: Position): boolean {
  return !before(position, start) && !before(end, position);
}

/** Where a cursor can stand: not between CR and LF. */
function cursor(text: string, place: number): number {
  const offset = place % (text.length + 1);
  return text[offset - 1] === '\r' && text[offset] === '\n' ? offset + 1 : offset;
}

/** Asks everything about a text and some places of it. */
export function askEverywhere(text: string, places: readonly number[]): void {
  const asked = new Asked(text);
  asked.whole();
  const { tables } = asked.view.draft.report;
  const inTables = places.flatMap((place) => {
    const table = tables[place % Math.max(1, tables.length)];
    return table ? [table.range.start + (place % (table.range.end - table.range.start + 1))] : [];
  });
  for (const place of [...places, ...inTables]) asked.at(cursor(text, place));
}

/** Asks what can be done at the findings that `places` choose, and at the places. */
export function askActions(text: string, places: readonly number[]): void {
  const asked = new Asked(text);
  const findings = asked.view.draft.findings(SETTINGS);
  for (const place of places) {
    asked.actions(findings[place % Math.max(1, findings.length)]?.range.start ?? cursor(text, place));
    asked.actions(cursor(text, place));
  }
}
