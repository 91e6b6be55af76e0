import { draftStyle } from '../edit/style';
import type { Fix, TextEdit } from '../edit/textEdit';
import type { Directive, Finding, Range, Report, Table } from '../model';
import { linesOf } from '../read/layouts';
import { splitLines } from '../read/lines';

/**
 * Comments that turn off the rule of a finding: at its place, then in the whole file. Never preferred, never safe:
 * nothing is mended by them.
 * @param finding one that `checkReport` returned for the same report
 */
export function suppressions(report: Report, finding: Finding): readonly Fix[] {
  const { rule } = finding;
  const table = report.tables.find((t) => t.range.start <= finding.range.start && finding.range.start < t.range.end);
  const around = table && takesNoLines(report.text, table, finding.range.start) ? table : null;
  return [
    around
      ? {
          title: { zh: `对这张表停用 ${rule}`, en: `Turn off ${rule} for this table` },
          kind: 'control/region',
          edits: aroundTable(report, around, rule),
          preferred: false,
          safe: false,
        }
      : {
          title: { zh: `对这一行停用 ${rule}`, en: `Turn off ${rule} for this line` },
          kind: 'control/next-line',
          edits: [aboveLine(report, finding.range.start, rule, table !== undefined)],
          preferred: false,
          safe: false,
        },
    {
      title: { zh: `在本文件停用 ${rule}`, en: `Turn off ${rule} in this file` },
      kind: 'control/file',
      edits: [inFile(report, rule)],
      preferred: false,
      safe: false,
    },
  ];
}

/**
 * Whether a comment between two lines of a table would take it apart for its other readers: Markdown ends a table
 * there, HTML may be in the middle of a tag, and a quoted cell over several lines would hold the comment.
 */
function takesNoLines(text: string, table: Table, offset: number): boolean {
  if (table.layout === 'pipes' || table.layout === 'html') return true;
  if (table.layout !== 'tabs') return false;
  const row = table.rows.find((r) => r.range.start < offset && offset <= r.range.end);
  return row !== undefined && /[\r\n]/.test(text.slice(row.range.start, offset));
}

/** A region from before the table to behind it, apart from it by empty lines as Markdown wants it. */
function aroundTable(report: Report, table: Table, rule: string): TextEdit[] {
  const { text } = report;
  const { eol } = draftStyle(report);
  const { start, end } = block(text, table);
  const gap = eol + eol;
  return [
    insert(start, `<!-- nianbao-disable ${rule} -->${gap}`),
    insert(end, `${gap}<!-- nianbao-enable ${rule} -->`),
  ];
}

/** The whole lines that a table takes, also those of its head that no cell stands in. */
function block(text: string, { range, layout }: Table): Range {
  const lines = splitLines(text);
  let { first, last } = linesOf(lines, range.start, range.end);
  if (layout === 'html') {
    const [open] = [...text.slice(0, range.start).matchAll(/<\/?table\b/gi)].slice(-1);
    if (open && !open[0].startsWith('</')) first = linesOf(lines, open.index, open.index).first;
    const close = /<\/?table\b/i.exec(text.slice(range.end));
    if (close?.[0].startsWith('</')) last = linesOf(lines, range.end + close.index, range.end + close.index).first;
  } else {
    while (lines[first - 1]?.pipe) first--;
    while (lines[last + 1]?.pipe) last++;
  }
  return { start: lines[first]?.start ?? range.start, end: lines[last]?.end ?? range.end };
}

/**
 * A comment for the line that an offset stands in. In a paragraph of Markdown that runs over several lines a comment
 * on a line of its own would end it: there it stands at the end of the line before.
 */
function aboveLine(report: Report, offset: number, rule: string, inTable: boolean): TextEdit {
  const { text, directives } = report;
  const there = directives.find((d) => d.kind === 'next-line' && d.scope.start <= offset && offset <= d.scope.end);
  if (there) return addName(text, there, rule);
  const lines = splitLines(text);
  const at = linesOf(lines, offset, offset).first;
  const before = lines[at - 1];
  const comment = `<!-- nianbao-disable-next-line ${rule} -->`;
  const { eol, headingPrefix } = draftStyle(report);
  if (!inTable && headingPrefix.includes('#') && before && /^[^\s#|<]/.test(text.slice(before.from, before.to))) {
    return insert(before.to, ` ${comment}`);
  }
  const start = lines[at]?.start ?? 0;
  const indent = /^ */.exec(text.slice(start))?.[0] ?? '';
  return insert(behindMark(text, start), indent + comment + eol);
}

function inFile(report: Report, rule: string): TextEdit {
  const { text, directives } = report;
  const there = directives.find((d) => d.kind === 'file');
  if (there) return addName(text, there, rule);
  // the front matter of Markdown has to be the first thing in the file
  const matter = /^\ufeff?---[ \t]*(\r\n|\r|\n)(?:.*(?:\r\n|\r|\n))*?---[ \t]*(?:\r\n|\r|\n)/.exec(text);
  const at = matter ? matter[0].length : behindMark(text, 0);
  return insert(at, `<!-- nianbao-disable-file ${rule} -->${draftStyle(report).eol}`);
}

/** One comment more would have to be read beside the one that is there. */
function addName(text: string, { rules, range }: Directive, rule: string): TextEdit {
  const last = rules[rules.length - 1];
  const kind = /^<!--\s*[a-z-]+/.exec(text.slice(range.start, range.end));
  return insert(last?.range.end ?? range.start + (kind?.[0].length ?? 0), `${last ? ', ' : ' '}${rule}`);
}

/** A byte order mark stays the first character. */
function behindMark(text: string, offset: number): number {
  return offset === 0 && text.startsWith('\ufeff') ? 1 : offset;
}

function insert(at: number, newText: string): TextEdit {
  return { range: { start: at, end: at }, newText };
}
