import { anyOf } from '../text/words';
import { numbersOf, type Passage } from './passage';
import type { Quantity } from './quantities';
import { reader } from './words';

/** A whole and the parts that a sentence names of it, all in one unit. */
export interface Breakdown {
  readonly passage: Passage;
  readonly whole: Quantity;
  readonly parts: readonly Quantity[];
  /** Whether the parts are all there are: the rest is named, or every kind. */
  readonly exhaustive: boolean;
  /** Numbers in other units among the parts: 规范性文件1件 in a list of 条. */
  readonly others: number;
  /** Whether one thing may be in several parts: published in several ways, counted twice. */
  readonly overlapping: boolean;
}

/** What stands between a whole and its parts, and whether what follows is all there is. */
const MARKERS: readonly {
  readonly word: string;
  readonly all: boolean;
  readonly near: 'touching' | 'sentence' | 'next';
}[] = [
  { word: '其中', all: false, near: 'sentence' },
  { word: '申请中，', all: false, near: 'sentence' },
  { word: '申请涉及', all: false, near: 'touching' },
  { word: '主要集中', all: false, near: 'next' },
  { word: '包括', all: false, near: 'next' },
  { word: '包含', all: false, near: 'next' },
  { word: '分为', all: true, near: 'next' },
  { word: '分别为', all: true, near: 'sentence' },
  { word: '分别是', all: true, near: 'sentence' },
  { word: '具体为', all: true, near: 'next' },
  { word: '按渠道分', all: true, near: 'next' },
  { word: '按类别分', all: true, near: 'next' },
  { word: '按类型分', all: true, near: 'next' },
  { word: '按结果分', all: true, near: 'next' },
  { word: '按申请人分', all: true, near: 'next' },
  { word: '：', all: true, near: 'touching' },
  { word: ':', all: true, near: 'touching' },
  { word: '（', all: true, near: 'touching' },
  { word: '(', all: true, near: 'touching' },
];
/** Those of one character stand in many texts, the others in few. */
const SIGNS = MARKERS.filter((m) => m.word.length === 1);
const MARKED = anyOf(MARKERS.filter((m) => m.word.length > 1).map((m) => m.word));
/** Words before a number that begin another thing, not another part. */
const STOP =
  /(?:^|[，,；;、])\s*(?:同时|另(?!行)|此外|还|共|累计|总计|合计|转发|举办|组织(?!机构)|开展|全年|上年|结转|截至|完成|已|新增|约|近)|同比|环比|较上|较去|比上|比去|增加|减少|增长|下降|平均|每|占|阅读|浏览/;
