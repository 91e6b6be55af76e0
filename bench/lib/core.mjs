/** The core and what it is held against, each as a function from a text to a number that depends on all of its work. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import MarkdownIt from 'markdown-it';

/** The core as it stands in the sources, bundled in memory: no build before, no file after. */
async function loadCore() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../../server/src/core/index.ts', import.meta.url))],
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    charset: 'utf8',
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

export const { parseReport, checkReport } = await loadCore();
const markdown = new MarkdownIt();

/** A real report, and what the drafts to measure on are as long as. */
export const REPORT = 12_000;

export function check(text) {
  const report = parseReport(text);
  return weigh(report) + checkReport(report).length;
}

export function parse(text) {
  return weigh(parseReport(text));
}

function weigh(report) {
  return report.sections.length + report.tables.reduce((cells, table) => cells + table.cells.size, 0);
}

export function split(text) {
  return text.split(/\r?\n/).length;
}

export function scan(text) {
  let hash = 0;
  for (let i = 0; i < text.length; i += 1) hash = (hash + text.charCodeAt(i)) | 0;
  return hash;
}

/** The least that reading a text can cost. */
export function floor(text) {
  return split(text) + scan(text);
}

export function markdownIt(text) {
  return markdown.parse(text, {}).length;
}
