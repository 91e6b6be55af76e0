/** The identities of a table solved together: one wrong cell is named, two wrong ones are named or nothing is. */
import { describe, expect, it, vi } from 'vitest';
import { checkReport, type Finding, parseReport } from '../../../../server/src/core';
import type { Constraint } from '../../../../server/src/core/solve/constraints';
import { explain } from '../../../../server/src/core/solve/solve';
import { cellValues, FORMS, type Form, fixture } from '../fixtures/fixture';

// hundreds of drafts a test, on machines that do other things beside
vi.setConfig({ testTimeout: 120_000 });

type Change = readonly [cell: string, to: string];

/** Where the cells of the GFM fixture stand, so that a change of one is a change of the text. */
const PLACES = new Map(
  FORMS.map((form) => {
    const text = fixture('gfm', form);
    const cells = parseReport(text).tables.flatMap((t) => [...t.cells.values()]);
    return [form, { text, cells: new Map(cells.map((c) => [c.name, c])) }] as const;
  }),
);

/** The fixture with other words in some cells. */
function changed(form: Form, changes: readonly Change[]): string {
  const { text, cells } = PLACES.get(form) ?? { text: '', cells: new Map() };
  const edits = changes.map(([name, to]) => ({ range: cells.get(name)?.range ?? { start: 0, end: 0 }, to }));
  let all = text;
  for (const { range, to } of edits.sort((a, b) => b.range.start - a.range.start)) {
    all = all.slice(0, range.start) + to + all.slice(range.end);
  }
  return all;
}

function balance(text: string): readonly Finding[] {
  return checkReport(parseReport(text)).filter((f) => f.rule.startsWith('balance/'));
}

/** The suspects that are named, as `cell: found → expected`. */
function named(findings: readonly Finding[]): string[] {
  return findings.flatMap((f) => (f.suspect ? [`${f.suspect.cell}: ${f.suspect.found} → ${f.suspect.expected}`] : []));
}

