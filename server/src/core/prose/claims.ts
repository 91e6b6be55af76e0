import { kept } from '../kept';
import type { Report, Section } from '../model';
import { CLASSES, mark, TOPIC } from './classes';
import {
  AFTER_REQUEST,
  APPLICANTS,
  BEFORE_REQUEST,
  CHANNELS,
  COMPARISONS,
  COMPOUNDS,
  type Concept,
  FILLERS,
  OTHER_PERIODS,
  OTHER_THINGS,
  PAPERS,
  PARENTS,
  REQUEST_WORDS,
  REQUESTS,
  RESULTS,
  SOME,
  WEAK_WORDS,
} from './lexicon';
import { isComma, numbersOf, type Passage, type SectionText, type Span, textOf } from './passage';
import { isPart, leadingThing, PROACTIVE_WORDS, type ProactiveState, proactiveReadings } from './proactive';
import type { Quantity, Year } from './quantities';
import { isForeign } from './subject';
import { reader } from './words';

/** Cells that are added up, as a sentence may mean them. */
export interface Reading {
  readonly cells: readonly string[];
}

/** A number of a sentence that is said of the report's own year and office, and the cells that it may be. */
export interface Claim {
  readonly passage: Passage;
  readonly sentence: Span;
  readonly quantity: Quantity;
  /** What is counted, in the words of the sentence. */
  readonly words: string;
  readonly readings: readonly Reading[];
  /** Whether the sentence itself says what it is about. */
  readonly certain: boolean;
  /** Whether words stand between what is counted and the number that may make another thing of it: 答复结果为公开类55件. */
  readonly loose: boolean;
  /** The year that the text named last before it. */
  readonly year: number | null;
}

type Topic = 'none' | 'request' | 'review' | 'suit' | 'disputes' | 'other';

const COUNT_UNITS = new Set(['件', '宗', '条', '份', '起', '例', '件次', '条次', '次', '项', '个', '']);
const REQUEST_UNITS = new Set(['件', '宗', '条', '份', '起', '例', '件次', '条次', '']);
/** Words further away than this from their number do not belong to it. */
const REACH = 60;
/** So much of a sentence before a number is looked at for its subject and its period. */
const SENTENCE = 240;

/** What the words of a paragraph claim in a report: they depend on whose report of what year it is, and where they stand. */
interface Known {
  about: Topic | null;
  year: number | undefined;
  organisation: string | undefined;
  claims: readonly Omit<Claim, 'passage'>[];
}
const lastKnown = reader((): Known => ({ about: null, year: undefined, organisation: undefined, claims: [] }));
const NONE: readonly Claim[] = [];

/** Every number in the text of a report that surely is one of its tables. */
export const readClaims = kept((report: Report): readonly Claim[] =>
  textOf(report).sections.flatMap((s) => (s.section.id === 'problems' ? [] : sectionClaims(report, s))),
);

function sectionClaims(report: Report, { section, passages }: SectionText): Claim[] {
  let next = 0;
  let about = aboutOf(section, '');
  return passages.flatMap((passage) => {
    const { start } = passage.paragraph.range;
    for (; (section.subheadings[next]?.range.start ?? Number.POSITIVE_INFINITY) <= start; next++)
      about = aboutOf(section, section.subheadings[next]?.text ?? '');
    const known = passage.words.once(lastKnown);
    const year = report.year?.value;
    const organisation = report.organisation?.text;
    if (known.about !== about || known.year !== year || known.organisation !== organisation) {
      const claims = paragraphClaims(report, passage, about).map(({ passage: _, ...claim }) => claim);
      Object.assign(known, { about, year, organisation, claims });
    }
    return known.claims.length === 0 ? NONE : known.claims.map((claim) => ({ ...claim, passage }));
  });
}

/** What text is about by where it stands. @param under the sub-heading above it */
function aboutOf({ id }: Section, under: string): Topic {
  if (id === 'disputes') return 'disputes';
  return id === 'requests' || REQUEST_WORDS.some((w) => under.includes(w)) ? 'request' : 'none';
}

/** What is known of a number from the words before it. */
interface State {
  topic: Topic;
  /** The year that was named last. */
  year: number | null;
}

