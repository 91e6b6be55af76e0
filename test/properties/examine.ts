/** What holds of the reading of any text at all. Each function throws an error that says what does not. */
import {
  checkReport,
  type Finding,
  isDraft,
  LineIndex,
  parseReport,
  type Range,
  type Report,
  RULES,
  reportData,
  tableBalance,
} from '../../server/src/core';

const SEVERITIES: readonly string[] = ['error', 'warning', 'information', 'hint'];
const RULE_NAMES = new Set(RULES.map((rule) => rule.name));

/** A plain check: `expect` is slow where it runs a million times. */
export function must(holds: boolean, what: string | (() => string)): asserts holds {
  if (!holds) throw new Error(typeof what === 'string' ? what : what());
}

const told = ({ start, end }: Range): string => `${start}-${end}`;

/** Ranges of one text, held against it and against each other. */
class Ranges {
  constructor(private readonly text: string) {}

  inside(range: Range, what: string): void {
    must(
      range.start >= 0 && range.start <= range.end && range.end <= this.text.length,
      () => `${what} ${told(range)} of ${this.text.length}`,
    );
    for (const at of [range.start, range.end])
      must(!this.splits(at), () => `${what} ${told(range)} splits a character`);
  }

  within(inner: Range, outer: Range, what: string): void {
    this.inside(inner, what);
    must(
      inner.start >= outer.start && inner.end <= outer.end,
      () => `${what} ${told(inner)} not in ${told(outer)}: ${JSON.stringify(this.text.slice(inner.start, inner.end))}`,
    );
  }

  /** Each behind the one before; an empty one may stand at the edge of another. */
  apart(ranges: readonly Range[], what: string): void {
    let last = 0;
    for (const range of ranges) {
      must(range.start >= last, () => `${what} ${told(range)} begins before ${last}`);
      last = range.end;
    }
  }

  /** Between the halves of an astral character, or of a CRLF, there is no place. */
  private splits(offset: number): boolean {
    const [before, after] = [this.text.charCodeAt(offset - 1), this.text.charCodeAt(offset)];
    return (
      (before === 13 && after === 10) || (before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000)
    );
  }
}

/** Reads a text in every way there is, and holds what comes out against what must always hold. */
export function examine(text: string): void {
  isDraft(text);
  const report = parseReport(text);
  must(report.text === text, 'the report is of another text');
  examineReport(report);
  const findings = checkReport(report);
  examineFindings(report, findings);
  must(JSON.stringify(reportData(report)) === JSON.stringify(reportData(parseReport(text))), 'not the same data twice');
  // a fresh report, of which nothing else was asked before
  const again = checkReport(parseReport(text));
  must(short(again) === short(findings), () => `not the same findings twice:\n${short(findings)}\n—\n${short(again)}`);
}

function short(findings: readonly Finding[]): string {
  return findings.map((f) => `${f.rule} ${f.severity} ${told(f.range)} ${f.message.zh}`).join('\n');
}

function examineReport(report: Report): void {
  const ranges = new Ranges(report.text);
  for (const part of [report.title, report.organisation, report.year, report.period]) {
    if (part) ranges.inside(part.range, 'head');
  }
  examineParagraphs(report.preface, { start: 0, end: report.text.length }, ranges, 'preface');
  ranges.apart(
    report.sections.map((s) => s.range),
    'section',
  );
  for (const s of report.sections) {
    ranges.inside(s.range, s.id);
    ranges.within(s.heading.range, s.range, `${s.id} heading`);
    ranges.within(s.heading.title.range, s.heading.range, `${s.id} title`);
    if (s.heading.number) ranges.within(s.heading.number.range, s.heading.range, `${s.id} number`);
    for (const h of s.subheadings) ranges.within(h.range, s.range, `${s.id} sub-heading`);
    ranges.apart(
      s.subheadings.map((h) => h.range),
      `${s.id} sub-heading`,
    );
    examineParagraphs(s.paragraphs, s.range, ranges, s.id);
    for (const t of s.tables) {
      must(report.tables.includes(t), `${s.id} has a table that the report has not`);
      ranges.within(t.range, s.range, `${s.id} table`);
    }
  }
  // in a wreck rows of one table may stand between those of another
  const starts = report.tables.map((t) => ({ start: t.range.start, end: t.range.start }));
  ranges.apart(starts, 'table');
  for (const t of report.tables) examineTable(t, ranges);
  for (const d of report.directives) {
    ranges.inside(d.range, 'directive');
    ranges.inside(d.scope, 'scope of a directive');
    for (const name of d.rules) ranges.within(name.range, d.range, 'name in a directive');
  }
}

