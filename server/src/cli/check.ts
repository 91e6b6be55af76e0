import { extname, resolve } from 'node:path';
import {
  type CheckSettings,
  checkReport,
  type Finding,
  isDraft,
  LineIndex,
  parseReport,
  type Report,
  ruleMeta,
  withConfig,
} from '../core';
import type { Language } from '../words';
import { Configs } from './configs';
import { findFiles } from './files';
import { fixSource, replaceFile } from './fix';
import { readText, type Source } from './read';
import { type Io, type Output, printable } from './terminal';
import { CLI_WORDS, refused } from './words';

/** A draft with what was found in it, findings in the order of the text. */
export interface Checked {
  readonly path: string;
  readonly report: Report;
  readonly lines: LineIndex;
  readonly findings: readonly Finding[];
  /** How many places were mended; not there where nothing was to be mended. */
  readonly fixed?: number;
}

export interface Summary {
  files: number;
  errors: number;
  warnings: number;
  /** Information and hints. */
  others: number;
  /** Places that were mended. */
  fixed?: number;
}

/** How results are written, a file at a time so that any number of them fits into memory. */
export interface Format {
  begin(): string;
  file(checked: Checked, index: number): string;
  end(summary: Summary): string;
}

/**
 * Checks every draft that the paths stand for; a path that cannot be read is named on the error stream, and the rest
 * goes on.
 * @param settings of this invocation, which come before those of a configuration file
 * @param fix whether to mend first what may be mended unseen; standard input then goes to standard output, mended
 * @param to where results are written
 */
export async function check(
  paths: readonly string[],
  settings: CheckSettings,
  format: Format,
  language: Language,
  io: Io,
  fix = false,
  to: Output = io.out,
): Promise<void> {
  const summary: Summary = { files: 0, errors: 0, warnings: 0, others: 0, ...(fix && { fixed: 0 }) };
  const done = new Set<string>();
  const configs = new Configs(io, language);
  await to.write(format.begin());
  for (const operand of paths) {
    for await (const found of findFiles(operand)) {
      const { path } = found;
      const key = path === '-' ? path : resolve(path);
      if (done.has(key)) continue;
      const read = 'refused' in found ? found : await readText(path, io.stdin);
      if ('refused' in read) {
        done.add(key);
        io.status = 2;
        await io.err.write(refused(path, read.refused, language));
        continue;
      }
      if ('named' in found && !found.named && !isMeant(path, read.text)) continue;
      const { config, ignored } = await configs.of(path);
      if (ignored && 'named' in found && !found.named) continue;
      done.add(key);
      const here = withConfig(settings, config);
      const mended = fix ? await mend(path, read, here, language, io) : null;
      const checked = { ...checkText(path, mended?.text ?? read.text, here), ...(mended && { fixed: mended.count }) };
      if (mended) summary.fixed = (summary.fixed ?? 0) + mended.count;
      for (const line of unknownRules(checked, language)) await io.err.write(line);
      count(checked.findings, summary);
      if (summary.errors > 0 && io.status === 0) io.status = 1;
      await to.write(format.file(checked, summary.files - 1));
    }
  }
  await to.write(format.end(summary));
}

/** Mends a draft where it stands; one that cannot be written is named on the error stream and reported as it is. */
async function mend(
  path: string,
  source: Source,
  settings: CheckSettings,
  language: Language,
  io: Io,
): Promise<{ readonly text: string; readonly count: number }> {
  const fixed = fixSource(source, settings);
  if (path === '-') {
    await io.out.write(fixed.bytes);
    return fixed;
  }
  const failed = fixed.count > 0 ? await replaceFile(path, fixed.bytes) : null;
  if (!failed) return fixed;
  io.status = 2;
  await io.err.write(refused(path, failed, language));
  return { text: source.text, count: 0 };
}

/** Whether a file that nobody named is a draft. */
function isMeant(path: string, text: string): boolean {
  return extname(path).toLowerCase() === '.nianbao' || isDraft(text);
}

function checkText(path: string, text: string, settings: CheckSettings): Checked {
  const report = parseReport(text);
  const findings = [...checkReport(report, { ...settings, handedIn: true })].sort(
    (a, b) => a.range.start - b.range.start || a.range.end - b.range.end,
  );
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

function count(findings: readonly Finding[], summary: Summary): void {
  summary.files++;
  for (const { severity } of findings) {
    if (severity === 'error') summary.errors++;
    else if (severity === 'warning') summary.warnings++;
    else summary.others++;
  }
}
