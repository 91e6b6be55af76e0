/** Texts by chance: from nothing a draft would have to drafts that somebody has been at. All follow from fast-check's seed. */
import fc from 'fast-check';
import { generateDraft, LAYOUTS } from '../drafts/generate';
import { at, Random } from '../drafts/random';

/** What means something to the reader, so that chance builds something like a draft. */
const WORDS =
  '一、总体情况|二、主动公开政府信息情况|三、收到和处理政府信息公开申请情况|四、政府信息公开行政复议、行政诉讼情况|五、存在的主要问题及改进情况|（六）其他需要报告的事项|云泽市2022年政府信息公开工作年度报告|二〇二三年|2022年1月1日至2022年12月31日|自然人|商业企业|总计|其他|规章|信息内容|本年制发件数|第二十条第（一）项|（一）予以公开|（七）总计|三、本年度办理结果|四、结转下年度继续办理|1.属于国家秘密|（四）无法提供|（六）其他处理|3.其他|行政复议|行政诉讼|结果维持|未经复议直接起诉|小计|目录|本年收费金额（单位：万元）|全年收到申请|办结|一是|二是|其中|占5%|<table>|</table>|<tr>|</tr>|<td>|<td rowspan="8">|<td rowspan=99999>|</td>|<td colspan="0">|<br>|&nbsp;|&#x110000;|<!--|-->|<!-- nianbao-disable table/blank -->|<!-- nianbao-disable-next-line|```|## |**|---|【】|【核】|〔2021〕30号|0|12|1,234|-3|/|增3|５|52.1万元|约30|22（其中修订 16 件）|99999999999999999999999|。|，|；|：|（|）|(|)|“|、|.|𠮷|😀|\ud83d|\ude00|\ufeff|\u200b|\u3000|\u2028|\u00a0|e\u0301'.split(
    '|',
  );
const SEPARATORS = ['|', '|', '| ', ' | ', '｜', '\\|', '|---|---|', '\t', '\t\t', ' ', '   '];
const LINE_ENDS = ['\n', '\n', '\n\n', '\r\n', '\r', '\f', '\v', '\0'];

/** A word of a draft, a separator of cells or a line end. */
export const words = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 2, arbitrary: fc.constantFrom(...SEPARATORS) },
  { weight: 1, arbitrary: fc.constantFrom(...LINE_ENDS) },
);

const noise = fc.string({ unit: 'binary', maxLength: 300 });
const soup = fc.array(words, { maxLength: 120 }).map((parts) => parts.join(''));

/** So many different drafts: each is written once and taken again and again. */
const POOL = Number(process.env.NIANBAO_POOL ?? 150);
const pool = new Map<number, string>();

/** Draft number `index` of the pool: any layout, both forms, with and without noise, blanks, moved columns, sentences. */
function pooled(index: number): string {
  const known = pool.get(index);
  if (known !== undefined) return known;
  const rng = new Random(`pool ${index}`);
  const { text } = generateDraft(70_000 + index, {
    ...(rng.chance(0.7) && { layout: rng.pick(LAYOUTS) }),
    form: rng.pick(['2019', '2021'] as const),
    noise: rng.chance(0.7),
    blanks: rng.chance(0.2),
    moved: rng.chance(0.1),
    sentences: rng.chance(0.4),
  });
  pool.set(index, text);
  return text;
}

/** A whole draft. */
export const draft = fc.nat(POOL - 1).map(pooled);

/** Some lines of a draft, in one piece. */
const excerpt = fc.tuple(draft, fc.nat(), fc.nat(60)).map(([text, from, count]) => {
  const lines = text.split('\n');
  const start = from % lines.length;
  return lines.slice(start, start + 1 + count).join('\n');
});

const base = fc.oneof({ weight: 1, arbitrary: draft }, { weight: 4, arbitrary: excerpt });

type Change = (text: string) => string;

/** A place in a text; where it is short, the same number is another place. */
const place = fc.nat(1_000_000);

/** Characters put in, taken away, put in the place of others, or brought from another draft. */
const characters: fc.Arbitrary<Change> = fc
  .tuple(
    place,
    fc.oneof(fc.nat(3), fc.nat(400)),
    fc.oneof(
      { weight: 5, arbitrary: words },
      { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 2 }) },
      { weight: 1, arbitrary: excerpt },
    ),
  )
  .map(([where, removed, added]) => (text) => {
    const start = where % (text.length + 1);
    return text.slice(0, start) + added + text.slice(start + removed);
  });

