import {
  commands,
  type Diagnostic,
  Disposable,
  languages,
  Selection,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  window,
  workspace,
} from 'vscode';
import { SERVED_LANGUAGES } from './documents';
import { words } from './words';

/** A draft with one wrong number, which comes with the extension. */
const SAMPLE = 'samples/年报样例.md';

/** So long the findings of a draft that was just opened are waited for. */
const PATIENCE = 5000;

/** What the steps of the walkthrough do. */
export function sampleCommands(extension: Uri): Disposable {
  const open = () => openSample(extension);
  return Disposable.from(
    commands.registerCommand('nianbao.openSample', open),
    commands.registerCommand('nianbao.showFixes', () => showFixes(open)),
  );
}

/** 打开样例: a copy without a file, so that the sample stays what it is whatever is done to it. */
async function openSample(extension: Uri): Promise<TextEditor> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(extension, SAMPLE));
  const content = new TextDecoder().decode(bytes);
  return window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }), {
    preview: false,
  });
}

/** Goes to the next finding behind the cursor, or round to the first, and lists what can be done about it. */
async function showFixes(open: () => Promise<TextEditor>): Promise<void> {
  const seen = [window.activeTextEditor, ...window.visibleTextEditors].find(
    (editor) => editor !== undefined && SERVED_LANGUAGES.includes(editor.document.languageId),
  );
  const { document, viewColumn } = seen ?? (await open());
  const found = await findings(document.uri);
  const cursor = (seen ?? window.activeTextEditor)?.selection.active;
  const next = found.find(({ range }) => cursor !== undefined && range.start.isAfter(cursor)) ?? found[0];
  if (next === undefined) {
    void window.showInformationMessage(words().noFaults);
    return;
  }
  const editor = await window.showTextDocument(document, {
    ...(viewColumn === undefined ? {} : { viewColumn }),
    selection: new Selection(next.range.start, next.range.start),
  });
  editor.revealRange(next.range, TextEditorRevealType.InCenterIfOutsideViewport);
  await commands.executeCommand('editor.action.quickFix');
}

/** The findings of a draft in its order. */
async function findings(uri: Uri): Promise<readonly Diagnostic[]> {
  const look = () =>
    languages
      .getDiagnostics(uri)
      .filter(({ source }) => source === 'nianbao')
      .sort((a, b) => a.range.start.compareTo(b.range.start));
  if (look().length > 0) {
    return look();
  }
  await new Promise<void>((resolve) => {
    const timer = setTimeout(done, PATIENCE);
    const listening = languages.onDidChangeDiagnostics(() => look().length > 0 && done());
    function done(): void {
      clearTimeout(timer);
      listening.dispose();
      resolve();
    }
  });
  return look();
}
