/**
 * The public face of the core: strings in, plain data out. It needs no editor, no Node and no clock.
 * Nothing outside `core/` imports from anywhere but here.
 */
export type * from './model';
export { parseReport } from './read/report';
export { checkReport } from './rules/check';
export { RULES, type RuleMeta, ruleMeta } from './rules/registry';
export { reportData, type ReportData } from './data';
export { isDraft } from './read/recognise';
export { LineIndex, type Position } from './text/lineIndex';
export { cellLabel, SECTION_TITLES } from './forms';
export { tableBalance } from './solve/balance';
