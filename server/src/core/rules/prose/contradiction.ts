import { tableOf } from '../../data';
import type { Report, SectionId, Table, TableId } from '../../model';
import { applicants } from '../../prose/applicants';
import { OTHER_PERIODS, OTHER_THINGS, SOME } from '../../prose/lexicon';
import { inside, numbersOf, type Passage, type Span, sentencesOf, textOf } from '../../prose/passage';
import { spokenYear } from '../../prose/periods';
import type { Year } from '../../prose/quantities';
import { isForeign, reportingOffice } from '../../prose/subject';
import { AGAINST_ANSWER, endsOnRequests } from '../../prose/topics';
import { reader } from '../../prose/words';
import { anyOf } from '../../text/words';
import type { Draft, Rule } from '../rule';

const NONE = ['无', '没有', '未发生', '未产生', '未出现', '未被', '未涉及', '未收到'];
/** Everything was finished within the year. */
const DONE =
  /(?:均已?|全部|悉数|已全部|全都)(?:依法|按时|按期|按规定)?(?:已)?(?:办结|办理完毕|办理完结)|已悉数办结|年内(?:全部)?(?:办结|答复完毕)|(?:^|[^期时])办结率(?:为|达|达到)?100(?:\.0+)?[%％]/;
/** Nothing goes over into the next year. */
const NOTHING_LEFT = /(?:没有|无|无一件?|未)结转/;
const APPLICATIONS = ['信息公开申请', '依申请公开', '公开申请', '申请'];
const UPHELD = /(?:结果)?(?:均|全部|均为|均被|均予以|均判决|均决定)(?:为|被|予以|判决|决定)?维持|全部为维持/;
/** Cases that are only some of those of the table. */
const SOME_CASES =
  /纠正|败诉|撤销|超期|逾期|未审结|维持|因未|集体|因不|群体|重大|新增|未经复议|复议后|责任|行政处罚|办公室/;

export const contradiction: Rule = {
  name: 'prose/contradiction',
  severity: 'warning',
  description: {
    zh: '正文的说法与表格矛盾（“全部办结”而有结转，“无行政复议”而有案件）',
    en: 'The text says what the table denies (all done, but some carried forward; no reviews, but cases)',
  },
  source: '国办公开办函〔2019〕60号、〔2021〕30号：文字与表格数据应当一致',
  check(report) {
    return textOf(report)
      .sections.filter(({ section }) => section.id !== 'problems')
      .flatMap(({ section, passages }) =>
        passages.flatMap((passage) => {
          return passage.words.once(sayings).flatMap(({ sentence, text, years, open }): Draft[] => {
            if (otherYear(report, years)) return [];
            const spoken = open || section.id === 'disputes' || section.id === 'requests';
            const about = { report, passage, sentence, text, spoken, section: section.id };
            return JUDGES.flatMap((judge) => judge(about) ?? []);
          });
        }),
      );
  },
};

/** Every judge needs one of these. */
const TELLS = /办结|办理完|答复完|结转|复议|诉讼|申请|维持|审结|纠正/;
const IN_OTHER_PERIOD = anyOf(OTHER_PERIODS);
/** A sentence that is longer is a list or a whole text without stops. */
const LONGEST = 400;

/** A sentence that may contradict a table. */
interface Saying {
  readonly sentence: Span;
  readonly text: string;
  readonly years: readonly Year[];
  /** Whether the disclosure of information was named up to here. */
  readonly open: boolean;
}

const sayings = reader((words): readonly Saying[] => {
  if (!TELLS.test(words.text)) return [];
  let open = false;
  return sentencesOf(words).flatMap((sentence): Saying[] => {
    const text = words.text.slice(sentence.from, sentence.to);
    open ||= text.includes('信息公开') || text.includes('依申请公开') || AGAINST_ANSWER.test(text);
    if (text.length > LONGEST || !TELLS.test(text) || IN_OTHER_PERIOD.test(text)) return [];
    return [{ sentence, text, years: inside(numbersOf(words).years, sentence), open }];
  });
});

interface About {
  readonly report: Report;
  readonly passage: Passage;
  readonly sentence: Span;
  readonly text: string;
  /** Whether the passage speaks of the disclosure of information. */
  readonly spoken: boolean;
  readonly section: SectionId;
}

