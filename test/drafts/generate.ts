/**
 * Drafts of annual reports as people really have them: both forms, nine table layouts, noise of many kinds.
 * Everything follows from the seed. A draft is balanced, complete and free of anything that deserves a warning,
 * and knows where each of its numbers stands.
 */
import { type Form, NUMERALS, SECTIONS, type SectionId, type TableId } from './forms';
import { disputesGrid, type Grid, type GridStyle, proactiveGrid, requestsGrid } from './grid';
import { html } from './layouts/html';
import type { LayoutContext, LayoutPlan } from './layouts/layout';
import { cells, lines, tabs } from './layouts/lines';
import { gfm, pipes } from './layouts/pipes';
import { spaces } from './layouts/spaces';
import { barred, padded } from './layouts/web';
import { type Block, organisationName, type ProseContext, preface, sectionProse, titleLines } from './prose';
import { at, Random } from './random';
import { numberSentences, type Told } from './sentences';
import { balancedValues, type NumberStyle, type Values, writeNumber } from './values';
import { type CellMark, Writer } from './writer';

export type { CellMark, Form, SectionId, TableId };

const LAYOUT_PLANS = { gfm, pipes, tabs, cells, lines, html, spaces, padded, barred } as const;
export type LayoutName = keyof typeof LAYOUT_PLANS;
export const LAYOUTS = Object.keys(LAYOUT_PLANS) as LayoutName[];

/** Everything that can be unusual about a draft, each on its own switch. */
export const NOISE = [
  'brokenLabels',
  'halfWidth',
  'numberingSpaces',
  'nbsp',
  'pdfScatter',
  'pageBreaks',
  'brokenHeader',
  'runningTitle',
  'strayLines',
  'subtotalColumn',
  'subtotalRows',
  'caption',
  'unitHeader',
  'fullWidthDigits',
  'thousands',
  'units',
  'revision',
  'changeSigns',
  'crlf',
  'bom',
  'astral',
  'markdown',
  'bold',
  'splitHeadings',
  'headingPunctuation',
  'headingIndent',
  'longTitles',
  'tight',
  'furniture',
  'contents',
  'subheadings',
  'otherYears',
  'titleLines',
  'titleSpaces',
  'documentNumber',
  'signature',
  'splitParagraphs',
] as const;
export type Noise = (typeof NOISE)[number];

export interface DraftOptions {
  /** One layout for all tables; otherwise each table has its own. */
  readonly layout?: LayoutName;
  readonly form?: Form;
  /** `true` (default): at random; `false`: none; a list: exactly these, where the layout allows. */
  readonly noise?: boolean | readonly Noise[];
  /** Leave zeros of tables 3 and 4 blank, as some offices do. */
  readonly blanks?: boolean;
  /** The author put the columns of the tables in another order, labels and numbers together. */
  readonly moved?: boolean;
  /** Sentences that say the numbers of the tables. */
  readonly sentences?: boolean;
}

/** What a mutator leaves out. */
export interface Edits {
  readonly omitSection?: SectionId;
  /** Number the sections that are left from one to five. */
  readonly renumber?: boolean;
  readonly omitTable?: TableId;
  readonly omitRows?: readonly string[];
}

export type DataNode = number | null | { [key: string]: DataNode };

export interface Draft {
  readonly seed: number;
  readonly options: DraftOptions;
  readonly text: string;
  readonly form: Form;
  readonly year: number;
  /** Layout and variant by table. */
  readonly layouts: Readonly<Record<TableId, string>>;
  /** The numbers, as the contract names them. */
  readonly data: Readonly<Record<TableId, DataNode>>;
  readonly values: Values;
  readonly title: string;
  readonly organisation: string;
  readonly noise: readonly string[];
  readonly sectionIds: readonly SectionId[];
  /** The sentences with numbers of the tables, each a paragraph. */
  readonly told: readonly Told[];
  /** Where each number stands. */
  readonly cells: ReadonlyMap<string, CellMark>;
  readonly sections: readonly { readonly id: SectionId; readonly start: number }[];
}

export function generateDraft(seed: number, options: DraftOptions = {}): Draft {
  return renderDraft(seed, options, {});
}

