import { tableOf } from '../data';
import { cellName, FORMS, type Form, formForYear, tableSpec } from '../forms';
import type { Localised, Range, Report, Table, TableId } from '../model';
import { readPeriod } from '../read/head';
import { halfWidth } from '../text/chars';
import { REVIEW } from './placeholder';
import { replaceTables } from './retable';
import { figures, type WrittenYear, years } from './review';
import { applyEdits, type TextEdit } from './textEdit';

/** The draft of the year after, and what the author has to know of how it was made. */
export interface RolledForward {
  readonly text: string;
  /** The report year of the new draft. */
  readonly year: number;
  readonly notes: readonly Localised[];
}

const TABLES: readonly TableId[] = ['proactive', 'requests', 'disputes'];

/**
 * Makes the draft of the next year out of last year's: the year goes on in title, preface and statistical period,
 * 四、结转下年度继续办理 becomes 二、上年结转, every other figure of the tables is emptied, tables take the form of the new
 * year, and in the text figures and dates are marked with 【核】.
 * @returns null for a draft without a year, or whose next year has no form
 */
export function rollForward(report: Report): RolledForward | null {
  const last = report.year?.value;
  const form = last === undefined ? null : formForYear(last + 1);
  if (last === undefined || !form || last >= 2099) return null;
  const head = headEdits(report, last);
  const marks = reviewEdits(report, last, form);
  const edits = replaceTables(
    report,
    report.tables.map((table) => ({ table, form: form.id, text: newCells(table) })),
    [...head, ...marks].sort((a, b) => a.range.start - b.range.start),
  );
  return {
    text: applyEdits(report.text, edits),
    year: last + 1,
    notes: [
      {
        zh: `年度 ${last} 改为 ${last + 1}，共 ${head.length} 处（题目、前言、统计期限）`,
        en: `Year ${last} is now ${last + 1} in ${head.length} places (title, preface, period)`,
      },
      ...tableNotes(report, form),
      {
        zh: `正文中去年的数字、日期和引用的旧文号有 ${marks.length} 处标了“${REVIEW}”，逐处核对后删去`,
        en: `${marks.length} figures, dates and notices of last year are marked with ${REVIEW}: check and remove each`,
      },
    ],
  };
}

/** The cells of the table in the new year: nothing but what is carried in. */
function newCells(table: Table): (name: string) => string {
  const carried = carriedOver(table);
  return (name) => carried?.get(name) ?? '';
}

/** 二、上年结转 of the new year by cell name, from 四、结转下年度继续办理; null where the table has no such row that can be read. */
function carriedOver(table: Table): Map<string, string> | null {
  if (table.id !== 'requests') return null;
  const columns = tableSpec(table.readAs, 'requests').blocks[0]?.columns ?? [];
  const cells = columns.map((c) => table.cells.get(cellName('requests', 'carriedForward', c.id)));
  // a row without any number was not filled in; beside numbers a blank is none
  if (!cells.some((c) => c?.kind === 'number')) return null;
  const values = columns.map((c, i): [string, string] => {
    const cell = cells[i];
    const value = cell?.kind === 'unreadable' || cell === undefined ? '' : String(cell.value ?? 0);
    return [cellName('requests', 'carriedIn', c.id), value];
  });
  return new Map(values);
}

function tableNotes(report: Report, form: Form): Localised[] {
  const notes: Localised[] = [];
  const requests = tableOf(report, 'requests');
  const carried = requests && carriedOver(requests);
  if (carried) {
    const values = [...carried.values()];
    const list = values.map((v) => v || '（空）').join('、');
    notes.push({
      zh: `“四、结转下年度继续办理”转入“二、上年结转”：${list}`,
      en: `四、结转下年度继续办理 is carried into 二、上年结转: ${values.map((v) => v || '(blank)').join(', ')}`,
    });
    const parts = values.slice(0, -1).reduce((n, v) => n + Number(v), 0);
    if (parts !== Number(values[values.length - 1])) {
      notes.push({
        zh: `转入的六列相加是 ${parts}，总计写的是 ${values[values.length - 1] || '（空）'}，请与去年定稿核对`,
        en: `The six columns carried in add up to ${parts}, their total is ${values[values.length - 1] || 'blank'}: check last year’s report`,
      });
    }
  } else {
    notes.push({
      zh: '没有读到去年的“四、结转下年度继续办理”，“二、上年结转”请自行填写',
      en: 'No 四、结转下年度继续办理 was found in last year’s draft: fill in 二、上年结转 yourself',
    });
  }
  const emptied = report.tables.length > 0;
  if (emptied) {
    notes.push({
      zh: '三张表其余各格已清空待填',
      en: 'All other cells of the tables are blank and wait to be filled in',
    });
  }
  const missing = TABLES.filter((id) => !tableOf(report, id)).map((id) => tableSpec(form.id, id).name);
  if (missing.length > 0) {
    notes.push({
      zh: `草稿里没有${missing.map((m) => m.zh).join('、')}，请按格式补上`,
      en: `The draft has no ${missing.map((m) => m.en).join(', ')}: put it in`,
    });
  }
  if (report.tables.some((t) => t.form !== null && t.form !== form.id)) {
    notes.push({
      zh: `表格改用${form.name.zh}（${form.notice}）`,
      en: `The tables now follow the ${form.name.en} (${form.notice})`,
    });
  }
  return notes;
}

