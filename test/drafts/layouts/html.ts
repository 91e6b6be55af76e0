/** (f) HTML with rowspan and colspan: written by hand, by a site, by Word. */
import type { Grid, GridCell } from '../grid';
import type { Random } from '../random';
import type { Piece } from '../writer';
import type { LayoutContext, LayoutPlan } from './layout';

type Style = 'pretty' | 'flat' | 'word' | 'rowALine';

export function html(rng: Random, noise: ReadonlySet<string>): LayoutPlan {
  const style = rng.pick(['pretty', 'flat', 'word', 'rowALine'] as const);
  const sections = style !== 'word' && rng.chance(0.5);
  const shout = rng.chance(0.1);
  const joint = rng.pick(['<br>', '<br/>', '<br />', '</p><p>', '\n']);
  return {
    variant: `html ${style}${sections ? ' thead' : ''}${shout ? ' upper' : ''}${noise.has('brokenLabels') ? ` ${JSON.stringify(joint)}` : ''}`,
    merge: null,
    simple: rng.chance(0.3),
    marksBlanks: false,
    keepsFirst: false,
    tight: false,
    usesTabs: false,
    bareNumbers: true,
    render: (parts, context) => {
      const pieces: Piece[] = [];
      for (const [page, part] of parts.entries()) {
        if (page > 0) {
          const lines = context.furniture(page);
          pieces.push(
            ...lines.map((line) => (style === 'word' ? `<p class=MsoNormal>${line}</p>\n` : `<p>${line}</p>\n`)),
          );
        }
        pieces.push(...table(part, context, { style, sections, shout, joint, page }));
      }
      return { variant: '', pieces };
    },
  };
}

interface HtmlStyle {
  readonly style: Style;
  readonly sections: boolean;
  readonly shout: boolean;
  readonly joint: string;
  readonly page: number;
}

function table(grid: Grid, context: LayoutContext, options: HtmlStyle): Piece[] {
  const { style, shout } = options;
  const name = (tag: string): string => (shout ? tag.toUpperCase() : tag);
  const line = style === 'flat' ? '' : '\n';
  const indent = (depth: number): string => (style === 'pretty' ? '  '.repeat(depth) : '');
  const opening =
    style === 'word'
      ? `<table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0\n style='border-collapse:collapse;border:none;mso-border-alt:solid windowtext .5pt'>`
      : `<${name('table')}${style === 'flat' ? ' border="1" cellspacing="0" style="width:100%"' : ''}>`;
  const pieces: Piece[] = [opening, line];
  let body: 'none' | 'thead' | 'tbody' = 'none';
  for (const [index, row] of grid.rows.entries()) {
    // Only a run of headers at the top is a head; table 2 has headers between its numbers.
    const head = row.head && grid.rows.slice(0, index).every((other) => other.head);
    const wanted = options.sections ? (head ? 'thead' : 'tbody') : 'none';
    if (wanted !== body) {
      if (body !== 'none') pieces.push(indent(1), `</${name(body)}>`, line);
      if (wanted !== 'none') pieces.push(indent(1), `<${name(wanted)}>`, line);
      body = wanted;
    }
    const depth = options.sections ? 2 : 1;
    pieces.push(
      indent(depth),
      style === 'word' ? `<tr style='mso-yfti-irow:${index};height:14.25pt'>` : `<${name('tr')}>`,
    );
    if (style !== 'rowALine') pieces.push(line);
    for (const [column, cell] of row.cells.entries()) {
      pieces.push(
        indent(depth + 1),
        ...cellPieces(cell, head, options, context.rng.fork(`${options.page}.${index}.${column}`), context),
      );
      if (style !== 'rowALine') pieces.push(line);
    }
    pieces.push(style === 'rowALine' ? '' : indent(depth), `</${name('tr')}>`, line);
  }
  if (body !== 'none') pieces.push(indent(1), `</${name(body)}>`, line);
  pieces.push(`</${name('table')}>\n`);
  return pieces;
}

function cellPieces(cell: GridCell, head: boolean, options: HtmlStyle, rng: Random, context: LayoutContext): Piece[] {
  const { style, shout, joint } = options;
  const tag = head && options.sections ? 'th' : 'td';
  const name = shout ? tag.toUpperCase() : tag;
  const quote = style === 'word' ? '' : '"';
  const spans =
    (cell.colspan > 1 || (style === 'flat' && rng.chance(0.1)) ? ` colspan=${quote}${cell.colspan}${quote}` : '') +
    (cell.rowspan > 1 ? ` rowspan=${quote}${cell.rowspan}${quote}` : '');
  const blank = cell.kind === 'value' ? !cell.written : cell.text === '';
  const stray = context.noise.has('strayLines') && rng.chance(0.04);
  if (style === 'word') {
    const paragraph = `<p class=MsoNormal align=center style='text-align:center'>`;
    const span =
      cell.kind === 'value'
        ? `<span lang=EN-US style='font-size:9.0pt'>`
        : `<span style='font-size:9.0pt;font-family:宋体'>`;
    const content: Piece[] = blank
      ? [`${span}&nbsp;</span>`]
      : cell.kind === 'value'
        ? [span, { cell }, '</span>']
        : [
            wordLabel(
              cell,
              span,
              joint === '\n' ? '\n  ' : joint === '</p><p>' ? `</span></p>${paragraph}${span}` : joint,
            ),
          ];
    return [
      `<td width=64${spans} style='width:48.0pt;border:solid windowtext 1.0pt;\n  padding:0cm 5.4pt 0cm 5.4pt'>`,
      stray ? `${paragraph}<span lang=EN-US>&nbsp;</span></p>` : '',
      paragraph,
      ...content,
      '</p></td>',
    ];
  }
  const inner: Piece[] = blank
    ? [rng.chance(0.3) ? '&nbsp;' : '']
    : cell.kind === 'value'
      ? [{ cell }]
      : [cell.pieces.join(joint === '\n' && style === 'flat' ? '<br>' : joint)];
  const paragraphs = style === 'flat' || (joint === '</p><p>' && cell.pieces.length > 1);
  const attributes =
    style === 'flat' && rng.chance(0.5) ? ' align="center" style="border: 1px solid #000; padding: 2px;"' : '';
  return [
    `<${name}${spans}${attributes}>`,
    stray ? (paragraphs ? '<p>&nbsp;</p>' : '<br>') : '',
    paragraphs ? '<p>' : '',
    ...inner,
    paragraphs ? '</p>' : '',
    `</${name}>`,
  ];
}

/** Word puts Latin digits in a span of their own. */
function wordLabel(cell: GridCell, span: string, joint: string): string {
  return cell.pieces
    .map((piece, index) => {
      const number = /^(\d[.．]\s*)(.*)$/.exec(piece);
      if (index > 0 || number === null) return index > 0 ? piece : `${span}${piece}`;
      return `<span lang=EN-US style='font-size:9.0pt'>${number[1]}</span>${span}${number[2]}`;
    })
    .join(joint)
    .concat('</span>');
}
