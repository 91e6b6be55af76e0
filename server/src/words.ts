import type { TableId } from './core';

export type Language = 'zh' | 'en';

/** The few words that the server says itself; everything about a finding comes from the core. */
export interface Words {
  readonly balanced: string;
  readonly off: (amount: number) => string;
  readonly incomplete: string;
  readonly tables: Readonly<Record<TableId, string>>;
  readonly setSeverity: (rule: string) => string;
  readonly comma: string;
  readonly colon: string;
  readonly stop: string;
  readonly row: string;
  readonly column: string;
  /** A cell without content. */
  readonly blank: string;
  readonly should: (value: number) => string;
  /** Stands before the article that something comes from. */
  readonly basis: string;
  /** The notice that asks for a section. */
  readonly asked: (notice: string) => string;
  readonly fix: string;
  readonly toPipes: string;
  readonly toTabs: string;
  readonly draftChanged: string;
  readonly copy: string;
  readonly findings: (count: number) => string;
  /** Fixes of one kind, everywhere in the file. */
  readonly fixAlike: (count: number) => string;
  readonly fixAll: string;
}

export const WORDS: Readonly<Record<Language, Words>> = {
  zh: {
    balanced: '平衡',
    off: (amount) => `差 ${amount}`,
    incomplete: '不完整',
    tables: { proactive: '主动公开情况表', requests: '申请办理情况表', disputes: '复议诉讼情况表' },
    setSeverity: (rule) => `在设置中改 ${rule} 的级别`,
    comma: '，',
    colon: '：',
    stop: '。',
    row: '行',
    column: '列',
    blank: '空白',
    should: (value) => `应为 ${value}`,
    basis: '依据：',
    asked: (notice) => `格式：${notice}`,
    fix: '修正',
    toPipes: '转为 Markdown 表格',
    toTabs: '转为制表符分隔（可粘贴到 Word、Excel）',
    draftChanged: '草稿已改动，请重新选择这一操作',
    copy: '复制到 Word/Excel',
    findings: (count) => `${count} 处问题`,
    fixAlike: (count) => `修正本文件所有同类问题（${count} 处）`,
    fixAll: '修正标题、编号、行名列名',
  },
  en: {
    balanced: 'balanced',
    off: (amount) => `off by ${amount}`,
    incomplete: 'incomplete',
    tables: {
      proactive: 'Table of proactive disclosure',
      requests: 'Table of requests',
      disputes: 'Table of disputes',
    },
    setSeverity: (rule) => `Change the severity of ${rule} in the settings`,
    comma: ', ',
    colon: ': ',
    stop: '. ',
    row: 'row',
    column: 'column',
    blank: 'blank',
    should: (value) => `should be ${value}`,
    basis: 'Source: ',
    asked: (notice) => `Form: ${notice}`,
    fix: 'Fix',
    toPipes: 'To a Markdown table',
    toTabs: 'To text with tabs (for Word and Excel)',
    draftChanged: 'The draft has changed; choose the action again',
    copy: 'Copy for Word or Excel',
    findings: (count) => (count === 1 ? '1 problem' : `${count} problems`),
    fixAlike: (count) => `Fix all problems of this kind in the file (${count})`,
    fixAll: 'Fix titles, numbers of sections and labels',
  },
};
