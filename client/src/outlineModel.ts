import {
  type CancellationToken,
  CancellationTokenSource,
  commands,
  Disposable,
  EventEmitter,
  languages,
  type TextDocument,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import type { Outline } from '../../server/src/protocol';
import { isNotebookCell, isOfWorkbench, SERVED_LANGUAGES } from './documents';

/** Changes that come within this time are asked about once. */
const COALESCE = 100;

type Ask = (document: TextDocument, token: CancellationToken) => Promise<Outline | null>;

/** The outline of the draft in the active editor, kept fresh; the views only show it. */
export class OutlineModel implements Disposable {
  readonly #changed = new EventEmitter<void>();
  /** The outline, or the document that it is of, became another. */
  readonly onDidChange = this.#changed.event;

  #editor: TextEditor | undefined;
  #outline: Outline | null = null;
  #asked: CancellationTokenSource | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #subscriptions: Disposable[];

  constructor(private readonly ask: Ask) {
    this.#subscriptions = [
      this.#changed,
      window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)),
      // The language of a document changes with an open event, while its editor stays.
      workspace.onDidOpenTextDocument((document) => {
        if (document === window.activeTextEditor?.document) {
          this.#follow(window.activeTextEditor);
        }
      }),
      workspace.onDidChangeTextDocument((event) => {
        if (event.document === this.document) {
          this.#refreshSoon();
        }
      }),
      // New findings may come without a change of the text, from the settings.
      languages.onDidChangeDiagnostics((event) => {
        const uri = this.document?.uri.toString();
        if (event.uris.some((changed) => changed.toString() === uri)) {
          this.#refreshSoon();
        }
      }),
    ];
    this.#follow(window.activeTextEditor);
  }

  dispose(): void {
    this.#forgetQuestions();
    Disposable.from(...this.#subscriptions).dispose();
  }

  /** The editor that is followed, if its document may be a draft. */
  get editor(): TextEditor | undefined {
    return this.#editor;
  }

  get document(): TextDocument | undefined {
    return this.#editor?.document;
  }

  /** The newest outline that is known; `null` where there is no draft. */
  get outline(): Outline | null {
    return this.#outline;
  }

  /** Asks the server now. An answer that comes after a newer question is dropped. */
  async refresh(): Promise<void> {
    this.#forgetQuestions();
    const document = this.document;
    if (document === undefined) {
      this.#set(null);
      return;
    }
    const source = new CancellationTokenSource();
    this.#asked = source;
    let outline: Outline | null;
    try {
      outline = await this.ask(document, source.token);
    } catch {
      // Cancelled by a newer question, by the server because the text has changed, or the server is gone (of which the
      // language client tells the user). What is shown stays until an answer comes.
      return;
    }
    if (this.#asked === source) {
      this.#set(outline);
    }
  }

  #follow(editor: TextEditor | undefined): void {
    if (editor !== undefined && isOfWorkbench(editor.document)) {
      return; // The cursor is in the output panel; the draft is still what the user works on.
    }
    const served =
      editor !== undefined && SERVED_LANGUAGES.includes(editor.document.languageId) && !isNotebookCell(editor.document);
    const before = this.document;
    this.#editor = served ? editor : undefined;
    if (this.document !== before) {
      this.#set(null); // never one draft's outline beside another draft
    }
    void this.refresh();
  }

  #refreshSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.refresh(), COALESCE);
  }

  #forgetQuestions(): void {
    clearTimeout(this.#timer);
    this.#asked?.cancel();
    this.#asked = undefined;
  }

  #set(outline: Outline | null): void {
    if (outline === null && this.#outline === null) {
      return;
    }
    if ((outline === null) !== (this.#outline === null)) {
      void commands.executeCommand('setContext', 'nianbao.draft', outline !== null);
    }
    this.#outline = outline;
    this.#changed.fire();
  }
}