/** The year in title, preface and statistical period goes on by one, as it is written there. */
function headEdits(report: Report, last: number): TextEdit[] {
  const { text, title, year } = report;
  const period = periods(report, last);
  // without a title the year is that of the first period, wherever it stands
  const said = title ?? year;
  const named = [...(said ? [said.range] : []), ...report.preface.map((p) => p.range), ...period]
    .flatMap((range) => years(text, range))
    .filter((y) => y.value === last);
  // a title may have the year in brackets or in a way of its own
  const own = year && title && !named.some((y) => y.range.start === year.range.start) ? yearAt(text, year.range) : [];
  return distinct([...own, ...named].map((y) => ({ range: y.range, newText: y.next })));
}

function yearAt(text: string, range: Range): WrittenYear[] {
  return years(`${text.slice(range.start, range.end)}年`, { start: 0, end: range.end - range.start + 1 }).map((y) => ({
    ...y,
    range,
  }));
}

/** Statements of the whole year as a period, wherever they stand. */
function periods(report: Report, last: number): Range[] {
  const paragraphs = [...report.preface, ...report.sections.flatMap((s) => s.paragraphs)];
  return paragraphs.flatMap(({ range }) => {
    const words = report.text.slice(range.start, range.end);
    const period = readPeriod(words, words.length);
    const whole = period && period.from.join('-') === `${last}-1-1` && period.to.join('-') === `${last}-12-31`;
    return whole ? [{ start: range.start + period.range.start, end: range.start + period.range.end }] : [];
  });
}

/** Marks behind what the author has to look at: figures and dates; in the preface only dates of other years. */
function reviewEdits(report: Report, last: number, form: Form): TextEdit[] {
  const { text } = report;
  const period = periods(report, last);
  const within = (range: Range): boolean => period.some((p) => p.start <= range.start && range.end <= p.end);
  const prose = report.sections.flatMap((s) => s.paragraphs).flatMap((p) => figures(text, p.range));
  const preface = report.preface.flatMap((p) => {
    const rolled = years(text, p.range).filter((y) => y.value === last);
    return figures(text, p.range).filter(
      (f) => years(text, f).length > 0 && !rolled.some((y) => f.start <= y.range.start && y.range.end <= f.end),
    );
  });
  const all = [...prose, ...preface].filter((f) => !within(f));
  const marks = [...all, ...oldNotices(report, form)].map(({ end }) => ({
    range: { start: end, end },
    newText: REVIEW,
  }));
  return distinct(marks);
}

/** Citations of notices that brought a form that is no longer in force. */
function oldNotices(report: Report, form: Form): Range[] {
  const { text } = report;
  const numbers = FORMS.filter((f) => f.notice !== form.notice).map((f) => /〔(\d+)〕(\d+)号/.exec(f.notice));
  const pattern = numbers.map((m) => `[〔(\\[]\\s*${m?.[1]}\\s*[〕)\\]]\\s*${m?.[2]}\\s*号`).join('|');
  return [...halfWidth(text).matchAll(new RegExp(pattern, 'g'))]
    .map((m) => ({ start: m.index, end: m.index + m[0].length }))
    .filter((r) => !text.startsWith(REVIEW, r.end));
}

/** Edits in the order of the text, one a place. */
function distinct(edits: readonly TextEdit[]): TextEdit[] {
  return [...new Map(edits.map((e) => [e.range.start, e])).values()].sort((a, b) => a.range.start - b.range.start);
}
