/** The built server and the bytes that it is sent, for what no client would send. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A message as it goes over the line. @param body JSON, or what is to stand in the place of it */
export function frame(body: unknown): Buffer {
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  return Buffer.concat([Buffer.from(`Content-Length: ${bytes.length}\r\n\r\n`), bytes]);
}

/** The first request of a session. @param processId the client that the server is not to outlive */
export function initialize(capabilities: object = {}, processId: number | null = null): Buffer {
  return frame({ jsonrpc: '2.0', id: 'initialize', method: 'initialize', params: { processId, capabilities } });
}

interface Answer {
  readonly id?: number | string | null;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** A process of the server whose standard input is the test's to write. */
export class RawServer {
  readonly process: ChildProcessWithoutNullStreams;
  readonly #exited: Promise<unknown[]>;
  #out = '';

  constructor() {
    this.process = spawn(process.execPath, ['dist/server.js', '--stdio']);
    this.process.stderr.resume();
    this.process.stdin.on('error', () => {}); // the server may be gone
    this.process.stdout.setEncoding('utf8').on('data', (words: string) => {
      this.#out += words;
    });
    this.#exited = once(this.process, 'exit');
  }

  send(...bytes: readonly (Buffer | string)[]): void {
    for (const part of bytes) this.process.stdin.write(part);
  }

  /** Waits for the answer to a request. */
  async answer(id: number | string): Promise<Answer> {
    for (;;) {
      const answer = this.#answers().find(
        (message) => message.id === id && ('result' in message || 'error' in message),
      );
      if (answer) return answer;
      await Promise.race([once(this.process.stdout, 'data'), this.#exited]);
      if (this.process.exitCode !== null) throw new Error(`the server has ended with ${this.process.exitCode}`);
    }
  }

  /** The exit status, or the signal, once the process has ended. */
  async ended(): Promise<unknown> {
    const [status, signal] = await this.#exited;
    return status ?? signal;
  }

  #answers(): Answer[] {
    return this.#out
      .split(/Content-Length: \d+\r\n\r\n/)
      .filter((body) => body.trim() !== '')
      .flatMap((body) => {
        try {
          return [JSON.parse(body) as Answer];
        } catch {
          return []; // the rest is still to come
        }
      });
  }
}
