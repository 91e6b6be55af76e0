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
  const source = name.replace(/\*+|\?|\[(!|\^)?([^\]]+)\]|[\\^$.|+(){}[\]]/g, (token, negated, set) => {
    if (token.startsWith('*')) return '.*';
    if (token === '?') return '.';
    if (set !== undefined) return `[${negated ? '^' : ''}${characters(set)}]`;
    return `\\${token}`;
  });
  return new RegExp(`^${name.startsWith('.') ? '' : '(?!\\.)'}${source}$`, 'su');
}

/** What stands between `[` and `]` for a regular expression; a range that runs backwards is three characters. */
function characters(set: string): string {
  const escaped = set.replace(/[\\\]^[]/g, '\\$&');
  return escaped.replace(/([^\\])-(.)/gu, (range, from: string, to: string) =>
    (from.codePointAt(0) as number) <= (to.codePointAt(0) as number) && to !== '\\' ? range : `${from}\\-${to}`,
  );
}

/**
 * Whether a path, or a folder that it lies in, fits a pattern.
 * @param pattern `*`, `?`, `[…]` and `**`, folders apart by `/`; no braces
 * @param path without `.` and `..`, from the same folder as the pattern
 */
export function fitsGlob(pattern: string, path: string): boolean {
  const wanted = steps(pattern.replace(/^(?:\.?\/)+/, '').replace(/\/+$/, ''));
  // the places in the pattern where the path may have got to
  let places = new Set([0]);
  for (const name of path.split('/')) {
    const next = new Set<number>();
    for (const place of reached(places)) {
      const step = wanted[place];
      if (step === '**') next.add(place);
      else if (step instanceof RegExp ? step.test(name) : step === name) next.add(place + 1);
    }
    places = next;
    if (places.has(wanted.length)) return true;
  }
  return reached(places).has(wanted.length);

  /** `**` may stand for no folder at all. */
  function reached(from: ReadonlySet<number>): Set<number> {
    const all = new Set(from);
    for (const place of all) if (wanted[place] === '**') all.add(place + 1);
    return all;
  }
}
