import { anyOf } from '../text/words';
import { applicants } from './applicants';
import { ASIDE, consistingOf, REACH } from './beside';
import { type Claim, REQUEST_UNITS, SENTENCE, type Seen } from './claim';
import { conceptOf, type Hit, hits } from './concepts';
import { APPLICANTS, CHANNELS, type Concept, PARENTS, REQUESTS } from './lexicon';
import { isDigit } from './passage';
import { spokenYear } from './periods';

const BY_CHANNEL = anyOf(CHANNELS);

/** What a number says of table 3; null where it is none of its numbers, or may be. */
export function requestClaim(seen: Seen): Claim | null {
  const claim = readBehind(seen) ?? readRequest(seen);
  return claim && (OLDER.has(claim.words) || isLoose(claim.words, seen.left, seen.right))
    ? { ...claim, loose: true }
    : claim;
}

/** 均已办结，3件结转下年: what a clause begins with is said of by the words behind it, and hardly by those before. */
function readBehind(seen: Seen): Claim | null {
  const { left, right, passage, quantity } = seen;
  const isOfNext = isDigit(passage.text.charCodeAt(quantity.to + right.length));
  if (isOfNext || !/[，,]\s*$/.test(left) || hits(left).length === 0 || hits(right).length === 0) return null;
  const claim = readRequest({ ...seen, left: '' });
  return claim && { ...claim, readings: [...claim.readings, ...(readRequest(seen)?.readings ?? [])] };
}

/** Words that may stand between what was done with applications and their number, and leave it a number of applications. */
const isLink = consistingOf([
  ...APPLICANTS.flatMap((a) => a.words),
  ...'政府信息公开 政府信息 政务信息 信息公开 依申请信息公开 依申请公开 公开申请 申请公开 申请件 申请 办件 办理件 办理 依申请公开请求 要求 依申请信息 依申请事项 依申请件 公开政府信息申请 公开信息申请 申请公开信息 案件 事项 公民 法人 组织 机构 群众 社会 公众 村民 居民'.split(
    ' ',
  ),
  ...'提出 提交 递交 对 向 来自 各类 事项 件数 数量 总数 总量 情况 信息 全部 以及 和 及 与 或者 或'.split(' '),
  ...'合计 共计 总计 累计 小计 全年 本年度 本年 当年 年内 年度 共 总 计 均 已 都 新 的 了 为 是 有 无'.split(' '),
  ...'约 近 逾 超过 达到 达 件 宗 条 份 数 量 年'.split(' '),
  ...'0123456789０１２３４５６７８９：:，,、（(）)“”" \n\r\t\u00a0\u3000',
]);

/** Units that say nothing of what is counted; the name of applications behind them does: 11项依申请公开. */
const BEFORE_NAME: ReadonlySet<string> = new Set(['个', '项']);

/** Names of applications, which stand before their number without a verb: 政府信息公开申请36件. */
export const NAMES: readonly string[] = ['政府信息公开申请', '信息公开申请', '依申请公开', '公开申请', '申请'];

/** What is done with many things: only an application named beside it makes it a row of table 3. */
const BARE = new Set([
  ...REQUESTS.filter((c) => c.kind === 'flow' && !c.id.startsWith('carried')).flatMap((c) => c.words),
  ...NAMES,
]);

/** Whether another thing is named between the words of a claim and its number: 答复结果为公开类55件. */
function isLoose(words: string, left: string, right: string): boolean {
  if (!BARE.has(words)) return false;
  const at = left.lastIndexOf(words);
  if (at >= 0) return !isLink(left.slice(at + words.length));
  const behind = right.indexOf(words);
  return behind >= 0 && !isLink(right.slice(0, behind));
}