function examineParagraphs(paragraphs: Report['preface'], outer: Range, ranges: Ranges, what: string): void {
  for (const p of paragraphs) {
    ranges.within(p.range, outer, `${what} paragraph`);
    for (const part of p.parts) ranges.within(part, p.range, `${what} part of a paragraph`);
    ranges.apart(p.parts, `${what} part of a paragraph`);
  }
  ranges.apart(
    paragraphs.map((p) => p.range),
    `${what} paragraph`,
  );
}

function examineTable(t: Report['tables'][number], ranges: Ranges): void {
  ranges.inside(t.range, t.id);
  for (const c of t.cells.values()) {
    ranges.within(c.range, t.range, c.name);
    ranges.within(c.digits, c.range, `${c.name} digits`);
    must((c.value === null) === (c.kind !== 'number'), `${c.name} is ${c.kind} and ${c.value}`);
    must(c.value === null || Number.isFinite(c.value), `${c.name} is ${c.value}`);
    must(c.name.startsWith(`${t.id}.`), `${c.name} in ${t.id}`);
  }
  ranges.apart(
    [...t.cells.values()].map((c) => c.range).sort((a, b) => a.start - b.start || a.end - b.end),
    'cell',
  );
  for (const r of t.rows) {
    ranges.within(r.range, t.range, `row ${r.id}`);
    if (r.label) ranges.within(r.label.range, t.range, `label ${r.id}`);
  }
  for (const g of t.gaps) {
    ranges.inside(g.range, 'gap');
    if (g.kind === 'missing') for (const name of g.cells) must(!t.cells.has(name), `${name} is missing and there`);
  }
  for (const l of t.labels) ranges.within(l.range, t.range, 'label slip');
  for (const s of t.stray) ranges.within(s.range, t.range, 'stray row');
  for (const h of t.heads) ranges.within(h, t.range, 'head');
  for (const h of t.headers.values()) ranges.inside(h.range, 'header');
  must(tableBalance(t).off >= 0, 'a table is off by less than nothing');
}

function examineFindings(report: Report, findings: readonly Finding[]): void {
  const ranges = new Ranges(report.text);
  let before = 0;
  for (const f of findings) {
    ranges.inside(f.range, f.rule);
    must(f.range.start >= before, `${f.rule} is not in the order of the text`);
    before = f.range.start;
    must(RULE_NAMES.has(f.rule), f.rule);
    must(SEVERITIES.includes(f.severity), f.severity);
    must(!/undefined|NaN|\[object|null/.test(f.message.zh), f.message.zh);
    must(!/undefined|NaN|\[object/.test(f.message.en), f.message.en);
    for (const r of f.related ?? []) ranges.inside(r.range, `${f.rule} related`);
    must(!f.suspect || f.cells?.includes(f.suspect.cell) === true, `${f.rule}: the suspect is none of its cells`);
  }
}

/** What is read of a text, with every place as line and character. */
export function seen(text: string): unknown {
  const index = new LineIndex(text);
  const at = index.rangeAt.bind(index);
  const report = parseReport(text);
  return {
    findings: checkReport(report).map((f) => ({
      ...f,
      range: at(f.range),
      related: f.related?.map((r) => ({ ...r, range: at(r.range) })),
    })),
    title: report.title && [report.title.text, at(report.title.range)],
    preface: report.preface.map((p) => [p.text, at(p.range)]),
    sections: report.sections.map((s) => ({
      heading: [s.heading.text, at(s.heading.range)],
      subheadings: s.subheadings.map((h) => [h.text, at(h.range)]),
      paragraphs: s.paragraphs.map((p) => [p.text, at(p.range)]),
    })),
    cells: report.tables.flatMap((t) => [...t.cells.values()].map((c) => [c.name, c.value, c.kind, at(c.range)])),
    directives: report.directives.map((d) => [d.kind, at(d.range), at(d.scope)]),
  };
}

/** Holds a text with LF against the same with CRLF and with CR. */
export function sameForLineEnds(text: string): void {
  const plain = text.replace(/\r\n?/g, '\n');
  const expected = JSON.stringify(seen(plain));
  for (const eol of ['\r\n', '\r']) {
    const found = JSON.stringify(seen(plain.replaceAll('\n', eol)));
    must(found === expected, () => `with ${JSON.stringify(eol)}: ${difference(expected, found)}`);
  }
}

/** Where two strings begin to differ, with a little around. */
export function difference(a: string, b: string): string {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const from = Math.max(0, i - 80);
  return `\n  ${a.slice(from, i + 120)}\n  ${b.slice(from, i + 120)}`;
}
