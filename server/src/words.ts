import type { TableId } from './core';

export type Language = 'zh' | 'en';

/** The few words that the server says itself; everything about a finding comes from the core. */
export interface Words {
  readonly balanced: string;
  readonly off: (amount: number) => string;
  readonly incomplete: string;
  readonly tables: Readonly<Record<TableId, string>>;
  readonly setSeverity: (rule: string) => string;
}

export const WORDS: Readonly<Record<Language, Words>> = {
  zh: {
    balanced: '平衡',
    off: (amount) => `差 ${amount}`,
    incomplete: '不完整',
    tables: { proactive: '主动公开情况表', requests: '申请办理情况表', disputes: '复议诉讼情况表' },
    setSeverity: (rule) => `在设置中改 ${rule} 的级别`,
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
  },
};
