/** What holds of any text at all, of any draft, and of any change of one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkReport,
  isDraft,
  LineIndex,
  parseReport,
  type Range,
  RULES,
  reportData,
  tableBalance,
} from '../../../server/src/core';
import { FORMS, fixture, LAYOUT_NAMES } from './fixtures/fixture';

/** The same cases on every run; another seed finds others. */
const SEED = Number(process.env.NIANBAO_SEED ?? 20230131);
const options = (numRuns: number): { numRuns: number; seed: number } => ({ numRuns, seed: SEED });
/** Milliseconds; hundreds of drafts are read, on machines that do other things beside. */
const PATIENCE = 120_000;

const DRAFTS = LAYOUT_NAMES.flatMap((layout) => FORMS.map((form) => fixture(layout, form)));
const SEVERITIES = ['error', 'warning', 'information', 'hint'];

/** A plain check: `expect` is slow where it runs a million times. */
function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** Reads a text in every way there is, and holds what comes out against what must always hold. */
function examine(text: string): void {
  const inside = (range: Range, what: string): void => {
    if (!(range.start >= 0 && range.start <= range.end && range.end <= text.length)) {
      throw new Error(`${what} ${range.start}-${range.end} of ${text.length}`);
    }
  };
  const within = (inner: Range, outer: Range, what: string): void => {
    inside(inner, what);
    if (inner.start < outer.start || inner.end > outer.end) {
      throw new Error(`${what} ${inner.start}-${inner.end} not in ${outer.start}-${outer.end}`);
    }
  };
  isDraft(text);
  const report = parseReport(text);
  expect(report.text).toBe(text);
  for (const part of [report.title, report.organisation, report.year, report.period]) {
    if (part) inside(part.range, 'head');
  }
  for (const p of report.preface) inside(p.range, 'preface');

  let last = 0;
  for (const s of report.sections) {
    inside(s.range, s.id);
    expect(s.range.start, 'sections in order, none over another').toBeGreaterThanOrEqual(last);
    last = s.range.end;
    within(s.heading.range, s.range, `${s.id} heading`);
    within(s.heading.title.range, s.heading.range, `${s.id} title`);
    if (s.heading.number) within(s.heading.number.range, s.heading.range, `${s.id} number`);
    for (const h of s.subheadings) within(h.range, s.range, `${s.id} sub-heading`);
    for (const p of s.paragraphs) within(p.range, s.range, `${s.id} paragraph`);
    for (const t of s.tables) {
      expect(report.tables).toContain(t);
      within({ start: t.range.start, end: t.range.start }, s.range, `${s.id} table`);
    }
  }
  for (const t of report.tables) {
    inside(t.range, t.id);
    for (const c of t.cells.values()) {
      within(c.range, t.range, c.name);
      within(c.digits, c.range, `${c.name} digits`);
      must((c.value === null) === (c.kind !== 'number'), `${c.name} is ${c.kind} and ${c.value}`);
      must(c.value === null || Number.isFinite(c.value), `${c.name} is ${c.value}`);
    }
    for (const r of t.rows) {
      within(r.range, t.range, `row ${r.id}`);
      if (r.label) within(r.label.range, t.range, `label ${r.id}`);
    }
    for (const g of t.gaps) {
      inside(g.range, 'gap');
      if (g.kind === 'missing') for (const name of g.cells) must(!t.cells.has(name), `${name} is missing and there`);
    }
    for (const l of t.labels) within(l.range, t.range, 'label slip');
    for (const h of t.headers.values()) inside(h.range, 'header');
    const { off } = tableBalance(t);
    expect(off).toBeGreaterThanOrEqual(0);
  }

  const findings = checkReport(report);
  let before = 0;
  for (const f of findings) {
    inside(f.range, f.rule);
    expect(f.range.start, 'findings in the order of the text').toBeGreaterThanOrEqual(before);
    before = f.range.start;
    must(
      RULES.some((r) => r.name === f.rule),
      f.rule,
    );
    must(SEVERITIES.includes(f.severity), f.severity);
    must(!/undefined|NaN|\[object|null/.test(f.message.zh), f.message.zh);
    must(!/undefined|NaN|\[object/.test(f.message.en), f.message.en);
    for (const r of f.related ?? []) inside(r.range, `${f.rule} related`);
    must(!f.suspect || f.cells?.includes(f.suspect.cell) === true, `${f.rule}: the suspect is none of its cells`);
  }
  const data = reportData(report);
  must(JSON.stringify(data) === JSON.stringify(reportData(parseReport(text))), 'the same data twice');
  // a fresh report, of which nothing else was asked before
  const again = checkReport(parseReport(text));
  const short = (list: typeof findings): string =>
    list.map((f) => `${f.rule} ${f.severity} ${f.range.start}-${f.range.end} ${f.message.zh}`).join('\n');
  must(short(again) === short(findings), `not the same findings twice:\n${short(findings)}\n—\n${short(again)}`);
}

/** Words that mean something to the reader, so that chance builds something like a draft. */
const words = fc.constantFrom(
  ...'一、总体情况|二、主动公开政府信息情况|三、收到和处理政府信息公开申请情况|四、政府信息公开行政复议、行政诉讼情况|（六）其他需要报告的事项|云泽市2022年政府信息公开工作年度报告|二〇二三年|2022年1月1日至2022年12月31日|自然人|总计|其他|规章|信息内容|（一）予以公开|（七）总计|三、本年度办理结果|1.属于国家秘密|（四）无法提供|行政复议|结果维持|小计|目录|<table>|</table>|<tr>|<td rowspan=99999>|</td>|<td colspan="0">|<br>|&nbsp;|&#x110000;|<!--|```|## |**|---|0|12|1,234|-3|/|增3|５|52.1万元|约30|99999999999999999999999|。|，|（|）|(|)|“|𠮷|\ud83d|\ufeff|\u200b|\u3000'.split(
    '|',
  ),
  '|',
  '| ',
  ' | ',
  '｜',
  '|---|---|',
  '\t',
  '\t\t',
  ' ',
  '   ',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\f',
  '\0',
);
const mixture = fc.array(words, { maxLength: 120 }).map((parts) => parts.join(''));
const draft = fc.constantFrom(...DRAFTS);

describe('any text', () => {
  it(
    'characters by chance',
    () => {
      fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), examine), options(500));
    },
    PATIENCE,
  );
  it(
    'words of the form by chance',
    () => {
      fc.assert(fc.property(mixture, examine), options(600));
    },
    PATIENCE,
  );
  it.each([
    '',
    '\n',
    '\r',
    '\ufeff',
    '|',
    '|\n|',
    '\t',
    '<table>',
    '<table><tr><td rowspan=1000000000 colspan=1000000000>1</td></tr></table>',
    '<table><tr><td rowspan=-1 colspan=x>规章</td><td>',
    `${'一、'.repeat(500)}总体情况`,
    '|'.repeat(3000),
    '\t'.repeat(3000),
    '（'.repeat(3000),
    '总计 '.repeat(800),
    `规章${' 0'.repeat(2000)}`,
    '```\n',
    '#'.repeat(500),
  ])('%j', (text) => examine(text));
});

