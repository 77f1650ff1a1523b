// No imports: the browser uses this too.

/** What codes of values are compared by: without case and spaces (VO-2). The database computes the same. */
export function keyOfCode(code: string): string {
  return code.replace(/\s+/g, '').toLowerCase();
}
