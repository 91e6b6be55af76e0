import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import type { Client } from '../capabilities';
import type { Range } from '../core';
import type { View } from '../drafts';
import { conversionActions } from './codeActions/convert';
import { FIX_ALL, fixAll } from './codeActions/fixAll';
import { migration } from './codeActions/migrate';
import { quickFixes } from './codeActions/quickFixes';
import { suppress } from './codeActions/suppress';
import { templateActions } from './codeActions/templates';

/** What actions are asked for. */
export interface ActionRequest {
  readonly view: View;
  readonly client: Client;
  /** The selection, in offsets of the draft. */
  readonly range: Range;
  /** Whether the client wants actions of a kind; it may have asked for some only. */
  readonly wants: (kind: CodeActionKind) => boolean;
  /** Whether the client named the kind, or one above it: what changes a whole file is not offered unasked. */
  readonly asks: (kind: CodeActionKind) => boolean;
}

/** One provider a family of actions, each in a file of its own under `codeActions/`. */
const PROVIDERS: readonly ((request: ActionRequest) => readonly CodeAction[])[] = [
  quickFixes,
  fixAll,
  migration,
  templateActions,
  conversionActions,
  // behind everything that mends or writes
  suppress,
];

export const CODE_ACTION_KINDS: readonly CodeActionKind[] = [
  CodeActionKind.QuickFix,
  CodeActionKind.Refactor,
  CodeActionKind.RefactorRewrite,
  FIX_ALL,
];

/** Everything that can be done at a place of a draft. */
export function codeActions({
  view,
  params,
  client,
}: {
  readonly view: View;
  readonly params: CodeActionParams;
  readonly client: Client;
}): CodeAction[] {
  const { lines } = view.draft;
  const only = params.context?.only;
  const request: ActionRequest = {
    view,
    client,
    range: { start: lines.offsetAt(params.range.start), end: lines.offsetAt(params.range.end) },
    wants: (kind) => !only || only.some((k) => covers(k, kind)),
    asks: (kind) => only?.some((k) => k !== '' && covers(k, kind)) === true,
  };
  return PROVIDERS.flatMap((provide) => provide(request));
}

/** A kind that is asked for takes in all below it: refactor, refactor.rewrite. */
function covers(asked: CodeActionKind, kind: CodeActionKind): boolean {
  return asked === '' || kind === asked || kind.startsWith(`${asked}.`);
}
