import { type Diagnostic, DiagnosticSeverity, type DocumentDiagnosticReport } from 'vscode-languageserver';
import type { Client } from '../capabilities';
import type { Finding, Severity } from '../core';
import type { Draft, View } from '../drafts';
import { ruleUrl } from '../ruleUrl';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What a diagnostic carries for whoever wants to mend it. */
export type DiagnosticData = Pick<Finding, 'cells' | 'suspect' | 'section'>;

/** The findings of a draft with everything that a client can show of them. */
export function diagnostics({ draft, settings }: View, client: Client): Diagnostic[] {
  return draft.findings(settings).map((finding) => diagnostic(draft, finding, client));
}

/** One finding in the protocol's terms. */
export function diagnostic(draft: Draft, finding: Finding, client: Client): Diagnostic {
  const { rule, severity, range, message, related, cells, suspect, section } = finding;
  const at = draft.lines.rangeAt.bind(draft.lines);
  const data: DiagnosticData = { ...(cells && { cells }), ...(suspect && { suspect }), ...(section && { section }) };
  return {
    source: 'nianbao',
    code: rule,
    codeDescription: { href: ruleUrl(rule, client.language) },
    severity: SEVERITY[severity],
    range: at(range),
    message: message[client.language],
    ...(client.relatedInformation &&
      related && {
        relatedInformation: related.map((place) => ({
          location: { uri: draft.uri, range: at(place.range) },
          message: place.message[client.language],
        })),
      }),
    data,
  };
}

/**
 * The answer to a pull. Its id names the text and the settings, so neither can change behind it.
 * @param previous the id of what the client has
 */
export function diagnosticReport(view: View, client: Client, previous: string | undefined): DocumentDiagnosticReport {
  const resultId = `${view.draft.id}.${view.settings.id}`;
  if (previous === resultId) return { kind: 'unchanged', resultId };
  return { kind: 'full', resultId, items: diagnostics(view, client) };
}
