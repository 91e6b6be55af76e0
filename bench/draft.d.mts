/** One report of about `length` characters, longer by prose alone. */
export function longDraft(length: number, seed?: number): string;
/** The same length made of whole reports one after the other. */
export function manyTables(length: number, seed?: number): string;
/** The same draft after one key press each: one digit of it is another one. */
export function keyPresses(
  text: string,
  count: number,
  seed?: number,
  within?: readonly { readonly start: number; readonly end: number }[],
): string[];
