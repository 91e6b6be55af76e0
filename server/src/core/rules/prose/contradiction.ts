import { tableOf } from '../../data';
import type { Report, Table, TableId } from '../../model';
import { readPassage } from '../../prose/claims';
import { OTHER_PERIODS, OTHER_THINGS, REQUEST_WORDS, SOME } from '../../prose/lexicon';
import type { Passage, Span } from '../../prose/passage';
import type { Quantity, Year } from '../../prose/quantities';
import { isForeign } from '../../prose/subject';
import type { Draft, Rule } from '../rule';

const NONE = ['无', '没有', '未发生', '未产生', '未出现', '未被', '不存在', '未涉及', '零'];
const DONE = [
  '全部办结',
  '均已办结',
  '已全部办结',
  '全部办理完毕',
  '均已办理完毕',
  '全部按时办结',
  '全部按期办结',
  '均按期办结',
  '均按时办结',
  '全部依法办结',
  '均依法办结',
  '已办结完毕',
  '全部办理完结',
];
const ANSWERED = ['全部答复', '均已答复', '全部依法答复', '全部按时答复', '均依法答复', '均按时答复', '均按期答复'];
const UPHELD = ['均维持', '全部维持', '均被维持', '均为维持', '结果均为维持', '全部为维持', '均予以维持', '均判决维持'];

export const contradiction: Rule = {
  name: 'prose/contradiction',
  severity: 'warning',
  description: {
    zh: '正文的说法与表格矛盾（“全部办结”而有结转，“无行政复议”而有案件）',
    en: 'The text says what the table denies (all done, but some carried forward; no reviews, but cases)',
  },
  source: '国办公开办函〔2019〕60号、〔2021〕30号：文字与表格数据应当一致',
  check(report) {
    return report.sections
      .filter((s) => s.id !== 'problems')
      .flatMap((section) =>
        section.paragraphs.flatMap((paragraph) => {
          const { passage, numbers } = readPassage(paragraph);
          let spoken = section.id === 'disputes' || section.id === 'requests';
          return passage.sentences.flatMap((sentence): Draft[] => {
            const text = passage.text.slice(sentence.from, sentence.to);
            if (text.includes('信息公开') || text.includes('依申请公开')) spoken = true;
            if (otherYear(report, sentence, numbers.years) || OTHER_PERIODS.some((w) => text.includes(w))) return [];
            const about = { report, passage, sentence, text, spoken, quantities: numbers.quantities };
            return [
              allDone(about),
              noDisputes(about, '复议'),
              noDisputes(about, '诉讼'),
              noRequests(about),
              allUpheld(about),
            ].flatMap((d) => d ?? []);
          });
        }),
      );
  },
};

interface About {
  readonly report: Report;
  readonly passage: Passage;
  readonly sentence: Span;
  readonly text: string;
  /** Whether the passage speaks of the disclosure of information. */
  readonly spoken: boolean;
  readonly quantities: readonly Quantity[];
}

function otherYear(report: Report, sentence: Span, years: readonly Year[]): boolean {
  const own = report.year?.value;
  return own !== undefined && years.some((y) => y.from >= sentence.from && y.from < sentence.to && y.value !== own);
}

function cellValue(table: Table | null, name: string): number {
  return table?.cells.get(name)?.value ?? 0;
}

function sum(report: Report, id: TableId, names: readonly string[]): number {
  const table = tableOf(report, id);
  return names.reduce((n, name) => n + cellValue(table, `${id}.${name}`), 0);
}

function ranges(report: Report, id: TableId, names: readonly string[]) {
  const table = tableOf(report, id);
  return names.flatMap((name) => {
    const cell = table?.cells.get(`${id}.${name}`);
    return cell && (cell.value ?? 0) > 0
      ? [{ range: cell.range, message: { zh: `表格：${cell.value}`, en: `Table: ${cell.value}` } }]
      : [];
  });
}

function place({ passage, sentence, text }: About, words: string) {
  const at = sentence.from + text.indexOf(words);
  return passage.rangeOf(at, at + words.length);
}

function draft(
  about: About,
  words: string,
  id: TableId,
  names: readonly string[],
  zh: string,
  en: string,
  hint = false,
): Draft {
  return {
    table: id,
    range: place(about, words),
    ...(hint && { severity: 'hint' as const }),
    cells: names.map((n) => `${id}.${n}`),
    message: { zh: `正文说“${words}”，${zh}`, en: `The text says “${words}”, but ${en}` },
    related: ranges(about.report, id, names),
  };
}

