import { closeSync, constants, createReadStream, openSync, readSync, statSync } from 'node:fs';
import { type NotText, recognise } from './decode';

/** Why a path could not be read. */
export type Refusal = NotText | 'missing' | 'denied' | 'folder' | 'special' | 'large' | 'unmatched' | 'failed';

/** A report has some 20 kB; what is beyond this is no draft, and reading it whole would cost memory for nothing. */
export const LARGEST = 64 * 1024 * 1024;

/** A text and the bytes that it was read from. */
export interface Source {
  readonly text: string;
  readonly encoding: string;
  readonly bytes: Uint8Array;
}

export type Read = Source | { readonly refused: Refusal };

/** What this process was handed open, as by `<(…)` of a shell: to be read to its end like standard input. */
const HANDED_OVER = /^\/(?:dev\/(?:stdin|fd\/\d+)|proc\/self\/fd\/\d+)$/;

/** Whether a path is standard input or the like, which can be read once and only by waiting for it. */
export function isStream(path: string): boolean {
  return path === '-' || HANDED_OVER.test(path);
}

/** The text of what `isStream` says yes to, or why there is none. */
export async function readStream(path: string, stdin: () => AsyncIterable<Buffer>): Promise<Read> {
  try {
    const bytes = await collect(path === '-' ? stdin() : createReadStream(path));
    return bytes ? source(bytes) : { refused: 'large' };
  } catch (error) {
    return { refused: refusal(error) };
  }
}

/** The text of a file, or why there is none. Nothing is waited for: a pipe or a device is refused. */
export function readFile(path: string): Read {
  let file: number | null = null;
  try {
    const status = statSync(path);
    if (status.isDirectory()) return { refused: 'folder' };
    if (!status.isFile()) return { refused: 'special' };
    if (status.size > LARGEST) return { refused: 'large' };
    // should a pipe have come in its place by now, opening it must not wait for a writer
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const bytes = readAll(file, status.size);
    return bytes ? source(bytes) : { refused: 'large' };
  } catch (error) {
    return { refused: refusal(error) };
  } finally {
    if (file !== null) closeSync(file);
  }
}

export function refusal(error: unknown): Refusal {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing';
  return code === 'EACCES' || code === 'EPERM' ? 'denied' : 'failed';
}

function source(bytes: Uint8Array): Read {
  const known = recognise(bytes);
  return 'refused' in known ? known : { ...known, bytes };
}

/**
 * `null` beyond the limit: a file may grow, and those of the system do not say how long they are.
 * @param expected bytes
 */
function readAll(file: number, expected: number): Buffer | null {
  // one more than there should be, so that the end is seen in the same buffer
  let bytes = Buffer.allocUnsafe(Math.max(expected + 1, 8192));
  let size = 0;
  for (;;) {
    const count = readSync(file, bytes, size, bytes.length - size, null);
    if (count === 0) return bytes.subarray(0, size);
    size += count;
    if (size > LARGEST) return null;
    if (size === bytes.length) bytes = Buffer.concat([bytes, Buffer.allocUnsafe(size)]);
  }
}

async function collect(stream: AsyncIterable<Buffer>): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > LARGEST) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