function paragraphClaims(report: Report, passage: Passage, about: Topic): Claim[] {
  const { text } = passage;
  const { quantities, years } = numbersOf(passage.words);
  if (!quantities.some(counts)) return [];
  const claims: Claim[] = proactiveClaims(report, passage);
  // only a word of a topic makes a number one of tables 3 and 4
  if (about === 'none' && !TOPIC_WORDS.test(text)) return claims;
  const state: State = { topic: about, year: null };
  let k = 0;
  let y = 0;
  let anchored = about !== 'none';
  for (const sentence of passage.sentences) {
    const counted = k < quantities.length && (quantities[k] as Quantity).from < sentence.to;
    if (!counted && !MAY_SPEAK.test(text.slice(sentence.from, Math.min(sentence.to, sentence.from + 400)))) continue;
    const found = mentions(text, sentence, about, state.topic);
    let m = 0;
    const readTo = (to: number): void => {
      for (; m < found.length && (found[m] as Mention).to <= to; m++) {
        const { topic, weak } = found[m] as Mention;
        if (weak && state.topic !== 'none') continue;
        if (!weak) {
          state.topic = topic;
          if (topic === 'request') anchored = true;
        }
      }
      for (; y < years.length && (years[y] as Year).from < to; y++) {
        const year = years[y] as Year;
        if (setsPeriod(text, year)) state.year = year.value;
      }
    };
    // 全县办结98件，其中予以公开54件: what comes first says what was handled
    const first = found.find((f) => !f.weak);
    let doubt = false;
    if (first?.topic === 'request' && state.topic !== 'request') state.topic = 'request';
    for (; k < quantities.length && (quantities[k] as Quantity).from < sentence.to; k++) {
      const quantity = quantities[k] as Quantity;
      readTo(quantity.from);
      if (state.topic === 'none' || state.topic === 'other' || !COUNT_UNITS.has(quantity.unit)) continue;
      const claim = readClaim({
        ...state,
        report,
        passage,
        sentence,
        quantity,
        left: leftOf(text, sentence, quantity, quantities[k - 1]),
        right: rightOf(text, sentence, quantity, quantities[k + 1]),
        before: text.slice(Math.max(sentence.from, quantity.from - SENTENCE), quantity.from),
        anchored: anchored || first?.topic === 'request',
        months: monthsBefore(quantities, k, sentence),
      });
      // beside applications that are counted by channel, by office or by subject, a bare number may be of those
      if (claim)
        claims.push(
          doubt && state.topic === 'request' && !/申请/.test(claim.words + before(text, quantity))
            ? { ...claim, certain: false }
            : claim,
        );
      else if (REQUEST_UNITS.has(quantity.unit) && quantity.unit !== '') doubt = true;
    }
    readTo(sentence.to);
    if (y > 0 && isSince(text, years[y - 1] as Year)) state.year = null;
    // other things behind ； are in the middle of what was begun before them
    if (state.topic === 'other')
      state.topic = first?.topic === 'request' && text.charAt(sentence.to) !== '。' ? 'request' : 'none';
  }
  return claims;
}

/** Numbers of table 2: rules, documents, decisions, charges. */
function proactiveClaims(report: Report, passage: Passage): Claim[] {
  const { text } = passage;
  const { quantities, years } = numbersOf(passage.words);
  const claims: Claim[] = [];
  if (!PROACTIVE_WORDS.test(text)) return claims;
  let k = 0;
  let y = 0;
  let year: number | null = null;
  for (const sentence of passage.sentences) {
    const lead = text.slice(sentence.from, Math.min(quantities[k]?.from ?? sentence.to, sentence.from + REACH));
    const state: ProactiveState = { thing: leadingThing(lead), deed: '' };
    for (; k < quantities.length && (quantities[k] as Quantity).from < sentence.to; k++) {
      const quantity = quantities[k] as Quantity;
      for (; y < years.length && (years[y] as Year).from < quantity.from; y++) {
        if (setsPeriod(text, years[y] as Year)) year = (years[y] as Year).value;
      }
      const left = leftOf(text, sentence, quantity, quantities[k - 1]);
      const right = rightOf(text, sentence, quantity, quantities[k + 1]);
      const found = proactiveReadings(left, right, quantity, state);
      const before = text.slice(Math.max(sentence.from, quantity.from - SENTENCE), quantity.from);
      if (
        !found ||
        /复议|诉讼/.test(before) ||
        isPart(before + right) ||
        COMPARISONS.some((w) => left.includes(w) || right.includes(w))
      )
        continue;
      if (isForeign(before.replace(/各(?:部门|单位|级行政机关)/, ''), report.organisation?.text ?? null)) continue;
      const months = monthsBefore(quantities, k, sentence);
      if (otherPeriod({ before, left, right, months })) continue;
      claims.push({
        passage,
        sentence,
        quantity,
        words: found.words,
        certain: true,
        loose: false,
        year,
        readings: found.readings,
      });
    }
    for (; y < years.length && (years[y] as Year).from < sentence.to; y++)
      if (setsPeriod(text, years[y] as Year)) year = (years[y] as Year).value;
    if (y > 0 && isSince(text, years[y - 1] as Year)) year = null;
  }
  return claims;
}

/** The words right before a number. */
function before(text: string, quantity: Quantity): string {
  return text.slice(Math.max(0, quantity.from - 12), quantity.from);
}

/** The months named before a number in its sentence. */
function monthsBefore(quantities: readonly Quantity[], index: number, sentence: Span): readonly number[] {
  const months: number[] = [];
  for (let i = index - 1; i >= Math.max(0, index - 12) && (quantities[i] as Quantity).from >= sentence.from; i--) {
    const { unit, value } = quantities[i] as Quantity;
    if (unit === '月') months.push(value);
  }
  return months;
}

