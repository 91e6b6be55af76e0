import { strict as assert } from 'node:assert';
import { commands, Position, Selection, type TextEditor, window } from 'vscode';
import { activate, closeAll, findings, rule } from './support';

/** Puts the cursor on the number of a column (from the left, the labels not counted) in the row of a label. */
function goToCell(editor: TextEditor, label: string, column: number): void {
  const { document } = editor;
  const line = document
    .getText()
    .split('\n')
    .findIndex((text) => text.startsWith('|') && text.includes(label));
  assert.ok(line >= 0, label);
  const text = document.lineAt(line).text;
  const numbers = [...text.matchAll(/(?<=\| )\d+(?= \|)/gu)];
  const cell = numbers[column];
  assert.ok(cell, `${label} ${column}`);
  editor.selection = new Selection(new Position(line, cell.index), new Position(line, cell.index + cell[0].length));
}

describe('from an empty folder to a clean report', () => {
  before(activate);
  afterEach(closeAll);

  it('created, filled in, balanced and without a finding', async () => {
    await commands.executeCommand('nianbao.newDraft', {
      organisation: '清岚县人民政府',
      year: 2024,
      level: 'government',
    });
    const editor = window.activeTextEditor;
    assert(editor);
    const { document } = editor;
    await commands.executeCommand('leaveSnippet');

    // every open place, one after the other
    await findings(document, (all) => all.some((one) => rule(one) === 'section/placeholder'));
    // received, carried in, handled, carried forward: what the table will say
    const counts = ['10', '0', '7', '3'];
    for (let left = 200; document.getText().includes('【') && left > 0; left--) {
      await commands.executeCommand('nianbao.nextPlaceholder');
      const place = document.getText(editor.selection);
      assert.match(place, /^【.+】$/u);
      const answer = place.includes('件数')
        ? (counts.shift() ?? '0')
        : place.includes('数量')
          ? '318'
          : '已按要求落实，没有收取信息处理费，下一步继续改进';
      await commands.executeCommand('type', { text: answer });
    }
    assert.equal(document.getText().includes('【'), false);

    // ten applications of natural persons: seven granted, three carried forward; no total is touched
    for (const [label, value] of [
      ['一、本年新收', '10'],
      ['（一）予以公开', '7'],
      ['四、结转下年度', '3'],
    ] as const) {
      goToCell(editor, label, 0);
      await commands.executeCommand('type', { text: value });
    }
    await findings(document, (all) => all.some((one) => rule(one).startsWith('balance/')));
    await commands.executeCommand('nianbao.fixTable', document.uri.toString(), {
      line: editor.selection.active.line,
      character: 2,
    });
    const found = await findings(document, (all) => !all.some((one) => rule(one).startsWith('balance/')));
    goToCell(editor, '（七）总计', 6);
    assert.equal(document.getText(editor.selection), '7');
    goToCell(editor, '一、本年新收', 6);
    assert.equal(document.getText(editor.selection), '10');
    assert.deepEqual(
      found.map((one) => `${rule(one)} ${one.message}`),
      [],
    );
  });
});
