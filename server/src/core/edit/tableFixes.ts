import { cellLabel, cellSpecs, type RowSpec, tableSpec } from '../forms';
import type { Cell, Finding, Report, Table } from '../model';
import { readCell } from '../read/cell';
import { blankComments, findComments } from '../read/comments';
import { solveTable } from '../solve/balance';
import { setCells, tableOfFinding, wordsOf } from './cells';
import { fix } from './fix';
import { completion } from './missing';
import { behindBreak, eolOf, rowBreak, rowSpan } from './place';
import { replaceTables } from './retable';
import { likeLabel, RowWriter } from './rows';
import { draftStyle } from './style';
import { withComments } from './tableComments';
import { type Fix, minimalEdit, type TextEdit } from './textEdit';

/** 0 in every blank cell of a table; a total that the identities give gets what its parts add up to. */
export function blankFixes(report: Report, finding: Finding): Fix[] {
  const table = tableOfFinding(report, finding);
  const cells = (finding.cells ?? []).flatMap((name) => table?.cells.get(name) ?? []);
  if (!table || cells.length === 0) return [];
  const { explanation } = solveTable(table);
  const known = new Map(explanation.changes.map((c) => [c.cell, c.to]));
  const values = new Map(cells.map((c) => [c.name, known.get(c.name) ?? 0]));
  const counted = cells.filter((c) => (known.get(c.name) ?? 0) !== 0).length;
  const dashes = cells.every((c) => c.kind === 'dash');
  const what = dashes ? `${cells.length} 处横线改为 0` : `${cells.length} 个空格填 0`;
  const zh = counted > 0 ? `${cells.length} 个空格：${counted} 格按勾稽关系填，其余填 0` : what;
  const en =
    counted > 0
      ? `Fill in ${cells.length} blanks: ${counted} with what balances, the others with 0`
      : `Fill in 0: ${cells.length} cells`;
  return fix('table/blank', zh, en, setCells(report, table, values), { preferred: !dashes });
}

/** The words of the form in the place of a label's. */
export function labelFixes(report: Report, finding: Finding): Fix[] {
  const table = tableOfFinding(report, finding);
  const slip = table?.labels.find((l) => l.range.start === finding.range.start && l.range.end === finding.range.end);
  if (!slip) return [];
  const written = report.text.slice(slip.range.start, slip.range.end);
  const words = likeLabel(slip.expected, written, draftStyle(report));
  return fix('table/label', `改为“${words}”`, `Change to “${words}”`, [minimalEdit(report.text, slip.range, words)], {
    preferred: true,
    safe: true,
  });
}

/** Rows or columns that are missing, with the numbers that the identities give and 0 for the rest. */
export function completeFixes(report: Report, finding: Finding): Fix[] {
  const table = tableOfFinding(report, finding);
  const wanted = new Set(finding.cells);
  const gaps = (table?.gaps ?? []).filter((g) => g.kind === 'missing' && g.cells.every((c) => wanted.has(c)));
  if (!table || gaps.length === 0) return [];
  const names = gaps.flatMap((g) => g.cells);
  const { values, balanced } = completion(table, names);
  const spec = tableSpec(table.readAs, table.id);
  const specs = spec.blocks.flatMap((b) => b.rows);
  const counted = [...values.values()].some((v) => v !== 0);
  const how = balanced ? (counted ? '（按勾稽关系填数，其余填 0）' : '（填 0）') : '（填 0，勾稽关系要再核对）';
  const enHow = balanced && counted ? 'with the numbers that balance' : 'with 0';
  const columns = gaps.flatMap((g) => g.columns);
  const rows = gaps.flatMap((g) => g.rows);
  const zh =
    columns.length > 0
      ? `补上缺的列${how}`
      : rows.length === 1
        ? `补上${rowName(specs.find((r) => r.id === rows[0]))}${how}`
        : `补上缺的 ${rows.length} 行${how}`;
  const en = `Add what is missing ${enHow}`;
  const traits = { preferred: true, opens: !balanced };
  const kind = 'table/incomplete';
  const style = draftStyle(report);
  const inPlace =
    columns.length > 0 ? null : withoutRest(report, table, new RowWriter(report, table, spec, style, values), rows);
  const fixes = inPlace ? fix(kind, zh, en, inPlace, traits) : [];
  // what cannot be put in between is written anew with everything that is there
  const whole = (name: string): string => table.cells.get(name)?.text ?? String(values.get(name) ?? 0);
  const complete = table.gaps.every((g) => g.cells.every((c) => wanted.has(c)));
  return complete && !hasOwn(report, table) ? [...fixes, ...anew(report, table, whole, zh, en, traits)] : fixes;
}

