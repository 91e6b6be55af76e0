import { strict as assert } from 'node:assert';
import {
  ConfigurationTarget,
  commands,
  env,
  Position,
  Range,
  Selection,
  type TextEdit,
  type TextEditor,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { Api } from '../../client/src/client';
import { activate, becomes, closeAll, open, openUntitled, paste, plain, read, until, WITHOUT_FAULT } from './support';

/** The row of 规章 in the sample. */
const ROW = /^\| 规章 +\|/;

function lineOf(editor: TextEditor, pattern: RegExp): number {
  const line = editor.document
    .getText()
    .split(/\r?\n/)
    .findIndex((words) => pattern.test(words));
  assert.ok(line >= 0, `${pattern} is in no line`);
  return line;
}

/** Places the cursor into the nth cell of a line with pipes, at the first character of its words. */
function goTo(editor: TextEditor, pattern: RegExp, nth: number): Position {
  const line = lineOf(editor, pattern);
  const { text } = editor.document.lineAt(line);
  let at = 0;
  for (let i = 0; i < nth; i++) {
    at = text.indexOf('|', at) + 1;
  }
  while (text.charAt(at) === ' ') {
    at++;
  }
  const position = new Position(line, at);
  editor.selection = new Selection(position, position);
  return position;
}

const cells = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
const row = (editor: TextEditor, pattern = ROW): string[] =>
  cells(editor.document.lineAt(lineOf(editor, pattern)).text);
const selected = (editor: TextEditor): string => editor.document.getText(editor.selection);

/** What Format Document would do, as soon as the server has said that it formats the document. */
async function formatting({ document }: TextEditor): Promise<readonly TextEdit[]> {
  const options = { tabSize: 4, insertSpaces: true };
  for (let attempt = 0; attempt < 500; attempt++) {
    const edits = await commands.executeCommand<readonly TextEdit[] | undefined>(
      'vscode.executeFormatDocumentProvider',
      document.uri,
      options,
    );
    if (edits !== undefined && edits.length > 0) {
      return edits;
    }
  }
  assert.fail('nothing formats the draft');
}

describe('tables as grids', function () {
  // the first of them waits for everything to start
  this.timeout(120_000);
  let api: Api;
  before(async () => {
    api = await activate();
  });
  afterEach(closeAll);

  const inTable = (yes: boolean) =>
    until(
      `the cursor to be ${yes ? 'in' : 'outside of'} a table`,
      [window.onDidChangeTextEditorSelection, api.tableNavigation.onDidChangeContext],
      () => api.tableNavigation.context('nianbao.inTable') === yes,
    );

  for (const kind of ['markdown', 'nianbao'] as const) {
    it(`are lined up by Format Document, and nothing else changes (${kind})`, async () => {
      const text = (await read(WITHOUT_FAULT)).replace(/ +\|/g, ' |');
      const markdown = kind === 'markdown';
      const editor = await openUntitled(markdown ? text : plain(text), markdown ? kind : 'plaintext');
      await becomes(editor.document, kind);
      const before = editor.document.getText().split('\n');
      const edit = new WorkspaceEdit();
      edit.set(editor.document.uri, [...(await formatting(editor))]);
      await workspace.applyEdit(edit);
      const after = editor.document.getText().split('\n');
      const prose = (lines: string[]) => lines.filter((line) => !line.startsWith('|'));
      assert.deepEqual(prose(after), prose(before));
      const bare = (lines: string[]) => lines.map((line) => line.replace(/[ :-]/g, ''));
      assert.deepEqual(bare(after), bare(before));
      assert.notDeepEqual(after, before);
    });
  }

  it('are gone through by Tab and Shift+Tab, from number to number over the labels', async () => {
    const editor = await open(WITHOUT_FAULT);
    goTo(editor, ROW, 1);
    await inTable(true);
    const numbers = [...row(editor).slice(1), ...row(editor, /^\| 行政规范性文件 +\|/).slice(1)];
    const seen: string[] = [];
    for (let i = 0; i < 6; i++) {
      await commands.executeCommand('nianbao.nextCell');
      seen.push(selected(editor));
    }
    assert.deepEqual(seen, numbers);
    await commands.executeCommand('nianbao.previousCell');
    assert.equal(selected(editor), numbers[4]);
    await commands.executeCommand('nianbao.cellBelow');
    // 行政许可 has one number: below the second column stands its only one
    assert.equal(editor.selection.start.line, lineOf(editor, /^\| 行政许可 +\|/));
    assert.equal(editor.document.isDirty, false);
  });

  it('take what is typed, and the next Tab goes on from there', async () => {
    const editor = await open(WITHOUT_FAULT);
    goTo(editor, ROW, 1);
    await inTable(true);
    await commands.executeCommand('nianbao.nextCell');
    await commands.executeCommand('type', { text: '12345' });
    await commands.executeCommand('nianbao.nextCell');
    await commands.executeCommand('type', { text: '678' });
    await commands.executeCommand('nianbao.cellBelow');
    assert.deepEqual(row(editor).slice(1, 3), ['12345', '678']);
    assert.equal(editor.selection.start.line, lineOf(editor, /^\| 行政规范性文件 +\|/));
  });

  it('leave the keys alone outside of tables and at the end of an unfinished row', async () => {
    const editor = await open(WITHOUT_FAULT);
    goTo(editor, ROW, 2);
    await inTable(true);
    editor.selection = new Selection(0, 0, 0, 0);
    await inTable(false);
    const text = plain(await read(WITHOUT_FAULT)).replace(/^\| 行政处罚.*\n/m, '');
    const torn = await openUntitled(text);
    await becomes(torn.document, 'nianbao');
    goTo(torn, ROW, 2);
    await inTable(true);
    const line = lineOf(torn, ROW);
    const { end } = torn.document.lineAt(line).range;
    torn.selection = new Selection(end, end);
    await inTable(false);
    assert.equal(api.tableNavigation.context('nianbao.inTableCell'), false);
  });

  it('are not watched where the keys are off; the commands then ask for themselves', async () => {
    const editor = await open(WITHOUT_FAULT);
    goTo(editor, ROW, 1);
    await inTable(true);
    const settings = workspace.getConfiguration('nianbao');
    await settings.update('tableNavigation', false, ConfigurationTarget.Global);
    try {
      await inTable(false);
      const numbers = row(editor).slice(1, 3);
      await commands.executeCommand('nianbao.nextCell');
      assert.equal(selected(editor), numbers[0]);
      await commands.executeCommand('nianbao.nextCell');
      assert.equal(selected(editor), numbers[1]);
      // with the answers here, a context that was asked for would be here too
      assert.equal(api.tableNavigation.context('nianbao.inTable'), false);
      editor.selection = new Selection(0, 0, 0, 0);
      await commands.executeCommand('nianbao.nextCell');
      assert.equal(editor.document.isDirty, false, 'outside of tables the command puts nothing in');
    } finally {
      await settings.update('tableNavigation', undefined, ConfigurationTarget.Global);
    }
    goTo(editor, ROW, 1);
    await inTable(true);
  });

  it('are left behind the last cell, and nothing is put in', async () => {
    const editor = await open(WITHOUT_FAULT);
    const at = goTo(editor, /^\| 行政事业性收费 +\|/, 2);
    await inTable(true);
    await commands.executeCommand('nianbao.nextCell');
    assert.deepEqual(editor.selection.active, new Position(at.line + 1, 0));
    assert.equal(editor.document.isDirty, false);
  });

  it('are filled from the clipboard, from the cursor on, as one step', async () => {
    const editor = await open(WITHOUT_FAULT);
    const before = editor.document.getText();
    await env.clipboard.writeText('71\t72\r\n73\t74\r\n');
    goTo(editor, ROW, 3);
    await inTable(true);
    await commands.executeCommand('nianbao.pasteIntoTable');
    assert.deepEqual(row(editor).slice(2), ['71', '72']);
    assert.deepEqual(row(editor, /^\| 行政规范性文件 +\|/).slice(2), ['73', '74']);
    await commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });

  const EXCEL = `<html><body><table><tr><td>71</td><td>72</td></tr><tr><td>73</td><td>74</td></tr></table></body></html>`;
  for (const [what, html] of [
    ['as Excel copies it, ', EXCEL],
    ['as plain text, ', undefined],
  ] as const) {
    it(`are filled by Ctrl+V with a block ${what}as one step`, async () => {
      const editor = await open(WITHOUT_FAULT);
      const { document } = editor;
      const before = document.getText();
      goTo(editor, ROW, 3);
      await inTable(true);
      await paste('71\t72\r\n73\t74\r\n', html);
      await until('the paste', [workspace.onDidChangeTextDocument], () => document.getText() !== before);
      assert.deepEqual(row(editor).slice(2), ['71', '72']);
      assert.deepEqual(row(editor, /^\| 行政规范性文件 +\|/).slice(2), ['73', '74']);
      assert.equal(document.lineCount, before.split('\n').length, 'no line was put in');
      await commands.executeCommand('undo');
      assert.equal(document.getText(), before);
    });
  }

  it('leave Ctrl+V alone outside of tables', async () => {
    const editor = await open(WITHOUT_FAULT);
    const { document } = editor;
    const before = document.getText();
    const end = document.lineAt(0).range.end;
    editor.selection = new Selection(end, end);
    await inTable(false);
    await paste('71\t72');
    await until('the paste', [workspace.onDidChangeTextDocument], () => document.getText() !== before);
    assert.equal(document.lineAt(0).text, `${before.split('\n')[0]}71\t72`);
  });

  it('are copied for Word and Excel', async () => {
    const editor = await open(WITHOUT_FAULT);
    const at = goTo(editor, ROW, 2);
    await inTable(true);
    await commands.executeCommand('nianbao.copyTable', editor.document.uri.toString(), {
      line: at.line,
      character: at.character,
    });
    const copied = (await env.clipboard.readText()).split('\n');
    assert.ok(copied.includes(row(editor).join('\t')), copied.join('\n'));
  });

  it('are rewritten with tabs and as Markdown again, as one step each', async () => {
    const editor = await open(WITHOUT_FAULT);
    const words = row(editor);
    const at = goTo(editor, ROW, 2);
    await inTable(true);
    const uri = editor.document.uri.toString();
    await commands.executeCommand('nianbao.convertTable', uri, { line: at.line, character: at.character }, 'tabs');
    const line = lineOf(editor, /^规章\t/);
    assert.equal(editor.document.lineAt(line).text, words.join('\t'));
    await commands.executeCommand('nianbao.convertTable', uri, { line, character: 0 }, 'pipes');
    assert.deepEqual(row(editor), words);
    await commands.executeCommand('undo');
    assert.equal(editor.document.lineAt(line).text, words.join('\t'));
    assert.equal(editor.document.getText(new Range(0, 0, 0, 1)), '#');
  });
});
