import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';

const CLI = resolve('dist/cli.js');

export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Circumstances {
  readonly input?: string | Uint8Array;
  readonly env?: NodeJS.ProcessEnv;
  /** User to run as, which only root can choose. */
  readonly uid?: number;
  /** Words in front of the program: of Node, or of a shell that sets something up before it. */
  readonly before?: readonly string[];
}

/** Runs the built command line in a folder. */
export function nianbao(folder: string, args: readonly string[], circumstances: Circumstances = {}): Promise<Ended> {
  return execute(folder, [process.execPath, ...(circumstances.before ?? []), CLI, ...args], circumstances);
}

/** Runs a shell script in a folder, in which `nianbao` is the built command line. */
export function shell(folder: string, script: string, circumstances: Circumstances = {}): Promise<Ended> {
  const setup = `nianbao() { "${process.execPath}" "${CLI}" "$@"; }; set -o pipefail; ${script}`;
  return execute(folder, ['bash', '-c', setup], circumstances);
}

/** Runs a program in a folder. */
export async function execute(
  folder: string,
  [program = '', ...args]: readonly string[],
  { input = '', env = {}, uid }: Circumstances = {},
): Promise<Ended> {
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    ...(uid !== undefined && { uid, gid: uid }),
  });
  const exited = once(child, 'exit');
  child.stdin.on('error', () => {}); // it may end without reading
  child.stdin.end(input);
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [status] = (await exited) as [number | null];
  return { status, out, err };
}

/** A folder of its own for a test, gone with it. */
export async function scratch(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'nianbao-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}
