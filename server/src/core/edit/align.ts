import { eastAsianWidth } from 'get-east-asian-width';

/** On which side of its column a cell is filled up with spaces. `none` is left, without a mark in the separator row. */
export type Alignment = 'none' | 'left' | 'center' | 'right';

/** GFM wants one dash; three are what everybody writes. */
const NARROWEST = 3;

const INVISIBLE = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]$/u;

/**
 * Columns that words take in a fixed-width font: two for a wide character, none for a mark that is put on another.
 * @param ambiguousWide whether characters that are wide in Chinese fonts only (“ ” … · ①) take two as well
 */
export function displayWidth(text: string, ambiguousWide: boolean): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    if (code >= 0x20 && code < 0x7f) width++;
    else if (!INVISIBLE.test(character)) width += eastAsianWidth(code, { ambiguousAsWide: ambiguousWide });
  }
  return width;
}

/** The width of each column: that of its widest cell. */
export function columnWidths(rows: readonly (readonly string[])[], ambiguousWide: boolean): number[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((words, i) => {
      widths[i] = Math.max(widths[i] ?? NARROWEST, displayWidth(words, ambiguousWide));
    });
  }
  return widths;
}

/** Spaces before and behind the words of a cell. */
export function padding(free: number, alignment: Alignment): readonly [before: number, after: number] {
  const space = Math.max(0, free);
  if (alignment === 'right') return [space, 0];
  if (alignment === 'center') return [space >> 1, space - (space >> 1)];
  return [0, space];
}

/** The alignment that a cell of a separator row asks for: `:-:`. */
export function readAlignment(mark: string): Alignment {
  const left = mark.startsWith(':');
  const right = mark.endsWith(':');
  return left && right ? 'center' : right ? 'right' : left ? 'left' : 'none';
}

/** The cell of a separator row, as wide as its column. */
export function alignmentMark(width: number, alignment: Alignment): string {
  const left = alignment === 'left' || alignment === 'center' ? ':' : '';
  const right = alignment === 'right' || alignment === 'center' ? ':' : '';
  return left + '-'.repeat(width - left.length - right.length) + right;
}

/** A whole table of GFM with its columns lined up; the first row is the head. Pipes in cells are escaped by then. */
export function alignedTable(
  rows: readonly (readonly string[])[],
  alignments: readonly Alignment[],
  ambiguousWide: boolean,
): string[] {
  const widths = columnWidths(rows, ambiguousWide);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const aligned = rows.map((row) =>
    line(
      row.map((words, i) => {
        const free = (widths[i] as number) - displayWidth(words, ambiguousWide);
        const [before, after] = padding(free, alignments[i] ?? 'none');
        return ' '.repeat(before) + words + ' '.repeat(after);
      }),
    ),
  );
  const marks = widths.map((width, i) => alignmentMark(width, alignments[i] ?? 'none'));
  return [aligned[0] as string, line(marks), ...aligned.slice(1)];
}
