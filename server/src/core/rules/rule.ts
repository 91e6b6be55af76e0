import type { Fix } from '../edit/textEdit';
import type { Form } from '../forms';
import type { Finding, Localised, Report, Severity } from '../model';

/** What documentation, settings and tests know of a rule. */
export interface RuleMeta {
  /** `family/name`, as programs rely on it. */
  readonly name: string;
  readonly severity: Severity;
  /** One line, what the rule is about. */
  readonly description: Localised;
  /** The article or notice that the rule comes from. */
  readonly source: string;
}

/** What a rule may know beside the report. */
export interface Context {
  /** The form that the report is held against; null where none is in force for its year. */
  readonly form: Form | null;
  /** Whether the author is done with the draft, as far as that can be known: an empty one is then a fault. */
  readonly handedIn: boolean;
}

/** A finding before its rule's name and default severity are added. */
export type Draft = Omit<Finding, 'rule' | 'severity'> & { readonly severity?: Severity };

/** A rule: what it is, and a pure function over the report. It never throws and keeps no state. */
export interface Rule extends RuleMeta {
  /**
   * Whether it is about the form's structure: softened by a step for the year in which the form was only encouraged.
   */
  readonly structural?: boolean;
  check(report: Report, context: Context): readonly Draft[];
  /**
   * Ways to mend a finding of this rule, the preferred one first; none where no remedy is determined. Never throws.
   * They need not be proven: what does not work on the draft at hand is not offered (`fixes.ts`).
   * @param finding one that `check` returned for the same report
   */
  fixes?(report: Report, finding: Finding, context: Context): readonly Fix[];
}
