import {
  commands,
  Disposable,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  env,
  languages,
  type Position,
  Range,
  type TextDocument,
  TextEdit,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { PasteBlockParams, PastedBlock, TableGridParams, TableText } from '../../server/src/protocol';
import { SERVED_LANGUAGES } from './documents';
import type { AskServer } from './tableNavigation';
import { words } from './words';

/** How long a word in the status bar stays, in milliseconds. */
const WHILE = 6000;

const PASTE = DocumentDropOrPasteEditKind.Empty.append('nianbao', 'table');

/** A place in a document, as the lenses over tables name it. */
type Place = readonly [uri: string, position: { readonly line: number; readonly character: number }];

/** What is done with a table as a whole: rewritten, copied, filled from the clipboard. */
export function tableCommands(ask: AskServer): Disposable {
  return Disposable.from(
    commands.registerCommand('nianbao.convertTable', (...args: unknown[]) => convertTable(ask, args)),
    commands.registerCommand('nianbao.copyTable', (...args: unknown[]) => copyTable(ask, args)),
    commands.registerCommand('nianbao.pasteIntoTable', () => pasteIntoTable(ask)),
    languages.registerDocumentPasteEditProvider(
      SERVED_LANGUAGES.map((language) => ({ language })),
      {
        provideDocumentPasteEdits: async (document, ranges, data, { only }) => {
          const [range] = ranges;
          if (range === undefined || ranges.length > 1 || (only && !only.contains(PASTE))) {
            return undefined;
          }
          const html = (await data.get('text/html')?.asString()) ?? null;
          const text = (await data.get('text/plain')?.asString()) ?? '';
          const edit = await pasteEdit(ask, document, range.start, html, text);
          if (edit === 'unfit') {
            window.setStatusBarMessage(words().pastedAsText, WHILE);
          }
          return edit instanceof WorkspaceEdit ? [asPaste(edit)] : undefined;
        },
      },
      { providedPasteEditKinds: [PASTE], pasteMimeTypes: ['text/html', 'text/plain'] },
    ),
  );
}

/** The cells are filled by an edit of the document; nothing is put in at the cursor. */
function asPaste(edit: WorkspaceEdit): DocumentPasteEdit {
  const paste = new DocumentPasteEdit('', words().pasteIntoTable, PASTE);
  paste.additionalEdit = edit;
  return paste;
}

/** The edit that fills cells from a position on; `undefined` where there is no table or no block to put into it. */
async function pasteEdit(
  ask: AskServer,
  document: TextDocument,
  position: Position,
  html: string | null,
  text: string,
): Promise<WorkspaceEdit | 'unfit' | undefined> {
  const params: PasteBlockParams = { textDocument: { uri: document.uri.toString() }, position, html, text };
  const pasted = await ask<PastedBlock>('nianbao/pasteBlock', params);
  if (pasted === null || pasted.version !== document.version) {
    return undefined;
  }
  if (pasted.edits === null) {
    return 'unfit';
  }
  const edit = new WorkspaceEdit();
  edit.set(
    document.uri,
    pasted.edits.map(({ range: { start, end }, newText }) =>
      TextEdit.replace(new Range(start.line, start.character, end.line, end.character), newText),
    ),
  );
  return edit;
}

async function pasteIntoTable(ask: AskServer): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) {
    return;
  }
  const text = await env.clipboard.readText();
  const edit = await pasteEdit(ask, editor.document, editor.selection.start, null, text);
  if (edit instanceof WorkspaceEdit) {
    await workspace.applyEdit(edit);
  } else {
    window.showWarningMessage(edit === 'unfit' ? words().unfit : words().nothingToPaste);
  }
}

async function convertTable(ask: AskServer, args: readonly unknown[]): Promise<void> {
  const [uri, position] = placeOf(args) ?? [];
  if (uri === undefined) {
    return;
  }
  const [, , given] = args;
  const layout = given === 'pipes' || given === 'tabs' ? given : await askLayout();
  if (layout === undefined) {
    return;
  }
  const command = { command: 'nianbao.convertTable', arguments: [uri, position, layout] };
  try {
    if ((await ask<boolean>('workspace/executeCommand', command)) !== true) {
      window.showWarningMessage(words().noTable);
    }
  } catch (error) {
    // the server says why not
    window.showWarningMessage(error instanceof Error ? error.message : String(error));
  }
}

async function askLayout(): Promise<'pipes' | 'tabs' | undefined> {
  const layouts = (['pipes', 'tabs'] as const).map((layout) => ({ layout, label: words().layouts[layout] }));
  return (await window.showQuickPick(layouts, { placeHolder: words().askLayout }))?.layout;
}

/** As text with tabs: extensions can put nothing else on the clipboard, and Word and Excel make a table of it. */
async function copyTable(ask: AskServer, args: readonly unknown[]): Promise<void> {
  const [uri, position] = placeOf(args) ?? [];
  if (uri === undefined || position === undefined) {
    return;
  }
  const params: TableGridParams = { textDocument: { uri }, position };
  const copied = await ask<TableText>('nianbao/tableText', params);
  if (copied === null || copied.text === null) {
    window.showWarningMessage(copied?.refused ?? words().noTable);
    return;
  }
  await env.clipboard.writeText(copied.text);
  window.setStatusBarMessage(words().copied, WHILE);
}

/** The place that a command was given, as its server writes it, or that of the cursor. */
function placeOf([uri, position]: readonly unknown[]): Place | undefined {
  if (typeof uri === 'string' && typeof position === 'object' && position !== null) {
    const { line, character } = position as Position;
    return [Uri.parse(uri).toString(), { line, character }];
  }
  const editor = window.activeTextEditor;
  return editor && [editor.document.uri.toString(), editor.selection.start];
}
