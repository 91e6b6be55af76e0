import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, parseReport } from '../../../../server/src/core';
import { alignedTable, displayWidth } from '../../../../server/src/core/edit/align';
import { formatTables } from '../../../../server/src/core/edit/format';
import { FORMS, fixture, LAYOUT_NAMES } from '../fixtures/fixture';
import { drafts, reading } from './support';

const PATIENCE = 120_000;
const COUNT = Number(process.env.NIANBAO_DRAFTS ?? 5);
const OPTIONS = { ambiguousWide: false };

const formatted = (text: string, options = OPTIONS): string =>
  applyEdits(text, formatTables(parseReport(text), options));

/** Lines without space, dashes and pipes at their ends: what formatting may not change. */
const bare = (text: string): string[] =>
  text.split(/\r\n|\r|\n/).map((line) => (line.includes('|') ? line.replace(/[\s:-]|^\s*\||\|\s*$/g, '') : line));

function mustKeep(text: string, what: string): void {
  const once = formatted(text);
  expect(formatTables(parseReport(once), OPTIONS), `${what}: once is enough`).toEqual([]);
  expect(bare(once), `${what}: words`).toEqual(bare(text));
  expect(reading(once), `${what}: reading`).toEqual(reading(text));
  expect(once.match(/\r\n/g)?.length, `${what}: line ends`).toBe(text.match(/\r\n/g)?.length);
}

describe('formatting keeps what is read and needs no second time', () => {
  it.each(LAYOUT_NAMES.flatMap((layout) => FORMS.map((form) => [layout, form] as const)))('%s %s', (layout, form) => {
    mustKeep(fixture(layout, form), 'LF');
    mustKeep(fixture(layout, form).replaceAll('\n', '\r\n'), 'CRLF');
  });

  it(
    'generated drafts of every layout and noise',
    () => {
      let changed = 0;
      for (const draft of drafts(COUNT)) {
        mustKeep(draft.text, `seed ${draft.seed} ${JSON.stringify(draft.options)}`);
        if (formatted(draft.text) !== draft.text) changed++;
      }
      for (const draft of drafts(COUNT, { blanks: true })) mustKeep(draft.text, `blanks, seed ${draft.seed}`);
      expect(changed).toBeGreaterThan(COUNT);
    },
    PATIENCE,
  );

  it(
    'drafts that are being typed',
    () => {
      const text = fixture('gfm', '2021');
      const piece = fc.constantFrom(
        '|',
        '| ',
        '\n',
        '\\|',
        '｜',
        ' ',
        '-',
        '---',
        '|---|',
        '12',
        '其他',
        '<br>',
        '`|`',
      );
      fc.assert(
        fc.property(fc.nat(text.length), fc.nat(12), piece, (at, removed, added) => {
          mustKeep(text.slice(0, at) + added + text.slice(at + removed), `${at} ${removed} ${JSON.stringify(added)}`);
        }),
        { numRuns: 200, seed: 20230131 },
      );
    },
    PATIENCE,
  );
});