function readRequest(seen: Seen): Claim | null {
  const { right, quantity } = seen;
  // 予以公开（含部分公开）: both together
  const named = seen.left.replace(ASIDE, (aside) => aside.replace(/^./, '和').replace(/含|包括|包含|[）)]/g, ''));
  // 答复中，有23件无法提供: of the answers, those that the words behind the number tell
  // 已主动公开和同意公开的5件: what had been disclosed before is told to those who ask, which the form counts as granted
  const left = /中[，,：:]\s*(?:共?有)?$/.test(named) ? '' : named.replace(/已主动公开[、和及与或]/, '');
  if (
    !REQUEST_UNITS.has(quantity.unit) &&
    !/申请(?:公开)?(?:事项)?$/.test(left) &&
    !(BEFORE_NAME.has(quantity.unit) && /^(?:政府)?(?:信息)?(?:依申请公开|公开申请)/.test(right))
  )
    return null;
  // 3宗申请引起行政复议: those that went there
  if (/复议|诉讼/.test(right)) return null;
  // 重复申请、大量反复申请分别为5件、2件: one each, in their order
  if (/[、和及与].*分别(?:为|是|有)?\s*$/.test(left)) return null;
  // 新收的32件申请已办结30件: of those, not of all
  if (/^(?:政府)?(?:信息公开)?申请[中，,]*(?:现|均)?已?(?:按[时期])?(?:办结|答复|办理)/.test(left)) return null;
  if (quantity.unit === '' && !/^[，,、；;。）)\s]?$/.test(right.slice(0, 1))) return null;
  // 通过网络、信函等渠道共收到55件: by all of them
  const isByAll = /等(?:多种)?(?:方式|渠道|途径|形式|平台)[^，,；;]{0,24}(?:共|合计|总计|累计)/.test(left);
  if (!isByAll && (BY_CHANNEL.test(left) || BY_CHANNEL.test(right))) return null;
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
  const both = takenAndHandled(left, found.all);
  if (both) return make(seen, words, both, ['total']);
  // 新收申请办结812件: only some of those that were handled
  const flows = found.all.filter((h) => h.concept.kind === 'flow').map((h) => h.concept.id);
  if (
    !concept.id.startsWith('carried') &&
    flows.length > 1 &&
    flows.some((f) => ['new', 'received', 'carriedIn'].includes(f)) &&
    ['answered', 'handled'].includes(flows[flows.length - 1] as string)
  )
    return null;
  if (left.startsWith('中') && concept.kind === 'flow') return null;
  if (/其余|剩余/.test(left) && concept.id !== 'carriedForward') return null;
  const joined = found.behind
    ? joinedReading(
        right,
        found.behind.filter((h) => h.concept.kind === 'outcome'),
      )
    : joinedReading(left, found.all);
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
  const sums = carriedTo(seen, words) ?? rows;
  const limited = kind ?? applicants(seen.before);
  if (!limited) return make(seen, words, sums, ['total']);
  // of applications of one kind of applicants, or of all of them: both are said
  const claim = make(seen, words, sums, kind ? kind.columns : ['total']);
  const other = make(seen, words, sums, kind ? ['total'] : limited.columns);
  return {
    ...claim,
    readings: kind && concept.kind === 'flow' ? claim.readings : [...claim.readings, ...other.readings],
  };
}

/** 收到和处理申请142件: one number for what came and for what was done with it, and so a right one for either. */
function takenAndHandled(left: string, all: readonly Hit[]): Concept['readings'] | null {
  const done = all[all.length - 1];
  const came = all[all.length - 2];
  if (!came || !done || !all.slice(0, -1).every((h) => ['new', 'received'].includes(h.concept.id))) return null;
  if (!['handled', 'answered'].includes(done.concept.id)) return null;
  if (!/^[并且和及与、]{0,2}(?:妥善|按[时期]|及时|依法|全部|均|已)*$/.test(left.slice(came.to, done.from))) return null;
  return [...came.concept.readings, ['newlyReceived', 'carriedIn'], ...done.concept.readings];
}

/** Words that fit no row exactly. */
const OLDER: ReadonlySet<string> = new Set(REQUESTS.flatMap((c) => (c.older ? c.words : [])));

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
  if (/^(?:剩余|其余|余下|尚余|尚有|还有|余)的?$/.test(words)) {
    if (/^(?:申请)?(?:均|已|将)?(?:转|结转|转入|转至|结转至)(?:\d{4}|[下次]一?年)/.test(right))
      return { words, readings: [['carriedForward']] };
    if (!/办结|答复|办理/.test(before)) return null;
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
  const list = left.split(/[、和及与或]者?/).filter((w) => w.trim() !== '');
  if (list.length < 2 || all.length === 0) return null;
  const outcomes = all.filter(
    (h, i) =>
      h.concept.kind === 'outcome' &&
      // 没有现成信息、需要另行制作: two words of one row
      all.findIndex((o) => o.concept === h.concept) === i &&
      !all.some((o) => PARENTS[h.concept.id] === o.concept.id || PARENTS[o.concept.id] === h.concept.id),
  );
  // 属于内部事务的、依法不予公开的2件: a result of another group in the list is the end of another number
  if (
    outcomes.length > 1 &&
    outcomes.some((h) => PARENTS[h.concept.id]) &&
    outcomes.some((h) => !PARENTS[h.concept.id])
  )
    return 'unclear';
  if (outcomes.length === 0 || !/[、和及与或]/.test(left.slice(0, (all[all.length - 1] as Hit).to))) return null;
  if (outcomes.length < 2 && all.some((h) => h !== outcomes[0] && h.concept === outcomes[0]?.concept)) return null;
  if (outcomes.length < 2) return left.slice(0, (all[0] as Hit).from).match(/公开[、和及与]/) ? 'unclear' : null;
  return { words: outcomes.map((h) => h.words).join('、'), rows: outcomes.flatMap((h) => h.concept.readings[0] ?? []) };
}

/** 结转至2021年 in the report for 2020 is carried forward, 2019年结转 carried in. */
function carriedTo(seen: Seen, words: string): readonly (readonly string[])[] | null {
  const year = spokenYear(seen.report);
  if (!words.includes('转') || year === null) return null;
  const near = seen.left + seen.right;
  if (near.includes(String(year + 1))) return [['carriedForward']];
  return near.includes(String(year - 1)) ? [['carriedIn']] : null;
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
