import type { Report, Section } from '../model';
import {
  APPLICANTS,
  CHANNELS,
  COMPARISONS,
  type Concept,
  FILLERS,
  OTHER_PERIODS,
  OTHER_THINGS,
  PARENTS,
  REQUEST_WORDS,
  REQUESTS,
  RESULTS,
} from './lexicon';
import { isComma, type Passage, passage, type Span } from './passage';
import { type Numbers, type Quantity, readNumbers, type Year } from './quantities';
import { isForeign } from './subject';

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
}

type Topic = 'none' | 'request' | 'review' | 'suit' | 'disputes' | 'other';

const COUNT_UNITS = new Set(['件', '宗', '条', '份', '起', '例', '件次', '条次', '次', '项', '个', '']);
const REQUEST_UNITS = new Set(['件', '宗', '条', '份', '起', '例', '件次', '条次', '']);
/** Words further away than this from their number do not belong to it. */
const REACH = 60;
/** So much of a sentence before a number is looked at for its subject and its period. */
const SENTENCE = 240;

const passages = new WeakMap<object, { readonly passage: Passage; readonly numbers: Numbers }>();

/** A paragraph with its sentences and numbers, read once. */
export function readPassage(paragraph: Section['paragraphs'][number]): {
  readonly passage: Passage;
  readonly numbers: Numbers;
} {
  let known = passages.get(paragraph);
  if (!known) {
    known = { passage: passage(paragraph), numbers: readNumbers(paragraph.text) };
    passages.set(paragraph, known);
  }
  return known;
}

const claimsOf = new WeakMap<Report, readonly Claim[]>();

/** Every number in the text of a report that surely is one of its tables. */
export function readClaims(report: Report): readonly Claim[] {
  let claims = claimsOf.get(report);
  if (!claims) {
    claims = report.sections.filter((s) => s.id !== 'problems').flatMap((s) => sectionClaims(report, s));
    claimsOf.set(report, claims);
  }
  return claims;
}

function sectionClaims(report: Report, section: Section): Claim[] {
  return section.paragraphs.flatMap((paragraph) => {
    const heading = [...section.subheadings].reverse().find((h) => h.range.start <= paragraph.range.start);
    const under = heading?.text ?? '';
    const about: Topic =
      section.id === 'disputes'
        ? 'disputes'
        : section.id === 'requests' || REQUEST_WORDS.some((w) => under.includes(w))
          ? 'request'
          : 'none';
    return paragraphClaims(report, readPassage(paragraph), about);
  });
}

/** What is known of a number from the words before it. */
interface State {
  topic: Topic;
  /** Whether applications or disclosure were named, so that 答复 and 办结 say what was answered. */
  anchored: boolean;
  /** The year that was named last. */
  year: number | null;
}

