/** Markdown tables, and the same without the outer pipes. */

import type { Grid } from '../grid';
import { at, type Random } from '../random';
import { cellText, displayWidth, type Piece } from '../writer';
import { type Field, type FieldRow, fieldRows, isEmpty } from './fields';
import { fieldPieces, furnitureText, type LayoutContext, type LayoutPlan, type Rendered } from './layout';

/** (a) GFM, with a separator row. */
export function gfm(rng: Random, noise: ReadonlySet<string>): LayoutPlan {
  const merge = rng.pick(['empty', 'empty', 'repeat', 'padded', 'gone'] as const);
  const padding = rng.pick(['none', 'one', 'one', 'aligned'] as const);
  const emptyHeader = rng.chance(0.15);
  const colons = rng.pick(['---', '---', ':---:', ':--', '-']);
  const joint =
    merge === 'empty' && rng.chance(0.35) ? 'continuation' : rng.pick(['<br>', '<br>', '<br/>', '<br />', '\n']);
  const plan = { merge, padding, emptyHeader, colons, joint };
  return {
    variant: `gfm ${merge} ${padding}${emptyHeader ? ' emptyHeader' : ''}${noise.has('brokenLabels') ? ` ${JSON.stringify(joint)}` : ''}`,
    merge,
    simple: merge === 'repeat' || (merge === 'empty' && rng.chance(0.5)),
    marksBlanks: false,
    keepsFirst: merge === 'gone' || merge === 'padded',
    tight: false,
    usesTabs: false,
    bareNumbers: true,
    render: (parts, context) => renderGfm(parts, context, plan),
  };
}

interface GfmStyle {
  readonly merge: 'empty' | 'repeat' | 'padded' | 'gone';
  readonly padding: 'none' | 'one' | 'aligned';
  readonly emptyHeader: boolean;
  readonly colons: string;
  readonly joint: string;
}

function renderGfm(parts: readonly Grid[], context: LayoutContext, style: GfmStyle): Rendered {
  const pieces: Piece[] = [];
  for (const [page, part] of parts.entries()) {
    if (page > 0) pieces.push(furnitureText(context, page));
    const rows = fieldRows(part, style.merge).flatMap((row) => continued(row, style.joint === 'continuation'));
    const joint = style.joint === 'continuation' ? '' : style.joint;
    const texts = rows.map((row) => row.fields.map((field) => fieldText(field, joint)));
    const widths = Array.from({ length: part.width }, (_, column) =>
      Math.max(3, ...texts.map((row) => displayWidth(row[column] ?? ''))),
    );
    const separator = `|${widths
      .map((width) => (style.padding === 'aligned' ? ` ${'-'.repeat(width)} |` : `${spaced(style.colons, style)}|`))
      .join('')}\n`;
    if (page === 0 && style.emptyHeader) {
      pieces.push(`|${widths.map(() => spaced(' ', style)).join('|')}|\n`, separator);
    }
    for (const [index, row] of rows.entries()) {
      pieces.push('|');
      for (const [column, field] of row.fields.entries()) {
        const fill = at(widths, column) - displayWidth(fieldText(field, joint));
        const pad = style.padding === 'aligned' ? ' '.repeat(Math.max(0, fill)) : '';
        const edge = style.padding === 'none' ? '' : ' ';
        pieces.push(edge, ...fieldPieces(field, joint), pad, edge, '|');
      }
      pieces.push('\n');
      const afterHeader = index === 0 && !(page === 0 && style.emptyHeader);
      if (afterHeader && (page === 0 || context.rng.fork(`separator${page}`).chance(0.6))) pieces.push(separator);
    }
  }
  return { variant: '', pieces };
}

function spaced(words: string, style: GfmStyle): string {
  return style.padding === 'none' ? words : ` ${words} `;
}

function fieldText(field: Field, joint: string): string {
  return fieldPieces(field, joint)
    .map((piece) => (typeof piece === 'string' ? piece : cellText(piece.cell)))
    .join('');
}

/** A row whose label is broken, as two rows: numbers in the first, the rest of the label alone in the second. */
function continued(row: FieldRow, wanted: boolean): FieldRow[] {
  const broken = row.fields.some((field) => field !== null && 'cell' in field && field.cell.pieces.length > 1);
  if (!wanted || !broken) return [row];
  const part = (field: Field, first: boolean): Field => {
    if (field === null || 'words' in field || field.cell.kind === 'value') return first ? field : null;
    return { words: first ? (field.cell.pieces[0] ?? '') : field.cell.pieces.slice(1).join('') };
  };
  return [
    { row: row.row, fields: row.fields.map((field) => part(field, true)) },
    { row: row.row, fields: row.fields.map((field) => part(field, false)) },
  ];
}

/** (b) Pipes without the outer ones. */
export function pipes(rng: Random, noise: ReadonlySet<string>): LayoutPlan {
  const merge = rng.pick(['padded', 'padded', 'padded', 'empty', 'gone', 'docx'] as const);
  const tidy = merge !== 'padded' || rng.chance(0.3);
  const trailing = rng.chance(0.5);
  const joint = merge === 'empty' && rng.chance(0.4) ? 'continuation' : rng.pick(['\n', '\n', '\n\n', '<br>']);
  return {
    variant: `pipes ${merge}${tidy ? ' tidy' : ''}${trailing ? ' trailing' : ''}${noise.has('brokenLabels') ? ` ${JSON.stringify(joint)}` : ''}`,
    merge,
    simple: merge === 'padded' || (merge === 'empty' && rng.chance(0.5)),
    marksBlanks: false,
    keepsFirst: merge === 'padded' || merge === 'gone',
    tight: false,
    usesTabs: false,
    bareNumbers: true,
    render: (parts, context) => {
      const pieces: Piece[] = [];
      for (const [page, part] of parts.entries()) {
        if (page > 0) pieces.push(furnitureText(context, page));
        const rows = fieldRows(part, merge).flatMap((row) => continued(row, joint === 'continuation'));
        for (const [index, row] of rows.entries()) {
          const last = page === parts.length - 1 && index === rows.length - 1;
          const fields = last && merge === 'padded' ? withoutTail(row.fields) : row.fields;
          const words = joint === 'continuation' ? '' : joint;
          if (tidy) {
            for (const [column, field] of fields.entries()) {
              if (column > 0) pieces.push(' | ');
              pieces.push(...fieldPieces(field, words));
            }
            if (trailing) pieces.push(' |');
          } else {
            // One bar after each field; only what a merged cell covers has no space before it.
            for (const [column, field] of fields.entries()) {
              pieces.push(...fieldPieces(field, words), isEmpty(field) ? '|' : ' |');
              if (field !== null && column < fields.length - 1) pieces.push(' ');
            }
          }
          pieces.push('\n');
          if (!last && context.noise.has('strayLines') && context.rng.fork(`${page}.${index}`).chance(0.06)) {
            pieces.push('\n');
          }
        }
      }
      return { variant: '', pieces };
    },
  };
}

/** The fields without what fills the row up; blank numbers stay. */
function withoutTail(fields: readonly Field[]): readonly Field[] {
  let end = fields.length;
  while (end > 0 && fields[end - 1] === null) end--;
  return fields.slice(0, end);
}
