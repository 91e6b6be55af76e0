import { type ExtensionContext, Uri } from 'vscode';
import { type Api, activateClient } from './client';

/** The entry for VS Code for the Web: everything runs in the browser, the server in a web worker of its own. */
export function activate(context: ExtensionContext): Api {
  const { api, dispose } = activateClient(context, async (options) => {
    const { createLanguageClient } = await import('./browserLanguageClient');
    return createLanguageClient(Uri.joinPath(context.extensionUri, 'dist', 'browser', 'server.js'), options);
  });
  deactivateClient = dispose;
  return api;
}

let deactivateClient: (() => Promise<void>) | undefined;

export async function deactivate(): Promise<void> {
  await deactivateClient?.();
}