function paragraphClaims(report: Report, { passage, numbers }: ReturnType<typeof readPassage>, about: Topic): Claim[] {
  const claims: Claim[] = [];
  const state: State = { topic: about, anchored: false, year: null };
  const { text } = passage;
  const { quantities, years } = numbers;
  let k = 0;
  let y = 0;
  for (const sentence of passage.sentences) {
    const spoken = mentions(text.slice(sentence.from, sentence.to));
    let at = sentence.from;
    const readTo = (to: number): void => {
      const stretch = text.slice(at, to);
      state.topic = topicOf(stretch, state.topic, about, spoken);
      if (REQUEST_WORDS.some((w) => stretch.includes(w)) || mentions(stretch)) state.anchored = true;
      for (; y < years.length && (years[y] as Year).from < to; y++) {
        const year = years[y] as Year;
        if (!inTitle(text, year.from)) state.year = year.value;
      }
      at = to;
    };
    for (; k < quantities.length && (quantities[k] as Quantity).from < sentence.to; k++) {
      const quantity = quantities[k] as Quantity;
      readTo(quantity.from);
      if (!COUNT_UNITS.has(quantity.unit) || quantity.approximate || quantity.places > 0) continue;
      const right = rightOf(text, sentence, quantity, quantities[k + 1]);
      const claim = readClaim({
        ...state,
        report,
        passage,
        sentence,
        quantity,
        left: leftOf(text, sentence, quantity, quantities[k - 1]),
        right,
        before: text.slice(Math.max(sentence.from, quantity.from - SENTENCE), quantity.from),
        anchored: state.anchored || REQUEST_WORDS.some((w) => right.includes(w)),
        months: monthsBefore(quantities, k, sentence),
      });
      if (claim) claims.push(claim);
    }
    readTo(sentence.to);
    if (state.topic === 'other') state.topic = 'none';
  }
  return claims;
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

/** Whether a sentence speaks of the disclosure of information at all. */
function mentions(text: string): boolean {
  return text.includes('信息公开') || text.includes('依申请公开') || text.includes('政务公开');
}

/** Whether a place stands inside of 《》. */
function inTitle(text: string, at: number): boolean {
  const words = text.slice(Math.max(0, at - REACH * 2), at);
  return words.lastIndexOf('《') > words.lastIndexOf('》');
}

/** What a stretch of words turns to; the last word that says so counts. */
function topicOf(stretch: string, topic: Topic, about: Topic, spoken: boolean): Topic {
  let best = -1;
  let next = topic;
  const see = (word: string, to: Topic): void => {
    const at = stretch.lastIndexOf(word);
    if (at >= 0 && at + word.length > best) {
      best = at + word.length;
      next = to;
    }
  };
  for (const word of OTHER_THINGS) see(word, 'other');
  for (const word of REQUEST_WORDS) see(word, 'request');
  if (about === 'disputes' || spoken || topic === 'review' || topic === 'suit' || topic === 'disputes') {
    see('行政复议', 'review');
    see('复议', 'review');
    see('行政诉讼', 'suit');
    see('诉讼', 'suit');
    see('起诉', 'suit');
    if (next === 'suit' && /复议[、和及与或]?(?:提起|引发|的)?(?:行政)?诉讼/.test(stretch)) next = 'disputes';
  }
  return next;
}

/** The words that belong to a number before it: its clause back to the last number or comma, further over words without meaning. */
function leftOf(text: string, sentence: Span, quantity: Quantity, previous: Quantity | undefined): string {
  const floor = Math.max(sentence.from, quantity.from - REACH, previous?.to ?? 0);
  let from = quantity.from;
  for (let clauses = 0; clauses < 3; clauses++) {
    while (from > floor && !isComma(text, from - 1)) from--;
    if (from <= floor || !meansNothing(text.slice(from, quantity.from))) break;
    from--;
  }
  return text.slice(Math.max(from, floor), quantity.from);
}

/** The words behind a number up to the next comma or number. */
function rightOf(text: string, sentence: Span, quantity: Quantity, next: Quantity | undefined): string {
  const limit = Math.min(sentence.to, quantity.to + REACH, next?.from ?? sentence.to);
  let to = quantity.to;
  while (to < limit && !isComma(text, to)) to++;
  return text.slice(quantity.to, to);
}

function meansNothing(words: string): boolean {
  let rest = words;
  for (const filler of FILLERS) rest = rest.split(filler).join('');
  return rest.replace(/[，,、：:（）()“”"\s]/g, '') === '';
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
  if (topic === 'none' || topic === 'other') return null;
  if (OTHER_THINGS.some((w) => near.includes(w))) return null;
  if (COMPARISONS.some((w) => left.includes(w)) || COMPARISONS.some((w) => right.startsWith(w))) return null;
  if (isForeign(seen.before, seen.report.organisation?.text ?? null)) return null;
  if (otherPeriod(seen)) return null;
  return topic === 'request' ? requestClaim(seen) : disputeClaim(seen);
}

/** Whether a sentence is about a part of the year, or about another one. */
function otherPeriod({ before, year, report, left, right, months }: Seen): boolean {
  const words = before.includes('12月31日') ? before.replace(/截[至止]/g, '') : before;
  const carried = left.includes('结转') || right.includes('结转');
  if (OTHER_PERIODS.some((w) => words.includes(w) && !(carried && w === '去年'))) return true;
  if (left.includes('上年') && !carried && !left.includes('转入') && !left.includes('遗留')) return true;
  if (before.includes('累计') && year === null && !before.includes('全年') && !before.includes('本年')) return true;
  if (months.length > 0 && !(months.includes(1) && months.includes(12))) return true;
  if (year === null || report.year === null || year === report.year.value) return false;
  const step = year - report.year.value;
  return !(carried && (step === 1 || step === -1));
}

/** The concept whose word ends nearest to the number before it; else the first behind it. */
function conceptOf(left: string, right: string): { concept: Concept; words: string } | null {
  let best: { concept: Concept; words: string; end: number } | null = null;
  for (const concept of REQUESTS) {
    for (const word of concept.words) {
      const at = left.lastIndexOf(word);
      if (at < 0) continue;
      const end = at + word.length;
      if (!best || end > best.end || (end === best.end && word.length > best.words.length))
        best = { concept, words: word, end };
    }
  }
  if (best) return best;
  let first: { concept: Concept; words: string; at: number } | null = null;
  for (const concept of REQUESTS) {
    for (const word of concept.words) {
      const at = right.indexOf(word);
      if (at < 0) continue;
      if (!first || at < first.at || (at === first.at && word.length > first.words.length))
        first = { concept, words: word, at };
    }
  }
  return first;
}

function requestClaim(seen: Seen): Claim | null {
  const { left, right, quantity, before } = seen;
  if (!REQUEST_UNITS.has(quantity.unit) && !REQUEST_WORDS.some((w) => (left + right).includes(w))) return null;
  if (quantity.unit === '' && !/^[，,、；;。）)\s]?$/.test(right.slice(0, 1))) return null;
  if (CHANNELS.some((w) => left.includes(w) || right.includes(w))) return null;
  if (
    left.includes('涉及') ||
    right.includes('涉及') ||
    left.includes('关于') ||
    left.includes('类申请') ||
    left.includes('方面')
  )
    return null;
  const kind = APPLICANTS.find((a) => a.words.some((w) => left.includes(w) || right.includes(w)));
  const found = conceptOf(left, right);
  if (!found && !kind) {
    // 政府信息公开申请36件, without a verb
    const word = REQUEST_WORDS.find((w) => left.includes(w));
    if (!word || left.includes('其中') || left.includes('申请人')) return null;
    return make(seen, word, [['newlyReceived'], ['newlyReceived', 'carriedIn'], ['handledTotal']], ['total']);
  }
  if (!found && kind) {
    return make(
      seen,
      kind.words[0] as string,
      [['newlyReceived'], ['newlyReceived', 'carriedIn'], ['handledTotal']],
      kind.columns,
    );
  }
  const { concept, words } = found as { concept: Concept; words: string };
  const parent = PARENTS[concept.id];
  const related = REQUESTS.filter(
    (c) => c.id === parent || (PARENTS[c.id] === concept.id && c.words.some((w) => left.includes(w))),
  );
  const group = parent && related.some((c) => c.id === parent && c.words.some((w) => (left + right).includes(w)));
  const rows = [...concept.readings, ...related.filter((c) => c.id !== parent || group).flatMap((c) => c.readings)];
  // 结转至2021年 in the report for 2020
  const year = seen.report.year?.value;
  const to =
    (words === '结转' || words === '转') && year !== undefined
      ? left.includes(String(year + 1))
        ? 'carriedForward'
        : left.includes(String(year - 1))
          ? 'carriedIn'
          : null
      : null;
  const own = to ? [[to]] : rows;
  const limited = kind ?? APPLICANTS.find((a) => a.words.some((w) => before.includes(w)));
  if (!limited) return make(seen, words, own, ['total']);
  // of applications of one kind of applicants, or of all of them: both are said
  const claim = make(seen, words, own, kind ? kind.columns : ['total']);
  const other = make(seen, words, own, kind ? ['total'] : limited.columns);
  return {
    ...claim,
    readings: kind && concept.kind === 'flow' ? claim.readings : [...claim.readings, ...other.readings],
  };
}

function make(seen: Seen, words: string, rows: readonly (readonly string[])[], columns: readonly string[]): Claim {
  return {
    passage: seen.passage,
    sentence: seen.sentence,
    quantity: seen.quantity,
    words,
    certain: seen.anchored,
    readings: rows.map((r) => ({ cells: r.flatMap((row) => columns.map((c) => `requests.${row}.${c}`)) })),
  };
}

const SUITS = ['directSuit', 'suitAfterReview'];

function disputeClaim(seen: Seen): Claim | null {
  const { left, right, topic, quantity, before } = seen;
  if (quantity.unit !== '' && !REQUEST_UNITS.has(quantity.unit)) return null;
  // 受理行政复议 is what a reviewing office does; the table is about reviews of what the office itself did
  if (/(?:受理|审理|审结|代理|应诉|化解|调解)/.test(before) && !before.includes('尚未审结') && !left.includes('审结'))
    return null;
  if (left.includes('各') || right.startsWith('各')) return null;
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
  const direct = left.includes('未经复议') || right.includes('未经复议');
  const after = left.includes('复议后') || right.includes('复议后') || left.includes('经复议后');
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
    certain: true,
    readings: sums.map((blocks) => ({ cells: blocks.map((b) => `disputes.${b}.${column}`) })),
  };
}
