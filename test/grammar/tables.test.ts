import { describe, expect, it } from 'vitest';
import { check, mark, SEPARATORS } from './check';

describe('a label alone on its line', () => {
  it('is a label (those of the forms are checked one by one in forms.test.ts)', async () => {
    await check(
      '«label 规章»\n\t«label 1.属于国家秘密»\n«label （一）予以公开»\n　«label 一、本年新收政府信息公开申请数量»',
    );
    await check('«total 总计»\n\t«total （七）总计»\n«total 小计»\n«total 合计»');
  });

  it('is a label with half-width marks, slips and breaks, too', () =>
    check(
      [
        '«label (一)予以公开»',
        '«label 2.其他法律法规禁止公开»',
        '«label 3.补证后申请内容仍不明确»',
        '«label 对外公开总数»',
        '«label （三）»',
        '«label 不予公开»',
        '\t«label 其他对外管理»',
        '',
        '«label 服务事项»',
        '«label 一、本年新收政府信息公»',
      ].join('\n'),
    ));
});

describe('rows', () => {
  it.each([
    ['pipes', '| «label 规章» | «number 0» | «number 12» | «number 1,234» |'],
    [
      'pipes without the outer ones',
      '«label 一、本年新收政府信息公开申请数量» | «number 33» | «number 1» |  | «number 36»',
    ],
    ['full-width pipes', '｜«label 行政许可»｜«number １２»｜'],
    ['tabs', '«label 三、本年度办理结果»\t«label （一）予以公开»\t«number 3»\t«number 0»'],
    ['tabs, merged cells first', '\t\t«label 2. 重复申请»\t«number 0»\t\t«number 1»'],
    ['spaces', '«label 四、结转下年度继续办理» «number 0» «number 0»  «number 2»'],
    ['spaces, several labels', '«label 三、本年度办理结果» «label （一）予以公开» «number 16» «number 1» «number 17»'],
    ['spaces, labels only', '«label 信息内容» «label 本年制发件数» «label 本年废止件数» «label 现行有效件数»'],
    ['a total', '| «total （七）总计» | «number 36» | «total 小计» |'],
    ['emphasis in a cell', '| «total **总计**» | «number 3» |'],
  ])('with %s', (_, row) => check(row));

  it('of numbers alone', () => check('«number 33»\n\t«number 0»\n«number 0» «number 1,024» «number 2.5»'));

  it('with the ways to write a number, a change or a blank', () =>
    check(
      [
        '| «number 22»（其中修订 «number 16» «unit 件»） | «change 增»«number 3» | «change 减»«number 4» |',
        '| «number +2» | «number -5» | «number 252»（«change 减»«number 18»） |',
        '| «blank /» | «blank -» | «blank —» | «blank ——» |  |',
        '| «number 52510.39»«unit 万元» | «number 293709» «unit 元» | «number 5»«unit 件» | «number １２» |',
        '\t«number 1083»（«change 增»«number 19»）',
        '\t«number 1732.633648»«unit 万元»',
        '«blank /»',
      ].join('\n'),
    ));

  it('are never section or sub-section heads', () =>
    check(
      [
        '| «label 一、本年新收政府信息公开申请总数» | «number 3» |',
        '| «label 五、另加的一行» | «label （八）另加的一项» | «number 3» |',
        '«label 二、上年结转的申请»\t«number 3»',
        '\t«label （九）不明的一项»\t«number 3»',
      ].join('\n'),
    ));

  it('are separated by pipes and tabs', async () => {
    await check('«sep |» «label 规章» «sep |» «number 0» «sep |»', SEPARATORS);
    await check('«sep \t»«label 规章»«sep \t»«number 0»', SEPARATORS);
    await check('«sep \t»«label 规章»', SEPARATORS);
  });

  it('are the same with one cell a line and pipes between', () =>
    check(
      [
        '«label 第二十条第（一）项» |',
        '|||',
        '«label 规章» |',
        '«number 0» |',
        '| ',
        ' «label （七）总计»  | '.replace('label', 'total'),
        ' «number 12»  | ||',
      ].join('\n'),
    ));

  it('of alignment stand between head and body', () =>
    check('| «label 信息内容» | «label 本年制发件数» |\n«align | :--- | ---: |»\n| «label 规章» | «number 0» |'));

  it('of alignment need no outer pipes', () => check('«label 信息内容» | «label 数量»\n«align --- | :-:»'));
});

describe('HTML tables', () => {
  it('show tags, attributes, labels and numbers', () =>
    check(
      [
        '«tag <table>»',
        '«tag <tr><td «attribute rowspan»=«value "3"» «attribute colspan»=«value "2"»>»«label 三、本年度办理结果»«tag </td>»',
        '«tag <td>»«number 36»«tag </td></tr>»',
        '  «tag <td>»«label 1.属于国家秘密»«tag </td>»',
        '«tag <td>»«number 0»«tag <br/></td>»',
        '«tag </table>»',
      ].join('\n'),
    ));

  it('leave signs that are no tags alone', () => check('申请量 <5 且 a<b 的单位'));
});

describe('text near tables', () => {
  it.each([
    '规章制度不断健全',
    '其他 事项由各科室办理。',
    '行政许可«count 270»«unit 件»，行政处罚«count 12»«unit 件»。',
    '根据条例第二十条第（一）项规定公开规章',
    '总计收到«count 3»«unit 件»，予以公开«count 2»«unit 件»',
    '办公室 2023 号信箱',
    '- 3 -',
    '全年无；总计 0；',
  ])('is no row: %s', (draft) => check(draft));

  it('a row ends with its line', async () => {
    expect(await mark('| 规章 | 0 |\n我局收到 3 份规章')).toContain('\n我局收到 «count 3» «unit 份»规章');
  });
});
