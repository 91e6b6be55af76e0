/** A small balanced draft of the 2021 form in Markdown, and what tests change in it. Every number of it is made up. */

const COLUMNS = [
  'naturalPerson',
  'company',
  'researchInstitution',
  'publicWelfareOrganisation',
  'legalServiceOrganisation',
  'otherOrganisation',
  'total',
];

const ROWS: readonly (readonly [id: string, first: string, second: string, third: string])[] = [
  ['newlyReceived', '一、本年新收政府信息公开申请数量', '', ''],
  ['carriedIn', '二、上年结转政府信息公开申请数量', '', ''],
  ['granted', '三、本年度办理结果', '（一）予以公开', ''],
  ['partlyGranted', '', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）', ''],
  ['refused.stateSecret', '', '（三）不予公开', '1.属于国家秘密'],
  ['refused.otherLaw', '', '', '2.其他法律行政法规禁止公开'],
  ['refused.threeSecurities', '', '', '3.危及“三安全一稳定”'],
  ['refused.thirdParty', '', '', '4.保护第三方合法权益'],
  ['refused.internalAffairs', '', '', '5.属于三类内部事务信息'],
  ['refused.processInformation', '', '', '6.属于四类过程性信息'],
  ['refused.enforcementFile', '', '', '7.属于行政执法案卷'],
  ['refused.administrativeInquiry', '', '', '8.属于行政查询事项'],
  ['unavailable.notHeld', '', '（四）无法提供', '1.本机关不掌握相关政府信息'],
  ['unavailable.needsCreation', '', '', '2.没有现成信息需要另行制作'],
  ['unavailable.stillUnclear', '', '', '3.补正后申请内容仍不明确'],
  ['notProcessed.petition', '', '（五）不予处理', '1.信访举报投诉类申请'],
  ['notProcessed.repeated', '', '', '2.重复申请'],
  ['notProcessed.publication', '', '', '3.要求提供公开出版物'],
  ['notProcessed.excessive', '', '', '4.无正当理由大量反复申请'],
  ['notProcessed.confirmation', '', '', '5.要求行政机关确认或重新出具已获取信息'],
  [
    'otherHandling.notCorrected',
    '',
    '（六）其他处理',
    '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
  ],
  ['otherHandling.unpaidFee', '', '', '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请'],
  ['otherHandling.other', '', '', '3.其他'],
  ['handledTotal', '', '（七）总计', ''],
  ['carriedForward', '四、结转下年度继续办理', '', ''],
];

/** What is not 0 in table 3. */
const NUMBERS: Readonly<Record<string, readonly number[]>> = {
  newlyReceived: [10, 2, 0, 0, 0, 0, 12],
  carriedIn: [1, 0, 0, 0, 0, 0, 1],
  granted: [8, 2, 0, 0, 0, 0, 10],
  'unavailable.notHeld': [2, 0, 0, 0, 0, 0, 2],
  handledTotal: [10, 2, 0, 0, 0, 0, 12],
  carriedForward: [1, 0, 0, 0, 0, 0, 1],
};

export interface SampleOptions {
  /** Cells of table 3 with another content, by name: `{ 'requests.granted.naturalPerson': '9' }`. */
  readonly cells?: Readonly<Record<string, string>>;
  readonly newline?: '\n' | '\r\n';
  /** Sections that are left out, by number: `四`. */
  readonly without?: readonly string[];
  /** What section 一 says. */
  readonly overview?: string;
}

/** The granted requests of natural persons are 8; this makes them 9, which breaks a row and a column. */
export const WRONG_CELL = 'requests.granted.naturalPerson';
export const ONE_WRONG_CELL: SampleOptions = { cells: { [WRONG_CELL]: '9' } };

export function sampleDraft({ cells = {}, newline = '\n', without = [], overview }: SampleOptions = {}): string {
  const sections: readonly (readonly [string, string])[] = [
    [
      '一、总体情况',
      overview ?? '（一）主动公开\n\n及时发布各类信息。\n\n（二）依申请公开\n\n依法办理公众提出的申请。',
    ],
    ['二、主动公开政府信息情况', proactive()],
    ['三、收到和处理政府信息公开申请情况', requests(cells)],
    ['四、政府信息公开行政复议、行政诉讼情况', disputes()],
    ['五、存在的主要问题及改进情况', '公开的内容还不够丰富，今后将继续充实。'],
    ['六、其他需要报告的事项', '本年度没有收取信息处理费。'],
  ];
  const kept = sections.filter(([heading]) => !without.includes(heading.charAt(0)));
  return [
    '# 青石县档案馆2023年政府信息公开工作年度报告',
    '根据《中华人民共和国政府信息公开条例》，编制本报告。',
    ...kept.flatMap(([heading, body]) => [`## ${heading}`, body]),
  ]
    .join('\n\n')
    .concat('\n')
    .replaceAll('\n', newline);
}

function proactive(): string {
  return pipes([
    ['第二十条第（一）项', '', '', ''],
    ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
    ['规章', '0', '0', '0'],
    ['行政规范性文件', '1', '0', '3'],
    ['第二十条第（五）项', '', '', ''],
    ['信息内容', '本年处理决定数量', '', ''],
    ['行政许可', '4', '', ''],
    ['第二十条第（六）项', '', '', ''],
    ['信息内容', '本年处理决定数量', '', ''],
    ['行政处罚', '0', '', ''],
    ['行政强制', '0', '', ''],
    ['第二十条第（八）项', '', '', ''],
    ['信息内容', '本年收费金额（单位：万元）', '', ''],
    ['行政事业性收费', '0', '', ''],
  ]);
}

function requests(cells: Readonly<Record<string, string>>): string {
  return pipes([
    [
      '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
      '',
      '',
      '申请人情况',
      '',
      '',
      '',
      '',
      '',
      '',
    ],
    ['', '', '', '自然人', '法人或其他组织', '', '', '', '', '总计'],
    ['', '', '', '', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', ''],
    ...ROWS.map(([id, ...labels]) => [
      ...labels,
      ...COLUMNS.map((column, i) => cells[`requests.${id}.${column}`] ?? String(NUMBERS[id]?.[i] ?? 0)),
    ]),
  ]);
}

function disputes(): string {
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  return pipes([
    ['行政复议', '', '', '', '', '行政诉讼', '', '', '', '', '', '', '', '', ''],
    ['', '', '', '', '', '未经复议直接起诉', '', '', '', '', '复议后起诉', '', '', '', ''],
    [...results, ...results, ...results],
    ['1', '0', '0', '0', '1', ...Array<string>(10).fill('0')],
  ]);
}

function pipes([head, ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head ?? []), line((head ?? []).map(() => '---')), ...rows.map(line)].join('\n');
}

/** A document that speaks of the matter and is no draft. */
export const README = `# 年报工具

一个小工具，用来整理政府信息公开工作的资料。

## 安装

运行安装脚本。

## 使用

打开文件，然后查看结果。
`;
