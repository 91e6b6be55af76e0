import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, type FileHandle, open, readFile, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { applyEdits, type CheckSettings, parseReport, safeEdits } from '../core';
import { editBytes } from './encode';
import type { Unwritten } from './job';
import type { Source } from './read';

/** A draft after what may be mended unseen was mended. */
export interface Mended {
  readonly text: string;
  /** How many places were changed. */
  readonly count: number;
  /** Why the file could not be written; it is then as it was, and so is the text. */
  readonly unwritten: Unwritten | null;
  /** The whole of standard input, which has no file to be written to. */
  readonly bytes?: Uint8Array;
}

/** Mends a draft where it stands. */
export async function mend(path: string, source: Source, settings: CheckSettings): Promise<Mended> {
  const { text, bytes, count } = fixSource(source, settings);
  if (path === '-') return { text, count, unwritten: null, bytes };
  const unwritten = count > 0 ? await replaceFile(path, source.bytes, bytes) : null;
  return unwritten ? { text: source.text, count: 0, unwritten } : { text, count, unwritten };
}

/** Mends what is safe; the text as it was where the encoding lacks a character that would be needed. */
function fixSource({ text, bytes, encoding }: Source, settings: CheckSettings) {
  const edits = safeEdits(parseReport(text), settings);
  const changed = edits.length > 0 ? editBytes(bytes, encoding, edits) : null;
  return changed ? { text: applyEdits(text, edits), bytes: changed, count: edits.length } : { text, bytes, count: 0 };
}

/**
 * Puts other content into a file: written beside it, on the disk to the last byte, then renamed over it, so that it is
 * never half there. Mode and owner stay as far as the system lets them, and a link goes on leading to the file.
 * @param was what the file holds; if somebody saved it meanwhile, theirs is kept
 * @returns why that could not be done, or null; the file is then as it was, with nothing left beside it
 */
export async function replaceFile(path: string, was: Uint8Array, bytes: Uint8Array): Promise<Unwritten | null> {
  let temporary: string | null = null;
  try {
    const target = await realpath(path);
    const { mode, uid, gid } = await stat(target);
    await access(target, constants.W_OK);
    const name = join(dirname(target), `.${basename(target).slice(0, 80)}.${randomBytes(6).toString('hex')}.tmp`);
    const file = await open(name, 'wx', 0o600);
    temporary = name;
    try {
      await file.writeFile(bytes);
      await handOver(file, { mode, uid, gid });
      await file.sync();
    } finally {
      await file.close();
    }
    if (!(await readFile(target)).equals(was)) {
      await unlink(temporary);
      return 'changed';
    }
    await rename(temporary, target);
    return null;
  } catch (error) {
    if (temporary !== null) await unlink(temporary).catch(() => {});
    return reason(error);
  }
}

/** The owner first: changing it takes bits off the mode. */
async function handOver(
  file: FileHandle,
  { mode, uid, gid }: { readonly mode: number; readonly uid: number; readonly gid: number },
): Promise<void> {
  const own = await file.stat();
  // who may not give a file away keeps it, as with any editor
  if (own.uid !== uid || own.gid !== gid) await file.chown(uid, gid).catch(() => {});
  await file.chmod(mode & 0o7777);
}

function reason(error: unknown): Unwritten {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'readonly';
  return code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG' ? 'full' : 'unwritten';
}
