/**
 * Characters as the reader of a form sees them: width, spaces and punctuation carry no meaning in a label,
 * so `（一）予以公开`, `(一) 予以公开` and `（一）予以公开　` are one key.
 */

/** Marks what a key drops; no character is folded to it. */
const DROPPED = 0xffff;

/** For each UTF-16 code unit: 0 where a key keeps it, else what stands for it or `DROPPED`. */
const FOLD = buildFold();

function buildFold(): Uint16Array {
  const fold = new Uint16Array(0x10000);
  const drop = (from: number, to: number): void => {
    fold.fill(DROPPED, from, to + 1);
  };
  drop(0x00, 0x2f); // controls, space and ASCII punctuation, in four runs
  drop(0x3a, 0x40);
  drop(0x5b, 0x60);
  drop(0x7b, 0xbf);
  drop(0x2000, 0x206f); // general punctuation: quotes, dashes, zero-width marks
  drop(0x3000, 0x3004); // ideographic space and marks, but not 々 and 〇
  drop(0x3008, 0x3020);
  drop(0xfe30, 0xfe6f); // vertical and small forms
  drop(0xff00, 0xffef);
  fold[0xfeff] = DROPPED; // byte order mark inside a text
  for (let c = 0x30; c <= 0x39; c++) fold[c + 0xfee0] = c;
  for (let c = 0x41; c <= 0x5a; c++) {
    fold[c + 0xfee0] = c;
    fold[c + 0x20 + 0xfee0] = c + 0x20;
  }
  // numbers of one character, as far as they have one digit: ① ⑴ ⒈ ❶ and ㈠ ㊀
  for (let n = 1; n <= 9; n++) for (const run of [0x2460, 0x2474, 0x2488, 0x2776]) fold[run + n - 1] = 0x30 + n;
  [...'一二三四五六七八九十'].forEach((c, i) => {
    for (const run of [0x3220, 0x3280]) fold[run + i] = c.charCodeAt(0);
  });
  fold['它'.charCodeAt(0)] = '他'.charCodeAt(0); // 其它 is an everyday way to write 其他
  return fold;
}

/** The text without spaces and punctuation, letters and digits in half width. */
export function key(text: string): string {
  let out = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const f = FOLD[text.charCodeAt(i)] as number;
    if (f === 0) continue;
    if (i > from) out += text.slice(from, i);
    if (f !== DROPPED) out += String.fromCharCode(f);
    from = i + 1;
  }
  if (from === 0) return text;
  return from < text.length ? out + text.slice(from) : out;
}

/** White space of any width: the editor's, Word's and the web's (NBSP, U+3000, zero-width marks, a stray BOM). */
export function isSpace(c: number): boolean {
  if (c <= 32) return c === 32 || (c >= 9 && c <= 13);
  if (c < 0xa0) return false;
  // nearly every character is Chinese
  if (c > 0x3000) return c === 0xfeff;
  return (
    c === 0xa0 ||
    c === 0x3000 ||
    (c >= 0x2000 && c <= 0x200d) ||
    c === 0x2028 ||
    c === 0x2029 ||
    c === 0x202f ||
    c === 0x205f ||
    c === 0x2060
  );
}

/** `[start, end)` narrowed to what is not white space at its ends; an empty range stays at `start`. */
export function trimRange(text: string, start: number, end: number): { start: number; end: number } {
  let a = start;
  let b = end;
  while (a < b && isSpace(text.charCodeAt(a))) a++;
  while (b > a && isSpace(text.charCodeAt(b - 1))) b--;
  return a === b ? { start, end: start } : { start: a, end: b };
}

/** Full-width ASCII in half width; everything else as it is. Same length, so offsets stay. */
export function halfWidth(text: string): string {
  let out = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    let h = c;
    if (c >= 0xff01 && c <= 0xff5e) h = c - 0xfee0;
    else if (c === 0x3000 || c === 0xa0) h = 32;
    if (h === c) continue;
    out += text.slice(from, i) + String.fromCharCode(h);
    from = i + 1;
  }
  return from === 0 ? text : out + text.slice(from);
}

/** One for each of some characters, by UTF-16 code unit: one look instead of a search. */
export function charTable(chars: string): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const c of chars) table[c.charCodeAt(0)] = 1;
  return table;
}