/** The draft of a seed with something left out; all the rest is the same text. */
export function renderDraft(seed: number, options: DraftOptions, edits: Edits): Draft {
  // Layout and form are in the key, so that one seed has other noise in each.
  const rng = new Random(`draft ${seed} ${options.layout} ${options.form}`);
  const form = options.form ?? rng.fork('form').pick(['2019', '2021'] as const);
  const year = rng.fork('year').pick(form === '2019' ? [2019, 2020] : [2021, 2022, 2023, 2024, 2025]);
  const noise = pickNoise(options.noise ?? true, rng.fork('noise'));
  const organisation = organisationName(rng.fork('organisation'));
  const title = titleLines(organisation, year, noise, rng.fork('title'));
  const values = balancedValues(form, rng.fork('values'));

  const plans = {} as Record<TableId, { name: LayoutName; plan: LayoutPlan }>;
  for (const table of ['proactive', 'requests', 'disputes'] as const) {
    const local = rng.fork(`layout ${table}`);
    const name = options.layout ?? local.pick(LAYOUTS);
    plans[table] = { name, plan: LAYOUT_PLANS[name](local.fork(name), noise) };
  }
  if (options.blanks) blankZeros(values, plans, rng.fork('blanks'));

  const context: ProseContext = { form, year, organisation, noise, values };
  const writer = new Writer(noise.has('crlf') ? '\r\n' : '\n', values);
  const furniture = pageFurniture(title.join(''), noise, rng.fork('furniture'));
  const draw = (table: TableId): void => {
    const { plan } = plans[table];
    const local = rng.fork(`table ${table}`);
    const grids = tableGrids(table, form, values, plan, noise, edits, options.moved === true, local);
    const layoutContext: LayoutContext = {
      rng: local.fork('layout'),
      noise,
      furniture: (page) => furniture(page, plan.bareNumbers),
    };
    writer.write(...plan.render(grids, layoutContext).pieces);
  };
  const page = new Page(
    writer,
    noise,
    rng.fork('page'),
    furniture,
    Object.values(plans).some(({ plan }) => plan.usesTabs),
  );

  if (noise.has('bom')) writer.write('\ufeff');
  page.before();
  page.title(title, year, organisation);
  for (const paragraph of preface(context, rng.fork('preface'))) page.block({ paragraph });
  page.contents();
  const kept = SECTIONS.filter((section) => section.id !== edits.omitSection);
  const told = options.sentences ? numberSentences(context, rng.fork('sentences')) : [];
  for (const [index, section] of SECTIONS.entries()) {
    if (section.id === edits.omitSection) continue;
    const prose = sectionProse(section.id, context, rng.fork(`prose ${section.id}`));
    page.heading(section, at(NUMERALS, edits.renumber ? kept.indexOf(section) : index));
    for (const block of prose.before) page.block(block);
    if (section.id === 'overview') for (const { text } of told) page.block({ paragraph: text });
    const table =
      section.id === 'proactive' || section.id === 'requests' || section.id === 'disputes' ? section.id : null;
    if (table !== null && edits.omitTable !== table) {
      draw(table);
      if (!noise.has('tight') || plans[table].name === 'html') writer.write('\n');
    }
    for (const block of prose.after) page.block(block);
  }
  page.after(organisation, year);

  return {
    seed,
    options,
    text: writer.text,
    form,
    year,
    layouts: {
      proactive: plans.proactive.plan.variant,
      requests: plans.requests.plan.variant,
      disputes: plans.disputes.plan.variant,
    },
    data: nested(values),
    values,
    title: title.join(''),
    organisation,
    noise: [...noise],
    told,
    sectionIds: kept.map((section) => section.id),
    cells: writer.cells,
    sections: writer.sections,
  };
}

function pickNoise(wanted: boolean | readonly Noise[], rng: Random): Set<string> {
  if (wanted === false) return new Set();
  if (wanted !== true) return new Set(wanted);
  // Some drafts are clean, some a little odd, some a mess.
  const probability = rng.pick([0, 0.12, 0.3, 0.3, 0.5]);
  return new Set(NOISE.filter((name) => rng.fork(name).chance(probability)));
}

/** Blank zeros of tables 3 and 4, where the layout lets a blank be told from a merged cell. */
function blankZeros(values: Values, plans: Record<TableId, { plan: LayoutPlan }>, rng: Random): void {
  const all = rng.chance(0.4);
  for (const [name, value] of values) {
    if (value !== 0 || name.startsWith('proactive')) continue;
    const table = name.startsWith('requests') ? 'requests' : 'disputes';
    const keep = table === 'requests' && plans[table].plan.keepsFirst && name.endsWith('.naturalPerson');
    // A row of nothing but blanks is no row any more; the sums of table 4 stay.
    const edge =
      table === 'disputes' &&
      (name.endsWith('.total') || (plans[table].plan.keepsFirst && name.endsWith('review.upheld')));
    if (!keep && !edge && (all || rng.fork(name).chance(0.6))) values.set(name, null);
  }
}

