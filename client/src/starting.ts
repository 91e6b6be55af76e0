import {
  commands,
  Disposable,
  type Memento,
  Range,
  Selection,
  SnippetString,
  type TextEditor,
  TextEditorRevealType,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import { placeholders, titleWords } from '../../server/src/core';
import type {
  NewDraft,
  NewDraftParams,
  RolledDraft,
  RollForwardParams,
  TemplateItem,
  Templates,
  TemplatesParams,
} from '../../server/src/protocol';
import { LANGUAGE, SERVED_LANGUAGES, textOfDraft } from './documents';
import { words } from './words';

/** Sends a request of `protocol.ts`, starting the server where it does not run yet. */
type Ask = <R>(method: string, params: unknown) => Promise<R>;

/** The office of the last new draft. */
const ORGANISATION = 'nianbao.organisation';

/** The first report year that a form is in force for. */
const FIRST_YEAR = 2019;

/** The commands that begin a draft, put parts into one, and lead from one open place to the next. */
export function startingCommands(memory: Memento, ask: Ask): Disposable {
  return Disposable.from(
    commands.registerCommand('nianbao.newDraft', (given?: Partial<NewDraftParams>) => newDraft(memory, ask, given)),
    commands.registerCommand('nianbao.rollForward', () => rollForward(ask)),
    commands.registerCommand('nianbao.insertTemplate', (id?: string) => insertTemplate(ask, id)),
    commands.registerCommand('nianbao.nextPlaceholder', () => goToPlaceholder(1)),
    commands.registerCommand('nianbao.previousPlaceholder', () => goToPlaceholder(-1)),
  );
}

/** 新建年报草稿: asks for what was not given, and opens the draft as a snippet to be filled in. */
async function newDraft(memory: Memento, ask: Ask, given: Partial<NewDraftParams> = {}): Promise<void> {
  const organisation = given.organisation ?? (await askOrganisation(memory));
  if (organisation === undefined) {
    return;
  }
  const year = given.year ?? (await askYear());
  if (year === undefined) {
    return;
  }
  const level = given.level ?? (await askLevel(organisation));
  if (level === undefined) {
    return;
  }
  const params: NewDraftParams = { organisation, year, level };
  const { snippet } = await ask<NewDraft>('nianbao/newDraft', params);
  await memory.update(ORGANISATION, organisation);
  const document = await workspace.openTextDocument({ language: LANGUAGE, content: '' });
  const editor = await window.showTextDocument(document);
  await editor.insertSnippet(new SnippetString(snippet), new Range(0, 0, 0, 0));
}

function askOrganisation(memory: Memento): Thenable<string | undefined> {
  return window.showInputBox({
    title: words().newDraft,
    prompt: words().askOrganisation,
    placeHolder: words().exampleOrganisation,
    value: memory.get<string>(ORGANISATION, ''),
    ignoreFocusOut: true,
    validateInput: (value) => (titleWords(value) === null ? words().wrongOrganisation : undefined),
  });
}

async function askYear(): Promise<number | undefined> {
  const now = new Date().getFullYear();
  const year = await window.showInputBox({
    title: words().newDraft,
    prompt: words().askYear,
    value: String(now - 1),
    ignoreFocusOut: true,
    validateInput: (value) =>
      /^\s*\d{4}\s*$/u.test(value) && Number(value) >= FIRST_YEAR && Number(value) <= now + 1
        ? undefined
        : words().wrongYear(FIRST_YEAR, now + 1),
  });
  return year === undefined ? undefined : Number(year);
}

async function askLevel(organisation: string): Promise<NewDraftParams['level'] | undefined> {
  const { government, department, township } = words().levels;
  const items = [
    { label: government, level: 'government' as const },
    { label: department, level: 'department' as const },
    { label: township, level: 'township' as const },
  ];
  // What the name says comes first.
  const likely = likelyLevel(organisation);
  items.sort((a, b) => Number(b.level === likely) - Number(a.level === likely));
  const chosen = await window.showQuickPick(items, {
    title: words().newDraft,
    placeHolder: words().askLevel,
    ignoreFocusOut: true,
  });
  return chosen?.level;
}

function likelyLevel(organisation: string): NewDraftParams['level'] {
  if (/(?:镇|乡)人民政府$|街道办事处$/u.test(organisation)) {
    return 'township';
  }
  return /人民政府$/u.test(organisation) ? 'government' : 'department';
}

/** 以上年报告为底稿: last year's draft is the one in the active editor; it stays as it is. */
async function rollForward(ask: Ask): Promise<void> {
  const source = window.activeTextEditor?.document;
  const text = source && textOfDraft(source);
  if (!source || typeof text !== 'string') {
    void window.showWarningMessage(words().noDraft);
    return;
  }
  const params: RollForwardParams = { text };
  const rolled = await ask<RolledDraft | null>('nianbao/rollForward', params);
  if (rolled === null) {
    void window.showWarningMessage(words().noYearToRoll);
    return;
  }
  const language = SERVED_LANGUAGES.includes(source.languageId) ? source.languageId : LANGUAGE;
  const document = await workspace.openTextDocument({ language, content: rolled.text });
  await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preview: false });
  // The answer to the command; what it says is in the draft to be seen as well.
  const message = [words().rolled(rolled.year), ...rolled.notes].join(words().semicolon);
  void window.showInformationMessage(message, words().firstPlace).then((chosen) => {
    if (chosen !== undefined) {
      void commands.executeCommand('nianbao.nextPlaceholder');
    }
  });
}

