import type { InlayHint, InlayHintParams } from 'vscode-languageserver';
import { type Cell, equation, type Sum, type Table, tableSums } from '../core';
import type { View } from '../drafts';
import type { Language, Words } from '../words';

/**
 * Behind totals what their parts add up to: where a total is wrong or was left blank, or behind every one.
 * A blank total of parts that add up to nothing is not wrong, or an empty form would be full of hints.
 */
export function inlayHints(
  { draft, settings }: View,
  { range }: InlayHintParams,
  words: Words,
  language: Language,
): InlayHint[] {
  if (settings.inlayHints === 'off') return [];
  const from = draft.lines.offsetAt(range.start);
  const to = draft.lines.offsetAt(range.end);
  return draft.report.tables
    .filter((table) => from <= table.range.end && table.range.start <= to)
    .flatMap((table) =>
      [...totals(table, settings.inlayHints === 'always')].flatMap(([name, sums]): InlayHint[] => {
        const cell = table.cells.get(name);
        if (!cell || cell.range.end < from || cell.range.end > to) return [];
        return [
          {
            position: draft.lines.positionAt(behind(draft.text, cell)),
            label: label(sums, words),
            paddingLeft: true,
            tooltip: sums.map((sum) => `${sum.name[language]}${words.colon}${equation(sum)}`).join('\n'),
          },
        ];
      }),
    );
}

/** Behind what is typed in a cell, so that the cursor stays before the hint; in a blank one that is all of its space. */
function behind(text: string, { range, kind }: Cell): number {
  let end = range.end;
  if (kind === 'blank') while (text.charAt(end) === ' ') end++;
  return end;
}

/** The sums to tell of each total, by the name of its cell. */
function totals(table: Table, all: boolean): ReadonlyMap<string, readonly Sum[]> {
  const byTotal = new Map<string, Sum[]>();
  for (const sum of tableSums(table)) {
    if (sum.total === null || (!all && sum.off === 0)) continue;
    byTotal.set(sum.total, [...(byTotal.get(sum.total) ?? []), sum]);
  }
  return byTotal;
}

/** `= 17`; a total of totals whose row and column disagree has both. */
function label(sums: readonly Sum[], words: Words): string {
  const amounts = new Set(sums.map(({ amount }) => amount));
  if (amounts.size === 1) return `= ${sums[0]?.amount}`;
  return sums.map(({ per, amount }) => `${per === 'row' ? words.row : words.column} = ${amount}`).join(words.comma);
}