const JUDGES: readonly ((about: About) => Draft | null)[] = [
  allDone,
  nothingLeft,
  someLeft,
  noDisputes,
  noRequests,
  allUpheld,
  allDecided,
  upheld,
  corrected,
  undecided,
];

function otherYear(report: Report, years: readonly Year[]): boolean {
  const own = spokenYear(report);
  return own !== null && years.some((y) => y.value !== own);
}

/** The sum of cells; null where the table or one of them is not there. */
function sum(report: Report, id: TableId, names: readonly string[]): number | null {
  const table: Table | null = tableOf(report, id);
  if (!table || names.some((n) => !table.cells.has(`${id}.${n}`))) return null;
  return names.reduce((n, name) => n + (table.cells.get(`${id}.${name}`)?.value ?? 0), 0);
}

function foreign({ text, report }: About, words: string): boolean {
  return isForeign(text.slice(0, text.indexOf(words)), reportingOffice(report));
}

function draft(about: About, words: string, id: TableId, names: readonly string[], zh: string, en: string): Draft {
  const table = tableOf(about.report, id);
  const at = about.sentence.from + about.text.indexOf(words);
  return {
    table: id,
    range: about.passage.rangeOf(at, at + words.length),
    cells: names.map((n) => `${id}.${n}`),
    message: { zh: `正文说“${words}”，${zh}`, en: `The text says “${words}”, but ${en}` },
    related: names.flatMap((name) => {
      const cell = table?.cells.get(`${id}.${name}`);
      const value = cell?.value ?? 0;
      return cell ? [{ range: cell.range, message: { zh: `表格：${value}`, en: `Table: ${value}` } }] : [];
    }),
  };
}

/** 全部办结 against what is carried forward. */
function allDone(about: About): Draft | null {
  const { text, spoken } = about;
  const words = DONE.exec(text)?.[0].replace(/^[^期时均全悉已年办]/, '');
  if (!words || !(spoken || /申请|新收/.test(text)) || /除|到期|应当?在|力争/.test(text)) return null;
  const before = text.slice(0, text.indexOf(words));
  if (/复议|诉讼/.test(before)) return null;
  const rest = text.replace(/上年度?结转|(?:没有|无|无一)结转/g, '');
  if (rest.includes('结转') || !/申请|新收|受理/.test(before)) return null;
  // 民办学校变更申请73件，全部办结
  if (before.includes('申请') && !endsOnRequests(before)) return null;
  if (text.includes('上年结转') && !/新收|收到|受理/.test(text)) return null;
  if (
    [...OTHER_THINGS, ...SOME].some((w) => before.includes(w)) ||
    /上述|\d+\s*件中/.test(before) ||
    foreign(about, words)
  )
    return null;
  const found = carriedForward(about, words);
  // who tells in the same paragraph what is carried forward means all that was due
  return found && CARRIED.test(about.passage.text) ? { ...found, severity: 'hint' } : found;
}

/** 结转下年度继续办理6件 */
const CARRIED =
  /(?:结转|转结|转入|顺延)(?:至|到)?(?:下|次|\d{4})[^，,。；]{0,12}\d+\s*[件宗条]|\d+\s*[件宗条][^，,。；]{0,8}结转/;

/** What denies that anything is carried forward, where the table has something. */
function carriedForward(about: About, words: string): Draft | null {
  const left = sum(about.report, 'requests', ['carriedForward.total']);
  return left
    ? draft(
        about,
        words,
        'requests',
        ['carriedForward.total'],
        `表格里结转下年度继续办理 ${left} 件`,
        `${left} are carried forward`,
      )
    : null;
}

/** 没有结转下年度的申请 */
function nothingLeft(about: About): Draft | null {
  const { text, spoken } = about;
  const words = NOTHING_LEFT.exec(text)?.[0];
  // said together with 全部办结 it is told there
  if (
    !words ||
    !(spoken || text.includes('申请')) ||
    allDone(about) ||
    /资金|经费|上年(?!度?结转[^，,。；]{0,6}\d)/.test(text) ||
    foreign(about, words)
  )
    return null;
  return carriedForward(about, words);
}

/** 部分申请结转下年度办理, where none is */
function someLeft(about: About): Draft | null {
  const { text, report } = about;
  const words = /(?:部分|少数|个别)(?:政府信息公开)?申请(?:已)?结转下(?:一)?年/.exec(text)?.[0];
  if (!words || foreign(about, words)) return null;
  const left = sum(report, 'requests', ['carriedForward.total']);
  return left === 0
    ? draft(
        about,
        words,
        'requests',
        ['carriedForward.total'],
        '表格里结转下年度继续办理是 0',
        'none is carried forward',
      )
    : null;
}

