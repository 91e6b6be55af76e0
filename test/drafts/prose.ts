/**
 * The words around the tables. Everything here is made up; what it says about numbers is either about things
 * no table counts, or taken from the table.
 */
import type { Form, SectionId } from './forms';
import type { Random } from './random';
import type { Values } from './values';

/** A heading below a section's, or a paragraph. */
export type Block =
  | { readonly heading: string; readonly level: 2 | 3; readonly text?: string }
  | { readonly paragraph: string };

export interface ProseContext {
  readonly form: Form;
  readonly year: number;
  readonly organisation: string;
  readonly noise: ReadonlySet<string>;
  readonly values: Values;
}

const PLACES = ['云岭市', '清河县', '东屏区', '临溪镇', '白沙岭街道', '望湖市', '双桥区', '石鼓县', '青岩市', '南浦区'];
const OFFICES = [
  '人民政府',
  '人民政府办公室',
  '教育局',
  '交通运输局',
  '市场监督管理局',
  '卫生健康委员会',
  '自然资源和规划局',
  '审计局',
  '文化广电和旅游局',
  '水务局',
];

export function organisationName(rng: Random): string {
  const place = rng.pick(PLACES);
  if (place.endsWith('街道')) return `${place}办事处`;
  if (place.endsWith('镇')) return `${place}人民政府`;
  return place + (rng.chance(0.1) ? '' : rng.pick(OFFICES));
}

/** The title in its lines, as it stands over the report. */
export function titleLines(organisation: string, year: number, noise: ReadonlySet<string>, rng: Random): string[] {
  const gap = noise.has('titleSpaces') ? (noise.has('nbsp') ? '\u00a0' : ' ') : '';
  const when = `${gap}${year}${gap}${rng.pick(['年', '年', '年度'])}`;
  const what = rng.pick(['政府信息公开工作年度报告', '政府信息公开工作年度报告', '政府信息公开年度报告']);
  const [first, second] = rng.chance(0.15) ? [`${when.trim()}${organisation}`, what] : [`${organisation}${when}`, what];
  return noise.has('titleLines') ? [first, second] : [`${first}${second}`];
}

const ASTRAL = ['𠮷祥村', '𬭚家湾', '📢公告栏', '🏛️政务厅', '𪚥塘社区'];

const ASPECTS: readonly {
  readonly name: string;
  readonly sentences: readonly ((rng: Random, c: ProseContext) => string)[];
}[] = [
  {
    name: '主动公开',
    sentences: [
      (rng) =>
        `围绕群众最想知道的事项梳理目录，通过门户网站公布各类动态${rng.int(80, 4000)}条，其中通知公告${rng.int(5, 70)}条。`,
      (rng) =>
        `对涉及教育、养老、供水、道路养护的事项逐项细化，做到标题清楚、分类准确，累计更新栏目${rng.int(6, 40)}个。`,
      (rng) => `坚持文件与解读一同起草、一同审签、一同发布，全年发布解读稿近${rng.int(2, 9)}0篇，配图示和问答。`,
    ],
  },
  {
    name: '依申请公开',
    sentences: [
      (_, c) =>
        `全年新收政府信息公开申请${total(c, 'newlyReceived')}件，上年结转${total(c, 'carriedIn')}件，结转下年度继续办理${total(c, 'carriedForward')}件。`,
      () => '对来信、当面、网上三条渠道统一登记，每件申请都有专人跟踪，答复文书经法制审核后寄出。',
      () => '遇到内容不清楚的申请，先打电话问明所需，再书面告知补正，减少了来回。',
    ],
  },
  {
    name: '政府信息管理',
    sentences: [
      (rng) =>
        `落实先审后发，信息上网前经过${rng.pick(['三', '两'])}道审核；对历年公文重新核定公开属性，移交档案馆${rng.int(3, 90)}卷。`,
      () => '建立文件库，文件的有效、修改、废止状态随时更新，方便查找和下载。',
    ],
  },
  {
    name: '平台建设',
    sentences: [
      (rng) =>
        `门户网站改版后检索更快，移动端访问量约${rng.int(2, 60)}万次；政务新媒体账号关停并转，现有${rng.int(1, 6)}个。`,
      (rng) => `在办事大厅设查阅点${rng.int(1, 12)}处，配备电脑和打印机，供群众免费使用。`,
    ],
  },
  {
    name: '监督保障',
    sentences: [
      (rng) =>
        `召开专题会${rng.int(1, 6)}次，组织培训${rng.int(1, 5)}场，参加${rng.int(20, 400)}人次；把公开工作列入年度考核。`,
      () => '聘请社会监督员对公开内容评议，评议意见逐条回应；本年度没有发生需要追究责任的情形。',
    ],
  },
];

