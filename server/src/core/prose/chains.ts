import { kept } from '../kept';
import type { Report, Section } from '../model';
import { charTable } from '../text/chars';
import { renumbered } from '../text/numbering';
import { CLASSES, LINK } from './classes';
import { isStop, type Passage, textOf } from './passage';
import { listEnd, slips } from './sequence';
import type { NumberFault, Renumbering } from './subheadings';
import { reader } from './words';

/** One link of 一是…二是…三是…, 第一，第二，第三 or （1）（2）（3）. */
interface Link {
  readonly passage: Passage;
  readonly number: number;
  /** 二提高 for 二是提高: a link only between the one before and the one behind. */
  readonly torn: boolean;
  readonly from: number;
  readonly to: number;
}

/** A way to write the links of a chain. */
interface Style {
  readonly name: string;
  /** Reads the link at a place where a clause begins, or a circle stands; null where none does. */
  read(text: string, at: number): { number: number; to: number; torn: boolean } | null;
}

const NUMERALS = '一二三四五六七八九';
const BRACKETS = charTable('（(');
const NUMERAL_HEADS = charTable(`${NUMERALS}十`);
const CIRCLES = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** A Chinese numeral up to 十九 at a place. */
function numeral(text: string, at: number): { value: number; to: number } | null {
  if (NUMERAL_HEADS[text.charCodeAt(at)] !== 1) return null;
  const ten = text.charAt(at) === '十' ? 1 : 0;
  const digit = NUMERALS.indexOf(text.charAt(at + ten)) + 1;
  if (ten === 0 && digit === 0) return null;
  return { value: ten * 10 + digit, to: at + ten + (digit > 0 ? 1 : 0) };
}

function behind(word: '是' | '要'): Style {
  return {
    name: word,
    read: (text, at) => {
      const n = numeral(text, at);
      if (!n) return null;
      if (text.charAt(n.to) === word) return { number: n.value, to: n.to + 1, torn: false };
      return word === '是' && isPlain(text, n.to) ? { number: n.value, to: n.to, torn: true } : null;
    },
  };
}

const STYLES: readonly Style[] = [
  behind('是'),
  behind('要'),
  {
    name: '第',
    read: (text, at) => {
      const n = text.charAt(at) === '第' ? numeral(text, at + 1) : null;
      return n && '，,'.includes(text.charAt(n.to)) && n.to < text.length
        ? { number: n.value, to: n.to, torn: false }
        : null;
    },
  },
  {
    name: '（1）',
    read: (text, at) => {
      const m = BRACKETS[text.charCodeAt(at)] === 1 ? /^[（(]([1-9]\d?)[）)]/.exec(text.slice(at, at + 5)) : null;
      return m ? { number: Number(m[1]), to: at + m[0].length, torn: false } : null;
    },
  },
  {
    name: '①',
    read: (text, at) => {
      if (!isCircle(text.charCodeAt(at))) return null;
      const n = CIRCLES.indexOf(text.charAt(at)) + 1;
      return n > 0 ? { number: n, to: at + 1, torn: false } : null;
    },
  },
  {
    name: '1.',
    read: (text, at) => {
      const c = text.charCodeAt(at);
      if (c < 0x31 || c > 0x39 || at === 0) return null;
      const m = /^([1-9]\d?)[.．、](?![\d])/.exec(text.slice(at, at + 4));
      return m ? { number: Number(m[1]), to: at + m[0].length, torn: false } : null;
    },
  },
];

/** Links of chains with a number doubled or skipped, or without their 是. */
export const chainFaults = kept((report: Report): readonly NumberFault[] =>
  textOf(report).sections.flatMap(({ section, passages }) => {
    return underHeadings(section, passages).flatMap((group) => {
      const links = chains(group);
      return STYLES.flatMap((style, k) => faultsOf(section, style, links[k] ?? []));
    });
  }),
);

/** The text of a section from one sub-heading to the next: a chain ends with what it stands under. */
function underHeadings({ subheadings }: Section, passages: readonly Passage[]): readonly (readonly Passage[])[] {
  if (subheadings.length === 0) return [passages];
  const groups: Passage[][] = [[]];
  let next = 0;
  for (const passage of passages) {
    const { start } = passage.paragraph.range;
    let begins = false;
    for (; (subheadings[next]?.range.start ?? Number.POSITIVE_INFINITY) <= start; next++) begins = true;
    if (begins) groups.push([]);
    (groups[groups.length - 1] as Passage[]).push(passage);
  }
  return groups;
}

