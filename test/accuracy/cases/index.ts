/** Every case, a family a rule. */
import { notCounted } from './notCounted';
import { tableDisputes } from './tableDisputes';
import { tableOutcomes } from './tableOutcomes';
import { tableProactive } from './tableProactive';
import { tableReceived } from './tableReceived';
import type { Case } from './write';

export const CASES: readonly Case[] = [
  ...tableReceived,
  ...tableOutcomes,
  ...tableDisputes,
  ...tableProactive,
  ...notCounted,
];