const PROBLEMS = [
  '栏目内容有深有浅，个别科室更新不够勤',
  '解读多用文字，图表和视频偏少',
  '基层经办人员更换频繁，业务还不熟练',
  '与群众的互动不多，征集意见的参与面不宽',
  '历史文件整理进度偏慢，查找起来不够方便',
];
const REMEDIES = [
  '每季度通报各科室更新情况，把提醒做在前面',
  '请专业力量帮助制作图解，重要文件做到有图有问答',
  '编写经办手册，新到岗人员先培训再上岗',
  '把征集意见放到群众常去的平台，结果及时公布',
  '分批整理历史文件，成熟一批公布一批',
];

function total(context: ProseContext, row: string): number {
  return context.values.get(`requests.${row}.total`) ?? 0;
}

function sentences(rng: Random, aspect: (typeof ASPECTS)[number], context: ProseContext, count: number): string {
  return rng
    .sample(aspect.sentences, count)
    .map((sentence) => sentence(rng, context))
    .join('');
}

/** What stands between the title and the first section. */
export function preface(context: ProseContext, rng: Random): string[] {
  const { year, form, organisation, noise } = context;
  const notice = form === '2019' ? '〔2019〕60号' : '〔2021〕30号';
  const named = noise.has('contents')
    ? '全文由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。'
    : '';
  const gap = noise.has('titleSpaces') ? ' ' : '';
  const date = (y: number, m: number, d: number): string => `${gap}${y}${gap}年${gap}${m}${gap}月${gap}${d}${gap}日`;
  return [
    `依照《中华人民共和国政府信息公开条例》（国务院令第${gap}711${gap}号）第五十条和国办公开办函${notice}文件的要求，${organisation}编制本报告。${named}所列数据的统计期限自${date(year, 1, 1)}起至${date(year, 12, 31)}止。`,
    ...(rng.chance(0.6)
      ? [
          `本报告电子版可在门户网站（www.example.gov.cn）下载。联系地址：长平路${rng.int(1, 300)}号，电话：0000-${rng.int(2000000, 8999999)}，邮编：${rng.int(100000, 899999)}。`,
        ]
      : []),
  ];
}

/** The prose of a section. What follows its table is under `after`. */
export function sectionProse(id: SectionId, context: ProseContext, rng: Random): { before: Block[]; after: Block[] } {
  switch (id) {
    case 'overview':
      return { before: overview(context, rng), after: [] };
    case 'problems':
      return { before: problems(context, rng), after: [] };
    case 'others':
      return { before: others(context, rng), after: [] };
    default:
      return { before: besideTable(id, context, rng), after: afterTable(rng) };
  }
}