/** 全部办结 against what is carried forward. */
function allDone(about: About): Draft | null {
  const { text, report, spoken } = about;
  const done = DONE.find((w) => text.includes(w));
  const words = done ?? ANSWERED.find((w) => text.includes(w));
  if (!words || !spoken || text.includes('复议') || text.includes('诉讼')) return null;
  const before = text.slice(0, text.indexOf(words));
  if (
    [...OTHER_THINGS, ...SOME].some((w) => before.includes(w)) ||
    !REQUEST_WORDS.some((w) => before.includes(w)) ||
    text.includes('结转') ||
    text.includes('到期')
  )
    return null;
  if (isForeign(before, report.organisation?.text ?? null)) return null;
  const left = sum(report, 'requests', ['carriedForward.total']);
  if (left === 0) return null;
  return draft(
    about,
    words,
    'requests',
    ['carriedForward.total'],
    `表格里结转下年度继续办理 ${left} 件`,
    `${left} are carried forward`,
    !done,
  );
}

/** 无行政复议、行政诉讼 against cases. */
function noDisputes(about: About, kind: '复议' | '诉讼'): Draft | null {
  const { text, report, spoken } = about;
  if (!spoken || !text.includes(kind)) return null;
  const none = NONE.find((w) => negates(text, w, kind));
  if (!none) return null;
  if (isForeign(text.slice(0, text.indexOf(none)), report.organisation?.text ?? null)) return null;
  // none of a kind of results or of cases is not none at all
  if (
    [
      '纠正',
      '败诉',
      '撤销',
      '超期',
      '逾期',
      '未审结',
      '维持',
      '因未',
      '集体',
      '因不',
      '引发舆情',
      '重大',
      '新增',
      '未经复议',
      '复议后',
      '因依法',
      '责任',
    ].some((w) => text.includes(w))
  )
    return null;
  const names = kind === '复议' ? ['review.total'] : ['directSuit.total', 'suitAfterReview.total'];
  const cases = sum(report, 'disputes', names);
  if (cases === 0) return null;
  // both are told once
  if (kind === '诉讼' && noDisputes(about, '复议')) return null;
  const both = kind === '复议' && NONE.some((w) => negates(text, w, '诉讼'));
  const all = both ? ['review.total', 'directSuit.total', 'suitAfterReview.total'] : names;
  const at = text.indexOf(none);
  const words = text.slice(at, Math.min(text.length, text.indexOf(kind, at) + 2));
  const count = (n: readonly string[]): number => sum(report, 'disputes', n);
  const zh = both
    ? `表格里有行政复议 ${count(['review.total'])} 件、行政诉讼 ${count(['directSuit.total', 'suitAfterReview.total'])} 件`
    : `表格里有行政${kind} ${cases} 件`;
  return draft(about, words, 'disputes', all, zh, 'the table has cases');
}

/** Whether a word denies what stands in the same clause or in the list that it opens. */
function negates(text: string, word: string, kind: string): boolean {
  const at = text.indexOf(word);
  if (at < 0) return false;
  const to = text.indexOf(kind, at);
  if (to < 0 || to - at > 40) return false;
  const between = text.slice(at + word.length, to);
  return !/[，,；;。]/.test(between.replace(/[，,](?=[^，,]{0,6}(?:提起|引发))/g, '')) && !/\d/.test(between);
}

/** 未收到政府信息公开申请 against applications. */
function noRequests(about: About): Draft | null {
  const { text, report } = about;
  const words = ['未收到', '没有收到', '无', '未接到'].find((w) => {
    const at = text.indexOf(w);
    if (at < 0) return false;
    const rest = text.slice(at + w.length, at + w.length + 24);
    const request = REQUEST_WORDS.map((r) => rest.indexOf(r)).filter((i) => i >= 0);
    const first = Math.min(...request);
    // 无 is the beginning of many words
    return (
      request.length > 0 &&
      first <= (w === '无' ? 2 : 16) &&
      !/[，,、；;]/.test(rest.slice(0, first)) &&
      !/[0-9]/.test(rest.slice(0, first))
    );
  });
  if (!words) return null;
  const near = text.slice(text.indexOf(words), text.indexOf(words) + 40);
  if (['复议', '诉讼', '逾期', '超期', '投诉', '举报', '自然人', '法人', '企业', '费'].some((w) => near.includes(w)))
    return null;
  if (isForeign(text.slice(0, text.indexOf(words)), report.organisation?.text ?? null)) return null;
  const received = sum(report, 'requests', ['newlyReceived.total']);
  if (received === 0) return null;
  return draft(
    about,
    words,
    'requests',
    ['newlyReceived.total'],
    `表格里本年新收 ${received} 件`,
    `${received} were received`,
  );
}

/** 均维持 against a correction. */
function allUpheld(about: About): Draft | null {
  const { text, report, spoken } = about;
  const words = UPHELD.find((w) => text.includes(w));
  if (!words || !spoken) return null;
  const before = text.slice(0, text.indexOf(words));
  const review = before.includes('复议');
  const suit = before.includes('诉讼');
  if (!review && !suit) return null;
  const names = [
    ...(review ? ['review.corrected'] : []),
    ...(suit ? ['directSuit.corrected', 'suitAfterReview.corrected'] : []),
  ];
  const corrected = sum(report, 'disputes', names);
  if (corrected === 0) return null;
  return draft(about, words, 'disputes', names, `表格里结果纠正 ${corrected} 件`, `${corrected} were corrected`);
}
