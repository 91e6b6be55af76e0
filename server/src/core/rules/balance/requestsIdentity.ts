import { balanceFixes } from '../../edit/balance';
import type { Rule } from '../rule';
import { brokenIdentities } from './broken';

export const requestsIdentity: Rule = {
  name: 'balance/requests-identity',
  severity: 'error',
  description: { zh: '表三每列：一 + 二 = 三（七） + 四', en: 'Table 3, each column: 一 + 二 = 三（七） + 四' },
  source:
    '国办公开办函〔2019〕60号、〔2021〕30号附件（表三：本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
  check: (report) => brokenIdentities(report, 'balance/requests-identity'),
  fixes: balanceFixes,
};
