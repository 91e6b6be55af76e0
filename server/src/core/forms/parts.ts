import type { BlockSpec, ColumnSpec, IdentitySpec, RowSpec, SectionSpec, TableSpec } from './types';

/*
 * What both forms share. Wording: attachments of 国办公开办函〔2019〕60号 and 〔2021〕30号.
 * What counts in which table: 政府信息公开条例 第二十条 (table 2), 第三十六条 (outcomes of table 3), 第五十条.
 */

export function column(id: string, label: string, more: Partial<ColumnSpec> = {}): ColumnSpec {
  return { id, label, groups: [], accepted: [], kind: 'count', unit: null, ...more };
}

export function row(
  id: string,
  label: string,
  groups: readonly string[] = [],
  accepted: readonly string[] = [],
): RowSpec {
  return { id, label, groups, accepted };
}

/** What a section is about in the words of 政府信息公开条例 第五十条, with 的 as there and without it. */
function regulation(...subjects: readonly string[]): string[] {
  return subjects.flatMap((s) => [`${s}情况`, `${s}的情况`]);
}

export const SECTIONS: readonly SectionSpec[] = [
  {
    id: 'overview',
    number: '一',
    title: '总体情况',
    accepted: ['政府信息公开工作总体情况', '政府信息公开总体情况'],
    keywords: [['总体'], ['概述'], ['概况'], ['基本情况'], ['工作情况'], ['工作开展情况']],
    table: null,
    guidance: {
      zh: '【概述本年度主动公开、依申请公开、政府信息管理、平台建设、监督保障等工作情况】',
      en: 'Sum up the year: proactive disclosure, requests, management of information, platforms, supervision',
    },
  },
  {
    id: 'proactive',
    number: '二',
    title: '主动公开政府信息情况',
    accepted: regulation('行政机关主动公开政府信息', '主动公开政府信息'),
    keywords: [['主动公开']],
    table: 'proactive',
    guidance: {
      zh: '【按《政府信息公开条例》第二十条填写下表】',
      en: 'Fill in the table after article 20 of the regulation',
    },
  },
  {
    id: 'requests',
    number: '三',
    title: '收到和处理政府信息公开申请情况',
    accepted: regulation('行政机关收到和处理政府信息公开申请', '收到和处理政府信息公开申请'),
    keywords: [['申请公开'], ['公开申请'], ['收到', '申请'], ['处理', '申请']],
    table: 'requests',
    guidance: {
      zh: '【填写下表；没有的填 0】',
      en: 'Fill in the table; write 0 for nothing',
    },
  },
  {
    id: 'disputes',
    number: '四',
    title: '政府信息公开行政复议、行政诉讼情况',
    accepted: regulation('因政府信息公开工作被申请行政复议、提起行政诉讼'),
    keywords: [['复议'], ['诉讼']],
    table: 'disputes',
    guidance: {
      zh: '【填写下表；没有的填 0】',
      en: 'Fill in the table; write 0 for nothing',
    },
  },
  {
    id: 'problems',
    number: '五',
    title: '存在的主要问题及改进情况',
    accepted: ['政府信息公开工作存在的主要问题及改进情况'],
    keywords: [['问题'], ['改进'], ['不足']],
    table: null,
    guidance: {
      zh: '【写明本年度存在的主要问题和改进措施；上年提出的问题改进得怎样】',
      en: 'State the main problems of the year and what is done about them',
    },
  },
  {
    id: 'others',
    number: '六',
    title: '其他需要报告的事项',
    accepted: [],
    keywords: [['其他', '事项'], ['其他', '报告'], ['需要报告'], ['其他情况']],
    table: null,
    guidance: {
      zh: '【写明收取信息处理费的情况和其他需要报告的事项；没有的写“无”】',
      en: 'State the fees charged for handling information and anything else to report',
    },
  },
];

const TOTAL = 'total';
const APPLICANTS = [
  'naturalPerson',
  'company',
  'researchInstitution',
  'publicWelfareOrganisation',
  'legalServiceOrganisation',
  'otherOrganisation',
] as const;

const WHOM = '申请人情况';
const LEGAL = '法人或其他组织';

const REQUEST_COLUMNS: readonly ColumnSpec[] = [
  column('naturalPerson', '自然人', { groups: [WHOM] }),
  column('company', '商业企业', { groups: [WHOM, LEGAL] }),
  column('researchInstitution', '科研机构', { groups: [WHOM, LEGAL] }),
  column('publicWelfareOrganisation', '社会公益组织', { groups: [WHOM, LEGAL] }),
  column('legalServiceOrganisation', '法律服务机构', { groups: [WHOM, LEGAL] }),
  column('otherOrganisation', '其他', { groups: [WHOM, LEGAL] }),
  column(TOTAL, '总计', { groups: [WHOM], accepted: ['合计'] }),
];

const HANDLED = '三、本年度办理结果';
const REFUSED = [HANDLED, '（三）不予公开'];
const UNAVAILABLE = [HANDLED, '（四）无法提供'];
const NOT_PROCESSED = [HANDLED, '（五）不予处理'];