/** 插入部分或表格的模板: at the cursor, the missing ones first. */
async function insertTemplate(ask: Ask, id?: string): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) {
    void window.showWarningMessage(words().noDraft);
    return;
  }
  const { line, character } = editor.selection.active;
  const { uri } = editor.document;
  const params: TemplatesParams = { textDocument: { uri: uri.toString() }, position: { line, character } };
  const { version } = editor.document;
  const templates = await ask<Templates | null>('nianbao/templates', params);
  if (templates === null) {
    void window.showWarningMessage(words().noDraft);
    return;
  }
  const item = id === undefined ? await pickTemplate(templates.items) : templates.items.find((one) => one.id === id);
  if (item === undefined || editor.document.version !== version) {
    return;
  }
  const { start, end } = templates.range;
  const range = new Range(start.line, start.character, end.line, end.character);
  await editor.insertSnippet(new SnippetString(item.snippet), range);
}

async function pickTemplate(items: readonly TemplateItem[]): Promise<TemplateItem | undefined> {
  const sorted = [...items].sort((a, b) => Number(b.missing) - Number(a.missing));
  const picks = sorted.map((item) => ({
    label: item.title,
    description: item.missing ? words().missing : '',
    item,
  }));
  return (await window.showQuickPick(picks, { placeHolder: words().askTemplate }))?.item;
}

/** Selects the next place that waits for the author, going round at the end. */
function goToPlaceholder(step: 1 | -1): void {
  const editor = window.activeTextEditor;
  const text = editor && textOfDraft(editor.document);
  if (!editor || typeof text !== 'string') {
    return;
  }
  const places = placeholders(text);
  if (places.length === 0) {
    void window.showInformationMessage(words().noPlaces);
    return;
  }
  const from = editor.document.offsetAt(editor.selection.start);
  const next =
    step > 0
      ? (places.find(({ range }) => range.start > from || (range.start === from && editor.selection.isEmpty)) ??
        places[0])
      : (places.filter(({ range }) => range.start < from).at(-1) ?? places.at(-1));
  if (next) {
    select(editor, next.range);
  }
}

function select(editor: TextEditor, { start, end }: { readonly start: number; readonly end: number }): void {
  const { document } = editor;
  editor.selection = new Selection(document.positionAt(start), document.positionAt(end));
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
}
