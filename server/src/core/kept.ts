/** Where an object keeps what was worked out from it; no part of what the object says, and so not enumerable. */
const KEPT: unique symbol = Symbol('kept');

interface Keeper {
  readonly [KEPT]?: unknown[];
}

let slots = 0;

/**
 * A function of a report or a table that is worked out once for each, when it is first asked for. The result is kept
 * with the object itself and goes with it: what weak maps hold, the collector keeps alive until it cleans the whole
 * heap, which made a key press twice as dear.
 * @param make depends on the object alone
 */
export function kept<O extends object, V>(make: (of: O) => V): (of: O) => V {
  const slot = slots++;
  return (of) => {
    let own = (of as Keeper)[KEPT];
    if (own === undefined) {
      own = [];
      Object.defineProperty(of, KEPT, { value: own });
    }
    const known = own[slot];
    if (known !== undefined) return known as V;
    const made = make(of);
    own[slot] = made;
    return made;
  };
}
