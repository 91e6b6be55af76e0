import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { checkReport, type Finding, isDraft, LineIndex, parseReport, type Report } from './core';
import type { Settings, SettingsStore } from './settings';

/** One text of a document and all that is read out of it, each part at most once and only when it is asked for. */
export class Draft {
  #lines: LineIndex | undefined;
  #report: Report | undefined;
  #recognised: boolean | undefined;
  #findings: { readonly settings: Settings; readonly all: readonly Finding[] } | undefined;

  /** @param id differs from that of every other draft of the session, also where version numbers begin anew. */
  constructor(
    readonly id: number,
    readonly uri: string,
    readonly version: number,
    readonly text: string,
  ) {}

  get lines(): LineIndex {
    this.#lines ??= new LineIndex(this.text);
    return this.#lines;
  }

  get report(): Report {
    this.#report ??= parseReport(this.text);
    return this.#report;
  }

  /** Whether the content is that of a draft. */
  get recognised(): boolean {
    this.#recognised ??= isDraft(this.text);
    return this.#recognised;
  }

  findings(settings: Settings): readonly Finding[] {
    if (this.#findings?.settings !== settings) {
      this.#findings = { settings, all: settings.ignored ? [] : checkReport(this.report, settings.check) };
    }
    return this.#findings.all;
  }
}

/** A draft and the settings that it is looked at with. */
export interface View {
  readonly draft: Draft;
  readonly settings: Settings;
}

/** The open documents as drafts: read once a version, dropped on close. */
export class Drafts {
  readonly #documents: TextDocuments<TextDocument>;
  readonly #settings: SettingsStore;
  readonly #byUri = new Map<string, Draft>();
  #count = 0;

  constructor(documents: TextDocuments<TextDocument>, settings: SettingsStore) {
    this.#documents = documents;
    this.#settings = settings;
  }

  /** The last text of a document; `null` where it is not open or not a draft. */
  async view(uri: string): Promise<View | null> {
    if (!this.#documents.get(uri)) return null;
    const settings = await this.#settings.of(uri);
    const document = this.#documents.get(uri); // it may have changed or gone meanwhile
    if (!document) return null;
    const draft = this.#draft(document);
    const served = document.languageId === 'nianbao' || (settings.recognise && draft.recognised);
    return served ? { draft, settings } : null;
  }

  /** The texts of all open drafts, looked through for what one of them may take from another. */
  *texts(): Iterable<string> {
    for (const document of this.#documents.all()) {
      const draft = this.#draft(document);
      if (document.languageId === 'nianbao' || draft.recognised) yield draft.text;
    }
  }

  forget(uri: string): void {
    this.#byUri.delete(uri);
  }

  #draft(document: TextDocument): Draft {
    const text = document.getText();
    const known = this.#byUri.get(document.uri);
    // The text too: a document opened anew may come with a version number that was there before.
    if (known && known.version === document.version && known.text === text) return known;
    const draft = new Draft(++this.#count, document.uri, document.version, text);
    this.#byUri.set(document.uri, draft);
    return draft;
  }
}
