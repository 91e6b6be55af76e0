import type { Paragraph } from '../model';
import { readPassage } from './claims';
import type { Passage } from './passage';
import type { Quantity } from './quantities';

/** A whole and the parts that a sentence names of it, all in one unit. */
export interface Breakdown {
  readonly passage: Passage;
  readonly whole: Quantity;
  readonly parts: readonly Quantity[];
  /** Whether the parts are all there are: the rest is named, or every kind. */
  readonly exhaustive: boolean;
  /** Whether the parts exclude each other: outcomes and applicants do, channels and subjects need not. */
  readonly exclusive: boolean;
}

const MARKERS = ['其中', '主要集中', '分别为', '分别是', '包括', '包含', '分为', '具体为', '具体是'];
/** Words before a number that begin another thing, not another part. */
const STOPPERS = [
  '同时',
  '另',
  '此外',
  '还',
  '共',
  '累计',
  '总',
  '同比',
  '环比',
  '增',
  '减',
  '较',
  '比上',
  '占',
  '达',
  '转发',
  '举办',
  '组织',
  '开展',
  '全年',
  '平均',
  '每',
  '覆盖',
  '约',
  '近',
  '上年',
  '结转',
  '截至',
  '完成',
];
const REMAINDER = ['其余', '剩余', '剩下', '其它'];
/** 其他 in these is no remainder. */
const NO_REMAINDER = ['其他组织', '其他法律', '其他处理', '其他结果', '其他经济组织'];
const OUTCOMES = ['公开', '无法提供', '不予处理', '其他处理', '自然人', '法人', '维持', '纠正', '审结', '规范性文件'];
const CHANNELS = [
  '网站',
  '微信',
  '微博',
  '公众号',
  '平台',
  '抖音',
  '头条',
  '客户端',
  '公开栏',
  '网络',
  '信函',
  '当面',
  '报刊',
  '电视',
  '新媒体',
  '渠道',
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
]);
/** Parts are looked for so far behind the last. */
const GAP = 60;

/** Every whole with parts in a paragraph. */
export function breakdowns(paragraph: Paragraph): Breakdown[] {
  const { passage, numbers } = readPassage(paragraph);
  const { text } = passage;
  const all = numbers.quantities.filter((q) => UNITS.has(q.unit));
  const result: Breakdown[] = [];
  for (const marker of MARKERS) {
    let k = 0;
    for (let at = text.indexOf(marker); at >= 0; at = text.indexOf(marker, at + marker.length)) {
      while (k < all.length && (all[k] as Quantity).from < at) k++;
      const whole = all[k - 1];
      const first = all[k];
      if (!whole || !first || first.unit !== whole.unit || first.from - at > GAP) continue;
      // 其中 goes back to the clause before it, the others also over one full stop
      const between = text.slice(whole.to, at);
      if (at - whole.to > GAP || (marker === '其中' ? /[。！？]/.test(between) : between.split(/[。！？]/).length > 2))
        continue;
      if (whole.approximate) continue;
      // 建议588件、提案702件，其中: a whole of several
      const previous = all[k - 2];
      if (
        marker === '其中' &&
        previous &&
        previous.unit === whole.unit &&
        !/[。；，,]/.test(text.slice(previous.to, whole.from))
      )
        continue;
      const found = partsFrom(text, all, k, at + marker.length, whole.unit);
      if (found) result.push({ passage, whole, ...found });
    }
  }
  return result;
}

function partsFrom(
  text: string,
  all: readonly Quantity[],
  from: number,
  start: number,
  unit: string,
): Pick<Breakdown, 'parts' | 'exhaustive' | 'exclusive'> | null {
  const parts: Quantity[] = [];
  const lefts: string[] = [];
  let exhaustive = false;
  let at = start;
  for (let i = from; i < all.length; i++) {
    const q = all[i] as Quantity;
    if (q.from - at > GAP) break;
    const left = text.slice(at, q.from);
    if (/[。！？]/.test(left)) break;
    if (parts.length > 0 && (MARKERS.some((m) => left.includes(m)) || STOPPERS.some((s) => left.includes(s)))) {
      // parts of a part: what belongs to which cannot be told
      if (left.includes('其中')) return parts.length === 1 ? { parts, exhaustive: false, exclusive: false } : null;
      break;
    }
    if (parts.length === 0 && STOPPERS.some((s) => left.includes(s))) return null;
    if (q.unit !== unit) {
      at = q.to;
      continue;
    }
    if (q.approximate) return null;
    parts.push(q);
    lefts.push(left);
    at = q.to;
    if (isRemainder(left)) {
      exhaustive = parts.length > 1;
      break;
    }
  }
  if (parts.length === 0) return null;
  const words = lefts.join('');
  const applicants = words.includes('自然人') && words.includes('法人') && parts.length === 2;
  const exclusive = OUTCOMES.some((w) => words.includes(w)) && !CHANNELS.some((w) => words.includes(w));
  return { parts, exhaustive: exhaustive || applicants, exclusive };
}

function isRemainder(left: string): boolean {
  let words = left;
  for (const w of NO_REMAINDER) words = words.split(w).join('');
  if (REMAINDER.some((w) => words.includes(w))) return true;
  const at = words.lastIndexOf('其他');
  return at >= 0 && words.length - at <= 12 && !/[、，；]/.test(words.slice(at));
}
