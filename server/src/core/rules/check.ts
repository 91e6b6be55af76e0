import { isTurnedOff } from '../control/directives';
import { FORMS, formById } from '../forms';
import type { CheckSettings, Finding, Report, Severity } from '../model';
import { RULES } from './registry';
import type { Context } from './rule';
import { followsOlderStructure } from './section/older';

/**
 * Holds a report against every rule; what comments in it turn off is left out.
 * @param settings severity by rule name; names that no rule has are ignored
 * @returns the findings in the order of the text
 */
export function checkReport(report: Report, settings: CheckSettings = {}): readonly Finding[] {
  const context: Context = { ...contextOf(report), handedIn: settings.handedIn ?? false };
  const encouraged = report.year !== null && report.year.value === context.form?.years.encouraged;
  const findings: Finding[] = [];
  for (const rule of RULES) {
    const wish = settings.severity?.[rule.name] ?? 'default';
    if (wish === 'off') continue;
    for (const draft of rule.check(report, context)) {
      if (isTurnedOff(report.directives, rule.name, draft.range.start)) continue;
      const own = draft.severity ?? rule.severity;
      const severity: Severity = wish !== 'default' ? wish : encouraged && rule.structural ? softer(own) : own;
      findings.push({ ...draft, rule: rule.name, severity });
    }
  }
  return findings.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/** What rules may know of a report beside itself, where nobody says more. */
export function contextOf(report: Report): Context {
  return { form: formFor(report), handedIn: false };
}

/**
 * A year before the first form has none to be held against, nor has a report that was written as in those years while
 * the form was only encouraged; without a year the tables or the latest form decide.
 */
function formFor(report: Report): Context['form'] {
  if (followsOlderStructure(report)) return null;
  if (report.form !== null) return formById(report.form);
  const first = FORMS[0];
  return report.year !== null && first && report.year.value < first.years.first ? null : formById(null);
}

/** Only what would be an error is softened: a misspelt label is no less misspelt in the first year of a form. */
function softer(severity: Severity): Severity {
  return severity === 'error' ? 'warning' : severity;
}