describe('any part of a draft', () => {
  it(
    'cut at both ends',
    () => {
      fc.assert(
        fc.property(
          draft,
          fc.double({ min: 0, max: 1, noNaN: true }),
          fc.double({ min: 0, max: 1, noNaN: true }),
          (text, a, b) => {
            const [start, end] = [Math.min(a, b), Math.max(a, b)].map((x) => Math.floor(x * text.length));
            examine(text.slice(start, end));
          },
        ),
        options(300),
      );
    },
    PATIENCE,
  );
  it(
    'a piece taken out of the middle',
    () => {
      fc.assert(
        fc.property(draft, fc.nat(), fc.nat(400), (text, at, length) => {
          const start = at % text.length;
          examine(text.slice(0, start) + text.slice(start + length));
        }),
        options(300),
      );
    },
    PATIENCE,
  );
  it(
    'two drafts in one',
    () => {
      fc.assert(
        fc.property(draft, draft, fc.nat(), (a, b, at) => examine(a.slice(0, at % a.length) + b)),
        options(60),
      );
    },
    PATIENCE,
  );
});

describe('any change of a draft', () => {
  const change = fc.tuple(fc.nat(), fc.nat(3), fc.oneof(words, fc.string({ unit: 'binary', maxLength: 2 })));
  it(
    'characters put in, taken away and put in their place',
    () => {
      fc.assert(
        fc.property(draft, fc.array(change, { minLength: 1, maxLength: 8 }), (text, changes) => {
          let all = text;
          for (const [at, removed, added] of changes) {
            const start = at % (all.length + 1);
            all = all.slice(0, start) + added + all.slice(start + removed);
          }
          examine(all);
        }),
        options(500),
      );
    },
    PATIENCE,
  );
  it(
    'lines in another order',
    () => {
      fc.assert(
        fc.property(draft, fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 6 }), (text, swaps) => {
          const lines = text.split('\n');
          for (const [a, b] of swaps) {
            const [i, k] = [a % lines.length, b % lines.length];
            [lines[i], lines[k]] = [lines[k] ?? '', lines[i] ?? ''];
          }
          examine(lines.join('\n'));
        }),
        options(200),
      );
    },
    PATIENCE,
  );
});

