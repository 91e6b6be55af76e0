export { findHtmlTable, linesOf, readHtmlTable } from './html';
export { readPipes } from './pipes';
export { readSpaces } from './spaces';
export { isTabbedCell, readTabbedCells, readTabs } from './tabs';
