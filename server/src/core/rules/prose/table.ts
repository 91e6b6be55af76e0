import { cellFixes } from '../../edit/claimedCells';
import type { Fix } from '../../edit/textEdit';
import { cellLabel } from '../../forms';
import type { Finding, Localised, Range } from '../../model';
import { bySentence, type Compared, compareClaims, otherColumn } from '../../prose/compare';
import { digitsFor } from '../../prose/quantities';
import type { Draft, Rule } from '../rule';

/** Cells of one sum that are named in a message; longer sums are told by their first and last. */
const NAMED = 3;

export const proseTable: Rule = {
  name: 'prose/table',
  severity: 'warning',
  description: {
    zh: '正文里的数字与表格不一致',
    en: 'A number in the text is not that of the table',
  },
  source: '国办公开办函〔2019〕60号、〔2021〕30号：文字与表格数据应当一致',
  check(report) {
    return bySentence(compareClaims(report)).flatMap((claims) => {
      const wrong = faults(claims);
      return wrong.length > 0 ? [finding(claims, wrong)] : [];
    });
  },
  fixes(report, finding) {
    const wrong = faults(compareClaims(report).filter((c) => sameStart(finding, c)));
    return wrong.length > 0 ? [...sentenceFixes(finding, wrong), ...cellFixes(report, wrong)] : [];
  },
};

/** The numbers of a sentence to speak of: those that may be of another thing only where there are no others. */
function faults(claims: readonly Compared[]): readonly Compared[] {
  const wrong = claims.filter((c) => !c.agrees);
  const firm = wrong.filter((c) => !c.claim.loose);
  return firm.length > 0 && !otherColumn(claims) ? firm : wrong;
}

function rangeOf({ claim }: Compared): Range {
  return claim.passage.rangeOf(claim.quantity.from, claim.quantity.to);
}

function digitsOf({ claim }: Compared): Range {
  return claim.passage.rangeOf(claim.quantity.digits.from, claim.quantity.digits.to);
}

function finding(claims: readonly Compared[], wrong: readonly Compared[]): Draft {
  const [first] = wrong as readonly [Compared];
  const column = otherColumn(claims);
  const parts = wrong.map((c) => comparison(c));
  const because: Localised = column
    ? { zh: `；这些数是“${column}”列的，应当用“总计”列`, en: `; these are the numbers of the column “${column}”` }
    : { zh: '', en: '' };
  return {
    table: first.table.id,
    range: { start: rangeOf(first).start, end: rangeOf(wrong[wrong.length - 1] as Compared).end },
    severity: isSure(claims, wrong) ? 'warning' : 'hint',
    cells: [...new Set(wrong.flatMap((c) => c.sums[0]?.cells ?? []))],
    message: {
      zh: `${parts.map((p) => p.zh).join('；')}${because.zh}`,
      en: `${parts.map((p) => p.en).join('; ')}${because.en}`,
    },
    related: [
      ...wrong.slice(1).map((c) => ({ range: rangeOf(c), message: comparison(c) })),
      ...wrong.flatMap((c) =>
        (c.sums[0]?.cells ?? []).flatMap((name) => {
          const cell = c.table.cells.get(name);
          if (!cell || (cell.value === null && (c.sums[0]?.cells.length ?? 0) > 1)) return [];
          const label = cellLabel(name);
          const value = cell.value ?? 0;
          return [{ range: cell.range, message: { zh: `${label.zh}：${value}`, en: `${label.en}: ${value}` } }];
        }),
      ),
    ],
  };
}

/** Words that say that a number is of all there is, and not only of some of it. */
const ALL = /全年|本年|当年|年内|今年|一年来|年度|\d{4}\s*年|共|累计|总|合计|分别|：/;

/** What is said of a few applications as well as of all: 办理, 答复; 新收 and 上年结转 are of all. */
const OF_SOME = /^(?:办理|处理|办结|答复|回复|收到|接收|接到|受理|登记|完成办理)/;

