import { countryCodes } from '../../../contract/countries.ts';

const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

/** The English name of a country; the code itself when there is none. */
export function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code;
}

/** All countries by their English names. */
export const countries: readonly { readonly code: string; readonly name: string }[] = countryCodes
  .map((code) => ({ code, name: countryName(code) }))
  .sort((a, b) => a.name.localeCompare(b.name, 'en'));
