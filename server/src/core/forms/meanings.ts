import type { FormId, Localised, SectionId, TableId } from '../model';
import { labelName } from './index';

/** What something in the form stands for, and where that is laid down. */
export interface Meaning {
  readonly text: Localised;
  readonly source: Localised;
}

/** 《中华人民共和国政府信息公开条例》, in the wording of 2019 (国务院令第711号). */
function article(zh: string, en: string, zhSource: string, enSource: string): Meaning {
  return { text: { zh, en }, source: { zh: `《政府信息公开条例》${zhSource}`, en: `Regulation, ${enSource}` } };
}

function notice(zh: string, en: string): Meaning {
  return {
    text: { zh, en },
    source: { zh: '国办公开办函〔2019〕60号、〔2021〕30号附件', en: 'Attachments of the notices of 2019 and 2021' },
  };
}

/**
 * By table and row id. A row whose label says it all, or of which neither the regulation nor the notices say more,
 * is not listed.
 */
const ROWS: Readonly<Record<string, Meaning>> = {
  'proactive.rules': article('本机关制定的规章', 'Rules that the office made', '第二十条第（一）项', 'article 20 (1)'),
  'proactive.normativeDocuments': article(
    '本机关制定的行政规范性文件',
    'Normative documents that the office made',
    '第二十条第（一）项',
    'article 20 (1)',
  ),
  'proactive.licences': article('办理行政许可', 'Administrative licences', '第二十条第（五）项', 'article 20 (5)'),
  'proactive.otherManagement': article(
    '行政许可以外的对外管理服务事项',
    'Services to the public other than licences',
    '第二十条第（五）项',
    'article 20 (5)',
  ),
  'proactive.penalties': article('实施行政处罚', 'Administrative penalties', '第二十条第（六）项', 'article 20 (6)'),
  'proactive.coercion': article(
    '实施行政强制',
    'Administrative coercive measures',
    '第二十条第（六）项',
    'article 20 (6)',
  ),
  'proactive.fees': article(
    '行政事业性收费；与依申请公开的信息处理费无关',
    'Administrative fees; not the fees for handling requests for information',
    '第二十条第（八）项',
    'article 20 (8)',
  ),
  'proactive.procurement': article(
    '政府集中采购项目的实施情况',
    'Centralised government procurement',
    '第二十条第（九）项',
    'article 20 (9)',
  ),
  'requests.newlyReceived': article(
    '统计期限内收到的政府信息公开申请；收到的日期按第三十一条确定',
    'Requests received in the period; article 31 says when a request counts as received',
    '第二十七条、第三十一条',
    'articles 27 and 31',
  ),
  'requests.carriedIn': notice(
    '上年收到、上年底没有办结的申请，与上年报告的“四、结转下年度继续办理”一致',
    'Requests left open at the end of last year: last year’s row 四',
  ),
  'requests.granted': article(
    '可以公开，已提供该信息或者告知获取的方式、途径；已经主动公开而告知获取途径的也在其中',
    'Given to the applicant, or the applicant was told where to find it, also where it was already public',
    '第三十六条第（一）、（二）项',
    'article 36 (1), (2)',
  ),
  'requests.partlyGranted': article(
    '含有不应当公开或者不属于政府信息的内容，作区分处理后提供了可以公开的部分',
    'Part of what was asked for could be separated and was given',
    '第三十七条',
    'article 37',
  ),
  'requests.refused.stateSecret': article('依法确定为国家秘密', 'A state secret by law', '第十四条', 'article 14'),
  'requests.refused.otherLaw': article(
    '法律、行政法规禁止公开',
    'A law or administrative regulation forbids disclosure',
    '第十四条',
    'article 14',
  ),
  'requests.refused.threeSecurities': article(
    '公开后可能危及国家安全、公共安全、经济安全、社会稳定',
    'Disclosure may endanger national, public or economic security or social stability',
    '第十四条',
    'article 14',
  ),
  'requests.refused.thirdParty': article(
    '涉及商业秘密、个人隐私等，公开会损害第三方合法权益',
    'Trade secrets, privacy and the like: disclosure would harm a third party',
    '第十五条',
    'article 15',
  ),
  'requests.refused.internalAffairs': article(
    '人事管理、后勤管理、内部工作流程三类内部事务信息',
    'Internal affairs: personnel, logistics, internal procedure',
    '第十六条第一款',
    'article 16, paragraph 1',
  ),
  'requests.refused.processInformation': article(
    '讨论记录、过程稿、磋商信函、请示报告四类过程性信息',
    'Process information: records of discussion, drafts, letters of consultation, reports asking for instructions',
    '第十六条第二款',
    'article 16, paragraph 2',
  ),
  'requests.refused.enforcementFile': article(
    '行政执法案卷信息',
    'Files of administrative enforcement',
    '第十六条第二款',
    'article 16, paragraph 2',
  ),
  'requests.refused.administrativeInquiry': article(
    '工商、不动产登记资料等，法律、行政法规对获取另有规定，告知申请人依照其规定办理',
    'Commercial or real estate registers and the like, to which other laws give access',
    '第三十六条第（七）项',
    'article 36 (7)',
  ),
  'requests.unavailable.notHeld': article(
    '经检索没有所申请的信息，或者不属于本机关负责公开',
    'A search found nothing, or another office is responsible for it',
    '第三十六条第（四）、（五）项',
    'article 36 (4), (5)',
  ),
  'requests.unavailable.needsCreation': article(
    '没有现成的信息，需要对现有信息加工、分析',
    'Existing information would have to be processed or analysed',
    '第三十八条',
    'article 38',
  ),
  'requests.unavailable.stillUnclear': article(
    '申请内容不明确，经告知补正后仍不明确',
    'Still unclear after the applicant was asked to complete it',
    '第三十条',
    'article 30',
  ),
  'requests.notProcessed.petition': article(
    '以政府信息公开申请的形式进行信访、投诉、举报等活动',
    'A petition, complaint or report in the form of a request',
    '第三十九条第一款',
    'article 39, paragraph 1',
  ),
  'requests.notProcessed.repeated': article(
    '已经答复，申请人又重复申请公开相同的信息',
    'Answered before, and asked for again by the same applicant',
    '第三十六条第（六）项',
    'article 36 (6)',
  ),
  'requests.notProcessed.publication': article(
    '要求提供政府公报、报刊、书籍等公开出版物',
    'A gazette, newspaper, book or other publication was asked for',
    '第三十九条第二款',
    'article 39, paragraph 2',
  ),
  'requests.notProcessed.excessive': article(
    '申请的数量、频次明显超过合理范围，说明的理由不合理',
    'Far more requests than is reasonable, without a good reason',
    '第三十五条',
    'article 35',
  ),
  'requests.otherHandling.notCorrected': article(
    '申请内容不明确，申请人无正当理由逾期不补正，视为放弃申请',
    'The applicant did not complete an unclear request in time; it counts as withdrawn',
    '第三十条',
    'article 30',
  ),
  'requests.otherHandling.unpaidFee': article(
    '要收取信息处理费，申请人逾期没有缴纳',
    'The fee for handling the request was not paid in time',
    '第四十二条',
    'article 42',
  ),
  'requests.handledTotal': notice(
    '本年度办结的申请，（一）至（六）各项之和',
    'All requests answered in the year: the sum of （一） to （六）',
  ),
  'requests.carriedForward': notice(
    '到年底没有办结的申请，转入下年度的“二、上年结转”',
    'Requests left open at the end of the year: next year’s row 二',
  ),
};

