import { describe, it } from 'vitest';
import { check } from './check';

describe('numbers with their units', () => {
  it.each([
    '收到«count 36»«unit 件»、«count 2»«unit 宗»、«count 3»«unit 条»、«count 4»«unit 份»、«count 5»«unit 次»',
    '«count 6»«unit 个»«count 7»«unit 项»«count 8»«unit 人»«count 9»«unit 元»«count 1.5»«unit 万元»«count 2.25»«unit 亿元»',
    '答复率«count 100»«unit %»，上升«count 3.2»«unit 个百分点»，满意率«count ９９．５»«unit ％»',
    '点击«count 1,234,567»«unit 次»，«count １２»«unit 件»，约«count 651»«unit 万次»，«count 58»«unit 万多人»，近«count 30»«unit 余条»',
    '采购«count 45062» «unit 万元»,«count 3»«unit 人次»',
    'adds,«count 235»«unit 条»',
  ])('%s', (draft) => check(draft));

  it.each([
    '电话：0713-8861234，邮编：438000，12345热线',
    '航班CZ6418乘客，5G网络，A3个',
    '第3次会议、第 4 项、第20条',
    '青石大道1号408办公室，第三十二条',
    '三次、两件、数十项',
    '2023.12的版本，近30位',
  ])('none in: %s', (draft) => check(draft));
});

describe('dates and years', () => {
  it.each([
    '自«date 2023年1月1日»起至«date 2023年12月31日»止',
    '自«date 2023 年 1 月 1 日»起，«date 1 月 31 日»前公布，«date ２０２３年１月１日»',
    '«date 2023年3月»份以来，«year 2023年»以来，«year 2023 年度»',
    '«date 二〇二四年一月二十日»',
    '　　«date 2024年1月20日»',
  ])('%s', (draft) => check(draft));

  it.each(['3年来', '第12年', '三年行动', '12023年', '上年末'])('none in: %s', (draft) => check(draft));
});

describe('document numbers', () => {
  it.each([
    '（«doc 国办公开办函〔2019〕60号»）',
    '(«doc 国办公开办函[2019]60号»)',
    '（«doc 国办公开办函﹝2021﹞30 号»）',
    '（«doc 国办公开办函(2019)60号»）',
    '（«doc 国办公开办函（2019）第60号»）',
    '根据«doc 国办公开办函〔2019〕60号»要求',
    '（根据«doc 国办公开办函〔2019〕60号»文件）',
    '«doc 临政办〔2024〕5号»',
    '按照上级文件要求认真落实«doc 〔2019〕60号»文件',
    '（«doc 国务院令第711号»）、«doc 国务院令 第 711 号»',
  ])('%s', (draft) => check(draft));

  it.each(['青石大道（2019）1号楼', '〔2019〕', '第60号', '报告(«year 2019年»)'])('none in: %s', (draft) =>
    check(draft),
  );
});

describe('titles of works', () => {
  it.each([
    '按照«work 《中华人民共和国政府信息公开条例》»和«work 《公开指南（试行）》»',
    '«work 《关于修改«inner 〈公开办法〉»的决定》»印发',
    '«work 《关于转发«inner 《公开办法》»的通知》»印发',
    '«work 《2023年工作要点一是》»',
  ])('%s', (draft) => check(draft));

  it('end with their line when the closing mark is forgotten', () =>
    check('印发«work 《公开办法的通知»\n收到«count 3»«unit 件»'));

  it('close together when the inner mark is forgotten', () => check('«work 《关于修改«inner 〈办法的决定»》»印发'));
});

describe('Markdown, links, comments', () => {
  it('emphasis', () => check('这是«bold **重点**»，也是«italic *强调*»，2 * 3 * 4 不是'));
  it('other headings', () => check('«heading # 附件说明»\n«heading ### 名单»'));
  it('links', () =>
    check(
      '见政府网站（«url http://www.example.gov.cn/gk/index.html?a=1»），或«url www.example.gov.cn»。网址«url https://example.cn/a».',
    ));
  it('comments over lines', () =>
    check('前«comment <!-- 说明 36件»\n«comment 一、总体情况»\n«comment -->»后«count 3»«unit 件»'));
});

it('astral characters and carriage returns keep their places', () =>
  check('«title 临江县2023年政府信息公开工作年度报告»\r\n𠮷野镇收到«count 3»«unit 件»𠮷\r'));
