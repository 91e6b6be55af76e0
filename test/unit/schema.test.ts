/** The schema of `nianbao.config.json` allows what is read from one, and nothing else. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { LEVELS, RULES, readConfig } from '../../server/src/core';

const schema = JSON.parse(readFileSync(new URL('../../schemas/nianbao.config.json', import.meta.url), 'utf8'));

it('names every rule and every level', () => {
  expect(Object.keys(schema.properties.severity.properties)).toEqual(RULES.map((rule) => rule.name));
  expect(schema.definitions.level.enum).toEqual(LEVELS);
  expect(schema.definitions.level.enumDescriptions).toHaveLength(LEVELS.length);
});

it('has the options that are read', () => {
  const options: Record<string, unknown> = { $schema: '', severity: {}, ignore: [] };
  expect(Object.keys(schema.properties)).toEqual(Object.keys(options));
  expect(readConfig(JSON.stringify(options)).problems).toEqual([]);
  expect(schema.additionalProperties).toBe(false);
  expect(readConfig('{ "recognise": true }').problems).toHaveLength(1);
});

it('is shipped where the manifest says', () => {
  const { contributes } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const ignored = readFileSync(new URL('../../.vscodeignore', import.meta.url), 'utf8').split('\n');
  const [{ fileMatch, url }] = contributes.jsonValidation;
  expect(fileMatch).toBe('nianbao.config.json');
  expect(ignored).toContain(`!${url.replace('./', '')}`);
});