/** By table and the name of a label in its header or before its rows. */
const LABELLED: Readonly<Record<TableId, ReadonlyMap<string, Meaning>>> = {
  proactive: labelled({
    '第二十条第（一）项': article(
      '规章和规范性文件',
      'Rules and normative documents',
      '第二十条第（一）项',
      'article 20 (1)',
    ),
    '第二十条第（五）项': article(
      '行政许可和其他对外管理服务事项',
      'Licences and other services to the public',
      '第二十条第（五）项',
      'article 20 (5)',
    ),
    '第二十条第（六）项': article(
      '行政处罚、行政强制',
      'Penalties and coercion',
      '第二十条第（六）项',
      'article 20 (6)',
    ),
    '第二十条第（八）项': article('行政事业性收费', 'Administrative fees', '第二十条第（八）项', 'article 20 (8)'),
    '第二十条第（九）项': article('政府集中采购', 'Government procurement', '第二十条第（九）项', 'article 20 (9)'),
    '本年增/减': notice('与上一年相比增加或者减少的数量', 'How many more or fewer there are than the year before'),
  }),
  requests: labelled({
    '（三）不予公开': article(
      '决定不予公开，告知申请人并说明理由',
      'Refused, with the reasons',
      '第十四条至第十六条、第三十六条第（三）、（七）项',
      'articles 14 to 16 and 36 (3), (7)',
    ),
    总计: notice('六类申请人之和', 'The sum of the six kinds of applicants'),
  }),
  disputes: labelled({
    行政复议: article(
      '因政府信息公开工作被申请行政复议',
      'Applications for administrative review',
      '第五十条第（三）项、第五十一条',
      'articles 50 (3) and 51',
    ),
    行政诉讼: article(
      '因政府信息公开工作被提起行政诉讼',
      'Administrative suits',
      '第五十条第（三）项、第五十一条',
      'articles 50 (3) and 51',
    ),
    未经复议直接起诉: notice(
      '没有先经过行政复议、直接提起的行政诉讼',
      'Suits that were brought without a review before',
    ),
    复议后起诉: notice('经过行政复议后提起的行政诉讼', 'Suits that were brought after a review'),
    总计: notice('四种结果之和', 'The sum of the four results'),
  }),
};

