import { FORMS } from '../forms';
import type { Suggestion } from './suggestion';

/** 国办公开办函〔2021〕30号: who issued it, year, number. */
const NUMBER = /([\p{Script=Han}]{1,14})〔((?:19|20)\d\d)〕\s*(\d{1,5})\s*号/gu;
/** Words before a number that are no part of it. */
const LEAD = /^.*(?:根据|按照|依据|印发|转发|关于|落实|依照|参照|执行|和|与|及|的|以|由|见|了)/u;

/** The numbers of documents that texts cite, each once, those of the forms' notices included. */
export function citedNumbers(texts: Iterable<string>): readonly string[] {
  const numbers = new Set(FORMS.map((form) => form.notice));
  for (const text of texts) {
    for (const [, issuer = '', year, number] of text.matchAll(NUMBER)) {
      const own = issuer.replace(LEAD, '');
      if (own !== '') numbers.add(`${own}〔${year}〕${number}号`);
    }
  }
  return [...numbers];
}

/**
 * Behind an opening 〔: the document numbers that are cited already. Where their issuer is written before it, only what
 * follows; a closing bracket that the editor put in is taken with it.
 * @returns null where no bracket is open
 */
export function suggestCitations(text: string, offset: number, numbers: () => readonly string[]): Suggestion[] | null {
  const open = text.lastIndexOf('〔', offset - 1);
  if (open < 0 || offset - open > 12 || /[〕\r\n。；，、]/.test(text.slice(open, offset))) return null;
  const before = text.slice(Math.max(0, open - 20), open);
  // 〕 belongs to this bracket; digits of a sentence that follows do not
  const closing = /^\d{0,4}〕(?:\s*\d*\s*号)?/.exec(text.slice(offset, offset + 16))?.[0] ?? '';
  const end = offset + closing.length;
  const typed = text.slice(open, offset);
  const items = numbers().map((number) => {
    const at = number.indexOf('〔');
    return { number, issued: before.endsWith(number.slice(0, at)), tail: number.slice(at) };
  });
  const issued = items.filter((item) => item.issued);
  return (issued.length > 0 ? issued : items).map(({ number, issued: own, tail }) => {
    const words = own ? tail : number;
    return {
      kind: 'citation',
      label: number,
      detail: { zh: '已引用过的文号', en: 'Cited before' },
      // the brackets first, so that what is typed behind them goes on to match
      filter: `${typed.slice(0, 1)}${tail.slice(1)}${number}`,
      range: { start: open, end },
      text: words,
      snippet: null,
    };
  });
}
