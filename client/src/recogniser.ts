import { Disposable, languages, type Memento, type TextDocument, workspace } from 'vscode';
import { isDraft } from '../../server/src/core';
import { isNotebookCell, isOfWorkbench, LANGUAGE, textOfDraft } from './documents';

/** Typing has to rest this long before a text that was no draft is looked at again. */
const REST = 300;

/** Where the documents are remembered whose language the user took back, and how many. */
const DECLINED = 'nianbao.declined';
const MOST_DECLINED = 200;

/**
 * Recognises drafts by their content: plain text becomes `nianbao`, Markdown stays Markdown.
 *
 * The user has the last word: a document that was a draft and was given another language by hand keeps it, also when
 * it is opened again another day, until it is made a draft again by hand.
 */
export class Recogniser implements Disposable {
  readonly #subscriptions: Disposable[];
  readonly #pending = new Map<string, ReturnType<typeof setTimeout>>();
  /** A draft that was closed in this very turn: if it opens in the same turn again, its language was changed. */
  #justClosed: string | undefined;

  /** `onDraft` is called whenever a draft is seen. */
  constructor(
    private readonly memory: Memento,
    private readonly onDraft: () => void,
  ) {
    this.#subscriptions = [
      workspace.onDidOpenTextDocument((document) => this.#opened(document)),
      workspace.onDidCloseTextDocument((document) => this.#closed(document)),
      workspace.onDidChangeTextDocument((event) => {
        if (event.contentChanges.length > 0 && mayBecomeDraft(event.document)) {
          this.#lookLater(event.document);
        }
      }),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('nianbao.recognise')) {
          this.#lookAtAll();
        }
      }),
    ];
    this.#lookAtAll();
  }

  dispose(): void {
    Disposable.from(...this.#subscriptions).dispose();
    for (const timer of this.#pending.values()) {
      clearTimeout(timer);
    }
  }

  #lookAtAll(): void {
    for (const document of workspace.textDocuments) {
      this.#look(document);
    }
  }

  #opened(document: TextDocument): void {
    const uri = document.uri.toString();
    if (this.#justClosed === uri && document.languageId !== LANGUAGE) {
      this.#remember(uri, true);
      return;
    }
    if (document.languageId === LANGUAGE) {
      this.#remember(uri, false);
    }
    this.#look(document);
  }

  #closed(document: TextDocument): void {
    const uri = document.uri.toString();
    clearTimeout(this.#pending.get(uri));
    this.#pending.delete(uri);
    if (document.languageId === LANGUAGE) {
      // VS Code tells of a new language as of a close and an open, one right after the other.
      this.#justClosed = uri;
      queueMicrotask(() => {
        this.#justClosed = undefined;
      });
    }
    if (document.isUntitled) {
      queueMicrotask(() => document.isClosed && this.#remember(uri, false));
    }
  }

  #lookLater(document: TextDocument): void {
    const uri = document.uri.toString();
    clearTimeout(this.#pending.get(uri));
    this.#pending.set(
      uri,
      setTimeout(() => {
        this.#pending.delete(uri);
        this.#look(document);
      }, REST),
    );
  }

  #look(document: TextDocument): void {
    if (document.isClosed) {
      return;
    }
    if (document.languageId === LANGUAGE) {
      this.onDraft();
      return;
    }
    if (
      !mayBecomeDraft(document) ||
      this.#declined().includes(document.uri.toString()) ||
      !workspace.getConfiguration('nianbao', document).get('recognise', true)
    ) {
      return;
    }
    const text = textOfDraft(document);
    if (text === null || !isDraft(text)) {
      return;
    }
    this.onDraft();
    if (document.languageId === 'plaintext') {
      languages.setTextDocumentLanguage(document, LANGUAGE).then(undefined, () => {
        // It was closed in the meantime.
      });
    }
  }

  #declined(): readonly string[] {
    return this.memory.get<string[]>(DECLINED, []);
  }

  #remember(uri: string, declined: boolean): void {
    const before = this.#declined();
    if (before.includes(uri) !== declined) {
      const others = before.filter((other) => other !== uri);
      void this.memory.update(DECLINED, declined ? [...others, uri].slice(-MOST_DECLINED) : others);
    }
  }
}

function mayBecomeDraft(document: TextDocument): boolean {
  return (
    (document.languageId === 'plaintext' || document.languageId === 'markdown') &&
    !isNotebookCell(document) &&
    !isOfWorkbench(document)
  );
}
