/** Digits that somebody typed to fill a field. */
export type NumberPattern = 'repeated-digits' | 'sequential-digits';

/**
 * As many equal or counting digits at the end of a number come by chance once in half a million numbers; six would
 * already be the number of many a company.
 */
const suspiciousRun = 7;

/** The pattern that the number ends in, or has as a whole when it is shorter than seven digits; else null. */
export function numberPattern(nationalNumber: string): NumberPattern | null {
  const length = Math.min(suspiciousRun, nationalNumber.length);
  if (length < 4) return null;
  const tail = nationalNumber.slice(-length);
  if (isRun(tail, 0)) return 'repeated-digits';
  return isRun(tail, 1) || isRun(tail, 9) ? 'sequential-digits' : null;
}

/** Each digit is the one before it plus the step; after 9 comes 0. */
function isRun(digits: string, step: number): boolean {
  for (let at = 1; at < digits.length; at++) {
    if ((digits.charCodeAt(at - 1) - 48 + step) % 10 !== digits.charCodeAt(at) - 48) return false;
  }
  return true;
}
