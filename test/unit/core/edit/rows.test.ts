/** Rows that are missing are written as those beside them, also where an author's own column stands among them. */
import { describe, expect, it } from 'vitest';
import { applyEdits, checkReport, fixesFor, parseReport } from '../../../../server/src/core';
import { writeTable } from '../../../../server/src/core/edit/writeTable';
import { tableSpec } from '../../../../server/src/core/forms';
import { fixture } from '../fixtures/fixture';
import { cellsOf } from './support';

const ROW = '3.补正后申请内容仍不明确';

const WHOLE = parseReport(fixture('html', '2021'));

/** Table three in HTML as Word writes it: each label torn by tags behind its number, 小计 before the total of a row. */
function torn(digits: (n: string) => string): string {
  const { text } = WHOLE;
  const own = WHOLE.tables.find((t) => t.id === 'requests');
  const spec = tableSpec('2021', 'requests');
  const from = text.indexOf('<table', text.indexOf('三、收到和处理'));
  const to = text.indexOf('</table>', from) + '</table>'.length;
  const style = { layout: 'html', eol: '\n', halfWidth: false } as const;
  const rows = writeTable(spec, (name) => String(own?.cells.get(name)?.value), style)
    .replace(/(<td[^>]*>)(\d\.)([^<]*)<\/td>/g, '$1<p><span>$2</span><span>$3</span></p></td>')
    .replace('<td>其他</td>', '<td>其他</td><td>小计</td>')
    .replace('colspan="7">申请人', 'colspan="8">申请人')
    .replace('colspan="5">法人', 'colspan="6">法人')
    .replace(/((?:<td>\d+<\/td>){6})(?=<td>\d+<\/td><\/tr>)/g, (cells) => {
      const [, ...shared] = [...cells.matchAll(/\d+/g)].map(([n]) => Number(n));
      return `${cells}<td>${digits(String(shared.reduce((sum, n) => sum + n, 0)))}</td>`;
    });
  expect(rows.match(/<td>\d+<\/td>|<td>[０-９]+<\/td>/g)?.length).toBe(((own?.cells.size ?? 0) / 7) * 8);
  return text.slice(0, from) + rows + text.slice(to);
}

const wide = (n: string): string => n.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));

describe('a row that is missing in HTML with torn labels and 小计', () => {
  it.each([
    ['digits of half width', (n: string) => n],
    ['digits of full width', wide],
  ])('is put in as the rows beside it are, %s', (_, digits) => {
    const whole = torn(digits);
    const report = parseReport(whole);
    expect(checkReport(report).map((f) => f.message.zh)).toEqual([]);
    const label = whole.indexOf('<span>3.</span><span>补正后');
    expect(label).toBeGreaterThan(0);
    const open = whole.lastIndexOf('<tr', label);
    const close = whole.indexOf('</tr>', label) + '</tr>'.length;
    const cut = whole.slice(0, open) + whole.slice(close).replace(/^\s*/, '');
    const broken = parseReport(cut);
    const [finding] = checkReport(broken).filter((f) => f.rule === 'table/incomplete');
    expect(finding?.message.zh).toContain(ROW);
    const [fix] = finding ? fixesFor(broken, finding) : [];
    expect(fix).toMatchObject({ kind: 'table/incomplete', preferred: true });
    const mended = applyEdits(cut, fix?.edits ?? []);
    expect(cellsOf(parseReport(mended), 'requests')).toEqual(cellsOf(report, 'requests'));
    const line = mended.slice(
      mended.lastIndexOf('<tr', mended.indexOf(ROW)),
      mended.indexOf('</tr>', mended.indexOf(ROW)),
    );
    expect(line.match(/<td/g), 'the label, seven numbers and 小计').toHaveLength(9);
    // every tag that it opens is closed
    for (const tag of ['td', 'p', 'span']) {
      expect(line.match(new RegExp(`<${tag}\\b`, 'g'))?.length).toBe(line.match(new RegExp(`</${tag}>`, 'g'))?.length);
    }
  });
});

