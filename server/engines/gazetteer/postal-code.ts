import { postcodeValidator, postcodeValidatorExistsForCountry } from 'postcode-validator';

/** What a postal code looks like in its country; `unneeded` where the country has none. */
export type PostalCodeLook = 'right' | 'odd' | 'missing' | 'unneeded';

/** No country's are longer. */
const maxCharacters = 16;

/**
 * Whether the code looks like one of this country, however its spaces and hyphens are written, and with the letters of
 * the country before it (D-80331, SE-111 20). It is not looked up: it may be nobody's.
 */
export function lookAtPostalCode(written: string | undefined, country: string): PostalCodeLook {
  if (!postcodeValidatorExistsForCountry(country)) return 'unneeded';
  const code = (written ?? '')
    .slice(0, 4 * maxCharacters)
    .normalize('NFKC')
    .trim()
    .toUpperCase();
  if (code === '') return 'missing';
  if (code.length > maxCharacters) return 'odd';
  return spellings(code).some((spelling) => postcodeValidator(spelling, country)) ? 'right' : 'odd';
}

function spellings(code: string): string[] {
  const bare = code.replace(/[\s\-\u2010-\u2015]/g, '');
  const withoutLetters = code.replace(/^[A-Z]{1,3}-/, '').replace(/[\s\-\u2010-\u2015]/g, '');
  return [code, bare, withoutLetters].flatMap((one) => [
    one,
    ...Array.from(one, (_, at) => [' ', '-'].map((sign) => one.slice(0, at) + sign + one.slice(at))).flat(),
  ]);
}
