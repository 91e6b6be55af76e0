/** Labels that line breaks tore to pieces, in tables whose merged cells are kept as blanks. */
import { expect, it } from 'vitest';
import { checkReport, parseReport } from '../../../../server/src/core';
import { fixture } from '../fixtures/fixture';

const GFM = fixture('gfm', '2021');
/** Without the outer pipe at the start of lines, so that a piece of a label may begin one. */
const DRAFT = GFM.replace(/^\| ?/gm, '').replace(/^(?:-+ \| )+-+ \|$/gm, '');
const LABEL = '（二）部分公开<br>（区分处理的，只计这一情形，不计其他情形）';

const cells = (text: string): unknown =>
  parseReport(text).tables.map((t) => [...t.cells].map(([name, { value }]) => [name, value]));
const serious = (text: string): string[] =>
  checkReport(parseReport(text))
    .filter((f) => f.severity === 'error' || f.severity === 'warning')
    .map((f) => f.message.zh);

it.each([
  ['two lines', '（二）部分公开（区分处理的，\n只计这一情形，不计其他情形）'],
  ['three lines', '（二）部分公开（区分处理的，\n只\n计这一情形，不计其他情形）'],
])('a label over %s pushes no value out of its column', (_, torn) => {
  expect(GFM).toContain(LABEL);
  const text = DRAFT.replace(LABEL, torn);
  expect(text).toContain(torn);
  expect(cells(text)).toEqual(cells(GFM));
  expect(serious(text)).toEqual(serious(GFM));
});
