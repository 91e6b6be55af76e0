import { dirname, join, relative, resolve, sep } from 'node:path';
import { CONFIG_NAME, type Config, isIgnored, LineIndex, readConfig } from '../core';
import type { Language } from '../words';
import { readText } from './read';
import { type Io, printable } from './terminal';
import { refused } from './words';

/** What a team has agreed on for one draft. */
export interface TeamSettings {
  readonly config: Config | null;
  /** Whether the draft is not to be checked unless it is named. */
  readonly ignored: boolean;
}

interface Found {
  readonly folder: string;
  readonly config: Config;
}

/**
 * The configuration files of drafts: the nearest one upwards, up to the root, and no other. Each is read once, and
 * what is wrong in it is told once and makes the exit status 2; what is right in it holds.
 */
export class Configs {
  readonly #byFolder = new Map<string, Promise<Found | null>>();

  constructor(
    private readonly io: Io,
    private readonly language: Language,
  ) {}

  /** @param path of a draft; `-`, standard input, lies in the current folder */
  async of(path: string): Promise<TeamSettings> {
    const file = resolve(path);
    const found = await this.#nearest(dirname(file));
    if (!found) return { config: null, ignored: false };
    const inside = relative(found.folder, file).split(sep).join('/');
    return { config: found.config, ignored: isIgnored(found.config, inside) };
  }

  #nearest(folder: string): Promise<Found | null> {
    const known = this.#byFolder.get(folder);
    if (known) return known;
    const looked = this.#look(folder);
    this.#byFolder.set(folder, looked);
    return looked;
  }

  async #look(folder: string): Promise<Found | null> {
    const path = join(folder, CONFIG_NAME);
    const read = await readText(path, this.io.stdin);
    if ('refused' in read) {
      // a folder may have that name too
      if (read.refused !== 'missing' && read.refused !== 'folder')
        await this.#tell(refused(shown(path), read.refused, this.language));
      const above = dirname(folder);
      return above === folder ? null : this.#nearest(above);
    }
    const { config, problems } = readConfig(read.text);
    const lines = new LineIndex(read.text);
    for (const { range, message } of problems) {
      const { line, character } = lines.positionAt(range.start);
      await this.#tell(
        `${printable(shown(path))}:${line + 1}:${character + 1}: ${printable(message[this.language])}\n`,
      );
    }
    return { folder, config };
  }

  async #tell(line: string): Promise<void> {
    this.io.status = 2;
    await this.io.err.write(line);
  }
}

/** From where we are, as somebody would type it. */
function shown(path: string): string {
  return relative('', path);
}