/** Words before a year that only point to it: 结转至2024年, 比2022年的158件, 于2024年1月答复. */
const POINTING = [
  '结转',
  '结转至',
  '结转到',
  '转入',
  '转至',
  '转到',
  '比',
  '较',
  '于',
  '由',
  '同',
  '与',
  '到',
  '至',
  '在',
  '对',
  '截至',
  '截止',
  '截至到',
  '延至',
  '顺延至',
  '将于',
  '已于',
];
/** What follows a year that is only pointed to. */
const POINTED = /^\s*(?:度)?(?:结转|遗留|转|接转|未办|没办|留|提出|收到的|新收的|的\s*\d|前|底|初|\d{1,2}\s*月)/;

/** Whether a year says of what time the words behind it are, and is not merely named in them. */
export function setsPeriod(text: string, year: Year): boolean {
  if (inTitle(text, year.from)) return false;
  const before = text.slice(Math.max(0, year.from - 4), year.from).trimEnd();
  const behind = text.slice(year.to, year.to + 10);
  // the whole year as a period
  if (/^\s*(?:1\s*月\s*1\s*日|12\s*月\s*31\s*日)|以来|起/.test(behind)) return true;
  return !POINTING.some((w) => before.endsWith(w)) && !POINTED.test(behind);
}

/** 2008年以来: what the sentence goes on with is of all years since, what the next one says is not. */
function isSince(text: string, year: Year): boolean {
  return /^\s*(?:度)?以来/.test(text.slice(year.to, year.to + 6));
}

/** Whether a place stands inside of 《》. */
function inTitle(text: string, at: number): boolean {
  const words = text.slice(Math.max(0, at - REACH * 2), at);
  return words.lastIndexOf('《') > words.lastIndexOf('》');
}

/** A word that says what a sentence is about from there on. */
interface Mention {
  readonly topic: Topic;
  /** Says nothing where another thing was named before. */
  readonly weak: boolean;
  readonly from: number;
  readonly to: number;
}

/** Characters without which a sentence is about nothing that a table has. */
const MAY_SPEAK = /[申请复议诉讼公开办结转件宗]/;

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

const TOPIC_WORDS = new RegExp(
  [...new Set(TOPICS.flatMap(([word, topic]) => (topic === 'other' ? [] : [word])))].join('|'),
);

/** Whether a number may be one of a table. */
function counts({ unit }: Quantity): boolean {
  return COUNT_UNITS.has(unit) || unit === '部' || unit === '元' || unit === '万元' || unit === '亿元';
}

const BY_OPENNESS = /主动公开[^，,、；。]{0,4}\d+[^，,、；。\d]{0,4}[、，,；]\s*依申请公开[^，,、；。]{0,4}\d/;
/** 对答复不服提起行政复议: such a review is about disclosure. */
export const AGAINST_ANSWER = /对[^，。；]{0,8}答复[^，。；]{0,4}(?:不服|不满)/;

/** Everything that a sentence is about, from left to right. */
function mentions(text: string, sentence: Span, about: Topic, before: Topic): Mention[] {
  const found: Mention[] = [];
  const words = text.slice(sentence.from, sentence.to);
  const isSpoken = (): boolean =>
    about === 'disputes' ||
    ['review', 'suit', 'disputes'].includes(before) ||
    words.includes('信息公开') ||
    words.includes('依申请公开') ||
    words.includes('公开申请') ||
    (before === 'request' && words.includes('因申请')) ||
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
  return (
    at === 0 || BEFORE_REQUEST.some((w) => text.startsWith(w, at - w.length)) || /[\d\s]/.test(text.charAt(at - 1))
  );
}

/** Whether the last application that words name is one for information. */
export function endsOnRequests(words: string): boolean {
  const at = words.lastIndexOf('申请');
  return isRequest(words, at) || REQUEST_WORDS.some((w) => words.indexOf(w, Math.max(0, at - w.length)) >= 0);
}

/** The words that belong to a number before it: its clause back to the last number or comma, further over words without meaning. */
function leftOf(text: string, sentence: Span, quantity: Quantity, previous: Quantity | undefined): string {
  const floor = Math.max(sentence.from, quantity.from - REACH, previous?.to ?? 0);
  let from = quantity.from;
  for (let clauses = 0; clauses < 3; clauses++) {
    while (from > floor && !isComma(text, from - 1)) from--;
    if (from <= floor || !meansNothing(text.slice(from, quantity.from))) break;
    // what stands right behind the number before belongs to that one
    if (previous && !hasComma(text, floor, from - 1)) break;
    from--;
  }
  // 予以公开（含部分公开）411件: the bracket is said of what stands before it
  if (from > floor && ASIDE.test(text.slice(from - 1, quantity.from)))
    for (from--; from > floor && !isComma(text, from - 1); ) from--;
  // 公开、部分公开411件: a list whose members have no numbers of their own
  while (from > floor && text.charAt(from - 1) === '、') {
    let before = from - 1;
    while (before > floor && !isComma(text, before - 1)) before--;
    // what stands right behind the number before belongs to that one
    if (before <= floor && previous && previous.to > sentence.from) break;
    from = before;
  }
  return text.slice(Math.max(from, floor), quantity.from);
}

