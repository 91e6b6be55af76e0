import { strict as assert } from 'node:assert';
import {
  ConfigurationTarget,
  commands,
  languages,
  type TextDocument,
  type TextEditor,
  type Uri,
  window,
  workspace,
} from 'vscode';
import {
  activate,
  becomes,
  closeAll,
  findings,
  open,
  openUntitled,
  plain,
  read,
  until,
  WITH_WRONG_TOTAL,
  WITHOUT_FAULT,
  write,
} from './support';

async function append(editor: TextEditor, text: string): Promise<void> {
  await editor.edit((edit) => edit.insert(editor.document.lineAt(editor.document.lineCount - 1).range.end, text));
}

/** Returns when the recogniser has looked at everything that was typed before. */
async function recogniserIsThrough(): Promise<void> {
  const probe = await openUntitled('');
  await append(probe, plain(await read(WITHOUT_FAULT)));
  await becomes(probe.document, 'nianbao');
}

describe('recognition', () => {
  before(activate);
  afterEach(closeAll);

  it('a .nianbao file is a draft', async () => {
    await write('draft.nianbao', plain(await read(WITH_WRONG_TOTAL)));
    const { document } = await open('draft.nianbao');
    assert.equal(document.languageId, 'nianbao');
    await findings(document, (found) => found.length > 0);
  });

  it('a plain text that is a draft becomes one', async () => {
    await write('draft.txt', plain(await read(WITH_WRONG_TOTAL)));
    const { document } = await open('draft.txt');
    await becomes(document, 'nianbao');
    await findings(document, (found) => found.length > 0);
  });

  it('a text becomes a draft as it is typed', async () => {
    const editor = await openUntitled('会议记录\n');
    assert.equal(editor.document.languageId, 'plaintext');
    await append(editor, plain(await read(WITHOUT_FAULT)));
    await becomes(editor.document, 'nianbao');
  });

  it('Markdown stays Markdown and is checked', async () => {
    const { document } = await open(WITH_WRONG_TOTAL);
    await findings(document, (found) => found.length > 0);
    assert.equal(document.languageId, 'markdown');
  });

  it('a language that the user took back stays, also when he types on', async () => {
    const editor = await openUntitled(plain(await read(WITHOUT_FAULT)));
    await becomes(editor.document, 'nianbao');
    await languages.setTextDocumentLanguage(editor.document, 'plaintext');
    await append(editor, '落款\n');
    await recogniserIsThrough();
    assert.equal(editor.document.languageId, 'plaintext');
  });

  it('a file whose language was taken back is left alone when it is opened again, until it is made a draft', async () => {
    // Opened as by a click, because VS Code keeps what an extension opened for minutes after its editor is closed.
    const click = async (uri: Uri): Promise<TextDocument> => {
      await commands.executeCommand('vscode.open', uri);
      assert(window.activeTextEditor);
      return window.activeTextEditor.document;
    };
    const uri = await write('declined.txt', plain(await read(WITHOUT_FAULT)));
    const first = await click(uri);
    await becomes(first, 'nianbao');
    await languages.setTextDocumentLanguage(first, 'plaintext');
    await closeAll();
    await until('the file to be closed', [workspace.onDidCloseTextDocument], () => first.isClosed);

    const again = await click(uri);
    await recogniserIsThrough();
    assert.equal(again.languageId, 'plaintext');

    await languages.setTextDocumentLanguage(again, 'nianbao');
    await recogniserIsThrough();
    assert.equal(again.languageId, 'nianbao');
  });

  it('with nianbao.recognise off nothing is recognised, and what is open follows when it comes on', async () => {
    const settings = workspace.getConfiguration('nianbao');
    await settings.update('recognise', false, ConfigurationTarget.Workspace);
    try {
      const { document } = await openUntitled(plain(await read(WITHOUT_FAULT)));
      await write('other.nianbao', plain(await read(WITH_WRONG_TOTAL)));
      await findings((await open('other.nianbao')).document, (found) => found.length > 0);
      assert.equal(document.languageId, 'plaintext');
      const markdown = (await open(WITH_WRONG_TOTAL)).document;
      await findings(markdown, (found) => found.length === 0);

      await settings.update('recognise', undefined, ConfigurationTarget.Workspace);
      await becomes(document, 'nianbao');
      await findings(markdown, (found) => found.length > 0);
    } finally {
      await settings.update('recognise', undefined, ConfigurationTarget.Workspace);
    }
  });
});
