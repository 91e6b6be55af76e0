import type { Language } from '../words';
import type { Format } from './format';

/**
 * The interface of the command line for programs, `schemas/check.json`: keys are added, never renamed or dropped. A
 * file a line.
 */
export function jsonFormat(language: Language): Format {
  return {
    begin: () => '{"version":1,"files":[',
    separator: ',',
    file: ({ path, report, lines, findings, fixed }) => {
      const file = {
        path,
        form: report.form,
        year: report.year?.value ?? null,
        diagnostics: findings.map(({ rule, severity, range, message, section, cells, suspect }) => ({
          rule,
          severity,
          range: lines.rangeAt(range),
          message: message[language],
          section,
          cells,
          suspect,
        })),
        fixed,
      };
      return `\n${JSON.stringify(file)}`;
    },
    end: ({ files, errors, warnings, fixed }) =>
      `\n],"summary":${JSON.stringify({ files, errors, warnings, fixed })}}\n`,
  };
}