function nested(values: Values): Record<TableId, DataNode> {
  const root: { [key: string]: DataNode } = {};
  for (const [name, value] of values) {
    const path = name.split('.');
    let node = root;
    for (const key of path.slice(0, -1)) {
      const next = node[key];
      if (typeof next === 'object' && next !== null) node = next;
      else {
        const made: { [key: string]: DataNode } = {};
        node[key] = made;
        node = made;
      }
    }
    node[at(path, path.length - 1)] = value;
  }
  return root as Record<TableId, DataNode>;
}

/** Half-width punctuation and spaces behind numbering, as the draft's author types. */
function labelStyle(noise: ReadonlySet<string>, rng: Random): (text: string) => string {
  const always = rng.chance(0.6);
  const dot = rng.pick(['.', '.', '．', '、']);
  return (text) => {
    const local = rng.fork(text);
    let out = text;
    if (noise.has('halfWidth') && (always || local.chance(0.5))) {
      out = out.replace(/[（），：]/g, (char) => ({ '（': '(', '）': ')', '，': ',', '：': ':' })[char] ?? char);
    }
    if (noise.has('numberingSpaces')) {
      const space = noise.has('nbsp') ? '\u00a0' : ' ';
      if (always || local.chance(0.5)) {
        out = out.replace(/^(\d[.]|[（(][一二三四五六七][）)]|[一二三四]、)/, `$1${space}`);
      }
      if (dot !== '.') out = out.replace(/^(\d)\./, `$1${dot}`);
    }
    return out;
  };
}

/** Where a label is broken over lines. */
function labelPieces(noise: ReadonlySet<string>, rng: Random): (text: string) => readonly string[] {
  return (text) => {
    const local = rng.fork(text);
    // 小计 is of no form; in halves nobody could tell it from 总计.
    if (!noise.has('brokenLabels') || text === '小计' || !local.chance(0.35)) return [text];
    // A number is never alone: that would be a cell of its own.
    const prefix = /^(\d[.．、]\s*.|[（(].[）)]|[一二三四]、\s*)/.exec(text)?.[0].length ?? 1;
    if (text.length <= prefix) return [text];
    const cuts = [local.int(prefix, text.length - 1)];
    if (text.length > 16 && local.chance(0.4)) cuts.push(local.int(prefix, text.length - 1));
    const pieces: string[] = [];
    let from = 0;
    for (const cut of [...new Set(cuts)].sort((a, b) => a - b)) {
      pieces.push(text.slice(from, cut).trim());
      from = cut;
    }
    pieces.push(text.slice(from).trim());
    return pieces.filter((piece) => piece !== '');
  };
}

