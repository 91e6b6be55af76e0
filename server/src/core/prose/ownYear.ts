import { kept } from '../kept';
import type { Report, SectionId } from '../model';
import { readNamedYear } from '../read/head';
import { inside, numbersOf, textOf } from './passage';

/** Sections that tell of the year; what comes behind them looks ahead. */
const TELLING: readonly SectionId[] = ['overview', 'proactive', 'requests', 'disputes'];
/** So many sentences that begin with a year say that the report is about it. */
export const SEVERAL = 2;
/** What is said of a year that is still to come, or of a day in it. */
const AHEAD = /^\s*\d{1,2}\s*月|将|拟|计划|下一步|打算|^\s*[初底前]|以前|之前/;

/**
 * The year after that which title, period or preface give the report, where sentences begin with it and none with that:
 * what was written over is the text, and the head was left as it was.
 * @returns the year, and how many sentences begin with it or give it to the report; null where the text does not say so
 */
export const laterYear = kept((report: Report): { readonly value: number; readonly times: number } | null => {
  const own = report.year?.value;
  if (own === undefined) return null;
  const { preface, sections } = textOf(report);
  let told = 0;
  let times = preface.filter(({ text }) => readNamedYear(text, text.length)?.value === own + 1).length;
  for (const { section, passages } of sections) {
    if (!TELLING.includes(section.id)) continue;
    for (const passage of passages) {
      const { years } = numbersOf(passage.words);
      if (years.length === 0) continue;
      for (const sentence of passage.sentences) {
        const [first] = inside(years, sentence);
        if (!first || !/^[\s（()）一二三四五六七八九十、.\d是]*$/.test(passage.text.slice(sentence.from, first.from)))
          continue;
        const rest = passage.text.slice(first.to, Math.min(sentence.to, first.to + 60));
        if (first.value === own && !/^\s*\d{1,2}\s*月/.test(rest)) return null;
        if (first.value === own + 1 && !AHEAD.test(rest)) {
          times++;
          told++;
        }
      }
    }
  }
  // a preface alone is a matter of its own
  return told > 0 ? { value: own + 1, times } : null;
});
