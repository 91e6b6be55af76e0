/** Sentences that say what the tables say, as offices word it; every number knows the cells that it is. */
import { resultRows } from './forms';
import type { ProseContext } from './prose';
import type { Random } from './random';

/** A number in a sentence: its place there, and the cells that it is the sum of. */
export interface ToldNumber {
  readonly at: number;
  readonly value: number;
  readonly cells: readonly string[];
}

export interface Told {
  readonly text: string;
  readonly numbers: readonly ToldNumber[];
}

const ORGANISATIONS = [
  'company',
  'researchInstitution',
  'publicWelfareOrganisation',
  'legalServiceOrganisation',
  'otherOrganisation',
];
const SUITS = ['directSuit', 'suitAfterReview'];

/** Puts the sums of cells into words: `{newlyReceived.total}`, or several joined by `+`. */
function tell(words: string, { values }: ProseContext): Told {
  const numbers: ToldNumber[] = [];
  let text = '';
  for (const [index, piece] of words.split(/[{}]/).entries()) {
    if (index % 2 === 0) text += piece;
    else {
      const cells = piece.split('+');
      const value = cells.reduce((sum, cell) => sum + (values.get(cell) ?? 0), 0);
      numbers.push({ at: text.length, value, cells });
      text += String(value);
    }
  }
  return { text, numbers };
}

const R = (row: string, column = 'total'): string => `requests.${row}.${column}`;

/** The sentences of a report about its own numbers, each in one of several wordings. */
export function numberSentences(context: ProseContext, rng: Random): Told[] {
  const { year, form, organisation } = context;
  const rows = resultRows(form);
  const group = (name: string): string =>
    `{${rows
      .filter((r) => r.startsWith(name))
      .map((r) => R(r))
      .join('+')}}`;
  const one = (row: string, column?: string): string => `{${R(row, column)}}`;
  const persons = one('newlyReceived', 'naturalPerson');
  const legal = `{${ORGANISATIONS.map((c) => R('newlyReceived', c)).join('+')}}`;
  const D = (blocks: readonly string[], column: string): string =>
    `{${blocks.map((b) => `disputes.${b}.${column}`).join('+')}}`;
  const whole = `{${R('newlyReceived')}+${R('carriedIn')}}`;
  const flows = [
    `${year}年，${organisation}共收到政府信息公开申请${one('newlyReceived')}件，上年结转${one('carriedIn')}件，办结${one('handledTotal')}件，结转下年度继续办理${one('carriedForward')}件。`,
    `本年度新收政府信息公开申请${one('newlyReceived')}件，其中自然人申请${persons}件，法人或其他组织申请${legal}件。`,
    `${year}年度共受理政府信息公开申请${whole}件（其中上年度结转${one('carriedIn')}件），已答复${one('handledTotal')}件，结转至下年度${one('carriedForward')}件。`,
    `全年新收依申请公开${one('newlyReceived')}宗，上年结转${one('carriedIn')}宗；年内办结${one('handledTotal')}宗，转入下年度办理${one('carriedForward')}宗。`,
  ];
  const outcomes = [
    `从办理结果看，予以公开${one('granted')}件，部分公开${one('partlyGranted')}件，不予公开${group('refused')}件，无法提供${group('unavailable')}件，不予处理${group('notProcessed')}件，其他处理${group('otherHandling')}件。`,
    `办结的政府信息公开申请中，予以公开的${one('granted')}件、部分公开的${one('partlyGranted')}件、不予公开的${group('refused')}件、因不掌握相关政府信息无法提供的${one('unavailable.notHeld')}件。`,
    `在${one('handledTotal')}件已办结的政府信息公开申请中，作出予以公开决定${one('granted')}件、部分公开决定${one('partlyGranted')}件、无法提供${group('unavailable')}件。`,
  ];
  const disputes = [
    `因政府信息公开被申请行政复议${D(['review'], 'total')}件，其中维持${D(['review'], 'upheld')}件，纠正${D(['review'], 'corrected')}件；被提起行政诉讼${D(SUITS, 'total')}件。`,
    `全年发生政府信息公开行政复议案件${D(['review'], 'total')}件、行政诉讼案件${D(SUITS, 'total')}件。`,
    `涉及政府信息公开的行政诉讼${D(SUITS, 'total')}件，其中未经复议直接起诉${D(['directSuit'], 'total')}件，复议后起诉${D(['suitAfterReview'], 'total')}件。`,
  ];
  return [flows, outcomes, disputes].map((wordings) => tell(rng.pick(wordings), context));
}
