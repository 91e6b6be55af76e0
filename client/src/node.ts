import type { ExtensionContext } from 'vscode';
import type { NodeModule } from 'vscode-languageclient/node';
import { type Api, activateClient } from './client';
import { language } from './words';

/**
 * The entry for the desktop and for remote machines.
 *
 * The language client is imported when the first draft is seen and not before: VS Code activates the extension for
 * every plain text file, most of which are no drafts, and then only the recognition has to be there.
 */
export function activate(context: ExtensionContext): Api {
  const { api, dispose } = activateClient(context, async (options) => {
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    const server: NodeModule = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
    const debug: NodeModule = { ...server, options: { execArgv: ['--nolazy', '--inspect=6019'] } };
    return new (class extends LanguageClient {
      protected override getLocale(): string {
        return language();
      }
    })('nianbao', '年报校核', { run: server, debug }, options);
  });
  deactivateClient = dispose;
  return api;
}

let deactivateClient: (() => Promise<void>) | undefined;

/** VS Code waits for this promise, so the server is told to stop and not killed. */
export async function deactivate(): Promise<void> {
  await deactivateClient?.();
}
