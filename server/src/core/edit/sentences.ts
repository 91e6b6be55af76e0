import type { Form } from '../forms';
import type { Localised, SectionId } from '../model';

/** Who reports: a government on its whole area, a department or a township on itself. */
export type Level = 'government' | 'department' | 'township';
export const LEVELS: readonly Level[] = ['government', 'department', 'township'];

/** What a sentence says of the report that it stands in. */
export interface Occasion {
  readonly form: Form;
  readonly year: number;
  readonly level: Level;
}

/** A sentence that reports open with or repeat every year, with 【…】 where the author has to write. */
export interface Sentence {
  readonly id: string;
  /** What it can be called by as a snippet, in Latin letters, which no prose of a report begins with. */
  readonly prefix: string;
  readonly section: 'preface' | SectionId;
  /** A few words for a list to choose from. */
  readonly name: Localised;
  /** Whether it names the report year. */
  readonly yearly?: true;
  /** @returns null where the form has no such sentence */
  readonly text: (occasion: Occasion) => string | null;
}

/** Titles of the notices that the forms come with, by number. */
const NOTICES: Readonly<Record<string, string>> = {
  '国办公开办函〔2019〕60号': '《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》',
  '国办公开办函〔2021〕30号':
    '《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》',
};

const always =
  (text: string): Sentence['text'] =>
  () =>
    text;

/** The area or the office that a report speaks of. */
const SELF: Readonly<Record<Level, string>> = {
  government: '本地区',
  department: '本机关',
  township: '本镇（乡、街道）',
};

/**
 * Every standard sentence, in the order of a report. What they must say: 政府信息公开条例 第五十条, and for fees
 * 《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）.
 */
export const SENTENCES: readonly Sentence[] = [
  {
    id: 'basis',
    prefix: 'yiju',
    section: 'preface',
    name: { zh: '编制依据', en: 'Statutory basis' },
    text: ({ form }) =>
      `本报告根据《中华人民共和国政府信息公开条例》（国务院令第711号）第五十条和${NOTICES[form.notice] ?? ''}（${form.notice}）的要求编制。`,
  },
  {
    id: 'period',
    prefix: 'qixian',
    yearly: true,
    section: 'preface',
    name: { zh: '统计期限', en: 'Statistical period' },
    text: ({ year }) => `本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`,
  },
  {
    id: 'contact',
    prefix: 'lianxi',
    section: 'preface',
    name: { zh: '联系方式', en: 'Contact line' },
    text: always(
      '如对本报告有疑问，请与【填写联系部门】联系（地址：【填写地址】；邮政编码：【填写邮编】；电话：【填写电话】；电子邮箱：【填写电子邮箱】）。',
    ),
  },
  {
    id: 'overview',
    prefix: 'gaishu',
    yearly: true,
    section: 'overview',
    name: { zh: '总体情况概述', en: 'The year in a sentence' },
    text: ({ year, level }) => `${year}年，【概述${SELF[level]}政府信息公开工作的总体情况】。`,
  },
  {
    id: 'overview.disclosure',
    prefix: 'zhudong',
    section: 'overview',
    name: { zh: '主动公开', en: 'Proactive disclosure' },
    text: ({ level }) =>
      `全年主动公开政府信息【填写数量】条，其中【填写重点领域和条数】。${
        {
          government: '【写明行政规范性文件制发、公开和解读的情况，以及所属部门和下级政府落实的情况】。',
          department: '【写明本机关规范性文件、行政许可、行政处罚等信息公开和政策解读的情况】。',
          township: '【写明涉农补贴、社会救助、村务公开等与群众切身相关的信息公开的情况】。',
        }[level]
      }`,
  },
  {
    id: 'overview.requests',
    prefix: 'yishenqing',
    section: 'overview',
    name: { zh: '依申请公开', en: 'Requests' },
    text: always(
      '全年新收政府信息公开申请【填写件数】件，上年结转【填写件数】件；办结【填写件数】件，结转下年度继续办理【填写件数】件。【说明办理结果和规范答复的做法】。',
    ),
  },
  {
    id: 'overview.management',
    prefix: 'guanli',
    section: 'overview',
    name: { zh: '政府信息管理', en: 'Management of information' },
    text: always('【说明文件公开属性认定、规范性文件清理和历史信息核对的情况】。'),
  },
  {
    id: 'overview.platforms',
    prefix: 'pingtai',
    section: 'overview',
    name: { zh: '平台建设', en: 'Platforms' },
    text: ({ level }) =>
      level === 'township'
        ? '【说明政府网站栏目、公开栏和公共查阅点的建设和更新情况】。'
        : '【说明政府网站公开栏目、政务新媒体和公共查阅点的建设和更新情况】。',
  },
  {
    id: 'overview.supervision',
    prefix: 'jiandu',
    section: 'overview',
    name: { zh: '监督保障', en: 'Supervision' },
    text: ({ level }) =>
      level === 'government'
        ? '【说明组织领导和业务培训的情况】。工作考核：【写明考核的范围和结果】。社会评议：【写明评议的方式和结果】。责任追究：【写明追究的情况，没有的也要写明】。'
        : '【说明机构人员、业务培训和内部检查的情况】。',
  },
  {
    id: 'problems',
    prefix: 'wenti',
    section: 'problems',
    name: { zh: '存在的主要问题', en: 'Problems' },
    text: always('本年度工作中存在的主要问题：一是【填写第一个问题】；二是【填写第二个问题】。'),
  },
  {
    id: 'problems.measures',
    prefix: 'cuoshi',
    section: 'problems',
    name: { zh: '改进措施', en: 'Measures' },
    text: always('针对上述问题，拟采取以下措施：一是【填写第一项措施】；二是【填写第二项措施】。'),
  },
  {
    id: 'problems.before',
    prefix: 'shangnian',
    section: 'problems',
    name: { zh: '上年问题的改进情况', en: 'What became of last year’s problems' },
    text: always('上年度报告所列问题的改进情况：【写明逐项改进的情况】。'),
  },
  {
    id: 'others.fee',
    prefix: 'chulifei',
    section: 'others',
    name: { zh: '收取信息处理费的情况', en: 'Fees charged' },
    text: ({ form }) =>
      form.id === '2019'
        ? null
        : '按照《政府信息公开信息处理费管理办法》，本年度向申请人收取信息处理费【填写金额，没有收取的写“0”】元。',
  },
  {
    id: 'others.noFee',
    prefix: 'weishoufei',
    section: 'others',
    name: { zh: '没有收取信息处理费', en: 'No fees charged' },
    text: ({ form }) =>
      form.id === '2019' ? null : '按照《政府信息公开信息处理费管理办法》，本年度没有向申请人收取信息处理费。',
  },
  {
    id: 'others.more',
    prefix: 'qita',
    section: 'others',
    name: { zh: '其他事项', en: 'Anything else' },
    text: always('【写明其他需要报告的事项，没有的写“没有其他需要报告的事项”】。'),
  },
  {
    id: 'others.none',
    prefix: 'wuqita',
    section: 'others',
    name: { zh: '没有其他事项', en: 'Nothing else' },
    text: always('没有其他需要报告的事项。'),
  },
];

/** A sentence by its name. @returns '' where the form has no such sentence */
export function sentence(id: string, occasion: Occasion): string {
  return SENTENCES.find((s) => s.id === id)?.text(occasion) ?? '';
}
