/** A template that is being filled in: its totals are still 0, and no part is blamed for that. */
import { describe, expect, it } from 'vitest';
import { applyEdits, checkReport, fixesFor, newDraft, parseReport } from '../../../../server/src/core';

const EMPTY = newDraft({ organisation: '青禾县人民政府', year: 2024, level: 'government' }).text;

/** The new draft with numbers of natural persons in some rows. */
function filled(rows: Readonly<Record<string, number>>): string {
  let text = EMPTY;
  for (const [label, value] of Object.entries(rows)) {
    text = text.replace(new RegExp(`^(\\|.*${label}[^|]*\\|[ |]*)0 `, 'm'), `$1${value} `);
  }
  return text;
}

function balance(text: string) {
  return checkReport(parseReport(text)).filter((f) => f.rule.startsWith('balance/'));
}

describe('totals that nobody has touched', () => {
  it('are one finding with what they should be, and one fix fills them in', () => {
    const text = filled({ '一、本年新收': 10, '（一）予以公开': 7, '四、结转下年度': 3 });
    const [finding, ...others] = balance(text);
    expect(others).toEqual([]);
    expect(finding?.message.zh).toContain('10、7、3、7、7');
    expect(finding?.suspect).toBeUndefined();
    const report = parseReport(text);
    const [fix] = finding ? fixesFor(report, finding) : [];
    expect(fix?.preferred).toBe(true);
    expect(balance(applyEdits(text, fix?.edits ?? []))).toEqual([]);
  });

  it('are said to be missing before what is left of the rest to balance', () => {
    const text = filled({ '一、本年新收': 10, '（一）予以公开': 7, '1.属于国家秘密': 1 });
    expect(balance(text).map((f) => f.suspect)).toEqual([undefined]);
  });

  it('one number in a table of zeros may be a slip, and is named', () => {
    const [finding] = balance(filled({ '（一）予以公开': 7 }));
    expect(finding?.suspect).toEqual({ cell: 'requests.granted.naturalPerson', found: 7, expected: 0 });
  });

  it('once a total is there, the parts answer for it', () => {
    const text = filled({ '一、本年新收': 10, '（一）予以公开': 7, '四、结转下年度': 3 }).replace(
      /^(\| 一、本年新收.*)\| 0 \|$/m,
      '$1| 10 |',
    );
    expect(balance(text).length).toBeGreaterThan(1);
  });
});
