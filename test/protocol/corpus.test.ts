/**
 * The real drafts, over stdio and from the command line: the server and the program must say the same as each other,
 * and what the list of a careful official asks for. They are not in the repository; without them this says so.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { nianbao } from './support/cli';
import { PULLING, start } from './support/client';

const FOLDER = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));
const present = existsSync(`${FOLDER}expected.json`);
const FAMILIES = /^(?:section|table|balance)\//;
const LEVELS = ['', 'error', 'warning', 'information', 'hint'];

interface Marked {
  readonly file: string;
  readonly rule: string;
}

/** `rule line severity`, sorted: all that two programs can disagree about. */
function words(items: readonly { rule: string; line: number; severity: string }[]): string[] {
  return items.map(({ rule, line, severity }) => `${rule} ${line} ${severity}`).sort();
}

describe.skipIf(!present)('real drafts', () => {
  const required = present ? (JSON.parse(readFileSync(`${FOLDER}expected.json`, 'utf8')).required as Marked[]) : [];
  const files = present ? readdirSync(FOLDER).filter((name) => name.endsWith('.txt')) : [];

  it.each(files)('%s says the same over stdio and on the command line', async (name) => {
    const client = await start(PULLING);
    onTestFinished(async () => {
      await client.stop();
    });
    const uri = `file:///drafts/${name}`;
    await client.open(uri, readFileSync(FOLDER + name, 'utf8'), 'plaintext');
    const items = await client.items(uri);
    const served = items.map((item) => ({
      rule: String(item.code),
      line: item.range.start.line,
      severity: LEVELS[item.severity ?? 1] as string,
    }));

    const { out } = await nianbao(FOLDER, ['check', '--format', 'json', name]);
    const [file] = JSON.parse(out).files;
    const printed = file.diagnostics.map(
      (d: { rule: string; severity: string; range: { start: { line: number } } }) => ({
        rule: d.rule,
        line: d.range.start.line,
        severity: d.severity,
      }),
    );
    expect(words(served)).toEqual(words(printed));

    const wanted = required.filter((r) => r.file === name && FAMILIES.test(r.rule)).map((r) => r.rule);
    const serious = served.filter((s) => FAMILIES.test(s.rule) && (s.severity === 'error' || s.severity === 'warning'));
    expect(serious.map((s) => s.rule).sort()).toEqual(wanted.sort());
  });
});

it('has the real drafts beside it, or says that it has not', () => {
  if (!present) console.log('跳过：没有 ../shared/corpus，真实报告没有核对');
  expect(present).toBe(existsSync(FOLDER));
});
