import { isUtf8 } from 'node:buffer';

/** Why some bytes are no text that can be checked. */
export type NotText = 'pdf' | 'office' | 'rtf' | 'image' | 'binary' | 'encoding';

export type Decoded = { readonly text: string } | { readonly refused: NotText };

const MAGIC: readonly (readonly [NotText, string])[] = [
  ['pdf', '%PDF-'],
  ['office', 'PK\u0003\u0004'], // docx, wps, odt: all are zip files
  ['office', '\u00d0\u00cf\u0011\u00e0'], // doc, xls
  ['rtf', '{\\rtf'],
  ['image', '\u0089PNG'],
  ['image', '\u00ff\u00d8\u00ff'],
  ['image', 'GIF8'],
];

/**
 * Text as an editor would show it, without a byte order mark: UTF-8 and UTF-16 with or without one, else GB18030.
 * Bytes that are no text are refused with the reason.
 */
export function decode(bytes: Uint8Array): Decoded {
  const known = recognise(bytes);
  return 'refused' in known ? known : { text: known.text };
}

/** Text with the encoding that it was read by, as `TextDecoder` names it. */
export function recognise(
  bytes: Uint8Array,
): { readonly text: string; readonly encoding: string } | { readonly refused: NotText } {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  const magic = MAGIC.find(([, start]) => head.startsWith(start));
  if (magic) return { refused: magic[0] };
  const by = (encoding: string): ReturnType<typeof recognise> => checked(read(bytes, encoding), encoding);
  if (head.startsWith('\u00ef\u00bb\u00bf')) return by('utf-8');
  if (head.startsWith('\u00ff\u00fe')) return by('utf-16le');
  if (head.startsWith('\u00fe\u00ff')) return by('utf-16be');
  if (bytes.includes(0)) {
    const unit = bytes.length % 2 === 0 && utf16Order(bytes);
    return unit ? by(unit) : { refused: 'binary' };
  }
  const utf8 = read(bytes, 'utf-8');
  if (isUtf8(bytes) || damage(utf8) < 0.1) return checked(utf8, 'utf-8');
  const gb18030 = read(bytes, 'gb18030');
  if (damage(gb18030) < 0.1) return isBig5(bytes, gb18030) ? { refused: 'encoding' } : checked(gb18030, 'gb18030');
  return { refused: controls(utf8) ? 'binary' : 'encoding' };
}

/** Bytes that are not in the encoding become U+FFFD, so that one damaged character does not cost the draft. */
function read(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}

function checked(text: string, encoding: string): ReturnType<typeof recognise> {
  return controls(text) ? { refused: 'binary' } : { text, encoding };
}

/** Share of what is not ASCII that could not be read. Text in another encoding comes out near one, a slip near zero. */
function damage(text: string): number {
  let foreign = 0;
  let lost = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c > 0x7f) foreign++;
    if (c === 0xfffd) lost++;
  }
  return foreign === 0 ? 0 : lost / foreign;
}

/** Characters that no page of Chinese prose is without, in simplified writing and in traditional. */
const EVERYDAY = /[的一是在不有年度政府信息公开開报報告工作情况況和关關人为為个個]/g;
const HAN = /\p{Script=Han}/gu;
/** A text shorter than this (in characters) tells nothing by how often they come. */
const ENOUGH = 40;
/** Shares of everyday characters: a report has some 0.3 of them, one read in the wrong encoding under 0.01. */
const FEW = 0.02;
const MANY = 0.1;

/**
 * Whether bytes that GB18030 can read are Big5, of which nearly every byte pair is a rare character of GB18030. Read so
 * it would be checked as a report that has nothing in it; and what is written in traditional characters is no report
 * of this form anyway.
 */
function isBig5(bytes: Uint8Array, gb18030: string): boolean {
  if (everyday(gb18030).share >= FEW) return false;
  const big5 = read(bytes, 'big5');
  const { han, share } = everyday(big5);
  return damage(big5) < 0.02 && han >= ENOUGH && share >= MANY;
}

/** The Chinese characters of a text, and the share of everyday ones among them. */
function everyday(text: string): { han: number; share: number } {
  const han = text.match(HAN)?.length ?? 0;
  return { han, share: (text.match(EVERYDAY)?.length ?? 0) / Math.max(1, han) };
}

/** Whether more control characters stand in a text than somebody could have typed or pasted. */
function controls(text: string): boolean {
  if (!CONTROL.test(text)) return false;
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0) return true;
    if (isControl(c)) count++;
  }
  return count * 50 > text.length;
}

/** What `isControl` counts. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]/;

/** White space and the escape of coloured logs are not counted. */
function isControl(c: number): boolean {
  return (c < 0x20 && !(c >= 9 && c <= 13) && c !== 0x1b) || c === 0x7f;
}

/**
 * The byte order of UTF-16 without a mark, or `null` where it is none. Counting zero bytes alone would not do:
 * `一` and the full-width space have theirs where ASCII has its other byte.
 */
function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 8192);
  const [little, big] = [likely(read(sample, 'utf-16le')), likely(read(sample, 'utf-16be'))];
  if (Math.max(little, big) < 0.9) return null;
  return little >= big ? 'utf-16le' : 'utf-16be';
}

/**
 * Share of characters that are usual in a Chinese text: ASCII, its punctuation, CJK, full-width forms.
 * The list is short on purpose: pairs of ASCII bytes read as UTF-16 give rare characters with every space and capital.
 */
function likely(text: string): number {
  const usual = text.match(/[\t\n\r -~\u00a0\u00b7\u2010-\u2027\u2460-\u2473\u3000-\u3020\u4e00-\u9fff\uff00-\uffef]/g);
  return text.length === 0 ? 0 : (usual?.length ?? 0) / text.length;
}
