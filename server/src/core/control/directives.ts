import type { Directive, Range, Text } from '../model';
import type { Line } from '../read/lines';

/** What a directive begins with, behind `<!--` and white space. */
const DIRECTIVE = /^<!--\s*nianbao-(disable-next-line|disable-file|disable|enable)(?=\s|-->)/;

const KINDS: Readonly<Record<string, Directive['kind']>> = {
  'disable-next-line': 'next-line',
  'disable-file': 'file',
  disable: 'disable',
  enable: 'enable',
};

/**
 * Reads the comments that turn rules off and on. Names stand apart by spaces or commas; what follows ` -- ` is for
 * people.
 * @param comments in the order of the text
 * @param lines those of the text that hold more than a comment
 */
export function readDirectives(text: string, comments: readonly Range[], lines: readonly Line[]): Directive[] {
  return comments.flatMap((range) => {
    const written = text.slice(range.start, range.end);
    const start = DIRECTIVE.exec(written);
    const kind = KINDS[start?.[1] ?? ''];
    if (!start || !kind) return [];
    return [{ kind, rules: namesIn(written, start[0].length, range.start), range, scope: scopeOf(kind) }];

    function scopeOf(kind: Directive['kind']): Range {
      if (kind === 'file') return { start: 0, end: text.length };
      if (kind !== 'next-line') return { start: range.start, end: text.length };
      // empty lines and other comments may stand in between
      const line = lines.find((l) => l.start >= range.end && l.from < l.to);
      return { start: range.end, end: line?.end ?? text.length };
    }
  });
}

/** @param from where names begin in the comment @param offset of the comment in the text */
function namesIn(comment: string, from: number, offset: number): Text[] {
  const reason = /\s--(?=\s|>)/.exec(comment.slice(from));
  const end = reason ? from + reason.index : comment.length - '-->'.length;
  return [...comment.slice(from, end).matchAll(/[^\s,，、]+/g)].map((name) => {
    const start = offset + from + name.index;
    return { text: name[0], range: { start, end: start + name[0].length } };
  });
}

/**
 * Whether a rule is turned off at a place.
 * @param directives of one text, in its order
 * @param offset where a finding begins
 */
export function isTurnedOff(directives: readonly Directive[], rule: string, offset: number): boolean {
  return turnedOffBy(directives, rule, offset) !== null;
}

/** The directive that turns a rule off at a place; `null` where it is on. */
export function turnedOffBy(directives: readonly Directive[], rule: string, offset: number): Directive | null {
  let region: Directive | null = null;
  for (const directive of directives) {
    const { kind, rules, scope } = directive;
    if (offset < scope.start || offset > scope.end) continue;
    if (rules.length > 0 && !rules.some((name) => name.text === rule)) continue;
    if (kind === 'enable') region = null;
    else if (kind === 'disable') region = directive;
    else return directive;
  }
  return region;
}
