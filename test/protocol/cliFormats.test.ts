/** What other programs read: each format against its schema, with the output of real runs. */
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';
import Ajv4 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { beforeAll, expect, test } from 'vitest';
import { RULES } from '../../server/src/core';
import { FORMS, fixture, LAYOUT_NAMES } from '../unit/core/fixtures/fixture';
import { nianbao, scratch } from './support/cli';
import { rangeOf } from './support/client';
import { ONE_WRONG_CELL, sampleDraft, WRONG_CELL } from './support/drafts';

const WRONG = sampleDraft(ONE_WRONG_CELL);

const ajv = new Ajv({ strict: false, allErrors: true });
/** SARIF's schema is written in an older draft, with patterns that are none in Unicode mode. */
const ajv4 = new Ajv4({ strict: false, allErrors: true, unicodeRegExp: false });
for (const validator of [ajv, ajv4]) addFormats.default(validator);

function schema(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
}

/** A schema that also refuses fields that it does not name, so that none is written without being described. */
function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed);
  if (node === null || typeof node !== 'object') return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]));
  return copy.type === 'object' && copy.properties ? { additionalProperties: false, ...copy } : copy;
}

function expectValid(validate: ValidateFunction, value: unknown): void {
  expect(validate(value), JSON.stringify(validate.errors?.slice(0, 5))).toBe(true);
}

/** Drafts of every layout and form with all kinds of faults, so that every field is written somewhere. */
const DRAFTS: Record<string, string> = {
  '2023 年报/a #1.md': WRONG,
  'good.md': sampleDraft(),
  'empty.nianbao': '',
  'words.md': WRONG.replace('一、', '关于关于公开，申请占比50%（3件中的2件）。\n\n一、').replace('2023年', '2022年'),
};
for (const layout of LAYOUT_NAMES) {
  for (const form of FORMS) {
    const lines = fixture(layout, form).split('\n');
    DRAFTS[`${layout}-${form}.txt`] = lines.filter((_, i) => i % 23 !== 7).join('\n');
    DRAFTS[`${layout}-${form}.digits.txt`] = lines
      .map((line, i) => (i % 11 === 5 ? line.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)) : line))
      .join('\n')
      .replace('二、', '四、');
  }
}

const folder = await scratch();
const outputs = new Map<string, { readonly status: number | null; readonly out: string; readonly err: string }>();
beforeAll(async () => {
  for (const [name, content] of Object.entries(DRAFTS)) {
    await mkdir(join(folder.path, name, '..'), { recursive: true });
    await writeFile(join(folder.path, name), content);
  }
  await Promise.all(
    [
      ['json', 'check', '.', '--format', 'json'],
      ['fixed', 'check', '-', '--fix', '--format', 'json'],
      ['sarif', 'check', '.', 'nowhere.md', '--format', 'sarif'],
      ['english', 'check', '2023 年报/a #1.md', '--format', 'sarif', '--lang', 'en'],
      ['none', 'check', 'good.md', '--format', 'sarif'],
      ['jsonl', 'data', '.', '--format', 'jsonl'],
      ['data', 'data', 'good.md'],
      ['github', 'check', '.', '--format', 'github'],
    ].map(async ([name = '', ...args]) => {
      outputs.set(name, await nianbao(folder.path, args, { input: WRONG.replace('改进情况', '改进措施') }));
    }),
  );
  return () => folder[Symbol.asyncDispose]();
}, 60_000);
const output = (name: string) => outputs.get(name)?.out ?? '';
const rules = (found: readonly { readonly rule: string }[]) => new Set(found.map(({ rule }) => rule));

test('JSON of a check follows its schema, which names every field of it', () => {
  const validate = ajv.compile(closed(schema('schemas/check.json')) as object);
  const { files, ...result } = JSON.parse(output('json'));
  expectValid(validate, { files, ...result });
  expect(files).toHaveLength(Object.keys(DRAFTS).length);
  const found = files.flatMap((file: { diagnostics: [] }) => file.diagnostics);
  expect(rules(found).size).toBeGreaterThan(10);
  for (const field of ['section', 'cells', 'suspect'])
    expect(
      found.some((f: object) => field in f),
      field,
    ).toBe(true);
  // of a fix, the report is on the error stream
  const fixed = JSON.parse(outputs.get('fixed')?.err ?? '');
  expectValid(validate, fixed);
  expect(fixed).toMatchObject({ files: [{ fixed: 1 }], summary: { fixed: 1 } });
});