const ASIDE = /[（(](含|包括|包含)[^（）()]*[）)]\s*$/;

function hasComma(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isComma(text, i)) return true;
  return false;
}

/** The words behind a number up to the next comma or number. */
function rightOf(text: string, sentence: Span, quantity: Quantity, next: Quantity | undefined): string {
  const limit = Math.min(sentence.to, quantity.to + REACH, next?.from ?? sentence.to);
  let to = quantity.to;
  while (to < limit && !isComma(text, to)) to++;
  return text.slice(quantity.to, to);
}

/** Words without meaning by their first character, the longest first. */
const FILLERS_BY_FIRST = new Map<string, string[]>();
for (const filler of [...FILLERS, ...'，,、：:（）()“”" \n\r\t\u00a0\u3000'].sort((a, b) => b.length - a.length)) {
  const known = FILLERS_BY_FIRST.get(filler.charAt(0));
  if (known) known.push(filler);
  else FILLERS_BY_FIRST.set(filler.charAt(0), [filler]);
}

function meansNothing(words: string): boolean {
  for (let i = 0; i < words.length; ) {
    const filler = FILLERS_BY_FIRST.get(words.charAt(i))?.find((w) => words.startsWith(w, i));
    if (!filler) return false;
    i += filler.length;
  }
  return true;
}

interface Seen {
  readonly report: Report;
  readonly passage: Passage;
  readonly sentence: Span;
  readonly quantity: Quantity;
  readonly left: string;
  readonly right: string;
  readonly topic: Topic;
  readonly year: number | null;
  /** The sentence up to the number. */
  readonly before: string;
  readonly anchored: boolean;
  readonly months: readonly number[];
}

