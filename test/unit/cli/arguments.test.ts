import { expect, test } from 'vitest';
import { readArguments } from '../../../server/src/cli/arguments';

const command = (line: string) => readArguments(line.split(' ').filter(Boolean)).command;

test('paths, options before and behind them, and what comes behind --', () => {
  expect(command('check a.md --format json b.md')).toEqual({
    name: 'check',
    paths: ['a.md', 'b.md'],
    format: 'json',
    settings: { severity: {} },
  });
  expect(command('check -- --odd -')).toMatchObject({ paths: ['--odd', '-'] });
  expect(command('check')).toMatchObject({ paths: ['.'], format: 'text' });
  expect(command('data -')).toEqual({ name: 'data', path: '-' });
});

test('severities: repeated, several behind one option, by comma', () => {
  const severity = { 'table/blank': 'off', 'balance/requests-row': 'hint' };
  for (const line of [
    'check --severity table/blank=off --severity balance/requests-row=hint a.md',
    'check --severity table/blank=off balance/requests-row=hint a.md',
    'check --severity=table/blank=off,balance/requests-row=hint a.md',
  ]) {
    expect(command(line)).toMatchObject({ paths: ['a.md'], settings: { severity } });
  }
  expect(command('check --severity a.md')).toEqual({ problem: 'severity', given: 'a.md' });
});

test('the language holds for messages about the rest, too', () => {
  expect(readArguments(['--lang', 'en', 'chekc'])).toEqual({
    language: 'en',
    command: { problem: 'command', given: 'chekc' },
  });
  expect(command('check --lang fr')).toEqual({ problem: 'language', given: 'fr' });
  expect(command('check --format')).toEqual({ problem: 'value', given: '--format' });
});

test('help and version win over what else there is', () => {
  expect(command('check a.md --help')).toEqual({ name: 'help' });
  expect(command('-v')).toEqual({ name: 'version' });
});
