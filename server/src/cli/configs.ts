import { dirname, join, relative, resolve, sep } from 'node:path';
import { CONFIG_NAME, type Config, isIgnored, LineIndex, readConfig } from '../core';
import type { Language } from '../words';
import { readFile } from './read';
import { printable } from './terminal';
import { refused } from './words';

/** What a team has agreed on for one draft. */
export interface TeamSettings {
  readonly config: Config | null;
  /** Whether the draft is not to be checked unless it is named. */
  readonly ignored: boolean;
  /** What is wrong in the file, a line each, until somebody took it to tell it. What is right in the file holds. */
  takeProblems(): readonly string[];
}

interface Found {
  readonly folder: string;
  /** `null` where there is none up to the root. */
  readonly config: Config | null;
  problems: readonly string[];
}

/** The configuration files of drafts: the nearest one upwards, up to the root, and no other. Each is read once. */
export class Configs {
  readonly #byFolder = new Map<string, Found>();

  constructor(private readonly language: Language) {}

  /** @param path of a draft; `-`, standard input, lies in the current folder */
  of(path: string): TeamSettings {
    const file = resolve(path);
    const found = this.#nearest(dirname(file));
    const inside = relative(found.folder, file).split(sep).join('/');
    return {
      config: found.config,
      ignored: found.config !== null && isIgnored(found.config, inside),
      takeProblems: () => {
        const { problems } = found;
        found.problems = [];
        return problems;
      },
    };
  }

  #nearest(folder: string): Found {
    const known = this.#byFolder.get(folder) ?? this.#look(folder);
    this.#byFolder.set(folder, known);
    return known;
  }

  #look(folder: string): Found {
    const path = join(folder, CONFIG_NAME);
    const read = readFile(path);
    if (!('refused' in read)) return { folder, ...this.#read(path, read.text) };
    const above = dirname(folder);
    const found = above === folder ? { folder, config: null, problems: [] } : this.#nearest(above);
    // a folder may have that name too
    if (read.refused === 'missing' || read.refused === 'folder') return found;
    return { ...found, problems: [refused(shown(path), read.refused, this.language), ...found.problems] };
  }

  #read(path: string, text: string): Omit<Found, 'folder'> {
    const { config, problems } = readConfig(text);
    const lines = new LineIndex(text);
    return {
      config,
      problems: problems.map(({ range, message }) => {
        const { line, character } = lines.positionAt(range.start);
        return `${printable(shown(path))}:${line + 1}:${character + 1}: ${printable(message[this.language])}\n`;
      }),
    };
  }
}

/** From where we are, as somebody would type it. */
function shown(path: string): string {
  return relative('', path);
}
