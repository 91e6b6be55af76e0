/** Entry of the command line: everything that belongs to the process is touched here and nowhere else. */
import { run } from './run';
import { type Io, Output, wantsColour } from './terminal';

const { argv, env, stdin, stdout, stderr } = process;
const io: Io = {
  stdin,
  out: new Output(stdout, wantsColour(env, stdout.isTTY)),
  err: new Output(stderr, wantsColour(env, stderr.isTTY)),
  status: 0,
};

// A reader that has seen enough (`| head`) is no failure; what was found up to there decides the status.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(io.status);
  throw error;
});

run(argv.slice(2), io).then(() => {
  process.exitCode = io.status;
});
