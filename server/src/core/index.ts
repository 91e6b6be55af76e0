/**
 * The public face of the core: strings in, plain data out. It needs no editor, no Node and no clock.
 * Nothing outside `core/` imports from anywhere but here.
 */

export { type ReportData, reportData } from './data';
export { applyEdits, compatible, type Fix, type TextEdit } from './edit/textEdit';
export { cellLabel, SECTION_TITLES } from './forms';
export type * from './model';
export { isDraft } from './read/recognise';
export { parseReport } from './read/report';
export { checkReport, fixesFor } from './rules/check';
export { RULES, type RuleMeta, ruleMeta } from './rules/registry';
export { tableBalance } from './solve/balance';
export { LineIndex, type Position } from './text/lineIndex';