function tableGrids(
  table: TableId,
  form: Form,
  values: Values,
  plan: LayoutPlan,
  noise: ReadonlySet<string>,
  edits: Edits,
  moved: boolean,
  rng: Random,
): Grid[] {
  const heavy = rng.fork('heavy').chance(0.3);
  const share = (name: Noise): number => (noise.has(name) ? (heavy ? 1 : 0.2) : 0);
  const numbers: NumberStyle = {
    fullWidth: share('fullWidthDigits'),
    thousands: noise.has('thousands') ? 1 : 0,
    units: share('units'),
    changeSigns: noise.has('changeSigns'),
    revision: noise.has('revision'),
    unitHeader: noise.has('unitHeader'),
    tight: plan.tight,
  };
  const dash = rng.fork('dash').pick(['/', '-', '—']);
  const blank = plan.marksBlanks
    ? { prefix: '', digits: dash, suffix: '', rewrite: (value: number) => String(value) }
    : null;
  const style: GridStyle = {
    label: labelStyle(noise, rng.fork('labels')),
    pieces: labelPieces(noise, rng.fork('pieces')),
    write: (name) => {
      const value = values.get(name);
      if (value === null || value === undefined) return blank;
      const current = value + (values.get(name.replace(/change$/, 'previous')) ?? 0);
      return writeNumber(name, value, numbers, rng.fork(name), current);
    },
    order: (items, key) => (moved ? rng.fork(`order ${key}`).shuffle(items) : items),
    writeExtra: (key, value) => writeNumber(`extra.${key}`, value, numbers, rng.fork(`extra ${key}`)),
  };
  if (table === 'disputes') return disputesGrid(style);
  const breaks = rng.fork('breaks');
  if (table === 'proactive') {
    return proactiveGrid(form, style, {
      simple: plan.simple,
      pageBreaks: noise.has('pageBreaks') && breaks.chance(0.3) ? [breaks.int(1, 3)] : [],
      unitInHeader: noise.has('unitHeader'),
    });
  }
  return requestsGrid(form, style, values, {
    subtotalColumn: noise.has('subtotalColumn'),
    subtotalRows: noise.has('subtotalRows'),
    omitRows: new Set(edits.omitRows ?? []),
    pageBreaks: noise.has('pageBreaks') ? Array.from({ length: breaks.int(1, 2) }, () => breaks.int(2, 22)) : [],
    repeatHeader: breaks.chance(0.7),
    brokenHeader:
      noise.has('brokenHeader') &&
      plan.merge !== null &&
      plan.merge !== 'repeat' &&
      plan.merge !== 'padded' &&
      plan.merge !== 'gone',
    continuation: breaks.pick(['repeat', 'empty']),
  });
}

type Furniture = (page: number, bareNumbers: boolean) => readonly string[];

function pageFurniture(title: string, noise: ReadonlySet<string>, rng: Random): Furniture {
  const style = rng.int(0, 5);
  const titleFirst = rng.chance(0.4);
  const pages = rng.int(6, 12);
  return (page, bareNumbers) => {
    const n = page + 2;
    const numbers = [`- ${n} -`, `— ${n} —`, `第 ${n} 页`, `第${n}页 共${pages}页`, `${n}`, `—${n}—`];
    const number = style === 4 && !bareNumbers ? `- ${n} -` : at(numbers, style);
    if (!noise.has('runningTitle')) return [number];
    return titleFirst ? [title, number] : [number, title];
  };
}

/** The draft as a page: headings, paragraphs and what a web site or a printer adds. */
class Page {
  private readonly markdown: boolean;
  private readonly gap: string;
  private readonly headingLevel: number;
  private readonly punctuation: string;
  private readonly indent: string;
  private readonly half: boolean;
  private page = 0;

  constructor(
    private readonly writer: Writer,
    private readonly noise: ReadonlySet<string>,
    private readonly rng: Random,
    private readonly furniture: Furniture,
    usesTabs: boolean,
  ) {
    this.markdown = noise.has('markdown');
    this.gap = noise.has('tight') && !this.markdown ? '\n' : '\n\n';
    this.headingLevel = rng.pick([1, 2, 2, 2]);
    this.punctuation = noise.has('headingPunctuation') ? rng.pick(['.', '．', '、 ', '、\u3000']) : '、';
    this.indent =
      !noise.has('headingIndent') || this.markdown
        ? ''
        : rng.pick(['　　', '  ', '\u00a0\u00a0\u00a0\u00a0', usesTabs ? '　' : '\t', '　 ']);
    this.half = noise.has('halfWidth') && rng.chance(0.5);
  }

  /** What a web page has above the report. */
  before(): void {
    const rng = this.rng.fork('before');
    if (this.noise.has('furniture')) {
      const nav = rng.sample(
        [
          '首页 新闻中心 政务公开 办事服务 互动交流 数据开放',
          '当前位置：首页 > 政府信息公开 > 政府信息公开年报',
          '索引号：000014349/2024-00017　　发文日期：2024-01-22',
          '无障碍阅读 | 长者模式 | 繁体 | 登录',
        ],
        rng.int(1, 3),
      );
      this.writer.write(nav.join('\n'), this.gap);
    }
    if (this.noise.has('documentNumber'))
      this.writer.write(`清政〔${rng.int(2020, 2026)}〕${rng.int(1, 40)}号`, this.gap);
  }

