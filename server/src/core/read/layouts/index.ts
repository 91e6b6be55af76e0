export { readBarred } from './barred';
export { findHtmlTable, linesOf, readHtmlTable } from './html';
export { isHeaded, type PipeStyle, pipeCells, pipeStyles, readPipes } from './pipes';
export { readSpaces } from './spaces';
export { beginsQuoted, isTabbedCell, readTabbedCells, readTabs } from './tabs';
