/** The command line as a process: everything that belongs to the process is touched here and nowhere else. */
import { Progress } from './progress';
import { run } from './run';
import { descriptorSink, type Io, isTerminal, Output, streamSink, wantsColour } from './terminal';

/** What a thread of `Threads` runs. */
export async function serve(): Promise<void> {
  (await import('./worker')).serve();
}

/** Runs what the words behind the program's name ask for; the exit status is that of the process. */
export function main(): void {
  const { argv, env } = process;
  const [outIsTerminal, errIsTerminal] = [isTerminal(1), isTerminal(2)];
  const err = new Output(sink(2, errIsTerminal), wantsColour(env, errIsTerminal));
  const io: Io = {
    // made when it is first asked for: it costs more than a draft
    get stdin() {
      return process.stdin;
    },
    out: new Output(sink(1, outIsTerminal), wantsColour(env, outIsTerminal)),
    err,
    progress: errIsTerminal && env.TERM !== 'dumb' ? new Progress((text) => err.write(text), outIsTerminal) : null,
    status: 0,
  };
  run(argv.slice(2), io).then(
    () => {
      process.exitCode = io.status;
    },
    (error: NodeJS.ErrnoException) => {
      // A reader that has seen enough (`| head`) is no failure; what was found up to there decides the status.
      if (error.code === 'EPIPE') process.exit(io.status);
      process.exitCode = 2;
      // nowhere to say anything where even that fails
      return io.err.write(`nianbao: ${error.code === undefined ? error.stack : error.message}\n`).catch(() => {});
    },
  );
}

/**
 * Files and pipes are written to directly, which spares the streams around them. A terminal has its stream: Windows
 * shows Chinese by it alone.
 */
function sink(descriptor: 1 | 2, terminal: boolean) {
  if (!terminal && process.platform !== 'win32') return descriptorSink(descriptor);
  return streamSink(() => (descriptor === 1 ? process.stdout : process.stderr));
}
