/**
 * What is counted in the sentences of a report, as data: words, and the rows of the tables that they mean.
 * A word may have several readings (收到 is 一, or 一 and 二 together); a number is right when one of them fits.
 */

/** Rows whose numbers are added up. */
export type RowSum = readonly string[];

export interface Concept {
  readonly id: string;
  readonly words: readonly string[];
  readonly readings: readonly RowSum[];
  /** `flow`: how many came, were handled, are left; `outcome`: how they ended. */
  readonly kind: 'flow' | 'outcome';
}

const REFUSED = [
  'stateSecret',
  'otherLaw',
  'threeSecurities',
  'thirdParty',
  'internalAffairs',
  'processInformation',
  'enforcementFile',
  'administrativeInquiry',
].map((r) => `refused.${r}`);
const UNAVAILABLE = ['notHeld', 'needsCreation', 'stillUnclear'].map((r) => `unavailable.${r}`);
const NOT_PROCESSED = ['petition', 'repeated', 'publication', 'excessive', 'confirmation'].map(
  (r) => `notProcessed.${r}`,
);
/** Rows of （六） in any form; those that a form does not have are left out of the sum. */
const OTHER = ['otherHandling', 'otherHandling.notCorrected', 'otherHandling.unpaidFee', 'otherHandling.other'];

const NEW: RowSum = ['newlyReceived'];
const BOTH: RowSum = ['newlyReceived', 'carriedIn'];
const HANDLED: RowSum = ['handledTotal'];

const flow = (id: string, words: readonly string[], ...readings: RowSum[]): Concept => ({
  id,
  words,
  readings,
  kind: 'flow',
});
const outcome = (id: string, words: readonly string[], ...readings: RowSum[]): Concept => ({
  id,
  words,
  readings,
  kind: 'outcome',
});

