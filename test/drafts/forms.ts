/**
 * The official tables of both forms, written down a second time on purpose:
 * drafts made from the checker's own data would prove nothing about that data.
 */
export type Form = '2019' | '2021';
export type SectionId = 'overview' | 'proactive' | 'requests' | 'disputes' | 'problems' | 'others';
export type TableId = 'proactive' | 'requests' | 'disputes';

export const SECTIONS: readonly { readonly id: SectionId; readonly title: string; readonly long?: string }[] = [
  { id: 'overview', title: '总体情况' },
  { id: 'proactive', title: '主动公开政府信息情况' },
  { id: 'requests', title: '收到和处理政府信息公开申请情况' },
  {
    id: 'disputes',
    title: '政府信息公开行政复议、行政诉讼情况',
    long: '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
  },
  { id: 'problems', title: '存在的主要问题及改进情况', long: '政府信息公开工作存在的主要问题及改进情况' },
  { id: 'others', title: '其他需要报告的事项' },
];

export const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;

/** One row of numbers of table 3 with the labels before it, each over `span` of the three label columns. */
export interface Leaf {
  readonly id: string;
  readonly labels: readonly { readonly text: string; readonly span: number }[];
}

export const REQUEST_COLUMNS = [
  { id: 'naturalPerson', text: '自然人' },
  { id: 'company', text: '商业企业' },
  { id: 'researchInstitution', text: '科研机构' },
  { id: 'publicWelfareOrganisation', text: '社会公益组织' },
  { id: 'legalServiceOrganisation', text: '法律服务机构' },
  { id: 'otherOrganisation', text: '其他' },
  { id: 'total', text: '总计' },
] as const;

export const REQUEST_NOTE = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';

const GROUPS: readonly { id: string; text: string; rows: readonly (readonly [string, string])[] }[] = [
  {
    id: 'refused',
    text: '（三）不予公开',
    rows: [
      ['stateSecret', '1.属于国家秘密'],
      ['otherLaw', '2.其他法律行政法规禁止公开'],
      ['threeSecurities', '3.危及“三安全一稳定”'],
      ['thirdParty', '4.保护第三方合法权益'],
      ['internalAffairs', '5.属于三类内部事务信息'],
      ['processInformation', '6.属于四类过程性信息'],
      ['enforcementFile', '7.属于行政执法案卷'],
      ['administrativeInquiry', '8.属于行政查询事项'],
    ],
  },
  {
    id: 'unavailable',
    text: '（四）无法提供',
    rows: [
      ['notHeld', '1.本机关不掌握相关政府信息'],
      ['needsCreation', '2.没有现成信息需要另行制作'],
      ['stillUnclear', '3.补正后申请内容仍不明确'],
    ],
  },
  {
    id: 'notProcessed',
    text: '（五）不予处理',
    rows: [
      ['petition', '1.信访举报投诉类申请'],
      ['repeated', '2.重复申请'],
      ['publication', '3.要求提供公开出版物'],
      ['excessive', '4.无正当理由大量反复申请'],
      ['confirmation', '5.要求行政机关确认或重新出具已获取信息'],
    ],
  },
];

const OTHER_HANDLING_2021: readonly (readonly [string, string])[] = [
  ['notCorrected', '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请'],
  ['unpaidFee', '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请'],
  ['other', '3.其他'],
];

