import { strict as assert } from 'node:assert';
import {
  type CodeAction,
  ConfigurationTarget,
  commands,
  DiagnosticSeverity,
  Position,
  Range,
  type TextDocument,
  WorkspaceEdit,
  workspace,
} from 'vscode';
import {
  activate,
  closeAll,
  errors,
  file,
  findings,
  open,
  plain,
  read,
  WITH_WRONG_TOTAL,
  WITHOUT_FAULT,
  write,
} from './support';

const COPY = '修正.nianbao';

function actionsAt(document: TextDocument, range: Range): Thenable<CodeAction[]> {
  return commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, 'quickfix');
}

describe('quick fixes', () => {
  before(activate);
  afterEach(closeAll);
  after(() => workspace.fs.delete(file(COPY)));

  it('put the right number in the place of a wrong total, as one step that can be undone', async () => {
    await write(COPY, plain(await read(WITH_WRONG_TOTAL)));
    const { document } = await open(COPY);
    const before = document.getText();
    const [fault] = errors(await findings(document, (found) => errors(found).length === 1));
    assert(fault);
    const preferred = (await actionsAt(document, fault.range)).filter(({ isPreferred }) => isPreferred);
    assert.deepEqual(
      preferred.map(({ title }) => title),
      ['“无法提供·本机关不掌握相关政府信息”行“总计”列改为 17'],
    );
    const [action] = preferred;
    assert(action?.edit);
    assert.equal(await workspace.applyEdit(action.edit), true);
    await findings(document, (found) => errors(found).length === 0);
    assert.equal(document.getText(new Range(fault.range.start, fault.range.start.translate(0, 2))), '17');
    assert.equal(document.getText().length, before.length);

    await commands.executeCommand('undo');
    assert.equal(document.getText(), before);
    await findings(document, (found) => errors(found).length === 1);
  });

  it('come on save where the user turned them on, and leave figures alone', async () => {
    const clean = plain(await read(WITHOUT_FAULT));
    const title = '存在的主要问题及改进情况';
    assert.ok(clean.includes(title));
    const wrong = clean.replace(title, '存在的主要问题及改进措施');
    await write(COPY, wrong);
    const settings = workspace.getConfiguration('editor');
    await settings.update('codeActionsOnSave', { 'source.fixAll.nianbao': 'explicit' }, ConfigurationTarget.Workspace);
    try {
      const { document } = await open(COPY);
      await findings(document, (found) => found.some(({ severity }) => severity === DiagnosticSeverity.Warning));
      // a save without a change does nothing
      const edit = new WorkspaceEdit();
      edit.insert(document.uri, new Position(document.lineCount, 0), '\n');
      await workspace.applyEdit(edit);
      await commands.executeCommand('workbench.action.files.save');
      assert.equal(document.getText(), `${clean}\n`);
      assert.equal(await read(COPY), `${clean}\n`);
    } finally {
      await settings.update('codeActionsOnSave', undefined, ConfigurationTarget.Workspace);
    }
  });
});