/** Numbers from a seed, the same on every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe.each(FORMS)('one wrong cell of table 3, form %s', (form) => {
  const cells = [...cellValues(form, 'requests')];

  it.each([1, -1, 2, 7, 90, -9, 1000])('by %i, any cell', (delta) => {
    for (const [name, value] of cells) {
      const wrong = value + delta;
      if (wrong < 0) continue;
      const text = changed(form, [[name, String(wrong)]]);
      const found = balance(text);
      expect(found, name).toHaveLength(1);
      const [finding] = found;
      expect(finding?.suspect, name).toEqual({ cell: name, found: wrong, expected: value });
      expect(finding?.severity).toBe('error');
      expect(finding && text.slice(finding.range.start, finding.range.end), name).toBe(String(wrong));
      expect(finding?.message.zh).toContain(`写的是 ${wrong}，应为 ${value}`);
      expect(finding?.cells, name).toContain(name);
    }
  });

  it('digits swapped, any cell', () => {
    for (const [name, value] of cells) {
      const wrong = Number([...String(value)].reverse().join(''));
      if (wrong === value) continue;
      expect(named(balance(changed(form, [[name, String(wrong)]]))), name).toEqual([`${name}: ${wrong} → ${value}`]);
    }
  });

  it('left blank, any cell that is not zero', () => {
    for (const [name, value] of cells) {
      if (value === 0) continue;
      const found = balance(changed(form, [[name, '']]));
      expect(named(found), name).toEqual([`${name}: null → ${value}`]);
    }
  });

  it('zero left blank is no fault of a balance', () => {
    const zeros = cells.filter(([, value]) => value === 0).map(([name]): Change => [name, '']);
    expect(zeros.length).toBeGreaterThan(50);
    expect(balance(changed(form, zeros))).toEqual([]);
  });
});

describe.each(FORMS)('two wrong cells of table 3, form %s', (form) => {
  const values = cellValues(form, 'requests');
  const names = [...values.keys()];

  /** Changes two cells and says how it was: `both` named right, `some` of them, `none`; throws when a right one is blamed. */
  function outcome(a: string, b: string, da: number, db: number): 'both' | 'some' | 'none' {
    const wrong = new Map([
      [a, (values.get(a) ?? 0) + da],
      [b, (values.get(b) ?? 0) + db],
    ]);
    const found = balance(
      changed(
        form,
        [...wrong].map(([n, v]): Change => [n, String(v)]),
      ),
    );
    expect(found.length, `${a} ${b}`).toBeGreaterThan(0);
    const right = [...wrong].map(([n, v]) => `${n}: ${v} → ${values.get(n)}`);
    const told = named(found);
    for (const t of told) expect(right, `${a} +${da}, ${b} +${db}: ${t}`).toContain(t);
    return told.length === 2 ? 'both' : told.length === 1 ? 'some' : 'none';
  }

  it('anywhere: the right ones are named, or none that is wrong to name', () => {
    const next = numbers(20211 + Number(form));
    const counts = { both: 0, some: 0, none: 0 };
    for (let i = 0; i < 600; i++) {
      const a = names[next(names.length)] ?? '';
      const b = names[next(names.length)] ?? '';
      const da = 1 + next(40);
      const db = 1 + next(40);
      if (a === b || da === db) continue;
      counts[outcome(a, b, da, db)]++;
    }
    // cells of two rows and two columns are told apart, and most pairs are such
    expect(counts.both).toBeGreaterThan(450);
  });

  it('apart from each other (two rows, two columns): both are named', () => {
    const next = numbers(7 + Number(form));
    const split = (n: string): [string, string] => [n.slice(0, n.lastIndexOf('.')), n.slice(n.lastIndexOf('.') + 1)];
    let tried = 0;
    for (let i = 0; i < 400; i++) {
      const a = names[next(names.length)] ?? '';
      const b = names[next(names.length)] ?? '';
      const [rowA, columnA] = split(a);
      const [rowB, columnB] = split(b);
      if (rowA === rowB || columnA === columnB) continue;
      tried++;
      expect(outcome(a, b, 1 + next(9), 11 + next(9)), `${a} ${b}`).toBe('both');
    }
    expect(tried).toBeGreaterThan(250);
  });

  it('in one row, wrong by the same in turn: the row still adds up, the columns tell', () => {
    const next = numbers(99 + Number(form));
    for (let i = 0; i < 200; i++) {
      const row = names[next(names.length)] ?? '';
      const stem = row.slice(0, row.lastIndexOf('.'));
      const a = `${stem}.naturalPerson`;
      const b = `${stem}.company`;
      const delta = 1 + next(4);
      if ((values.get(b) ?? 0) < delta) continue;
      outcome(a, b, delta, -delta);
    }
  });
});

describe('totals', () => {
  it.each(FORMS)('blank totals of every row are each named (%s)', (form) => {
    const totals = [...cellValues(form, 'requests')].filter(([n, v]) => n.endsWith('.total') && v !== 0);
    const found = balance(changed(form, [['requests.granted.total', '']]));
    expect(named(found)).toEqual([
      `requests.granted.total: null → ${cellValues(form, 'requests').get('requests.granted.total')}`,
    ]);
    // all of them blank: every row misses its total, and no other cell is blamed
    const all = balance(
      changed(
        form,
        totals.map(([n]): Change => [n, '']),
      ),
    );
    const right = totals.map(([n, v]) => `${n}: null → ${v}`);
    for (const told of named(all)) expect(right).toContain(told);
    expect(all.length).toBeGreaterThan(0);
    expect(all.length).toBeLessThanOrEqual(totals.length);
  });

  it.each(FORMS)('（七）总计 blank in one column (%s)', (form) => {
    const name = 'requests.handledTotal.naturalPerson';
    expect(named(balance(changed(form, [[name, '']])))).toEqual([
      `${name}: null → ${cellValues(form, 'requests').get(name)}`,
    ]);
  });
});

