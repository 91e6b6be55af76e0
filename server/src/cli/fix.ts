import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, chmod, open, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { applyEdits, type CheckSettings, parseReport, safeEdits } from '../core';
import { editBytes } from './encode';
import { type Refusal, refusal, type Source } from './read';

/** A draft after what may be mended unseen was mended. */
export interface Fixed {
  readonly text: string;
  readonly bytes: Uint8Array;
  /** How many places were changed. */
  readonly count: number;
}

/** Mends what is safe; the text as it was where the encoding lacks a character that would be needed. */
export function fixSource({ text, bytes, encoding }: Source, settings: CheckSettings): Fixed {
  const edits = safeEdits(parseReport(text), settings);
  const changed = edits.length > 0 ? editBytes(bytes, encoding, edits) : null;
  return changed ? { text: applyEdits(text, edits), bytes: changed, count: edits.length } : { text, bytes, count: 0 };
}

/**
 * Puts other content into a file: written beside it and renamed over it, so that it is never half there. Its mode
 * stays, and a link goes on leading to it.
 * @returns why that could not be done, or null; the file is then as it was
 */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<Refusal | 'readonly' | null> {
  let temporary: string | null = null;
  try {
    const target = await realpath(path);
    const { mode } = await stat(target);
    await access(target, constants.W_OK);
    const name = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
    const file = await open(name, 'wx', mode);
    temporary = name;
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await chmod(temporary, mode);
    await rename(temporary, target);
    return null;
  } catch (error) {
    if (temporary !== null) await unlink(temporary).catch(() => {});
    const why = refusal(error);
    const code = (error as NodeJS.ErrnoException).code;
    return why === 'denied' || code === 'EROFS' ? 'readonly' : why;
  }
}
