import { strict as assert } from 'node:assert';
import {
  type CodeAction,
  ConfigurationTarget,
  commands,
  extensions,
  Position,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';
import { activate, closeAll, errors, findings, open, read, rule, WITH_WRONG_TOTAL, write } from './support';

/** The rule of the one error in the sample, and where it stands. */
async function fault({ document }: TextEditor) {
  const [found] = errors(await findings(document, (all) => errors(all).length === 1));
  assert(found);
  return found;
}

async function faultless({ document }: TextEditor): Promise<void> {
  await findings(document, (all) => errors(all).length === 0);
}

describe('what is checked', function () {
  // each test waits for findings several times, each time with a patience of its own
  this.timeout(120_000);
  before(activate);
  afterEach(async () => {
    await workspace.getConfiguration('nianbao').update('severity', undefined, ConfigurationTarget.Workspace);
    await closeAll();
  });

  it('leaves out what the settings turn off, which the command does for a rule', async () => {
    const editor = await open(WITH_WRONG_TOTAL);
    const found = await fault(editor);
    await commands.executeCommand(
      'nianbao.setSeverity',
      { rule: rule(found), uri: editor.document.uri.toString() },
      'off',
    );
    await faultless(editor);
    assert.deepEqual(workspace.getConfiguration('nianbao').inspect('severity')?.workspaceValue, {
      [rule(found)]: 'off',
    });
    await workspace.getConfiguration('nianbao').update('severity', undefined, ConfigurationTarget.Workspace);
    await fault(editor);
  });

  it('leaves out what comments turn off, which quick fixes write', async () => {
    const editor = await open(WITH_WRONG_TOTAL);
    const { document } = editor;
    const found = await fault(editor);
    const text = document.getText();
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      found.range,
      'quickfix',
    );
    const titles = actions.map(({ title }) => title);
    const own = [`对这张表停用 ${rule(found)}`, `在本文件停用 ${rule(found)}`, `在设置中改 ${rule(found)} 的级别`];
    assert.deepEqual(titles.slice(-3), own, 'the last in the list');
    for (const title of own.slice(0, 2)) {
      const edit = actions.find((action) => action.title === title)?.edit;
      assert(edit);
      assert.equal(await workspace.applyEdit(edit), true);
      assert.match(document.getText(), /<!-- nianbao-disable/u);
      await faultless(editor);
      await commands.executeCommand('undo');
      assert.equal(document.getText(), text, 'one undo step');
      await fault(editor);
    }
  });

  it('follows nianbao.config.json in the folder', async () => {
    const editor = await open(WITH_WRONG_TOTAL);
    const found = await fault(editor);
    const config = await write('nianbao.config.json', JSON.stringify({ severity: { [rule(found)]: 'off' } }));
    try {
      await faultless(editor);
      await write('nianbao.config.json', JSON.stringify({ ignore: ['*.txt'] }));
      await fault(editor);
    } finally {
      await workspace.fs.delete(config);
    }
    await fault(editor);
  });
});

describe('nianbao.config.json above the folder that is open', function () {
  // each test waits for findings several times, each time with a patience of its own
  this.timeout(120_000);
  const above = () => {
    const [folder] = workspace.workspaceFolders ?? [];
    assert(folder);
    return Uri.joinPath(folder.uri, '..', 'nianbao.config.json');
  };
  const config = (value: object) => workspace.fs.writeFile(above(), new TextEncoder().encode(JSON.stringify(value)));

  before(activate);
  afterEach(async () => {
    await closeAll();
    await workspace.fs.delete(above());
  });

  it('is followed as it changes', async () => {
    await config({});
    const editor = await open(WITH_WRONG_TOTAL);
    const found = await fault(editor);
    // VS Code takes its time to watch a folder, and says nothing when it does: what was written before is not told
    const again = setInterval(() => void config({ severity: { [rule(found)]: 'off' } }), 500);
    await faultless(editor).finally(() => clearInterval(again));
    await config({});
    await fault(editor);
  });

  it('is found when it comes, at the latest when a draft is saved', async () => {
    const editor = await open(WITH_WRONG_TOTAL);
    const found = await fault(editor);
    const text = editor.document.getText();
    await config({ severity: { [rule(found)]: 'off' } });
    try {
      await editor.edit((edit) => edit.insert(new Position(0, 0), '\n'));
      await editor.document.save();
      await faultless(editor);
    } finally {
      await write(WITH_WRONG_TOTAL, text);
    }
  });
});

describe('the steps of the walkthrough', () => {
  before(activate);
  afterEach(closeAll);

  it('open a copy of the sample, which stays what it is', async () => {
    for (let time = 0; time < 2; time++) {
      await commands.executeCommand('nianbao.openSample');
      const editor = window.activeTextEditor;
      assert(editor);
      assert.equal(editor.document.isUntitled, true);
      assert.equal(editor.document.getText(), await read(WITH_WRONG_TOTAL));
      await fault(editor);
      await editor.edit((edit) => edit.insert(editor.document.positionAt(0), '改'));
    }
  });

  it('go to the wrong number, from the sample too if nothing is open', async () => {
    await commands.executeCommand('nianbao.showFixes');
    const editor = window.activeTextEditor;
    assert(editor);
    const found = await findings(editor.document, (all) => all.length > 0);
    const starts = found.map(({ range }) => range.start.line).sort((a, b) => a - b);
    assert.equal(editor.selection.active.line, starts[0]);
  });

  it('are commands that are there, with pictures that are shipped', async () => {
    const extension = extensions.getExtension('nianbao.nianbao');
    assert(extension);
    const known = new Set(await commands.getCommands(true));
    const { walkthroughs } = extension.packageJSON.contributes;
    const steps: { description: string; media: { image: string } }[] = walkthroughs[0].steps;
    assert.equal(steps.length, 4);
    for (const { description, media } of steps) {
      const [, command] = /\]\(command:([^)]+)\)/u.exec(description) ?? [];
      assert(command && known.has(command), description);
      await workspace.fs.stat(Uri.joinPath(extension.extensionUri, media.image));
    }
  });
});
