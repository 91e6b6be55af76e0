/** How much memory the server holds, asked of the process from outside: the server itself knows nothing of it. */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Client } from './client';

/** Options of Node for a server whose heap is to be looked at. */
export const INSPECTED = ['--inspect=127.0.0.1:0'];

/** The inspector of a server that was started with `INSPECTED`. */
export class Inspector {
  readonly #socket: WebSocket;
  #id = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  static async of({ server }: Client): Promise<Inspector> {
    if (!server.stderr) throw new Error('the server was not started to be inspected');
    for await (const line of createInterface(server.stderr)) {
      const url = /ws:\/\/\S+/.exec(line)?.[0];
      if (url === undefined) continue;
      server.stderr.resume();
      const socket = new WebSocket(url);
      await once(socket, 'open');
      return new Inspector(socket);
    }
    throw new Error('the server has no inspector');
  }

  /** Bytes that are in use once everything is collected that can be. */
  async heap(): Promise<number> {
    // what one collection finalises another one frees
    for (let i = 0; i < 3; i++) await this.#ask('HeapProfiler.collectGarbage');
    const { usedSize } = (await this.#ask('Runtime.getHeapUsage')) as { usedSize: number };
    return usedSize;
  }

  close(): void {
    this.#socket.close();
  }

  #ask(method: string): Promise<unknown> {
    const id = ++this.#id;
    return new Promise((resolve, reject) => {
      const listen = ({ data }: MessageEvent): void => {
        const answer = JSON.parse(String(data));
        if (answer.id !== id) return;
        this.#socket.removeEventListener('message', listen);
        if (answer.error) reject(new Error(answer.error.message));
        else resolve(answer.result);
      };
      this.#socket.addEventListener('message', listen);
      this.#socket.send(JSON.stringify({ id, method }));
    });
  }
}
