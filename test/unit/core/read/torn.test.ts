/** Labels that line breaks tore to pieces, in tables whose merged cells are kept as blanks. */
import { expect, it } from 'vitest';
import { checkReport, parseReport } from '../../../../server/src/core';
import { fixture } from '../fixtures/fixture';

const GFM = fixture('gfm', '2021');
/** Without the outer pipe at the start of lines, so that a piece of a label may begin one. */
const DRAFT = GFM.replace(/^\| ?/gm, '').replace(/^(?:-+ \| )+-+ \|$/gm, '');
const LABEL = '（二）部分公开<br>（区分处理的，只计这一情形，不计其他情形）';
const CARRIED = '二、上年结转政府信息公开申请数量';

const cells = (text: string): unknown =>
  parseReport(text).tables.map((t) => [...t.cells].map(([name, { value }]) => [name, value]));
const serious = (text: string): string[] =>
  checkReport(parseReport(text))
    .filter((f) => f.severity === 'error' || f.severity === 'warning')
    .map((f) => f.message.zh);

it.each([
  ['two lines', LABEL, '（二）部分公开（区分处理的，\n只计这一情形，不计其他情形）'],
  ['three lines', LABEL, '（二）部分公开（区分处理的，\n只\n计这一情形，不计其他情形）'],
  ['two lines, with a space behind its number', CARRIED, '二、 上年结转政府信\n\n息公开申请数量'],
])('a label over %s pushes no value out of its column', (_, label, torn) => {
  expect(GFM).toContain(label);
  const text = DRAFT.replace(label, torn);
  expect(text).toContain(torn);
  expect(cells(text)).toEqual(cells(GFM));
  expect(serious(text)).toEqual(serious(GFM));
});

it('a header torn over lines stays with its table, though a piece of it is a label of another one', () => {
  const from = GFM.indexOf('\n', GFM.indexOf('## 四、')) + 1;
  const to = GFM.indexOf('## 五、');
  const results = '结果维\n\n持\t结果纠正\t其他\n\n结果\t尚未审\n\n结\t总计';
  const head = `行\n\n政复议\t行政诉讼\n${results}\t未经复议直接起诉\t复\n\n议后起诉\n${results}\t${results}`;
  const numbers = [
    ...(parseReport(GFM)
      .tables.find((t) => t.id === 'disputes')
      ?.cells.values() ?? []),
  ].map((c) => c.value);
  const text = `${GFM.slice(0, from)}\n${head}\n${numbers.join('\t')}\n\n${GFM.slice(to)}`;
  expect(cells(text)).toEqual(cells(GFM));
});
