/** Holds the cases against the checker and counts. */
import { checkReport, type Finding, parseReport, type Severity } from '../../server/src/core';
import { CASES } from './cases';
import type { Case, Flag } from './cases/write';
import type { TextScore } from './evaluateTexts';
import { FRAMES, frameById, renderDraft } from './frames';

/** What the checks of text have to reach, over all rules. */
export const GOAL = { precision: 0.98, recall: 0.9 };

/** Counts of one rule, or of all. */
export interface Score {
  /** Passages that must be flagged. */
  readonly flags: number;
  /** Of these, flagged at warning or above. */
  readonly found: number;
  /** Findings at warning or above that a case asks for or allows. */
  readonly right: number;
  /** Findings at warning or above that no case asks for. */
  readonly false: number;
  /** Null where nothing was found, or nothing was to be found. */
  readonly precision: number | null;
  readonly recall: number | null;
}

export interface Failure {
  readonly case: Case | null;
  readonly kind: 'missed' | 'false';
  readonly rule: string;
  readonly told: string;
}

export interface Evaluation {
  readonly rules: ReadonlyMap<string, Score>;
  readonly overall: Score;
  readonly failures: readonly Failure[];
  readonly cases: { readonly wrong: number; readonly right: number; readonly doubt: number };
  /** Of the flags that ask for a cell or for words: how many findings have them. */
  readonly details: { readonly asked: number; readonly given: number; readonly lacking: readonly string[] };
}

const LOUD: readonly Severity[] = ['error', 'warning'];

interface Tally {
  flags: number;
  found: number;
  right: number;
  false: number;
}

export function evaluate(only: (c: Case) => boolean = () => true): Evaluation {
  const tallies = new Map<string, Tally>();
  const tally = (rule: string): Tally => {
    const known = tallies.get(rule) ?? { flags: 0, found: 0, right: 0, false: 0 };
    tallies.set(rule, known);
    return known;
  };
  const failures: Failure[] = [];
  const lacking: string[] = [];
  let asked = 0;
  const cases = { wrong: 0, right: 0, doubt: 0 };

  for (const frame of FRAMES) {
    for (const finding of loud(renderDraft(frame).text)) {
      tally(finding.rule).false++;
      failures.push({ case: null, kind: 'false', rule: finding.rule, told: `${frame.id} alone: ${tell(finding)}` });
    }
  }
  for (const one of CASES.filter(only)) {
    const needed = one.flags.filter((f) => f.severity === 'warning' && !f.optional);
    if (needed.length > 0) cases.wrong++;
    else if (one.flags.some((f) => f.severity === 'hint') || one.id.includes(':doubt-')) cases.doubt++;
    else cases.right++;
    const draft = renderDraft(frameById(one.frame), { ...one, place: one.section });
    const at = (offset: number): number => {
      const line = draft.lines.filter((l) => l.from <= offset).at(-1);
      return line ? line.start + offset - line.from : 0;
    };
    const head = one.section === 'title' || one.section === 'preface' ? draft.text.indexOf('一、总体情况') : 0;
    const touches = (finding: Finding, flag: Flag, rules: readonly string[]): boolean =>
      rules.includes(finding.rule) &&
      flag.severity === 'warning' &&
      // Parts and whole, number and rate: what is wrong is the sentence, and any of its numbers a place to say so.
      // What the title and the preface disagree about may be told at either.
      (finding.range.end <= head ||
        (finding.range.start <= at(reach(one, flag).end) && finding.range.end >= at(reach(one, flag).start)) ||
        // What is missing has no place of its own; its heading is as good as any.
        (ABSENT.includes(flag.rule) && finding.section === one.section));
    const findings = loud(draft.text);
    for (const flag of needed) {
      const hit = findings.find((f) => touches(f, flag, [flag.rule, ...flag.or]));
      tally(flag.rule).flags++;
      if (hit) tally(flag.rule).found++;
      else failures.push({ case: one, kind: 'missed', rule: flag.rule, told: `「${flag.quote}」 ${one.why}` });
      if (hit && (flag.cells || flag.means)) {
        asked++;
        const cellsThere = flag.cells?.every((c) => hit.cells?.includes(c)) ?? true;
        const wordsThere = flag.means === undefined || hit.message.zh.includes(flag.means);
        if (!cellsThere || !wordsThere) {
          lacking.push(
            `${one.id}: ${[...(flag.cells ?? []), flag.means ?? ''].join(' ')} not in ${tell(hit)} ${hit.cells?.join(' ') ?? ''}`,
          );
        }
      }
    }
    for (const finding of findings) {
      if (one.flags.some((f) => touches(finding, f, allowed(f)))) tally(finding.rule).right++;
      else {
        tally(finding.rule).false++;
        failures.push({ case: one, kind: 'false', rule: finding.rule, told: `${tell(finding)} ${one.why}` });
      }
    }
  }
  const rules = new Map([...tallies].sort(([a], [b]) => (a < b ? -1 : 1)).map(([rule, t]) => [rule, score(t)]));
  const all: Tally = { flags: 0, found: 0, right: 0, false: 0 };
  for (const t of tallies.values()) for (const key of Object.keys(all) as (keyof Tally)[]) all[key] += t[key];
  return { rules, overall: score(all), failures, cases, details: { asked, given: asked - lacking.length, lacking } };
}

