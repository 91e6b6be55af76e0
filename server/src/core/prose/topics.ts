import { anyOf } from '../text/words';
import { CLASSES, mark, TOPIC } from './classes';
import { AFTER_REQUEST, BEFORE_REQUEST, CHANNELS, OTHER_THINGS, REQUEST_WORDS, WEAK_WORDS } from './lexicon';
import type { Span } from './passage';

/** What a sentence is about: table 3, a block of table 4 or both, or a thing that no table has. */
export type Topic = 'none' | 'request' | 'review' | 'suit' | 'disputes' | 'other';

/** A word that says what a sentence is about from there on. */
export interface Mention {
  readonly topic: Topic;
  /** Says nothing where another thing was named before. */
  readonly weak: boolean;
  readonly from: number;
  readonly to: number;
}

/** Characters without which a sentence is about nothing that a table has. */
export const MAY_SPEAK = /[申请复议诉讼公开办结转件宗]/;

const TOPICS: readonly (readonly [string, Topic])[] = [
  ...OTHER_THINGS.map((w) => [w, 'other'] as const),
  ...REQUEST_WORDS.map((w) => [w, 'request'] as const),
  ...['行政复议', '复议'].map((w) => [w, 'review'] as const),
  ...['行政诉讼', '诉讼', '起诉', '应诉'].map((w) => [w, 'suit'] as const),
  ...WEAK_WORDS.map((w) => [w, 'request'] as const),
  ['申请', 'request'],
];
const WEAK: ReadonlySet<string> = new Set(WEAK_WORDS);
/** The words by their first character, the longest first. */
const BY_FIRST = new Map<number, (readonly [string, Topic])[]>();
for (const entry of [...TOPICS].sort((a, b) => b[0].length - a[0].length)) {
  const c = entry[0].charCodeAt(0);
  BY_FIRST.set(c, [...(BY_FIRST.get(c) ?? []), entry]);
  mark(entry[0].charAt(0), TOPIC);
}

/** What tables 3 and 4 count; what only may be of them says nothing by itself. */
export const TOPIC_WORDS = anyOf([
  ...new Set(TOPICS.flatMap(([word, topic]) => (topic === 'other' || WEAK.has(word) ? [] : [word]))),
]);

const BY_OPENNESS = /主动公开[^，,、；。]{0,4}\d+[^，,、；。\d]{0,4}[、，,；]\s*(?:作为)?依申请公开[^，,、；。]{0,4}\d/;
/** 对答复不服提起行政复议: such a review is about disclosure. */
export const AGAINST_ANSWER = /对[^，。；]{0,8}答复[^，。；]{0,4}(?:不服|不满)/;

/** 受理申请74件，均已办结；行政复议2件: a member of the list that speaks of applications. */
const AS_NEXT =
  /^\s*(?:今年|全年|本年度?|年内|\d{4}\s*年度?)?[，,]?\s*共?(?:因此|由此)?(?:引[发起]|发生|产生|涉及?)?的?(?:行政)?(?:复议|诉讼)(?:案件|事项)?\s*\d/;

/** Everything that a sentence is about, from left to right. */
export function mentions(text: string, sentence: Span, about: Topic, before: Topic): Mention[] {
  const found: Mention[] = [];
  const words = text.slice(sentence.from, sentence.to);
  const isSpoken = (): boolean =>
    about === 'disputes' ||
    ['review', 'suit', 'disputes'].includes(before) ||
    words.includes('信息公开') ||
    words.includes('依申请公开') ||
    words.includes('公开申请') ||
    (before === 'request' && words.includes('因申请')) ||
    (before === 'request' && AS_NEXT.test(words)) ||
    AGAINST_ANSWER.test(words);
  // 主动公开58件、依申请公开9件、不予公开69件: documents by how open they are
  const isByOpenness = (): boolean => BY_OPENNESS.test(words);
  // asked for where a word depends on it, and once
  let spoken: boolean | null = null;
  let byOpenness: boolean | null = null;
  for (let i = sentence.from; i < sentence.to; i++) {
    const c = text.charCodeAt(i);
    if (!((CLASSES[c] as number) & TOPIC)) continue;
    const entry = BY_FIRST.get(c)?.find(([w]) => text.startsWith(w, i));
    if (!entry) continue;
    const [word, named] = entry;
    if (named === 'request') byOpenness ??= isByOpenness();
    const topic = byOpenness && named === 'request' ? 'other' : named;
    const to = i + word.length;
    if (word === '申请' && !isRequest(text, i)) {
      // 收到申请51件（网上申请46件）: of those, by how they came
      const isOfThose = before === 'request' || found.some((m) => m.topic === 'request');
      if (isOfThose && CHANNELS.some((w) => text.startsWith(w, i - w.length))) continue;
      if (!AFTER_REQUEST.some((w) => text.startsWith(w, to))) found.push({ topic: 'other', weak: false, from: i, to });
    } else if (topic === 'review' || topic === 'suit') {
      // a review or a suit of something else than disclosure is no case of the table
      spoken ??= isSpoken();
      found.push({ topic: spoken ? topic : 'other', weak: false, from: i, to });
    } else found.push({ topic, weak: WEAK.has(word), from: i, to });
    i = to - 1;
  }
  if (found.length < 2) return found;
  return found.map((m, i) => {
    // 行政复议、行政诉讼共5件: both together
    const last = found[i - 1];
    const both =
      m.topic === 'suit' &&
      last?.topic === 'review' &&
      /^[、和及与或]?(?:提起|引发|的|被)?$/.test(text.slice(last.to, m.from));
    return both ? { ...m, topic: 'disputes' as const } : m;
  });
}

/** Whether 申请 alone is an application for information. */
function isRequest(text: string, at: number): boolean {
  if (AFTER_REQUEST.some((w) => text.startsWith(w, at + 2))) return false;
  // 各类申请 and 信访举报投诉类申请, but not 咨询类申请
  if (text.charAt(at - 1) === '类')
    return (
      /(?:[各此该这同两几多]|公开|组织|企业|自然人)$/.test(text.slice(Math.max(0, at - 4), at - 1)) ||
      REQUEST_WORDS.some((w) => text.startsWith(w, at - 1 - w.length))
    );
  // 依申请公开政府信息申请, 依申请公开的申请
  if (/依申请公开的?(?:政府)?(?:信息)?$/.test(text.slice(Math.max(0, at - 12), at))) return true;
  return (
    at === 0 || BEFORE_REQUEST.some((w) => text.startsWith(w, at - w.length)) || /[\d\s]/.test(text.charAt(at - 1))
  );
}

/** Whether the last application that words name is one for information. */
export function endsOnRequests(words: string): boolean {
  const at = words.lastIndexOf('申请');
  return isRequest(words, at) || REQUEST_WORDS.some((w) => words.indexOf(w, Math.max(0, at - w.length)) >= 0);
}
