import type { CheckSettings, Finding, Report } from '../model';
export function checkReport(_report: Report, _settings: CheckSettings = {}): readonly Finding[] {
  return [];
}
