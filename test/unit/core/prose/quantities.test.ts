import { describe, expect, it } from 'vitest';
import { type Quantity, readNumbers } from '../../../../server/src/core/prose/quantities';

/** Numbers as `digits=value unit sign`, where the digits are those of the text. */
function told(text: string): string[] {
  return readNumbers(text).quantities.map((q: Quantity) =>
    [`${text.slice(q.digits.from, q.digits.to)}=${q.value}`, q.unit, q.approximate ?? ''].filter((w) => w).join(' '),
  );
}

describe('readNumbers', () => {
  it.each([
    ['收到36件', ['36=36 件']],
    ['收到 36 件', ['36=36 件']],
    ['收到３６件', ['３６=36 件']],
    ['收到1,236件', ['1,236=1236 件']],
    ['收到1,236,004件', ['1,236,004=1236004 件']],
    ['第12,34件', ['34=34 件']],
    ['共0件', ['0=0 件']],
    ['占12.50%', ['12.50=12.5 %']],
    ['占5％', ['5=5 %']],
    ['36件次、5人次', ['36=36 件次', '5=5 人次']],
    ['收费0.58万元', ['0.58=5800 元']],
    ['浏览651万次', ['651=6510000 次']],
    ['投资1.2亿元', ['1.2=120000000 元']],
  ])('reads digits: %s', (text, expected) => expect(told(text)).toEqual(expected));

  it.each([
    ['三件', ['三=3 件']],
    ['十二件', ['十二=12 件']],
    ['二十件', ['二十=20 件']],
    ['廿五件', ['廿五=25 件']],
    ['卅六件', ['卅六=36 件']],
    ['一百零八件', ['一百零八=108 件']],
    ['壹佰贰拾叁件', ['壹佰贰拾叁=123 件']],
    ['两千三百件', ['两千三百=2300 件']],
    ['三万五千件', ['三万五千=35000 件']],
    ['一五〇件', ['一五〇=150 件']],
  ])('reads Chinese numerals: %s', (text, expected) => expect(told(text)).toEqual(expected));

  it.each([['三项制度'], ['一个窗口'], ['第三条'], ['一些'], ['二次供水'], ['万件']])(
    'takes no number out of %s',
    (text) => expect(told(text)).toEqual([]),
  );

  it.each([
    ['近30件', 'below'],
    ['不足30件', 'below'],
    ['约30件', 'about'],
    ['30件左右', 'about'],
    ['30余件', 'above'],
    ['30多件', 'above'],
    ['三十余件', 'above'],
    ['超过30件', 'above'],
    ['30件以上', 'above'],
    ['30件以内', 'below'],
  ])('knows that %s is not exact', (text, sign) => {
    const [q, ...others] = readNumbers(text).quantities;
    expect(others).toEqual([]);
    expect(q).toMatchObject({ value: 30, unit: '件', approximate: sign });
  });

  it('knows what the last digit counts', () => {
    const steps = readNumbers('36件、0.58万次、12.5%').quantities.map((q) => [q.step, q.places]);
    expect(steps[0]).toEqual([1, 0]);
    expect(steps[1]?.[0]).toBeCloseTo(100);
    expect(steps[2]?.[0]).toBeCloseTo(0.1);
  });

  it.each([
    ['2020年', [2020], [0, 5]],
    ['在２０２０年度', [2020], [1, 7]],
    ['二〇二〇年', [2020], [0, 5]],
    ['二○二一年度', [2021], [0, 6]],
    ['2020 年', [2020], [0, 6]],
  ])('reads the year of %s', (text, values, place) => {
    const { years, quantities } = readNumbers(text);
    expect(years.map((y) => y.value)).toEqual(values);
    expect([years[0]?.from, years[0]?.to]).toEqual(place);
    expect(quantities).toEqual([]);
  });

  it('reads a date as a year, a month and a day', () => {
    const { years, quantities } = readNumbers('自2020年1月1日起至12月31日');
    expect(years.map((y) => y.value)).toEqual([2020]);
    expect(quantities.map((q) => `${q.value}${q.unit}`)).toEqual(['1月', '1日', '12月', '31日']);
  });

  it.each([
    ['电话0000-7654321'],
    ['www.example1.gov.cn/zwgk/2020/'],
    ['邮箱abc123@example.gov.cn'],
    ['〔2021〕30a'],
    ['时间8:30'],
    ['GB/T9704—2012a'],
    ['12345678901234567890123件'],
  ])('takes no count out of %s', (text) =>
    expect(readNumbers(text).quantities.filter((q) => q.unit !== '' && q.value > 100)).toEqual([]),
  );

  it('does not take numbers for years that no report is of', () => {
    expect(readNumbers('3年、1500年').years).toEqual([]);
  });
});