/** Lines left out, doubled, swapped, joined, torn or put elsewhere. */
const lines: fc.Arbitrary<Change> = fc
  .tuple(fc.constantFrom('drop', 'double', 'swap', 'join', 'move', 'tear', 'blank'), place, place)
  .map(([kind, a, b]) => (text) => {
    const all = text.split('\n');
    const [i, k] = [a % all.length, b % all.length];
    const line = at(all, i);
    if (kind === 'drop') all.splice(i, 1);
    else if (kind === 'double') all.splice(k, 0, line);
    else if (kind === 'swap') [all[i], all[k]] = [at(all, k), line];
    else if (kind === 'join') all.splice(i, 2, all.slice(i, i + 2).join(''));
    else if (kind === 'tear') all.splice(i, 1, line.slice(0, b % (line.length + 1)), line.slice(b % (line.length + 1)));
    else if (kind === 'blank') all.splice(i, 0, '');
    else all.splice(k, 0, ...all.splice(i, 1));
    return all.join('\n');
  });

/** What cells are parted by; with a capture, so that a split keeps it. */
const BORDER = /(\||\t|<\/?(?:t[dhr]|table)[^>]*>| {2,})/;
const TABULAR = /\||\t|<t[dhr]|\d[ \u3000]+\d/;

/** A line of a table with cells or borders dropped, doubled, swapped, emptied, torn over lines, parted by something else. */
const cells: fc.Arbitrary<Change> = fc
  .tuple(
    fc.constantFrom('drop', 'double', 'swap', 'empty', 'tear', 'part', 'fill'),
    place,
    place,
    fc.constantFrom(...SEPARATORS, '\n', '\n\n', '</td>', '<td>'),
  )
  .map(([kind, where, which, border]) => (text) => {
    const all = text.split('\n');
    const rows = all.flatMap((line, i) => (TABULAR.test(line) ? [i] : []));
    if (rows.length === 0) return text;
    const row = at(rows, where % rows.length);
    const parts = at(all, row).split(BORDER);
    const i = which % parts.length;
    const k = (i + 2) % parts.length;
    const part = at(parts, i);
    if (kind === 'drop') parts.splice(i, 1);
    else if (kind === 'double') parts.splice(i, 0, part, border);
    else if (kind === 'swap') [parts[i], parts[k]] = [at(parts, k), part];
    else if (kind === 'empty') parts[i] = '';
    else if (kind === 'tear') parts[i] = `${part.slice(0, part.length >> 1)}\n${part.slice(part.length >> 1)}`;
    else if (kind === 'part') parts[i] = border;
    else parts[i] = `${part}${which % 100}`;
    all[row] = parts.join('');
    return all.join('\n');
  });

/** One column of every row of a table is gone, or every border is another. */
const columns: fc.Arbitrary<Change> = fc
  .tuple(fc.nat(14), fc.constantFrom('', '', '|', '\t', ' | ', '  '))
  .map(([column, border]) => (text) => {
    const changed = (line: string): string => {
      const parts = line.split(BORDER);
      if (border !== '') return parts.map((part, i) => (i % 2 === 1 && !part.startsWith('<') ? border : part)).join('');
      parts.splice(column * 2, 2);
      return parts.join('');
    };
    return text
      .split('\n')
      .map((line) => (TABULAR.test(line) ? changed(line) : line))
      .join('\n');
  });

const applied = (changes: fc.Arbitrary<Change>, most: number) =>
  fc
    .tuple(base, fc.array(changes, { minLength: 1, maxLength: most }))
    .map(([text, all]) => all.reduce((now, change) => change(now), text));

/** A draft that somebody has been at. */
export const edited = applied(fc.oneof(characters, lines), 8);

/** A draft whose tables are wrecks. */
export const wrecked = applied(
  fc.oneof(
    { weight: 6, arbitrary: cells },
    { weight: 2, arbitrary: lines },
    { weight: 1, arbitrary: columns },
    { weight: 1, arbitrary: characters },
  ),
  10,
);

const MIXED = ['\n', '\r\n', '\r', '\r\n', '\n'];

/** Line ends as some system has them, or as several have left them; perhaps a byte order mark. */
const ended = (text: fc.Arbitrary<string>) =>
  fc
    .tuple(text, fc.constantFrom('as is', 'as is', '\r\n', '\r', 'mixed'), fc.constantFrom('', '', '', '\ufeff'))
    .map(([words, eol, mark]) => {
      let line = 0;
      const parted =
        eol === 'as is' ? words : words.replace(/\r\n?|\n/g, () => (eol === 'mixed' ? at(MIXED, line++ % 5) : eol));
      return mark + parted;
    });

/** Any text at all, most of them something like a draft. */
export const anyText = ended(
  fc.oneof(
    { weight: 1, arbitrary: noise },
    { weight: 3, arbitrary: soup },
    { weight: 4, arbitrary: edited },
    { weight: 5, arbitrary: wrecked },
  ),
);

/** Drafts in which an author may have made mistakes, but no wreck. */
export const anyDraft = ended(
  fc.oneof({ weight: 1, arbitrary: draft }, { weight: 2, arbitrary: edited }, { weight: 2, arbitrary: wrecked }),
);
