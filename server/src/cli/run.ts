import { version } from '../../../package.json';
import { readArguments } from './arguments';
import type { Io } from './terminal';
import { CLI_WORDS } from './words';

/** Runs one invocation. Its exit status is left in `io`. What reads drafts is loaded only where drafts are read. */
export async function run(argv: readonly string[], io: Io): Promise<void> {
  const { language, command } = readArguments(argv);
  const words = CLI_WORDS[language];
  if ('problem' in command) {
    io.status = 2;
    return io.err.write(`${words.usage[command.problem](command.given)}\n${words.seeHelp}\n`);
  }
  switch (command.name) {
    case 'help':
      return io.out.write(words.help);
    case 'version':
      return io.out.write(`${version}\n`);
    case 'lsp':
      return (await import('./lsp')).lsp(command.options);
    case 'check':
      return (await import('./check')).check(command, language, io);
    case 'data':
      return (await import('./data')).data(command, language, io);
  }
}