const CASES: Readonly<Record<'复议' | '诉讼', readonly string[]>> = {
  复议: ['review'],
  诉讼: ['directSuit', 'suitAfterReview'],
};

/** 行政复议、行政诉讼均为0件 */
const NO_CASES = /复议[、和及与](?:被提起)?(?:行政)?诉讼(?:案件)?(?:数量?|件数)?(?:均|都|皆)为?\s*[0０零]/;

/** 无行政复议、行政诉讼 against cases. */
function noDisputes(about: About): Draft | null {
  const { text, report, spoken } = about;
  if (!spoken) return null;
  const zero = NO_CASES.exec(text)?.[0] ?? null;
  const denied = (['复议', '诉讼'] as const).filter((kind) => zero !== null || denial(text, kind) !== null);
  const [first] = denied;
  if (!first) return null;
  const words = zero ?? (denial(text, first) as string);
  if (SOME_CASES.test(words) || foreign(about, words)) return null;
  const wrong = denied.filter(
    (kind) =>
      (sum(
        report,
        'disputes',
        CASES[kind].map((b) => `${b}.total`),
      ) ?? 0) > 0,
  );
  if (wrong.length === 0) return null;
  const names = wrong.flatMap((kind) => CASES[kind].map((b) => `${b}.total`));
  const zh = wrong
    .map(
      (kind) =>
        `行政${kind} ${sum(
          report,
          'disputes',
          CASES[kind].map((b) => `${b}.total`),
        )} 件`,
    )
    .join('、');
  return draft(about, words, 'disputes', names, `表格里有${zh}`, 'the table has cases');
}

/** The words that deny a kind of cases: from 无, 没有 and the like to the kind, in one clause or a list. */
function denial(text: string, kind: string): string | null {
  for (const none of NONE) {
    const at = text.indexOf(none);
    const to = at < 0 ? -1 : text.indexOf(kind, at);
    if (to < 0 || to - at > 40) continue;
    const between = text.slice(at + none.length, to);
    if (/[，,；;。\d]/.test(between.replace(/[，,](?=(?:也)?(?:没有|未)?(?:被)?(?:提起|引发))/g, ''))) continue;
    // 无行政复议纠正、无因诉讼败诉的情形 deny less than all
    const behind = /^(?:机关|案件)?[^，,。]{0,4}(?:纠正|败诉|撤销)/.test(text.slice(to + 2));
    if (!behind) return text.slice(at, to + 2);
  }
  return null;
}

/** 未收到政府信息公开申请 against applications. */
function noRequests(about: About): Draft | null {
  const { text, report } = about;
  for (const none of ['未收到', '没有收到', '未接到', '无']) {
    const at = text.indexOf(none);
    if (at < 0) continue;
    const near = text.slice(at + none.length, at + none.length + 40);
    const end = near.search(/[，,；;]/);
    const rest = end < 0 ? near : near.slice(0, end);
    const first = Math.min(...APPLICATIONS.map((w) => rest.indexOf(w)).filter((i) => i >= 0));
    // 无 is the beginning of many words
    if (first > (none === '无' ? 2 : 16) || /[，,、；;\d]/.test(rest.slice(0, first))) continue;
    if (/复议|诉讼|逾期|超期|投诉|举报|费|公证|渠道|更正|本人/.test(rest)) return null;
    if (foreign(about, none)) return null;
    // of one kind of applicants, or of all of them
    const everybody = /自然人|公民/.test(rest) && /法人|企业|组织/.test(rest);
    const columns = applicants(rest)?.columns ?? ['total'];
    if (!everybody && columns[0] === 'total' && /自然人|公民|法人|企业|组织/.test(rest)) return null;
    const names = columns.map((c) => `newlyReceived.${c}`);
    const received = sum(report, 'requests', names);
    return received
      ? draft(about, none, 'requests', names, `表格里本年新收 ${received} 件`, `${received} were received`)
      : null;
  }
  return null;
}

/** The kinds of cases that words before a place name. */
function casesIn(words: string): readonly string[] {
  const named = { 复议: words.includes('复议'), 诉讼: words.includes('诉讼') || words.includes('起诉') };
  return (['复议', '诉讼'] as const).filter((k) => named[k]).flatMap((k) => CASES[k]);
}

