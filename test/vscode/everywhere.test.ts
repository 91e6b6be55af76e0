import { strict as assert } from 'node:assert';
import {
  ConfigurationTarget,
  type Disposable,
  languages,
  NotebookCellData,
  NotebookCellKind,
  NotebookData,
  Uri,
  window,
  workspace,
} from 'vscode';
import { MemoryFiles } from './memory';
import {
  activate,
  becomes,
  closeAll,
  errors,
  findings,
  openUntitled,
  plain,
  read,
  rule,
  WITH_WRONG_TOTAL,
} from './support';

describe('drafts that lie on no disk', function () {
  this.timeout(120_000);
  const files = new MemoryFiles();
  const subscriptions: Disposable[] = [];
  before(async () => {
    subscriptions.push(files.register('nianbaotest'));
    await activate();
  });
  after(() => {
    for (const subscription of subscriptions) {
      subscription.dispose();
    }
  });
  afterEach(closeAll);

  // with an authority as github.dev has one, and without
  for (const root of ['nianbaotest://host/年报', 'nianbaotest:/年报']) {
    it(`are checked by the configuration beside them, and saved: ${root}`, async () => {
      const uri = (path: string) => Uri.parse(`${root}/${path}`);
      const text = plain(await read(WITH_WRONG_TOTAL));
      const bytes = (words: string) => new TextEncoder().encode(words);
      await workspace.fs.writeFile(uri('2024/草稿.txt'), bytes(text));
      const { document } = await window.showTextDocument(uri('2024/草稿.txt'), { preview: false });
      await becomes(document, 'nianbao');
      const [fault] = errors(await findings(document, (found) => errors(found).length === 1));
      assert(fault);
      await closeAll();

      const severity = { [rule(fault)]: 'warning' };
      await workspace.fs.writeFile(uri('nianbao.config.json'), bytes(JSON.stringify({ severity })));
      await workspace.fs.writeFile(uri('2024/定稿.nianbao'), bytes(text));
      const other = await window.showTextDocument(uri('2024/定稿.nianbao'), { preview: false });
      await findings(
        other.document,
        (found) => errors(found).length === 0 && found.some((one) => rule(one) === rule(fault)),
      );

      await other.edit((edit) => edit.replace(fault.range, '17'));
      await findings(other.document, (found) => !found.some((one) => rule(one) === rule(fault)));
      assert.equal(await other.document.save(), true);
      assert.equal(new TextDecoder().decode(files.readFile(uri('2024/定稿.nianbao'))), other.document.getText());
    });
  }
});

describe('notebooks', () => {
  before(activate);
  afterEach(closeAll);

  it('are left alone, whatever is written in their cells', async () => {
    const text = await read(WITH_WRONG_TOTAL);
    const notebook = await workspace.openNotebookDocument(
      'jupyter-notebook',
      new NotebookData([
        new NotebookCellData(NotebookCellKind.Markup, text, 'markdown'),
        new NotebookCellData(NotebookCellKind.Code, plain(text), 'plaintext'),
        new NotebookCellData(NotebookCellKind.Code, plain(text), 'nianbao'),
      ]),
    );
    await window.showNotebookDocument(notebook);
    // What is opened later is looked at later: when this one is checked, the cells have been passed over.
    const draft = await openUntitled(plain(text));
    await becomes(draft.document, 'nianbao');
    await findings(draft.document, (found) => errors(found).length === 1);
    const cells = notebook.getCells().map(({ document }) => document);
    assert.deepEqual(
      cells.map(({ languageId, uri }) => [languageId, languages.getDiagnostics(uri).length]),
      [
        ['markdown', 0],
        ['plaintext', 0],
        ['nianbao', 0],
      ],
    );
  });
});

// The run in the browser opens two folders; the one in Node a single folder, as most people do.
if ((workspace.workspaceFolders?.length ?? 0) > 1) {
  describe('several folders', function () {
    this.timeout(120_000);
    before(activate);
    afterEach(closeAll);

    it('each have settings and a configuration file of their own', async () => {
      const [first, second] = workspace.workspaceFolders ?? [];
      assert(first && second);
      const bytes = new TextEncoder().encode(plain(await read(WITH_WRONG_TOTAL)));
      const open = async (folder: Uri) => {
        await workspace.fs.writeFile(Uri.joinPath(folder, '两处.nianbao'), bytes);
        return (await window.showTextDocument(Uri.joinPath(folder, '两处.nianbao'), { preview: false })).document;
      };
      const [here, there] = [await open(first.uri), await open(second.uri)];
      const [fault] = errors(await findings(here, (found) => errors(found).length === 1));
      assert(fault);
      await findings(there, (found) => errors(found).length === 1);

      const settings = workspace.getConfiguration('nianbao', second.uri);
      await settings.update('severity', { [rule(fault)]: 'off' }, ConfigurationTarget.WorkspaceFolder);
      await findings(there, (found) => errors(found).length === 0);
      await findings(here, (found) => errors(found).length === 1);
      await settings.update('severity', undefined, ConfigurationTarget.WorkspaceFolder);
      await findings(there, (found) => errors(found).length === 1);

      const config = Uri.joinPath(first.uri, 'nianbao.config.json');
      await workspace.fs.writeFile(config, new TextEncoder().encode('{ "ignore": ["两处.*"] }'));
      try {
        await findings(here, (found) => found.length === 0);
        await findings(there, (found) => errors(found).length === 1);
      } finally {
        await workspace.fs.delete(config);
      }
      await findings(here, (found) => errors(found).length === 1);
      await workspace.fs.delete(here.uri);
    });
  });
}
