/**
 * The five real drafts that the project was given. They are not in the repository; where they lie beside it,
 * every number is held against a transcription by hand (`test/corpus/cells.json`) and every finding against the list
 * of what a careful official would mark.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkReport, parseReport, reportData } from '../../server/src/core';
import type { Finding, Severity } from '../../server/src/core/model';
import transcription from '../corpus/cells.json';
import { demands, describeFinding } from '../drafts/judge';

const FOLDER = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));
const present = existsSync(`${FOLDER}expected.json`);
const CELLS = transcription as unknown as Readonly<Record<string, Tree>>;
const SEVERITIES: readonly Severity[] = ['hint', 'information', 'warning', 'error'];
/** What is not there has no line of its own. */
const ABSENCES = new Set(['section/missing', 'table/missing', 'table/incomplete']);

type Tree = number | null | { readonly [key: string]: Tree };

interface Expected {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly severity: Severity;
}

/** Differences between the transcription and what was read; cells that the draft does not have may be left out or null. */
function differences(expected: Tree | undefined, actual: unknown, path: string): string[] {
  if (typeof expected === 'object' && expected !== null) {
    const other = (typeof actual === 'object' && actual !== null ? actual : {}) as Record<string, unknown>;
    return [...new Set([...Object.keys(expected), ...Object.keys(other)])].flatMap((key) =>
      differences(expected[key], other[key], path === '' ? key : `${path}.${key}`),
    );
  }
  if (expected === undefined || expected === null) {
    if (typeof actual === 'object' && actual !== null) {
      return Object.entries(actual).flatMap(([key, value]) => differences(undefined, value, `${path}.${key}`));
    }
    return actual === undefined || actual === null ? [] : [`${path}: expected nothing, read ${String(actual)}`];
  }
  return expected === actual ? [] : [`${path}: expected ${expected}, read ${JSON.stringify(actual)}`];
}

function lineOf(finding: Finding, text: string): number {
  return text.slice(0, finding.range.start).split('\n').length;
}

function matches(finding: Finding, expected: Expected, text: string): boolean {
  const away = Math.abs(lineOf(finding, text) - expected.line);
  return finding.rule === expected.rule && away <= (ABSENCES.has(expected.rule) ? 1 : 0);
}

describe.skipIf(!present)(
  `the corpus${present ? '' : ' (skipped: ../shared/corpus is not beside the repository)'}`,
  () => {
    const files = present ? readdirSync(FOLDER).filter((name) => name.endsWith('.txt')) : [];
    const required: readonly Expected[] = present
      ? JSON.parse(readFileSync(`${FOLDER}expected.json`, 'utf8')).required
      : [];

    it('has a transcription of every file', () => {
      expect(files.map((name) => name.slice(0, 3)).sort()).toEqual(Object.keys(CELLS).sort());
    });

    describe.each(files.map((name) => [name.slice(0, 3), name] as const))('%s', (number, name) => {
      const text = readFileSync(FOLDER + name, 'utf8');
      const report = parseReport(text);
      const findings = checkReport(report);
      const mine = required.filter((entry) => entry.file === name);

      it('every cell', () => {
        expect(differences(CELLS[number], reportData(report).tables, '')).toEqual([]);
      });

      it('form and year', () => {
        expect(report.form).toBe('2019');
        expect(report.year?.value).toBe(number === '003' ? 2019 : 2020);
      });

      it('every required finding', () => {
        const lacking = mine.filter(
          (entry) =>
            !findings.some(
              (finding) =>
                matches(finding, entry, text) &&
                SEVERITIES.indexOf(finding.severity) >= SEVERITIES.indexOf(entry.severity),
            ),
        );
        const got = findings.map((finding) => describeFinding(finding, text));
        expect(
          lacking.map((entry) => `${entry.severity} ${entry.rule} line ${entry.line}`),
          got.join('\n'),
        ).toEqual([]);
      });

      it('nothing else', () => {
        const open = [...mine];
        const extra = demands(findings).filter((finding) => {
          const index = open.findIndex((entry) => matches(finding, entry, text));
          if (index < 0) return true;
          open.splice(index, 1);
          return false;
        });
        expect(extra.map((finding) => describeFinding(finding, text))).toEqual([]);
      });
    });
  },
);