/** What share a part is, behind it. */
const SHARE = /^[，,（(]?占[^，,；;、。（）()]*%[）)]?/;
const RESULT = /^[，,、（(]?(?:其中[：:，,]?)?(?:结果|均)?(?:维持|纠正|其他结果|尚未审结|未审结|正在)/;
const REMAINDER = ['其余', '剩余', '剩下', '其它'];
/** 其他 in these is no remainder. */
const NO_REMAINDER = ['其他组织', '其他法律', '其他处理', '其他结果', '其他经济组织'];
/** Two parts that are all there are. */
const PAIRS = [
  ['上半年', '下半年'],
  ['线上', '线下'],
  ['采纳', '未采纳'],
  ['未经复议', '复议后'],
  ['自然人', '法人'],
  ['新收', '结转'],
] as const;
const OVERLAPS = [
  '网站',
  '微信',
  '微博',
  '公众号',
  '平台',
  '抖音',
  '头条',
  '客户端',
  '公开栏',
  '报刊',
  '电视',
  '新媒体',
  '同步',
  '结合',
  '分别计算',
  '重复',
  '兼',
  '同时',
];
const UNITS = new Set([
  '件',
  '宗',
  '条',
  '份',
  '起',
  '例',
  '次',
  '篇',
  '场',
  '期',
  '项',
  '个',
  '家',
  '人',
  '人次',
  '件次',
  '条次',
  '部',
  '户',
  '名',
  '批',
  '种',
  '台',
  '册',
  '块',
  '套',
]);
/** Parts are looked for so far behind the last. */
const GAP = 60;
/** A list of more parts is a whole text without stops. */
const MOST = 60;

/** Every whole with parts in a paragraph. */
export function breakdowns(passage: Passage): readonly Breakdown[] {
  const own = passage.words.once(lists);
  return own.length === 0 ? NONE : own.map((list) => ({ ...list, passage }));
}

const NONE: readonly Breakdown[] = [];

/** A whole with its parts, wherever the words stand. */
type List = Omit<Breakdown, 'passage'>;

const lists = reader((words): readonly List[] => {
  const all = numbersOf(words).quantities.filter((q) => UNITS.has(q.unit));
  if (!all.some((q, i) => q.unit === all[i - 1]?.unit)) return [];
  return [...forward(words.text, all), ...backward(words.text, all)];
});

function forward(text: string, all: readonly Quantity[]): List[] {
  const result: List[] = [];
  for (const { word, all: complete, near } of MARKED.test(text) ? MARKERS : SIGNS) {
    let k = 0;
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      while (k < all.length && (all[k] as Quantity).from < at) k++;
      // 大部分为公示信息
      if (word === '分为' && text.charAt(at - 1) === '部') continue;
      const whole = all[k - 1];
      const first = all[k];
      if (
        !whole ||
        !first ||
        first.unit !== whole.unit ||
        first.from - at > GAP ||
        at - whole.to > GAP ||
        whole.approximate
      )
        continue;
      const between = text.slice(whole.to, at);
      const stops = between.split(/[。！？]/).length - 1;
      const alone = stops === 0 || isAlone(text, all, k - 1);
      const most = near === 'next' || (word === '其中' && /[。！？]\s*$/.test(between)) ? 1 : 0;
      if (near === 'touching' ? between.trim() !== '' : stops > most || !alone) continue;
      // 312条，其中网站176条、公开栏136条；按类别分: another way to part the same whole
      const parted = word.startsWith('按') ? result.slice(-2).find((r) => r.parts.includes(whole))?.whole : undefined;
      // 建议588件、提案702件，其中: a whole of several
      const previous = all[k - 2];
      if (!parted && previous && previous.unit === whole.unit && !/[。；，,]/.test(text.slice(previous.to, whole.from)))
        continue;
      if (
        /增加|减少|净增|增长|下降/.test(text.slice(Math.max(0, whole.from - 8), whole.from)) ||
        /^\s*含/.test(text.slice(at + word.length))
      )
        continue;
      const list = partsFrom(text, all, k, at + word.length, whole);
      if (word === '其中' && list && previous && ofBoth(text, previous, whole, list)) continue;
      const last = list?.parts[list.parts.length - 1];
      if (!list || !last) continue;
      const behind = text.slice(last.to, last.to + 8);
      const closed =
        near === 'touching'
          ? list.parts.length > 1 && /^\s*(?:[。；;）)]|$)/.test(behind)
          : !/^[^。]{0,2}等/.test(behind);
      if (near === 'touching' && !closed) continue;
      const open = /等/.test(behind.slice(0, 3));
      result.push({
        whole: parted ?? (complete ? addedUpBefore(text, all, k - 1, list.parts) : null) ?? whole,
        parts: list.parts,
        exhaustive:
          !open && (list.rest || (complete && closed && list.parts.length > 1) || announced(text, whole, list)),
        others: list.others,
        overlapping: overlaps(text, Math.max(whole.to, at), last.to),
      });
    }
  }
  return result;
}

/** 公开信息720条。其中，网站…: whether a number is the only one of its sentence in its unit, which the next one parts. */
function isAlone(text: string, all: readonly Quantity[], whole: number): boolean {
  const q = all[whole] as Quantity;
  const before = all[whole - 1];
  return before?.unit !== q.unit || before.value === q.value || /[。！？]/.test(text.slice(before.to, q.from));
}

/** 行政复议19件，行政诉讼7件，其中; 新收214件，上年结转9件，其中: two things of one list, whose parts are those of both. */
function ofBoth(text: string, previous: Quantity, whole: Quantity, { parts }: Parts): boolean {
  const between = text.slice(previous.to, whole.from);
  if (previous.unit === whole.unit && !/[。！？]/.test(between) && /结转|转结|转入|顺延/.test(between)) return true;
  if (previous.unit !== whole.unit || !/^[，,][^，,。；;]{1,8}$/.test(between)) return false;
  if (/收|受理|办|答复|结转|公开|全年|共/.test(between)) return false;
  return parts.reduce((n, p) => n + p.value, 0) <= previous.value + whole.value;
}

