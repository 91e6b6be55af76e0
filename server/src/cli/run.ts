import { version } from '../../../package.json';
import { readArguments } from './arguments';
import { check } from './check';
import { data } from './data';
import { jsonFormat } from './jsonFormat';
import type { Io } from './terminal';
import { textFormat } from './textFormat';
import { CLI_WORDS } from './words';

/** Runs one invocation. Its exit status is left in `io`. */
export async function run(argv: readonly string[], io: Io): Promise<void> {
  const { language, command } = readArguments(argv);
  const words = CLI_WORDS[language];
  if ('problem' in command) {
    io.status = 2;
    await io.err.write(`${words.usage[command.problem](command.given)}\n${words.seeHelp}\n`);
    return;
  }
  switch (command.name) {
    case 'help':
      return io.out.write(words.help);
    case 'version':
      return io.out.write(`${version}\n`);
    case 'data':
      return data(command.path, language, io);
    case 'check': {
      const { paths, settings, fix = false } = command;
      // a mended text has standard output for itself
      const to = fix && paths.includes('-') ? io.err : io.out;
      const format = command.format === 'json' ? jsonFormat(language) : textFormat(language, to);
      return check(paths, settings, format, language, io, fix, to);
    }
  }
}
