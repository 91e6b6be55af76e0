import { fstatSync, statSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Progress } from './progress';

/** What the command line reads and writes. */
export interface Io {
  readonly stdin: AsyncIterable<Buffer>;
  readonly out: Output;
  readonly err: Output;
  /** Where somebody may be watching. */
  readonly progress?: Progress | null;
  /** The exit status as far as it is known: 1 once an error was found, 2 once something could not be read. */
  status: 0 | 1 | 2;
}

const CODES = { red: 31, yellow: 33, blue: 34, grey: 90, bold: 1 } as const;
export type Colour = keyof typeof CODES;

/** Puts a text in a colour, or leaves it as it is. */
export type Paint = (text: string, colour: Colour) => string;

/** Takes bytes no faster than they are read; rejects with the system's error. */
export type Sink = (bytes: Uint8Array) => Promise<void>;

/** Something that is written to, and whether it shows colours. */
export class Output {
  readonly #sink: Sink;
  readonly coloured: boolean;

  constructor(sink: Sink, coloured: boolean) {
    this.#sink = sink;
    this.coloured = coloured;
  }

  async write(text: string | Uint8Array): Promise<void> {
    if (text.length > 0) await this.#sink(typeof text === 'string' ? Buffer.from(text) : text);
  }
}

export function painter(coloured: boolean): Paint {
  return coloured ? (text, colour) => `\u001b[${CODES[colour]}m${text}\u001b[0m` : (text) => text;
}

/** @param stream opened with the first write */
export function streamSink(stream: () => NodeJS.WritableStream): Sink {
  return (bytes) =>
    new Promise((resolve, reject) => {
      const target = stream();
      target.once('error', reject);
      target.write(bytes, (error) => {
        target.removeListener('error', reject);
        if (error) reject(error);
        else resolve();
      });
    });
}

/** How long to wait for the reader of a full pipe that is not to block, in milliseconds. */
const PAUSE = 5;

export function descriptorSink(descriptor: number): Sink {
  return async (bytes) => {
    for (let at = 0; at < bytes.length; ) {
      try {
        at += writeSync(descriptor, bytes, at);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
      }
    }
  };
}

/**
 * Whether somebody looks at what is written there. Node's own test is loaded only for what may be a terminal: with it
 * come streams and sockets, which cost more than to read a draft.
 */
export function isTerminal(descriptor: number): boolean {
  try {
    const status = fstatSync(descriptor);
    if (!status.isCharacterDevice() || status.rdev === nullDevice()) return false;
  } catch {
    return false; // it is closed
  }
  return (createRequire(__filename)('node:tty') as typeof import('node:tty')).isatty(descriptor);
}

function nullDevice(): number | null {
  return process.platform === 'win32' ? null : statSync('/dev/null').rdev;
}

/** Colours belong on a terminal, unless the environment says otherwise (https://no-color.org, `FORCE_COLOR`). */
export function wantsColour(env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '') return env.FORCE_COLOR !== '0';
  return isTerminal && !env.NO_COLOR && env.TERM !== 'dumb';
}

/** On one line, without characters that a terminal would obey: file names and drafts are written by others. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ');
}