/** So many numbers before a list its whole is looked for. */
const BEFORE = 5;

/** 586条，网站388条，新媒体198条，按内容分为…: the whole that is parted a second time, where the parts add up to it. */
function addedUpBefore(
  text: string,
  all: readonly Quantity[],
  last: number,
  parts: readonly Quantity[],
): Quantity | null {
  const total = parts.reduce((n, p) => n + p.value, 0);
  for (let i = last; i >= Math.max(0, last - BEFORE); i--) {
    const q = all[i] as Quantity;
    if (/[。！？]/.test(text.slice(q.to, (all[last] as Quantity).from))) return null;
    if (q.unit === parts[0]?.unit && q.value === total) return q;
  }
  return null;
}

const TOGETHER = /^[，,]?\s*(?:([两二三四])[项类者])?(?:合计|共计|总计|总共)\s*$/;

/** 网站120条、公众号85条、公开栏60条，合计275条 */
function backward(text: string, all: readonly Quantity[]): List[] {
  return all.flatMap((whole, k): List[] => {
    const before = text.slice(all[k - 1]?.to ?? 0, whole.from);
    const told = TOGETHER.exec(before);
    if (whole.approximate || !told) return [];
    const most = told[1] === undefined ? MOST : (VALUES[NUMERALS.indexOf(told[1])] ?? MOST);
    const parts: Quantity[] = [];
    for (let i = k - 1; i >= Math.max(0, k - most); i--) {
      const q = all[i] as Quantity;
      if (q.unit !== whole.unit || q.approximate) break;
      parts.unshift(q);
      const left = text.slice(Math.max(all[i - 1]?.to ?? 0, q.from - GAP), q.from);
      if (!/^[、，,]/.test(left) || STOP.test(left)) break;
    }
    return parts.length < 2 ? [] : [{ whole, parts, others: 0, exhaustive: true, overlapping: false }];
  });
}

function overlaps(text: string, from: number, to: number): boolean {
  const words = text.slice(from, Math.min(text.length, to + 24)).split(/[。；;]/, 1)[0] as string;
  return OVERLAPS.some((w) => words.includes(w));
}

interface Parts {
  readonly parts: readonly Quantity[];
  /** The words before each. */
  readonly names: readonly string[];
  /** Numbers in other units that are counted among them. */
  readonly others: number;
  /** Whether the remainder is among them, or there are no other kinds. */
  readonly rest: boolean;
}

/** Every result that a review or a suit can have, and everything that can become of an application. */
const ALL_KINDS = [
  [['维持'], ['纠正', '撤销', '重新'], ['其他', '终止', '撤'], ['未审结', '在审', '审理', '未结', '在办']],
  [
    ['予以公开', '同意公开'],
    ['部分公开'],
    ['不予公开', '不同意公开'],
    ['无法提供'],
    ['不予处理'],
    ['其他处理', '其他'],
  ],
];
const NUMERALS = '两二三四五六';
const VALUES = [2, 2, 3, 4, 5, 6];

/** Whether the words before a whole tell all its parts: 党务、村务、财务信息2160条, 镇村两级21名; or each kind is there. */
function announced(text: string, whole: Quantity, { parts, names }: Parts): boolean {
  if (parts.length < 2 || /大部分|主要|多为/.test(text.slice(whole.to, parts[0]?.from))) return false;
  const before = text.slice(Math.max(0, whole.from - GAP), whole.from);
  const clause = before.slice(Math.max(...[...'，,；;。：:'].map((c) => before.lastIndexOf(c))) + 1);
  const items = clause.split(/[、和及与]/);
  if (items.length === parts.length && names.every((n, i) => n.length > 1 && items[i]?.includes(n))) return true;
  const count = /(?<!前)([两二三四五六])(?:级|类|种|个方面|个部分|大类)/.exec(clause)?.[1];
  if (count !== undefined && VALUES[NUMERALS.indexOf(count)] === parts.length) return true;
  return ALL_KINDS.some(
    (kinds, k) =>
      kinds.length === parts.length &&
      kinds.every((words, i) => words.some((w) => names[i]?.includes(w))) &&
      (k === 0 || /办结|答复|办理完/.test(clause)),
  );
}

