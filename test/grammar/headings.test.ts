import { describe, it } from 'vitest';
import { check, PARTS } from './check';

describe('report title', () => {
  it.each([
    '«title 临江县2023年政府信息公开工作年度报告»',
    '«title 临江县人民政府办公室 2023 年度政府信息公开工作年度报告»',
    '«title # 临江县水利局2023年政府信息公开工作年度报告»',
    '　　«title 临江县政府信息公开 2020 年度工作报告»  ',
    '«title 临江县2023年政府信息公开工作年度报告（征求意见稿）»',
    '«title 临江县青石镇2020年»\n«title 政府信息公开工作年度报告»',
  ])('%s', (draft) => check(draft));

  it.each([
    '现将我局«year 2023年»政府信息公开工作年度报告',
    '本单位每年按时公布政府信息公开工作年度报告。',
    '联系人：政府信息公开工作年度报告编写组',
    '我们从那时起就很重视这件事，一直做到«year 2020年»',
  ])('is not: %s', (draft) => check(draft));

  it('has marks of its own', () => check('«title «hashes # »«name 临江县2023年政府信息公开工作年度报告»»', PARTS));
});

describe('section heads', () => {
  it.each([
    '«section 一、总体情况»',
    '　　«section 二、主动公开政府信息情况»',
    '«section 三、收到和处理政府信息公开申请情况»\t',
    '«section 四、政府信息公开行政复议、行政诉讼情况»',
    '«section 四、因政府信息公开工作被申请行政复议、提起行政诉讼情况»',
    '«section 四、政府信息公开行政复议,行政诉讼情况»',
    '«section 五、存在的主要问题及改进情况»',
    '«section 五、政府信息公开工作存在的主要问题及改进情况»',
    '«section 六、其他需要报告的事项»   ',
    '«section ## 六、其他需要报告的事项»',
    '«section ##六、其他需要报告的事项»',
    '«section 一．总体情况»',
    '«section 一. 总体情况»',
    '«section 一 、总体情况»',
    '«section 一、\t总体情况»',
    '«section 总体情况»',
    '«section ## 其他需要报告的事项»',
    '«section 八、其他需要报告的事项»',
    '«section 一、本年度政府信息公开工作情况»',
    '«section 三、收到和处理政府信息»\n公开申请情况',
    '«section 五、»\n«section 存在的主要问题及改进情况»',
    '«section 六、其他需要报告的事项»：无。',
    '«section 一、总体情况»。«year 2023年»，我局继续推进公开。',
  ])('%s', (draft) => check(draft));

  it('have marks of their own', () => check('«section «hashes ## »«no 一、»«name 总体情况»»', PARTS));

  it.each([
    '本报告由一、总体情况，二、主动公开政府信息情况，三、收到和处理政府信息公开申请情况等六部分组成。',
    '全文包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项。',
    '报告的一、二两部分由办公室编写',
    '一、二级栏目共有«count 38»«unit 个»',
    '一、二、三产业融合发展',
    '二、三级网站全部关停',
    '下面先说总体情况',
    '总体情况较好',
  ])('are not: %s', (draft) => check(draft));

  it.each([
    '«enum 一、»总体情况，二、主动公开政府信息情况，三、收到和处理政府信息公开申请情况',
    '«enum 一、»总体情况 二、主动公开政府信息情况',
    '«enum 一、»我局收到申请«count 3»«unit 件»，都已答复。',
    '«enum 一、»总体情况……………… 2',
  ])('are not, though the line is numbered: %s', (draft) => check(draft));
});

describe('sub-section heads', () => {
  it.each([
    '«sub （一）主动公开情况»',
    '«sub (一)主动公开情况»。以贯彻条例为主线,扩大公开范围。',
    '　　«sub （二）依申请公开情况»：全年无。',
    '«sub ### （三）政府信息管理»',
    '«sub （四）\t平台建设»',
    '«sub (六)其他需要报告的事项»',
    '«sub 1. 完善组织领导»。成立领导小组。',
    '«sub 2、加大培训力度，强化业务素质»。',
    '«sub １．健全制度»',
    '«sub （二）认真落实新«work 《条例》»，健全制度»。',
    '«sub （一）«year 2022年»存在问题的改进情况»',
  ])('%s', (draft) => check(draft));

  it('have marks of their own', () => check('«sub «no （一）»«name 主动公开情况»»。', PARTS));

  it.each([
    '详见本报告（一）主动公开情况',
    '这里«count 1.5»«unit 万元»是全部费用',
    '1.5倍于上年',
    '«enum （1）»收到来信',
    '«enum ①»收到来信',
    '«enum 1.» «year 2023年»，我局共受理',
    '«enum （一）»我局围绕中心工作不断扩大公开的范围，持续推进财政预算决算、规划、统计、采购、重大项目、会议、人事、招考、就业、教育、医疗、住房等领域的公开',
  ])('are not: %s', (draft) => check(draft));
});

describe('enumerators', () => {
  it.each([
    '«enum 一是»健全制度。«enum 二是»加强培训；«enum 三是»严格审核，«enum 四是»强化监督',
    '　　«enum 十一是»继续努力',
    '主要表现在：«enum 一是»内容不全;«enum 二是»更新不快',
  ])('%s', (draft) => check(draft));

  it.each(['唯一是关键', '原因之一是人手不足', '问题之二是更新慢', '统一是方向', '二提高公开质量'])(
    'are not: %s',
    (draft) => check(draft),
  );
});
