import { once } from 'node:events';

/** What the command line reads and writes. */
export interface Io {
  readonly stdin: AsyncIterable<Buffer>;
  readonly out: Output;
  readonly err: Output;
  /** The exit status as far as it is known: 1 once an error was found, 2 once something could not be read. */
  status: 0 | 1 | 2;
}

const CODES = { red: 31, yellow: 33, blue: 34, grey: 90, bold: 1 } as const;
export type Colour = keyof typeof CODES;

/** A stream that is written to no faster than it is read. */
export class Output {
  readonly #stream: NodeJS.WritableStream;
  readonly #coloured: boolean;

  constructor(stream: NodeJS.WritableStream, coloured: boolean) {
    this.#stream = stream;
    this.#coloured = coloured;
  }

  async write(text: string | Uint8Array): Promise<void> {
    if (!this.#stream.write(text)) await once(this.#stream, 'drain');
  }

  /** The text in a colour, where the stream shows any. */
  paint(text: string, colour: Colour): string {
    return this.#coloured ? `\u001b[${CODES[colour]}m${text}\u001b[0m` : text;
  }
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