function partsFrom(text: string, all: readonly Quantity[], from: number, start: number, whole: Quantity): Parts | null {
  const parts: Quantity[] = [];
  const names: string[] = [];
  let words = '';
  let semicolons = false;
  let bracketed = false;
  let rest = false;
  let others = 0;
  let at = start;
  for (let i = from; i < all.length; i++) {
    const q = all[i] as Quantity;
    if (q.from - at > GAP) break;
    const left = text.slice(at, q.from);
    if (/[。！？]/.test(left)) break;
    // （含政策解读6条）: a part of the part before it
    if (parts.length > 0 && /[（(][^）)]*[含]|其中|[件结复]中/.test(left)) {
      if (left.includes('中')) break;
      at = q.to;
      continue;
    }
    // 复议8件，维持7件，未审结1件；诉讼5件: results are of the cases before them
    const isOfCases = /复议|诉讼/.test(names[names.length - 1] ?? '') && RESULT.test(left);
    // 2条（中英文各1条）
    if (isOfCases || (parts.length > 0 && /^[（(][^）)]*$/.test(left))) {
      at = q.to + (/[）)]/.test(text.charAt(q.to)) ? 1 : 0);
      continue;
    }
    if (parts.length === 0) {
      // 其中包括预算、决算等内容；微博发布623条: what was begun has ended without a number
      if (/[；;]/.test(left)) return null;
      bracketed = /[（(]/.test(left);
      // the bracket holds no number in this unit: what comes behind it is no part
      if (!bracketed && /[）)]/.test(left)) return null;
    }
    // the bracket that the list stands in is closed
    if (parts.length > 0 && !bracketed && /^[^（(]*[）)]/.test(left)) break;
    const semicolon = /[；;]/.test(left);
    if (parts.length > 1 && semicolon && !semicolons && !rest) break;
    if (semicolon && /(?:受理|收到|办理|答复)(?!结果|情况)|局|委(?!员)|乡镇|街道/.test(left)) break;
    if (STOP.test(left.replace(SHARE, ''))) {
      if (parts.length === 0) return null;
      break;
    }
    if (parts.length > 0) semicolons ||= semicolon;
    if (q.unit !== whole.unit) {
      others += q.value;
      at = q.to;
      continue;
    }
    if (q.approximate) return null;
    if (parts.length >= MOST) return null;
    parts.push(q);
    names.push(left.replace(/[，,、；;：:（(\s]|其中|[为是有共]$/g, ''));
    words += left;
    at = q.to;
    rest ||= isRemainder(left);
    if (rest && !reaches(text, all, i, parts, whole)) return { parts, names, others, rest: parts.length > 1 };
  }
  if (parts.length === 0) return null;
  const pair = parts.length === 2 && PAIRS.some((p) => p.every((w) => words.includes(w)));
  return { parts, names, others, rest: pair || (rest && parts.length > 1) };
}

/** 其他权力信息30条，扶贫信息13条: whether numbers behind what looks like the remainder are parts that make up the whole. */
function reaches(
  text: string,
  all: readonly Quantity[],
  last: number,
  parts: readonly Quantity[],
  whole: Quantity,
): boolean {
  let missing = parts.reduce((n, p) => n - p.value, whole.value);
  if (missing <= 0) return false;
  for (let i = last + 1; missing > 0 && i < Math.min(all.length, last + MOST); i++) {
    const [before, q] = [all[i - 1], all[i]] as [Quantity, Quantity];
    const left = text.slice(before.to, q.from);
    // （中英文各1条） is of the part before it
    if (/^[（(][^）)]*$/.test(left)) continue;
    if (q.unit !== whole.unit || left.length > GAP || !/^[）)]?[、，,；;][^。！？]*$/.test(left)) return false;
    if (STOP.test(left)) return false;
    missing -= q.value;
  }
  return missing === 0;
}

function isRemainder(left: string): boolean {
  let words = left;
  for (const w of NO_REMAINDER) words = words.split(w).join('');
  if (REMAINDER.some((w) => words.includes(w))) return true;
  const at = words.lastIndexOf('其他');
  return at >= 0 && words.length - at <= 12 && !/[、，；]/.test(words.slice(at));
}
