/**
 * Writes drafts to measure on: a whole report of the 2021 form, balanced, its three tables in three layouts,
 * its prose made up sentence by sentence. The same size and seed always give the same text.
 */

/** Small, seeded and good enough to vary words (mulberry32). */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

const SUBJECTS = [
  '县政府办公室',
  '各乡镇',
  '县直各部门',
  '县政务服务中心',
  '政务公开工作专班',
  '县融媒体中心',
  '县司法局',
];
const WAYS = [
  '按照年度工作安排',
  '结合机构职能调整',
  '对照公开事项目录',
  '围绕群众关心的问题',
  '经过两轮自查',
  '会同有关单位',
];
const ACTIONS = [
  ['更新', '条', '政策文件信息'],
  ['清理', '件', '不再适用的文件'],
  ['补充', '项', '办事指南要素'],
  ['举办', '场', '政策解读活动'],
  ['核对', '个', '网站栏目'],
  ['培训', '人次', '公开工作人员'],
  ['回复', '条', '网民留言'],
  ['发布', '篇', '图文解读材料'],
];
const RESULTS = [
  '栏目更新更加及时，内容更加完整',
  '查阅信息的步骤由五步减为三步',
  '线上线下的答复口径保持一致',
  '公开属性在拟文时即予以确定',
  '历史文件可以按年份和主题检索',
  '基层单位的疑问当天得到答复',
];
const WORKS = [
  '《中华人民共和国政府信息公开条例》',
  '《临江县政务公开工作要点》',
  '《临江县政府信息公开指南》',
  '《关于修改〈公开审查办法〉的通知》',
];
const CODES = ['临政办发〔2023〕12号', '临政办函〔2023〕40号', '国办公开办函〔2021〕30号'];
const TOPICS = [
  '主动公开',
  '依申请公开',
  '政府信息管理',
  '平台建设',
  '监督保障',
  '政策解读',
  '回应关切',
  '基层公开',
  '队伍建设',
  '经验总结',
];
const TASKS = [
  '目录梳理',
  '文件清理',
  '栏目维护',
  '业务培训',
  '流程优化',
  '审查把关',
  '数据核对',
  '督促检查',
  '意见收集',
];

/** Sentences that name counts of files, messages and courses, none of which any table has. */
function paragraph(next) {
  const pick = (list) => list[Math.floor(next() * list.length)];
  const count = (most) => 1 + Math.floor(next() * most);
  const deed = () => {
    const [verb, unit, thing] = pick(ACTIONS);
    return `${verb}${thing}${count(900)}${unit}`;
  };
  const kinds = [
    () => `${pick(SUBJECTS)}${pick(WAYS)}，全年${deed()}，${pick(RESULTS)}。`,
    () => `根据${pick(WORKS)}（${pick(CODES)}）的要求，${pick(SUBJECTS)}${deed()}，${pick(RESULTS)}。`,
    () =>
      `一是${deed()}，${pick(RESULTS)}；二是${deed()}；三是由${pick(SUBJECTS)}牵头，${pick(WAYS)}，${pick(RESULTS)}。`,
    () => `截至2023年${count(11)}月${count(28)}日，${pick(SUBJECTS)}已${deed()}，完成率达${count(99)}.${count(9)}%。`,
    () => `2023年，${pick(SUBJECTS)}${pick(WAYS)}，${deed()}，访问量约${count(60)}万次。`,
  ];
  let text = '';
  while (text.length < 150) text += pick(kinds)();
  return text;
}