/** The lines of a draft between two headings. */
function section(text: string, number: string): string[] {
  const lines = text.split('\n');
  const from = lines.findIndex((l) => l.includes(`${number}、`) && !l.includes('|'));
  return lines
    .slice(from + 1)
    .filter((l, i, all) => l.includes('|') && !all.slice(0, i).some((k) => /^#|^[一二三四五六]、/.test(k)));
}

describe('a table of the form', () => {
  it('stands in columns, numbers to the right', () => {
    const out = section(formatted(fixture('gfm', '2021')), '二');
    expect(out.slice(0, 4)).toMatchInlineSnapshot(`
      [
        "| 第二十条第（一）项 |                            |              |              |",
        "| ------------------ | -------------------------: | -----------: | -----------: |",
        "| 信息内容           |               本年制发件数 | 本年废止件数 | 现行有效件数 |",
        "| 规章               |                          2 |            1 |           34 |",
      ]
    `);
    expect(new Set(out.map((l) => displayWidth(l, false))).size).toBe(1);
  });

  it('changes each line by itself, and only the space between cells', () => {
    const text = fixture('gfm', '2021');
    for (const { range, newText } of formatTables(parseReport(text), OPTIONS)) {
      expect(text.slice(range.start, range.end) + newText).toMatch(/^[\s|:-]*$/);
      expect(text.slice(range.start, range.end) + newText).not.toMatch(/[\r\n]/);
    }
  });

  it('keeps escaped pipes', () => {
    const text = fixture('gfm', '2021').replace('规章', '规\\|章');
    expect(formatted(text)).toContain('| 规\\|章 ');
  });

  it('counts “ as one column or as two', () => {
    const lines = (ambiguousWide: boolean) => section(formatted(fixture('gfm', '2021'), { ambiguousWide }), '三');
    for (const wide of [false, true]) {
      expect(new Set(lines(wide).map((l) => displayWidth(l, wide))).size).toBe(1);
      expect(new Set(lines(wide).map((l) => displayWidth(l, !wide))).size).toBeGreaterThan(1);
    }
  });

  it('is formatted as a whole where a range touches it, the others not at all', () => {
    const text = fixture('gfm', '2021');
    const report = parseReport(text);
    const [first, second] = report.tables;
    const edits = formatTables(report, OPTIONS, {
      start: (second?.range.start ?? 0) + 5,
      end: (second?.range.start ?? 0) + 5,
    });
    expect(edits.length).toBeGreaterThan(0);
    expect(edits.every((e) => e.range.start > (first?.range.end ?? 0))).toBe(true);
    const out = applyEdits(text, edits);
    expect(section(out, '三')).toEqual(section(formatted(text), '三'));
    expect(section(out, '二')).toEqual(section(text, '二'));
  });

  it('without outer pipes but with a separator row gets them', () => {
    const text = fixture('gfm', '2021')
      .replace(/^\| ?(.*?) ?\|$/gm, '$1')
      .replace(/^ *\|/gm, ' |');
    const out = formatted(text);
    expect(section(out, '四')[0]).toMatch(/^\|.*\|$/);
    expect(reading(out)).toEqual(reading(text));
  });
});

describe('other tables and text', () => {
  const with_ = (words: string) => fixture('gfm', '2021').replace(/(一、总体情况\n)/, `$1\n${words}\n\n`);
  const after = (words: string) => {
    const text = formatted(with_(words));
    const from = text.indexOf('一、总体情况\n') + 8;
    return text.slice(from, text.indexOf('\n\n', from + 1) + 1).trim();
  };

  it.each([
    [
      'keeps the alignment of its own',
      '|名称|数量|\n|:-|:-:|\n|公开指南|1|',
      '| 名称     | 数量 |\n| :------- | :--: |\n| 公开指南 |  1   |',
    ],
    [
      'short rows stay short',
      '|名称|数量|\n|-|-|\n|公开指南|',
      '| 名称     | 数量 |\n| -------- | ---- |\n| 公开指南 |',
    ],
    [
      '𠮷 is wide, a combining accent is nothing',
      '|名|\n|-|\n|𠮷𠮷|\n|e\u0301|',
      '| 名   |\n| ---- |\n| 𠮷𠮷 |\n| e\u0301    |',
    ],
    ['without a separator row is none', '|甲|乙|\n|丙丙|丁|', '|甲|乙|\n|丙丙|丁|'],
    ['separator row of another length', '|甲|乙|\n|-|\n|丙丙|丁|', '|甲|乙|\n|-|\n|丙丙|丁|'],
    ['in a code block', '```\n|甲|乙|\n|-|-|\n|丙丙|丁|\n```', '```\n|甲|乙|\n|-|-|\n|丙丙|丁|\n```'],
    ['indented like code', '    |甲|乙|\n    |-|-|\n    |丙丙|丁|', '|甲|乙|\n    |-|-|\n    |丙丙|丁|'],
    ['a sentence with | in it', '甲 | 乙 | 丙', '甲 | 乙 | 丙'],
    ['full-width pipes', '｜甲｜乙｜\n｜-｜-｜\n｜丙丙｜丁｜', '｜甲｜乙｜\n｜-｜-｜\n｜丙丙｜丁｜'],
  ])('%s', (_, words, expected) => expect(after(words)).toBe(expected));
});

it('writes tables as prettier does', () => {
  expect(
    alignedTable(
      [
        ['名称', 'n'],
        ['规章', '1,234'],
      ],
      ['left', 'right'],
      false,
    ),
  ).toEqual(['| 名称 |     n |', '| :--- | ----: |', '| 规章 | 1,234 |']);
});
