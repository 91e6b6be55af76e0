import { CONFIG_NAME, type Config, type ConfigProblem, isIgnored, readConfig } from './core';

/**
 * Reads a file that is no open document.
 * @returns its text, `null` where it is not there or of a kind that cannot be read here
 */
export type ReadFile = (uri: string) => Promise<string | null>;

/** A `nianbao.config.json` as it was read. */
export interface FoundConfig {
  readonly uri: string;
  readonly text: string;
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
}

/** What a team has agreed on for one draft. */
export interface TeamSettings {
  readonly config: Config;
  /** Whether the draft is not to be checked. */
  readonly ignored: boolean;
}

/** The configuration files of drafts: the nearest one upwards, each folder looked into once until something changes. */
export class Configs {
  readonly #read: ReadFile;
  readonly #onRead: (found: FoundConfig) => void;
  readonly #byFolder = new Map<string, Promise<FoundConfig | null>>();
  /** What every file held that was looked for, `null` where there is none. */
  #texts = new Map<string, string | null>();

  /** @param onRead is told of every file that was read, again whenever it is read again */
  constructor(read: ReadFile, onRead: (found: FoundConfig) => void) {
    this.#read = read;
    this.#onRead = onRead;
  }

  /** What holds for a document; `null` where no file does. Documents that lie in no folder have none. */
  async of(uri: string): Promise<TeamSettings | null> {
    const folder = parent(uri);
    const found = folder === null ? null : await this.#nearest(folder);
    if (!found) return null;
    const path = decoded(withoutQuery(uri).slice(found.uri.length - CONFIG_NAME.length));
    return { config: found.config, ignored: isIgnored(found.config, path) };
  }

  invalidate(): void {
    this.#byFolder.clear();
    this.#texts = new Map();
  }

  /**
   * Looks again into every folder that was looked into: no client watches those above what is open. What was read is
   * forgotten where anything is another now.
   * @returns the files that have changed, come or gone
   */
  async changed(): Promise<readonly string[]> {
    const texts = this.#texts;
    const now = await Promise.all(
      [...texts].map(async ([uri, text]) => ((await this.#text(uri)) === text ? [] : [uri])),
    );
    const uris = now.flat();
    // somebody else may have said so meanwhile
    if (uris.length > 0 && texts === this.#texts) this.invalidate();
    return uris;
  }

  #text(uri: string): Promise<string | null> {
    return this.#read(uri).catch(() => null);
  }

  #nearest(folder: string): Promise<FoundConfig | null> {
    const known = this.#byFolder.get(folder);
    if (known) return known;
    const looked = this.#look(folder);
    this.#byFolder.set(folder, looked);
    return looked;
  }

  async #look(folder: string): Promise<FoundConfig | null> {
    const uri = `${folder}/${CONFIG_NAME}`;
    const texts = this.#texts;
    const text = await this.#text(uri);
    texts.set(uri, text);
    if (text === null) {
      const above = parent(folder);
      return above === null ? null : this.#nearest(above);
    }
    const found = { uri, text, ...readConfig(text) };
    this.#onRead(found);
    return found;
  }
}

/**
 * The folder that a file or a folder lies in, without the last slash and without a query; `null` above the root, and for
 * what lies in no folder (`untitled:Untitled-1`). File systems of extensions may do without the two slashes.
 */
function parent(uri: string): string | null {
  const path = withoutQuery(uri);
  const root = /^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?(?=\/|$)/i.exec(path)?.[0];
  return root === undefined || path.length <= root.length ? null : path.slice(0, path.lastIndexOf('/'));
}

function withoutQuery(uri: string): string {
  return uri.replace(/[?#].*$/s, '');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // a client that leaves a % as it is
  }
}