function anew(
  report: Report,
  table: Table,
  text: (name: string) => string,
  zh: string,
  en: string,
  traits: { preferred: boolean; opens: boolean },
): Fix[] {
  const edits = replaceTables(report, [{ table, form: table.readAs, text }]);
  return fix('table/rewrite', `${zh}，整张表按格式重写，已填的数不变`, `${en}; the table is written anew`, edits, {
    ...traits,
    preferred: false,
  });
}

function rowName(spec: RowSpec | undefined): string {
  return spec && spec.label !== '' ? `“${spec.label.replace(/（区分.*$/, '')}”一行` : '数据行';
}

/** Whether a table has what an author added to it, which would be lost if it were written anew. */
function hasOwn({ text }: Report, { range }: Table): boolean {
  return /小计/.test(text.slice(range.start, range.end));
}

/** Rows put in; a label that was begun behind the last row gives way to them. */
function withoutRest(report: Report, table: Table, writer: RowWriter, rows: readonly string[]): TextEdit[] | null {
  const { text } = report;
  const last = Math.max(0, ...table.rows.map((r) => r.range.end));
  const edits = writer.insert(rows);
  const rest = blankComments(text, findComments(text)).slice(last, table.range.end);
  if (!edits || table.rows.length === 0 || rest.replace(/<[^<>]*>|[\s|｜]/g, '') === '') return edits;
  const end = rowSpan(text, table.layout, { start: last, end: last }).end;
  const at = edits.findIndex((e) => e.range.start === end);
  // a number among it is somebody's work
  const put = edits[at];
  if (!put || /\d/.test(rest.replace(/\d\s*[.．、]/g, ''))) return edits;
  const stop = rowSpan(text, table.layout, { start: table.range.end, end: table.range.end }).end;
  const range = { start: end, end: stop };
  const gap = rowBreak(text, table);
  const newText = gap + withComments(report, range, put.newText.slice(gap.length), gap, eolOf(text));
  return put.newText.startsWith(gap) ? edits.map((e, i) => (i === at ? { range, newText } : e)) : edits;
}

/** A row that is there twice with the same numbers is taken away, one out of order put where the form has it. */
export function orderFixes(report: Report, finding: Finding): Fix[] {
  const { text } = report;
  const table = tableOfFinding(report, finding);
  const stray = table?.stray.find((s) => s.range.start === finding.range.start);
  if (!table || !stray) return [];
  const own = table.rows.find((r) => r.id === stray.id);
  if (!own?.label) return [];
  const span = rowSpan(text, table.layout, stray.kind === 'moved' ? own.range : rowAround(text, table, stray.range));
  const whole = { start: span.start, end: behindBreak(text, span.end) };
  const name = `“${stray.label.replace(/（区分.*$/, '')}”一行`;
  const words = (from: number, to: number): string => text.slice(from, to).replace(/\s+/g, '');
  if (table.layout === 'lines' || table.layout === 'cells') whole.end = behindBreak(text, whole.end);
  if (stray.kind === 'doubled') {
    const first = rowSpan(text, table.layout, own.range);
    if (words(first.start, first.end) !== words(span.start, span.end)) return [];
    return fix(
      'table/order',
      `删去重复的${name}`,
      'Remove the row that is there twice',
      [{ range: whole, newText: '' }],
      {
        preferred: true,
      },
    );
  }
  // the label of a group goes with its first row: which of two would keep it cannot be told
  if (table.heads.some((h) => h.start >= span.start && h.end <= span.end)) return [];
  const order = tableSpec(table.readAs, table.id).blocks.flatMap((b) => b.rows.map((r) => r.id));
  const placed = table.rows.filter((r) => !table.stray.some((s) => s.id === r.id));
  const index = order.indexOf(stray.id);
  const before = placed
    .filter((r) => order.indexOf(r.id) < index)
    .sort((a, b) => order.indexOf(b.id) - order.indexOf(a.id))[0];
  if (!before) return [];
  const at = behindBreak(text, rowSpan(text, table.layout, before.range).end);
  const target = table.layout === 'lines' || table.layout === 'cells' ? behindBreak(text, at) : at;
  if (target >= whole.start && target <= whole.end) return [];
  return fix(
    'table/order',
    `把${name}移到格式规定的位置`,
    'Move the row to its place in the form',
    [
      { range: whole, newText: '' },
      { range: { start: target, end: target }, newText: text.slice(whole.start, whole.end) },
    ],
    { preferred: true },
  );
}

/** From a label that comes again to the end of its row. */
function rowAround(text: string, table: Table, label: { start: number; end: number }): { start: number; end: number } {
  if (table.layout !== 'lines' && table.layout !== 'cells') return label;
  const starts = [...table.rows.map((r) => r.range.start), ...table.heads.map((h) => h.start)];
  const next = Math.min(...starts.filter((s) => s > label.end), table.range.end);
  return { start: label.start, end: label.end + text.slice(label.end, next).trimEnd().length };
}

