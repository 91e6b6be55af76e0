import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished, test } from 'vitest';
import { type CodeAction, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { actionsAt, applied, editsOf, fixesAt, VERSIONED } from './support/actions';
import { type Client, PULLING, rangeOf, start, textAt } from './support/client';
import { ONE_WRONG_CELL, sampleDraft } from './support/drafts';

const URI = 'file:///drafts/a.nianbao';
const FIX_ALL = 'source.fixAll.nianbao';

async function opened(text: string, setup = PULLING): Promise<Client> {
  const client = await start(setup);
  onTestFinished(async () => {
    await client.stop();
  });
  await client.open(URI, text);
  return client;
}

/** The one finding of a rule. */
async function finding(client: Client, rule: string): Promise<Diagnostic> {
  const items = (await client.items(URI)).filter(({ code }) => code === rule);
  expect(items, `one ${rule}`).toHaveLength(1);
  return items[0] as Diagnostic;
}

/** Takes the preferred fix of a rule's finding and holds what becomes of the draft. */
async function mended(text: string, rule: string): Promise<{ text: string; title: string; action: CodeAction }> {
  const client = await opened(text);
  const actions = await fixesAt(client, URI, await finding(client, rule));
  const action = actions.find(({ isPreferred }) => isPreferred) as CodeAction;
  expect(action, `a preferred fix among ${actions.map(({ title }) => title)}`).toBeDefined();
  expect(actions.filter(({ isPreferred }) => isPreferred)).toHaveLength(1);
  expect(action.diagnostics?.map(({ code }) => code)).toEqual([rule]);
  const changed = applied(text, editsOf(action.edit, URI));
  await client.change(URI, { text: changed });
  const left = (await client.items(URI)).filter(({ severity }) => (severity ?? 1) <= DiagnosticSeverity.Warning);
  expect(left.map(({ message }) => message)).toEqual([]);
  return { text: changed, title: action.title, action };
}

const GOOD = sampleDraft();

describe('the preferred fix', () => {
  test('of a wrong number changes its digits and nothing else', async () => {
    const { text, title, action } = await mended(sampleDraft(ONE_WRONG_CELL), 'balance/requests-row');
    expect(title).toBe('“予以公开”行“自然人”列改为 8');
    expect(editsOf(action.edit, URI)).toMatchObject([{ newText: '8' }]);
    expect(text).toBe(GOOD);
  });

  test('of a wrong total of table four is the sum of its parts', async () => {
    const { text, title } = await mended(
      GOOD.replace('| 1 | 0 | 0 | 0 | 1 |', '| 1 | 0 | 0 | 0 | 3 |'),
      'balance/disputes',
    );
    expect(title).toBe('“行政复议·总计”改为 1（合计重算）');
    expect(text).toBe(GOOD);
  });

  test('of blank cells fills in 0', async () => {
    const blank = GOOD.replace(
      /(\| 1\.属于国家秘密 \|)(.*)\|\n/,
      (_, label, cells) => `${label}${cells.replaceAll('0', '')}|\n`,
    );
    expect(blank).not.toBe(GOOD);
    const { text } = await mended(blank, 'table/blank');
    expect(text.replaceAll(' ', '')).toBe(GOOD.replaceAll(' ', ''));
  });

  test('of a missing section puts it in its place with its table', async () => {
    const { text, title } = await mended(sampleDraft({ without: ['四'] }), 'section/missing');
    expect(title).toBe('补上“四、政府信息公开行政复议、行政诉讼情况”及表格');
    expect(
      text
        .match(/^## .、/gm)
        ?.map((h) => h.charAt(3))
        .join(''),
    ).toBe('一二三四五六');
    expect(text).toContain('| 结果维持 | 结果纠正 |');
  });

  test('of a missing row writes it as the rows beside it', async () => {
    const { text, title } = await mended(GOOD.replace(/\|.*3\.要求提供公开出版物.*\n/, ''), 'table/incomplete');
    expect(title).toBe('补上“3.要求提供公开出版物”一行（填 0）');
    expect(text).toBe(GOOD);
  });

  test('of the first row of a group keeps the group before it', async () => {
    const cut = GOOD.replace(/(\| )( \| （四）无法提供 \| )1\.本机关不掌握相关政府信息.*\n\| {2}\| {2}\| /, '$1$2');
    expect(cut).not.toBe(GOOD);
    const { text } = await mended(cut, 'table/incomplete');
    expect(text).toBe(GOOD);
  });

  test.each([
    [
      'section/title',
      '## 五、存在的主要问题及改进情况',
      '## 五、存在的主要问题及改进措施',
      '改为“五、存在的主要问题及改进情况”',
    ],
    ['section/number', '## 五、', '## 六、', '编号改为“五、”'],
    ['table/label', '2.其他法律行政法规禁止公开', '2.其他法律法规禁止公开', '改为“2.其他法律行政法规禁止公开”'],
  ])('of %s writes what the form has', async (rule, right, wrong, title) => {
    const fixed = await mended(GOOD.replace(right, wrong), rule);
    expect(fixed.title).toBe(title);
    expect(fixed.text).toBe(GOOD);
  });

  test('of a number with a letter in it is the number', async () => {
    const client = await opened(GOOD.replace('| 行政许可 | 4 |', '| 行政许可 | 1O |'));
    const [action] = await fixesAt(client, URI, await finding(client, 'table/value'));
    expect(action?.title).toBe('“行政许可”行“本年处理决定数量”列改为 10');
  });

  test('of a section in the wrong place moves it whole', async () => {
    const five = /## 五、[^#]*/.exec(GOOD)?.[0] ?? '';
    const { text } = await mended(GOOD.replace(five, '').replace('## 三、', `${five}## 三、`), 'section/order');
    expect(text).toBe(GOOD);
  });

  test('of a section that comes twice takes the second away', async () => {
    const { text } = await mended(
      GOOD.replace('## 六、', '## 五、存在的主要问题及改进情况\n\n## 六、'),
      'section/duplicate',
    );
    expect(text).toBe(GOOD);
  });

  test('of a missing table puts it under the heading', async () => {
    const { text } = await mended(GOOD.replace(/\| 行政复议 [^#]*/, '本年度没有发生。\n\n'), 'table/missing');
    expect(text).toContain('本年度没有发生。');
    expect(text.indexOf('| 行政复议 ')).toBeLessThan(text.indexOf('本年度没有发生。'));
  });

  test('of a number that others go on from numbers all of them anew', async () => {
    const FIVE = '公开的内容还不够丰富，今后将继续充实。';
    const list = (numerals: string): string =>
      `${FIVE}\n\n${[...numerals].map((n) => `（${n}）各项任务已经安排。`).join('\n\n')}`;
    const { text, title, action } = await mended(GOOD.replace(FIVE, list('一二四五六')), 'prose/numbering');
    expect(title).toBe('从这里起重新编号：“（三）”至“（五）”（3 处）');
    expect(editsOf(action.edit, URI).map(({ newText }) => newText)).toEqual(['三', '四', '五']);
    expect(text).toBe(GOOD.replace(FIVE, list('一二三四五')));
  });

  test('keeps CRLF', async () => {
    const { text } = await mended(sampleDraft({ without: ['二'], newline: '\r\n' }), 'section/missing');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});

test('a unit is a question to the author: two answers, none preferred', async () => {
  const client = await opened(
    GOOD.replace('2023年', '2020年').replace(/## 二、[^#]*/, `## 二、主动公开政府信息情况\n\n${TABLE_2019}\n\n`),
  );
  const actions = await fixesAt(client, URI, await finding(client, 'table/unit'));
  expect(actions.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
    ['补上单位：3360万元', false],
    ['补上单位：3360元', false],
  ]);
});

test('what only its author can mend has no fix', async () => {
  const client = await opened(GOOD.replace('公开的内容还不够丰富，今后将继续充实。', ''));
  expect(await fixesAt(client, URI, await finding(client, 'section/empty'))).toEqual([]);
});

test('all findings of a kind are mended in one step', async () => {
  const wrong = GOOD.replace('2.其他法律行政法规禁止公开', '2.其他法律法规禁止公开').replace('过程性', '过程类');
  const client = await opened(wrong);
  const items = (await client.items(URI)).filter(({ code }) => code === 'table/label');
  expect(items).toHaveLength(2);
  const actions = await fixesAt(client, URI, items[0] as Diagnostic);
  const all = actions.find(({ title }) => title === '修正本文件所有同类问题（2 处）');
  expect(all).toMatchObject({ kind: 'quickfix' });
  expect(all?.isPreferred ?? false).toBe(false);
  expect(applied(wrong, editsOf(all?.edit, URI))).toBe(GOOD);
});

describe(FIX_ALL, () => {
  const NUMBER = '| 8 | 2 |';
  const messy = GOOD.replace('改进情况', '改进措施')
    .replace('## 六、', '## （六）')
    .replace('2.其他法律行政法规禁止公开', '2.其他法律法规禁止公开');

  test('is announced, mends words of the form and no figure, in small edits, once', async () => {
    const wrong = sampleDraft(ONE_WRONG_CELL);
    const text = wrong.replace('改进情况', '改进措施').replace('过程性', '过程类');
    expect(GOOD).toContain(NUMBER);
    const client = await opened(text);
    expect(JSON.stringify(client.capabilities)).toContain(FIX_ALL);
    const [action] = await actionsAt(client, URI, rangeOf(text, '一、总体情况'), [FIX_ALL]);
    expect(action).toMatchObject({ kind: FIX_ALL });
    const edits = editsOf(action?.edit, URI);
    expect(edits.map(({ range }) => textAt(text, range)).join('').length).toBeLessThan(10);
    const changed = applied(text, edits);
    expect(changed).toBe(wrong);
    await client.change(URI, { text: changed });
    expect(await actionsAt(client, URI, rangeOf(changed, '一、总体情况'), [FIX_ALL])).toEqual([]);
  });

  test.each([['source'], ['source.fixAll']])('comes when %s is asked for', async (kind) => {
    const client = await opened(messy);
    const all = await actionsAt(client, URI, rangeOf(messy, '## 一'), [kind]);
    expect(all.map((action) => action.kind)).toEqual([FIX_ALL]);
    expect(applied(messy, editsOf(all[0]?.edit, URI))).toBe(GOOD);
  });

  test('does not come unasked', async () => {
    const client = await opened(messy);
    const all = await actionsAt(client, URI, { start: { line: 0, character: 0 }, end: { line: 900, character: 0 } });
    expect(all.map((action) => action.kind)).not.toContain(FIX_ALL);
  });

  test('leaves a rule alone that is off', async () => {
    const client = await opened(messy, {
      ...PULLING,
      initializationOptions: { nianbao: { severity: { 'section/title': 'off' } } },
    });
    const [action] = await actionsAt(client, URI, rangeOf(messy, '## 一'), [FIX_ALL]);
    expect(applied(messy, editsOf(action?.edit, URI))).toBe(GOOD.replace('改进情况', '改进措施'));
  });
});

describe('requests', () => {
  const text = sampleDraft(ONE_WRONG_CELL);

  test('get edits that name the version of the text, for a client that understands it', async () => {
    const client = await opened(text, { ...PULLING, capabilities: { ...PULLING.capabilities, ...VERSIONED } });
    const first = await finding(client, 'balance/requests-row');
    const [before] = await fixesAt(client, URI, first);
    expect(before?.edit?.documentChanges).toMatchObject([{ textDocument: { uri: URI, version: 1 } }]);
    const version = await client.change(URI, { text: `${text}\n` });
    const [after] = await fixesAt(client, URI, first);
    expect(after?.edit?.documentChanges).toMatchObject([{ textDocument: { uri: URI, version } }]);
  });

  test('with places outside of the text, or none at all, do no harm', async () => {
    const client = await opened(text);
    const far = { line: 1e6, character: 1e6 };
    expect(await actionsAt(client, URI, { start: far, end: far }, ['quickfix', FIX_ALL])).toEqual([]);
    const before = { line: -1, character: -1 };
    const everywhere = await actionsAt(client, URI, { start: before, end: far }, ['quickfix']);
    expect(everywhere.map(({ title }) => title)).toContain('“予以公开”行“自然人”列改为 8');
    const upsideDown = await actionsAt(client, URI, { start: far, end: before }, ['quickfix']).catch((e) => e);
    expect(upsideDown).toBeDefined();
    const bad = client.request('textDocument/codeAction', URI, { context: {} });
    await expect(bad).rejects.toThrow();
    expect(await client.items(URI)).not.toEqual([]);
  });

  test('about a text that has changed since are answered from the new one', async () => {
    const client = await opened(text);
    const stale = await finding(client, 'balance/requests-row');
    await client.change(URI, { text: GOOD });
    expect(await actionsAt(client, URI, stale.range, ['quickfix'], [stale])).toEqual([]);
  });

  test('about documents that are closed have empty answers', async () => {
    const client = await opened(text);
    const { range } = await finding(client, 'balance/requests-row');
    await client.close(URI);
    expect(await actionsAt(client, URI, range)).toEqual([]);
    expect(await actionsAt(client, 'file:///never/there.md', range, [FIX_ALL])).toEqual([]);
  });
});

/** Table 2 of 2019 with an amount that has no unit. */
const TABLE_2019 = `| 第二十条第（一）项 |  |  |  |
| --- | --- | --- | --- |
| 信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |
| 规章 | 0 | 0 | 0 |
| 规范性文件 | 0 | 0 | 0 |
| 第二十条第（五）项 |  |  |  |
| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
| 行政许可 | 0 | 0 | 0 |
| 其他对外管理服务事项 | 0 | 0 | 0 |
| 第二十条第（六）项 |  |  |  |
| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
| 行政处罚 | 0 | 0 | 0 |
| 行政强制 | 0 | 0 | 0 |
| 第二十条第（八）项 |  |  |  |
| 信息内容 | 上一年项目数量 | 本年增/减 |  |
| 行政事业性收费 | 0 | 0 |  |
| 第二十条第（九）项 |  |  |  |
| 信息内容 | 采购项目数量 | 采购总金额 |  |
| 政府集中采购 | 1 | 3360 |  |`;

// --- the real drafts -------------------------------------------------------------------------------------------------

const FOLDER = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));
const present = existsSync(`${FOLDER}expected.json`);

/** What an author types at a finding of a rule that has no fix, by the rule: the words that take the marked ones' place. */
const TYPED: Readonly<Record<string, string>> = { 'balance/requests-identity': '0' };
/** No draft takes more steps. */
const STEPS = 40;

describe.skipIf(!present)('real drafts', () => {
  const files = present ? readdirSync(FOLDER).filter((name) => name.endsWith('.txt')) : [];

  it.each(files)('%s comes to no error by listed actions, and typing where nothing is determined', async (name) => {
    const original = readFileSync(FOLDER + name, 'utf8');
    let text = original;
    const client = await opened(text);
    const taken: string[] = [];
    const typed: string[] = [];
    for (let step = 0; step < STEPS; step++) {
      const items = (await client.items(URI)).filter(({ severity }) => severity === DiagnosticSeverity.Error);
      if (items.length === 0) break;
      let edits: ReturnType<typeof editsOf> = [];
      // from the top, as an author goes through them
      for (const item of items) {
        const action = (await fixesAt(client, URI, item)).find((a) => a.isPreferred);
        const words = TYPED[String(item.code)];
        if (action) taken.push(action.title);
        else if (words !== undefined) typed.push(`${item.code}: ${textAt(text, item.range)} → ${words}`);
        else continue;
        edits = action ? editsOf(action.edit, URI) : [{ range: item.range, newText: words as string }];
        break;
      }
      expect(edits, `no way on from ${items.map(({ message }) => message)}`).not.toEqual([]);
      text = applied(text, edits);
      await client.change(URI, { text });
    }
    const left = (await client.items(URI)).filter(({ severity }) => severity === DiagnosticSeverity.Error);
    expect(left.map(({ message }) => message)).toEqual([]);
    expect(typed.length).toBeLessThanOrEqual(1);
    // nothing of the author's sentences is lost on the way
    for (const line of original.split('\n').filter((l) => l.length > 60)) expect(text).toContain(line);
    console.log(`${name}: ${taken.length} 步代码操作，${typed.length} 步键入\n  ${[...taken, ...typed].join('\n  ')}`);
  });
});

it('has the real drafts beside it, or says that it has not', () => {
  if (!present) console.log('跳过：没有 ../shared/corpus，真实报告没有逐步修正');
  expect(present).toBe(existsSync(FOLDER));
});
