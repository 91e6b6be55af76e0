import { describe, expect, it } from 'vitest';
import { check, mark, SEPARATORS } from './check';

/** Every row label of the three tables in both forms, as printed. */
const LABELS = [
  '第二十条第（一）项 第二十条第（五）项 第二十条第（六）项 第二十条第（八）项 第二十条第（九）项 第二十条第(一)项',
  '信息内容 本年新制作数量 本年新公开数量 对外公开总数量 本年制发件数 本年废止件数 现行有效件数',
  '规章 规范性文件 行政规范性文件 上一年项目数量 本年增/减 处理决定数量 本年处理决定数量',
  '行政许可 其他对外管理服务事项 行政处罚 行政强制 行政事业性收费 本年收费金额（单位：万元）',
  '采购项目数量 采购总金额 政府集中采购 申请人情况 自然人 法人或其他组织',
  '商业企业 科研机构 社会公益组织 法律服务机构 其他',
  '一、本年新收政府信息公开申请数量 二、上年结转政府信息公开申请数量 三、本年度办理结果 四、结转下年度继续办理',
  '（一）予以公开 （二）部分公开（区分处理的，只计这一情形，不计其他情形） （三）不予公开 （四）无法提供',
  '（五）不予处理 （六）其他处理 1.属于国家秘密 2.其他法律行政法规禁止公开 3.危及“三安全一稳定”',
  '4.保护第三方合法权益 5.属于三类内部事务信息 6.属于四类过程性信息 7.属于行政执法案卷 8.属于行政查询事项',
  '1.本机关不掌握相关政府信息 2.没有现成信息需要另行制作 3.补正后申请内容仍不明确 1.信访举报投诉类申请',
  '2.重复申请 3.要求提供公开出版物 4.无正当理由大量反复申请 5.要求行政机关确认或重新出具已获取信息',
  '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 3.其他',
  '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
  '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
  '行政复议 行政诉讼 未经复议直接起诉 复议后起诉 结果维持 结果纠正 其他结果 尚未审结',
].flatMap((line) => line.split(' '));
const TOTALS = ['总计', '（七）总计', '小计', '合计'];

describe('a label alone on its line', () => {
  it('is a label, bare or behind a tab, whichever form it is of', async () => {
    for (const label of LABELS) await check(`«label ${label}»\n\t«label ${label}»`);
    for (const label of TOTALS) await check(`«total ${label}»\n\t«total ${label}»`);
  });

  it('is one with half-width marks, slips and breaks, too', () =>
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
