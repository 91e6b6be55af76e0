import { type CheckSettings, ruleMeta, type Severity } from '../core';
import type { Language } from '../words';

type Level = Severity | 'off' | 'default';

export type Command =
  | { readonly name: 'help' | 'version' }
  | {
      readonly name: 'check';
      readonly paths: readonly string[];
      readonly format: 'text' | 'json';
      readonly settings: CheckSettings;
      /** Mend what may be mended unseen before the rest is reported. */
      readonly fix?: boolean;
    }
  | { readonly name: 'data'; readonly path: string };

/** What is wrong with an invocation; `given` is the word that it is about. */
export interface UsageError {
  readonly problem:
    | 'no-command'
    | 'command'
    | 'option'
    | 'value'
    | 'language'
    | 'format'
    | 'severity'
    | 'rule'
    | 'one-path';
  readonly given: string;
}

export interface Invocation {
  readonly language: Language;
  readonly command: Command | UsageError;
}

const LEVELS = ['error', 'warning', 'information', 'hint', 'off', 'default'];
const RULE_LEVEL = /^([a-z]+\/[a-z-]+)=([a-z]+)$/;

/** @param argv the words behind the program's name */
export function readArguments(argv: readonly string[]): Invocation {
  let language: Language = 'zh';
  let format: string | undefined;
  let asked: 'help' | 'version' | undefined;
  let fix = false;
  const severity: Record<string, Level> = {};
  const words: string[] = [];
  const rest = [...argv];
  const fail = (problem: UsageError['problem'], given: string): Invocation => ({
    language,
    command: { problem, given },
  });

  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--') {
      words.push(...rest.splice(0));
      continue;
    }
    if (word === '-' || !word.startsWith('-')) {
      words.push(word);
      continue;
    }
    const [option, attached] = split(word);
    if (option === '--help' || option === '-h') asked ??= 'help';
    else if (option === '--version' || option === '-v') asked ??= 'version';
    else if (option === '--fix' && attached === undefined) fix = true;
    else if (option === '--lang' || option === '--format' || option === '--severity') {
      const value = attached ?? rest.shift();
      if (value === undefined) return fail('value', option);
      if (option === '--lang') {
        if (value !== 'zh' && value !== 'en') return fail('language', value);
        language = value;
      } else if (option === '--format') format = value;
      else {
        const settings = value.split(',');
        // `--severity a/b=off c/d=hint` reads as it looks: what can only be a setting is one.
        while (rest[0] !== undefined && readLevel(rest[0])) settings.push(rest.shift() as string);
        for (const setting of settings) {
          const level = readLevel(setting);
          if (!level) return fail('severity', setting);
          // a rule that is not there would be silenced in vain
          if (!ruleMeta(level[0])) return fail('rule', level[0]);
          severity[level[0]] = level[1];
        }
      }
    } else return fail('option', option);
  }

  if (asked) return { language, command: { name: asked } };
  const [name, ...paths] = words;
  if (name === undefined) return fail('no-command', '');
  if (name === 'help') return { language, command: { name } };
  if (name === 'check') {
    if (format !== undefined && format !== 'text' && format !== 'json') return fail('format', format);
    const all = paths.length > 0 ? paths : ['.'];
    const options = { format: format ?? 'text', settings: { severity }, ...(fix && { fix }) } as const;
    return { language, command: { name, paths: all, ...options } };
  }
  if (fix) return fail('option', '--fix');
  if (name === 'data') {
    if (format !== undefined && format !== 'json') return fail('format', format);
    const [path, ...more] = paths;
    if (path === undefined || more.length > 0) return fail('one-path', name);
    return { language, command: { name, path } };
  }
  return fail('command', name);
}

/** `--option=value` as its two halves; a rule's own `=` stays in the value. */
function split(word: string): [string, string | undefined] {
  const at = word.indexOf('=');
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
}

function readLevel(setting: string): [string, Level] | null {
  const [, rule, level] = RULE_LEVEL.exec(setting) ?? [];
  return rule !== undefined && level !== undefined && LEVELS.includes(level) ? [rule, level as Level] : null;
}