function readClaim(seen: Seen): Claim | null {
  const { topic, left, right } = seen;
  const near = left + right;
  if (COMPARISONS.some((w) => left.includes(w) || right.includes(w)) || /[比较]\s*\d{4}\s*年/.test(left)) return null;
  if (/不含|不包括|不计入|未计入/.test(left)) return null;
  if (left.endsWith('由') || /^(?:增|升|减|降|提高)[至到为]/.test(right) || /^的?有\d/.test(right)) return null;
  if (
    /[1一]\s*[人名](?:申请人)?[^，,。]{0,8}(?:提出|申请)/.test(seen.before) ||
    /征求|本级|居前|前[三五十]位/.test(seen.before) ||
    (/最多|最少/.test(seen.before) && !/[”"]?类?最[多少][，,]\S{0,3}$/.test(left))
  )
    return null;
  const outcome = topic === 'request' && hits(left).some((h) => h.concept.kind === 'outcome');
  if (
    SOME.some(
      (w) =>
        near.includes(w) &&
        !(w === '涉及' && (outcome || /涉及(?:政府)?信息公开/.test(near))) &&
        !(w === '转来' && /上年度?转来/.test(near)) &&
        // how a court decided is what the table asks for
        !(w === '法院' && topic !== 'request'),
    ) ||
    PAPERS.some((w) => left.endsWith(w))
  )
    return null;
  if (isForeign(seen.before, seen.report.organisation?.text ?? null)) return null;
  if (otherPeriod(seen)) return null;
  if (topic !== 'request') return disputeClaim(seen);
  const claim = requestClaim(seen);
  return claim && isLoose(claim.words, left, right) ? { ...claim, loose: true } : claim;
}

/** Words that may stand between what was done with applications and their number, and leave it a number of applications. */
const LINKS = new RegExp(
  `^(?:${[
    ...APPLICANTS.flatMap((a) => a.words),
    ...'政府信息公开 政府信息 信息公开 依申请公开 公开申请 申请公开 申请件 申请 公民 法人 组织 机构 群众 社会 公众 村民 居民'.split(
      ' ',
    ),
    ...'提出 提交 递交 对 向 来自 各类 事项 件数 数量 总数 总量 情况 信息 全部 以及 和 及 与 或者 或'.split(' '),
    ...'合计 共计 总计 累计 小计 全年 本年度 本年 当年 年内 年度 共 总 计 均 已 都 新 的 了 为 是 有 无'.split(' '),
    ...'约 近 逾 超过 达到 达 件 宗 条 份 数 量 年'.split(' '),
    '[\\s\\d：:，,、（(）)“”"]',
  ].join('|')})*$`,
);

/** Names of applications, which stand before their number without a verb: 政府信息公开申请36件. */
const NAMES = ['政府信息公开申请', '信息公开申请', '依申请公开', '公开申请', '申请'];

/** What is done with many things: only an application named beside it makes it a row of table 3. */
const BARE = new Set([
  ...REQUESTS.filter((c) => c.kind === 'flow' && !c.id.startsWith('carried')).flatMap((c) => c.words),
  ...NAMES,
]);

/** Whether another thing is named between the words of a claim and its number: 答复结果为公开类55件. */
function isLoose(words: string, left: string, right: string): boolean {
  if (!BARE.has(words)) return false;
  const at = left.lastIndexOf(words);
  if (at >= 0) return !LINKS.test(left.slice(at + words.length));
  const behind = right.indexOf(words);
  return behind >= 0 && !LINKS.test(right.slice(0, behind));
}

/** Whether a sentence is about a part of the year, or about the year before in words. */
function otherPeriod({ before, left, right, months }: Pick<Seen, 'before' | 'left' | 'right' | 'months'>): boolean {
  const words = /12\s*月\s*31\s*日|年底/.test(before) ? before.replace(/截[至止]/g, '') : before;
  if (OTHER_PERIODS.some((w) => words.includes(w) && !(w === '去年' && left.includes('结转')))) return true;
  const last = before.lastIndexOf('上年');
  if (
    last >= 0 &&
    !/^(?:度?(?:结转|转入|转来|遗留|结余|接转)|一)/.test(before.slice(last + 2)) &&
    !/本年|今年|全年|当年/.test(before.slice(last))
  )
    return true;
  if (before.includes('累计') && !/全年|本年|\d{4}\s*年/.test(before)) return true;
  if (/个月/.test(left + right)) return true;
  return months.some((m) => m !== 1 && m !== 12) || (months.includes(12) && !/12\s*月\s*31\s*日/.test(before));
}

/** Whether a claim is about the year of the report, or says of what year it carries over. */
export function isOwnYear(report: Report, { year, words }: Claim): boolean {
  if (year === null || report.year === null || year === report.year.value) return true;
  const step = year - report.year.value;
  return /转|顺延|继续办理/.test(words) && (step === 1 || step === -1);
}

/** A word of a concept in the words beside a number. */
interface Hit {
  readonly concept: Concept;
  readonly words: string;
  readonly from: number;
  readonly to: number;
}

/** Words of concepts from left to right; a word inside of a longer one is none. */
function hits(text: string): Hit[] {
  const all: Hit[] = [];
  for (const concept of REQUESTS) {
    for (const words of concept.words) {
      let from = text.lastIndexOf(words);
      while (from >= 0 && isCompound(text, words, from)) from = from > 0 ? text.lastIndexOf(words, from - 1) : -1;
      if (from >= 0) all.push({ concept, words, from, to: from + words.length });
    }
  }
  return all
    .filter((h) => !all.some((o) => o !== h && o.from <= h.from && o.to >= h.to && o.words.length > h.words.length))
    .sort((a, b) => a.from - b.from);
}

/** Whether a word is only a part of one that means something else: 办理期限, 不动产登记. */
function isCompound(text: string, word: string, at: number): boolean {
  const compound = COMPOUNDS[word];
  if (!compound) return false;
  return (
    compound.behind.some((w) => text.startsWith(w, at + word.length)) ||
    compound.before.some((w) => text.startsWith(w, at - w.length))
  );
}

/** What is counted: an outcome before what was merely done, the nearest before the number, else the first behind it. */
function conceptOf(left: string, right: string): { hit: Hit; all: readonly Hit[] } | null {
  const before = hits(left);
  const outcomes = before.filter((h) => h.concept.kind === 'outcome');
  const own = outcomes.length > 0 ? outcomes : before;
  const last = own[own.length - 1];
  const carried = own[own.length - 2];
  // 结转下年办理, 结转2026年继续办理: to be handled there, not handled here
  const near =
    last &&
    carried?.concept.id.startsWith('carried') &&
    /^[\s\d至到下一次年度的内继续由]*$/.test(left.slice(carried.to, last.from))
      ? carried
      : last;
  if (near) return left.startsWith('等', near.to) ? null : { hit: near, all: own };
  const behind = hits(right);
  const first = behind.find((h) => h.concept.kind === 'outcome') ?? behind[0];
  return first ? { hit: first, all: [first] } : null;
}

function requestClaim(seen: Seen): Claim | null {
  const { right, quantity } = seen;
  // 予以公开（含部分公开）: both together
  const named = seen.left.replace(ASIDE, (aside) => aside.replace(/^./, '和').replace(/含|包括|包含|[）)]/g, ''));
  // 答复中，有23件无法提供: of the answers, those that the words behind the number tell
  const left = /中[，,：:]\s*(?:共?有)?$/.test(named) ? '' : named;
  if (!REQUEST_UNITS.has(quantity.unit) && !/申请(?:公开)?(?:事项)?$/.test(left)) return null;
  // 重复申请、大量反复申请分别为5件、2件: one each, in their order
  if (/[、和及与].*分别(?:为|是|有)?\s*$/.test(left)) return null;
  // 新收的32件申请已办结30件: of those, not of all
  if (/^(?:政府)?(?:信息公开)?申请[中，,]*(?:现|均)?已?(?:按[时期])?(?:办结|答复|办理)/.test(left)) return null;
  if (quantity.unit === '' && !/^[，,、；;。）)\s]?$/.test(right.slice(0, 1))) return null;
  if (CHANNELS.some((w) => left.includes(w) || right.includes(w))) return null;
  // 对16件申请作出部分公开答复
  const done = /^(?:政府信息公开)?申请作出/.test(right)
    ? hits(right).find((h) => h.concept.kind === 'outcome')
    : undefined;
  if (/对$/.test(left) && done) return make(seen, done.words, done.concept.readings.slice(0, 1), ['total']);
  if (/[对将]$/.test(left) || /^(?:分别|于)/.test(right) || (left + right).includes('分别由')) return null;
  // 17件中予以公开11件: the words are those of the next number
  if (/^中/.test(right) && hits(left).length === 0) return null;
  const kind = applicants(left) ?? (/^(?:为|由|是)/.test(right) ? applicants(right) : null);
  const rest = restOf(left, right, seen.before) ?? bareGrant(seen);
  if (rest) return make(seen, rest.words, rest.readings, ['total']);
  const found = conceptOf(left, right);
  if (!found) {
    if (hits(left).length > 0) return null;
    // 政府信息公开申请36件, without a verb
    const word = kind?.words[0] ?? NAMES.find((w) => left.includes(w));
    // 全县97件政府信息公开申请来自61名申请人
    if (!word && /^(?:政府)?信息公开申请/.test(right) && /^[^其有对另某余]{0,4}$/.test(left))
      return make(
        seen,
        '政府信息公开申请',
        [['newlyReceived'], ['newlyReceived', 'carriedIn'], ['handledTotal']],
        ['total'],
      );
    if (!word || (!kind && (left.includes('其中') || left.includes('申请人')))) return null;
    const rows = [['newlyReceived'], ['newlyReceived', 'carriedIn'], ['handledTotal']];
    const claim = make(seen, word, rows, kind?.columns ?? ['total']);
    // 自然人占多数，共提交申请151件: of those who were named, or of all
    const limited = kind ? null : applicants(seen.before);
    return limited
      ? { ...claim, readings: [...claim.readings, ...make(seen, word, rows, limited.columns).readings] }
      : claim;
  }
  const { concept, words } = found.hit;
  // 新收申请办结812件: only some of those that were handled
  const flows = found.all.filter((h) => h.concept.kind === 'flow').map((h) => h.concept.id);
  if (
    flows.length > 1 &&
    flows.some((f) => ['new', 'received', 'carriedIn'].includes(f)) &&
    ['answered', 'handled'].includes(flows[flows.length - 1] as string)
  )
    return null;
  if (left.startsWith('中') && concept.kind === 'flow') return null;
  if (/其余|剩余/.test(left) && concept.id !== 'carriedForward') return null;
  const joined = joinedReading(left, found.all);
  if (joined) return joined === 'unclear' ? null : make(seen, joined.words, [joined.rows], ['total']);
  // 因第三方不同意公开，不予公开6件: only those for that reason, which no row tells
  if (GROUPS.has(concept.id) && found.all.length === 1 && givesReason(seen)) return null;
  const parent = PARENTS[concept.id];
  const group = REQUESTS.find((c) => c.id === parent && c.words.some((w) => (left + right).includes(w)));
  const details = found.all.filter((h) => PARENTS[h.concept.id] === concept.id).flatMap((h) => h.concept.readings);
  // beside 部分公开, 予以公开 does not take it in
  const apart =
    concept.id === 'granted' &&
    seen.passage.text
      .slice(seen.sentence.from, Math.min(seen.sentence.to, seen.sentence.from + 2 * SENTENCE))
      .includes('部分公开');
  const rows = [...(apart ? concept.readings.slice(0, 1) : concept.readings), ...(group?.readings ?? []), ...details];
  const own = carriedTo(seen, words) ?? rows;
  const limited = kind ?? applicants(seen.before);
  if (!limited) return make(seen, words, own, ['total']);
  // of applications of one kind of applicants, or of all of them: both are said
  const claim = make(seen, words, own, kind ? kind.columns : ['total']);
  const other = make(seen, words, own, kind ? ['total'] : limited.columns);
  return {
    ...claim,
    readings: kind && concept.kind === 'flow' ? claim.readings : [...claim.readings, ...other.readings],
  };
}

