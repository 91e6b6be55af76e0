import { expect, test } from 'vitest';
import { readArguments } from '../../../server/src/cli/arguments';

const command = (line: string) => readArguments(line.split(' ').filter(Boolean)).command;

test('paths, options before and behind them, and what comes behind --', () => {
  expect(command('check a.md --format json b.md')).toEqual({
    name: 'check',
    paths: ['a.md', 'b.md'],
    format: 'json',
    settings: { severity: {} },
    fix: false,
    recognise: false,
    threads: expect.any(Number),
  });
  expect(command('check -- --odd -')).toMatchObject({ paths: ['--odd', '-'] });
  expect(command('check')).toMatchObject({ paths: ['.'], format: 'text' });
  expect(command('data -')).toMatchObject({ name: 'data', paths: ['-'], format: 'json' });
  expect(command('data --format jsonl')).toMatchObject({ name: 'data', paths: ['.'], format: 'jsonl' });
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

test('options belong to their command', () => {
  expect(command('data --fix a.md')).toEqual({ problem: 'option', given: '--fix' });
  expect(command('data --format sarif a.md')).toEqual({ problem: 'format', given: 'sarif' });
  expect(command('data a.md b.md')).toEqual({ problem: 'one-path', given: 'data' });
  expect(command('check --format jsonl')).toEqual({ problem: 'format', given: 'jsonl' });
  expect(command('check --recognise --fix --threads 3 a.md')).toMatchObject({ recognise: true, fix: true, threads: 3 });
  for (const given of ['0', '-1', '1.5', 'all', '1000', '']) {
    expect(readArguments(['check', `--threads=${given}`]).command).toEqual({ problem: 'threads', given });
  }
});

test('the language server is spoken to over standard input and output unless it is said', () => {
  expect(command('lsp')).toEqual({ name: 'lsp', options: ['--stdio'] });
  expect(command('lsp --clientProcessId=1')).toEqual({ name: 'lsp', options: ['--clientProcessId=1', '--stdio'] });
  for (const line of ['--stdio', '--node-ipc', '--socket=6009', '--socket 6009', '--pipe=nianbao.sock']) {
    expect(command(`lsp ${line}`)).toEqual({ name: 'lsp', options: line.split(' ') });
  }
  expect(command('lsp --port=1')).toEqual({ problem: 'option', given: '--port=1' });
  expect(command('lsp --socket')).toEqual({ problem: 'value', given: '--socket' });
  expect(command('lsp a.md')).toEqual({ problem: 'option', given: 'a.md' });
  expect(command('lsp --help')).toEqual({ name: 'help' });
});
