import type { Goal } from './document.d.mts';
/** A goal that is met where the figure does not exceed it. */
export function atMost(goal: {
  readonly id: string;
  readonly what: string;
  readonly figure: number;
  readonly most: number;
  readonly words: (figure: number) => string;
}): Goal;
