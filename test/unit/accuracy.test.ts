/** The figures that `npm run accuracy` prints are kept, and the frames and cases are what they claim to be. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkReport, parseReport } from '../../server/src/core';
import { CASES } from '../accuracy/cases';
import { drops, evaluate, GOAL, type Recorded } from '../accuracy/evaluate';
import { evaluateTexts } from '../accuracy/evaluateTexts';
import { FRAMES, renderDraft } from '../accuracy/frames';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const recorded = JSON.parse(readFileSync(here('../accuracy/recorded.json'), 'utf8')) as Recorded;

describe('the corpus of sentences', () => {
  it.each(FRAMES.map((frame) => [frame.id, frame] as const))('%s is read whole and is silent', (_, frame) => {
    const report = parseReport(renderDraft(frame).text);
    expect(report.year?.value).toBe(frame.year);
    expect(report.form).toBe(frame.form);
    expect(report.organisation?.text).toBe(frame.organisation);
    expect(report.sections.map((s) => s.id)).toEqual([
      'overview',
      'proactive',
      'requests',
      'disputes',
      'problems',
      'others',
    ]);
    expect(report.tables.map((t) => [t.id, t.gaps.length])).toEqual([
      ['proactive', 0],
      ['requests', 0],
      ['disputes', 0],
    ]);
    expect(checkReport(report).filter((f) => f.severity === 'error' || f.severity === 'warning')).toEqual([]);
  });

  it('is large, and says each thing once', () => {
    const flagged = CASES.filter((c) => c.flags.some((f) => f.severity === 'warning' && !f.optional));
    expect(flagged.length).toBeGreaterThanOrEqual(170);
    expect(CASES.length - flagged.length).toBeGreaterThanOrEqual(420);
    const keys = CASES.map((c) => `${c.frame} ${c.section} ${c.text}`);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });
});

describe('accuracy', () => {
  const evaluation = evaluate();
  const texts = evaluateTexts(here('../accuracy/texts'));

  it('does not drop below what was recorded', () => {
    expect(drops(evaluation, texts, recorded)).toEqual([]);
  });

  it('leaves whole texts in peace, as they stand on the web', () => {
    expect(texts.told.filter((line) => line.startsWith('误'))).toEqual([]);
  });

  it('reaches the goal at severity warning and above', () => {
    expect(evaluation.overall.precision).toBeGreaterThanOrEqual(GOAL.precision);
    expect(evaluation.overall.recall).toBeGreaterThanOrEqual(GOAL.recall);
  });
});