/**
 * Whether a sentence is surely about the table: it names applications or cases, and not what may be some of them; or
 * its other numbers are the table's.
 */
function isSure(claims: readonly Compared[], wrong: readonly Compared[]): boolean {
  if (otherColumn(claims)) return true;
  if (wrong.every((c) => c.claim.loose || c.partial)) return false;
  if (claims.some((c) => c.agrees && c.claim.quantity.value > 0)) return true;
  // what follows a number of something else is of that as well
  if (claims[0]?.claim.loose) return false;
  return wrong.some(({ claim: { certain, passage, sentence, quantity, words }, sums }) => {
    if (!certain || !OF_SOME.test(words) || sums.some((s) => quantity.value > s.value)) return certain;
    return ALL.test(passage.text.slice(Math.max(sentence.from, quantity.from - REACH), quantity.from));
  });
}

/** So far before a number words are looked at. */
const REACH = 120;

/** 正文“收到”33，表格 36 */
function comparison({ claim, sums }: Compared): Localised {
  const { quantity, passage } = claim;
  // what is written in 万 is told in 万
  const scaled = quantity.value !== 0 && Math.round(quantity.step * 10 ** quantity.places) > 1;
  const told = (n: number): string =>
    scaled ? digitsFor(passage.text, quantity, n) + passage.text.slice(quantity.digits.to, quantity.to) : String(n);
  const value = told(quantity.value);
  const different = sums.filter((s, i) => sums.findIndex((o) => o.value === s.value) === i);
  const cells = different.slice(0, 2).map((s) => ({ ...s, label: sumLabel(s.cells) }));
  return {
    zh: `正文“${claim.words}”写 ${value}，表格${cells.map((s) => `${s.label.zh}是 ${told(s.value)}`).join('，')}`,
    en: `the text has ${value} for “${claim.words}”, the table ${cells.map((s) => `${told(s.value)} in ${s.label.en}`).join(', ')}`,
  };
}

function sumLabel(cells: readonly string[]): Localised {
  const labels = cells.map(cellLabel);
  if (labels.length > NAMED) {
    const first = labels[0] as Localised;
    const last = labels[labels.length - 1] as Localised;
    return { zh: `${first.zh}至${last.zh}合计`, en: `${first.en} to ${last.en} together` };
  }
  return {
    zh: labels.map((l) => l.zh).join('加') + (labels.length > 1 ? '合计' : ''),
    en: labels.map((l) => l.en).join(' plus '),
  };
}

function sameStart(finding: Finding, c: Compared): boolean {
  const { passage, sentence } = c.claim;
  const range = passage.rangeOf(sentence.from, sentence.to);
  return range.start <= finding.range.start && finding.range.start < range.end;
}

/** The table's numbers put into the sentence, where each has one reading. */
function sentenceFixes(finding: Finding, wrong: readonly Compared[]): Fix[] {
  const unambiguous = wrong.every((c) => new Set(c.sums.map((s) => s.value)).size === 1);
  const choices = unambiguous ? [0] : wrong.length === 1 ? [...(wrong[0]?.sums.keys() ?? [])] : [];
  const seen = new Set<string>();
  return choices.flatMap((choice): Fix[] => {
    const values = wrong.map((c) => (c.sums[choice] ?? c.sums[0])?.value ?? 0);
    const key = values.join();
    if (seen.has(key)) return [];
    seen.add(key);
    const edits = wrong.map((c, i) => ({
      range: digitsOf(c),
      newText: digitsFor(c.claim.passage.text, c.claim.quantity, values[i] as number),
    }));
    const list = edits.map((e) => e.newText).join('、');
    return [
      {
        title: { zh: `正文改为表格的数：${list}`, en: `Write the table's number into the text: ${list}` },
        kind: 'prose/number',
        edits,
        preferred: unambiguous && finding.severity === 'warning',
        safe: false,
      },
    ];
  });
}
