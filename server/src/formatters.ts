import type { Connection, Disposable, DocumentSelector } from 'vscode-languageserver';
import { DocumentFormattingRequest, DocumentRangeFormattingRequest } from 'vscode-languageserver';

/**
 * Tells a client that can be told which documents the server formats: those in the language of drafts, and of those in
 * Markdown each one that is a draft. For a formatter of all Markdown would make the client ask the user which formatter
 * to take for files that the server never touches, and keep the other one from formatting them on save.
 */
export class Formatters {
  readonly #byUri = new Map<string, Promise<Disposable>>();

  constructor(private readonly client: Connection['client']) {}

  /** For every document in the language of drafts. */
  start(): void {
    this.#register([{ language: 'nianbao' }]).catch(() => {});
  }

  /** @param served whether the document, which has another language, is a draft */
  update(uri: string, language: string, served: boolean): void {
    const known = this.#byUri.get(uri);
    if (served === (known !== undefined)) return;
    if (known) {
      this.#byUri.delete(uri);
      known.then((registration) => registration.dispose()).catch(() => {});
    } else {
      const [scheme = 'file'] = uri.split(':');
      this.#byUri.set(uri, this.#register([{ language, scheme, pattern: patternOf(uri) }]));
      this.#byUri.get(uri)?.catch(() => {}); // a client that refuses formats with something else
    }
  }

  async #register(documentSelector: DocumentSelector): Promise<Disposable> {
    const registrations = await Promise.all([
      this.client.register(DocumentFormattingRequest.type, { documentSelector }),
      this.client.register(DocumentRangeFormattingRequest.type, { documentSelector }),
    ]);
    return { dispose: () => registrations.forEach((registration) => void registration.dispose()) };
  }
}

/** A pattern for a file by its own name and that of its folder, which reads the same on every system. */
export function patternOf(uri: string): string {
  const path = uri.replace(/^[^:]*:(?:\/\/[^/]*)?/, '').replace(/[?#].*$/, '');
  const names = path
    .split('/')
    .filter((name) => name !== '')
    .slice(-2)
    .map(decoded);
  // the drive of Windows is no folder
  const kept = names.length === 2 && names[0]?.endsWith(':') ? names.slice(1) : names;
  return `**/${kept.join('/').replace(/[[\]{}*?]/g, '[$&]')}`;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