const RESULT_ROWS = [
  ['三、本年度办理结果', '（一）予以公开', ''],
  ['', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）', ''],
  ['', '（三）不予公开', '1.属于国家秘密'],
  ['', '', '2.其他法律行政法规禁止公开'],
  ['', '', '3.危及“三安全一稳定”'],
  ['', '', '4.保护第三方合法权益'],
  ['', '', '5.属于三类内部事务信息'],
  ['', '', '6.属于四类过程性信息'],
  ['', '', '7.属于行政执法案卷'],
  ['', '', '8.属于行政查询事项'],
  ['', '（四）无法提供', '1.本机关不掌握相关政府信息'],
  ['', '', '2.没有现成信息需要另行制作'],
  ['', '', '3.补正后申请内容仍不明确'],
  ['', '（五）不予处理', '1.信访举报投诉类申请'],
  ['', '', '2.重复申请'],
  ['', '', '3.要求提供公开出版物'],
  ['', '', '4.无正当理由大量反复申请'],
  ['', '', '5.要求行政机关确认或重新出具已获取信息'],
  ['', '（六）其他处理', '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请'],
  ['', '', '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请'],
  ['', '', '3.其他'],
];

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
const withTotal = (numbers) => [...numbers, sum(numbers)];

/** Table 2 as a GFM table. */
function proactive(next) {
  const n = (most) => Math.floor(next() * most);
  const rows = [
    ['第二十条第（一）项', '', '', ''],
    ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
    ['规章', 0, 0, 0],
    ['行政规范性文件', n(20), n(5), 20 + n(200)],
    ['第二十条第（五）项', '', '', ''],
    ['信息内容', '本年处理决定数量', '', ''],
    ['行政许可', n(9000), '', ''],
    ['第二十条第（六）项', '', '', ''],
    ['信息内容', '本年处理决定数量', '', ''],
    ['行政处罚', n(3000), '', ''],
    ['行政强制', n(200), '', ''],
    ['第二十条第（八）项', '', '', ''],
    ['信息内容', '本年收费金额（单位：万元）', '', ''],
    ['行政事业性收费', (n(900000) / 100).toFixed(2), '', ''],
  ];
  const lines = rows.map((row) => `| ${row.join(' | ')} |`);
  lines.splice(1, 0, '| --- | --- | --- | --- |');
  return lines.join('\n');
}

/** Table 3, tab-separated, as a word processor pastes it. */
function requests(next) {
  const n = (most) => Math.floor(next() * most);
  const applicants = [0, 1, 2, 3, 4, 5];
  const results = RESULT_ROWS.map(() => applicants.map((who) => (next() < 0.4 ? n(who === 0 ? 40 : 6) : 0)));
  const handled = applicants.map((who) => sum(results.map((row) => row[who])));
  const forward = applicants.map((who) => (who === 0 ? n(5) : 0));
  const carried = applicants.map((who) => Math.min(handled[who] + forward[who], who === 0 ? n(5) : 0));
  const fresh = applicants.map((who) => handled[who] + forward[who] - carried[who]);
  const line = (labels, numbers) => [...labels, ...withTotal(numbers)].join('\t');
  return {
    received: sum(fresh),
    text: [
      '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t\t\t申请人情况\t\t\t\t\t\t',
      '\t\t\t自然人\t法人或其他组织\t\t\t\t\t总计',
      '\t\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t',
      line(['一、本年新收政府信息公开申请数量', '', ''], fresh),
      line(['二、上年结转政府信息公开申请数量', '', ''], carried),
      ...RESULT_ROWS.map((labels, i) => line(labels, results[i])),
      line(['', '（七）总计', ''], handled),
      line(['四、结转下年度继续办理', '', ''], forward),
    ].join('\n'),
  };
}

/** Table 4, one cell a line with an empty line after each. */
function disputes(next) {
  const block = () => withTotal([0, 0, 0, 0].map(() => (next() < 0.3 ? Math.floor(next() * 4) : 0)));
  const outcome = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  return [
    ...['行政复议', '行政诉讼', ...outcome, '未经复议直接起诉', '复议后起诉', ...outcome, ...outcome],
    ...[...block(), ...block(), ...block()],
  ].join('\n\n');
}

/** A statistic such as offices add to their prose: a table that is none of the three. */
function statistic(next) {
  const names = ['青石镇', '白沙镇', '东湖街道', '柳河乡', '南坪镇', '云台乡'];
  const rows = names.map((name) => `| ${name} | ${Math.floor(next() * 900)} | ${Math.floor(next() * 90)} |`);
  return ['| 单位 | 发布信息 | 解读材料 |', '| --- | ---: | ---: |', ...rows].join('\n');
}

/** Ten sub-sections of nine items, however long: what grows is the text within each. */
function prose(next, length) {
  const room = Math.max(200, length / 90);
  const parts = [];
  let size = 0;
  for (const [i, topic] of TOPICS.entries()) {
    parts.push(`（${NUMERALS[i]}）${topic}情况`);
    for (const [j, task] of TASKS.entries()) {
      if (size >= length) return parts.join('\n\n');
      let filled = 0;
      parts.push(`${j + 1}.${task}。${paragraph(next)}`);
      filled += parts.at(-1).length;
      for (let more = 1; filled < room; more += 1) {
        parts.push(more % 40 === 0 ? statistic(next) : paragraph(next));
        filled += parts.at(-1).length;
      }
      size += filled;
    }
  }
  return parts.join('\n\n');
}

/** A report of about `length` characters that has the three tables once. */
function report(length, seed) {
  const next = random(seed);
  const table3 = requests(next);
  const tables = [proactive(next), table3.text, disputes(next)];
  const room = length - sum(tables.map((table) => table.length)) - 700;
  return [
    '临江县人民政府2023年政府信息公开工作年度报告',
    '根据《中华人民共和国政府信息公开条例》（国务院令第711号）和《关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2021〕30号）要求，编制本报告。全文由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。所列数据的统计期限自2023年1月1日起至2023年12月31日止。',
    '一、总体情况',
    prose(next, room * 0.75),
    '二、主动公开政府信息情况',
    tables[0],
    '三、收到和处理政府信息公开申请情况',
    `2023年，全县共收到政府信息公开申请${table3.received}件。`,
    tables[1],
    '四、政府信息公开行政复议、行政诉讼情况',
    tables[2],
    '五、存在的主要问题及改进情况',
    prose(next, room * 0.25),
    '六、其他需要报告的事项',
    '本年度未收取信息处理费。',
    '临江县人民政府\n2024年1月20日',
    '',
  ].join('\n\n');
}

/** One report of about `length` characters, longer by prose alone. */
export function longDraft(length, seed = 1) {
  return report(length, seed);
}

/** The same length made of whole reports of 12,000 characters one after the other: as many tables to the page as in one. */
export function manyTables(length, seed = 1) {
  const parts = [];
  for (let size = 0; size < length * 0.95; size += parts.at(-1).length) parts.push(report(12_000, seed + parts.length));
  return parts.join('\n');
}

/**
 * The same draft after one key press each: one digit of it is another one, in a table or in the prose, so most
 * of them no longer balance.
 * @param within ranges of the text; only digits in one of them are changed
 */
export function keyPresses(text, count, seed = 1, within = [{ start: 0, end: text.length }]) {
  const next = random(seed);
  const digits = [...text.matchAll(/\d/g)]
    .map((match) => match.index)
    .filter((at) => within.some(({ start, end }) => start <= at && at < end));
  return Array.from({ length: count }, () => {
    const at = digits[Math.floor(next() * digits.length)];
    const digit = (Number(text[at]) + 1 + Math.floor(next() * 9)) % 10;
    return text.slice(0, at) + digit + text.slice(at + 1);
  });
}
