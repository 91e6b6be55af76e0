import { strict as assert } from 'node:assert';
import {
  ConfigurationTarget,
  commands,
  DiagnosticSeverity,
  type DocumentSymbol,
  type FoldingRange,
  Selection,
  type SemanticTokens,
  type TextEditor,
  workspace,
} from 'vscode';
import {
  activate,
  becomes,
  closeAll,
  errors,
  findings,
  open,
  openUntitled,
  plain,
  read,
  rule,
  WITH_WRONG_TOTAL,
  WITHOUT_FAULT,
} from './support';

/** The row of the sample whose 总计 is one too small. */
const WRONG_ROW = '本机关不掌握相关政府信息';

function cursorBehind(editor: TextEditor, line: number, text: string): void {
  const end = editor.document.lineAt(line).text.lastIndexOf(text) + text.length;
  editor.selection = new Selection(line, end, line, end);
}

describe('a draft in the editor', () => {
  before(activate);
  afterEach(closeAll);

  for (const kind of ['markdown', 'nianbao'] as const) {
    const openSample = async (): Promise<TextEditor> => {
      if (kind === 'markdown') {
        return open(WITH_WRONG_TOTAL);
      }
      const editor = await openUntitled(plain(await read(WITH_WRONG_TOTAL)));
      await becomes(editor.document, 'nianbao');
      return editor;
    };

    it(`names the wrong number, and follows what is typed (${kind})`, async () => {
      const editor = await openSample();
      const { document } = editor;
      const [fault] = errors(await findings(document, (found) => errors(found).length === 1));
      assert(fault);
      assert.equal(document.getText(fault.range), '16');
      assert.match(document.lineAt(fault.range.start.line).text, new RegExp(WRONG_ROW, 'u'));
      assert.match(rule(fault), /^balance\//u);
      assert.match(fault.message, /17/u);
      assert.ok((fault.relatedInformation ?? []).length > 0, 'the other cells of the sums are named');

      cursorBehind(editor, fault.range.start.line, '16');
      await commands.executeCommand('deleteLeft');
      await commands.executeCommand('type', { text: '7' });
      assert.match(document.lineAt(fault.range.start.line).text, /17 \|$/u);
      await findings(document, (found) => errors(found).length === 0);

      await commands.executeCommand('deleteLeft');
      await commands.executeCommand('type', { text: '9' });
      await findings(document, (found) => errors(found).some(({ range }) => document.getText(range) === '19'));
    });
  }

  it('is silent about a draft without fault', async () => {
    // That nothing comes can only be seen beside something that does.
    const clean = await open(WITHOUT_FAULT);
    await findings((await open(WITH_WRONG_TOTAL)).document, (found) => errors(found).length === 1);
    await findings(clean.document, (found) => found.every(({ severity }) => severity > DiagnosticSeverity.Warning));
  });

  it('takes severities from the settings', async () => {
    const { document } = await open(WITH_WRONG_TOTAL);
    const [fault] = errors(await findings(document, (found) => errors(found).length === 1));
    assert(fault);
    const settings = workspace.getConfiguration('nianbao');
    await settings.update('severity', { [rule(fault)]: 'information' }, ConfigurationTarget.Workspace);
    try {
      await findings(document, (found) =>
        found.some((one) => rule(one) === rule(fault) && one.severity === DiagnosticSeverity.Information),
      );
    } finally {
      await settings.update('severity', undefined, ConfigurationTarget.Workspace);
    }
    await findings(document, (found) => errors(found).length === 1);
  });

  it('has symbols: sections, sub-headings, tables', async () => {
    const editor = await openUntitled(plain(await read(WITHOUT_FAULT)));
    await becomes(editor.document, 'nianbao');
    const symbols = await commands.executeCommand<DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      editor.document.uri,
    );
    const all = (list: readonly DocumentSymbol[]): DocumentSymbol[] =>
      list.flatMap((one) => [one, ...all(one.children)]);
    const names = all(symbols).map(({ name }) => name);
    for (const wanted of ['总体情况', '主动公开政府信息情况', '其他需要报告的事项', '（一）主动公开']) {
      assert.ok(
        names.some((name) => name.includes(wanted)),
        `${wanted} in ${names.join(' / ')}`,
      );
    }
  });

  it('folds at its sections', async () => {
    const editor = await openUntitled(plain(await read(WITHOUT_FAULT)));
    await becomes(editor.document, 'nianbao');
    const ranges = await commands.executeCommand<FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      editor.document.uri,
    );
    const heads = editor.document
      .getText()
      .split('\n')
      .flatMap((line, number) => (/^[一二三四五六]、/u.test(line) ? [number] : []));
    assert.equal(heads.length, 6);
    const starts = new Set(ranges.map(({ start }) => start));
    assert.deepEqual(
      heads.filter((head) => !starts.has(head)),
      [],
    );
  });

  it('is coloured by meaning', async () => {
    const editor = await openUntitled(plain(await read(WITHOUT_FAULT)));
    await becomes(editor.document, 'nianbao');
    const tokens = await commands.executeCommand<SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      editor.document.uri,
    );
    // Every cell of table three has a number, and each is one token of five integers.
    assert.ok(tokens.data.length / 5 > 175, `${tokens.data.length / 5} tokens`);
  });
});
