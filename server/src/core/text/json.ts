import type { Range } from '../model';

/** A value of a JSON text and where it stands. */
export type JsonNode = { readonly range: Range } & (
  | { readonly kind: 'object'; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
  | { readonly kind: 'plain'; readonly value: string | number | boolean | null }
);

export interface JsonMember {
  readonly name: string;
  readonly nameRange: Range;
  readonly value: JsonNode;
}

/** What reading stopped at. */
export type JsonProblem = 'value' | 'name' | 'colon' | 'comma' | 'more' | 'deep';

/** A text is read up to its first fault. */
export type JsonResult = { readonly root: JsonNode } | { readonly problem: JsonProblem; readonly range: Range };

const DEEPEST = 50;
const SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const PLAIN = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

/**
 * Reads JSON as the standard has it (no comments, no trailing commas; a byte order mark is passed over) and keeps
 * where everything stands, which `JSON.parse` does not. Never throws.
 */
export function readJson(text: string): JsonResult {
  let at = text.startsWith('\ufeff') ? 1 : 0;
  let problem: JsonProblem | null = null;
  const root = value(0);
  if (root && at < text.length) problem = 'more';
  if (root && problem === null) return { root };
  // what cannot be read, up to the next mark
  const rest = /^(?:[^\s,:{}[\]"]+|"[^"\r\n]*"?|\S)/.exec(text.slice(at, at + 200));
  return { problem: problem ?? 'value', range: { start: at, end: at + (rest?.[0].length ?? 0) } };

  function value(depth: number): JsonNode | null {
    if (depth > DEEPEST) return stop('deep');
    token(SPACE);
    const start = at;
    const mark = text[at];
    if (mark === '{') {
      const members = list('}', () => member(depth));
      return members && { kind: 'object', members, range: { start, end: behind() } };
    }
    if (mark === '[') {
      const items = list(']', () => value(depth + 1));
      return items && { kind: 'array', items, range: { start, end: behind() } };
    }
    const written = token(mark === '"' ? STRING : PLAIN);
    if (written === null) return stop('value');
    const range = { start, end: at };
    token(SPACE);
    return { kind: 'plain', value: JSON.parse(written) as string | number | boolean | null, range };
  }

  function member(depth: number): JsonMember | null {
    const start = at;
    const written = token(STRING);
    if (written === null) return stop('name');
    const nameRange = { start, end: at };
    token(SPACE);
    if (text[at] !== ':') return stop('colon');
    at++;
    const content = value(depth + 1);
    return content && { name: JSON.parse(written) as string, nameRange, value: content };
  }

  /** What stands between two brackets, up to before the second. */
  function list<T>(close: string, next: () => T | null): T[] | null {
    const all: T[] = [];
    at++;
    token(SPACE);
    if (text[at] === close) return all;
    for (;;) {
      const item = next();
      if (item === null) return null;
      all.push(item);
      token(SPACE);
      if (text[at] === close) return all;
      if (text[at] !== ',') return stop('comma');
      at++;
      token(SPACE);
    }
  }

  /** Passes over a closing bracket. @returns the end of it */
  function behind(): number {
    const end = ++at;
    token(SPACE);
    return end;
  }

  function token(pattern: RegExp): string | null {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  }

  function stop(what: JsonProblem): null {
    problem ??= what;
    return null;
  }
}
