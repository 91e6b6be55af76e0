import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { expandBraces, isPattern, type Step, steps } from '../core';
import { isStream, type Refusal, refusal } from './read';

/** A file that may have to be checked, or a path of which it is known that it cannot. */
export type Found =
  | { readonly path: string; readonly named: boolean }
  | { readonly path: string; readonly refused: Refusal };

const EXTENSIONS = new Set(['.txt', '.md', '.markdown', '.nianbao']);

/**
 * The files that an operand stands for, in a stable order and written as the user would write them.
 * `named` files are to be checked whatever they are; others only where their content is that of a draft.
 */
export function* findFiles(operand: string): Generator<Found> {
  if (isStream(operand)) {
    yield { path: operand, named: true };
    return;
  }
  try {
    if (statSync(operand).isDirectory()) yield* walk(operand, new Set());
    else yield { path: operand, named: true };
  } catch (error) {
    if (refusal(error) === 'missing' && isPattern(operand)) yield* glob(operand);
    else yield { path: operand, refused: refusal(error) };
  }
}

/** @param seen real paths of the folders that were walked, so that links in a circle end */
function* walk(folder: string, seen: Set<string>): Generator<Found> {
  try {
    const real = realpathSync.native(folder);
    if (seen.has(real)) return;
    seen.add(real);
    for (const entry of entries(folder)) {
      const path = join(folder, entry.name);
      const kind = kindOf(entry, path);
      if (kind === 'folder' && isOpen(entry.name)) yield* walk(path, seen);
      else if (kind === 'file' && hasDraftExtension(path)) yield { path, named: false };
    }
  } catch (error) {
    yield { path: folder, refused: refusal(error) };
  }
}

function* glob(operand: string): Generator<Found> {
  const pattern = process.platform === 'win32' ? operand.replaceAll('\\', '/') : operand;
  const paths = new Set<string>();
  for (const choice of expandBraces(pattern)) {
    // `drafts/*` means the drafts; `drafts/*.text` says itself which files are meant.
    const anyExtension = /\.[^/]*$/.test(choice);
    for (const path of matches('', steps(choice))) {
      if (anyExtension || hasDraftExtension(path)) paths.add(path);
    }
  }
  if (paths.size === 0) yield { path: operand, refused: 'unmatched' };
  for (const path of [...paths].sort()) yield { path, named: false };
}

/** Files under a folder ('' for where we are) that fit the steps. Folders that cannot be read match nothing. */
function* matches(folder: string, [step, ...rest]: readonly Step[]): Generator<string> {
  if (step === undefined) return;
  if (typeof step === 'string' && step !== '**') {
    const path = folder === '' && step === '' ? '/' : join(folder, step);
    if (rest.length > 0) yield* matches(path, rest);
    else if (isFile(path)) yield path;
    return;
  }
  if (step === '**' && rest.length > 0) yield* matches(folder, rest);
  for (const entry of entriesOrNone(folder || '.')) {
    const path = join(folder, entry.name);
    if (step === '**') {
      // Links are not followed here, so that there are no circles.
      if (entry.isDirectory() && isOpen(entry.name)) yield* matches(path, [step, ...rest]);
      else if (rest.length === 0 && !entry.name.startsWith('.') && isFile(path)) yield path;
    } else if (step instanceof RegExp && step.test(entry.name)) {
      if (rest.length > 0) yield* matches(path, rest);
      else if (isFile(path)) yield path;
    }
  }
}

function entries(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function entriesOrNone(folder: string): Dirent[] {
  try {
    return entries(folder);
  } catch {
    return [];
  }
}

/** What an entry is, behind links too; `null` for pipes, devices and links that lead nowhere or in a circle. */
function kindOf(entry: Dirent, path: string): 'file' | 'folder' | null {
  if (entry.isSymbolicLink()) return kindAt(path);
  if (entry.isDirectory()) return 'folder';
  return entry.isFile() ? 'file' : null;
}

function isFile(path: string): boolean {
  return kindAt(path) === 'file';
}

function kindAt(path: string): 'file' | 'folder' | null {
  try {
    const status = statSync(path);
    if (status.isDirectory()) return 'folder';
    return status.isFile() ? 'file' : null;
  } catch {
    return null;
  }
}

/** Folders that are entered unasked. */
function isOpen(name: string): boolean {
  return name !== 'node_modules' && !name.startsWith('.');
}

function hasDraftExtension(path: string): boolean {
  return EXTENSIONS.has(extname(path).toLowerCase());
}

/** As somebody would type it: nothing is resolved, and `.` leaves no trace. */
function join(folder: string, name: string): string {
  if (folder === '' || /^\.[/\\]*$/.test(folder)) return name;
  return /[/\\]$/.test(folder) ? folder + name : `${folder}/${name}`;
}
