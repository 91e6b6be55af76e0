import { balanceFixes } from '../../edit/balance';
import type { Rule } from '../rule';
import { brokenIdentities } from './broken';

export const requestsHandled: Rule = {
  name: 'balance/requests-handled',
  severity: 'error',
  description: {
    zh: '表三每列：各项办理结果相加 = （七）总计',
    en: 'Table 3, each column: the results add up to （七）总计',
  },
  source: '国办公开办函〔2019〕60号、〔2021〕30号附件（表三）',
  check: (report) => brokenIdentities(report, 'balance/requests-handled'),
  fixes: balanceFixes,
};
