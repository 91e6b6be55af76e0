/**
 * The public face of the core: strings in, plain data out. It needs no editor, no Node and no clock.
 * Nothing outside `core/` imports from anywhere but here.
 */

export { citedNumbers } from './complete/citations';
export { complete } from './complete/complete';
export type { Suggestion } from './complete/suggestion';
export {
  CONFIG_NAME,
  type Config,
  type ConfigProblem,
  isIgnored,
  LEVELS,
  readConfig,
  withConfig,
} from './control/config';
export { suppressions } from './control/suppress';
export { type ReportData, reportData } from './data';
export { convertTable, mayConvert, type Refusal, type TargetLayout, tabLines, tableRows } from './edit/convert';
export { type FormatOptions, formatTables } from './edit/format';
export { type Insertable, insertables, openingAt } from './edit/insertable';
export { canMigrate, migrate } from './edit/migrate';
export { type Block, pasteBlock, readBlock } from './edit/pasteBlock';
export { type Placeholder, placeholders, REVIEW } from './edit/placeholder';
export { type RolledForward, rollForward } from './edit/rollForward';
export { LEVELS as REPORT_LEVELS, type Level as ReportLevel } from './edit/sentences';
export { newDraft, type Template, titleWords } from './edit/skeleton';
export { type PlainSnippet, plainSnippets } from './edit/snippets';
export { applyEdits, compatible, type Fix, type TextEdit } from './edit/textEdit';
export { type GridPlace, placesAt, selectionOf, type ValueGrid, valueGrid } from './edit/valueGrid';
export { type Explanation, explainPlace } from './explain';
export { cellLabel, SECTION_TITLES } from './forms';
export { REGULATION } from './forms/citations';
export type { Meaning } from './forms/meanings';
export type * from './model';
export { numbersOfCell, type TableNumber, tableNumberAt } from './prose/compare';
export { type Citation, findCitations } from './read/citations';
export { cellAt, type Place, placeAt, tableAt } from './read/place';
export { isDraft } from './read/recognise';
export { parseReport } from './read/report';
export { checkReport } from './rules/check';
export { fixesFor, fixKind, safeEdits } from './rules/fixes';
export { canMend, mendTable } from './rules/mendTable';
export { RULES, type RuleMeta, ruleMeta } from './rules/registry';
export { tableBalance } from './solve/balance';
export { linkedCells, partsOf, totalsOf } from './solve/links';
export { type Addend, equation, type Sum, sumsOf, tableSums } from './solve/sums';
export { expandBraces, isPattern, type Step, steps } from './text/glob';
export { LineIndex, type Position } from './text/lineIndex';
