/** Tab-separated rows, one cell a line behind a tab, and one cell a line with nothing before it. */
import type { Random } from '../random';
import type { Piece } from '../writer';
import { type Field, fieldRows } from './fields';
import { fieldPieces, furnitureText, type LayoutPlan } from './layout';

/** (c) Rows of tab-separated fields. */
export function tabs(rng: Random, noise: ReadonlySet<string>): LayoutPlan {
  const merge = rng.pick(['docx', 'docxLabels', 'docxLabels', 'empty', 'empty', 'gone'] as const);
  const joint = rng.pick(merge === 'empty' ? ['"', '\n'] : ['\n', '\n', '\n\n']);
  // Some rows have a tab too many at the end (a row of a page that had more columns).
  const extraTabs = merge !== 'empty' && rng.chance(0.3);
  const trimmed = !extraTabs && rng.chance(0.3);
  return {
    variant: `tabs ${merge}${extraTabs ? ' extraTabs' : ''}${trimmed ? ' trimmed' : ''}${noise.has('brokenLabels') ? ` ${JSON.stringify(joint)}` : ''}`,
    merge,
    simple: merge === 'docxLabels' || (merge === 'empty' && rng.chance(0.5)),
    marksBlanks: false,
    keepsFirst: merge === 'gone' || extraTabs,
    tight: false,
    usesTabs: true,
    bareNumbers: true,
    render: (parts, context) => {
      const pieces: Piece[] = [];
      for (const [page, part] of parts.entries()) {
        if (page > 0) pieces.push(furnitureText(context, page));
        for (const [index, row] of fieldRows(part, merge).entries()) {
          const local = context.rng.fork(`${page}.${index}`);
          const fields = trimmed ? withoutCovered(row.fields) : row.fields;
          for (const [column, field] of fields.entries()) {
            if (column > 0) pieces.push('\t');
            const broken = field !== null && 'cell' in field && field.cell.pieces.length > 1;
            // A spreadsheet quotes a cell that has a line break in it.
            if (joint === '"' && broken) pieces.push('"', ...fieldPieces(field, '\n'), '"');
            else pieces.push(...fieldPieces(field, joint === '"' ? '' : joint));
          }
          if (extraTabs && fields.length < part.width && local.chance(0.5)) pieces.push('\t');
          pieces.push('\n');
          if (context.noise.has('strayLines') && local.chance(0.06)) pieces.push('\n');
        }
      }
      return { variant: '', pieces };
    },
  };
}

/** An editor that trims lines takes the covered places at the end away. */
function withoutCovered(fields: readonly Field[]): readonly Field[] {
  let end = fields.length;
  while (end > 1 && fields[end - 1] === null) end--;
  return fields.slice(0, end);
}

/** (d) One cell a line behind a tab, an empty line between rows. */
export function cells(rng: Random, noise: ReadonlySet<string>): LayoutPlan {
  const joint = rng.pick(['\n', '\n\n']);
  const leading = noise.has('strayLines') && rng.chance(0.2);
  return {
    variant: `cells${noise.has('brokenLabels') ? ` ${JSON.stringify(joint)}` : ''}${leading ? ' leading' : ''}`,
    merge: 'docx',
    simple: false,
    marksBlanks: false,
    keepsFirst: false,
    tight: false,
    usesTabs: true,
    bareNumbers: !leading,
    render: (parts, context) => {
      const pieces: Piece[] = [];
      for (const [page, part] of parts.entries()) {
        if (page > 0) pieces.push(furnitureText(context, page));
        for (const [index, row] of fieldRows(part, 'docx').entries()) {
          for (const [column, field] of row.fields.entries()) {
            const content = fieldPieces(field, joint);
            const local = context.rng.fork(`${page}.${index}.${column}`);
            const stray = context.noise.has('strayLines') && content.length > 0 && local.chance(0.02);
            // A cell whose first paragraph is empty starts on the line below its tab; one whose last is, ends with a gap.
            pieces.push('\t', stray && leading ? '\n' : '', ...content, '\n', stray && !leading ? '\n' : '');
          }
          pieces.push('\n');
        }
      }
      pieces.push('\n');
      return { variant: '', pieces };
    },
  };
}

/** (e) One cell a line and an empty line after each; what was merged is gone. */
export function lines(rng: Random, noise: ReadonlySet<string>): LayoutPlan {
  const joint = rng.pick(['\n\n', '\n\n', '\n']);
  return {
    variant: `lines${noise.has('brokenLabels') ? ` ${JSON.stringify(joint)}` : ''}`,
    merge: 'gone',
    simple: false,
    marksBlanks: true,
    keepsFirst: false,
    tight: false,
    usesTabs: false,
    bareNumbers: false,
    render: (parts, context) => {
      const pieces: Piece[] = [];
      for (const [page, part] of parts.entries()) {
        if (page > 0)
          pieces.push(
            context
              .furniture(page)
              .map((line) => `${line}\n\n`)
              .join(''),
          );
        for (const [index, row] of fieldRows(part, 'gone').entries()) {
          for (const [column, field] of row.fields.entries()) {
            const content = fieldPieces(field, joint);
            if (content.length === 0 || content.every((piece) => piece === '')) continue;
            const stray =
              context.noise.has('strayLines') && context.rng.fork(`${page}.${index}.${column}`).chance(0.02);
            pieces.push(...content, stray ? '\n\n\n' : '\n\n');
          }
        }
      }
      return { variant: '', pieces };
    },
  };
}
