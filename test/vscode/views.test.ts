import { strict as assert } from 'node:assert';
import { ConfigurationTarget, commands, Selection, type TextEditor, workspace } from 'vscode';
import type { Api } from '../../client/src/client';
import type { OutlineItem } from '../../client/src/outlineView';
import { activate, closeAll, open, read, until, WITH_WRONG_TOTAL, WITHOUT_FAULT, write } from './support';

const SECTIONS = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
];

describe('the views', () => {
  let api: Api;
  before(async () => {
    api = await activate();
  });
  afterEach(closeAll);

  /** The lines of 年报大纲 once they are those of this editor, and as wished. */
  async function items(
    editor: TextEditor,
    wished: (roots: OutlineItem[]) => boolean = () => true,
  ): Promise<OutlineItem[]> {
    return until('the outline', [api.outline.onDidChange, api.outlineView.onDidChangeTreeData], () => {
      const roots = api.outlineView.getChildren();
      return api.outline.document === editor.document && roots.length > 0 && wished(roots) && roots;
    });
  }

  function table(roots: readonly OutlineItem[], id: string): OutlineItem | undefined {
    return roots.flatMap(({ children }) => children).find((item) => item.id.endsWith(`/${id}`));
  }

  it('年报大纲 shows the six sections with their sub-headings and tables', async () => {
    const roots = await items(await open(WITH_WRONG_TOTAL), (found) => table(found, 'requests')?.mark === 'unbalanced');
    assert.deepEqual(
      roots.map(({ label }) => label),
      SECTIONS,
    );
    assert.deepEqual(
      roots.map(({ mark }) => mark),
      ['good', 'good', 'unbalanced', 'good', 'good', 'good'],
    );
    assert.equal(roots[0]?.children.length, 5);
    assert.match(roots[0]?.children[0]?.label ?? '', /（一）主动公开/u);
    assert.equal(table(roots, 'requests')?.description, '差 1');
    assert.equal(table(roots, 'disputes')?.description, '平衡');
    assert.equal(roots[2]?.description, '1 处');
  });

  it('a missing section is shown as missing', async () => {
    const text = await read(WITHOUT_FAULT);
    await write('missing.md', text.replace(/## 五、[\s\S]*?(?=## 六、)/u, ''));
    const roots = await items(await open('missing.md'), (found) => found[4]?.mark === 'missing');
    assert.deepEqual(
      roots.map(({ label }) => label),
      SECTIONS,
    );
    assert.equal(roots[4]?.description, '缺失');
    assert.equal(api.outlineView.getTreeItem(roots[4] as OutlineItem).command, undefined);
  });

  it('a click goes there', async () => {
    const editor = await open(WITH_WRONG_TOTAL);
    const roots = await items(editor);
    const { command } = api.outlineView.getTreeItem(roots[3] as OutlineItem);
    assert(command);
    await commands.executeCommand(command.command, ...(command.arguments ?? []));
    assert.match(editor.document.lineAt(editor.selection.active.line).text, /四、政府信息公开行政复议/u);
  });

  it('follows the cursor without taking the focus', async () => {
    const editor = await open(WITH_WRONG_TOTAL);
    await items(editor);
    await commands.executeCommand('nianbao.outline.focus');
    await commands.executeCommand('workbench.action.focusActiveEditorGroup');
    const { view } = api.outlineView;
    const line = editor.document
      .getText()
      .split('\n')
      .findIndex((text) => text.includes('五、存在的主要问题'));
    editor.selection = new Selection(line + 2, 0, line + 2, 0);
    await until('the selection', [view.onDidChangeSelection], () => view.selection[0]?.label === SECTIONS[4]);
    await commands.executeCommand('type', { text: '字' });
    assert.match(editor.document.lineAt(line + 2).text, /^字/u);
  });

  it('the status bar tells form, year and faults, and follows the text', async () => {
    const editor = await open(WITH_WRONG_TOTAL);
    await items(editor);
    const { statusBar } = api;
    await until('the fault', [api.outline.onDidChange], () => statusBar.text.includes('1 处问题'));
    assert.match(statusBar.text, /2021 格式/u);
    assert.match(statusBar.text, /2023 年度/u);
    assert.match(statusBar.label, /1 个错误/u);

    const line = editor.document
      .getText()
      .split('\n')
      .findIndex((text) => text.includes('本机关不掌握'));
    const at = editor.document.lineAt(line).text.lastIndexOf('16');
    editor.selection = new Selection(line, at, line, at + 2);
    await commands.executeCommand('type', { text: '17' });
    await until('no fault', [api.outline.onDidChange], () => statusBar.text.includes('无问题'));
    assert.equal(api.outline.outline?.version, editor.document.version);
  });

  it('speaks English where that is wanted', async () => {
    const settings = workspace.getConfiguration('nianbao');
    await items(await open(WITH_WRONG_TOTAL));
    await settings.update('language', 'en', ConfigurationTarget.Workspace);
    try {
      await until('English', [api.outline.onDidChange], () => api.statusBar.text.includes('1 problem'));
    } finally {
      await settings.update('language', undefined, ConfigurationTarget.Workspace);
    }
    await until('Chinese', [api.outline.onDidChange], () => api.statusBar.text.includes('1 处问题'));
  });
});
