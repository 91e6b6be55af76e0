import { balanceFixes } from '../../edit/balance';
import type { Rule } from '../rule';
import { brokenIdentities } from './broken';

export const disputes: Rule = {
  name: 'balance/disputes',
  severity: 'error',
  description: { zh: '表四每组：四种结果相加 = 总计', en: 'Table 4, each block: the four results add up to 总计' },
  source: '国办公开办函〔2019〕60号、〔2021〕30号附件（表四）',
  check: (report) => brokenIdentities(report, 'balance/disputes'),
  fixes: balanceFixes,
};