/** Concepts of table 3, by the words that stand beside the number. */
export const REQUESTS: readonly Concept[] = [
  flow('new', ['新收', '新接收', '新受理', '新增'], NEW),
  flow('received', ['收到', '接收', '接到', '受理', '共收', '收悉', '收件', '登记'], NEW, BOTH),
  flow('handled', ['办理', '处理'], HANDLED, NEW, BOTH),
  flow(
    'answered',
    ['办结', '答复', '回复', '办理完毕', '办理完成', '处理完毕', '办理完结', '办毕', '完成办理'],
    HANDLED,
  ),
  flow(
    'carriedIn',
    [
      '上年结转',
      '上年度结转',
      '上一年结转',
      '上一年度结转',
      '去年结转',
      '上年转入',
      '上年度转入',
      '结转上年',
      '上年遗留',
      '往年结转',
      '上年结余',
    ],
    ['carriedIn'],
  ),
  flow(
    'carriedForward',
    [
      '结转下年',
      '结转至下年',
      '结转到下年',
      '结转下一年',
      '结转至下一年',
      '结转到下一年',
      '转入下年',
      '转下年',
      '转至下年',
      '转入下一年',
      '转至下一年',
      '顺延',
      '继续办理',
      '正在办理',
      '尚在办理',
      '未办结',
      '尚未办结',
      '结转次年',
      '结转至次年',
      '转入次年',
      '下年度办理',
      '在办理中',
      '仍在办理',
      '未到期',
      '跨年办理',
    ],
    ['carriedForward'],
  ),
  flow('carried', ['结转'], ['carriedIn'], ['carriedForward']),

  outcome(
    'granted',
    ['予以公开', '同意公开', '全部公开', '依法公开', '给予公开', '准予公开'],
    ['granted'],
    ['granted', 'partlyGranted'],
  ),
  outcome('partlyGranted', ['部分公开', '部分予以公开', '区分处理'], ['partlyGranted']),
  outcome('refused', ['不予公开', '不予以公开', '不同意公开', '未予公开', '不公开'], REFUSED),
  outcome('stateSecret', ['国家秘密'], ['refused.stateSecret']),
  outcome('otherLaw', ['法律行政法规禁止', '法律、行政法规禁止', '法律法规禁止'], ['refused.otherLaw']),
  outcome('threeSecurities', ['三安全一稳定'], ['refused.threeSecurities']),
  outcome('thirdParty', ['第三方合法权益', '第三方权益', '第三方利益'], ['refused.thirdParty']),
  outcome('internalAffairs', ['内部事务'], ['refused.internalAffairs']),
  outcome('processInformation', ['过程性信息'], ['refused.processInformation']),
  outcome('enforcementFile', ['行政执法案卷', '执法案卷'], ['refused.enforcementFile']),
  outcome('administrativeInquiry', ['行政查询'], ['refused.administrativeInquiry']),
  outcome('unavailable', ['无法提供', '不能提供'], UNAVAILABLE),
  outcome('notHeld', ['不掌握', '信息不存在', '不存在'], ['unavailable.notHeld']),
  outcome('needsCreation', ['没有现成信息', '无现成信息', '另行制作'], ['unavailable.needsCreation']),
  outcome('stillUnclear', ['仍不明确', '内容不明确'], ['unavailable.stillUnclear']),
  outcome('notProcessed', ['不予处理', '不予办理'], NOT_PROCESSED),
  outcome('petition', ['信访举报投诉', '信访、举报、投诉', '信访投诉举报', '信访类'], ['notProcessed.petition']),
  outcome('repeated', ['重复申请'], ['notProcessed.repeated']),
  outcome('publication', ['公开出版物'], ['notProcessed.publication']),
  outcome('excessive', ['大量反复', '反复申请'], ['notProcessed.excessive']),
  outcome('confirmation', ['重新出具', '确认或重新'], ['notProcessed.confirmation']),
  outcome('otherHandling', ['其他处理', '作其他处理', '其他方式处理'], OTHER),
  outcome('notCorrected', ['逾期不补正', '逾期未补正', '不补正'], ['otherHandling.notCorrected']),
  outcome('unpaidFee', ['逾期未按收费', '逾期未缴', '未缴纳费用'], ['otherHandling.unpaidFee']),
];

/** Which groups a detail belongs to: 因不掌握无法提供 may be counted either way. */
export const PARENTS: Readonly<Record<string, string>> = Object.fromEntries([
  ...[
    'stateSecret',
    'otherLaw',
    'threeSecurities',
    'thirdParty',
    'internalAffairs',
    'processInformation',
    'enforcementFile',
    'administrativeInquiry',
  ].map((d) => [d, 'refused']),
  ...['notHeld', 'needsCreation', 'stillUnclear'].map((d) => [d, 'unavailable']),
  ...['petition', 'repeated', 'publication', 'excessive', 'confirmation'].map((d) => [d, 'notProcessed']),
  ...['notCorrected', 'unpaidFee'].map((d) => [d, 'otherHandling']),
]);

/** Kinds of applicants, and the columns of table 3 that they mean. */
export const APPLICANTS: readonly { readonly words: readonly string[]; readonly columns: readonly string[] }[] = [
  { words: ['自然人', '公民个人', '公民'], columns: ['naturalPerson'] },
  {
    words: [
      '法人或其他组织',
      '法人或者其他组织',
      '法人和其他组织',
      '法人及其他组织',
      '法人、其他组织',
      '法人其他组织',
      '法人或组织',
    ],
    columns: [
      'company',
      'researchInstitution',
      'publicWelfareOrganisation',
      'legalServiceOrganisation',
      'otherOrganisation',
    ],
  },
  { words: ['商业企业'], columns: ['company'] },
  { words: ['科研机构'], columns: ['researchInstitution'] },
  { words: ['社会公益组织'], columns: ['publicWelfareOrganisation'] },
  { words: ['法律服务机构'], columns: ['legalServiceOrganisation'] },
];