function cells(blocks: readonly string[], column: string): string[] {
  return blocks.map((b) => `${b}.${column}`);
}

/** 均维持 against other results, or against no case at all. */
function allUpheld(about: About): Draft | null {
  const { text, report, spoken } = about;
  const words = UPHELD.exec(text)?.[0];
  if (!words || !spoken) return null;
  const before = text.slice(0, text.indexOf(words));
  const blocks = casesIn(before);
  if (blocks.length === 0 || /已审结|审结的|作出/.test(before)) return null;
  const upheld = sum(report, 'disputes', cells(blocks, 'upheld'));
  const total = sum(report, 'disputes', cells(blocks, 'total'));
  if (upheld === null || total === null || (total > 0 && upheld === total)) return null;
  const zh = total === 0 ? '表格里没有案件' : `表格里 ${total} 件中维持 ${upheld} 件`;
  return draft(about, words, 'disputes', cells(blocks, 'upheld'), zh, `the table has ${upheld} of ${total}`);
}

/** 全部审结 against what is pending. */
function allDecided(about: About): Draft | null {
  const { text, report, spoken } = about;
  const words = /(?:均已?|全部|已全部)(?:已)?审结/.exec(text)?.[0];
  if (!words || !spoken) return null;
  const blocks = casesIn(text.slice(0, text.indexOf(words)));
  const pending = blocks.length > 0 ? sum(report, 'disputes', cells(blocks, 'pending')) : null;
  return pending
    ? draft(
        about,
        words,
        'disputes',
        cells(blocks, 'pending'),
        `表格里尚未审结 ${pending} 件`,
        `${pending} are pending`,
      )
    : null;
}

/** 复议机关维持了答复, where the table has cases and none that was upheld */
function upheld(about: About): Draft | null {
  const { text, report, spoken } = about;
  const found = /(复议机关|法院)(?:依法|审理后)?(?:予以|作出|决定|判决)?维持(?!率)/.exec(text);
  if (!found || !spoken || /^\S{0,4}\s*\d/.test(text.slice(found.index + found[0].length))) return null;
  if (/没有|无|未|如|各类/.test(text.slice(0, found.index))) return null;
  const blocks = found[1] === '法院' ? CASES.诉讼 : CASES.复议;
  const total = sum(report, 'disputes', cells(blocks, 'total'));
  const there = sum(report, 'disputes', cells(blocks, 'upheld'));
  return total && there === 0
    ? draft(about, found[0], 'disputes', cells(blocks, 'upheld'), '表格里结果维持是 0', 'no result was upheld')
    : null;
}

/** 有案件被纠正, where the table has no correction */
function corrected(about: About): Draft | null {
  const { text, report, spoken } = about;
  const words = /(?:被(?:复议机关|上级机关|人民法院|法院)?|予以|决定|判决)纠正/.exec(text)?.[0];
  if (!words || !spoken) return null;
  const before = text.slice(0, text.indexOf(words));
  const blocks = casesIn(before.replace(/复议机关/g, ''));
  if (blocks.length === 0 || /没有|无|未|如|及时|的行政行为|[0-9一二两三]件?$/.test(before)) return null;
  const found = sum(report, 'disputes', cells(blocks, 'corrected'));
  return found === 0
    ? draft(about, words, 'disputes', cells(blocks, 'corrected'), '表格里结果纠正是 0', 'no result was corrected')
    : null;
}

/** 年底尚未审结, where nothing is pending */
function undecided(about: About): Draft | null {
  const { text, report, spoken } = about;
  const words = /(?:年底|至今|目前)?(?:尚未|仍未)审结/.exec(text)?.[0];
  if (!words || !spoken) return null;
  const at = text.indexOf(words);
  const clause = text.slice(Math.max(text.lastIndexOf('，', at), text.lastIndexOf(',', at)) + 1, at);
  const blocks = casesIn(text.slice(0, at));
  if (blocks.length === 0 || /\d|无|没有|件/.test(clause) || /^\s*\d/.test(text.slice(at + words.length))) return null;
  const found = sum(report, 'disputes', cells(blocks, 'pending'));
  return found === 0
    ? draft(about, words, 'disputes', cells(blocks, 'pending'), '表格里尚未审结是 0', 'nothing is pending')
    : null;
}
