import { relative, sep } from 'node:path';
import type { Severity } from '../core';
import type { Language } from '../words';
import type { Format } from './format';
import { CLI_WORDS } from './words';

const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Workflow commands of GitHub Actions: each finding becomes a note beside its line. */
export function githubFormat(language: Language): Format {
  const words = CLI_WORDS[language];
  return {
    begin: () => '',
    separator: '',
    file: ({ path, lines, findings }) =>
      findings
        .map(({ rule, severity, range, message }) => {
          const { start, end } = lines.rangeAt(range);
          const place = {
            file: path === '-' ? path : relative('', path).split(sep).join('/'),
            line: start.line + 1,
            endLine: end.line + 1,
            // columns are for places on one line
            ...(start.line === end.line && { col: start.character + 1, endColumn: end.character + 1 }),
            title: rule,
          };
          const properties = Object.entries(place).map(([key, value]) => `${key}=${property(String(value))}`);
          return `::${LEVELS[severity]} ${properties.join(',')}::${data(message[language])}\n`;
        })
        .join(''),
    end: (summary) => `${words.summary(summary)}\n`,
  };
}

/** Escaped as the runner reads it back. */
function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
