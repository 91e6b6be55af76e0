/** How cases are written down. */
import type { FrameId, Place } from '../frames';

/** A passage that must be flagged, or at a hint may be. */
export interface Flag {
  readonly rule: string;
  /** Rules that may tell it as well as `rule`. */
  readonly or: readonly string[];
  readonly quote: string;
  /** Offsets of the quote in the text of the case. */
  readonly start: number;
  readonly end: number;
  /** `hint`: an inspector would raise an eyebrow; nothing here may be a warning. */
  readonly severity: 'warning' | 'hint';
  /** A second rule that may also speak here, and need not. */
  readonly optional: boolean;
  /** A cell that the finding has to name. */
  readonly cells?: readonly string[];
  /** What the message has to say. */
  readonly means?: string;
}

export interface Case {
  readonly id: string;
  readonly family: string;
  readonly frame: FrameId;
  readonly section: Place;
  /** Paragraphs, one a line; sub-headings among them. */
  readonly text: string;
  /** Nothing neutral stands beside it in its section. */
  readonly alone: boolean;
  /** It stands behind the table of its section. */
  readonly after: boolean;
  readonly flags: readonly Flag[];
  readonly why: string;
}

interface Where {
  readonly frame: FrameId;
  readonly section: Place;
  readonly alone?: boolean;
  readonly after?: boolean;
}

/** A text, or with it why it is right or wrong, or what is special about it. */
type Item = string | readonly [text: string, why: string] | Detailed;

interface Detailed extends Partial<Where> {
  readonly text: string;
  readonly why?: string;
  readonly rule?: string;
  readonly cells?: readonly string[];
  readonly means?: string;
}

/**
 * Cases of one kind in one report. In a text that must be flagged, ⟦…⟧ is the passage,
 * ⟦prose/sum|…⟧ one of another rule than the family's (⟦prose/sum,prose/table|…⟧ of either), ⟦?…⟧ one that may be flagged too.
 */
interface Items {
  /** Must be flagged at warning or above, where marked. */
  readonly wrong?: readonly Item[];
  /** Must not be flagged at warning or above. */
  readonly right?: readonly Item[];
  /** Not sure enough for a warning; a hint is welcome. */
  readonly doubt?: readonly Item[];
  /**
   * Right as it stands on the left of each →, and once for each mark wrong as on its right:
   * 收到⟦38件→83件⟧，⟦prose/rate|占50%→占60%⟧ makes one case that is right and two that are not. What is wrong because
   * something else is (⟦?prose/rate|占50%⟧) may be told in these two.
   */
  readonly pairs?: readonly Item[];
}

/** Starts the cases of a rule: `const group = family('prose/table')`, then one call a group; `group.cases` has them all. */
export function family(rule: string) {
  const cases: Case[] = [];
  const seen = new Set<string>();
  const group = (name: string, where: Where, items: Items): void => {
    if (seen.has(name)) throw new Error(`two groups ${name} in ${rule}`);
    seen.add(name);
    const pairs = (items.pairs ?? []).map(detailed);
    const all = {
      wrong: [...(items.wrong ?? []).map(detailed), ...pairs.flatMap(wrongSides)],
      right: [...(items.right ?? []).map(detailed), ...pairs.map(rightSide)],
      doubt: (items.doubt ?? []).map(detailed),
    };
    for (const kind of ['wrong', 'right', 'doubt'] as const) {
      for (const [index, given] of all[kind].entries()) {
        const id = `${rule}:${name}:${kind}-${index + 1}`;
        const { text, flags } = readMarks(given, given.rule ?? rule, kind === 'doubt' ? 'hint' : 'warning');
        const needed = flags.filter((f) => !f.optional).length;
        if (kind === 'wrong' && needed === 0) throw new Error(`${id}: nothing is marked`);
        if (kind === 'right' && needed > 0) throw new Error(`${id}: marked although it is right`);
        cases.push({
          id,
          family: rule,
          frame: given.frame ?? where.frame,
          section: given.section ?? where.section,
          alone: given.alone ?? where.alone ?? false,
          after: given.after ?? where.after ?? false,
          text,
          flags,
          why: given.why ?? '',
        });
      }
    }
  };
  return Object.assign(group, { cases });
}

function detailed(item: Item): Detailed {
  return typeof item === 'string' ? { text: item } : 'text' in item ? item : { text: item[0], why: item[1] };
}

const PAIR = /⟦(?:([a-z/,-]+)\|)?([^⟦⟧→]*)→([^⟦⟧]*)⟧/g;

const MAYBE = /⟦\?(?:[a-z/,-]+\|)?([^⟦⟧]*)⟧/g;

/** What stands on the left of every →; cells and words that a finding must have are those of the wrong sides. */
function rightSide({ cells: _, means: __, ...item }: Detailed): Detailed {
  return { ...item, text: item.text.replace(PAIR, '$2').replace(MAYBE, '$1') };
}

/** One text for each →, wrong there and right everywhere else. */
function wrongSides(item: Detailed): Detailed[] {
  const count = [...item.text.matchAll(PAIR)].length;
  if (count === 0) throw new Error(`no → in ${item.text}`);
  return Array.from({ length: count }, (_, own) => {
    let i = 0;
    const text = item.text.replace(PAIR, (_all, rules: string | undefined, right: string, wrong: string) =>
      // a sum or a rate may be wrong because a number beside it is
      i++ === own
        ? `⟦${rules ? `${rules}|` : ''}${wrong}⟧`
        : /sum|rate/.test(rules ?? '')
          ? `⟦?${rules}|${right}⟧`
          : right,
    );
    return { ...item, text };
  });
}

function readMarks(
  { text: marked, cells, means }: Detailed,
  rule: string,
  severity: 'warning' | 'hint',
): { text: string; flags: Flag[] } {
  const flags: Flag[] = [];
  const [first = '', ...pieces] = marked.split('⟦');
  let text = first;
  for (const piece of pieces) {
    const close = piece.indexOf('⟧');
    if (close < 0) throw new Error(`no ⟧ in ${marked}`);
    const inner = piece.slice(0, close);
    const [, maybe, named, quote] = /^(\?)?(?:([a-z/,-]+)\|)?([\s\S]*)$/.exec(inner) as unknown as string[];
    const start = text.length;
    const [main = rule, ...or] = named?.split(',') ?? [];
    text += quote;
    flags.push({
      rule: main,
      or,
      quote: quote as string,
      start,
      end: text.length,
      severity,
      optional: maybe !== undefined,
      ...(cells && { cells }),
      ...(means && { means }),
    });
    text += piece.slice(close + 1);
  }
  return { text, flags };
}
