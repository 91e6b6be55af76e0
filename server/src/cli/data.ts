import type { Language } from '../words';
import type { DataCommand } from './arguments';
import { dataPage } from './draftData';
import { overDrafts } from './overDrafts';
import { isStream, readFile, readStream } from './read';
import type { Io } from './terminal';
import { refused } from './words';

/** Writes what was read out of drafts, without judgement: one whole, or any number a line each. */
export async function data(command: DataCommand, language: Language, io: Io): Promise<void> {
  if (command.format === 'jsonl') {
    await overDrafts({ command: 'data' }, { ...command, language }, io, ({ text }) => io.out.write(text));
    return;
  }
  const [path = '-'] = command.paths;
  const read = isStream(path) ? await readStream(path, () => io.stdin) : readFile(path);
  if (!('refused' in read)) return io.out.write(dataPage(path, read.text));
  io.status = 2;
  await io.err.write(refused(path, read.refused, language));
}
