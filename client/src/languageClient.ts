import { LanguageClient, type LanguageClientOptions, type NodeModule, TransportKind } from 'vscode-languageclient/node';
import { language } from './words';

/** Makes the client of the server in `module`. A bundle of its own, for it is twenty times the size of the rest. */
export function createLanguageClient(module: string, options: LanguageClientOptions): LanguageClient {
  const run: NodeModule = { module, transport: TransportKind.ipc };
  const debug: NodeModule = { ...run, options: { execArgv: ['--nolazy', '--inspect=6019'] } };
  return new NianbaoClient('nianbao', '年报校核', { run, debug }, options);
}

class NianbaoClient extends LanguageClient {
  /** The server is to speak the language that the views speak. */
  protected override getLocale(): string {
    return language();
  }
}
