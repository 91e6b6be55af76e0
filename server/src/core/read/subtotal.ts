const SUBTOTAL = new Set(['小计', '其中']);

/** Whether the words are those of a row or column that authors add to a form on their own. @param name a key */
export function isSubtotal(name: string): boolean {
  return SUBTOTAL.has(name);
}
