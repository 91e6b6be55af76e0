import {
  commands,
  Disposable,
  EventEmitter,
  type Position,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  window,
  workspace,
} from 'vscode';
import type { GridPlace, TableGrid, TableGridParams } from '../../server/src/protocol';
import { isNotebookCell, SERVED_LANGUAGES } from './documents';
import { words } from './words';

const SETTING = 'nianbao.tableNavigation';

/** How long a word in the status bar stays, in milliseconds. */
const WHILE = 6000;

/** Asks the server, or gives `null` at once where it does not run. */
export type AskServer = <R>(method: string, params: unknown) => Promise<R | null>;

type Direction = 'next' | 'previous' | 'below';

/** What a key gives its command: that it was pressed, so that it does what it does elsewhere where there is no cell. */
interface Pressed {
  readonly pressed?: boolean;
}

/** What the keys do where there is no cell to go to. */
const OTHERWISE: Readonly<Record<Direction, () => Thenable<unknown>>> = {
  next: () => commands.executeCommand('tab'),
  previous: () => commands.executeCommand('outdent'),
  below: () => commands.executeCommand('type', { text: '\n' }),
};

/**
 * Tab, Shift+Tab and Enter go from number to number inside a table, whatever its layout; the text stays the truth.
 *
 * The keys are bound by two contexts: `nianbao.inTable` for Tab, `nianbao.inTableCell` for Enter. At the end of a line
 * both stay what they are in any text, so that a table can be typed row by row; but a cell that was gone to by these
 * keys is left by them too, also where it ends its line. Nothing is ever put in: behind the last cell comes the text.
 *
 * Where the setting is off nobody needs the contexts, and the server is not asked for the table at every move of the
 * cursor; the commands ask for it when they are run.
 */
export class TableNavigation implements Disposable {
  readonly #subscription: Disposable;
  readonly #contexts = new Map<string, boolean>();
  readonly #changed = new EventEmitter<void>();
  /** After a context was set. */
  readonly onDidChangeContext = this.#changed.event;
  /** Where the cell begins that was last gone to. */
  #landed: { readonly document: TextDocument; readonly at: Position } | undefined;
  #asking = false;
  #askAgain = false;

  constructor(private readonly ask: AskServer) {
    this.#subscription = Disposable.from(
      this.#changed,
      window.onDidChangeActiveTextEditor(() => this.#look()),
      window.onDidChangeTextEditorSelection(({ textEditor }) => textEditor === window.activeTextEditor && this.#look()),
      workspace.onDidChangeConfiguration((event) => event.affectsConfiguration(SETTING) && this.#look()),
      commands.registerCommand('nianbao.nextCell', (how?: Pressed) => this.#go('next', how)),
      commands.registerCommand('nianbao.previousCell', (how?: Pressed) => this.#go('previous', how)),
      commands.registerCommand('nianbao.cellBelow', (how?: Pressed) => this.#go('below', how)),
    );
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  /** The contexts as they were last set, for tests. */
  context(name: 'nianbao.inTable' | 'nianbao.inTableCell'): boolean {
    return this.#contexts.get(name) === true;
  }

  async #go(direction: Direction, how: Pressed = {}): Promise<void> {
    const editor = window.activeTextEditor;
    const grid = editor && (await this.#grid(editor).catch(() => null));
    if (!editor || !grid) {
      await (how.pressed === true ? OTHERWISE[direction]() : window.setStatusBarMessage(words().noTable, WHILE));
      return;
    }
    const place = cellTowards(grid, direction);
    const cell = place && grid.rows[place.row]?.[place.column];
    if (cell) {
      const { start, end } = cell;
      const target = new Range(start.line, start.character, end.line, end.character);
      this.#landed = { document: editor.document, at: target.start };
      select(editor, target);
    } else if (direction !== 'previous' && grid.after) {
      const { line, character } = grid.after;
      select(editor, new Range(line, character, line, character));
    }
  }

  /** The grid of the table at the cursor, of the text as it is now. */
  async #grid(editor: TextEditor): Promise<TableGrid | null> {
    const { document, selections, selection } = editor;
    if (!isServed(document) || selections.length > 1 || !selection.isSingleLine) {
      return null;
    }
    const params: TableGridParams = {
      textDocument: { uri: document.uri.toString() },
      // of a cell that is selected its start, wherever the cursor stands
      position: selection.start,
    };
    // what was typed meanwhile makes it the grid of an older text
    for (let attempt = 0; attempt < 3; attempt++) {
      const grid = await this.ask<TableGrid>('nianbao/tableGrid', params);
      if (grid === null || grid.version === document.version) {
        return grid;
      }
    }
    return null;
  }

  /** Sets the contexts for the place of the cursor; one question at a time, and the last place counts. */
  async #look(): Promise<void> {
    if (this.#asking) {
      this.#askAgain = true;
      return;
    }
    this.#asking = true;
    do {
      this.#askAgain = false;
      const editor = window.activeTextEditor;
      const grid = editor && isOn() ? await this.#grid(editor).catch(() => null) : null;
      if (editor === window.activeTextEditor) {
        this.#setContexts(editor, grid);
      }
    } while (this.#askAgain);
    this.#asking = false;
  }

  #setContexts(editor: TextEditor | undefined, grid: TableGrid | null): void {
    const landed = editor !== undefined && this.#isWhereItLanded(editor);
    if (!landed) {
      this.#landed = undefined;
    }
    const open = editor !== undefined && grid !== null && (landed || !isAtLineEnd(editor));
    this.#set('nianbao.inTable', open || grid?.complete === true);
    this.#set('nianbao.inTableCell', open && grid.current !== null);
  }

  /** Whether the cursor stands in the cell that was gone to, or behind what was typed into it. */
  #isWhereItLanded({ document, selection }: TextEditor): boolean {
    const landed = this.#landed;
    if (!landed || landed.document !== document || landed.at.line !== selection.end.line) {
      return false;
    }
    const { at } = landed;
    return !selection.end.isBefore(at) && !/[\s|｜]/.test(document.getText(new Range(at, selection.end)));
  }

  #set(name: string, value: boolean): void {
    if ((this.#contexts.get(name) ?? false) !== value) {
      this.#contexts.set(name, value);
      void commands.executeCommand('setContext', name, value);
      this.#changed.fire();
    }
  }
}

function isOn(): boolean {
  return workspace.getConfiguration().get<boolean>(SETTING, true);
}

function cellTowards({ rows, current, next }: TableGrid, direction: Direction): GridPlace | undefined {
  if (direction === 'below') {
    const row = current ? rows[current.row + 1] : undefined;
    return current && row ? { row: current.row + 1, column: Math.min(current.column, row.length - 1) } : undefined;
  }
  const places = rows.flatMap((row, r) => row.map((_, column): GridPlace => ({ row: r, column })));
  const index = ({ row, column }: GridPlace): number => places.findIndex((p) => p.row === row && p.column === column);
  if (direction === 'next') {
    return current ? places[index(current) + 1] : (next ?? undefined);
  }
  const from = current ?? next;
  return places[(from ? index(from) : places.length) - 1];
}

function select(editor: TextEditor, range: Range): void {
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

function isServed(document: TextDocument): boolean {
  return SERVED_LANGUAGES.includes(document.languageId) && !isNotebookCell(document);
}

function isAtLineEnd({ document, selection }: TextEditor): boolean {
  return selection.isEmpty && selection.end.character >= document.lineAt(selection.end.line).text.trimEnd().length;
}