/** Rules that hold numbers against each other. Where one has to speak, it is a matter of taste whether another does too. */
const NUMBERS: readonly string[] = ['prose/table', 'prose/sum', 'prose/rate', 'prose/contradiction'];

function allowed(flag: Flag): readonly string[] {
  return [flag.rule, ...flag.or, ...(NUMBERS.includes(flag.rule) ? NUMBERS : [])];
}

/** The passage of a flag; where a sum or a rate is wrong, its sentence. */
function reach({ text }: Case, flag: Flag): { start: number; end: number } {
  if (![flag.rule, ...flag.or].some((r) => r === 'prose/sum' || r === 'prose/rate')) return flag;
  const ends = ['。', '\n'].map((mark) => text.indexOf(mark, flag.end)).filter((i) => i >= 0);
  return {
    start: Math.max(text.lastIndexOf('。', flag.start - 1), text.lastIndexOf('\n', flag.start - 1)) + 1,
    end: Math.min(text.length, ...ends),
  };
}

/** Rules about something that is not there. */
const ABSENT: readonly string[] = ['prose/fee', 'section/empty'];

function loud(text: string): Finding[] {
  return checkReport(parseReport(text)).filter((f) => LOUD.includes(f.severity));
}

function tell(finding: Finding): string {
  return `${finding.severity} ${finding.rule} ${finding.message.zh}`;
}

function score(t: Tally): Score {
  const said = t.right + t.false;
  return {
    ...t,
    precision: said === 0 ? null : t.right / said,
    recall: t.flags === 0 ? null : t.found / t.flags,
  };
}

/** What is kept of an evaluation to compare the next one with. */
export type Recorded = Readonly<Record<string, { readonly precision: number | null; readonly recall: number | null }>>;

export function toRecord({ rules, overall }: Evaluation, texts: TextScore): Recorded {
  const round = (n: number | null): number | null => (n === null ? null : Math.floor(n * 10_000) / 10_000);
  return Object.fromEntries(
    [
      ['overall', overall] as const,
      // of whole texts: how many of them are left in peace, and of their numbers how many are caught when they change
      ['texts', { precision: texts.quiet / texts.texts, recall: texts.caught / texts.tried }] as const,
      ...rules,
    ].map(([name, s]) => [name, { precision: round(s.precision), recall: round(s.recall) }]),
  );
}

/** @returns a line for every figure below the recorded one */
export function drops(evaluation: Evaluation, texts: TextScore, recorded: Recorded): string[] {
  const now = toRecord(evaluation, texts);
  const lines: string[] = [];
  for (const [name, before] of Object.entries(recorded)) {
    for (const figure of ['precision', 'recall'] as const) {
      const was = before[figure];
      // A rule that has nothing to say any more has lost its recall, not its precision.
      const is = now[name]?.[figure] ?? (figure === 'precision' ? was : 0);
      if (was !== null && is !== null && is < was) lines.push(`${name}: ${figure} ${is}, recorded ${was}`);
    }
  }
  return lines;
}
