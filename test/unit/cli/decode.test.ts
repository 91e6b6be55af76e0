import { expect, test } from 'vitest';
import { decode } from '../../../server/src/cli/decode';

const TEXT = '一、总体情况\r\n　　一是公开𠮷祥镇的信息12条。\n';

const bytes = (...values: number[]) => new Uint8Array(values);
const utf16le = (text: string) => Buffer.from(text, 'utf16le');
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

test('UTF-8 and UTF-16, with a byte order mark and without: the same text, and never a mark in it', () => {
  for (const encoded of [
    Buffer.from(TEXT),
    Buffer.from(`\ufeff${TEXT}`),
    utf16le(TEXT),
    utf16le(`\ufeff${TEXT}`),
    utf16be(TEXT),
    utf16be(`\ufeff${TEXT}`),
  ]) {
    expect(decode(encoded)).toEqual({ text: TEXT });
  }
});

test('GB18030 where it is no UTF-8', () => {
  expect(decode(bytes(0xb9, 0xab, 0xbf, 0xaa, 0x31, 0x32, 0xcc, 0xf5))).toEqual({ text: '公开12条' });
  // Four bytes for what GBK does not have.
  expect(decode(bytes(0xd2, 0xbb, 0x95, 0x34, 0xb2, 0x35))).toEqual({ text: '一𠮷' });
});

test('Big5 is not read as the rare characters that its bytes are in GB18030', () => {
  const report =
    'trO/QaWrpEilwaxGqbIyMDIypn6sRqmyq0iup6S9tn2kdadApn6r17P4p2kKpEChQsFgxemxoapwCqW7s/inabLOrXC0wa2tptsxpOsxpOmwX6bcMTKk6zMxpOmk7qFBpUSwyqS9tn2sRqmyq0iupzEysfihQaasqOysRqmyq0iup6S9tn2l073QM6XzoUGnoaR3v+y1sqFDCg==';
  expect(decode(Buffer.from(report, 'base64'))).toEqual({ refused: 'encoding' });
});

test('GB18030 of rare characters is not taken for Big5', () => {
  // names of plants, without one everyday character
  const rare = bytes(...[0xb9, 0xf0, 0xe8, 0xcf, 0xe9, 0xa6, 0xe8, 0xd1]);
  const all = Buffer.concat(Array.from({ length: 20 }, () => rare));
  expect(decode(all)).toHaveProperty('text');
});

test('one damaged character does not make another encoding of the text', () => {
  const damaged = Buffer.concat([Buffer.from(TEXT), bytes(0xe4), Buffer.from(TEXT)]);
  expect(decode(damaged)).toEqual({ text: `${TEXT}\ufffd${TEXT}` });
});

test('nothing and ASCII are text', () => {
  expect(decode(bytes())).toEqual({ text: '' });
  expect(decode(Buffer.from('a\tb\r\n\f'))).toEqual({ text: 'a\tb\r\n\f' });
});

test('what is no text is told apart', () => {
  expect(decode(Buffer.from('%PDF-1.7'))).toEqual({ refused: 'pdf' });
  expect(decode(bytes(0x50, 0x4b, 3, 4))).toEqual({ refused: 'office' });
  expect(decode(bytes(0xd0, 0xcf, 0x11, 0xe0))).toEqual({ refused: 'office' });
  expect(decode(Buffer.from('{\\rtf1'))).toEqual({ refused: 'rtf' });
  expect(decode(bytes(0xff, 0xd8, 0xff, 0xe0))).toEqual({ refused: 'image' });
  expect(decode(Buffer.from('text with a zero \0 in it'))).toEqual({ refused: 'binary' });
  expect(decode(bytes(1, 2, 3, 4, 0x41))).toEqual({ refused: 'binary' });
  expect(decode(bytes(0xff, 0xff, 0xff, 0xff, 0x41))).toEqual({ refused: 'encoding' });
});