describe.each(FORMS)('a truncated table, form %s', (form) => {
  const text = fixture('gfm', form);
  /** Without （七）总计 and 四, as a cut at a page break leaves it. */
  const cut = text.replace(/\n\|[^\n]*（七）总计[\s\S]*?\n(?=\n)/, '\n');

  it('that balances so far breaks no identity', () => {
    expect(
      parseReport(cut)
        .tables.find((t) => t.id === 'requests')
        ?.gaps.flatMap((g) => g.rows),
    ).toEqual(['handledTotal', 'carriedForward']);
    expect(balance(cut)).toEqual([]);
  });

  it('names a wrong cell by its row', () => {
    const granted = cellValues(form, 'requests').get('requests.granted.total') ?? 0;
    const wrong = cut.replace(`| ${granted} |`, `| ${granted + 1} |`);
    const found = balance(wrong);
    expect(found).toHaveLength(1);
    expect(found[0]?.rule).toBe('balance/requests-row');
  });

  it('whose results exceed 一 + 二 is wrong', () => {
    const value = cellValues(form, 'requests').get('requests.granted.researchInstitution') ?? 0;
    const line = new RegExp(`(（一）予以公开 \\|  \\| \\d+ \\| \\d+ \\| )${value} `);
    const found = balance(cut.replace(line, '$19999 '));
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThanOrEqual(2);
    expect(found.every((f) => !f.suspect || f.suspect.cell === 'requests.granted.researchInstitution')).toBe(true);
  });
});

describe.each(FORMS)('table 4, form %s', (form) => {
  it('a total that is wrong, or a result', () => {
    const values = cellValues(form, 'disputes');
    for (const [name, value] of values) {
      const text = changed(form, [[name, String(value + 3)]]);
      const found = balance(text);
      expect(found, name).toHaveLength(1);
      const [finding] = found;
      expect(finding?.rule).toBe('balance/disputes');
      const block = name.split('.').slice(0, 2).join('.');
      expect(
        finding?.cells?.every((c) => c.startsWith(block)),
        name,
      ).toBe(true);
      expect(finding?.cells).toHaveLength(5);
      // one identity cannot tell which of its five cells is wrong
      expect(finding?.suspect === undefined || finding.suspect.cell === name, name).toBe(true);
    }
  });

  it('three blocks, three causes', () => {
    const totals = ['review', 'directSuit', 'suitAfterReview'].map((b): Change => [`disputes.${b}.total`, '77']);
    expect(balance(changed(form, totals))).toHaveLength(3);
  });
});

describe.each(FORMS)('a table in which everything is wrong, form %s', (form) => {
  const names = [...cellValues(form, 'requests').keys()];

  it('ends, and blames no single cell', () => {
    const next = numbers(3);
    const text = changed(
      form,
      names.map((n): Change => [n, String(next(500))]),
    );
    const found = balance(text);
    expect(found.length).toBeGreaterThan(0);
    // one finding an identity at most: 7 + 7 + one a row
    expect(found.length).toBeLessThanOrEqual(14 + names.length / 7);
  });

  it('ends with a dozen wrong cells, for many dozens', () => {
    for (let seed = 0; seed < 60; seed++) {
      const next = numbers(seed);
      const some = Array.from({ length: 3 + (seed % 10) }, () => names[next(names.length)] ?? '');
      const text = changed(
        form,
        [...new Set(some)].map((n): Change => [n, String(1 + next(500))]),
      );
      expect(balance(text).length).toBeGreaterThan(0);
    }
  });

  it('all the same number', () => {
    expect(
      balance(
        changed(
          form,
          names.map((n): Change => [n, '5']),
        ),
      ).length,
    ).toBeGreaterThan(0);
  });

  it('numbers too large to count with', () => {
    const text = changed(form, [
      ['requests.granted.company', '99999999999999999999'],
      ['requests.carriedIn.total', '1'.repeat(50)],
    ]);
    expect(balance(text).length).toBeGreaterThan(0);
  });
});

describe('a cell whose own sums hold', () => {
  const sum = (of: string, total: string, ...parts: string[]): Constraint => ({
    rule: 'balance/requests-row',
    kind: 'equal',
    per: 'row',
    of,
    terms: [{ cell: total, sign: 1 }, ...parts.map((cell) => ({ cell, sign: -1 as const }))],
    identities: [],
  });

  it('is not called wrong, though a change of it could make up for that of another', () => {
    // total is 0 and should be 1: then whole, whose sum holds, would have to be 1 too
    const broken = sum('broken', 'total', 'part');
    const constraints = [broken, sum('holds', 'whole', 'total', 'rest'), sum('a', 'a', 'part'), sum('b', 'b', 'part')];
    const values = new Map(Object.entries({ total: 0, part: 1, whole: 0, rest: 0, a: 1, b: 1 }));
    expect(explain(constraints, values)).toEqual({ changes: [], open: [broken], totals: false });
  });
});
