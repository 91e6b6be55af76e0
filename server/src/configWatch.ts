import type { FileSystemWatcher } from 'vscode-languageserver';
import { CONFIG_NAME } from './core';

/** What the watching of files needs of a client. */
export interface WatchingClient {
  register(watchers: FileSystemWatcher[]): Promise<unknown>;
  /** URIs of the folders that are open. */
  folders(): Promise<readonly string[]>;
}

/**
 * Has the client watch configuration files that lie above what is open: a watcher for a glob reaches only into the
 * folders of the workspace. Each folder is watched once, and for as long as the session lasts.
 */
export class ConfigWatchers {
  readonly #client: WatchingClient;
  readonly #watched = new Set<string>();

  constructor(client: WatchingClient) {
    this.#client = client;
  }

  /** @param uri of a configuration file that was read */
  async watch(uri: string): Promise<void> {
    const folder = uri.slice(0, -CONFIG_NAME.length - 1);
    if (this.#watched.has(folder)) return;
    this.#watched.add(folder);
    const open = await this.#client.folders();
    if (open.some((own) => `${folder}/`.startsWith(own.endsWith('/') ? own : `${own}/`))) return;
    await this.#client.register([{ globPattern: { baseUri: folder, pattern: CONFIG_NAME } }]);
  }
}
