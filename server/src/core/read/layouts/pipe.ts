const PIPE = 0x7c;
const FULL_PIPE = 0xff5c;

/** Whether a character is a pipe, of half or of full width. */
export function isPipe(c: number): boolean {
  return c === PIPE || c === FULL_PIPE;
}
