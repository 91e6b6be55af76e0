import { isAbsolute, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { homepage, version } from '../../../package.json';
import { type LineIndex, type Range, RULES, type Severity } from '../core';
import { ruleUrl } from '../ruleUrl';
import type { Language } from '../words';
import type { Checked, Format, Summary } from './format';

const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

const ROOT = 'SRCROOT';

/** SARIF 2.1.0 (OASIS), one run, a result a line. Columns count UTF-16 code units, as everywhere in Nianbao. */
export function sarifFormat(language: Language): Format {
  const indices = new Map(RULES.map(({ name }, index) => [name, index]));
  return {
    begin: () => {
      const head = JSON.stringify({
        $schema: 'https://json.schemastore.org/sarif-2.1.0-rtm.5.json',
        version: '2.1.0',
      });
      const run = JSON.stringify({
        tool: { driver: driver(language) },
        language: language === 'zh' ? 'zh-CN' : 'en',
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { uri: `${pathToFileURL(resolve('')).href}/`.replace(/\/+$/, '/') } },
      });
      return `${head.slice(0, -1)},"runs":[${run.slice(0, -1)},"results":[`;
    },
    separator: ',',
    file: (checked) =>
      checked.findings.map((finding) => `\n${JSON.stringify(result(finding, checked, indices, language))}`).join(','),
    end: (summary) => `\n],"invocations":[${JSON.stringify(invocation(summary))}]}]}\n`,
  };
}

function driver(language: Language) {
  return {
    name: 'nianbao',
    fullName: language === 'zh' ? '年报校核 Nianbao' : 'Nianbao',
    semanticVersion: version,
    informationUri: homepage,
    rules: RULES.map(({ name, description, severity, source }) => ({
      id: name,
      shortDescription: { text: description[language] },
      help: { text: `${description[language]}（${source}）` },
      helpUri: ruleUrl(name, language),
      defaultConfiguration: { level: LEVELS[severity] },
    })),
  };
}

function result(
  { rule, severity, range, message, related, section, cells, suspect }: Checked['findings'][number],
  { path, lines }: Checked,
  indices: ReadonlyMap<string, number>,
  language: Language,
) {
  const artifactLocation = artifact(path);
  const at = (place: Range) => ({ physicalLocation: { artifactLocation, region: region(lines, place) } });
  return {
    ruleId: rule,
    ruleIndex: indices.get(rule),
    level: LEVELS[severity],
    message: { text: message[language] },
    locations: [at(range)],
    ...(related &&
      related.length > 0 && {
        relatedLocations: related.map((place) => ({ ...at(place.range), message: { text: place.message[language] } })),
      }),
    properties: { severity, section, cells, suspect },
  };
}

/** One-based; the end column is the one behind the last character. */
function region(lines: LineIndex, range: Range) {
  const { start, end } = lines.rangeAt(range);
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** Below the current folder relative to it, so that a service finds the file in its own copy; else absolute. */
function artifact(path: string) {
  if (path === '-') return { uri: 'stdin' };
  const inside = relative('', path);
  if (isAbsolute(inside) || inside === '..' || inside.startsWith(`..${sep}`)) return { uri: pathToFileURL(path).href };
  return { uri: inside.split(sep).map(encodeURIComponent).join('/'), uriBaseId: ROOT };
}

function invocation({ refused }: Summary) {
  return {
    executionSuccessful: refused.length === 0,
    toolExecutionNotifications: refused.map((text) => ({ level: 'error', message: { text } })),
  };
}
