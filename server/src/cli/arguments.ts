import { availableParallelism } from 'node:os';
import type { CheckSettings, Severity } from '../core';
import type { Language } from '../words';
import type { CheckFormat } from './formats';

type Level = Severity | 'off' | 'default';

interface Drafts {
  readonly paths: readonly string[];
  /** Pass over what is no draft even where it is named. */
  readonly recognise: boolean;
  /** How many threads may work at a time. */
  readonly threads: number;
}

export interface CheckCommand extends Drafts {
  readonly name: 'check';
  readonly format: CheckFormat;
  readonly settings: CheckSettings;
  /** Mend what may be mended unseen before the rest is reported. */
  readonly fix: boolean;
}

export interface DataCommand extends Drafts {
  readonly name: 'data';
  /** `json` is for one draft, `jsonl` for any number, one a line. */
  readonly format: 'json' | 'jsonl';
}

export type Command =
  | { readonly name: 'help' | 'version' }
  | CheckCommand
  | DataCommand
  /** `options` are those that the protocol's libraries read. */
  | { readonly name: 'lsp'; readonly options: readonly string[] };

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
    | 'threads'
    | 'one-path';
  readonly given: string;
}

export interface Invocation {
  readonly language: Language;
  readonly command: Command | UsageError;
}

const LEVELS = ['error', 'warning', 'information', 'hint', 'off', 'default'];
const RULE_LEVEL = /^([a-z]+\/[a-z-]+)=([a-z]+)$/;
const CHECK_FORMATS: readonly string[] = ['text', 'json', 'sarif', 'github'] satisfies CheckFormat[];
/** Options of the language server, as the protocol's libraries read them; some have their value behind them. */
const LSP_OPTION = /^--(?:stdio|node-ipc|(?:pipe|socket|clientProcessId)(?:=.+)?)$/;
/** More threads than this have nothing left to do: the disk and the one that writes the results are busy. */
const MOST_THREADS = 16;

/** What was found before it is known which command it is for. */
interface Words {
  readonly words: string[];
  readonly severity: Record<string, Level>;
  /** Options with a value by their name. */
  readonly values: Map<string, string>;
  /** Options without one. */
  readonly flags: Set<string>;
}

/** Options of each command, beside those of all. */
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  check: ['--format', '--severity', '--fix', '--recognise', '--threads'],
  data: ['--format', '--severity', '--recognise', '--threads'],
};
const VALUED = new Set(['--lang', '--format', '--threads']);
const FLAGS = new Set(['--fix', '--recognise']);

/** @param argv the words behind the program's name */
export function readArguments(argv: readonly string[]): Invocation {
  const found: Words = { words: [], severity: {}, values: new Map(), flags: new Set() };
  const asked = argv[0] === 'lsp' ? readLsp(argv.slice(1)) : readWords([...argv], found);
  const language = found.values.get('--lang') === 'en' ? 'en' : 'zh';
  return { language, command: asked ?? readCommand(found) };
}

/** Sorts the words. What is wrong in them, or what wins over all the rest, is given back. */
function readWords(rest: string[], { words, severity, values, flags }: Words): Command | UsageError | null {
  let asked: 'help' | 'version' | undefined;
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
    else if (FLAGS.has(option) && attached === undefined) flags.add(option);
    else if (VALUED.has(option) || option === '--severity') {
      const value = attached ?? rest.shift();
      if (value === undefined) return { problem: 'value', given: option };
      if (option === '--severity') {
        const wrong = readLevels(value, rest, severity);
        if (wrong) return wrong;
      } else if (option === '--lang' && value !== 'zh' && value !== 'en') return { problem: 'language', given: value };
      else values.set(option, value);
    } else return { problem: 'option', given: option };
  }
  return asked ? { name: asked } : null;
}

/** `--severity a/b=off c/d=hint` reads as it looks: what can only be a setting is one. */
function readLevels(value: string, rest: string[], severity: Record<string, Level>): UsageError | null {
  const settings = value.split(',');
  while (rest[0] !== undefined && readLevel(rest[0])) settings.push(rest.shift() as string);
  for (const setting of settings) {
    const level = readLevel(setting);
    if (!level) return { problem: 'severity', given: setting };
    severity[level[0]] = level[1];
  }
  return null;
}

function readCommand({ words, severity, values, flags }: Words): Command | UsageError {
  const [name, ...paths] = words;
  if (name === undefined) return { problem: 'no-command', given: '' };
  if (name === 'help') return { name };
  const options = OPTIONS[name];
  if (!options) return { problem: 'command', given: name };
  const stray = [...flags, ...values.keys()].find((option) => option !== '--lang' && !options.includes(option));
  if (stray !== undefined) return { problem: 'option', given: stray };
  const threads = readThreads(values.get('--threads'));
  if (threads === null) return { problem: 'threads', given: values.get('--threads') ?? '' };
  const drafts = { recognise: flags.has('--recognise'), threads };
  const format = values.get('--format');
  if (name === 'check') {
    if (format !== undefined && !CHECK_FORMATS.includes(format)) return { problem: 'format', given: format };
    const fix = flags.has('--fix');
    const all = paths.length > 0 ? paths : ['.'];
    return { name, paths: all, format: (format ?? 'text') as CheckFormat, settings: { severity }, fix, ...drafts };
  }
  if (format !== undefined && format !== 'json' && format !== 'jsonl') return { problem: 'format', given: format };
  if (format !== 'jsonl' && paths.length !== 1) return { problem: 'one-path', given: name };
  return { name: 'data', paths: paths.length > 0 ? paths : ['.'], format: format ?? 'json', ...drafts };
}

/** Without a transport it is standard input and output, which every editor knows. */
function readLsp(words: readonly string[]): Command | UsageError {
  if (words.some((word) => word === '--help' || word === '-h')) return { name: 'help' };
  const options: string[] = [];
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const match = LSP_OPTION.exec(word);
    if (!match) return { problem: 'option', given: word };
    options.push(word);
    if (!/^--(?:pipe|socket|clientProcessId)$/.test(word)) continue;
    const value = rest.shift();
    if (value === undefined) return { problem: 'value', given: word };
    options.push(value);
  }
  const spoken = options.some((option) => /^--(?:stdio|node-ipc|pipe|socket)/.test(option));
  return { name: 'lsp', options: spoken ? options : [...options, '--stdio'] };
}

function readThreads(given: string | undefined): number | null {
  if (given === undefined) return Math.min(availableParallelism(), MOST_THREADS);
  return /^[1-9]\d{0,2}$/.test(given) ? Number(given) : null;
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
