import type { TextEdit } from '../core';

/**
 * The bytes of a text with edits: what no edit touches keeps the very bytes that it had, a byte order mark and damaged
 * characters included.
 * @param encoding as `TextDecoder` names it: utf-8, utf-16le, utf-16be, gb18030
 * @param edits of the decoded text, in its order
 * @returns null where new words cannot be written in the encoding
 */
export function editBytes(bytes: Uint8Array, encoding: string, edits: readonly TextEdit[]): Uint8Array | null {
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const { range, newText } of edits) {
    const written = encode(newText, encoding);
    if (!written) return null;
    parts.push(bytes.subarray(at, byteOffset(bytes, encoding, range.start)), written);
    at = byteOffset(bytes, encoding, range.end);
  }
  parts.push(bytes.subarray(at));
  const all = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
  let end = 0;
  for (const part of parts) {
    all.set(part, end);
    end += part.length;
  }
  return all;
}

/** How many bytes there are before an offset of the decoded text: the fewest that decode to so many UTF-16 units. */
function byteOffset(bytes: Uint8Array, encoding: string, offset: number): number {
  const units = (length: number): number =>
    new TextDecoder(encoding).decode(bytes.subarray(0, length), { stream: true }).length;
  // a mark at the start decodes to nothing, and stays before everything
  let low = offset === 0 ? markLength(bytes) : 0;
  let high = bytes.length;
  if (offset === 0) return low;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (units(middle) >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

function markLength(bytes: Uint8Array): number {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 3;
  return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) ? 2 : 0;
}

function encode(text: string, encoding: string): Uint8Array | null {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'gb18030') return encodeGb(text);
  const out = new Uint8Array(text.length * 2);
  const view = new DataView(out.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), encoding === 'utf-16le');
  return out;
}

let table: ReadonlyMap<string, number> | undefined;

/** Characters of one and two bytes, which are all that the words of a form are made of. */
function encodeGb(text: string): Uint8Array | null {
  table ??= twoByteTable();
  const out: number[] = [];
  for (const char of text) {
    const code = char.charCodeAt(0);
    const pair = table.get(char);
    if (code < 0x80) out.push(code);
    else if (pair !== undefined) out.push(pair >> 8, pair & 0xff);
    else return null;
  }
  return Uint8Array.from(out);
}

/** The platform decodes GB18030 and does not encode it: each pair of bytes by what it decodes to. */
function twoByteTable(): Map<string, number> {
  const decoder = new TextDecoder('gb18030');
  const all = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if ([...char].length === 1 && char !== '\ufffd' && !all.has(char)) all.set(char, (lead << 8) | trail);
    }
  }
  return all;
}
