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
