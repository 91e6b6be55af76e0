/** Every case, a family a rule. */
import { tableOutcomes } from './tableOutcomes';
import { tableReceived } from './tableReceived';
import type { Case } from './write';

export const CASES: readonly Case[] = [...tableReceived, ...tableOutcomes];
