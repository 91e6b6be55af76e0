import { createRequire } from 'node:module';

/**
 * Becomes the language server, which is a bundle of its own beside this one; it reads its options from the process.
 * @param options where it is to be spoken to, as the protocol's libraries write it: `--stdio`, `--socket=6009`
 */
export function lsp(options: readonly string[]): void {
  process.argv.splice(2, Number.POSITIVE_INFINITY, ...options);
  createRequire(__filename)('./server.js');
}
