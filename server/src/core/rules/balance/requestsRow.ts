import { balanceFixes } from '../../edit/balance';
import type { Rule } from '../rule';
import { brokenIdentities } from './broken';

export const requestsRow: Rule = {
  name: 'balance/requests-row',
  severity: 'error',
  description: {
    zh: '表三每行：六类申请人相加 = 总计',
    en: 'Table 3, each row: the six kinds of applicants add up to 总计',
  },
  source: '国办公开办函〔2019〕60号、〔2021〕30号附件（表三）',
  check: (report) => brokenIdentities(report, 'balance/requests-row'),
  fixes: balanceFixes,
};
