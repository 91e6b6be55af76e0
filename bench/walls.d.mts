/** What is repeated to a line, by name. */
export const WALLS: Readonly<Record<string, string>>;
/** A report with a line of so many characters in a section. */
export function wall(words: string, size: number): string;