describe('line ends', () => {
  /** What is read of a text, with every place as line and character. */
  function seen(text: string): unknown {
    const index = new LineIndex(text);
    const report = parseReport(text);
    return {
      findings: checkReport(report).map((f) => ({
        ...f,
        range: index.rangeAt(f.range),
        related: f.related?.map((r) => index.rangeAt(r.range)),
      })),
      sections: report.sections.map((s) => [s.heading.text, index.rangeAt(s.heading.range)]),
      subheadings: report.sections.flatMap((s) => s.subheadings.map((h) => [h.text, index.rangeAt(h.range)])),
      paragraphs: report.sections.flatMap((s) => s.paragraphs.map((p) => [p.text, index.rangeAt(p.range)])),
      cells: report.tables.flatMap((t) =>
        [...t.cells.values()].map((c) => [c.name, c.value, c.kind, index.rangeAt(c.range)]),
      ),
      title: report.title && [report.title.text, index.rangeAt(report.title.range)],
    };
  }

  it.each(LAYOUT_NAMES.flatMap((layout) => FORMS.map((form) => [layout, form] as const)))(
    'say the same of %s-%s with LF, CRLF and CR',
    (layout, form) => {
      const text = fixture(layout, form);
      expect(seen(text.replaceAll('\n', '\r\n'))).toEqual(seen(text));
      expect(seen(text.replaceAll('\n', '\r'))).toEqual(seen(text));
    },
  );

  it(
    'say the same of drafts with faults',
    () => {
      fc.assert(
        fc.property(
          draft,
          fc.array(
            fc.tuple(
              fc.nat(),
              words.filter((w) => !/[\r\n]/.test(w)),
            ),
            { maxLength: 4 },
          ),
          (text, changes) => {
            let all = text;
            for (const [at, added] of changes) {
              const start = at % (all.length + 1);
              all = all.slice(0, start) + added + all.slice(start);
            }
            expect(seen(all.replaceAll('\n', '\r\n'))).toEqual(seen(all));
          },
        ),
        options(200),
      );
    },
    PATIENCE,
  );

  it('and a byte order mark move nothing but the first line', () => {
    for (const text of DRAFTS) {
      const plain = parseReport(text);
      const marked = parseReport(`\ufeff${text}`);
      expect(marked.tables.flatMap((t) => [...t.cells.values()].map((c) => c.range.start - 1))).toEqual(
        plain.tables.flatMap((t) => [...t.cells.values()].map((c) => c.range.start)),
      );
      expect(marked.title?.text).toBe(plain.title?.text);
      expect(checkReport(marked)).toHaveLength(checkReport(plain).length);
    }
  });
});

describe('rules', () => {
  it('have a name of a family, a description in two languages and a source', () => {
    expect(new Set(RULES.map((r) => r.name)).size).toBe(RULES.length);
    for (const rule of RULES) {
      expect(rule.name).toMatch(/^(?:section|table|balance|prose)\/[a-z]+(?:-[a-z]+)*$/);
      expect(rule.description.zh).toMatch(/\p{Script=Han}/u);
      expect(rule.description.en).toMatch(/^[A-Z]/);
      expect(rule.source).not.toBe('');
    }
  });
  it.each([
    ...['missing', 'duplicate', 'order', 'number', 'title', 'empty'].map((n) => `section/${n}`),
    ...['missing', 'incomplete', 'label', 'blank', 'value', 'unit', 'form'].map((n) => `table/${n}`),
    ...['requests-identity', 'requests-handled', 'requests-row', 'disputes', 'proactive'].map((n) => `balance/${n}`),
  ])('%s exists', (name) => expect(RULES.map((r) => r.name)).toContain(name));
});
