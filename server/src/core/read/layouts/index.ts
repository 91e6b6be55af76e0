export { findHtmlTable, linesOf, readHtmlTable } from './html';
export { pipeStyles, readPipes } from './pipes';
export { readSpaces } from './spaces';
export { isTabbedCell, readTabbedCells, readTabs } from './tabs';