/** Results of reviews and suits. */
export const RESULTS: readonly { readonly column: string; readonly words: readonly string[] }[] = [
  { column: 'upheld', words: ['结果维持', '维持', '驳回'] },
  { column: 'corrected', words: ['结果纠正', '纠正', '撤销', '责令重新', '确认违法', '败诉'] },
  { column: 'other', words: ['其他结果', '终止', '撤回', '撤诉'] },
  {
    column: 'pending',
    words: ['尚未审结', '未审结', '正在审理', '尚在审理', '未结', '审理中', '正在办理', '尚未结案'],
  },
];

/** Words that say that a sentence is about applications for information. */
export const REQUEST_WORDS: readonly string[] = [
  '信息公开申请',
  '依申请公开',
  '申请公开',
  '公开申请',
  '依申请',
  '申请件',
  '申请政府信息',
];

/** Things that are counted beside applications and never are in a table. */
export const OTHER_THINGS: readonly string[] = [
  '建议',
  '提案',
  '议案',
  '留言',
  '来信',
  '来访',
  '信访件',
  '信访事项',
  '投诉件',
  '热线',
  '12345',
  '咨询',
  '来电',
  '电话',
  '舆情',
  '解读',
  '新闻',
  '稿件',
  '微信',
  '微博',
  '公众号',
  '信箱',
  '问政',
  '栏目',
  '公报',
  '文件',
  '信息公开栏',
  '网站',
  '视频',
  '图解',
  '条信息',
  '类信息',
  '政策',
  '公文',
  '人次',
  '培训',
  '会议',
  '检查',
  '整改',
  '问题',
  '案例',
  '评议',
  '问卷',
  '许可',
  '处罚',
  '事项',
  '证照',
  '意见',
  '诉求',
  '工单',
  '订阅',
  '浏览',
  '点击',
  '阅读',
  '关注',
  '粉丝',
  '发布会',
  '访谈',
  '报道',
  '目录',
  '指南',
  '清单',
  '线索',
  '举报件',
  '答记者',
];

/** A stretch of a year, or several years: no number of the report's period. */
export const OTHER_PERIODS: readonly string[] = [
  '季度',
  '上半年',
  '下半年',
  '截至',
  '截止',
  '历年',
  '近年',
  '两年',
  '三年',
  '五年',
  '以来累计',
  '至今',
  '目前',
  '同期',
  '环比',
  '去年',
  '上月',
  '本月',
  '当月',
  '每月',
  '月均',
  '日均',
  '平均',
  '十三五',
  '十四五',
  '任期',
  '首次',
];

/** What a number is compared with. */
export const COMPARISONS: readonly string[] = [
  '同比',
  '环比',
  '比上年',
  '较上年',
  '比去年',
  '较去年',
  '比上一年',
  '较上一年',
  '相比',
  '增加',
  '减少',
  '增长',
  '下降',
  '上升',
  '增幅',
  '降幅',
  '多出',
  '净增',
  '提高',
];

/** How an application came: table 3 does not ask. */
export const CHANNELS: readonly string[] = [
  '网上',
  '网络',
  '在线',
  '平台',
  '信函',
  '邮寄',
  '邮件',
  '当面',
  '现场',
  '窗口',
  '传真',
  '邮政',
  '线上',
  '线下',
  '书面',
  '口头',
  '互联网',
];

/** Words that carry no meaning between a thing and its number. */
export const FILLERS: readonly string[] = [
  '其中',
  '共计',
  '合计',
  '总计',
  '总数',
  '累计',
  '数量',
  '共有',
  '共',
  '为',
  '达到',
  '达',
  '计',
  '有',
  '分别',
  '的',
  '是',
  '约',
  '全年',
  '本年度',
  '本年',
  '当年',
  '年内',
  '均',
  '已',
  '：',
  ' ',
  '　',
  '依法',
  '按期',
  '按时',
  '按规定',
  '件',
  '和',
  '及',
  '与',
];
