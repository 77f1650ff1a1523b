/**
 * One key for the ways in which people write the same line in E.164: Argentina's 9 and Mexico's 1 before mobile
 * numbers, and the ninth digit that Brazil added to its mobile numbers. `duplicate_phone_key` does the same in the
 * database.
 */
export function phoneKey(e164: string): string {
  return e164
    .replace(/^\+549(?=\d{10}$)/, '+54')
    .replace(/^\+521(?=\d{10}$)/, '+52')
    .replace(/^(\+55\d\d)9(?=[6-9]\d{7}$)/, '$1');
}
