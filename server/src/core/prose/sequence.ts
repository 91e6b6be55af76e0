/** A number in a sequence that does not follow, and the one that would. */
export interface Slip {
  readonly index: number;
  readonly due: number;
}

/**
 * The numbers that do not follow in a run of numbers. A run may begin anew at one; what comes behind a wrong number
 * goes on from it or from the right one.
 * @param restarts whether a one right behind a one begins a new list
 */
export function slips(numbers: readonly number[], restarts: boolean): Slip[] {
  const found: Slip[] = [];
  let due = 1;
  numbers.forEach((number, index) => {
    const next = numbers[index + 1];
    if (index === 0) {
      due = number + 1;
      return;
    }
    const previous = numbers[index - 1] as number;
    // a one begins a new list, unless it is a second one that the list goes on from
    const again = number === 1 && previous === 1 && due === 2 && (next === 3 || (!restarts && next === 2));
    if (number === due || (number === 1 && !again)) {
      due = number + 1;
      return;
    }
    if (number === previous || again || number === due + 1 || (number > due && next === number + 1))
      found.push({ index, due });
    due = next === due + 1 ? due + 1 : number + 1;
  });
  return found;
}
