import { strict as assert } from 'node:assert';
import {
  type CodeLens,
  ConfigurationTarget,
  commands,
  type DocumentHighlight,
  DocumentHighlightKind,
  type Hover,
  type InlayHint,
  type Location,
  type LocationLink,
  type MarkdownString,
  type Position,
  Range,
  type SelectionRange,
  type TextDocument,
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
  WITH_WRONG_TOTAL,
} from './support';

/** The row of the sample whose 总计 is 16 and should be 17. */
const WRONG_ROW = '本机关不掌握相关政府信息';

describe('aids for reading', () => {
  before(activate);
  afterEach(closeAll);

  /** The sample once its findings are there, and where its wrong total stands. */
  async function sample(): Promise<{ document: TextDocument; total: Range }> {
    const { document } = await open(WITH_WRONG_TOTAL);
    const [fault] = errors(await findings(document, (found) => errors(found).length === 1));
    assert(fault);
    assert.match(document.lineAt(fault.range.start.line).text, new RegExp(WRONG_ROW, 'u'));
    return { document, total: fault.range };
  }

  function ask<T>(provider: string, document: TextDocument, ...more: unknown[]): Thenable<T> {
    return commands.executeCommand<T>(`vscode.execute${provider}`, document.uri, ...more);
  }

  function whole(document: TextDocument): Range {
    return document.validateRange(new Range(0, 0, document.lineCount, 0));
  }

  it('hover says what a cell is, what it adds up to and where that is laid down', async () => {
    const { document, total } = await sample();
    const hovers = await ask<Hover[]>('HoverProvider', document, total.start);
    const words = hovers.flatMap(({ contents }) => contents.map((one) => (one as MarkdownString).value)).join('\n');
    assert.match(words, /“无法提供·本机关不掌握相关政府信息”行“总计”列\*\*：16，应为 17/u);
    assert.match(words, /≠ 16`，差 1/u);
    assert.match(words, /第三十六条第（四）、（五）项\]\(https:\/\/www\.gov\.cn/u);
    assert.match(words, /docs\/rules\/balance-requests-row\.md/u);
  });

  it('a hint behind the wrong total, and behind every total when they are wished for', async () => {
    const { document, total } = await sample();
    const hints = async (): Promise<InlayHint[]> => ask('InlayHintProvider', document, whole(document));
    const [hint, ...others] = await hints();
    assert(hint);
    assert.equal(hint.label, '= 17');
    assert.deepEqual(hint.position, total.end);
    // its column adds up to what the right total would give
    assert.ok(others.every(({ label }) => /^= \d+$/u.test(String(label))));

    const settings = workspace.getConfiguration('nianbao');
    const set = (value: string | undefined): Thenable<void> =>
      settings.update('inlayHints', value, ConfigurationTarget.Workspace);
    try {
      await set('off');
      assert.deepEqual(await hints(), []);
      await set('always');
      assert.equal((await hints()).length, 34);
    } finally {
      await set(undefined);
    }
  });

  it('lenses over the tables, and 修正 mends the one that is wrong, in one step', async () => {
    const { document, total } = await sample();
    const lenses = await ask<CodeLens[]>('CodeLensProvider', document);
    const titles = lenses.flatMap(({ command }) => (command ? [command.title] : []));
    assert.deepEqual(
      titles.filter((title) => /^(平衡|差|不完整)/u.test(title)),
      ['平衡', '差 1', '平衡'],
    );
    const before = document.getText();
    const [fix, ...more] = lenses.flatMap(({ command }) => (command?.title === '修正' ? [command] : []));
    assert(fix);
    assert.equal(more.length, 0);
    await commands.executeCommand(fix.command, ...(fix.arguments ?? []));
    assert.equal(document.getText(total), '17');
    await findings(document, (found) => errors(found).length === 0);
    await commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('from a total to its parts and back; linked cells light up', async () => {
    const { document, total } = await sample();
    const target = (place: Location | LocationLink): Range => ('range' in place ? place.range : place.targetRange);
    const definitions = async (position: Position): Promise<Range[]> =>
      (await ask<(Location | LocationLink)[]>('DefinitionProvider', document, position)).map(target);
    const parts = await definitions(total.start);
    assert.equal(parts.length, 6);
    assert.ok(parts.every(({ start }) => start.line === total.start.line));
    const [part] = parts;
    assert(part);
    assert.ok((await definitions(part.start)).some((range) => range.isEqual(total)));
    assert.equal(
      (await ask<Location[]>('ReferenceProvider', document, total.start)).filter(({ range }) =>
        parts.some((one) => one.isEqual(range)),
      ).length,
      6,
    );
    const lit = await ask<DocumentHighlight[]>('DocumentHighlights', document, part.start);
    const written = lit.filter(({ kind }) => kind === DocumentHighlightKind.Write).map(({ range }) => range);
    assert.ok(written.some((range) => range.isEqual(total)));
    assert.ok(lit.length > 20);
  });

  it('a selection grows from the digits to the draft', async () => {
    // in Markdown the ranges of the editor's own provider are mixed with these
    const { document } = await openUntitled(plain(await read(WITH_WRONG_TOTAL)));
    await becomes(document, 'nianbao');
    const [fault] = errors(await findings(document, (found) => errors(found).length === 1));
    assert(fault);
    const [selection] = await ask<SelectionRange[]>('SelectionRangeProvider', document, [fault.range.start]);
    const chain: string[] = [];
    for (let at = selection; at; at = at.parent as SelectionRange) chain.push(document.getText(at.range));
    const told = JSON.stringify(chain.map((text) => text.slice(0, 20)));
    assert.equal(chain[0], '16');
    assert.ok(
      chain.some((text) => text.includes(WRONG_ROW) && !text.includes('\n')),
      told,
    );
    assert.ok(
      chain.some((text) => text.startsWith('三、收到和处理')),
      told,
    );
    assert.equal(chain.at(-1), document.getText());
  });
});
