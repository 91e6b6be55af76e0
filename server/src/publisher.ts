import type { Connection, Diagnostic } from 'vscode-languageserver';

/** How long a draft has to rest before it is checked for a client that does not say when it wants to know. */
const REST_MS = 100;

/** The diagnostics of a document as they are now, `null` where it is not open. */
type Compute = (uri: string) => Promise<{ version: number; diagnostics: Diagnostic[] } | null>;

/** Diagnostics for clients that cannot pull: one publication for a burst of changes, always of the last text. */
export class Publisher {
  readonly #connection: Connection;
  readonly #compute: Compute;
  readonly #waiting = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(connection: Connection, compute: Compute) {
    this.#connection = connection;
    this.#compute = compute;
  }

  schedule(uri: string): void {
    clearTimeout(this.#waiting.get(uri));
    this.#waiting.set(
      uri,
      setTimeout(() => this.#publish(uri), REST_MS),
    );
  }

  /** Takes back what was published, as a document is closed. */
  clear(uri: string): void {
    clearTimeout(this.#waiting.get(uri));
    this.#waiting.delete(uri);
    this.#connection.sendDiagnostics({ uri, diagnostics: [] }).catch(() => {}); // the client may be gone
  }

  async #publish(uri: string): Promise<void> {
    this.#waiting.delete(uri);
    try {
      const result = await this.#compute(uri);
      if (result) await this.#connection.sendDiagnostics({ uri, ...result });
    } catch (error) {
      this.#connection.console.error(`nianbao: ${error instanceof Error ? error.stack : error}`);
    }
  }
}
