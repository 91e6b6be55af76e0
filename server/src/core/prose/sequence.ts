/** A number in a sequence that does not follow, and the one that would. */
export interface Slip {
  readonly index: number;
  readonly due: number;
}

/** How a number stands to those before it: it begins a list or goes on with one, as it should or with another number. */
type Step = { readonly is: 'begins' | 'follows' } | { readonly is: 'slips'; readonly due: number };

/**
 * The numbers that do not follow in a run of numbers. A run may begin anew at one; what comes behind a wrong number
 * goes on from it or from the right one.
 * @param restarts whether a one right behind a one begins a new list
 */
export function slips(numbers: readonly number[], restarts: boolean): Slip[] {
  return walk(numbers, restarts).flatMap((step, index) => (step.is === 'slips' ? [{ index, due: step.due }] : []));
}

/**
 * Where the list ends that a number stands in: the index behind its last number. A number that nobody can place, such
 * as a lower one, belongs to no list before it.
 * @param restarts as for `slips`
 */
export function listEnd(numbers: readonly number[], restarts: boolean, index: number): number {
  const next = walk(numbers, restarts).findIndex((step, i) => i > index && step.is === 'begins');
  return next < 0 ? numbers.length : next;
}

function walk(numbers: readonly number[], restarts: boolean): Step[] {
  let due = 1;
  return numbers.map((number, index): Step => {
    const wanted = due;
    const next = numbers[index + 1];
    if (index === 0) {
      due = number + 1;
      return { is: 'begins' };
    }
    const previous = numbers[index - 1] as number;
    // a one begins a new list, unless it is a second one that the list goes on from
    const again = number === 1 && previous === 1 && wanted === 2 && (next === 3 || (!restarts && next === 2));
    if (number === wanted || (number === 1 && !again)) {
      due = number + 1;
      return { is: number === wanted ? 'follows' : 'begins' };
    }
    due = next === wanted + 1 ? wanted + 1 : number + 1;
    const wrong = number === previous || again || number === wanted + 1 || (number > wanted && next === number + 1);
    return wrong ? { is: 'slips', due: wanted } : { is: 'begins' };
  });
}
