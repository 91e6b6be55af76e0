/**
 * What the scripts share and a fresh clone has to be able to run: Node's own modules only, Node 20 or newer.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

const BIN = join(ROOT, 'node_modules', '.bin');
const WINDOWS = process.platform === 'win32';

/**
 * Runs a program in the repository, the project's own Node and tools first on the PATH.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, quiet?: boolean }} [options] `quiet` keeps its output for the answer
 * @returns {Promise<{ status: number, output: string }>}
 */
export function run(program, args, { env = {}, cwd = ROOT, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, PATH: `${BIN}${delimiter}${process.env.PATH ?? ''}`, ...env },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      shell: WINDOWS,
    });
    let output = '';
    child.stdout?.on('data', (data) => (output += data));
    child.stderr?.on('data', (data) => (output += data));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status: status ?? 1, output }));
  });
}

/** Runs a program and ends the script with its message where it fails. */
export async function must(program, args, options) {
  const { status, output } = await run(program, args, options);
  if (status !== 0) {
    if (output !== '') {
      console.error(output);
    }
    console.error(`${program} ${args.join(' ')} 失败（${status}）`);
    process.exit(status);
  }
}

/** Installs what package-lock.json names, where it is not there or is not that. */
export async function install() {
  if (!installed()) {
    console.log('安装依赖：npm ci');
    // devDependencies are what is needed, also where the environment says that this is production.
    await must('npm', ['ci', '--include=dev', '--no-fund', '--no-audit', '--loglevel=error']);
  }
}

/** Whether node_modules is what the lock file of a folder asks for: npm leaves a copy of the lock that it installed. */
export function installed(folder = ROOT) {
  const hidden = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) {
    return false;
  }
  const wanted = packages(join(folder, 'package-lock.json'));
  const found = packages(hidden);
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || found[path]?.version === version || (optional && !found[path]),
  );
}

function packages(lock) {
  return JSON.parse(readFileSync(lock, 'utf8')).packages;
}

/** Path of the first of these programs that is on the PATH. */
export function which(...programs) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const program of programs) {
      for (const end of WINDOWS ? ['.cmd', '.exe'] : ['']) {
        const path = join(folder, program + end);
        if (existsSync(path)) {
          return path;
        }
      }
    }
  }
  return undefined;
}
