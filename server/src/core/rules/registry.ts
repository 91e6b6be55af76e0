import { disputes } from './balance/disputes';
import { proactive } from './balance/proactive';
import { requestsHandled } from './balance/requestsHandled';
import { requestsIdentity } from './balance/requestsIdentity';
import { requestsRow } from './balance/requestsRow';
import { contradiction } from './prose/contradiction';
import { fee } from './prose/fee';
import { numbering } from './prose/numbering';
import { organisation } from './prose/organisation';
import { rate } from './prose/rate';
import { repeatedWord } from './prose/repeatedWord';
import { sum } from './prose/sum';
import { proseTable } from './prose/table';
import { year } from './prose/year';
import type { Rule, RuleMeta } from './rule';
import { duplicate } from './section/duplicate';
import { empty } from './section/empty';
import { missing } from './section/missing';
import { number } from './section/number';
import { order } from './section/order';
import { placeholder } from './section/placeholder';
import { title } from './section/title';
import { blank } from './table/blank';
import { form } from './table/form';
import { incomplete } from './table/incomplete';
import { label } from './table/label';
import { tableMissing } from './table/missing';
import { tableOrder } from './table/order';
import { unit } from './table/unit';
import { value } from './table/value';

export type { RuleMeta } from './rule';

/** Every rule, in the order of the documentation. A rule is registered here and nowhere else. */
export const RULES: readonly Rule[] = [
  missing,
  duplicate,
  order,
  number,
  title,
  empty,
  placeholder,
  tableMissing,
  incomplete,
  tableOrder,
  label,
  blank,
  value,
  unit,
  form,
  requestsIdentity,
  requestsHandled,
  requestsRow,
  disputes,
  proactive,
  proseTable,
  sum,
  rate,
  contradiction,
  year,
  organisation,
  numbering,
  repeatedWord,
  fee,
];

/** @returns what is known of a rule, or undefined for a name that no rule has */
export function ruleMeta(name: string): RuleMeta | undefined {
  return RULES.find((r) => r.name === name);
}
