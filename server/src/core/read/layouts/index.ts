export { findHtmlTable, linesOf, readHtmlTable } from './html';
export { pipeStyles, readPipes } from './pipes';
export { readSpaces } from './spaces';
export { beginsQuoted, isTabbedCell, readTabbedCells, readTabs } from './tabs';
