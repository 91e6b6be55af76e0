/** Every measurement by its name, in the order of the document. */
export const TITLES: Readonly<Record<string, string>>;
