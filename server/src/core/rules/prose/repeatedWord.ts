import type { Range, Report } from '../../model';
import { type Passage, textOf } from '../../prose/passage';
import { reader } from '../../prose/words';
import type { Draft, Rule } from '../rule';

/** Words that never stand twice side by side. Words that may (研究研究, 逐项逐项) or that names end and begin with are left alone. */
const WORDS = [
  '关于',
  '进行',
  '开展',
  '以及',
  '对于',
  '根据',
  '按照',
  '通过',
  '为了',
  '由于',
  '并且',
  '同时',
  '我们',
  '已经',
  '可以',
  '进一步',
  '不断',
  '积极',
  '切实',
  '严格',
  '加强',
  '推进',
  '提高',
  '提升',
  '完善',
  '健全',
  '落实',
  '组织',
  '认真',
  '及时',
  '主动',
  '全面',
  '深入',
  '持续',
  '坚持',
  '围绕',
  '结合',
  '依法',
  '以来',
  '印发',
  '有关',
  '相关',
  '必须',
  '应当',
  '需要',
  '能够',
  '为进一步',
  '其中',
  '分别',
  '主要',
  '但是',
  '因此',
  '所以',
  '如果',
  '还是',
  '或者',
  '贯彻',
  '推动',
  '优化',
  '规范',
  '强化',
  '督促',
  '指导',
  '统筹',
  '通报',
  '建立',
  '制定',
  '做好',
  '深化',
  '拓宽',
  '条例',
  '部分',
  '没有',
  '基层',
  '政策',
  '工作',
  '领导小组',
  '行政机关',
  '群众',
  '单位',
  '部门',
  '以上',
  '以下',
];

const WORDS_TWICE: ReadonlySet<string> = new Set(WORDS);
/** Characters of the longest of them. */
const LONGEST = 4;

interface Double {
  readonly from: number;
  to: number;
  readonly word: string;
}

export const repeatedWord: Rule = {
  name: 'prose/repeated-word',
  severity: 'warning',
  description: { zh: '词语重复（关于关于）', en: 'A word is there twice' },
  source: '《党政机关公文处理工作条例》第十九条（文字精练，用语规范）',
  check(report) {
    const text = passages(report).flatMap((passage) =>
      passage.words.once(doubled).map(({ from, to, word }) => twice(passage.rangeOf(from, to), word, to - from)),
    );
    return [...inTitle(report), ...text];
  },
  fixes(report, finding) {
    const found = report.text.slice(finding.range.start, finding.range.end);
    const length = [1, 2, 3, LONGEST].find((n) => found.slice(n) === found.slice(0, -n) && found.length % n === 0);
    if (length === undefined || found.length < 2 * length) return [];
    const word = found.slice(0, length);
    return [
      {
        title: { zh: `${found.length > 2 * length ? '留下' : '删去'}一个“${word}”`, en: `Leave one “${word}”` },
        kind: 'prose/repeated-word',
        edits: [{ range: { start: finding.range.start + length, end: finding.range.end }, newText: '' }],
        preferred: true,
        safe: true,
      },
    ];
  },
};

function twice(range: Range, word: string, length: number): Draft {
  return {
    range,
    message: {
      zh: `“${word}”重复，${length > 2 * word.length ? '留下' : '删去'}一个`,
      en: `“${word}” is there twice`,
    },
  };
}

/** The title is no paragraph. */
function inTitle({ title, text }: Report): Draft[] {
  if (!title) return [];
  const { start, end } = title.range;
  return doubles(text.slice(start, end)).map(({ from, to, word }) =>
    twice({ start: start + from, end: start + to }, word, to - from),
  );
}

function passages(report: Report): readonly Passage[] {
  const { preface, sections } = textOf(report);
  return [...preface, ...sections.flatMap((s) => s.passages)];
}

/** Words that also stand twice where one expression ends and another begins with them (为了了解, 的的确). */
const TORN: readonly { readonly word: string; readonly not: RegExp }[] = [
  { word: '的', not: /目的的|的的确|的的士/ },
  { word: '了', not: /为了了|了了解|了了如|了了结/ },
  {
    word: '公开',
    not: /公开公开(?:栏|目录|指南|内容|平台|制度|工作|渠道|条例|大厅|公)|政务公开公开|信息公开公开|政府信息公开公开/,
  },
  {
    word: '工作',
    not: /工作工作(?:人员|职责|机制|制度|流程|规则|规程|规范|方案|要点|计划|要求|台账|机构|小组|领导小组|专班|队伍|部署|任务|动态|简报|总结|报告)/,
  },
  { word: '规范', not: /规范规范性/ },
  { word: '组织', not: /[党会层团群作业际]组织组织|组织组织(?:生活|法|部)/ },
  { word: '部门', not: /部门部门(?:职责|预|决|之间|规章|文件|网站|负责)/ },
  { word: '单位', not: /单位单位(?:预|决|职责|网站|内部|负责)/ },
  { word: '政策', not: /[\u4e00-\u9fff]政策政策(?:性|解读|文件|咨询|问答|宣传)/ },
  { word: '指导', not: /指导指导(?:性|意见|员|组)/ },
];
const TORN_BY_WORD = new Map(TORN.map((t) => [t.word, t.not]));
/** So many characters behind the second word tell what it begins. */
const BEHIND = 4;

/** Words that stand twice or more, from left to right, in one pass; a run of one word is one. */
const doubled = reader(({ text }): readonly Double[] => doubles(text));

function doubles(text: string): Double[] {
  const found: Double[] = [];
  // so many characters up to here are those of one, two, three, four places before
  let one = 0;
  let two = 0;
  let three = 0;
  let four = 0;
  let c1 = text.charCodeAt(0);
  let c2 = -1;
  let c3 = -1;
  let c4 = -1;
  for (let i = 1; i < text.length; i++) {
    const c = text.charCodeAt(i);
    one = c === c1 ? one + 1 : 0;
    two = c === c2 ? two + 1 : 0;
    three = c === c3 ? three + 1 : 0;
    four = c === c4 ? four + 1 : 0;
    c4 = c3;
    c3 = c2;
    c2 = c1;
    c1 = c;
    if (one < 1 && two < 2 && three < 3 && four < 4) continue;
    for (const [length, run] of [
      [1, one],
      [2, two],
      [3, three],
      [LONGEST, four],
    ] as const) {
      if (run < length) continue;
      const from = i + 1 - 2 * length;
      const word = text.slice(from, from + length);
      const torn = TORN_BY_WORD.get(word);
      if (!WORDS_TWICE.has(word) && !torn) continue;
      const last = found[found.length - 1];
      if (last && last.word === word && last.to === from + length) {
        last.to = i + 1;
        continue;
      }
      if (torn?.test(text.slice(Math.max(0, from - 4), i + 1 + BEHIND))) continue;
      // 为进一步为进一步 is not told by 进一步 as well
      while (found.length > 0 && (found[found.length - 1] as Double).from >= from) found.pop();
      if (last && last.to > from && last.word.length >= length) continue;
      found.push({ from, to: i + 1, word });
    }
  }
  return found;
}
