/** Lines that nobody types and that a careless reader of sentences takes for ever over, each inside of a section. */

const HEAD = '青禾县人民政府2023年政府信息公开工作年度报告\n\n一、总体情况\n\n2023年，我县收到政府信息公开申请';
const TAIL = '\n\n五、存在的主要问题及改进情况\n\n一是解读形式单一；二是将加强培训。\n';

/** What is repeated to a line, by name. */
export const WALLS = {
  digits: '7',
  'Chinese digits': '九',
  thousands: '1,234',
  'numbers with a unit': '36件，',
  'opening brackets': '（',
  'closing brackets': '）',
  其中: '其中',
  '其中 with numbers': '其中3件，',
  一是: '一是',
  '一是…二是…': '一是好，二是好，',
  'commas of a list': '、',
  'brackets of a number': '〔',
  'opening titles': '《',
  units: '件',
  years: '2022年',
  'years in words': '二〇二二年',
  months: '3月',
  rates: '占5%，',
  'words for handled': '办结',
  'words of denial': '无复议',
  offices: '局收到',
  'numbers and rates': '50个，合格47个，合格率94%，',
  关于: '关于',
  sentences: '全年收到申请3件。',
};

/** @param {string} words @param {number} size characters of the line */
export function wall(words, size) {
  return HEAD + words.repeat(Math.ceil(size / words.length)) + TAIL;
}