  title(lines: readonly string[], year: number, organisation: string): void {
    const rng = this.rng.fork('title');
    const bold = this.noise.has('bold') && rng.chance(0.5) ? '**' : '';
    if (this.markdown) this.writer.write(`# ${bold}${lines.join('')}${bold}`, this.gap);
    else if (lines.length > 1) this.writer.write(lines.join('\n'), this.gap);
    else this.writer.write(this.indent, bold, lines.join(''), bold, this.gap);
    if (this.noise.has('furniture') && rng.chance(0.7)) {
      const line = rng.pick([
        `发布时间：${year + 1}-01-2${rng.int(0, 9)} 10:${rng.int(10, 59)} 来源：${organisation}`,
        '【字体：大 中 小】 【打印】 【关闭】',
        `浏览次数：${rng.int(10, 4000)}`,
      ]);
      this.writer.write(line, this.gap);
    }
  }

  /** A table of contents, which names every section and is none. */
  contents(): void {
    const rng = this.rng.fork('contents');
    if (!this.noise.has('contents') || !rng.chance(0.6)) return;
    const leader = rng.pick(['…………', '........', ' ', '\t', '']);
    this.writer.write(rng.pick(['目录', '目　录', '目  录']), '\n');
    for (const [index, section] of SECTIONS.entries()) {
      this.writer.write(`${at(NUMERALS, index)}、${section.title}${leader}${leader === '' ? '' : index + 1}\n`);
    }
    this.writer.write('\n');
  }

  heading(section: (typeof SECTIONS)[number], numeral: string): void {
    const rng = this.rng.fork(`heading ${section.id}`);
    const words = this.noise.has('longTitles') && section.long !== undefined ? section.long : section.title;
    const bold = this.noise.has('bold') ? '**' : '';
    const hashes = this.markdown ? `${'#'.repeat(this.headingLevel)} ` : '';
    let line = `${numeral}${this.punctuation}${words}`;
    if (this.noise.has('splitHeadings') && !this.markdown && bold === '' && words.length > 8 && rng.chance(0.7)) {
      const cut = rng.int(4, words.length - 2) + numeral.length + this.punctuation.length;
      line = `${line.slice(0, cut)}\n${line.slice(cut)}`;
    }
    this.writer.write(this.indent);
    this.writer.section(section.id);
    this.writer.write(hashes, bold, line, bold, this.gap);
  }

  block(block: Block): void {
    const rng = this.rng.fork(`block ${this.page}`);
    const text = (words: string): string =>
      this.half
        ? words.replace(/[（），：]/g, (char) => ({ '（': '(', '）': ')', '，': ',', '：': ':' })[char] ?? char)
        : words;
    if ('heading' in block) {
      const hashes = this.markdown && !block.text ? `${'#'.repeat(this.headingLevel + block.level - 1)} ` : '';
      const bold = this.noise.has('bold') && rng.chance(0.5) && hashes === '' && !block.text ? '**' : '';
      const ending = block.text ? `。${block.text}` : '';
      this.writer.write(
        hashes === '' ? this.indent : '',
        hashes,
        bold,
        text(block.heading),
        bold,
        text(ending),
        this.gap,
      );
      return;
    }
    const words = text(block.paragraph);
    const indent = this.markdown ? '' : this.indent;
    if (this.noise.has('splitParagraphs') && words.length > 60 && rng.chance(0.4)) {
      this.page++;
      // Behind a comma in the middle, where no number is torn apart.
      const cut = Math.max(words.indexOf('，', words.length / 3), words.indexOf(',', words.length / 3)) + 1;
      if (cut > 0 && cut < words.length) {
        const lines = this.furniture(this.page, true);
        this.writer.write(
          indent,
          words.slice(0, cut),
          this.gap,
          lines.join(this.gap),
          this.gap,
          words.slice(cut),
          this.gap,
        );
        return;
      }
    }
    this.writer.write(indent, words, this.gap);
  }

  /** Signature, date, and what a web page has below the report. */
  after(organisation: string, year: number): void {
    const rng = this.rng.fork('after');
    if (this.noise.has('signature')) {
      this.writer.write(`${organisation}${this.gap}${year + 1}年1月${rng.int(5, 30)}日`, this.gap);
    }
    if (this.noise.has('furniture')) {
      const lines = rng.sample(
        [
          `上一篇：${organisation}${year - 1}年政府信息公开工作年度报告`,
          '扫一扫在手机打开当前页',
          `主办：${organisation} 网站标识码：0000000001 备案号：某ICP备05000000号-1`,
          '（此件主动公开）',
        ],
        rng.int(1, 3),
      );
      this.writer.write(lines.join('\n'), '\n');
    }
  }
}
