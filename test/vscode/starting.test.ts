import { strict as assert } from 'node:assert';
import { type CompletionList, commands, Position, Selection, type TextEditor, window, workspace } from 'vscode';
import { activate, closeAll, findings, open, read, rule, until, WITHOUT_FAULT, write } from './support';

/** A caret in the middle of a line. */
function caret(editor: TextEditor, line: number, character: number): void {
  editor.selection = new Selection(line, character, line, character);
}

function lineOf(editor: TextEditor, words: string): number {
  const line = editor.document
    .getText()
    .split('\n')
    .findIndex((text) => text.includes(words));
  assert.ok(line >= 0, `${words} is not in the draft`);
  return line;
}

function editorOf(wished: (editor: TextEditor) => boolean): Promise<TextEditor> {
  const look = () => window.visibleTextEditors.find(wished);
  return until(
    'the editor',
    [window.onDidChangeVisibleTextEditors, window.onDidChangeActiveTextEditor, workspace.onDidChangeTextDocument],
    look,
  );
}

describe('starting a report', () => {
  before(activate);
  afterEach(closeAll);

  it('a new draft is whole, and the first thing to fill in is selected', async () => {
    await commands.executeCommand('nianbao.newDraft', {
      organisation: '清岚县人民政府',
      year: 2024,
      level: 'government',
    });
    const editor = window.activeTextEditor;
    assert(editor);
    const { document } = editor;
    assert.equal(document.languageId, 'nianbao');
    assert.ok(document.isUntitled);
    assert.equal(document.lineAt(0).text, '# 清岚县人民政府2024年政府信息公开工作年度报告');
    assert.equal(document.getText(editor.selection), '【填写联系部门】');
    // typing takes its place, and Tab goes on to the next
    await commands.executeCommand('type', { text: '县政府办公室' });
    await commands.executeCommand('jumpToNextSnippetPlaceholder');
    assert.equal(document.getText(editor.selection), '【填写地址】');
    assert.match(document.getText(), /请与县政府办公室联系/u);
    await commands.executeCommand('leaveSnippet');
    const found = await findings(document, (all) => all.some((one) => rule(one) === 'section/placeholder'));
    assert.deepEqual(
      found.filter((one) => rule(one) !== 'section/placeholder').map(({ message }) => message),
      [],
    );
    // from one open place to the next and back
    await commands.executeCommand('nianbao.nextPlaceholder');
    const next = document.getText(editor.selection);
    assert.match(next, /^【.+】$/u);
    await commands.executeCommand('nianbao.nextPlaceholder');
    assert.notEqual(document.offsetAt(editor.selection.start), document.getText().indexOf(next));
    await commands.executeCommand('nianbao.previousPlaceholder');
    assert.equal(document.getText(editor.selection), next);
  });

  it('what no draft can be written for is refused', async () => {
    const before = workspace.textDocuments.length;
    const params = { organisation: '清岚县人民政府', year: 1999, level: 'government' };
    await assert.rejects(Promise.resolve(commands.executeCommand('nianbao.newDraft', params)));
    assert.equal(workspace.textDocuments.length, before);
  });

  it('last year’s draft is the base of this year’s, beside it and untouched', async () => {
    const last = await open(WITHOUT_FAULT);
    const text = last.document.getText();
    await commands.executeCommand('nianbao.rollForward');
    const editor = await editorOf(
      ({ document }) => document.isUntitled && document.getText().includes('2024年政府信息'),
    );
    assert.equal(editor.document.languageId, 'markdown');
    assert.match(
      editor.document.getText(),
      /\| 二、上年结转政府信息公开申请数量 \| \| \| 3 \| 1 \| 0 \| 0 \| 0 \| 0 \| 4 \|/u,
    );
    assert.match(editor.document.getText(), /4286条【核】/u);
    assert.equal(last.document.getText(), text);
    assert.equal(last.document.isDirty, false);
  });

  it('a template goes where the cursor is, in one step', async () => {
    const text = await read(WITHOUT_FAULT);
    await write('without-four.md', text.replace(/## 四、[\s\S]*?(?=## 五、)/u, ''));
    const editor = await open('without-four.md');
    const before = editor.document.getText();
    caret(editor, lineOf(editor, '## 五、') - 1, 0);
    await findings(editor.document, (all) => all.some((one) => rule(one) === 'section/missing'));
    await commands.executeCommand('nianbao.insertTemplate', 'section.disputes');
    assert.match(editor.document.getText(), /## 四、政府信息公开行政复议、行政诉讼情况\n\n\| 行政复议 \|/u);
    await findings(editor.document, (all) => all.every((one) => rule(one) !== 'section/missing'));
    await commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });

  it('completion offers the value that balances, and nothing in prose', async () => {
    const text = await read(WITHOUT_FAULT);
    await write('wrong.md', text.replace('| 14 | 2 | 0 | 0 | 1 | 0 | 17 |', '| 14 | 2 | 0 | 0 | 1 | 0 | 16 |'));
    const editor = await open('wrong.md');
    const { document } = editor;
    await findings(document, (all) => all.length > 0);
    // The words of the document, which VS Code offers by itself, say nothing about themselves.
    const ask = async (position: Position): Promise<string[]> => {
      const list = await commands.executeCommand<CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        position,
      );
      return list.items
        .filter(({ detail }) => detail !== undefined && detail !== '')
        .map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    const row = lineOf(editor, '本机关不掌握');
    const end = document.lineAt(row).text.lastIndexOf('16') + 2;
    assert.deepEqual(await ask(new Position(row, end)), ['17']);
    assert.deepEqual(await ask(new Position(lineOf(editor, '把政务公开作为转变作风'), 20)), []);
  });
});
