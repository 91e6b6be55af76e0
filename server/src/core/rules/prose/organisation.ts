import type { Range, Report } from '../../model';
import { type Difference, disagreements } from '../../prose/offices';
import { type Passage, textOf } from '../../prose/passage';
import type { Draft, Rule } from '../rule';

/** A name of the office that reports, and where each of its characters stands. */
interface Named {
  readonly name: string;
  readonly where: 'preface' | 'signature';
  /** Whom readers are to ask: often another body, but one of the same place. */
  readonly contact?: boolean;
  rangeOf(from: number, to: number): Range;
}

/** So many paragraphs at the end may be signature, date and what is printed below them. */
const LAST = 5;
const LONGEST = 40;

export const organisation: Rule = {
  name: 'prose/organisation',
  severity: 'hint',
  description: {
    zh: '题目、前言和落款的机关名称不一致',
    en: 'Title, preface and signature name different offices',
  },
  source: '《政府信息公开条例》第四十九条（由编制报告的机关公布）',
  check(report) {
    return judge(report).map(({ draft }) => draft);
  },
  fixes(report, finding) {
    const found = judge(report).find(
      ({ draft }) => draft.range.start === finding.range.start && draft.message.zh === finding.message.zh,
    );
    if (!found || found.differences.some((d) => d.expected === '')) return [];
    const { differences, rangeOf, agreed } = found;
    const list = differences.map((d) => d.expected).join('、');
    return [
      {
        title: { zh: `改为“${list}”`, en: `Change to “${list}”` },
        kind: 'prose/organisation',
        edits: differences.map((d) => ({ range: rangeOf(d.from, d.to), newText: d.expected })),
        preferred: agreed,
        safe: false,
      },
    ];
  },
};

interface Judged {
  readonly draft: Draft;
  readonly differences: readonly Difference[];
  /** Whether two places say one thing against this one. */
  readonly agreed: boolean;
  rangeOf(from: number, to: number): Range;
}

function judge(report: Report): Judged[] {
  const title = report.organisation;
  if (!title) return [];
  const all = [...prefaceNames(report), ...signature(report)];
  const other = all.filter((n) => {
    const found = disagreements(n.name, title.text);
    return found.length > 0 && !(n.contact && found.some((d) => d.to === n.name.length));
  });
  const [first, ...more] = other;
  if (!first) return [];
  // all the rest of the report against its title
  if (
    more.length > 0 &&
    other.length === all.length &&
    more.every((n) => disagreements(n.name, first.name).length === 0)
  ) {
    const differences = disagreements(title.text, first.name);
    const rangeOf = (from: number, to: number): Range => ({
      start: title.range.start + from,
      end: title.range.start + to,
    });
    return [
      {
        draft: {
          range: title.range,
          message: {
            zh: `题目写“${title.text}”，前言和落款写“${first.name}”，请核对机关名称`,
            en: `The title names “${title.text}”, preface and signature “${first.name}”`,
          },
          related: other.map((n) => ({ range: whole(n), message: { zh: n.name, en: n.name } })),
        },
        differences,
        agreed: true,
        rangeOf,
      },
    ];
  }
  return other.map((n) => ({
    draft: {
      range: whole(n),
      message: {
        zh: `题目写“${title.text}”，${n.where === 'preface' ? '这里' : '落款'}写“${n.name}”，请核对机关名称`,
        en: `The title names “${title.text}”, the ${n.where} “${n.name}”`,
      },
      related: [{ range: title.range, message: { zh: title.text, en: title.text } }],
    },
    differences: disagreements(n.name, title.text),
    agreed: all.length > other.length,
    rangeOf: n.rangeOf,
  }));
}

function whole(named: Named): Range {
  return named.rangeOf(0, named.name.length);
}

/** Where a name stands in a paragraph. */
function named(passage: Passage, from: number, name: string, where: Named['where']): Named {
  return { name, where, rangeOf: (a, b) => passage.rangeOf(from + a, from + b) };
}

/** What an office does with its report. */
const WRITES = /编制|编写|编撰|撰写|起草|公布|发布|形成|公开/;
/** Words behind which somebody else's report or order is named. */
const CITES = /根据|依据|按照|参照|遵照|依照|落实|印发|下发/;