/** Outcomes that several rows tell the reasons of. */
const GROUPS: ReadonlySet<string> = new Set(Object.values(PARENTS));

/** Whether the clause before a number says why, and not just that the law asked for it. */
function givesReason({ left, before }: Seen): boolean {
  const clauses = before.slice(0, before.length - left.length).replace(/[，,]$/, '');
  const clause = clauses.slice(Math.max(...[...'，,。；;、件份宗条'].map((c) => clauses.lastIndexOf(c))) + 1) + left;
  return /^(?:其中)?(?:有)?(?:因|由于|鉴于|考虑到)/.test(clause.trim());
}

/** What the words around a number tell of what was said before it: what is left of it, and both together. */
function restOf(left: string, right: string, before: string): { words: string; readings: Concept['readings'] } | null {
  const words = left.replace(/[，,、\s]/g, '');
  if (/^(?:剩余|其余|余下|尚余|尚有|还有|余)的?$/.test(words) && /办结|答复|办理/.test(before)) {
    const open = /^(?:的)?(?:申请)?(?:将于|将在|待|结转|转入|正在|尚在|仍在|在办|继续|未到|在期限内|在法定)/.test(
      right,
    );
    return open ? { words, readings: [['carriedForward']] } : null;
  }
  // 应于下年答复的6件已结转下年度
  if (/[的余剩]$/.test(words) && /^(?:已|均|现|将|按规定)*(?:结转|转入|顺延)(?:至|到)?[下次]/.test(right))
    return { words: '结转', readings: [['carriedForward']] };
  // 新收179件，上年结转11件，合计190件
  if (/^(?:两项|二者|两者)?(?:合计|一共|共计|总计|总共)(?:为|有|是)?$/.test(words)) {
    const came = Math.max(...['新收', '收到', '新增', '受理', '接收'].map((w) => before.lastIndexOf(w)));
    const carried = before.search(/上(?:一)?年度?(?:结转|转|遗留|未)|结转/);
    const both = came >= 0 && carried > came && !/办结|答复|公开\d/.test(before.slice(came));
    return both ? { words, readings: [['newlyReceived', 'carriedIn']] } : null;
  }
  return null;
}

