import type { Severity } from '../core';
import type { Language } from '../words';
import type { Format } from './format';
import { type Colour, type Paint, printable } from './terminal';
import { CLI_WORDS } from './words';

const COLOURS: Readonly<Record<Severity, Colour>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'grey',
};

/** For people: `path:line:column`, which terminals make a link of, then what is wrong. */
export function textFormat(language: Language, paint: Paint): Format {
  const words = CLI_WORDS[language];
  return {
    begin: () => '',
    separator: '',
    file: ({ path, lines, findings }) =>
      findings
        .map(({ rule, severity, range, message }) => {
          const { line, character } = lines.positionAt(range.start);
          const place = paint(`${printable(path)}:${line + 1}:${character + 1}`, 'bold');
          const level = paint(words.severity[severity], COLOURS[severity]);
          return `${place}  ${level}  ${printable(message[language])}  ${paint(rule, 'grey')}\n`;
        })
        .join(''),
    end: (summary) => {
      const { errors, warnings } = summary;
      return `${paint(words.summary(summary), errors > 0 ? 'red' : warnings > 0 ? 'yellow' : 'bold')}\n`;
    },
  };
}