/** Digits that a keyboard or a scanner mixes up with letters. */
const SLIPS: Readonly<Record<string, string>> = { O: '0', o: '0', 〇: '0', I: '1', l: '1', '|': '1' };
const CHINESE = '零一二三四五六七八九';
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10000 };

/** The number that words in a cell can only mean: 1O, 十二, 两件; null for 若干, 约30 and all that is a guess. */
export function numberMeant(words: string): number | null {
  const plain = words.replace(/\s+/g, '').replace(/[件宗条份个项次]$/, '');
  if (/^[\dOoIl〇|.,，]*\d[\dOoIl〇|.,，]*$/.test(plain)) {
    const digits = plain.replace(/[OoIl〇|]/g, (c) => SLIPS[c] ?? c);
    const { kind, value } = readCell(digits);
    return kind === 'number' ? value : null;
  }
  if (!/^[零〇一二两三四五六七八九十百千万]+$/.test(plain)) return null;
  return chineseNumber(plain.replace(/〇/g, '零').replace(/两/g, '二'));
}

function chineseNumber(words: string): number | null {
  // 二三 is two or three
  if (/[一二三四五六七八九]{2}/.test(words)) return null;
  let total = 0;
  let section = 0;
  let digit = 0;
  let lastUnit = Number.POSITIVE_INFINITY;
  for (const c of words) {
    const d = CHINESE.indexOf(c);
    if (d >= 0) {
      digit = d;
      if (d === 0) continue;
    } else {
      const unit = UNITS[c] as number;
      if (unit === 10000) {
        if (total > 0) return null;
        total = (section + digit) * unit;
        section = 0;
        lastUnit = Number.POSITIVE_INFINITY;
      } else {
        if (unit >= lastUnit) return null;
        section += (digit || 1) * unit;
        lastUnit = unit;
      }
      digit = 0;
    }
  }
  return total + section + digit;
}

/** The number that a cell can only mean, and a change without the figure that it led from. */
export function valueFixes(report: Report, finding: Finding): Fix[] {
  const table = tableOfFinding(report, finding);
  const [name = ''] = finding.cells ?? [];
  const cell = table?.cells.get(name);
  const words = cell ? wordsOf(report.text, cell) : null;
  if (!table || !cell || !words) return [];
  const kind = cellSpecs(tableSpec(table.readAs, table.id)).get(name)?.column.kind;
  const where = cellLabel(name);
  const put = (to: string): Fix[] =>
    fix('table/value', `${where.zh}改为 ${to}`, `Change ${where.en} to ${to}`, [minimalEdit(report.text, words, to)], {
      preferred: true,
    });
  if (cell.kind === 'unreadable') {
    const meant = numberMeant(cell.text);
    return meant === null ? [] : put(String(meant));
  }
  if (kind === 'change' && finding.severity === 'information') {
    const inside = /[（(]\s*([^（()）]*\d[\d,，.０-９]*)\s*[^（()）]*[）)]/.exec(cell.text)?.[1];
    const change = inside?.trim() ?? '';
    return readCell(change, 'change').value === cell.value ? put(change) : [];
  }
  return [];
}

const FACTOR: Readonly<Record<string, number>> = { 元: 1, 万元: 1e4, 万: 1e4, 亿元: 1e8 };

/** The unit behind an amount: which one nobody but the author knows; an amount in another unit than its column's is converted. */
export function unitFixes(report: Report, finding: Finding, over: string | null): Fix[] {
  const table = tableOfFinding(report, finding);
  const [name = ''] = finding.cells ?? [];
  const cell: Cell | undefined = table?.cells.get(name);
  const words = cell ? wordsOf(report.text, cell) : null;
  if (!table || !cell || !words || cell.value === null) return [];
  const { text } = report;
  if (!over) {
    return ['万元', '元'].flatMap((unit) =>
      fix(`table/unit-${unit}`, `补上单位：${cell.text}${unit}`, `Add the unit: ${cell.text}${unit}`, [
        { range: { start: words.end, end: words.end }, newText: unit },
      ]),
    );
  }
  const amount = (cell.value * (FACTOR[cell.unit ?? ''] ?? 1)) / (FACTOR[over] ?? 1);
  const rounded = String(Number(amount.toFixed(6)));
  return fix(
    'table/unit',
    `换算为 ${rounded} ${over}`,
    `Convert to ${rounded} ${over}`,
    [minimalEdit(text, words, rounded)],
    {
      preferred: true,
    },
  );
}