/** 公开8件，部分公开1件: in a list of outcomes, 公开 alone is one. */
function bareGrant({
  left,
  passage,
  sentence,
  quantity,
}: Seen): { words: string; readings: Concept['readings'] } | null {
  if (!/^[，,、：:；;\s]*(?:其中)?[，,：:]?(?:依法)?公开(?:的)?$/.test(left)) return null;
  const behind = passage.text.slice(quantity.to, Math.min(sentence.to, quantity.to + REACH));
  return /部分公开|不予公开|无法提供/.test(behind) ? { words: '公开', readings: [['granted']] } : null;
}

/** 予以公开和部分公开的共100件: outcomes that are counted together; `unclear` where some of the list is no row. */
function joinedReading(
  left: string,
  all: readonly Hit[],
): { words: string; rows: readonly string[] } | 'unclear' | null {
  const list = left.split(/[、和及与]/).filter((w) => w.trim() !== '');
  if (list.length < 2 || all.length === 0) return null;
  const outcomes = all.filter(
    (h, i) =>
      h.concept.kind === 'outcome' &&
      // 没有现成信息、需要另行制作: two words of one row
      all.findIndex((o) => o.concept === h.concept) === i &&
      !all.some((o) => PARENTS[h.concept.id] === o.concept.id || PARENTS[o.concept.id] === h.concept.id),
  );
  if (outcomes.length === 0 || !/[、和及与]/.test(left.slice(0, (all[all.length - 1] as Hit).to))) return null;
  if (outcomes.length < 2 && all.some((h) => h !== outcomes[0] && h.concept === outcomes[0]?.concept)) return null;
  if (outcomes.length < 2) return left.slice(0, (all[0] as Hit).from).match(/公开[、和及与]/) ? 'unclear' : null;
  return { words: outcomes.map((h) => h.words).join('、'), rows: outcomes.flatMap((h) => h.concept.readings[0] ?? []) };
}

/** 结转至2021年 in the report for 2020 is carried forward, 2019年结转 carried in. */
function carriedTo(seen: Seen, words: string): readonly (readonly string[])[] | null {
  const year = seen.report.year?.value;
  if (!words.includes('转') || year === undefined) return null;
  const near = seen.left + seen.right;
  if (near.includes(String(year + 1))) return [['carriedForward']];
  return near.includes(String(year - 1)) ? [['carriedIn']] : null;
}

/** 村民和企业, 企业、律所和其他组织: whether something that is no kind of the table stands in one list with a kind. */
function isListedWithOthers(words: string, kind: readonly string[]): boolean {
  const word = kind.find((w) => words.includes(w)) ?? '';
  const at = words.indexOf(word);
  const before = /([^、和及与，,。；：:\d]+)[、和及与]$/.exec(words.slice(Math.max(0, at - 20), at))?.[1];
  const behind = /^[、和及与]([^、和及与，,。；：:\d]+)/.exec(
    words.slice(at + word.length, at + word.length + 20),
  )?.[1];
  return [before, behind].some(
    (item) => item !== undefined && !APPLICANTS.some((k) => k.words.some((w) => item.includes(w))),
  );
}