/** Rows of table 3 up to （五）, which never changed. */
const REQUEST_ROWS: readonly RowSpec[] = [
  row('newlyReceived', '一、本年新收政府信息公开申请数量'),
  row('carriedIn', '二、上年结转政府信息公开申请数量'),
  row('granted', '（一）予以公开', [HANDLED]),
  row('partlyGranted', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）', [HANDLED], ['部分公开']),
  row('refused.stateSecret', '1.属于国家秘密', REFUSED),
  row('refused.otherLaw', '2.其他法律行政法规禁止公开', REFUSED),
  row('refused.threeSecurities', '3.危及“三安全一稳定”', REFUSED),
  row('refused.thirdParty', '4.保护第三方合法权益', REFUSED),
  row('refused.internalAffairs', '5.属于三类内部事务信息', REFUSED),
  row('refused.processInformation', '6.属于四类过程性信息', REFUSED),
  row('refused.enforcementFile', '7.属于行政执法案卷', REFUSED),
  row('refused.administrativeInquiry', '8.属于行政查询事项', REFUSED),
  row('unavailable.notHeld', '1.本机关不掌握相关政府信息', UNAVAILABLE),
  row('unavailable.needsCreation', '2.没有现成信息需要另行制作', UNAVAILABLE),
  row('unavailable.stillUnclear', '3.补正后申请内容仍不明确', UNAVAILABLE),
  row('notProcessed.petition', '1.信访举报投诉类申请', NOT_PROCESSED),
  row('notProcessed.repeated', '2.重复申请', NOT_PROCESSED),
  row('notProcessed.publication', '3.要求提供公开出版物', NOT_PROCESSED),
  row('notProcessed.excessive', '4.无正当理由大量反复申请', NOT_PROCESSED),
  row('notProcessed.confirmation', '5.要求行政机关确认或重新出具已获取信息', NOT_PROCESSED),
];

/**
 * Table 3 with the rows that a form prints under （六）其他处理.
 * Identities: the note in the table's corner, and the meaning of its totals.
 */
export function requestsTable(otherHandling: (handled: string) => readonly RowSpec[]): TableSpec {
  const other = otherHandling(HANDLED);
  const results = [...REQUEST_ROWS.slice(2), ...other].map((r) => r.id);
  return {
    id: 'requests',
    name: { zh: '收到和处理政府信息公开申请情况表', en: 'table of requests received and handled' },
    blocks: [
      {
        heading: null,
        corner: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
        columns: REQUEST_COLUMNS,
        rows: [
          ...REQUEST_ROWS,
          ...other,
          row('handledTotal', '（七）总计', [HANDLED], ['（七）合计']),
          row('carriedForward', '四、结转下年度继续办理'),
        ],
      },
    ],
    identities: [
      {
        rule: 'balance/requests-identity',
        name: { zh: '一 + 二 = 三（七） + 四', en: '一 + 二 = 三（七） + 四' },
        per: 'column',
        left: ['newlyReceived', 'carriedIn'],
        right: ['handledTotal', 'carriedForward'],
      },
      {
        rule: 'balance/requests-handled',
        name: { zh: '各项办理结果相加 = （七）总计', en: 'the results add up to （七）总计' },
        per: 'column',
        left: ['handledTotal'],
        right: results,
      },
      {
        rule: 'balance/requests-row',
        name: { zh: '六类申请人相加 = 总计', en: 'the six kinds of applicants add up to 总计' },
        per: 'row',
        left: [TOTAL],
        right: APPLICANTS,
      },
    ],
  };
}

const RESULTS = [
  ['upheld', '结果维持'],
  ['corrected', '结果纠正'],
  ['other', '其他结果'],
  ['pending', '尚未审结'],
] as const;

const SUIT = '行政诉讼';
const DISPUTE_BLOCKS = [
  ['review', ['行政复议']],
  ['directSuit', [SUIT, '未经复议直接起诉']],
  ['suitAfterReview', [SUIT, '复议后起诉']],
] as const;

/** Table 4: one unlabelled row of three times five numbers, the same in both forms. */
export const DISPUTES_TABLE: TableSpec = {
  id: 'disputes',
  name: { zh: '行政复议、行政诉讼情况表', en: 'table of reviews and suits' },
  blocks: [
    {
      heading: null,
      corner: null,
      columns: DISPUTE_BLOCKS.flatMap(([id, groups]) => [
        ...RESULTS.map(([result, label]) => column(`${id}.${result}`, label, { groups })),
        column(`${id}.${TOTAL}`, '总计', { groups, accepted: ['合计'] }),
      ]),
      rows: [row('', '')],
    },
  ],
  identities: DISPUTE_BLOCKS.map(
    ([id]): IdentitySpec => ({
      rule: 'balance/disputes',
      name: { zh: '四种结果相加 = 总计', en: 'the four results add up to 总计' },
      per: 'row',
      left: [`${id}.${TOTAL}`],
      right: RESULTS.map(([result]) => `${id}.${result}`),
    }),
  ),
};

/** Table 2 with the blocks of a form; its cells stand in no hard identity. */
export function proactiveTable(blocks: readonly Omit<BlockSpec, 'corner'>[]): TableSpec {
  return {
    id: 'proactive',
    name: { zh: '主动公开政府信息情况表', en: 'table of proactive disclosure' },
    blocks: blocks.map((block) => ({ ...block, corner: '信息内容' })),
    identities: [],
  };
}
