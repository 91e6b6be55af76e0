import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type NotText, recognise } from './decode';

/** Why a path could not be read. */
export type Refusal = NotText | 'missing' | 'denied' | 'folder' | 'large' | 'unmatched' | 'failed';

/** A report has some 20 kB; what is beyond this is no draft, and reading it whole would cost memory for nothing. */
export const LARGEST = 64 * 1024 * 1024;

/** A text and the bytes that it was read from. */
export interface Source {
  readonly text: string;
  readonly encoding: string;
  readonly bytes: Uint8Array;
}

/** The text of a file, or of standard input for `-`, or why there is none. */
export async function readText(
  path: string,
  stdin: AsyncIterable<Buffer>,
): Promise<Source | { readonly refused: Refusal }> {
  try {
    if (path !== '-') {
      const status = await stat(path);
      if (status.isDirectory()) return { refused: 'folder' };
      if (status.size > LARGEST) return { refused: 'large' };
    }
    const bytes = await collect(path === '-' ? stdin : createReadStream(path));
    if (!bytes) return { refused: 'large' };
    const known = recognise(bytes);
    return 'refused' in known ? known : { ...known, bytes };
  } catch (error) {
    return { refused: refusal(error) };
  }
}

export function refusal(error: unknown): Refusal {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing';
  return code === 'EACCES' || code === 'EPERM' ? 'denied' : 'failed';
}

/** `null` beyond the limit: pipes and devices do not say how much is to come. */
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
