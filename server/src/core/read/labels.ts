import type { TableSpec } from '../forms';
import type { LabelSlip } from '../model';
import type { RawCell } from './rawRow';
import type { TableRecord } from './records';
import type { MatchedRow } from './match';
export function labelSlips(_s: TableSpec, _m: readonly MatchedRow[], _r: readonly TableRecord[], _rest: readonly RawCell[]): LabelSlip[] {
  return [];
}
