/** Digits typed just to fill a field. */
export type NumberPattern = 'repeated-digits' | 'sequential-digits';

/**
 * A run of this many equal or sequential digits at the end of a number occurs by chance once in half a million numbers;
 * six would already hit many companies.
 */
const suspiciousRun = 7;

/**
 * The pattern that the number ends in, or that all of it forms when it is shorter than seven digits; otherwise null.
 */
export function numberPattern(nationalNumber: string): NumberPattern | null {
  const length = Math.min(suspiciousRun, nationalNumber.length);
  if (length < 4) return null;
  const tail = nationalNumber.slice(-length);
  if (isRun(tail, 0)) return 'repeated-digits';
  return isRun(tail, 1) || isRun(tail, 9) ? 'sequential-digits' : null;
}

/** Each digit is the previous one plus the step; 0 follows 9. */
function isRun(digits: string, step: number): boolean {
  for (let at = 1; at < digits.length; at++) {
    if ((digits.charCodeAt(at - 1) - 48 + step) % 10 !== digits.charCodeAt(at) - 48) return false;
  }
  return true;
}