function overview(context: ProseContext, rng: Random): Block[] {
  const { year, noise, organisation } = context;
  const blocks: Block[] = [];
  const before = noise.has('otherYears')
    ? `与${year - 1}年相比，群众查阅更方便；${year - 2}年以来开设的栏目继续保留。`
    : '';
  const where = noise.has('astral') ? `在${rng.pick(ASTRAL)}等处增设了公开栏。` : '';
  blocks.push({ paragraph: `${year}年，${organisation}以群众需求为导向，把公开贯穿办事全过程。${before}${where}` });
  if (noise.has('subheadings')) {
    const inline = rng.chance(0.5);
    const deep = rng.chance(0.3);
    for (const [index, aspect] of ASPECTS.entries()) {
      const heading = `（${'一二三四五'[index]}）${aspect.name}${rng.pick(['', '情况'])}`;
      const text = sentences(rng, aspect, context, 2);
      if (deep && index === 0) {
        blocks.push({ heading, level: 2 });
        for (const [n, sentence] of aspect.sentences.entries()) {
          blocks.push({
            heading: `${n + 1}.${rng.pick(['充实公开内容', '细化公开目录', '做好政策解读'])}`,
            level: 3,
            text: sentence(rng, context),
          });
        }
      } else if (inline) blocks.push({ heading, level: 2, text });
      else blocks.push({ heading, level: 2 }, { paragraph: text });
    }
  } else if (rng.chance(0.5)) {
    const chain = ASPECTS.map(
      (aspect, index) => `${'一二三四五'[index]}是做好${aspect.name}工作。${sentences(rng, aspect, context, 1)}`,
    );
    if (rng.chance(0.5)) blocks.push({ paragraph: chain.join('') });
    else blocks.push(...chain.map((paragraph) => ({ paragraph })));
  } else {
    blocks.push(
      ...ASPECTS.map((aspect) => ({ paragraph: `${aspect.name}方面，${sentences(rng, aspect, context, 1)}` })),
    );
  }
  return blocks;
}

function besideTable(id: SectionId, context: ProseContext, rng: Random): Block[] {
  if (!rng.chance(0.25))
    return context.noise.has('caption') && id === 'requests' ? [{ paragraph: '（单位：件）' }] : [];
  const year = context.year;
  if (id === 'proactive') return [{ paragraph: `${year}年主动公开政府信息的数量见下表。` }];
  if (id === 'requests') return [{ paragraph: `${year}年收到和处理申请的数量见下表。` }];
  return [{ paragraph: `${year}年行政复议、行政诉讼的数量见下表。` }];
}

function afterTable(rng: Random): Block[] {
  return rng.chance(0.12) ? [{ paragraph: '以上数据由各科室报送、综合科汇总核对。' }] : [];
}

function problems(context: ProseContext, rng: Random): Block[] {
  const { year, noise } = context;
  const count = rng.int(2, 3);
  const picks = rng.sample([0, 1, 2, 3, 4], count);
  const chain = (items: readonly string[]): string =>
    picks
      .map((index, n) => `${'一二三'[n]}是${items[index]}`)
      .join('；')
      .concat('。');
  const blocks: Block[] = [];
  if (noise.has('subheadings')) {
    if (noise.has('otherYears')) {
      blocks.push(
        { heading: `（一）${year - 1}年问题的改进情况`, level: 2 },
        { paragraph: `针对${year - 1}年报告所列的问题，已逐项整改完毕。` },
        { heading: `（二）${year}年存在的主要问题`, level: 2 },
        { paragraph: chain(PROBLEMS) },
        { heading: '（三）下一步的打算', level: 2 },
        { paragraph: chain(REMEDIES) },
      );
      return blocks;
    }
    const inline = rng.chance(0.5);
    blocks.push(
      { heading: '（一）存在的主要问题', level: 2, text: inline ? chain(PROBLEMS) : '' },
      ...(inline ? [] : [{ paragraph: chain(PROBLEMS) }]),
      ...(rng.chance(0.3) ? [{ paragraph: '这些问题影响了公开的效果。' }] : []),
      { heading: '（二）改进情况', level: 2 },
      { paragraph: chain(REMEDIES) },
    );
    return blocks;
  }
  return [
    { paragraph: `过去一年还有一些不足：${chain(PROBLEMS)}` },
    { paragraph: `为此，${context.organisation}将从这些方面改进：${chain(REMEDIES)}` },
  ];
}

function others(context: ProseContext, rng: Random): Block[] {
  if (context.form === '2019' && rng.chance(0.5))
    return [{ paragraph: rng.pick(['无', '无。', '没有其他需要报告的事项。']) }];
  const fee = `${context.year}年度没有发出收费通知，也没有收取信息处理费。`;
  return [
    { paragraph: rng.chance(0.5) ? `按照信息处理费收取情况的报告要求，${fee}` : fee },
    ...(rng.chance(0.5) ? [{ paragraph: '没有其他需要报告的事项。' }] : []),
  ];
}
