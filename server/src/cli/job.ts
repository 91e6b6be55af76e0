import { extname } from 'node:path';
import {
  type CheckSettings,
  type Config,
  checkReport,
  type Finding,
  isDraft,
  LineIndex,
  parseReport,
  ruleMeta,
  withConfig,
} from '../core';
import type { Language } from '../words';
import { dataLine } from './draftData';
import type { Checked } from './format';
import { type CheckFormat, formatOf } from './formats';
import type { Read, Refusal, Source } from './read';
import { painter, printable } from './terminal';
import { CLI_WORDS } from './words';

/** What is to be done with every draft. Plain data: it is sent to threads. */
export type Job = CheckJob | { readonly command: 'data' };

export interface CheckJob {
  readonly command: 'check';
  readonly format: CheckFormat;
  readonly language: Language;
  readonly coloured: boolean;
  /** Those of this invocation, which come before those of a configuration file. */
  readonly settings: CheckSettings;
  /** Mend first what may be mended unseen. Two threads must not do so to one file. */
  readonly fix: boolean;
}

/** One path of the job. Plain data. */
export interface Task {
  readonly path: string;
  /** To be taken for a draft whatever is in it. */
  readonly named: boolean;
  readonly config: Config | null;
}

export type Unwritten = 'readonly' | 'full' | 'changed' | 'unwritten';

/** What became of a path. Plain data. */
export type Outcome =
  | { readonly kind: 'refused'; readonly reason: Refusal }
  /** Something in a rule failed; `detail` is for whoever mends that. */
  | { readonly kind: 'crashed'; readonly detail: string }
  /** Nobody named it, and it is no draft. */
  | { readonly kind: 'other' }
  | Done;

export interface Done {
  readonly kind: 'done';
  /** As the format has it. */
  readonly text: string;
  /** Lines for the error stream. */
  readonly notes: readonly string[];
  readonly errors: number;
  readonly warnings: number;
  /** Information and hints. */
  readonly others: number;
  /** How many places were mended. */
  readonly fixed: number;
  /** Why nothing could be mended. */
  readonly unwritten: Unwritten | null;
  /** The whole text, mended, where it came from standard input. */
  readonly mended?: Uint8Array;
}

/** Does the job on one path. Never throws. */
export async function work(job: Job, task: Task, read: Read): Promise<Outcome> {
  if ('refused' in read) return { kind: 'refused', reason: read.refused };
  try {
    if (!task.named && !isMeant(task.path, read.text)) return { kind: 'other' };
    if (job.command === 'check') return await checkDraft(job, task, read);
    return { ...NOTHING, text: dataLine(task.path, read.text) };
  } catch (error) {
    return { kind: 'crashed', detail: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

const NOTHING: Done = {
  kind: 'done',
  text: '',
  notes: [],
  errors: 0,
  warnings: 0,
  others: 0,
  fixed: 0,
  unwritten: null,
};

/** Whether a file that nobody named is a draft. */
function isMeant(path: string, text: string): boolean {
  return extname(path).toLowerCase() === '.nianbao' || isDraft(text);
}

async function checkDraft(job: CheckJob, task: Task, source: Source): Promise<Done> {
  const settings = withConfig(job.settings, task.config);
  const mended = job.fix ? await (await import('./fix')).mend(task.path, source, settings) : null;
  const checked = {
    ...checkText(task.path, mended?.text ?? source.text, settings),
    ...(mended && { fixed: mended.count }),
  };
  return {
    ...NOTHING,
    ...count(checked.findings),
    ...(mended && { fixed: mended.count, unwritten: mended.unwritten }),
    ...(mended?.bytes && { mended: mended.bytes }),
    text: formatOf(job.format, job.language, painter(job.coloured)).file(checked),
    notes: unknownRules(checked, job.language),
  };
}

function checkText(path: string, text: string, settings: CheckSettings): Checked {
  const report = parseReport(text);
  const findings = checkReport(report, { ...settings, handedIn: true });
  return { path, report, lines: new LineIndex(text), findings };
}

/** Names in comments that no rule has: nothing is turned off by them, whatever the author thinks. */
function unknownRules({ path, report, lines }: Checked, language: Language): string[] {
  const names = report.directives.flatMap(({ rules }) => rules).filter(({ text }) => !ruleMeta(text));
  return names.map(({ text, range }) => {
    const { line, character } = lines.positionAt(range.start);
    return `${printable(path)}:${line + 1}:${character + 1}: ${printable(CLI_WORDS[language].usage.rule(text))}\n`;
  });
}

function count(findings: readonly Finding[]): Pick<Done, 'errors' | 'warnings' | 'others'> {
  const of = (level: Finding['severity']) => findings.filter(({ severity }) => severity === level).length;
  const [errors, warnings] = [of('error'), of('warning')];
  return { errors, warnings, others: findings.length - errors - warnings };
}
