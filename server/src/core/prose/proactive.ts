import type { Reading } from './claim';
import type { Quantity } from './quantities';

/** What table 2 counts, by the words of both forms; a cell that a form does not have is no reading there. */
interface Thing {
  readonly words: readonly string[];
  readonly row: string;
  readonly units: readonly string[];
  /** Columns by what is done; `''` needs no word. */
  readonly deeds: readonly (readonly [words: readonly string[], columns: readonly string[]])[];
  /** The column of what all of it cost, which a sentence goes on with: 采购项目12个，总金额487.3万元. */
  readonly money?: string;
}

/** 印发 and 出台 are said of other papers as well. */
const MAKING = ['印发', '出台', '新增'].flatMap((deed) =>
  ['行政规范性文件', '规范性文件', '规章'].map((thing) => deed + thing),
);
const MADE: Thing['deeds'] = [
  [['现行有效', '继续有效'], ['inForce']],
  [['废止', '宣布失效'], ['repealed']],
  [['新公开'], ['disclosed']],
  [['对外公开总', '公开总数', '累计对外公开', '现有对外公开'], ['total']],
  [
    ['制发', '制定', '新制作', '制作', '制订', ...MAKING],
    ['issued', 'made'],
  ],
];
const DECIDED: Thing['deeds'] = [[['决定', ''], ['decisions']]];
const DOCUMENTS = ['件', '部', '份', '篇', '个', '项', ''];
const DECISIONS = ['件', '宗', '起', '项', '个', '次', '例', ''];

const THINGS: readonly Thing[] = [
  { words: ['行政规范性文件', '规范性文件'], row: 'normativeDocuments', units: DOCUMENTS, deeds: MADE },
  { words: ['规章'], row: 'rules', units: DOCUMENTS, deeds: MADE },
  { words: ['行政许可', '许可决定'], row: 'licences', units: DECISIONS, deeds: DECIDED },
  { words: ['行政处罚', '处罚决定'], row: 'penalties', units: DECISIONS, deeds: DECIDED },
  { words: ['行政强制', '强制决定'], row: 'coercion', units: DECISIONS, deeds: DECIDED },
  { words: ['行政事业性收费'], row: 'fees', units: ['元'], deeds: [[[''], ['amount']]] },
  { words: ['采购总金额', '集中采购金额', '采购金额'], row: 'procurement', units: ['元'], deeds: [[[''], ['amount']]] },
  {
    words: ['集中采购项目', '政府采购项目', '政府采购'],
    row: 'procurement',
    units: ['个', '项', '件', '次'],
    deeds: [[[''], ['projects']]],
    money: 'amount',
  },
];

/** Without one of these words a text says nothing of table 2. */
export const PROACTIVE_WORDS = new RegExp(THINGS.flatMap((t) => t.words).join('|'));

/** Words by which other things are counted, or only some. */
const OTHERS = [
  '事项',
  '信息',
  '公示',
  '案卷',
  '清理',
  '修改',
  '修订',
  '解读',
  '备案',
  '审查',
  '公布',
  '文件材料',
  '规章制度',
  '征求',
  '草案',
  '培训',
  '案例',
  '听证',
  '法规规章',
  '目录',
  '清单',
  '权责',
  '满意',
  '群众',
  '交易',
  '立法',
  '计划',
  '涉及',
  '保留',
  '失效',
  '减免',
  '免征',
  '退还',
];
const PARTS = ['派出机构', '下属', '所属', '名义', '本级', '办公室'];

/** What a sentence was last about. */
export interface ProactiveState {
  thing: Thing | null;
  /** Words of what was done, which a list goes on with: 现行有效规章84件、行政规范性文件407件. */
  deed: string;
  /** Whether it tells what was published, which a list goes on with as well. */
  published: boolean;
}

/**
 * The documents that a sentence is about before its first number: 对规范性文件实行全程管理，当年制发17件.
 * @returns null also where other things are named with them
 */
export function leadingThing(words: string): Thing | null {
  if (OTHERS.some((w) => words.includes(w))) return null;
  return THINGS.find((t) => t.deeds === MADE && t.words.some((w) => words.includes(w))) ?? null;
}

/** Whether words name only a part of what the report counts. */
export function isPart(words: string): boolean {
  return PARTS.some((p) => words.includes(p));
}

/**
 * The cells of table 2 that a number may be.
 * @param state is moved on to what the words name
 */
export function proactiveReadings(
  left: string,
  right: string,
  quantity: Quantity,
  state: ProactiveState,
): { words: string; readings: readonly Reading[] } | null {
  const named = [...THINGS]
    .map((thing) => ({ thing, at: Math.max(...thing.words.map((w) => left.lastIndexOf(w))) }))
    .filter((n) => n.at >= 0)
    .sort((a, b) => b.at - a.at)[0]?.thing;
  const own = named ?? (THINGS.some((t) => t.words.some((w) => right.includes(w))) ? null : state.thing);
  if (OTHERS.some((w) => left.includes(w) || right.startsWith(w))) {
    state.thing = null;
    return null;
  }
  if (named) state.thing = named;
  if (
    own?.money &&
    !named &&
    quantity.unit === '元' &&
    /^[，,、]?(?:合同)?(?:采购)?(?:总金额|金额|总额|共计|合计|计)(?:为|达)?$/.test(left)
  ) {
    return { words: own.words[0] as string, readings: [{ cells: [`proactive.${own.row}.${own.money}`] }] };
  }
  if (!own?.units.includes(quantity.unit)) return null;
  // the form asks how many decisions were made, not how many of them were published
  // 行政处罚、行政强制决定22宗: of both together
  if (
    own.deeds === DECIDED &&
    THINGS.filter((t) => t.deeds === DECIDED && t.words.some((w) => left.includes(w))).length > 1
  )
    return null;
  state.published =
    /公开|发布|公布|上传|录入|归集|推送/.test(left) || (state.published && !/作出|办理|实施|下达/.test(left));
  if (own.deeds === DECIDED && state.published) return null;
  const doing = own.deeds.some(([words]) => words.some((w) => w !== '' && left.includes(w)))
    ? left
    : named && own.words.some((w) => left.replace(/^[、，,；;和及\s]+/, '').startsWith(w))
      ? state.deed
      : '';
  state.deed = doing;
  const deed = own.deeds.find(([words]) => words.some((w) => w !== '' && doing.includes(w)));
  const silent = own.deeds.find(([words]) => words.includes(''));
  // without a word of what was done only the thing right before the number will do
  const bare = named && own.words.some((w) => left.replace(/[共计为达约近\s]+$/, '').endsWith(w)) ? silent : undefined;
  const found = deed ?? bare;
  if (!found) return null;
  return {
    words: (named ?? own).words[0] as string,
    readings: found[1].map((column) => ({ cells: [`proactive.${own.row}.${column}`] })),
  };
}
