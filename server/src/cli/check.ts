import { ruleMeta } from '../core';
import type { Language } from '../words';
import type { CheckCommand } from './arguments';
import type { Summary } from './format';
import { formatOf } from './formats';
import type { CheckJob, Done } from './job';
import { overDrafts } from './overDrafts';
import { type Io, painter } from './terminal';
import { CLI_WORDS } from './words';

/** Checks drafts. What is mended of standard input goes to standard output, and the report to the error stream. */
export async function check(command: CheckCommand, language: Language, io: Io): Promise<void> {
  const { paths, settings, fix, recognise } = command;
  const words = CLI_WORDS[language];
  // a rule that is not there would be silenced in vain
  const unknown = Object.keys(settings.severity ?? {}).find((name) => !ruleMeta(name));
  if (unknown !== undefined) {
    io.status = 2;
    return io.err.write(`${words.usage.rule(unknown)}\n${words.seeHelp}\n`);
  }
  const to = fix && paths.includes('-') ? io.err : io.out;
  const job: CheckJob = { command: 'check', format: command.format, language, coloured: to.coloured, settings, fix };
  const format = formatOf(command.format, language, painter(to.coloured));
  const summary: Summary = { files: 0, errors: 0, warnings: 0, others: 0, ...(fix && { fixed: 0 }), refused: [] };
  let written = false;
  const take = async (done: Done): Promise<void> => {
    add(summary, done);
    if (summary.errors > 0 && io.status === 0) io.status = 1;
    if (done.mended) await io.out.write(done.mended);
    if (done.text === '') return;
    await to.write(written ? format.separator + done.text : done.text);
    written = true;
  };
  await to.write(format.begin());
  // two paths may lead to one file, which two threads must not mend
  const threads = fix ? 1 : command.threads;
  summary.refused.push(...(await overDrafts(job, { paths, language, recognise, threads }, io, take)));
  await to.write(format.end(summary));
}

function add(summary: Summary, { errors, warnings, others, fixed }: Done): void {
  summary.files++;
  summary.errors += errors;
  summary.warnings += warnings;
  summary.others += others;
  if (summary.fixed !== undefined) summary.fixed += fixed;
}
