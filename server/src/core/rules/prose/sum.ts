import type { Report } from '../../model';
import { type Breakdown, breakdowns } from '../../prose/parts';
import { type Passage, textOf } from '../../prose/passage';
import { digitsFor } from '../../prose/quantities';
import type { Draft, Rule } from '../rule';

export const sum: Rule = {
  name: 'prose/sum',
  severity: 'warning',
  description: {
    zh: '正文列举的各部分与总数对不上',
    en: 'The parts that a sentence names do not add up to their whole',
  },
  source: '国办公开办函〔2019〕60号、〔2021〕30号：数据准确、前后一致',
  check(report) {
    return passages(report).flatMap((p) => {
      const all = breakdowns(p);
      return all.length === 0 ? [] : distinct(all.flatMap((b) => judge(b) ?? []));
    });
  },
  fixes(report, finding) {
    for (const b of passages(report).flatMap(breakdowns)) {
      const total = b.parts.reduce((n, p) => n + p.value, 0);
      const draft = judge(b);
      if (!draft || draft.range.start !== finding.range.start || !b.exhaustive) continue;
      const digits = b.passage.rangeOf(b.whole.digits.from, b.whole.digits.to);
      return [
        {
          title: { zh: `总数改为 ${total}`, en: `Change the whole to ${total}` },
          kind: 'prose/sum',
          edits: [{ range: digits, newText: digitsFor(b.passage.text, b.whole, total) }],
          preferred: false,
          safe: false,
        },
      ];
    }
    return [];
  },
};

function passages(report: Report): readonly Passage[] {
  return textOf(report).sections.flatMap((s) => s.passages);
}

/** One finding a whole: two markers before one list are one cause. */
function distinct(drafts: readonly Draft[]): Draft[] {
  const seen = new Set<number>();
  return drafts.filter(({ range }) => !seen.has(range.start) && seen.add(range.start));
}

function judge({ passage, whole, parts, others, exhaustive, overlapping }: Breakdown): Draft | null {
  const total = parts.reduce((n, p) => n + p.value, 0);
  if (total + others === whole.value) return null;
  // two ways to part one whole, one behind the other
  const prefixes = parts.map((_, i) => parts.slice(0, i + 1).reduce((n, p) => n + p.value, 0));
  if (total > whole.value && prefixes.includes(whole.value)) return null;
  const over = parts.find((p) => p.value > whole.value);
  const list = parts.map((p) => p.value).join(' + ');
  const range = passage.rangeOf(whole.from, (parts[parts.length - 1] as (typeof parts)[number]).to);
  const related = [
    {
      range: passage.rangeOf(whole.from, whole.to),
      message: { zh: `总数：${whole.value}`, en: `Whole: ${whole.value}` },
    },
  ];
  if (over && !exhaustive && !overlapping) {
    return {
      range: passage.rangeOf(whole.from, over.to),
      message: {
        zh: `其中的 ${over.value} 比总数 ${whole.value} 还多`,
        en: `The part ${over.value} is more than its whole ${whole.value}`,
      },
      related,
    };
  }
  if (exhaustive && total !== whole.value) {
    return {
      range,
      message: {
        zh: `各部分相加 ${list} = ${total}，与总数 ${whole.value} 差 ${Math.abs(whole.value - total)}`,
        en: `The parts add up to ${list} = ${total}, the whole is ${whole.value}`,
      },
      related,
    };
  }
  if (total > whole.value && parts.length > 1) {
    return {
      range,
      ...(overlapping && { severity: 'hint' as const }),
      message: {
        zh: `各部分相加 ${list} = ${total}，超过总数 ${whole.value}`,
        en: `The parts add up to ${list} = ${total}, more than the whole ${whole.value}`,
      },
      related,
    };
  }
  return null;
}