test('the schema refuses what the interface does not allow', () => {
  const validate = ajv.compile(closed({ ...schema('schemas/check.json'), $id: 'other' }) as object);
  const good = JSON.parse(output('json'));
  for (const [path, value] of [
    ['version', 2],
    ['files.0.form', '2020'],
    ['files.0.path', undefined],
    ['files.0.diagnostics.0.severity', 'fatal'],
    ['files.0.diagnostics.0.range.start.line', -1],
    ['files.0.diagnostics.0.more', 1],
    ['summary', undefined],
  ] as const) {
    const copy = structuredClone(good);
    const names = path.split('.');
    const last = names.pop() ?? '';
    let place = copy;
    for (const name of names) place = place[name];
    if (value === undefined) delete place[last];
    else place[last] = value;
    expect(validate(copy), path).toBe(false);
  }
});

test('data follows its schema, whole and line by line', () => {
  const validate = ajv.compile(closed(schema('schemas/data.json')) as object);
  expectValid(validate, JSON.parse(output('data')));
  const lines = output('jsonl').trimEnd().split('\n');
  expect(lines).toHaveLength(Object.keys(DRAFTS).length);
  for (const line of lines) expectValid(validate, JSON.parse(line));
});

interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly locations: readonly [
    {
      readonly physicalLocation: {
        readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
        readonly region: Record<string, number>;
      };
    },
  ];
}

test('SARIF follows the schema of version 2.1.0', () => {
  const validate = ajv4.compile(schema('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'));
  for (const name of ['sarif', 'english', 'none']) expectValid(validate, JSON.parse(output(name)));
  const [run] = JSON.parse(output('sarif')).runs;
  expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(RULES.map(({ name }) => name));
  for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
  expect(run.results).toHaveLength(
    JSON.parse(output('json')).files.flatMap((file: { diagnostics: [] }) => file.diagnostics).length,
  );
  expect(JSON.parse(output('none')).runs[0]).toMatchObject({
    results: [],
    invocations: [{ executionSuccessful: true }],
  });
});

test('SARIF names file, place and level as services read them', () => {
  const [run] = JSON.parse(output('sarif')).runs;
  const found: SarifResult[] = run.results.filter(
    ({ locations: [{ physicalLocation }] }: SarifResult) =>
      physicalLocation.artifactLocation.uri === '2023%20%E5%B9%B4%E6%8A%A5/a%20%231.md',
  );
  const [first] = found.filter(({ level }) => level === 'error');
  const { start } = rangeOf(WRONG, '（一）予以公开');
  expect(first).toMatchObject({
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uriBaseId: 'SRCROOT' },
          region: { startLine: start.line + 1, endLine: start.line + 1 },
        },
      },
    ],
    properties: { severity: 'error', suspect: { cell: WRONG_CELL, found: 9, expected: 8 } },
  });
  const { startColumn = 0, endColumn = 0 } = first?.locations[0].physicalLocation.region ?? {};
  expect(WRONG.split('\n')[start.line]?.slice(startColumn - 1, endColumn - 1)).toBe('9');
  expect(new URL(`${run.originalUriBaseIds.SRCROOT.uri}`).href).toBe(`${pathToFileURL(folder.path).href}/`);
  expect(outputs.get('sarif')?.status).toBe(2);
  expect(run.invocations).toMatchObject([
    {
      executionSuccessful: false,
      toolExecutionNotifications: [{ message: { text: 'nowhere.md：没有这个文件或文件夹' } }],
    },
  ]);
  const [english] = JSON.parse(output('english')).runs;
  expect(english.language).toBe('en');
  expect(english.tool.driver.rules[0].helpUri).toMatch(/#english$/);
});

test('workflow commands are one line each, with nothing in them that would end them early', () => {
  const lines = output('github').trimEnd().split('\n');
  expect(lines.pop()).toMatch(/^共检查 \d+ 个文件/);
  for (const line of lines) {
    expect(line).toMatch(
      /^::(?:error|warning|notice) file=[^,:]+,line=\d+,endLine=\d+,(?:col=\d+,endColumn=\d+,)?title=[a-z]+\/[a-z-]+::[^\r]+$/,
    );
  }
  expect(lines.some((line) => line.startsWith('::error file=2023 年报/a #1.md,line='))).toBe(true);
});