/** 《青禾县2022年政府信息公开工作年度报告》, and 由青禾县人民政府办公室 before 编制. */
function prefaceNames(report: Report): Named[] {
  return textOf(report).preface.flatMap((passage) => {
    return passage.sentences.flatMap(({ from, to }): Named[] => {
      const text = passage.text.slice(from, Math.min(to, from + 400));
      const names: Named[] = [];
      let citing = false;
      let at = 0;
      for (const clause of text.split(/[，,；;]/)) {
        citing = CITES.test(clause);
        const found = titled(clause) ?? (citing ? null : (published(clause) ?? author(clause)));
        if (found && WRITES.test(text)) names.push(named(passage, from + at + found.at, found.name, 'preface'));
        const asked = contact(clause);
        if (asked) names.push({ ...named(passage, from + at + asked.at, asked.name, 'preface'), contact: true });
        at += clause.length + 1;
      }
      return names;
    });
  });
}

/** The office in the name of a report that a clause says was written. */
function titled(clause: string): { name: string; at: number } | null {
  const open = clause.indexOf('《');
  const close = clause.indexOf('》', open);
  if (open < 0 || close < 0 || CITES.test(clause.slice(0, open)) || !WRITES.test(clause.slice(0, open))) return null;
  const words = clause.slice(open + 1, close);
  if (!/信息公开.{0,12}(?:报告|年报)$/.test(words)) return null;
  const lead = words.slice(0, words.search(/(?:政府|政务)?信息公开/));
  const office =
    /^(?:关于)?[^\d〇一二三四五六七八九十]{2,}/.exec(lead)?.[0] ??
    lead.replace(/^[\d〇一二三四五六七八九零\s]+年度?/, '');
  const name = office.replace(/^关于/, '').trim();
  return name.length >= 3 && name.length <= LONGEST ? { name, at: open + 1 + words.indexOf(name) } : null;
}

/** 现公布青禾县水务局2022年政府信息公开工作年度报告: the name of the report without 《》. */
function published(clause: string): { name: string; at: number } | null {
  const m =
    /(?:公布|公开|发布|编制)了?\s*(?:\d{4}\s*年度?)?((?!度)[\u4e00-\u9fff（）()]{3,40}?)\s*(?:\d{4}\s*年度?)?(?:政府|政务)?信息公开.{0,8}(?:报告|年报)/.exec(
      clause,
    );
  const name = m?.[1] ?? '';
  return m && isOffice(name) ? { name, at: m.index + m[0].indexOf(name) } : null;
}

/** 请与青禾县水务局办公室联系 */
function contact(clause: string): { name: string; at: number } | null {
  const m = /请(?:直接)?(?:与|和|同|向|联系|咨询)\s*([\u4e00-\u9fff]{3,40}?)(?:[（(]|联系|反映|咨询|$)/.exec(clause);
  const name = m?.[1] ?? '';
  return m && isOffice(name) ? { name, at: m.index + m[0].indexOf(name) } : null;
}

/** The office at the start of a clause that says that it wrote the report. */
function author(clause: string): { name: string; at: number } | null {
  const write = clause.search(/编制|编写|编撰|撰写/);
  if (write < 0 || !/报告|年报|本|《|^.{0,2}$|成$/.test(clause.slice(write + 2))) return null;
  const lead = clause.slice(0, write);
  const before = lead.search(/结合|认真|组织|汇总|会同|综合|对|特|在/);
  const words = before < 0 ? lead : lead.slice(0, before);
  const from = /^(?:.*[由])?\s*/.exec(words)?.[0].length ?? 0;
  const name = words.slice(from).trim();
  return isOffice(name) ? { name, at: words.indexOf(name, from) } : null;
}

function isOffice(name: string): boolean {
  return (
    name.length >= 3 &&
    name.length <= LONGEST &&
    !/[^\u4e00-\u9fff（）()\s]/.test(name) &&
    !/^[我本该全各]|[我本该各]$/.test(name) &&
    /(?:政府|办公室|办公厅|委员会|办事处|局|厅|委|院|大学|公司|中心|[县市区镇乡省])$/.test(
      name.replace(/[（(].*[）)]$/, ''),
    )
  );
}

const DATE = /^\s*(?:\d{4}|[二〇○零一二三四五六七八九]{4})\s*年.{0,12}日?\s*$/;

/** The name above the date at the end of a report. */
function signature(report: Report): Named[] {
  const last = (textOf(report).sections.at(-1)?.passages ?? []).slice(-LAST);
  return last.flatMap((passage, i): Named[] => {
    const { text } = passage;
    if (text.length > LONGEST + 20) return [];
    const [, lead = '', words = '', date = ''] = /^(\s*)(\D*?)\s*((?:\d{4}\s*年.*)?)$/.exec(text) ?? [];
    const next = last[i + 1]?.text ?? '';
    if (!isOffice(words) || !(DATE.test(date) || (date === '' && DATE.test(next)))) return [];
    return [named(passage, lead.length, words, 'signature')];
  });
}
