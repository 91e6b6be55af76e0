import { cellSpecs, type Form, formForYear, type SectionSpec, tableSpec } from '../forms';
import type { SectionId, TableId } from '../model';
import { FIGURE, plainOf, snippetOf } from './placeholder';
import { type Level, type Occasion, sentence } from './sentences';
import { type TableStyle, writeTable } from './writeTable';

/** What a new draft is for. */
export interface Wish {
  /** The office that reports, as the title is to have it: 清岚县人民政府. */
  readonly organisation: string;
  /** Report year. */
  readonly year: number;
  readonly level: Level;
}

/** A text to be put in, plain and as a snippet whose tab stops are what the author has to write. */
export interface Template {
  readonly text: string;
  readonly snippet: string;
}

const STYLE: TableStyle = { layout: 'pipes', eol: '\n', halfWidth: false };
const LONGEST = 60;

/**
 * A complete new draft after the form of its year: title, preface, six sections with what each has to say in 【…】,
 * and all tables with zeros.
 * @throws RangeError for an organisation that cannot stand in a title, or a year without a form
 */
export function newDraft(wish: Wish): Template {
  const form = formForYear(wish.year);
  // a title of a later century would not be read
  if (!form || !Number.isInteger(wish.year) || wish.year > 2099)
    throw new RangeError(`no form is in force for report year ${wish.year}`);
  const organisation = titleWords(wish.organisation);
  if (organisation === null) throw new RangeError('the organisation cannot stand in a title');
  const occasion: Occasion = { form, year: wish.year, level: wish.level };
  const say = (id: string): string => sentence(id, occasion);
  const marked = [
    `# ${organisation}${wish.year}年政府信息公开工作年度报告`,
    `${say('basis')}${say('period')}`,
    say('contact'),
    ...form.sections.flatMap((s) => [`## ${s.number}、${s.title}`, ...body(form, s, say)]),
  ]
    .join('\n\n')
    .concat('\n');
  return { text: plainOf(marked), snippet: `${snippetOf(marked)}$0` };
}

/** The name of an office on one line, or null where it is empty, too long, or would not be read as part of a title. */
export function titleWords(organisation: string): string | null {
  const words = organisation
    .replace(/\s+/g, ' ')
    .trim()
    // between Chinese characters a space is a slip
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not get in
  return words === '' || words.length > LONGEST || /[\u0000-\u001f。；;，,：:>»|#*_<【】[\]]/.test(words)
    ? null
    : words;
}

/** The parts of section one that article 50 of the regulation and the notice on the form name. */
const OVERVIEW: readonly (readonly [title: string, sentence: string])[] = [
  ['主动公开', 'overview.disclosure'],
  ['依申请公开', 'overview.requests'],
  ['政府信息管理', 'overview.management'],
  ['政府信息公开平台建设', 'overview.platforms'],
  ['监督保障', 'overview.supervision'],
];

type Say = (id: string) => string;

const BODIES: Readonly<Partial<Record<SectionId, (say: Say) => readonly string[]>>> = {
  overview: (say) => [
    say('overview'),
    ...OVERVIEW.flatMap(([title, id], i) => [`### （${'一二三四五'.charAt(i)}）${title}`, say(id)]),
  ],
  problems: (say) => [say('problems'), say('problems.measures'), say('problems.before')],
  others: (say) => [`${say('others.fee')}${say('others.more')}`],
};

function body(form: Form, section: SectionSpec, say: Say): readonly string[] {
  if (section.table === null) return BODIES[section.id]?.(say) ?? [section.guidance.zh];
  return [section.guidance.zh, tableWithStops(form, section.table, STYLE)];
}

/** An empty table of a form in which every figure that does not follow from others is marked as a tab stop. */
export function tableWithStops(form: Form, table: TableId, style: TableStyle): string {
  const spec = tableSpec(form.id, table);
  const totals = new Set(spec.identities.flatMap((i) => (i.left.length === 1 ? i.left : [])));
  const cells = cellSpecs(spec);
  const figure = (name: string): string => {
    const cell = cells.get(name);
    return cell && (totals.has(cell.row.id) || totals.has(cell.column.id)) ? '0' : `${FIGURE}0`;
  };
  return writeTable(spec, figure, style);
}
