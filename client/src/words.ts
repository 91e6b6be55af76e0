import { workspace } from 'vscode';

/**
 * What the client itself says to the user, in both languages.
 *
 * Not through `vscode.l10n`, which never loads a bundle for English: the source strings would have to be English, and
 * everybody who has no language pack, as most Chinese users of an English VS Code, would read English about a text that
 * can only be Chinese. So the tool speaks Chinese, and English to those who set `nianbao.language`; server and views
 * go together. What VS Code takes from the manifest (settings, welcome text) follows its display language.
 */
export interface Words {
  readonly draft: string;
  readonly year: (year: number) => string;
  readonly noYear: string;
  readonly form: (form: string) => string;
  readonly noForm: string;
  readonly faults: (count: number) => string;
  readonly noFaults: string;
  readonly errors: (count: number) => string;
  readonly warnings: (count: number) => string;
  readonly others: (count: number) => string;
  readonly comma: string;
  readonly colon: string;
  readonly clickForProblems: string;
  readonly missing: string;
  readonly missingSection: string;
  readonly places: (count: number) => string;
  readonly goTo: string;
  readonly notStarted: (reason: string) => string;
  readonly newDraft: string;
  readonly askOrganisation: string;
  readonly exampleOrganisation: string;
  readonly wrongOrganisation: string;
  readonly askYear: string;
  readonly wrongYear: (first: number, last: number) => string;
  readonly askLevel: string;
  readonly levels: Readonly<Record<'government' | 'department' | 'township', string>>;
  readonly askTemplate: string;
  readonly noDraft: string;
  readonly noYearToRoll: string;
  readonly rolled: (year: number) => string;
  readonly semicolon: string;
  readonly firstPlace: string;
  readonly noPlaces: string;
  readonly askSeverity: string;
  readonly severities: Readonly<Record<'error' | 'warning' | 'information' | 'hint' | 'off' | 'default', string>>;
  readonly now: string;
  readonly noTable: string;
  readonly copied: string;
  readonly askLayout: string;
  readonly layouts: Readonly<Record<'pipes' | 'tabs', string>>;
  readonly pasteIntoTable: string;
  readonly pastedAsText: string;
  readonly unfit: string;
  readonly nothingToPaste: string;
}

export type Language = 'zh-cn' | 'en';

const WORDS: Readonly<Record<Language, Words>> = {
  'zh-cn': {
    draft: '年报草稿',
    year: (year) => `${year} 年度`,
    noYear: '年度未定',
    form: (form) => `${form} 格式`,
    noForm: '格式未定',
    faults: (count) => `${count} 处问题`,
    noFaults: '无问题',
    errors: (count) => `${count} 个错误`,
    warnings: (count) => `${count} 个警告`,
    others: (count) => `${count} 条提示`,
    comma: '，',
    colon: '：',
    clickForProblems: '单击查看问题',
    missing: '缺失',
    missingSection: '草稿中没有这一部分',
    places: (count) => `${count} 处`,
    goTo: '转到',
    notStarted: (reason) => `年报校核未能启动：${reason}`,
    askSeverity: '这条规则的级别，写入设置 nianbao.severity',
    severities: {
      error: '错误',
      warning: '警告',
      information: '信息',
      hint: '提示',
      off: '不检查',
      default: '规则的默认级别',
    },
    now: '现在',
    newDraft: '新建年报草稿',
    askOrganisation: '报告机关的名称，按题目中的写法',
    exampleOrganisation: '例如：清岚县人民政府',
    wrongOrganisation: '请写机关名称，不带标点',
    askYear: '报告年度',
    wrongYear: (first, last) => `请写 ${first} 至 ${last} 之间的年度`,
    askLevel: '由谁编制',
    levels: { government: '县级以上人民政府', department: '政府部门', township: '乡镇、街道' },
    askTemplate: '插入哪一部分或哪张表',
    noDraft: '请先打开一份年报草稿',
    noYearToRoll: '没有读到报告年度，无法作为底稿：请先在题目里写明年度',
    rolled: (year) => `已做成 ${year} 年度草稿`,
    semicolon: '；',
    firstPlace: '转到第一处',
    noPlaces: '没有待填写或待核对的地方',
    noTable: '光标不在表格中',
    copied: '表格已复制（制表符分隔），可直接粘贴到 Word、Excel',
    askLayout: '转成哪种排法',
    layouts: { pipes: 'Markdown 表格', tabs: '制表符分隔（可粘贴到 Word、Excel）' },
    pasteIntoTable: '填入表格单元格',
    pastedAsText: '粘贴的内容与表格不合，已按文本粘贴',
    unfit: '剪贴板上的内容与表格不合：行列超出表格，或含有不是数的内容',
    nothingToPaste: '光标不在表格中，或剪贴板上没有几格内容',
  },
  en: {
    draft: 'Draft of an annual report',
    year: (year) => `Year ${year}`,
    noYear: 'No year',
    form: (form) => `Form of ${form}`,
    noForm: 'No form',
    faults: (count) => (count === 1 ? '1 problem' : `${count} problems`),
    noFaults: 'No problems',
    errors: (count) => (count === 1 ? '1 error' : `${count} errors`),
    warnings: (count) => (count === 1 ? '1 warning' : `${count} warnings`),
    others: (count) => (count === 1 ? '1 hint' : `${count} hints`),
    comma: ', ',
    colon: ': ',
    clickForProblems: 'Click to see the problems',
    missing: 'missing',
    missingSection: 'the draft does not have this section',
    places: (count) => `${count}`,
    goTo: 'Go to',
    notStarted: (reason) => `Nianbao could not start: ${reason}`,
    askSeverity: 'The level of this rule, written into the setting nianbao.severity',
    severities: {
      error: 'Error',
      warning: 'Warning',
      information: 'Information',
      hint: 'Hint',
      off: 'Not checked',
      default: "The rule's own severity",
    },
    now: 'now',
    newDraft: 'New Annual Report Draft',
    askOrganisation: 'The office that reports, as the title is to have it',
    exampleOrganisation: 'for example 清岚县人民政府',
    wrongOrganisation: 'The name of an office, without punctuation',
    askYear: 'Report year',
    wrongYear: (first, last) => `A year from ${first} to ${last}`,
    askLevel: 'Who reports',
    levels: { government: 'A government of a county or above', department: 'A department', township: 'A township' },
    askTemplate: 'Which section or table to insert',
    noDraft: 'Open a draft of an annual report first',
    noYearToRoll: 'The draft has no report year to go on from: put it into the title first',
    rolled: (year) => `The draft for ${year} is made`,
    semicolon: '; ',
    firstPlace: 'Go to the First Place',
    noPlaces: 'No place waits to be filled in or checked',
    noTable: 'The cursor is in no table',
    copied: 'Copied with tabs: paste it into Word or Excel',
    askLayout: 'The layout to rewrite the table in',
    layouts: { pipes: 'Markdown table', tabs: 'Text with tabs (for Word and Excel)' },
    pasteIntoTable: 'Fill the cells of the table',
    pastedAsText: 'What was pasted does not fit the table: pasted as text',
    unfit: 'The clipboard does not fit the table: too many rows or columns, or something that is no number',
    nothingToPaste: 'The cursor is in no table, or the clipboard holds no block of cells',
  },
};

/** The language that the user wants to read. */
export function language(): Language {
  return workspace.getConfiguration('nianbao').get<string>('language') === 'en' ? 'en' : 'zh-cn';
}

/** The words of that language. */
export function words(): Words {
  return WORDS[language()];
}