describe('rows that are missing at the end of a table with 小计', () => {
  /** Table three as GFM with a column of subtotals before the totals. */
  function withSubtotals(): string {
    const text = fixture('gfm', '2021');
    const from = text.indexOf('\n|', text.indexOf('## 三、')) + 1;
    const to = text.indexOf('\n## 四、');
    const lines = text.slice(from, to).split('\n');
    const put = (line: string): string => {
      if (!line.startsWith('|')) return line;
      const cells = line.split('|');
      const numbers = cells.slice(-8, -1).map((c) => (/^\s*\d+\s*$/.test(c) ? Number(c) : null));
      const sum = numbers.slice(1, 6).reduce<number>((n, c) => n + (c ?? 0), 0);
      const own = line.includes('---')
        ? ' --- '
        : line.includes('商业企业')
          ? ' 小计 '
          : numbers[6] === null
            ? '  '
            : ` ${sum} `;
      return [...cells.slice(0, -2), own, ...cells.slice(-2)].join('|');
    };
    return text.slice(0, from) + lines.map(put).join('\n') + text.slice(to);
  }

  it.each(['（七）总计', '四、结转下年度'])('are written with it, from %s on', (first) => {
    const whole = withSubtotals();
    const report = parseReport(whole);
    expect(checkReport(report).map((f) => f.message.zh)).toEqual([]);
    const start = whole.lastIndexOf('\n', whole.indexOf(first)) + 1;
    const cut = whole.slice(0, start) + whole.slice(whole.indexOf('\n\n', start) + 1);
    const broken = parseReport(cut);
    const [finding] = checkReport(broken).filter((f) => f.rule === 'table/incomplete');
    const [fix] = finding ? fixesFor(broken, finding) : [];
    const mended = applyEdits(cut, fix?.edits ?? []);
    expect(checkReport(parseReport(mended)).filter((f) => f.rule === 'table/incomplete')).toEqual([]);
    const rows = mended.slice(start, mended.indexOf('\n\n', start)).split('\n');
    expect(rows.every((row) => row.split('|').filter((c) => /^\s*\d+\s*$/.test(c)).length === 8)).toBe(true);
  });
});

it('a row that is missing in lines of spaces is written with 小计, though a space parts numbers from labels', () => {
  const text = fixture('spaces', '2021');
  const from = text.indexOf('\n', text.indexOf('三、收到和处理')) + 1;
  const to = text.lastIndexOf('\n', text.lastIndexOf('四、政府信息公开行政复议'));
  const rows = text
    .slice(from, to)
    .replace(/其他(?=\s+总计|$)/m, '其他 小计')
    .replace(/^(.*?\S)((?:\s+\d+){7})\s*$/gm, (_, label: string, tail: string) => {
      const numbers = tail.trim().split(/\s+/);
      const sum = numbers.slice(1, 6).reduce((n, c) => n + Number(c), 0);
      return [label.replace(/(\d\.|[）、])(?=[^\s、])/g, '$1 '), ...numbers.slice(0, 6), sum, numbers[6]].join(' ');
    });
  const whole = text.slice(0, from) + rows + text.slice(to);
  const row = /^.*要求提供公开出版物( \d+){8}\n/m.exec(whole)?.[0] ?? '';
  expect(row).toMatch(/3\. 要求/);
  const cut = whole.replace(row, '');
  const broken = parseReport(cut);
  const [finding] = checkReport(broken).filter((f) => f.rule === 'table/incomplete');
  const [fix] = finding ? fixesFor(broken, finding) : [];
  // numbers are set under those of the row beside it
  const words = (t: string): string => t.replace(/ +/g, ' ');
  expect(words(applyEdits(cut, fix?.edits ?? []))).toBe(words(whole));
});
