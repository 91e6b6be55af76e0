/** Faults of every rule, put into a generated draft where its author would make them. */
import { SECTIONS } from './forms';
import { type CellMark, type Draft, generateDraft } from './generate';
import { dropRow, dropSection, dropTable, mutateCell, mutateTwoCells, truncateTable } from './mutate';
import { at, Random } from './random';

/** The text of the draft with a fault; null where this draft gives no place for it. */
export type Fault = (draft: Draft, rng: Random) => string | null;

function put(text: string, start: number, end: number, words: string): string {
  return text.slice(0, start) + words + text.slice(end);
}

function cell(draft: Draft, rng: Random, fits: (name: string, mark: CellMark) => boolean): CellMark | null {
  const marks = [...draft.cells].filter(([name, mark]) => fits(name, mark)).map(([, mark]) => mark);
  return marks.length === 0 ? null : rng.pick(marks);
}

/** Where the line of each section's heading begins, and the end of the text. */
function starts(draft: Draft): number[] {
  return [...draft.sections.map((s) => draft.text.lastIndexOf('\n', s.start) + 1), draft.text.length];
}

/** The line of the heading of a section. */
function headLine(draft: Draft, index: number): { start: number; end: number; words: string } {
  const start = at(starts(draft), index);
  const end = draft.text.indexOf('\n', at(draft.sections, index).start + 1);
  return { start, end, words: draft.text.slice(start, end) };
}

function inHead(draft: Draft, index: number, find: string, replace: string): string | null {
  const { start, end, words } = headLine(draft, index);
  const where = words.indexOf(find);
  return where < 0 ? null : put(draft.text, start, end, words.replace(find, replace));
}

const NUMERALS = '一二三四五六';

/** The line of a row of table 3, told by one of its cells; only where a row is one line. */
function rowLine(draft: Draft, rng: Random): { start: number; end: number } | null {
  const rows = ['refused.otherLaw', 'refused.thirdParty', 'unavailable.needsCreation', 'notProcessed.excessive'];
  const row = rng.pick(rows);
  const first = draft.cells.get(`requests.${row}.naturalPerson`);
  const last = draft.cells.get(`requests.${row}.total`);
  if (!first || !last) return null;
  const start = draft.text.lastIndexOf('\n', first.start) + 1;
  const end = draft.text.indexOf('\n', last.end) + 1;
  const line = draft.text.slice(start, end);
  return line.trim().split('\n').length === 1 && /\d\.|\d．|\d、/.test(line) ? { start, end } : null;
}

const TASKS = ['更新目录', '充实解读形式', '加强业务培训', '规范答复文书', '畅通申请渠道'];

/** One to five or so with a number doubled or left out, from which the others go on. */
function broken(rng: Random): readonly number[] {
  const whole = Array.from({ length: rng.int(4, 7) }, (_, i) => i + 1);
  const from = rng.int(1, whole.length - 2);
  const by = rng.pick([-1, 1]);
  return whole.map((n, i) => (i < from ? n : n + by));
}

