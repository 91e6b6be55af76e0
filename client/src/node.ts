import type { ExtensionContext } from 'vscode';
import { type Api, activateClient } from './client';

/**
 * The entry for the desktop and for remote machines.
 *
 * The language client is loaded when the first draft is seen and not before: VS Code activates the extension for every
 * plain text file, most of which are no drafts, and then only the recognition has to be there.
 */
export function activate(context: ExtensionContext): Api {
  const { api, dispose } = activateClient(context, async (options) => {
    const { createLanguageClient } = await import('./languageClient');
    return createLanguageClient(context.asAbsolutePath('dist/server.js'), options);
  });
  deactivateClient = dispose;
  return api;
}

let deactivateClient: (() => Promise<void>) | undefined;

/** VS Code waits for this promise, so the server is told to stop and not killed. */
export async function deactivate(): Promise<void> {
  await deactivateClient?.();
}
