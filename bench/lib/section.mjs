/** What one measurement has to say, on the terminal and in the document. */
import { eastAsianWidth } from 'get-east-asian-width';

/**
 * @typedef {object} Table
 * @property {string} title
 * @property {readonly string[]} head
 * @property {readonly (readonly string[])[]} rows
 */

/**
 * @typedef {object} Goal
 * @property {string} id the reason why it is missed goes by it
 * @property {string} what
 * @property {string} goal
 * @property {string} figure
 * @property {boolean} met
 */

/**
 * @typedef {object} Section
 * @property {string} how what was measured, and in what way
 * @property {readonly Table[]} tables
 * @property {readonly Goal[]} goals
 */

/**
 * A goal that is met where the figure does not exceed it.
 * @param {{ id: string, what: string, figure: number, most: number, words: (figure: number) => string }} goal
 * @returns {Goal}
 */
export function atMost({ id, what, figure, most, words }) {
  return { id, what, goal: `≤ ${words(most)}`, figure: words(figure), met: figure <= most };
}

/** @param {string} title @param {Section} section */
export function print(title, { how, tables, goals }) {
  console.log(`\n── ${title} ──\n${how}`);
  for (const table of tables) printTable(table);
  if (goals.length > 0) {
    printTable({
      title: '目标',
      head: ['', '目标', '实测', ''],
      rows: goals.map(({ what, goal, figure, met }) => [what, goal, figure, met ? '达到' : '未达到']),
    });
  }
}

function printTable({ title, head, rows }) {
  const lines = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => width(line[column]))));
  console.log(`\n${title}`);
  for (const line of lines) {
    const cells = line.map((cell, column) => {
      const room = ' '.repeat(widths[column] - width(cell));
      return column === 0 ? cell + room : room + cell;
    });
    console.log(`  ${cells.join('  ').trimEnd()}`);
  }
}

/** Columns of a terminal that a text takes. */
function width(text) {
  return [...text].reduce((columns, character) => columns + eastAsianWidth(character.codePointAt(0)), 0);
}
