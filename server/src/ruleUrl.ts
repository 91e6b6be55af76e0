import type { Language } from './words';

const BASE = 'https://github.com/nianbao/nianbao/blob/main/docs/rules/';

/**
 * The page that explains a rule; for readers of English the part at its end that is written for them.
 * @param rule name of a rule, `balance/requests-row`
 */
export function ruleUrl(rule: string, language: Language = 'zh'): string {
  return `${BASE}${rule.replace('/', '-')}.md${language === 'en' ? '#english' : ''}`;
}
