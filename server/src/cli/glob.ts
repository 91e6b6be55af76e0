/** The steps of a pattern, one a folder level: a name as it is, a pattern for names, or any number of folders. */
export type Step = string | RegExp | '**';

/** Whether a path that does not exist can be meant as a pattern. */
export function isPattern(path: string): boolean {
  return /[*?[{]/.test(path);
}

/** `{a,b}` written out, the choices in their order. */
export function expandBraces(pattern: string): string[] {
  // The innermost first: what is left has one pair of braces less.
  const match = /\{([^{}]*,[^{}]*)\}/.exec(pattern);
  if (!match) return [pattern];
  const [before, after] = [pattern.slice(0, match.index), pattern.slice(match.index + match[0].length)];
  const choices = (match[1] as string).split(',');
  return [...new Set(choices.flatMap((choice) => expandBraces(before + choice + after)))];
}

/** @param pattern without braces, folders apart by `/` */
export function steps(pattern: string): Step[] {
  return pattern
    .split('/')
    .filter((name, i) => name !== '' || i === 0)
    .map((name) => (name === '**' || !/[*?[]/.test(name) ? name : nameMatcher(name)));
}

/** `*`, `?` and `[…]` within one name; a leading dot has to be written. */
function nameMatcher(name: string): RegExp {
  const source = name.replace(/\*+|\?|\[(!|\^)?([^\]]+)\]|[\\^$.|+(){}[\]/-]/g, (token, negated, set) => {
    if (token.startsWith('*')) return '.*';
    if (token === '?') return '.';
    if (set !== undefined) return `[${negated ? '^' : ''}${set.replace(/[\\\]^[]/g, '\\$&')}]`;
    return `\\${token}`;
  });
  return new RegExp(`^${name.startsWith('.') ? '' : '(?!\\.)'}${source}$`, 'su');
}
