import { strict as assert } from 'node:assert';
import { window, workspace } from 'vscode';
import { activate, becomes, closeAll, open, openUntitled, plain, read, until, WITHOUT_FAULT, write } from './support';

const README = `# 年报校核

检查《政府信息公开工作年度报告》草稿的小工具。

## 用法

运行 \`nianbao check 草稿.md\`，列出章节、表格和勾稽关系的问题。
`;

const NOVEL = `第一章　渡口

天还没有亮，摆渡的老周已经把缆绳解开了。对岸传来几声狗叫，雾很大，只看得见一盏马灯。

“今年的收成怎么样？”他问。

“一般。”那人把两个箱子搬上船，“总体情况嘛，比去年好一点。”
`;

// First of all the tests, because the server never stops again once a draft was seen.
describe('before the first draft', () => {
  after(closeAll);

  it('a README and a novel stay what they are, and start nothing', async () => {
    await write('README.md', README);
    await write('novel.txt', NOVEL);
    const api = await activate();
    const readme = await open('README.md');
    const novel = await open('novel.txt');
    assert.equal(readme.document.languageId, 'markdown');
    assert.equal(novel.document.languageId, 'plaintext');
    assert.equal(api.started, false);
    assert.equal(api.statusBar.text, '');
    assert.equal(api.outline.outline, null);

    // What is seen later was looked at later: when this one is known, the others have been passed over.
    const draft = await openUntitled(plain(await read(WITHOUT_FAULT)));
    await becomes(draft.document, 'nianbao');
    assert.equal(api.started, true);
    assert.equal(readme.document.languageId, 'markdown');
    assert.equal(novel.document.languageId, 'plaintext');
    await until('the outline', [api.outline.onDidChange], () => api.outline.outline !== null);

    await open('README.md');
    await until('the outline to go', [api.outline.onDidChange], () => api.outline.outline === null);
    assert.equal(api.statusBar.text, '');
    assert.equal(window.activeTextEditor?.document.languageId, 'markdown');
    assert.equal(workspace.getConfiguration('nianbao').get('recognise'), true);
  });
});
