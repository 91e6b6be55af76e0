import type { Report, Section } from '../model';
import { chineseNumeral } from '../text/numbering';
import { readPassage } from './claims';
import { isStop, type Passage } from './passage';
import type { NumberFault } from './subheadings';

/** One link of 一是…二是…三是…: its number, and whether its 是 is there. */
interface Link {
  readonly passage: Passage;
  readonly number: number;
  readonly whole: boolean;
  readonly from: number;
  readonly to: number;
}

/** Links of chains with a number doubled or skipped, or without their 是. */
export function chainFaults(report: Report): NumberFault[] {
  return report.sections.flatMap((section) => {
    const faults: NumberFault[] = [];
    let previous: Link | null = null;
    const links = chain(section);
    links.forEach((link, i) => {
      const next = links[i + 1];
      const due = previous ? previous.number + 1 : 1;
      const follows = next?.whole === true && next.number === due + 1;
      if (!link.whole) {
        // 二 without 是 is a link only between the one before and the one behind
        if (previous && link.number === due && follows) {
          faults.push(fault(section, link, due));
          previous = { ...link, whole: true };
        }
        return;
      }
      if (previous && link.number !== 1 && link.number !== due) {
        const doubled = link.number === previous.number;
        if (doubled || link.number === due + 1) faults.push(fault(section, link, due));
        // the rest goes on from the wrong number, or from the right one
        previous =
          doubled && next?.whole && next.number === link.number + 1
            ? link
            : { ...link, number: next?.number === due + 1 ? due : link.number };
        return;
      }
      previous = link;
    });
    return faults;
  });
}

function fault(section: Section, link: Link, due: number): NumberFault {
  const range = link.passage.rangeOf(link.from, link.to);
  return {
    section: section.id,
    range,
    found: link.passage.text.slice(link.from, link.to),
    expected: `${chineseNumeral(due)}是`,
  };
}

const NUMERALS = '一二三四五六七八九十';

/** Every place of a section where a sentence or clause begins with a numeral and 是, or with a numeral alone. */
function chain(section: Section): Link[] {
  const links: Link[] = [];
  for (const paragraph of section.paragraphs) {
    const { passage } = readPassage(paragraph);
    const { text } = passage;
    for (let i = 0; i < text.length; i++) {
      const number = NUMERALS.indexOf(text.charAt(i)) + 1;
      if (number === 0 || !begins(text, i)) continue;
      const ten = number === 10 ? NUMERALS.indexOf(text.charAt(i + 1)) + 1 : 0;
      const value = ten > 0 ? 10 + ten : number;
      const to = i + (ten > 0 ? 2 : 1);
      const whole = text.charAt(to) === '是';
      // 一方面, 二者, 三公: words that begin with a numeral only stand where no link is due
      if (whole || isPlain(text, to)) links.push({ passage, number: value, whole, from: i, to: whole ? to + 1 : to });
      i = to;
    }
  }
  return links;
}

/** Whether a clause begins here: behind a stop, a comma, a colon, or at the start of the paragraph. */
function begins(text: string, at: number): boolean {
  let i = at - 1;
  while (i >= 0 && (text.charAt(i) === ' ' || text.charAt(i) === '\u3000' || text.charAt(i) === '*')) i--;
  return i < 0 || isStop(text.charCodeAt(i)) || '：:，,'.includes(text.charAt(i));
}

/** Whether what follows a numeral can be the words of a link: no numbering, no counting, no more numerals. */
function isPlain(text: string, at: number): boolean {
  const c = text.charAt(at);
  return (
    c !== '' &&
    !/[、.．，,）)〇零一二三四五六七八九十百千万亿个次项年月日号届季度方面者条件批级种类线站网家公来些直定切样样般旦向致同度体如会中大人份起名位期轮位场部套篇]/.test(
      c,
    )
  );
}
