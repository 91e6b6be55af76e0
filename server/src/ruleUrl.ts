const BASE = 'https://github.com/nianbao/nianbao/blob/main/docs/rules/';

/**
 * The page that explains a rule.
 * @param rule name of a rule, `balance/requests-row`
 */
export function ruleUrl(rule: string): string {
  return `${BASE}${rule.replace('/', '-')}.md`;
}
