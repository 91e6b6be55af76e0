import type { Localised, Severity } from '../model';

export interface RuleMeta {
  readonly name: string;
  readonly severity: Severity;
  readonly description: Localised;
  /** Article or notice that the rule comes from. */
  readonly source: string;
}
export const RULES: readonly RuleMeta[] = [];
export function ruleMeta(name: string): RuleMeta | undefined {
  return RULES.find((r) => r.name === name);
}