function labelled(meanings: Readonly<Record<string, Meaning>>): ReadonlyMap<string, Meaning> {
  return new Map(Object.entries(meanings).map(([label, meaning]) => [labelName(label), meaning]));
}

const SECTIONS: Readonly<Record<SectionId, Meaning>> = {
  overview: notice(
    '综述本年度主动公开、依申请公开、政府信息管理、平台建设、监督保障情况；各级人民政府还要写工作考核、社会评议和责任追究结果',
    'Sums up disclosure, requests, management of information, platforms and supervision; a government also reports on assessment, public review and accountability',
  ),
  proactive: article(
    '主动公开政府信息的情况，填写表格',
    'What was disclosed without being asked for: the table',
    '第五十条第（一）项、第二十条',
    'articles 50 (1) and 20',
  ),
  requests: article(
    '收到和处理政府信息公开申请的情况，填写表格',
    'Requests received and handled: the table',
    '第五十条第（二）项',
    'article 50 (2)',
  ),
  disputes: article(
    '因政府信息公开工作被申请行政复议、提起行政诉讼的情况，填写表格',
    'Reviews and suits because of disclosure: the table',
    '第五十条第（三）项',
    'article 50 (3)',
  ),
  problems: article(
    '政府信息公开工作存在的主要问题及改进情况',
    'The main problems and what is done about them',
    '第五十条第（四）项',
    'article 50 (4)',
  ),
  others: article('其他需要报告的事项', 'Anything else to report', '第五十条第（五）项', 'article 50 (5)'),
};

/** What only some forms ask of a section. */
const ALSO: Readonly<Record<FormId, Partial<Record<SectionId, Localised>>>> = {
  '2021': {
    others: {
      zh: '要写明收取信息处理费的情况，没有收取也要写明',
      en: 'The fees charged for handling information must be stated, also where there were none',
    },
  },
};

/** @returns what a row counts; null where no more can be said than its label says */
export function rowMeaning(table: TableId, row: string): Meaning | null {
  return ROWS[`${table}.${row}`] ?? null;
}

/** @returns what a label stands for that heads columns or rows of a table; null where it speaks for itself */
export function labelMeaning(table: TableId, label: string): Meaning | null {
  return LABELLED[table].get(labelName(label)) ?? null;
}

/** What a section must contain, with what the form of the report adds. */
export function sectionMeaning(section: SectionId, form: FormId): Meaning {
  const meaning = SECTIONS[section];
  const also = ALSO[form]?.[section];
  if (!also) return meaning;
  const { text, source } = meaning;
  return { text: { zh: `${text.zh}；${also.zh}`, en: `${text.en}. ${also.en}` }, source };
}