/** The rows of table 3 in order. */
export function requestLeaves(form: Form): Leaf[] {
  const result = { text: '三、本年度办理结果', span: 1 };
  const groups =
    form === '2021' ? [...GROUPS, { id: 'otherHandling', text: '（六）其他处理', rows: OTHER_HANDLING_2021 }] : GROUPS;
  const leaves: Leaf[] = [
    { id: 'newlyReceived', labels: [{ text: '一、本年新收政府信息公开申请数量', span: 3 }] },
    { id: 'carriedIn', labels: [{ text: '二、上年结转政府信息公开申请数量', span: 3 }] },
    { id: 'granted', labels: [result, { text: '（一）予以公开', span: 2 }] },
    {
      id: 'partlyGranted',
      labels: [result, { text: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）', span: 2 }],
    },
  ];
  for (const group of groups) {
    const head = { text: group.text, span: 1 };
    for (const [id, text] of group.rows) {
      leaves.push({ id: `${group.id}.${id}`, labels: [result, head, { text, span: 1 }] });
    }
  }
  if (form === '2019') leaves.push({ id: 'otherHandling', labels: [result, { text: '（六）其他处理', span: 2 }] });
  leaves.push({ id: 'handledTotal', labels: [result, { text: '（七）总计', span: 2 }] });
  leaves.push({ id: 'carriedForward', labels: [{ text: '四、结转下年度继续办理', span: 3 }] });
  return leaves;
}

/** The rows of table 3 that add up to （七）. */
export function resultRows(form: Form): string[] {
  return requestLeaves(form)
    .map((leaf) => leaf.id)
    .filter((id) => !['newlyReceived', 'carriedIn', 'handledTotal', 'carriedForward'].includes(id));
}

/** One part of table 2: a line that names the item of article 20, a line of headers, lines of numbers. */
export interface Block {
  readonly item: string;
  readonly headers: readonly string[];
  /** Spans of the headers and of the cells below them, label first, as the official file has them. */
  readonly headerSpans: readonly number[];
  readonly cellSpans: readonly number[];
  readonly columns: readonly string[];
  readonly rows: readonly { readonly id: string; readonly text: string }[];
}

export function proactiveBlocks(form: Form): { width: number; blocks: readonly Block[] } {
  return form === '2019' ? { width: 5, blocks: PROACTIVE_2019 } : { width: 4, blocks: PROACTIVE_2021 };
}

const COUNTS = {
  headers: ['信息内容', '上一年项目数量', '本年增/减', '处理决定数量'],
  headerSpans: [1, 1, 2, 1],
  cellSpans: [1, 2, 1, 1],
  columns: ['previous', 'change', 'decisions'],
} as const;

const PROACTIVE_2019: readonly Block[] = [
  {
    item: '第二十条第（一）项',
    headers: ['信息内容', '本年新制作数量', '本年新公开数量', '对外公开总数量'],
    headerSpans: [1, 1, 2, 1],
    cellSpans: [1, 1, 2, 1],
    columns: ['made', 'disclosed', 'total'],
    rows: [
      { id: 'rules', text: '规章' },
      { id: 'normativeDocuments', text: '规范性文件' },
    ],
  },
  {
    item: '第二十条第（五）项',
    ...COUNTS,
    rows: [
      { id: 'licences', text: '行政许可' },
      { id: 'otherManagement', text: '其他对外管理服务事项' },
    ],
  },
  {
    item: '第二十条第（六）项',
    ...COUNTS,
    rows: [
      { id: 'penalties', text: '行政处罚' },
      { id: 'coercion', text: '行政强制' },
    ],
  },
  {
    item: '第二十条第（八）项',
    headers: ['信息内容', '上一年项目数量', '本年增/减'],
    headerSpans: [1, 2, 2],
    cellSpans: [1, 2, 2],
    columns: ['previous', 'change'],
    rows: [{ id: 'fees', text: '行政事业性收费' }],
  },
  {
    item: '第二十条第（九）项',
    headers: ['信息内容', '采购项目数量', '采购总金额'],
    headerSpans: [1, 2, 2],
    cellSpans: [1, 2, 2],
    columns: ['projects', 'amount'],
    rows: [{ id: 'procurement', text: '政府集中采购' }],
  },
];

const DECISIONS = {
  headers: ['信息内容', '本年处理决定数量'],
  headerSpans: [1, 3],
  cellSpans: [1, 3],
  columns: ['decisions'],
} as const;

const PROACTIVE_2021: readonly Block[] = [
  {
    item: '第二十条第（一）项',
    headers: ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
    headerSpans: [1, 1, 1, 1],
    cellSpans: [1, 1, 1, 1],
    columns: ['issued', 'repealed', 'inForce'],
    rows: [
      { id: 'rules', text: '规章' },
      { id: 'normativeDocuments', text: '行政规范性文件' },
    ],
  },
  { item: '第二十条第（五）项', ...DECISIONS, rows: [{ id: 'licences', text: '行政许可' }] },
  {
    item: '第二十条第（六）项',
    ...DECISIONS,
    rows: [
      { id: 'penalties', text: '行政处罚' },
      { id: 'coercion', text: '行政强制' },
    ],
  },
  {
    item: '第二十条第（八）项',
    headers: ['信息内容', '本年收费金额（单位：万元）'],
    headerSpans: [1, 3],
    cellSpans: [1, 3],
    columns: ['amount'],
    rows: [{ id: 'fees', text: '行政事业性收费' }],
  },
];

export const DISPUTE_BLOCKS = [
  { id: 'review', text: '行政复议' },
  { id: 'directSuit', text: '未经复议直接起诉' },
  { id: 'suitAfterReview', text: '复议后起诉' },
] as const;

export const DISPUTE_COLUMNS = [
  { id: 'upheld', text: '结果维持' },
  { id: 'corrected', text: '结果纠正' },
  { id: 'other', text: '其他结果' },
  { id: 'pending', text: '尚未审结' },
  { id: 'total', text: '总计' },
] as const;
