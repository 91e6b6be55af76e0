/** Every case, a family a rule. */
import { contradiction } from './contradiction';
import { eighth } from './eighth';
import { feeAndEmpty } from './feeAndEmpty';
import { fifth } from './fifth';
import { fourth } from './fourth';
import { fresh } from './fresh';
import { mixed } from './mixed';
import { ninth } from './ninth';
import { notCounted } from './notCounted';
import { numbering } from './numbering';
import { paragraphs } from './paragraphs';
import { rate } from './rate';
import { repeatedWord } from './repeatedWord';
import { seventh } from './seventh';
import { sixth } from './sixth';
import { sum } from './sum';
import { tableDisputes } from './tableDisputes';
import { tableOutcomes } from './tableOutcomes';
import { tableProactive } from './tableProactive';
import { tableReceived } from './tableReceived';
import { third } from './third';
import { web } from './web';
import type { Case } from './write';
import { year } from './year';

export const CASES: readonly Case[] = [
  ...tableReceived,
  ...tableOutcomes,
  ...tableDisputes,
  ...tableProactive,
  ...notCounted,
  ...paragraphs,
  ...mixed,
  ...fresh,
  ...third,
  ...fourth,
  ...fifth,
  ...sixth,
  ...seventh,
  ...eighth,
  ...ninth,
  ...web,
  ...sum,
  ...rate,
  ...contradiction,
  ...year,
  ...numbering,
  ...repeatedWord,
  ...feeAndEmpty,
];