function faultsOf(section: Section, style: Style, links: readonly Link[]): NumberFault[] {
  if (links.length === 0) return [];
  const renumbering = ({ passage, from, to, torn }: Link, due: number): Renumbering => {
    const found = passage.text.slice(from, to);
    return { range: passage.rangeOf(from, to), found, expected: renumbered(found, due) + (torn ? '是' : '') };
  };
  const torn = links.filter((link, i) => {
    if (!link.torn) return false;
    const before = links[i - 1];
    const next = links[i + 1];
    return (
      before &&
      !before.torn &&
      before.number === link.number - 1 &&
      next &&
      !next.torn &&
      next.number === link.number + 1
    );
  });
  const kept = links.filter((l) => !l.torn || torn.includes(l));
  // a chain that does not begin here goes on from words that are no link
  const numbers = kept.map((l) => l.number);
  const restarts = style.name !== '是';
  const found = slips(numbers, restarts).filter(({ index, due }) => !isHidden(kept, index, due));
  const wrong = found.map(({ index, due }) => ({
    section: section.id,
    ...renumbering(kept[index] as Link, due),
    onward: () => kept.slice(index, listEnd(numbers, restarts, index)).map((link, i) => renumbering(link, due + i)),
  }));
  return [
    ...torn.map((link) => {
      const own = renumbering(link, link.number);
      return { section: section.id, ...own, onward: () => [own] };
    }),
    ...wrong,
  ];
}

/** Whether the number that seems to be skipped stands before a link, behind words that lack their stop: …等信息二是… */
function isHidden(links: readonly Link[], index: number, due: number): boolean {
  const link = links[index] as Link;
  const before = links[index - 1];
  if (link.number <= due) return false;
  const mark = renumbered(link.passage.text.slice(link.from, link.to), due);
  const from = before?.passage === link.passage ? before.to : 0;
  return (
    link.passage.text.slice(from, link.from).includes(mark) ||
    (before !== undefined && from === 0 && before.passage.text.includes(mark, before.to))
  );
}

/** The links in the text of a section, one list a style; those with numbers in a row stand in one paragraph. */
function chains(passages: readonly Passage[]): readonly (readonly Link[])[] {
  const all: Link[][] = STYLES.map(() => []);
  for (const passage of passages) {
    for (const [k, links] of passage.words.once(linksOf))
      for (const link of links) (all[k] as Link[]).push({ ...link, passage });
  }
  return all;
}

type RawLink = Omit<Link, 'passage'>;
const NONE: readonly (readonly [number, readonly RawLink[]])[] = [];

/** The links in the words of a paragraph, by the index of their style; styles that it does not have are left out. */
const linksOf = reader(({ text }): readonly (readonly [number, readonly RawLink[]])[] => {
  const places = starts(text);
  if (places.length === 0) return NONE;
  return STYLES.flatMap((style, k) => {
    const links = linksIn(text, places, style);
    return links.length > 0 ? [[k, links] as const] : [];
  });
});

/** The links of a style in a paragraph. */
function linksIn(text: string, places: readonly number[], style: Style): RawLink[] {
  const links: RawLink[] = [];
  let to = 0;
  for (const i of places) {
    const link = i < to ? null : style.read(text, i);
    if (!link) continue;
    links.push({ from: i, ...link });
    to = link.to;
  }
  return links;
}

/** The places of a paragraph where a link of any style may begin. */
function starts(text: string): readonly number[] {
  const found: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if ((CLASSES[c] as number) & LINK && (isCircle(c) || begins(text, i))) found.push(i);
  }
  return found;
}

/** What a clause begins behind, what may stand between, and what leads over to 一是. */
const OPENS = charTable('：:，,');
const PASSED = charTable(' \u3000*');
const LEADS = charTable('将即为要');

function isCircle(c: number): boolean {
  return c >= 0x2460 && c <= 0x2473;
}

/** Whether a clause begins here: behind a stop, a comma, a colon, or at the start of the paragraph. */
function begins(text: string, at: number): boolean {
  let i = at - 1;
  while (i >= 0 && PASSED[text.charCodeAt(i)] === 1) i--;
  if (i < 0) return true;
  const c = text.charCodeAt(i);
  return isStop(c) || OPENS[c] === 1 || (LEADS[c] === 1 && text.startsWith('一是', at));
}

const NO_LINK = new Set(
  '、.．，,）)〇零一二三四五六七八九十百千万亿个次项年月日号届季度方面者条件批级种类线站网家公来些直定切样般旦向致同体如会中大人份起名位期轮位场部套篇是要审楼村'.split(
    '',
  ),
);

/** Whether what follows a numeral can be the words of a link: no numbering, no counting, no more numerals. */
function isPlain(text: string, at: number): boolean {
  return at < text.length && !NO_LINK.has(text.charAt(at));
}
