import type { Uri } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type LanguageClientOptions,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { language } from './words';

/** Makes the client of the server whose script is `script`; it runs in a worker from `start` to `stop`. */
export function createLanguageClient(script: Uri, options: LanguageClientOptions): NianbaoClient {
  return new NianbaoClient(script, options);
}

class NianbaoClient extends LanguageClient {
  readonly #script: string;
  #worker: Worker | undefined;
  #broken: (reason: Error) => void = () => {};

  constructor(script: Uri, options: LanguageClientOptions) {
    super('nianbao', '年报校核', () => Promise.reject(new Error('the transports are made below')), options);
    this.#script = script.toString(true);
  }

  protected override async createMessageTransports(): Promise<MessageTransports> {
    const worker = new Worker(this.#script, { name: '年报校核' });
    this.#worker = worker;
    // Nobody else hears of a script that cannot be loaded: the server would just never answer.
    worker.addEventListener('error', ({ message }) => this.#broken(new Error(message || this.#script)));
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  }

  /** Fails too where the script of the server cannot be run. */
  override async start(): Promise<void> {
    const broken = new Promise<never>((_, reject) => {
      this.#broken = reject;
    });
    await Promise.race([super.start(), broken]);
  }

  /** Ends the worker as well, which does not end by itself. */
  override async stop(timeout?: number): Promise<void> {
    try {
      await super.stop(timeout);
    } finally {
      this.#worker?.terminate();
      this.#worker = undefined;
    }
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** The server is to speak the language that the views speak. */
  protected override getLocale(): string {
    return language();
  }
}