export const FAULTS: Readonly<Record<string, Fault>> = {
  wrongCell: (draft, rng) => mutateCell(draft, rng.int(0, 1e6)).text,
  wrongTwoCells: (draft, rng) => mutateTwoCells(draft, rng.int(0, 1e6)).text,
  wrongDispute: (draft, rng) => {
    const mark = cell(draft, rng, (name) => name.startsWith('disputes.'));
    return mark && put(draft.text, mark.start, mark.end, mark.rewrite(mark.value + rng.int(1, 9)));
  },
  blankTotals: (draft, rng) => {
    if (['lines', 'spaces'].includes(draft.options.layout ?? '')) return null;
    const totals = [...draft.cells].filter(([name]) => /^requests\..*\.total$/.test(name));
    let { text } = draft;
    for (const [, mark] of totals.sort(([, a], [, b]) => b.start - a.start)) {
      if (rng.chance(0.8)) text = put(text, mark.start, mark.end, ' '.repeat(mark.end - mark.start));
    }
    return text;
  },
  section: (draft, rng) => dropSection(draft, rng.int(0, 1e6)).text,
  table: (draft, rng) => dropTable(draft, rng.int(0, 1e6)).text,
  row: (draft, rng) => dropRow(draft, rng.int(0, 1e6)).text,
  truncated: (draft, rng) => truncateTable(draft, rng.int(0, 1e6)).text,
  blanks: (draft, rng) => generateDraft(draft.seed + rng.int(1, 50), { ...draft.options, blanks: true }).text,
  dash: (draft, rng) => {
    const mark = cell(draft, rng, (name, m) => m.value === 0 && name.startsWith('requests.'));
    return mark && put(draft.text, mark.start, mark.end, rng.pick(['/', '-', '—']));
  },
  letter: (draft, rng) => {
    const mark = cell(draft, rng, (_, m) => m.value >= 10 && /[01]$/.test(m.text));
    return mark && put(draft.text, mark.end - 1, mark.end, mark.text.endsWith('0') ? 'O' : 'l');
  },
  words: (draft, rng) => {
    const mark = cell(draft, rng, (_, m) => m.text === '12' || m.text === '2' || m.text === '3');
    return mark && put(draft.text, mark.start, mark.end, rng.pick(['十二', '两件', '若干', '约30']));
  },
  amount: (draft, rng) => {
    const mark = draft.cells.get('proactive.procurement.amount') ?? draft.cells.get('proactive.fees.amount');
    if (!mark) return null;
    const bare = rng.chance(0.5) ? mark.text.replace(/[^\d.,]/g, '') : `${mark.text.replace(/[^\d.,]/g, '')}元`;
    return put(draft.text, mark.start, mark.end, bare);
  },
  change: (draft, rng) => {
    const mark = cell(draft, rng, (name) => name.endsWith('.change'));
    return mark && put(draft.text, mark.start, mark.end, rng.pick(['252（减18）', '30（增2）', '17(+5)']));
  },
  title: (draft, rng) => {
    const [index, find, replace] = rng.pick([
      [1, '主动公开政府信息情况', '主动公开政府信息'],
      [4, '改进情况', '改进措施'],
      [5, '其他需要报告的事项', '其他需要报告事项'],
      [0, '总体情况', '总体工作情况'],
    ] as const);
    return inHead(draft, index, find, replace);
  },
  number: (draft, rng) => {
    const index = rng.int(0, 5);
    const other = rng.pick([...NUMERALS].filter((n) => n !== NUMERALS.charAt(index)));
    return inHead(draft, index, NUMERALS.charAt(index), rng.chance(0.7) ? other : `（${NUMERALS.charAt(index)}）`);
  },
  unnumbered: (draft) => {
    let { text } = draft;
    for (let i = 5; i >= 0; i--) {
      const { start, end, words } = headLine(draft, i);
      text = put(text, start, end, words.replace(/[一二三四五六]\s*[、.．，]\s*/, ''));
    }
    return text;
  },
  swapped: (draft, rng) => {
    const index = rng.int(0, 4);
    const bounds = starts(draft);
    const [a, b, c] = [at(bounds, index), at(bounds, index + 1), at(bounds, index + 2)];
    const last = index === 4 && draft.noise.some((n) => n === 'signature' || n === 'furniture');
    return last ? null : draft.text.slice(0, a) + draft.text.slice(b, c) + draft.text.slice(a, b) + draft.text.slice(c);
  },
  doubled: (draft, rng) => {
    const index = rng.int(0, 4);
    const bounds = starts(draft);
    const [a, b] = [at(bounds, index), at(bounds, index + 1)];
    const { words } = headLine(draft, index);
    const again = rng.chance(0.5) ? draft.text.slice(a, b) : `${words}\n\n`;
    return put(draft.text, b, b, again);
  },
  empty: (draft, rng) => {
    const index = rng.pick([0, 4]);
    const { end } = headLine(draft, index);
    return put(draft.text, end + 1, at(starts(draft), index + 1), '\n');
  },
  emptyEnd: (draft) => draft.text.slice(0, headLine(draft, 5).end + 1),
  label: (draft, rng) => {
    const [find, replace] = rng.pick([
      ['其他法律行政法规禁止公开', '其他法律法规禁止公开'],
      ['属于四类过程性信息', '属于四类过程类信息'],
      ['补正后申请内容仍不明确', '补证后申请内容仍不明确'],
      ['无正当理由大量反复申请', '无正当理由反复申请'],
      ['现行有效件数', '有效件数'],
      ['对外公开总数量', '对外公开总数'],
      ['社会公益组织', '社会公益团体'],
    ]);
    return draft.text.includes(at([find], 0) as string) ? draft.text.replace(find as string, replace as string) : null;
  },
  rowTwice: (draft, rng) => {
    const line = rowLine(draft, rng);
    return line && put(draft.text, line.end, line.end, draft.text.slice(line.start, line.end));
  },
  rowMoved: (draft, rng) => {
    const line = rowLine(draft, rng);
    if (!line) return null;
    const next = draft.text.indexOf('\n', line.end) + 1;
    const after = draft.text.slice(line.end, next);
    if (after.trim() === '' || !/\d/.test(after)) return null;
    return draft.text.slice(0, line.start) + after + draft.text.slice(line.start, line.end) + draft.text.slice(next);
  },
  rowCut: (draft, rng) => {
    const line = rowLine(draft, rng);
    return line && put(draft.text, line.start, line.end, '');
  },
  chain: (draft, rng) => {
    const { end } = headLine(draft, 4);
    const links = broken(rng).map((n) => `${'一二三四五六七八九'.charAt(n - 1)}是${rng.pick(TASKS)}`);
    return put(draft.text, end + 1, end + 1, `\n主要问题：${links.join('；')}。\n\n`);
  },
  subheadings: (draft, rng) => {
    const { end } = headLine(draft, 4);
    const lines = broken(rng).map(
      (n) => `（${'一二三四五六七八九'.charAt(n - 1)}）${rng.pick(TASKS)}\n\n已经安排。\n\n`,
    );
    return put(draft.text, end + 1, end + 1, `\n${lines.join('')}`);
  },
  tableMoved: (draft) => {
    const from = draft.text.indexOf('<table', at(draft.sections, 3).start);
    const to = draft.text.indexOf('</table>', from) + 8;
    if (from < 0 || to < 8) return null;
    return `${draft.text.slice(0, from)}${draft.text.slice(to)}\n${draft.text.slice(from, to)}\n`;
  },
};

export const SECTION_COUNT = SECTIONS.length;

export function faulty(draft: Draft, name: string, seed: number): string | null {
  return (FAULTS[name] as Fault)(draft, new Random(`fault ${name} ${draft.seed} ${seed} ${draft.options.layout}`));
}