/** The kind of applicants that words name; all kinds together are none. */
export function applicants(words: string): (typeof APPLICANTS)[number] | null {
  const kinds = APPLICANTS.filter((a) => a.words.some((w) => words.includes(w)));
  const [first] = kinds;
  if (!first || (kinds.some((k) => k.columns.includes('naturalPerson')) && kinds.length > 1)) return null;
  const several = kinds.find((k) => k.columns.length > 1);
  if (several) return several;
  if (kinds.some((k) => isListedWithOthers(words, k.words))) return null;
  if (kinds.length === 1) return first;
  // 社会公益组织和其他组织: together
  return { words: first.words, columns: [...new Set(kinds.flatMap((k) => k.columns))] };
}

function make(seen: Seen, words: string, rows: readonly (readonly string[])[], columns: readonly string[]): Claim {
  return {
    passage: seen.passage,
    sentence: seen.sentence,
    quantity: seen.quantity,
    words,
    certain: seen.anchored,
    loose: false,
    year: seen.year,
    readings: rows.map((r) => ({ cells: r.flatMap((row) => columns.map((c) => `requests.${row}.${c}`)) })),
  };
}

const SUITS = ['directSuit', 'suitAfterReview'];

function disputeClaim(seen: Seen): Claim | null {
  const { left, right, quantity, before } = seen;
  // 表4 复议诉讼情况: a number without a unit is a count only at the end of its clause
  if (quantity.unit === '' && !/^[，,、；;。）)\s]?$/.test(right)) return null;
  if (quantity.unit !== '' && !REQUEST_UNITS.has(quantity.unit)) return null;
  // 受理行政复议 is what a reviewing office does; the table is about reviews of what the office itself did
  if (
    /受理|审理|代理|应诉|化解|调解|答复|申诉/.test(before.replace(/尚未审理|未受理/g, '')) &&
    !/被(?:申请(?!人)|提起)/.test(before) &&
    !AGAINST_ANSWER.test(before)
  )
    return null;
  // of those that are decided, the table has only the results
  if (/审结|办结|结案/.test((left + right).replace(/未审结|待审结|未结案|未办结/g, '')) || right.startsWith('中'))
    return null;
  if (
    left.includes('各') ||
    right.startsWith('各') ||
    left.startsWith('对') ||
    /法院(?:审结|受理|一审|二审)|复议机[关构]受理|作为复议|各类|许可类|处罚类|行政案件|无关|非信息公开/.test(
      before + right,
    )
  )
    return null;
  const whole = seen.passage.text.slice(seen.sentence.from, Math.min(seen.sentence.to, quantity.to + SENTENCE));
  if (/无关|不属于/.test(whole)) return null;
  // 15件复议案件、21件诉讼案件尚未审结: what is said of both stands behind them
  if (/^(?:行政)?(?:复议|诉讼)/.test(right)) return null;
  const result =
    RESULTS.find((r) => r.words.some((w) => left.includes(w))) ??
    RESULTS.find((r) => r.words.some((w) => right.includes(w)));
  const names =
    left.includes('复议') ||
    left.includes('诉讼') ||
    left.includes('起诉') ||
    right.includes('复议') ||
    right.includes('诉讼');
  if (!result && !names) return null;
  const column = result?.column ?? 'total';
  // a court decides on suits alone
  const topic = seen.topic === 'suit' || !(left + right).includes('法院') ? seen.topic : 'suit';
  const near = left.includes('诉') ? left + right : before + right;
  const named = {
    direct: /未经复议|直接起诉|直接(?:提起)?(?:行政)?诉讼|直接向/.test(near),
    after: near.includes('复议后'),
  };
  // where both are named, what comes behind may be of either or of both
  const direct = named.direct && !named.after;
  const after = named.after && !named.direct;
  const sums: string[][] = direct
    ? [['directSuit']]
    : after
      ? [['suitAfterReview']]
      : topic === 'review'
        ? [['review']]
        : topic === 'suit'
          ? [SUITS, ['directSuit'], ['suitAfterReview']]
          : [['review', ...SUITS], ['review'], SUITS];
  return {
    passage: seen.passage,
    sentence: seen.sentence,
    quantity,
    words: topic === 'suit' ? '行政诉讼' : topic === 'review' ? '行政复议' : '复议、诉讼',
    // 6件诉讼案件中，维持4件
    certain: /复议|诉讼/.test(left + right) || /(?:复议|诉讼)(?:案件)?中[，,：:]/.test(before),
    loose: false,
    year: seen.year,
    readings: sums.map((blocks) => ({ cells: blocks.map((b) => `disputes.${b}.${column}`) })),
  };
}
